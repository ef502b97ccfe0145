//! What ends a proxy before it is voted: revocation, a later proxy, a vote in person, death.

use quorate_calendar::Day;
use quorate_law::vocabulary::proxy_revocation::{
    self, BY, DEATH, EFFECTIVE, IN_WRITING, INTEREST, IRREVOCABLE, UNTIL_VOTED,
};
use quorate_law::vocabulary::{Field, Term};
use quorate_law::{Provision, Situation, Source};

use super::proxy_validity::DATED;
use crate::facts::{Fact, FactSpec};
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Inquiry, Pause};
use crate::questions::common::{finding, rely_on};

/// The date of a later proxy.
static LATER: Fact<Day> = Fact::new(
    "later-proxy-dated",
    "the date of another proxy of the same holder for the same shares",
);
/// When it was revoked.
pub static REVOKED_ON: Fact<Day> = Fact::new("revoked-on", "the day on which the holder revoked it");
/// When the secretary was told of the revocation.
pub static NOTICE_TO_SECRETARY: Fact<Day> = Fact::new(
    "revocation-notice-to-secretary",
    "the day on which the secretary received notice of the revocation",
);
/// Whether it says it is irrevocable.
pub static IRREVOCABLE_STATED: Fact<bool> =
    Fact::new("irrevocable-stated", "whether the proxy states that it is irrevocable");
/// Whether it is coupled with an interest.
pub static COUPLED: Fact<bool> = Fact::new(
    "coupled-with-interest",
    "whether it is coupled with an interest sufficient in law to support an irrevocable power",
);
/// Whether the holder has died.
static DIED: Fact<bool> = Fact::new(
    "holder-died-or-incapacitated",
    "whether the holder died or became incapacitated before the vote",
);
/// Whether notice of that came in time.
static DEATH_NOTICE: Fact<bool> = Fact::new(
    "death-notice-before-count",
    "whether written notice of the death or incapacity reached the secretary before the vote was counted or the authority exercised",
);
/// Whether the holder came and voted.
static ATTENDED: Fact<bool> = Fact::new(
    "attended-and-voted",
    "whether the holder attended the meeting and voted these shares in person",
);

/// With an interest in what it is coupled.
pub static INTEREST_IN: Fact<&'static str> = Fact::word(
    "interest-in",
    &["stock", "corporation"],
    "whether the interest with which it is coupled is in the stock or in the corporation generally",
);
/// When that interest ended.
pub static INTEREST_ENDED_ON: Fact<Day> = Fact::new(
    "interest-ended-on",
    "the day on which the interest with which it was coupled ended",
);
/// Who revoked it.
pub static REVOKED_BY: Fact<&'static str> = Fact::word(
    "revoked-by",
    &["holder", "legal representative", "assign", "someone else"],
    "who revoked it",
);
/// Whether in writing.
pub static REVOKED_IN_WRITING: Fact<bool> = Fact::new("revoked-in-writing", "whether it was revoked in writing");
/// Whether it had been voted before.
pub static ALREADY_VOTED: Fact<bool> = Fact::new("already-voted", "whether it had been voted before it was revoked");
/// When it was received.
static RECEIVED: Fact<Day> = Fact::new("proxy-received", "the day on which the proxy was received");
/// When the later one was received.
static LATER_RECEIVED: Fact<Day> = Fact::new("later-proxy-received", "the day on which the other proxy was received");

/// The facts that may end it, for the question's list.
pub(super) static FACTS: [&FactSpec; 15] = [
    &LATER.spec,
    &LATER_RECEIVED.spec,
    &RECEIVED.spec,
    &REVOKED_ON.spec,
    &REVOKED_BY.spec,
    &REVOKED_IN_WRITING.spec,
    &ALREADY_VOTED.spec,
    &NOTICE_TO_SECRETARY.spec,
    &IRREVOCABLE_STATED.spec,
    &COUPLED.spec,
    &INTEREST_IN.spec,
    &INTEREST_ENDED_ON.spec,
    &DIED.spec,
    &DEATH_NOTICE.spec,
    &ATTENDED.spec,
];

/// It was revoked.
pub static REVOKED: FindingDefinition = FindingDefinition {
    id: "proxy-revoked",
    title: "the proxy had been revoked",
    rank: Rank::Standing,
};
/// A later one took its place.
pub static SUPERSEDED: FindingDefinition = FindingDefinition {
    id: "proxy-superseded",
    title: "a later proxy took its place",
    rank: Rank::Standing,
};
/// The holder voted in person.
pub static VOTED_IN_PERSON: FindingDefinition = FindingDefinition {
    id: "proxy-holder-voted-in-person",
    title: "the holder came and voted in person",
    rank: Rank::Standing,
};
/// The holder died.
pub static DEATH_ENDED: FindingDefinition = FindingDefinition {
    id: "proxy-ended-by-death",
    title: "death or incapacity of the holder ended the proxy",
    rank: Rank::Standing,
};

