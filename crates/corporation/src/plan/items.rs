//! Which questions a plan asks, and where their answers stand on the calendar.

/// How a question becomes a step.
pub(super) struct Item {
    pub(super) question: &'static str,
    pub(super) what: &'static str,
    pub(super) placed: Placed,
}

/// Where a step without dates of its own stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Placed {
    /// By the days of its own answer; they bind.
    Own,
    /// By the days of its own answer; they inform and do not bind.
    Informs,
    /// Where notice is given: its first day.
    Notice,
    /// On the day of the meeting.
    Meeting,
    /// After the meeting.
    After,
    /// Like [`Placed::Informs`], and left out where the question does not arise.
    Overlay,
}

const fn item(question: &'static str, what: &'static str, placed: Placed) -> Item {
    Item { question, what, placed }
}

/// The questions of a meeting, in the order in which a secretary meets them. A question that a law book's version does not have is left out.
pub(super) const MEETING: &[Item] = &[
    item(
        "annual-meeting-date",
        "annual meeting when nobody designates another day",
        Placed::Informs,
    ),
    item("record-date-range", "fix the record date on a day", Placed::Own),
    item("broker-search", "inquire of brokers", Placed::Overlay),
    item("meeting-place", "place of the meeting", Placed::Notice),
    item("stockholder-notice-window", "give notice", Placed::Own),
    item("notice-contents", "the notice states", Placed::Notice),
    item(
        "record-date-default",
        "record date when none is fixed and notice is given on the last day",
        Placed::Informs,
    ),
    item(
        "notice-and-access",
        "send the notice of internet availability",
        Placed::Overlay,
    ),
    item(
        "shareholder-proposal-deadline",
        "stockholders send proposals for the proxy statement",
        Placed::Overlay,
    ),
    item(
        "universal-proxy-notice",
        "notice of nominees for a universal proxy",
        Placed::Overlay,
    ),
    item("stock-list-dates", "stock list ready and open", Placed::Own),
    item("stock-list-places", "where the stock list is open", Placed::Notice),
    item(
        "inspectors-required",
        "inspectors of election are required",
        Placed::Meeting,
    ),
    item(
        "inspectors-appointment",
        "inspectors of election: who appoints them",
        Placed::Meeting,
    ),
    item("presiding-person", "who presides", Placed::Meeting),
    item("meeting-secretary", "who records", Placed::Meeting),
    item("polls", "the polls", Placed::Meeting),
    item("ballot-form", "elections by written ballot", Placed::Meeting),
    item("election-standard", "the vote that elects directors", Placed::Meeting),
    item("inspectors-duties", "the inspectors' duties", Placed::Meeting),
    item("minutes-contents", "the minutes show", Placed::After),
    item("current-report", "report the results on Form 8-K", Placed::Overlay),
];

/// What only an annual meeting has.
pub(super) const ONLY_ANNUAL: &[&str] = &["annual-meeting-date"];

/// The questions of a written consent.
pub(super) const CONSENT: &[Item] = &[
    item(
        "written-consent-allowed",
        "whether stockholders may act in writing",
        Placed::Meeting,
    ),
    item(
        "consent-record-date-request",
        "the board fixes a record date that was asked for",
        Placed::Overlay,
    ),
    item(
        "consent-record-date-default",
        "record date when none is fixed",
        Placed::Overlay,
    ),
    item("consent-form", "each consent shows", Placed::Meeting),
    item(
        "consent-delivery",
        "where and how consents are delivered",
        Placed::Meeting,
    ),
    item("consent-period", "enough consents are delivered", Placed::Overlay),
    item("consent-effective", "the action takes effect", Placed::Overlay),
    item("consent-notice", "notice to those who did not consent", Placed::After),
];

/// What stockholders may bring, what its notice is called in a plan, and whether only an annual meeting takes it.
pub(super) const STOCKHOLDERS_BRING: &[(&str, &str, bool)] = &[
    ("business", "stockholders give notice of business", true),
    ("nominations", "stockholders give notice of nominations", false),
];
