//! `quorate plan`.

mod output;
mod read;

use std::path::PathBuf;
use std::process::ExitCode;

use quorate_calendar::{Day, Weekday};
use quorate_corporation::plan::{
    Plan as MeetingPlan, PlanKind, PlanRequest, Step, Wanted, clashes, plan_all, plan_between, plan_meeting, requests,
};

use crate::Outcome;
use crate::commands::book::{BookFile, now, of_book};
use crate::failure::Failure;
use crate::load::{Under, read_text};
use crate::practice::PracticeFile;
use output::{Output, Whose};

/// Plan meetings and consents: every deadline in date order, with its section and how it was counted
#[derive(clap::Args)]
pub struct Plan {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Plan an annual meeting for a day, or find the days of a range on which it can be held
    AnnualMeeting(One),
    /// Plan a special meeting for a day, or find the days of a range on which it can be held
    SpecialMeeting(One),
    /// Plan a written consent of stockholders, from the day on which the first one is delivered
    Consent(One),
    /// Plan the meetings and consents of a file together
    File(Several),
    /// Plan what a minute book has ahead of it
    Book(Ahead),
}

#[derive(clap::Args)]
struct One {
    #[command(flatten)]
    under: Under,
    /// The day of the meeting, or of the first delivery of a consent
    #[arg(
        long,
        value_name = "DATE",
        conflicts_with = "between",
        required_unless_present = "between"
    )]
    on: Option<String>,
    /// The first and the last day of a range
    #[arg(long, value_names = ["FIRST", "LAST"], num_args = 2)]
    between: Option<Vec<String>>,
    /// A weekday that will do, such as Tuesday; may be given several times
    #[arg(long, value_name = "WEEKDAY", requires = "between")]
    weekday: Vec<String>,
    /// Legal holidays will not do
    #[arg(long, requires = "between")]
    not_on_holiday: bool,
    /// A day that is taken by another meeting; may be given several times
    #[arg(long, value_name = "DATE", requires = "between")]
    not_on: Vec<String>,
    /// The day on which the plan is made; what must be done cannot lie before it
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    /// What is to be acted on, such as merger; may be given several times
    #[arg(long, value_name = "MATTER")]
    matter: Vec<String>,
    #[command(flatten)]
    practice: PracticeFile,
    #[command(flatten)]
    output: Output,
    /// Further facts, as name=value: listed=no holders-of-record=1200
    #[arg(value_name = "FACT=VALUE")]
    facts: Vec<String>,
}

#[derive(clap::Args)]
struct Several {
    /// The file: meeting "spring" kind="annual" on="2002-04-17" matters="merger"; consent "c" on="2002-06-03"
    #[arg(value_name = "FILE.kdl")]
    file: PathBuf,
    #[command(flatten)]
    under: Under,
    /// The day on which the plan is made; what must be done cannot lie before it
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    #[command(flatten)]
    practice: PracticeFile,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
struct Ahead {
    #[command(flatten)]
    book: BookFile,
    /// The day on which the plan is made; today by the clock of this machine when not given
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// The longest range of days that is planned at once: two years.
const RANGE_DAYS_MAX: i64 = 731;

impl Plan {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        match self.what {
            What::AnnualMeeting(command) => command.run(PlanKind::Annual),
            What::SpecialMeeting(command) => command.run(PlanKind::Special),
            What::Consent(command) => command.run(PlanKind::Consent),
            What::File(command) => command.run(),
            What::Book(command) => command.run(),
        }
    }
}

impl One {
    fn run(self, kind: PlanKind) -> Outcome {
        let book = self.under.law_book()?;
        let request = PlanRequest {
            matters: self.matter.clone(),
            today: self.today.as_deref().map(day).transpose()?,
            facts: read::facts(&self.facts)?,
            ..PlanRequest::new(kind, self.first_day()?)
        };
        let practice = self.practice.read()?;
        let Some(ends) = &self.between else {
            let plans = [plan_meeting(&request, &book, &practice)];
            return self.output.show(&without_book(&self.under), &plans, &[]);
        };
        let (first, last) = (request.meeting, day(&ends[1])?);
        if last < first || first.days_until(last) > RANGE_DAYS_MAX {
            let help = format!("give the earlier day first, and at most {RANGE_DAYS_MAX} days");
            return Err(Failure::new(
                format!("{first} to {last} is no range that can be planned"),
                Some(&help),
            ));
        }
        let plans = plan_between(first, last, &request, &self.wanted()?, &book, &practice);
        self.output.summarize(&plans)?;
        Ok(ExitCode::from(u8::from(!plans.iter().any(MeetingPlan::is_possible))))
    }

    fn first_day(&self) -> Result<Day, Failure> {
        let first = self.between.as_ref().and_then(|ends| ends.first());
        day(self.on.as_ref().or(first).map_or("", String::as_str))
    }