/// A point on which the texts can be read either way.
pub(super) struct Doubt {
    /// The reading we prefer, with why, and whether the proxy is valid under it.
    pub(super) preferred: (&'static str, &'static str, bool),
    /// The other reading, with why.
    pub(super) other: (&'static str, &'static str),
}

/// The rule on revocation, as far as a text states one; with it, where it refers to the statute, the statute's.
pub(super) struct Rule<'a> {
    provision: Option<&'a Provision>,
    pub(super) texts: Vec<&'a Provision>,
    needs_notice: bool,
    is_irrevocable: bool,
    /// Why it is or is not irrevocable, where it says that it is.
    told: &'static str,
}

impl Rule<'_> {
    /// The word of the first text that has one.
    fn word(&self, field: &Field<Term>) -> Option<&str> {
        self.texts.iter().find_map(|text| text.word(field))
    }

    fn says(&self, field: &Field<bool>) -> bool {
        self.texts.iter().any(|text| text.says(field))
    }
}

/// What a text says of revocation, and whether this proxy can be revoked at all.
pub(super) fn revocation<'a>(inquiry: &mut Inquiry<'a>, voted_on: Day) -> Result<Rule<'a>, Pause> {
    let touched = inquiry.known(&REVOKED_ON).is_some()
        || inquiry.known(&LATER).is_some()
        || inquiry.known(&ATTENDED) == Some(true)
        || inquiry.known(&DIED) == Some(true);
    if !touched {
        return Ok(Rule {
            provision: None,
            texts: Vec::new(),
            needs_notice: false,
            is_irrevocable: false,
            told: "",
        });
    }
    let resolution = inquiry.consult(&proxy_revocation::DEFINITION, &Situation::general())?;
    let provision = resolution.first();
    let mut texts: Vec<&Provision> = provision.into_iter().collect();
    if provision.and_then(|rule| rule.word(&IRREVOCABLE)) == Some("as the statute permits") {
        // A text that refers to the statute does not displace it.
        let displaced = resolution.displaced.iter().map(|note| note.provision);
        let statute: Vec<&Provision> = displaced
            .filter(|other| other.citation.source == Source::Statute)
            .collect();
        let both: Vec<&Provision> = statute
            .iter()
            .copied()
            .chain(resolution.controlling.iter().copied())
            .collect();
        rely_on(inquiry, &resolution, &both);
        texts.extend(statute);
    }
    let mut rule = Rule {
        provision,
        texts,
        needs_notice: provision.and_then(|rule| rule.word(&EFFECTIVE)) == Some("notice to the secretary"),
        is_irrevocable: false,
        told: "",
    };
    if inquiry.known(&IRREVOCABLE_STATED) == Some(true) {
        for text in &rule.texts {
            if let Some(when) = text.word(&IRREVOCABLE) {
                inquiry.show(format!("{}: irrevocable: {when}", text.citation));
            }
        }
        (rule.is_irrevocable, rule.told) = irrevocable(inquiry, &rule, voted_on)?;
    }
    Ok(rule)
}

/// Whether a proxy that says that it is irrevocable is: only coupled with an interest that serves, and only while that lasts.
fn irrevocable(inquiry: &mut Inquiry<'_>, rule: &Rule<'_>, voted_on: Day) -> Result<(bool, &'static str), Pause> {
    if !inquiry.need(&COUPLED)? {
        return Ok((
            false,
            "it states that it is irrevocable and is coupled with no interest that would make it so",
        ));
    }
    if inquiry.known(&INTEREST_ENDED_ON).is_some_and(|ended| ended <= voted_on) {
        return Ok((false, "the interest with which it was coupled has ended"));
    }
    if rule.word(&INTEREST) == Some("stock") && inquiry.need(&INTEREST_IN)? == "corporation" {
        return Ok((
            false,
            "it is coupled with an interest in the corporation, and the text asks for one in the stock",
        ));
    }
    Ok((true, "it states that it is irrevocable and is coupled with an interest"))
}

/// Whether it had not been revoked in words.
pub(super) fn judge_revoked(
    inquiry: &mut Inquiry<'_>,
    rule: &Rule<'_>,
    voted_on: Day,
    doubts: &mut Vec<Doubt>,
) -> Result<bool, Pause> {
    let Some(revoked_on) = inquiry.known(&REVOKED_ON) else {
        return Ok(true);
    };
    let blames = vec!["revoked-on", "revocation-notice-to-secretary"];
    let effect = effect(inquiry, rule, revoked_on, voted_on)?;
    if !effect.is_by_unnamed_assign {
        report(inquiry, &REVOKED, !effect.is_effective, effect.message, rule, blames);
        return Ok(!effect.is_effective);
    }
    let mut found = finding(&REVOKED, false, effect.message, &rule.texts, blames);
    found.status = FindingStatus::DependsOnReading;
    inquiry.find(found);
    doubts.push(Doubt {
        preferred: (
            "only the holder of record, or who stands in the holder's place by law, revokes",
            "the records say who may vote, and the text names no assigns",
            true,
        ),
        other: (
            "an assign may revoke",
            "a proxy is an agency for whoever owns the shares",
        ),
    });
    Ok(true)
}

