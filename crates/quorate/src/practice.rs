//! What the texts leave open, from a file: whose holidays count, which days are business days, when business closes.
//!
//! ```kdl
//! practice {
//!     close-of-business "17:30"
//!     calendar "Utah" {
//!         holiday "2002-07-24" "Pioneer Day"
//!     }
//!     legal-holidays "federal" "Utah"      // the lists that a text may mean by legal holiday
//!     business-days except="federal"       // no business days: the weekend and this list
//!     weekend "Saturday" "Sunday"
//! }
//! ```

use std::path::{Path, PathBuf};

use quorate_calendar::{BusinessDays, CloseOfBusiness, Day, HolidayCalendar, TimeOfDay, Weekday};
use quorate_corporation::Practice;
use quorate_kdl::{Entry, Node, Span};

use crate::failure::Failure;
use crate::load::read_text;

/// The option that names the file.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct PracticeFile {
    /// What the texts leave open: holidays, business days, close of business (see quorate explain practice)
    #[arg(long, value_name = "FILE")]
    pub practice: Option<PathBuf>,
}

impl PracticeFile {
    /// The practice of the file; without one, both the federal and the Delaware list, Monday to Friday, 17:00.
    pub fn read(&self) -> Result<Practice, Failure> {
        match &self.practice {
            None => Ok(Practice::default()),
            Some(path) => of_text(path, &read_text(path)?),
        }
    }
}

/// How the file is written, for `quorate explain practice`.
pub const EXPLANATION: &str = "practice: what the texts leave open

A file for --practice. The texts do not say whose legal holidays count, which days are business days, or when business closes.
Without a file both the federal and the Delaware list count, and where they give different days both are readings; business
days are Monday to Friday less federal holidays; business closes at 17:00.

Example:
    practice {
        close-of-business \"17:30\"
        calendar \"Utah\" {
            holiday \"2002-07-24\" \"Pioneer Day\"
        }
        legal-holidays \"federal\" \"Utah\"
        business-days except=\"federal\"
        weekend \"Saturday\" \"Sunday\"
    }
";

type Problem = (String, Option<String>, Span);

/// Everything read so far, and everything wrong.
struct Reader {
    practice: Practice,
    calendars: Vec<HolidayCalendar>,
    problems: Vec<Problem>,
}

/// The practice that a text states; `path` names the text in messages.
pub fn of_text(path: &Path, text: &str) -> Result<Practice, Failure> {
    let name = path.display().to_string();
    let document = quorate_kdl::read(text).map_err(|errors| {
        let problems: Vec<_> = errors
            .into_iter()
            .map(|error| (error.message, error.help, error.span))
            .collect();
        Failure::of_source(&name, text, &problems)
    })?;
    let mut reader = Reader {
        practice: Practice::default(),
        calendars: vec![HolidayCalendar::federal(), HolidayCalendar::delaware()],
        problems: Vec::new(),
    };
    match document.nodes.as_slice() {
        [root] if root.name.text == "practice" => reader.read(root),
        nodes => {
            let span = nodes.first().map_or(Span { start: 0, end: 0 }, |node| node.name.span);
            reader.problem(
                "the file is no practice",
                Some("write: practice { … }; quorate explain practice shows one"),
                span,
            );
        }
    }
    if reader.problems.is_empty() {
        Ok(reader.practice)
    } else {
        Err(Failure::of_source(&name, text, &reader.problems))
    }
}

impl Reader {
    fn problem(&mut self, message: impl Into<String>, help: Option<&str>, span: Span) {
        self.problems.push((message.into(), help.map(str::to_owned), span));
    }

