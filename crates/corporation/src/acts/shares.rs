//! Issuing shares, carrying a holder list into the book, registering transfers.

use super::common::asked;
use crate::act::{ActDefinition, Asked, Attached, Case, Misdirected, Nature};
use crate::event::Event;
use crate::facts::{Fact, FactValue, Facts};
use crate::quantity::Quantity;
use crate::questions::common::counted;

static CLASS: Fact<String> = Fact::new("class", "the class of stock, by its name in the certificate");
static FILE: Fact<String> = Fact::new("file", "the file: account, name, address and shares, one holder a line");
static TOTAL: Fact<u64> = Fact::new(
    "total",
    "the shares that the list should come to; checked against its sum",
);
static HOLDER: Fact<String> = Fact::new("holder", "the holder's account");
static FROM: Fact<String> = Fact::new("from", "the account from which the shares go");
static TO: Fact<String> = Fact::new("to", "the account to which the shares go");
static SHARES: Fact<u64> = Fact::new("shares", "how many shares");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[&IMPORT_HOLDERS, &ISSUE_SHARES, &TRANSFER_SHARES];

static IMPORT_HOLDERS: ActDefinition = ActDefinition {
    name: "import-holders",
    title: "A list of holders is carried into the book",
    nature: Nature::Happening,
    doc: "The stock ledger of a class as of a day, as the transfer agent keeps it. Every account stands once; the sum must tie to the total where one is given.",
    example: "import-holders \"Common Stock\" file=\"holders.csv\" on=\"2002-02-20\"",
    fields: &[&CLASS.spec, &FILE.spec, &TOTAL.spec],
    required: &["class", "file"],
    file: Some(("file", Attached::Holders)),
    questions: |case| authorized(case, list_total(case)?.1),
    events: |case, _| {
        let (holders, shares) = list_total(case)?;
        Ok(vec![Event::HoldersImported {
            class: case.need(&CLASS)?,
            list: case.attachment()?,
            holders,
            shares,
            happened: case.act.on,
        }])
    },
};

static ISSUE_SHARES: ActDefinition = ActDefinition {
    name: "issue-shares",
    title: "Shares are to be issued",
    nature: Nature::Proposal,
    doc: "The board issues shares of a class to a holder, within what the certificate authorizes.",
    example: "issue-shares \"Common Stock\" holder=\"A-17\" shares=1000 on=\"2002-01-15\" by=\"board of directors\"",
    fields: &[&CLASS.spec, &HOLDER.spec, &SHARES.spec],
    required: &["class", "holder", "shares"],
    file: None,
    questions: |case| authorized(case, case.need(&SHARES)?),
    events: |case, _| {
        Ok(vec![Event::SharesIssued {
            class: case.need(&CLASS)?,
            holder: case.need(&HOLDER)?,
            shares: case.need(&SHARES)?,
            happened: case.act.on,
        }])
    },
};

static TRANSFER_SHARES: ActDefinition = ActDefinition {
    name: "transfer-shares",
    title: "A transfer is registered",
    nature: Nature::Proposal,
    doc: "Shares go from one account to another on the books. The account must hold them.",
    example: "transfer-shares \"Common Stock\" from=\"A-17\" to=\"A-18\" shares=100 on=\"2002-02-01\"",
    fields: &[&CLASS.spec, &FROM.spec, &TO.spec, &SHARES.spec],
    required: &["class", "from", "to", "shares"],
    file: None,
    questions: |case| {
        let held = held(case, &case.need(&CLASS)?, &case.need(&FROM)?);
        let shares = case.need(&SHARES)?;
        if shares > held {
            return Err(Misdirected {
                message: format!(
                    "the account {} holds {} shares of the class; {} were to go out",
                    case.need(&FROM)?,
                    Quantity::whole(held),
                    Quantity::whole(shares)
                ),
                help: Some("check the account and the number".to_owned()),
                field: "shares",
            });
        }
        Ok(Vec::new())
    },
    events: |case, _| {
        Ok(vec![Event::SharesTransferred {
            class: case.need(&CLASS)?,
            from: case.need(&FROM)?,
            to: case.need(&TO)?,
            shares: case.need(&SHARES)?,
            happened: case.act.on,
        }])
    },
};

/// Whether the class has room for so many more shares.
fn authorized(case: &Case<'_>, shares: u64) -> Result<Vec<Asked>, Misdirected> {
    let class = case.need(&CLASS)?;
    let issued = case.corporation.ledger.issued(&class, case.act.on);
    let facts = Facts::none()
        .with("class", FactValue::Text(class))
        .with("issued-before", FactValue::Quantity(Quantity::whole(issued)))
        .with("to-issue", FactValue::Quantity(Quantity::whole(shares)));
    Ok(vec![asked("shares-authorized", facts)?])
}

/// How many holders and shares the attached list has.
fn list_total(case: &Case<'_>) -> Result<(u64, u64), Misdirected> {
    let hash = case.attachment()?;
    let wrong = |message: String| Misdirected {
        message,
        help: Some("ask the transfer agent for a list that ties out".to_owned()),
        field: "file",
    };
    let list = case
        .evidence
        .holders(&hash)
        .ok_or_else(|| wrong("the holder list is not attached".to_owned()))?;
    let mut shares = 0_u64;
    for held in &list.shares {
        shares = shares
            .checked_add(*held)
            .ok_or_else(|| wrong("the shares of the list are too many to count".to_owned()))?;
    }
    if let Some(total) = case.given(&TOTAL)
        && total != shares
    {
        return Err(wrong(format!(
            "the list comes to {}; {} were stated",
            counted(Quantity::whole(shares), "share"),
            Quantity::whole(total)
        )));
    }
    Ok((u64::try_from(list.shares.len()).unwrap_or(u64::MAX), shares))
}

/// What an account holds of a class when the act happens.
pub(super) fn held(case: &Case<'_>, class: &str, account: &str) -> u64 {
    let at = case.act.on;
    let ledger = &case.corporation.ledger;
    let imported: u64 = ledger
        .up_to(at)
        .filter(|movement| movement.class == class)
        .filter_map(|movement| match &movement.kind {
            crate::state::MovementKind::Import { list, .. } => case.evidence.holders(list),
            _ => None,
        })
        .filter_map(|list| {
            list.accounts
                .iter()
                .position(|known| known == account)
                .and_then(|index| list.shares.get(index).copied())
        })
        .fold(0, u64::saturating_add);
    u64::try_from(i128::from(imported) + ledger.delta_of(account, class, at)).unwrap_or(0)
}