/// What a revocation does by the day of the vote.
pub(super) struct EffectOfRevocation {
    pub(super) is_effective: bool,
    /// Whether it comes from an assign, and no text names assigns.
    pub(super) is_by_unnamed_assign: bool,
    pub(super) message: String,
}

/// What a revocation does by the day of the vote, with the facts that decide.
pub(super) fn effect(
    inquiry: &mut Inquiry<'_>,
    rule: &Rule<'_>,
    revoked_on: Day,
    voted_on: Day,
) -> Result<EffectOfRevocation, Pause> {
    let told = |is_effective: bool, is_by_unnamed_assign: bool, message: String| EffectOfRevocation {
        is_effective,
        is_by_unnamed_assign,
        message,
    };
    if let Some(why) = without_effect(inquiry, rule)? {
        return Ok(told(false, false, format!("revoked on {revoked_on}, but {why}")));
    }
    let notice = inquiry.known(&NOTICE_TO_SECRETARY);
    let since = if rule.needs_notice { notice } else { Some(revoked_on) };
    let is_effective = since.is_some_and(|since| since <= voted_on);
    let ended = if rule.told.is_empty() {
        String::new()
    } else {
        format!("; {}", rule.told)
    };
    let message = match (rule.needs_notice, notice) {
        (true, None) => {
            format!("revoked on {revoked_on}; the secretary had no notice when it was voted on {voted_on}{ended}")
        }
        (true, Some(notice)) => {
            format!("revoked on {revoked_on}, with notice to the secretary on {notice}; voted on {voted_on}{ended}")
        }
        (false, _) => format!("revoked on {revoked_on}; voted on {voted_on}{ended}"),
    };
    if is_effective && is_by_unnamed_assign(inquiry, rule) {
        return Ok(told(true, true, format!("{message}; by an assign of the holder")));
    }
    Ok(told(is_effective, false, message))
}

/// Why a revocation has no effect at all, if it has none.
fn without_effect(inquiry: &mut Inquiry<'_>, rule: &Rule<'_>) -> Result<Option<&'static str>, Pause> {
    if rule.is_irrevocable {
        return Ok(Some(rule.told));
    }
    if inquiry.known(&REVOKED_BY) == Some("someone else") {
        return Ok(Some("not by the holder or one in the holder's place"));
    }
    if rule.says(&IN_WRITING) && !inquiry.need(&REVOKED_IN_WRITING)? {
        return Ok(Some("not in writing, which the text asks for"));
    }
    if rule.says(&UNTIL_VOTED) && inquiry.known(&ALREADY_VOTED) == Some(true) {
        return Ok(Some(
            "it had been voted before, and the text lets it be revoked only until then",
        ));
    }
    Ok(None)
}

fn is_by_unnamed_assign(inquiry: &Inquiry<'_>, rule: &Rule<'_>) -> bool {
    inquiry.known(&REVOKED_BY) == Some("assign") && rule.word(&BY) != Some("holder, legal representatives or assigns")
}

/// Whether no later proxy took its place.
pub(super) fn judge_later(inquiry: &mut Inquiry<'_>, rule: &Rule<'_>, voted_on: Day, doubts: &mut Vec<Doubt>) -> bool {
    let (Some(later), Some(dated)) = (inquiry.known(&LATER), inquiry.known(&DATED)) else {
        return true;
    };
    let blames = vec!["later-proxy-dated", "proxy-dated"];
    let receipts = (inquiry.known(&RECEIVED), inquiry.known(&LATER_RECEIVED));
    let by_receipt = match receipts {
        (Some(received), Some(other)) if later == dated && received != other => Some(other > received),
        _ => None,
    };
    if let (Some(is_later), false, (Some(received), Some(other))) = (by_receipt, rule.is_irrevocable, receipts) {
        let message =
            format!("both proxies are dated {dated}; this one was received on {received}, the other on {other}");
        let is_superseded = is_later && other <= voted_on;
        report(inquiry, &SUPERSEDED, !is_superseded, message, rule, blames);
        return !is_superseded;
    }
    if later == dated && !rule.is_irrevocable {
        let message = format!("another proxy bears the same date, {dated}: which is the later does not show");
        let mut found = finding(&SUPERSEDED, false, message, &[], blames);
        found.status = FindingStatus::NeedsJudgment;
        found.help = Some("the inspectors of election decide, by hour, postmark or receipt; if neither proves later, neither is counted".to_owned());
        inquiry.find(found);
        doubts.push(Doubt {
            preferred: (
                "of two proxies of one date neither counts until the later is shown",
                "the last word of the holder is not known",
                false,
            ),
            other: ("this proxy is the later", "hour, postmark or receipt may show it"),
        });
        return true;
    }
    let is_superseded = !rule.is_irrevocable && later > dated && later <= voted_on;
    let message = match rule.is_irrevocable {
        true => format!(
            "another proxy is dated {later}, but this one states that it is irrevocable and is coupled with an interest"
        ),
        false => format!("this proxy is dated {dated}, the other {later}; voted on {voted_on}"),
    };
    report(inquiry, &SUPERSEDED, !is_superseded, message, rule, blames);
    !is_superseded
}

