//! `quorate plan`.

use std::process::ExitCode;

use quorate_calendar::Day;
use quorate_corporation::facts::{FactValue, Facts};
use quorate_corporation::plan::{Plan as MeetingPlan, PlanRequest, Step, plan_annual_meeting, plan_between};
use quorate_corporation::questions;
use quorate_law::vocabulary::suggestion;

use crate::Outcome;
use crate::commands::print_json;
use crate::failure::Failure;
use crate::load::Under;
use crate::practice::PracticeFile;
use crate::render::json;

/// Plan a meeting: every deadline in date order, with its section and how it was counted
#[derive(clap::Args)]
pub struct Plan {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Plan an annual meeting for a day, or find the days of a range on which it can be held
    AnnualMeeting(AnnualMeeting),
}

#[derive(clap::Args)]
struct AnnualMeeting {
    #[command(flatten)]
    under: Under,
    /// The day of the meeting
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
    /// The day on which the plan is made; what must be done cannot lie before it
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    /// What is to be acted on, such as merger; may be given several times
    #[arg(long, value_name = "MATTER")]
    matter: Vec<String>,
    #[command(flatten)]
    practice: PracticeFile,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Further facts, as name=value: listed=no holders-of-record=1200
    #[arg(value_name = "FACT=VALUE")]
    facts: Vec<String>,
}

/// The longest range of days that is planned at once: two years.
const RANGE_DAYS_MAX: i64 = 731;

impl Plan {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        match self.what {
            What::AnnualMeeting(command) => command.run(),
        }
    }
}

impl AnnualMeeting {
    fn run(self) -> Outcome {
        let book = self.under.law_book()?;
        let today = self.today.as_deref().map(day).transpose()?;
        let facts = self.read_facts()?;
        let request = |meeting| PlanRequest {
            meeting,
            matters: self.matter.clone(),
            today,
            facts: facts.clone(),
        };
        let practice = self.practice.read()?;
        let plans = match (&self.on, &self.between) {
            (Some(on), _) => vec![plan_annual_meeting(&request(day(on)?), &book, &practice)],
            (None, Some(ends)) => {
                let (first, last) = (day(&ends[0])?, day(&ends[1])?);
                if last < first || first.days_until(last) > RANGE_DAYS_MAX {
                    let help = format!("give the earlier day first, and at most {RANGE_DAYS_MAX} days");
                    return Err(Failure::new(
                        format!("{first} to {last} is no range that can be planned"),
                        Some(&help),
                    ));
                }
                plan_between(first, last, &request(first), &book, &practice)
            }
            (None, None) => Vec::new(),
        };
        if self.json {
            print_json(&json::plans(&plans));
        } else if self.on.is_some() {
            plans.iter().for_each(|plan| say!("{}", in_full(plan)));
        } else {
            say!("{}", summary(&plans));
        }
        Ok(ExitCode::from(u8::from(!plans.iter().any(MeetingPlan::is_possible))))
    }

    /// Facts that any question knows, or everything wrong with them.
    fn read_facts(&self) -> Result<Facts, Failure> {
        let mut facts = Facts::none();
        let mut problems = Vec::new();
        for given in &self.facts {
            match read_argument(given) {
                Ok((name, _)) if facts.get(name).is_some() => {
                    let message = format!("the fact {name} is given twice");
                    problems.push(Failure::new(message, Some("give it once")));
                }
                Ok((name, value)) => facts = facts.with(name, value),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() {
            Ok(facts)
        } else {
            Err(Failure::several(problems))
        }
    }
}

/// A fact as the first question that knows it by name reads it.
fn read_argument(given: &str) -> Result<(&str, FactValue), Failure> {
    let Some((name, text)) = given.split_once('=') else {
        return Err(Failure::new(
            format!("\"{given}\" is not a fact"),
            Some("write facts as name=value"),
        ));
    };
    let all = questions::all();
    let names = || {
        all.iter()
            .flat_map(|question| question.facts.iter().map(|spec| spec.name))
    };
    if !names().any(|known| known == name) {
        let help = suggestion(name, names()).map(|near| format!("did you mean {near}?"));
        return Err(Failure::new(
            format!("no question has a fact \"{name}\""),
            Some(
                help.as_deref()
                    .unwrap_or("quorate questions QUESTION lists the facts of a question"),
            ),
        ));
    }
    let knowing = all
        .iter()
        .filter(|question| question.facts.iter().any(|spec| spec.name == name));
    let mut readings: Vec<_> = knowing
        .map(|question| quorate_casebook::read_named_fact(question, name, text))
        .collect();
    readings.sort_by_key(Result::is_err);
    let first = readings.into_iter().next().expect("some question knows the name");
    first
        .map(|value| (name, value))
        .map_err(|(message, help)| Failure::new(message, help.as_deref()))
}

fn day(text: &str) -> Result<Day, Failure> {
    Day::parse(text).map_err(|error| Failure::new(error, Some("write the day as 2002-04-17")))
}

/// One plan for people.
pub fn in_full(plan: &MeetingPlan) -> String {
    let mut out = format!("Annual meeting on {}\n\n", plan.meeting.long());
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
    out
}

fn dates(step: &Step) -> String {
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