    fn wanted(&self) -> Result<Wanted, Failure> {
        let weekdays = self.weekday.iter().map(|name| {
            Weekday::named(name).ok_or_else(|| {
                Failure::new(
                    format!("\"{name}\" is not a weekday"),
                    Some("write the day in full, such as Tuesday"),
                )
            })
        });
        Ok(Wanted {
            weekdays: weekdays.collect::<Result<_, _>>()?,
            not_on_holiday: self.not_on_holiday,
            taken: self.not_on.iter().map(|text| day(text)).collect::<Result<_, _>>()?,
        })
    }
}

impl Several {
    fn run(self) -> Outcome {
        let book = self.under.law_book()?;
        let today = self.today.as_deref().map(day).transpose()?;
        let text = read_text(&self.file)?;
        let requests = read::requests(&self.file, &text, today)?;
        let plans = plan_all(&requests, &book, &self.practice.read()?);
        self.output.show(&without_book(&self.under), &plans, &clashes(&plans))
    }
}

impl Ahead {
    fn run(self) -> Outcome {
        let ahead = plans_of_book(&self.book, self.today.as_deref())?;
        let whose = Whose {
            name: &ahead.name,
            head: ahead.head,
        };
        self.output.show(&whose, &ahead.plans, &clashes(&ahead.plans))
    }
}

fn without_book(under: &Under) -> Whose<'_> {
    Whose {
        name: &under.under,
        head: 0,
    }
}

/// What a book has ahead of it.
pub struct AheadOfBook {
    /// The corporation.
    pub name: String,
    /// The number of the last entry.
    pub head: u64,
    /// The day on which the plans are made.
    pub today: Day,
    /// The plans.
    pub plans: Vec<MeetingPlan>,
}

/// The plans of what a book has ahead of it, made on a day.
pub fn plans_of_book(book: &BookFile, today: Option<&str>) -> Result<AheadOfBook, Failure> {
    let session = book.read()?;
    let today = match today {
        Some(text) => day(text)?,
        None => now()?.day_in(&session.zone()),
    };
    let mut clerk = session.clerk();
    clerk.corporation = session.corporation(quorate::minute_book::AsKnown {
        as_of: Some(today),
        known_on: None,
    });
    let evidence = session.evidence();
    let law = clerk.law_book_on(today, &evidence);
    let plans = plan_all(
        &requests(&clerk.corporation, &evidence, today),
        &law,
        session.practice(),
    );
    evidence.trouble().map_err(|error| of_book(&error))?;
    Ok(AheadOfBook {
        name: clerk.corporation.name.unwrap_or_default(),
        head: session.head().number,
        today,
        plans,
    })
}

/// Reads a day that an option gives.
pub fn day(text: &str) -> Result<Day, Failure> {
    Day::parse(text).map_err(|error| Failure::new(error, Some("write the day as 2002-04-17")))
}

/// One plan for people.
pub fn in_full(plan: &MeetingPlan) -> String {
    let name = plan.kind.name();
    let mut out = format!("{}{} on {}", name[..1].to_uppercase(), &name[1..], plan.meeting.long());
    if plan.id != plan.kind.word() {
        out.push_str(&format!(" ({})", plan.id));
    }
    out.push_str("\n\n");
    for step in &plan.steps {
        out.push_str(&format!(
            "{:<25} {}{}\n",
            dates(step),
            step.what,
            if step.says.is_empty() {
                String::new()
            } else {
                format!(": {}", step.says)
            }
        ));
        if let Some(done) = &step.done {
            out.push_str(&format!("{:<25}   done: {done}\n", ""));
        }
        if !step.sections.is_empty() {
            out.push_str(&format!("{:<25}   {}\n", "", step.sections.join("; ")));
        }
        for counted in &step.counted {
            out.push_str(&format!("{:<25}   counted: {counted}\n", ""));
        }
        for depends in &step.depends_on {
            out.push_str(&format!("{:<25}   depends on {depends}\n", ""));
        }
    }
    for why in &plan.impossible {
        out.push_str(&format!("\nimpossible: {why}\n"));
    }
    for change in &plan.changes {
        out.push_str(&format!("    {change}\n"));
    }
    out
}

/// The days of a step.
pub fn dates(step: &Step) -> String {
    match (step.earliest, step.latest) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) if last < first => "no day".to_owned(),
        (Some(first), Some(last)) => format!("{first} – {last}"),
        (Some(first), None) => format!("from {first}"),
        (None, Some(last)) => format!("by {last}"),
        (None, None) => "—".to_owned(),
    }
}

/// Many plans, a line each: possible days joined into runs, impossible ones with the reason.
fn summary(plans: &[MeetingPlan]) -> String {
    let mut out = String::new();
    let mut index = 0;
    while let Some(first) = plans.get(index) {
        let same = |plan: &&MeetingPlan| plan.is_possible() == first.is_possible();
        let run: Vec<_> = plans[index..].iter().take_while(same).collect();
        let last = run.last().map_or(first.meeting, |plan| plan.meeting);
        let range = if last == first.meeting {
            first.meeting.to_string()
        } else {
            format!("{} – {last}", first.meeting)
        };
        if first.is_possible() {
            out.push_str(&format!("{range}: possible\n"));
        } else {
            out.push_str(&format!("{range}: impossible\n"));
            for why in &first.impossible {
                out.push_str(&format!("    on {}: {why}\n", first.meeting));
            }
        }
        index += run.len();
    }
    out
}
