//! `quorate deliveries`.

use std::fmt::Write as _;
use std::process::ExitCode;

use quorate::minute_book::Session;
use quorate_corporation::deliveries::{Delivery, ToServe, for_each, to_serve};
use quorate_corporation::evidence::DeliveryResult;
use quorate_corporation::{Corporation, Quantity, When};
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::book::{Axes, BookFile, now, of_book};
use crate::commands::{print_json, print_text};
use crate::failure::Failure;

/// How much text is printed at once.
const CHUNK: usize = 1 << 16;

/// Show the delivery register of a meeting's notice: who was sent what, how, where and when, and who is still to be served
///
/// Still to be served is every holder of record with a vote who was not served by a means that was open, has not waived notice
/// and was not left out for a reason that the law knows. Exit status 1 when anybody is.
#[derive(clap::Args)]
pub struct Deliveries {
    /// The meeting
    meeting: String,
    #[command(flatten)]
    book: BookFile,
    #[command(flatten)]
    axes: Axes,
    /// Print only the accounts still to be served, one a line
    #[arg(long)]
    still: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Deliveries {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let session = self.book.read()?;
        let at = self.axes.read()?;
        let corporation = session.corporation(at);
        let day = match at.as_of {
            Some(day) => day,
            None => now()?.day_in(&session.zone()),
        };
        let found = self.found(&session, &corporation, When::on(day))?;
        match (self.json, self.still) {
            (true, _) => print_json(&self.json(&session, &corporation, &found)),
            (false, true) => print_text(&accounts(&found)),
            (false, false) => self.print(&session, &corporation, &found),
        }
        Ok(ExitCode::from(u8::from(!found.still.is_empty() || found.some_unnamed)))
    }

    fn found(&self, session: &Session, corporation: &Corporation, at: When) -> Result<ToServe, Failure> {
        let Some(meeting) = corporation.meetings.get(&self.meeting) else {
            let known: Vec<&str> = corporation.meetings.keys().map(String::as_str).collect();
            let help = format!("meetings called: {}", known.join(", "));
            return Err(Failure::new(
                format!("there is no meeting \"{}\"", self.meeting),
                Some(&help),
            ));
        };
        let evidence = session.evidence();
        let mut clerk = session.clerk();
        clerk.corporation = corporation.clone();
        let book = clerk.law_book_on(at.day, &evidence);
        let found = to_serve(corporation, &book, &evidence, &self.meeting, meeting, at);
        evidence.trouble().map_err(|error| of_book(&error))?;
        found.map_err(|error| Failure::new(error.message, None))
    }

    /// The register row by row, as it is read, and then who is still to be served.
    fn print(&self, session: &Session, corporation: &Corporation, found: &ToServe) {
        let mut text = String::new();
        for_each(corporation, &session.evidence(), &self.meeting, &mut |delivery| {
            let _ = writeln!(text, "{}", line(&delivery));
            if text.len() > CHUNK {
                print_text(&text);
                text.clear();
            }
        });
        for (channel, recipients) in &found.to_everyone {
            let whom = match recipients {
                0 => "everyone".to_owned(),
                several => format!("{} holders, who are not named", Quantity::whole(*several)),
            };
            let _ = writeln!(text, "{channel}: to {whom}");
        }
        let number = Quantity::whole;
        let _ = writeln!(
            text,
            "{} holders entitled to notice: {} served, {} waived, {} left out lawfully, {} still to be served",
            number(found.holders),
            number(found.served),
            number(found.waived),
            number(found.excused),
            number(u64::try_from(found.still.len()).unwrap_or(u64::MAX)),
        );
        if found.some_unnamed {
            text.push_str("a notice went to fewer recipients than there are holders, and nobody says to whom\n");
        }
        print_text(&text);
    }

    fn json(&self, session: &Session, corporation: &Corporation, found: &ToServe) -> Value {
        let mut deliveries = Vec::new();
        for_each(corporation, &session.evidence(), &self.meeting, &mut |delivery| {
            deliveries.push(json!({
                "account": delivery.account,
                "channel": delivery.channel,
                "address": delivery.address,
                "sent": delivery.sent.to_string(),
                "result": result(&delivery),
                "returned": delivery.returned.map(|day| day.to_string()),
                "counts": delivery.counts,
            }));
        });
        json!({
            "meeting": self.meeting,
            "holders": found.holders,
            "served": found.served,
            "waived": found.waived,
            "excused": found.excused,
            "to-everyone": found.to_everyone.iter().map(|(channel, recipients)| json!({
                "channel": channel, "recipients": recipients,
            })).collect::<Vec<_>>(),
            "some-unnamed": found.some_unnamed,
            "still": found.still.iter().collect::<Vec<_>>(),
            "deliveries": deliveries,
        })
    }
}

fn accounts(found: &ToServe) -> String {
    found.still.iter().fold(String::new(), |mut text, account| {
        text.push_str(account);
        text.push('\n');
        text
    })
}

fn result(delivery: &Delivery<'_>) -> &'static str {
    match delivery.result {
        DeliveryResult::Sent => "sent",
        DeliveryResult::Delivered => "delivered",
        DeliveryResult::CameBack => "came back",
    }
}

fn line(delivery: &Delivery<'_>) -> String {
    let mut line = format!("{}  {}  {}", delivery.account, delivery.sent, delivery.channel);
    if !delivery.address.is_empty() {
        let _ = write!(line, ", to {}", delivery.address);
    }
    match (delivery.result, delivery.returned) {
        (DeliveryResult::Sent, _) => {}
        (DeliveryResult::CameBack, Some(day)) => {
            let _ = write!(line, "; came back {day}");
        }
        (_, _) => {
            let _ = write!(line, "; {}", result(delivery));
        }
    }
    if !delivery.counts {
        line.push_str("; the means was not open");
    }
    line
}
