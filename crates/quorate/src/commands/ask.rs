//! `quorate ask`.

use std::path::Path;
use std::process::ExitCode;

use quorate_casebook::{Problem, read_asks};
use quorate_corporation::facts::{FactValue, Facts, LAW_ON};
use quorate_corporation::{Answer, Question, questions};
use quorate_law::LawBook;
use quorate_law::vocabulary::suggestion;

use crate::Outcome;
use crate::commands::print_json;
use crate::failure::Failure;
use crate::load::{Under, read_text};
use crate::practice::PracticeFile;
use crate::render::{answer_text, json};

/// Ask a legal question under instruments, without any history
///
/// The question is one that `quorate questions` lists, or a file of `ask` nodes. Facts are given as name=value;
/// what nobody states is not assumed: the answer says what each case would give.
///
/// Example: quorate ask record-date-default --under altiris-2006 notice-given=2007-09-04
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Ask {
    /// The question's id, or a KDL file of ask nodes
    question: String,
    /// The bylaws: a set that ships with quorate, a folder with bylaws.kdl, or a file
    #[arg(long, value_name = "INSTRUMENTS")]
    under: Option<String>,
    /// The certificate of incorporation: a set's example, or a file; without it the certificate is absent
    #[arg(long, value_name = "FILE")]
    certificate: Option<String>,
    /// A further instrument, such as an exchange's rules
    #[arg(long, value_name = "FILE")]
    overlay: Vec<String>,
    /// The day whose law applies, where the facts do not give it
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[command(flatten)]
    practice: PracticeFile,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Facts, as name=value
    #[arg(value_name = "FACT=VALUE")]
    facts: Vec<String>,
}

impl Ask {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let asked = if Path::new(&self.question)
            .extension()
            .is_some_and(|extension| extension == "kdl")
        {
            self.asked_in_file()?
        } else {
            vec![self.asked_in_arguments()?]
        };
        let practice = self.practice.read()?;
        let mut answers = Vec::new();
        for (question, facts, book) in asked {
            answers.push((question, quorate_corporation::ask(question, &facts, &book, &practice)));
        }
        self.print(&answers);
        let has_unmet = answers.iter().any(|(_, answer)| answer.has_unmet());
        Ok(ExitCode::from(u8::from(has_unmet)))
    }

    fn print(&self, answers: &[(&'static Question, Answer)]) {
        if !self.json {
            let texts: Vec<_> = answers
                .iter()
                .map(|(question, answer)| answer_text::answer(question, answer))
                .collect();
            say!("{}", texts.join("\n"));
            return;
        }
        match answers {
            [(_, only)] => print_json(&json::answer(only)),
            several => print_json(&several.iter().map(|(_, answer)| json::answer(answer)).collect()),
        }
    }

    fn under(&self, given: Option<&str>, certificate: Option<&str>) -> Result<LawBook, Failure> {
        let Some(under) = given.or(self.under.as_deref()) else {
            let sets: Vec<_> = quorate_instruments::sets().collect();
            let help = format!(
                "add --under INSTRUMENTS; sets that ship with quorate: {}",
                sets.join(", ")
            );
            return Err(Failure::new("no instruments are named", Some(&help)));
        };
        let certificate = certificate.or(self.certificate.as_deref()).map(str::to_owned);
        Under {
            under: under.to_owned(),
            certificate,
            overlay: self.overlay.clone(),
        }
        .law_book()
    }

    fn asked_in_arguments(&self) -> Result<(&'static Question, Facts, LawBook), Failure> {
        let question = find_question(&self.question)?;
        let mut facts = Facts::none();
        let mut problems = Vec::new();
        let on = self.on.iter().map(|day| format!("{}={day}", LAW_ON.spec.name));
        for given in on.chain(self.facts.iter().cloned()) {
            match read_argument(question, &given) {
                Ok((name, _)) if facts.get(&name).is_some() => {
                    problems.push(Failure::new(
                        format!("the fact {name} is given twice"),
                        Some("give it once"),
                    ));
                }
                Ok((name, value)) => facts = facts.with(&name, value),
                Err(problem) => problems.push(problem),
            }
        }
        match self.under(None, None) {
            Ok(book) if problems.is_empty() => Ok((question, facts, book)),
            Ok(_) => Err(Failure::several(problems)),
            Err(problem) => Err(Failure::several(problems.into_iter().chain([problem]).collect())),
        }
    }

    fn asked_in_file(&self) -> Result<Vec<(&'static Question, Facts, LawBook)>, Failure> {
        let given: Vec<&str> = self.on.iter().chain(&self.facts).map(String::as_str).collect();
        if !given.is_empty() {
            let help = "write them on the ask nodes of the file";
            return Err(Failure::new(
                format!(
                    "{} asks with facts of its own, not with {}",
                    self.question,
                    given.join(", ")
                ),
                Some(help),
            ));
        }
        let text = read_text(Path::new(&self.question))?;
        let requests = read_asks(&text).map_err(|problems| of_problems(&self.question, &text, &problems))?;
        if requests.is_empty() {
            let help = "write, for example: ask quorum under=\"oak/bylaws.kdl\" shares-entitled=1000";
            return Err(Failure::new(format!("{} asks nothing", self.question), Some(help)));
        }
        requests
            .into_iter()
            .map(|request| {
                let book = self.under(request.under.as_deref(), request.certificate.as_deref())?;
                Ok((request.question, request.facts, book))
            })
            .collect()
    }
}

/// The question of an id, or a failure that suggests one.
pub fn find_question(id: &str) -> Result<&'static Question, Failure> {
    questions::find(id).ok_or_else(|| {
        let all = questions::all();
        let near = suggestion(id, all.iter().map(|question| question.id));
        let help = near.map_or_else(
            || "quorate questions lists them".to_owned(),
            |near| format!("did you mean {near}?"),
        );
        Failure::new(format!("there is no question \"{id}\""), Some(&help))
    })
}

fn read_argument(question: &'static Question, given: &str) -> Result<(String, FactValue), Failure> {
    let Some((name, text)) = given.split_once('=') else {
        return Err(Failure::new(
            format!("\"{given}\" is not a fact"),
            Some("write facts as name=value"),
        ));
    };
    quorate_casebook::read_named_fact(question, name, text)
        .map(|value| (name.to_owned(), value))
        .map_err(|(message, help)| Failure::new(message, help.as_deref()))
}

fn of_problems(name: &str, text: &str, problems: &[Problem]) -> Failure {
    let problems: Vec<_> = problems
        .iter()
        .map(|problem| (problem.message.clone(), problem.help.clone(), problem.span))
        .collect();
    Failure::of_source(name, text, &problems)
}