/// Whether the holder did not vote in person.
pub(super) fn judge_attended(
    inquiry: &mut Inquiry<'_>,
    rule: &Rule<'_>,
    voted_on: Day,
    doubts: &mut Vec<Doubt>,
) -> bool {
    if inquiry.known(&ATTENDED) != Some(true) {
        return true;
    }
    let blames = vec!["attended-and-voted"];
    if rule.is_irrevocable {
        let message =
            "the holder came and voted, but the proxy states that it is irrevocable and is coupled with an interest"
                .to_owned();
        report(inquiry, &VOTED_IN_PERSON, true, message, rule, blames);
        return true;
    }
    let has_notice = inquiry
        .known(&NOTICE_TO_SECRETARY)
        .is_some_and(|notice| notice <= voted_on);
    let message = "the holder came and voted these shares in person".to_owned();
    if !rule.needs_notice || has_notice {
        report(inquiry, &VOTED_IN_PERSON, false, message, rule, blames);
        return false;
    }
    let authority: Vec<&Provision> = rule.provision.into_iter().collect();
    let mut found = finding(
        &VOTED_IN_PERSON,
        false,
        format!("{message}; no notice to the secretary is told"),
        &authority,
        blames,
    );
    found.status = FindingStatus::DependsOnReading;
    inquiry.find(found);
    doubts.push(Doubt {
        preferred: (
            "voting in person revokes the proxy",
            "the vote is handed to the meeting, whose record the secretary keeps, and one share is not voted twice",
            false,
        ),
        other: (
            "the proxy stands",
            "the bylaws let a revocation count only from notice to the secretary",
        ),
    });
    true
}

/// Whether the holder's death or incapacity did not end it.
pub(super) fn judge_death(inquiry: &mut Inquiry<'_>, rule: &Rule<'_>, doubts: &mut Vec<Doubt>) -> Result<bool, Pause> {
    if inquiry.known(&DIED) != Some(true) {
        return Ok(true);
    }
    let blames = vec!["holder-died-or-incapacitated", "death-notice-before-count"];
    let states_notice = rule.word(&DEATH).is_some_and(|word| word != "not stated");
    if rule.is_irrevocable && !states_notice {
        let message =
            "the holder died or became incapacitated; a power coupled with an interest outlasts that".to_owned();
        report(inquiry, &DEATH_ENDED, true, message, rule, blames);
        return Ok(true);
    }
    if states_notice {
        let was_told = inquiry.need(&DEATH_NOTICE)?;
        let ended = was_told && !rule.is_irrevocable;
        let message = match was_told {
            true => "written notice of the holder's death or incapacity came before the vote was counted".to_owned(),
            false => "the holder died or became incapacitated, and no written notice came before the vote was counted"
                .to_owned(),
        };
        report(inquiry, &DEATH_ENDED, !ended, message, rule, blames);
        return Ok(!ended);
    }
    let message = "the holder died or became incapacitated, and no text says what that does to the proxy".to_owned();
    let mut found = finding(&DEATH_ENDED, false, message, &[], blames);
    found.status = FindingStatus::DependsOnReading;
    inquiry.find(found);
    doubts.push(Doubt {
        preferred: (
            "the proxy ended with the holder's death or capacity",
            "an agent's power ends with the principal's, by the general law",
            false,
        ),
        other: (
            "the proxy stands until the corporation knows",
            "the corporation may rely on its record holder until it is told otherwise",
        ),
    });
    Ok(true)
}

fn report(
    inquiry: &mut Inquiry<'_>,
    definition: &'static FindingDefinition,
    is_met: bool,
    message: String,
    rule: &Rule<'_>,
    blames: Vec<&'static str>,
) {
    let authority: Vec<&Provision> = rule.provision.into_iter().collect();
    let mut found = finding(definition, is_met, message, &authority, blames);
    found.help = (!is_met).then(|| "do not count it; count the holder's last valid word instead".to_owned());
    inquiry.find(found);
}