    fn read(&mut self, root: &Node) {
        let children: Vec<&Node> = root.children.iter().flatten().collect();
        // Calendars first: the other lines name them.
        for node in children.iter().filter(|node| node.name.text == "calendar") {
            self.calendar(node);
        }
        for node in children {
            match node.name.text.as_str() {
                "calendar" => {}
                "close-of-business" => self.close_of_business(node),
                "legal-holidays" => self.legal_holidays(node),
                "business-days" => self.business_days(node),
                "weekend" => self.weekend(node),
                other => {
                    let help = "calendar, legal-holidays, business-days, weekend or close-of-business";
                    self.problem(
                        format!("\"{other}\" is no part of a practice"),
                        Some(help),
                        node.name.span,
                    );
                }
            }
        }
    }

    fn calendar(&mut self, node: &Node) {
        let Some(name) = self.texts(node).into_iter().next().map(|(name, _)| name) else {
            return self.problem("a calendar has a name", None, node.name.span);
        };
        let mut days: Vec<(Day, String)> = Vec::new();
        for child in node.children.iter().flatten() {
            match self.texts(child).as_slice() {
                [(day, span), (holiday, _)] if child.name.text == "holiday" => match Day::parse(day) {
                    Ok(day) => days.push((day, holiday.clone())),
                    Err(error) => self.problem(error.to_string(), None, *span),
                },
                _ => self.problem(
                    "a holiday has its day and its name",
                    Some("write: holiday \"2002-07-24\" \"Pioneer Day\""),
                    child.name.span,
                ),
            }
        }
        self.calendars.push(HolidayCalendar::supplied(&name, days));
    }

    fn close_of_business(&mut self, node: &Node) {
        match self.texts(node).as_slice() {
            [(hour, span)] => match TimeOfDay::parse(hour) {
                Ok(time) => self.practice.close_of_business = CloseOfBusiness { time },
                Err(error) => self.problem(error.to_string(), None, *span),
            },
            _ => self.problem(
                "close-of-business has one hour",
                Some("write: close-of-business \"17:00\""),
                node.name.span,
            ),
        }
    }

    fn legal_holidays(&mut self, node: &Node) {
        let named = self.texts(node);
        let lists: Vec<_> = named
            .iter()
            .filter_map(|(name, span)| self.named(name, *span))
            .collect();
        if !lists.is_empty() {
            self.practice.holidays = lists;
        }
    }

    fn business_days(&mut self, node: &Node) {
        let except = node
            .entries
            .iter()
            .find(|entry| entry.name.as_ref().is_some_and(|name| name.text == "except"));
        let Some((name, span)) = except.and_then(text_of) else {
            return self.problem(
                "business-days names the list of days that are none",
                Some("write: business-days except=\"federal\""),
                node.name.span,
            );
        };
        if let Some(calendar) = self.named(&name, span) {
            self.practice.business_days.calendar = calendar;
        }
    }

    fn weekend(&mut self, node: &Node) {
        let mut days = Vec::new();
        for (name, span) in self.texts(node) {
            match Weekday::named(&name) {
                Some(day) => days.push(day),
                None => self.problem(format!("\"{name}\" is no day of the week"), None, span),
            }
        }
        self.practice.business_days = BusinessDays::new(self.practice.business_days.calendar.clone(), &days);
    }

    fn named(&mut self, name: &str, span: Span) -> Option<HolidayCalendar> {
        let position = match name {
            "federal" => Some(0),
            "delaware" => Some(1),
            own => self.calendars.iter().position(|calendar| calendar.name() == own),
        };
        if position.is_none() {
            let known: Vec<_> = self.calendars.iter().skip(2).map(HolidayCalendar::name).collect();
            let help = format!(
                "lists: federal, delaware{}",
                known.iter().map(|name| format!(", {name}")).collect::<String>()
            );
            self.problem(format!("there is no list of holidays \"{name}\""), Some(&help), span);
        }
        position.and_then(|position| self.calendars.get(position).cloned())
    }

    fn texts(&mut self, node: &Node) -> Vec<(String, Span)> {
        node.entries
            .iter()
            .filter(|entry| entry.name.is_none())
            .filter_map(text_of)
            .collect()
    }
}

fn text_of(entry: &Entry) -> Option<(String, Span)> {
    entry.value.as_str().map(|text| (text.to_owned(), entry.value_span))
}
