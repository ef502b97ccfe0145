//! Facts that the questions on stockholders' business and nominations share.

use quorate_calendar::Day;
use quorate_law::{Provision, Situation};

use crate::facts::Fact;
use crate::inquiry::{Inquiry, Pause};
use crate::questions::common::MEETING_KIND;

/// What is brought.
pub static SUBJECT: Fact<&'static str> = Fact::word(
    "subject",
    &["business", "nominations"],
    "what a stockholder brings before the meeting",
)
.otherwise("business");
/// When the notice reached the corporation.
pub static RECEIVED: Fact<Day> = Fact::new(
    "received",
    "the day on which the corporation received the stockholder's notice",
);
/// When the notice was sent.
pub static SENT: Fact<Day> = Fact::new(
    "sent",
    "the day on which the stockholder's notice was mailed or handed over",
);
/// Whether it came after the close of business.
pub static AFTER_CLOSE: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "after-close-of-business",
        "whether it was received, or where giving counts given, after the close of business of its day",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// The preceding annual meeting.
pub static PRIOR_MEETING: Fact<Day> = Fact::new("prior-meeting", "the day of the preceding year's annual meeting");
/// Whether it was held.
pub static PRIOR_MEETING_HELD: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "prior-meeting-held",
        "whether an annual meeting was held in the preceding year",
    );
    fact.spec.otherwise = Some("yes");
    fact
};
/// The first mailing of the proxy materials for it.
pub static PRIOR_PROXY_MAILING: Fact<Day> = Fact::new(
    "prior-proxy-mailing",
    "the day on which proxy materials for the preceding year's annual meeting were first mailed",
);
/// The first mailing of its notice.
pub static PRIOR_NOTICE_MAILING: Fact<Day> = Fact::new(
    "prior-notice-mailing",
    "the day on which notice of the preceding year's annual meeting was first mailed",
);
/// The first mailing of the proxy materials for this meeting.
pub static PROXY_MAILING: Fact<Day> = Fact::new(
    "proxy-mailing",
    "the day on which proxy materials for this meeting are first mailed",
);
/// The first mailing of the notice of this meeting.
pub static NOTICE_MAILING: Fact<Day> = Fact::new(
    "notice-mailing",
    "the day on which notice of the date of this meeting was first mailed",
);
/// The public disclosure of the date of this meeting.
pub static PUBLIC_DISCLOSURE: Fact<Day> = Fact::new(
    "public-disclosure",
    "the day on which the date of this meeting was first publicly disclosed",
);
/// The public disclosure of a larger board.
pub static LARGER_BOARD_DISCLOSURE: Fact<Day> = Fact::new(
    "larger-board-disclosure",
    "the day on which a larger board, or its nominees, were first publicly disclosed",
);
/// Whether the nomination is for a new seat.
pub static FOR_NEW_SEAT: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "for-new-seat",
        "whether the nomination is for a seat by which the board was enlarged",
    );
    fact.spec.otherwise = Some("no");
    fact
};

/// The situation of what is brought: the kind of meeting and the subject.
///
/// # Errors
/// Pauses as [`Inquiry::need`] does.
pub fn situation(inquiry: &mut Inquiry<'_>) -> Result<Situation, Pause> {
    let kind = inquiry.need(&MEETING_KIND)?;
    let subject = inquiry.need(&SUBJECT)?;
    Ok(Situation::general().with("meeting", kind).with("subject", subject))
}

/// What is brought, as a noun with its article.
#[must_use]
pub fn what(subject: &str) -> &'static str {
    if subject == "nominations" {
        "the nomination"
    } else {
        "the business"
    }
}

/// Each provision once, in order.
#[must_use]
pub fn each_once<'a>(provisions: impl IntoIterator<Item = &'a Provision>) -> Vec<&'a Provision> {
    let mut once: Vec<&Provision> = Vec::new();
    for provision in provisions {
        if !once.iter().any(|known| std::ptr::eq(*known, provision)) {
            once.push(provision);
        }
    }
    once
}
