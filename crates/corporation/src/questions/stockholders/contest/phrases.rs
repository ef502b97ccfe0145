//! Other ways of reading a point in time: on the anniversary, from the meeting itself, of what has happened so far.

use quorate_calendar::{Anchor, Point, PointPhrase};

/// Before the name of an event: it belongs to the meeting of the year before.
const PRIOR: &str = "prior ";

/// The event that is the annual meeting of the year before.
const PRIOR_MEETING: &str = "prior meeting";

/// Whether a point is counted from what belongs to the meeting of the year before.
pub(super) fn is_of_prior_year(phrase: &PointPhrase) -> bool {
    phrase.events().iter().any(|event| event.starts_with(PRIOR))
}

/// The point read on the anniversary of an event of the year before; none when the text says "anniversary" itself.
///
/// A day before an event of the year before lies more than a year before the meeting: nobody can keep it.
pub(super) fn on_anniversary(phrase: &PointPhrase) -> Option<PointPhrase> {
    match &phrase.point.anchor {
        Anchor::Event(event) if event.starts_with(PRIOR) => Some(with_anchor(
            phrase,
            Anchor::Anniversary(Box::new(phrase.point.anchor.clone())),
        )),
        _ => None,
    }
}

/// The point counted from the meeting of the year before, where the text counts it from another event of that year.
pub(super) fn from_prior_meeting(phrase: &PointPhrase) -> Option<PointPhrase> {
    let Anchor::Anniversary(of) = &phrase.point.anchor else {
        return None;
    };
    match of.as_ref() {
        Anchor::Event(event) if event.starts_with(PRIOR) && event != PRIOR_MEETING => {
            let meeting = Anchor::Event(PRIOR_MEETING.to_owned());
            Some(with_anchor(phrase, Anchor::Anniversary(Box::new(meeting))))
        }
        _ => None,
    }
}

/// The point without what has not happened: the earlier of two events is the one that has.
pub(super) fn so_far(phrase: &PointPhrase, has_happened: &dyn Fn(&str) -> bool) -> PointPhrase {
    PointPhrase {
        close_of_business: phrase.close_of_business,
        point: point_so_far(&phrase.point, has_happened),
    }
}

fn point_so_far(point: &Point, has_happened: &dyn Fn(&str) -> bool) -> Point {
    let known = |point: &Point| point.anchor.events().iter().all(|event| has_happened(event));
    let inner = |point: &Point| Box::new(point_so_far(point, has_happened));
    let anchor = match &point.anchor {
        Anchor::Earlier(one, two) => match (known(one), known(two)) {
            (true, false) if one.offset.is_none() => one.anchor.clone(),
            (false, true) if two.offset.is_none() => two.anchor.clone(),
            _ => Anchor::Earlier(inner(one), inner(two)),
        },
        Anchor::Later(one, two) => Anchor::Later(inner(one), inner(two)),
        other => other.clone(),
    };
    Point {
        offset: point.offset,
        anchor,
    }
}

fn with_anchor(phrase: &PointPhrase, anchor: Anchor) -> PointPhrase {
    PointPhrase {
        close_of_business: phrase.close_of_business,
        point: Point {
            offset: phrase.point.offset,
            anchor,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str) -> PointPhrase {
        PointPhrase::parse(text).unwrap()
    }

    #[test]
    fn an_event_of_the_year_before_is_read_on_its_anniversary_once() {
        let literal = phrase("90 days before the prior proxy mailing");
        let anniversary = phrase("90 days before the anniversary of the prior proxy mailing");
        assert_eq!(on_anniversary(&literal), Some(anniversary.clone()));
        assert_eq!(on_anniversary(&anniversary), None);
        assert_eq!(on_anniversary(&phrase("90 days before the proxy mailing")), None);
        assert!(is_of_prior_year(&anniversary) && is_of_prior_year(&literal));
        assert!(!is_of_prior_year(&phrase("90 days before the meeting")));
    }

    #[test]
    fn the_anniversary_of_a_mailing_may_be_meant_for_that_of_the_meeting() {
        let literal = phrase("30 days after the anniversary of the prior proxy mailing");
        let meant = phrase("30 days after the anniversary of the prior meeting");
        assert_eq!(from_prior_meeting(&literal), Some(meant.clone()));
        assert_eq!(from_prior_meeting(&meant), None);
    }

    #[test]
    fn what_has_not_happened_is_not_earlier() {
        let both = phrase(
            "close of business on the tenth day following the earlier of the notice mailing and the public disclosure",
        );
        let mailing = phrase("close of business on the tenth day following the notice mailing");
        assert_eq!(so_far(&both, &|event| event == "notice mailing"), mailing);
        assert_eq!(so_far(&both, &|_| true), both);
        assert_eq!(so_far(&both, &|_| false), both);
        // The later of two is not known before both are.
        let later =
            phrase("the later of the ninth day before the meeting and the tenth day after the public disclosure");
        assert_eq!(so_far(&later, &|event| event == "meeting"), later);
    }
}
