//! What every storage of a book must do. A new storage runs the same cases by one more line in `conformance!`.

// Tests state what must hold by unwrapping; the lint excuses only the test functions themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::any::Any;

use common::{append, draft, fill, genesis};
use proptest::prelude::*;
use quorate_book::{
    AppendError, BookError, Draft, Entry, Hash, MemoryBook, SqliteBook, Store, Unfit, UnfitDraft, verify, verify_since,
};
use serde_json::json;

/// An empty book, and whatever must live as long as it does.
type Made = (Box<dyn Store>, Box<dyn Any>);

fn memory() -> Made {
    (Box::new(MemoryBook::new(&genesis())), Box::new(()))
}

fn sqlite() -> Made {
    let folder = tempfile::tempdir().unwrap();
    let book = SqliteBook::create(&folder.path().join("acme.book"), &genesis()).unwrap();
    (Box::new(book), Box::new(folder))
}

/// Makes a test of each case for each storage.
macro_rules! conformance {
    ($($storage:ident: $($case:ident)*;)*) => { $(mod $storage {
        $(#[test]
        fn $case() {
            let (mut book, _alive) = super::$storage();
            super::$case(&mut *book);
        })*
    })* };
    (each of $($storage:ident)*: $cases:tt) => { $(conformance!(with $storage $cases);)* };
    (with $storage:ident [$($case:ident)*]) => { conformance!($storage: $($case)*;); };
}

conformance!(each of memory sqlite: [
    empty_book_ends_at_its_genesis
    entries_are_numbered_and_chained
    batch_is_entered_whole
    nothing_is_entered_for_no_drafts
    stale_head_is_refused
    stale_head_of_the_same_number_is_refused
    same_act_again_returns_the_first_entry
    retry_with_the_head_of_before_returns_the_first_entry
    new_act_beside_a_repeated_one_needs_the_head
    act_repeated_within_a_batch_is_entered_once
    act_id_with_other_content_is_refused
    act_id_with_other_content_within_a_batch_is_refused
    refused_batch_leaves_nothing
    unfit_drafts_are_all_named
    attachment_is_kept_once
    attachment_must_be_there_before_it_is_cited
    reading_starts_anywhere_and_crosses_pages
    what_is_not_there_is_none
    uncited_attachment_is_reported_and_no_fault
    kept_head_proves_a_continuation
    any_text_is_kept_as_it_is
    any_story_is_kept_whole
]);

fn numbers(entries: impl Iterator<Item = Result<Entry, BookError>>) -> Vec<u64> {
    entries.map(|entry| entry.unwrap().number).collect()
}

fn is_sound(book: &dyn Store) -> bool {
    let verification = verify(book).unwrap();
    assert_eq!(verification.head, Some(book.head().unwrap()));
    verification.is_sound()
}

fn empty_book_ends_at_its_genesis(book: &mut dyn Store) {
    let head = book.head().unwrap();
    assert_eq!((head.number, head.hash), (0, genesis().hash()));
    assert_eq!(book.genesis().unwrap(), genesis());
    assert!(numbers(book.entries(0)).is_empty());
    assert!(is_sound(book));
}

fn entries_are_numbered_and_chained(book: &mut dyn Store) {
    let first = append(book, &[draft("a", 1)]).remove(0).entry;
    let second = append(book, &[draft("b", 2)]).remove(0).entry;
    assert_eq!((first.number, first.previous), (1, genesis().hash()));
    assert_eq!((second.number, second.previous), (2, first.hash));
    assert_eq!(first.hash, Hash::of(&first.canonical));
    let head = book.head().unwrap();
    assert_eq!((head.number, head.hash), (2, second.hash));
    assert_eq!(book.entry(1).unwrap(), Some(first.clone()));
    assert_eq!(book.by_act_id("b").unwrap(), Some(second.clone()));
    assert_eq!(book.entries(1).collect::<Result<Vec<_>, _>>().unwrap(), [first, second]);
    assert!(is_sound(book));
}

fn batch_is_entered_whole(book: &mut dyn Store) {
    let appended = append(book, &[draft("a", 1), draft("b", 2), draft("c", 3)]);
    assert!(appended.iter().all(|appended| !appended.repeated));
    assert_eq!(
        appended
            .iter()
            .map(|appended| appended.entry.number)
            .collect::<Vec<_>>(),
        [1, 2, 3]
    );
    assert_eq!(appended[2].entry.previous, appended[1].entry.hash);
    assert_eq!(appended[1].entry.draft, draft("b", 2));
    assert!(is_sound(book));
}

fn nothing_is_entered_for_no_drafts(book: &mut dyn Store) {
    let before = book.head().unwrap();
    assert_eq!(append(book, &[]), []);
    assert_eq!(book.head().unwrap(), before);
}

fn stale_head_is_refused(book: &mut dyn Store) {
    let stale = book.head().unwrap();
    append(book, &[draft("a", 1)]);
    let found = book.head().unwrap();
    let refused = book.append(&stale, &[draft("b", 2)]).unwrap_err();
    assert_eq!(refused, AppendError::HeadMoved { expected: stale, found });
    assert_eq!(book.head().unwrap(), found);
    assert_eq!(book.by_act_id("b").unwrap(), None);
}

fn stale_head_of_the_same_number_is_refused(book: &mut dyn Store) {
    let mut elsewhere = book.head().unwrap();
    elsewhere.hash = Hash::of(b"another book");
    let found = book.head().unwrap();
    let refused = book.append(&elsewhere, &[draft("a", 1)]).unwrap_err();
    assert_eq!(
        refused,
        AppendError::HeadMoved {
            expected: elsewhere,
            found
        }
    );
}

fn same_act_again_returns_the_first_entry(book: &mut dyn Store) {
    let first = append(book, &[draft("a", 1)]).remove(0).entry;
    append(book, &[draft("b", 2)]);
    let mut again = draft("a", 1);
    again.entered = "2003-02-01T10:00:00-05:00".to_owned();
    let appended = append(book, &[again]);
    assert_eq!((appended[0].repeated, &appended[0].entry), (true, &first));
    assert_eq!(book.head().unwrap().number, 2);
}

fn retry_with_the_head_of_before_returns_the_first_entry(book: &mut dyn Store) {
    let before = book.head().unwrap();
    let drafts = [draft("a", 1), draft("b", 2)];
    let first = book.append(&before, &drafts).unwrap();
    let retried = book.append(&before, &drafts).unwrap();
    assert!(retried.iter().all(|appended| appended.repeated));
    assert!(
        retried
            .iter()
            .map(|appended| &appended.entry)
            .eq(first.iter().map(|appended| &appended.entry))
    );
    assert_eq!(book.head().unwrap().number, 2);
}

fn new_act_beside_a_repeated_one_needs_the_head(book: &mut dyn Store) {
    let before = book.head().unwrap();
    append(book, &[draft("a", 1)]);
    let both = [draft("a", 1), draft("b", 2)];
    assert!(matches!(
        book.append(&before, &both),
        Err(AppendError::HeadMoved { .. })
    ));
    let appended = append(book, &both);
    assert_eq!(
        appended
            .iter()
            .map(|one| (one.entry.number, one.repeated))
            .collect::<Vec<_>>(),
        [(1, true), (2, false)]
    );
}

fn act_repeated_within_a_batch_is_entered_once(book: &mut dyn Store) {
    let appended = append(book, &[draft("a", 1), draft("b", 2), draft("a", 1)]);
    let found: Vec<_> = appended.iter().map(|one| (one.entry.number, one.repeated)).collect();
    assert_eq!(found, [(1, false), (2, false), (1, true)]);
    assert_eq!(book.head().unwrap().number, 2);
    assert!(is_sound(book));
}

fn act_id_with_other_content_is_refused(book: &mut dyn Store) {
    append(book, &[draft("z", 9), draft("a", 1)]);
    let head = book.head().unwrap();
    let refused = book.append(&head, &[draft("a", 2)]).unwrap_err();
    assert_eq!(
        refused,
        AppendError::ActIdTaken {
            act_id: "a".to_owned(),
            entry: 2
        }
    );
    assert_eq!(book.head().unwrap(), head);
}

fn act_id_with_other_content_within_a_batch_is_refused(book: &mut dyn Store) {
    let head = book.head().unwrap();
    let refused = book.append(&head, &[draft("a", 1), draft("a", 2)]).unwrap_err();
    assert_eq!(
        refused,
        AppendError::ActIdTaken {
            act_id: "a".to_owned(),
            entry: 1
        }
    );
    assert_eq!(book.head().unwrap(), head);
    assert_eq!(book.by_act_id("a").unwrap(), None);
}

fn refused_batch_leaves_nothing(book: &mut dyn Store) {
    append(book, &[draft("a", 1)]);
    let head = book.head().unwrap();
    assert!(book.append(&head, &[draft("b", 2), draft("a", 2)]).is_err());
    assert_eq!(book.head().unwrap(), head);
    assert_eq!(book.by_act_id("b").unwrap(), None);
    assert_eq!(append(book, &[draft("b", 2)])[0].entry.number, 2);
    assert!(is_sound(book));
}

fn unfit_drafts_are_all_named(book: &mut dyn Store) {
    let head = book.head().unwrap();
    let absent = Hash::of(b"absent");
    let mut first = draft("", 1);
    first.attachments = vec![absent];
    let mut third = draft("c", 3);
    third.body = json!({"shares": 0.5, "more": [9_007_199_254_740_992_u64]});
    let Err(AppendError::Unfit(found)) = book.append(&head, &[first, draft("b", 2), third]) else {
        panic!("unfit drafts must be refused")
    };
    let unfit = |draft, act_id: &str, because| UnfitDraft {
        draft,
        act_id: act_id.to_owned(),
        because,
    };
    assert_eq!(found[0], unfit(0, "", Unfit::NoActId));
    assert_eq!(found[1], unfit(0, "", Unfit::AttachmentMissing(absent)));
    let texts: Vec<String> = found[2..].iter().map(ToString::to_string).collect();
    assert!(
        texts[0].starts_with("draft 2 (act id \"c\"): the number 0.5 at \"/shares\""),
        "{}",
        texts[0]
    );
    assert!(
        texts[1].starts_with("draft 2 (act id \"c\"): the number 9007199254740992 at \"/more/0\""),
        "{}",
        texts[1]
    );
    assert_eq!(texts.len(), 2);
    assert_eq!(book.head().unwrap(), head);
}

fn attachment_is_kept_once(book: &mut dyn Store) {
    let one = book.put_attachment(b"minutes").unwrap();
    let same = book.put_attachment(b"minutes").unwrap();
    let empty = book.put_attachment(b"").unwrap();
    assert_eq!(one, same);
    assert_eq!(one, Hash::of(b"minutes"));
    assert!(book.holds_attachment(&one).unwrap());
    assert_eq!(book.attachment(&one).unwrap().as_deref(), Some(b"minutes".as_slice()));
    assert_eq!(book.attachment(&empty).unwrap().as_deref(), Some(b"".as_slice()));
    assert_eq!(verify(book).unwrap().attachments, 2);
}

fn attachment_must_be_there_before_it_is_cited(book: &mut dyn Store) {
    let mut citing = draft("a", 1);
    citing.attachments = vec![Hash::of(b"minutes")];
    let head = book.head().unwrap();
    assert!(matches!(
        book.append(&head, &[citing.clone()]),
        Err(AppendError::Unfit(_))
    ));
    book.put_attachment(b"minutes").unwrap();
    assert_eq!(append(book, &[citing.clone()])[0].entry.draft, citing);
    assert!(is_sound(book));
}

fn reading_starts_anywhere_and_crosses_pages(book: &mut dyn Store) {
    let drafts: Vec<Draft> = (1..=600)
        .map(|number| draft(&format!("act-{number}"), number))
        .collect();
    append(book, &drafts);
    assert_eq!(numbers(book.entries(0)), (1..=600).collect::<Vec<_>>());
    assert_eq!(numbers(book.entries(256)), (256..=600).collect::<Vec<_>>());
    assert_eq!(numbers(book.entries(600)), [600]);
    assert!(numbers(book.entries(601)).is_empty());
    assert!(numbers(book.entries(u64::MAX)).is_empty());
    assert_eq!(verify(book).unwrap().entries, 600);
    assert!(is_sound(book));
}

fn what_is_not_there_is_none(book: &mut dyn Store) {
    append(book, &[draft("a", 1)]);
    for number in [0, 2, u64::MAX] {
        assert_eq!(book.entry(number).unwrap(), None, "{number}");
    }
    assert_eq!(book.by_act_id("A").unwrap(), None);
    assert_eq!(book.attachment(&Hash::of(b"absent")).unwrap(), None);
    assert!(!book.holds_attachment(&Hash::of(b"absent")).unwrap());
}

fn uncited_attachment_is_reported_and_no_fault(book: &mut dyn Store) {
    fill(book);
    let verification = verify(book).unwrap();
    assert_eq!(verification.faults, []);
    assert_eq!(verification.uncited, [Hash::of(b"a paper that nothing cites")]);
    assert_eq!((verification.entries, verification.attachments), (6, 3));
}

fn kept_head_proves_a_continuation(book: &mut dyn Store) {
    let empty = book.head().unwrap();
    append(book, &[draft("a", 1)]);
    let kept = book.head().unwrap();
    append(book, &[draft("b", 2)]);
    for known in [empty, kept, book.head().unwrap()] {
        assert!(verify_since(book, &known).unwrap().is_sound(), "{known}");
    }
    let mut rewritten = kept;
    rewritten.hash = Hash::of(b"what was there when the head was noted");
    let found = verify_since(book, &rewritten).unwrap();
    assert_eq!(found.first_fault().unwrap().place, quorate_book::Place::Entry(1));
    let mut longer = book.head().unwrap();
    longer.number = 3;
    let found = verify_since(book, &longer).unwrap();
    assert_eq!(found.first_fault().unwrap().place, quorate_book::Place::Entry(3));
    let mut other_genesis = empty;
    other_genesis.hash = Hash::of(b"another corporation");
    let found = verify_since(book, &other_genesis).unwrap();
    assert_eq!(found.first_fault().unwrap().place, quorate_book::Place::Genesis);
}

fn any_text_is_kept_as_it_is(book: &mut dyn Store) {
    let mut drafts = Vec::new();
    for (position, text) in [
        "\u{0}",
        "a\u{0}b",
        "é",
        "e\u{301}",
        "😀\u{ffff}",
        "' OR 1=1 --",
        " ",
        "\u{2028}\"\\\n",
    ]
    .iter()
    .enumerate()
    {
        let mut odd = draft(text, 1);
        odd.happened = (*text).to_owned();
        odd.entered = format!("{position}{text}");
        odd.body = json!({*text: text, "nothing": null, "many": [true, false, -5, {}]});
        drafts.push(odd);
    }
    append(book, &drafts);
    assert!(is_sound(book));
    let read: Vec<Draft> = book.entries(1).map(|entry| entry.unwrap().draft).collect();
    assert_eq!(read, drafts);
    for draft in &drafts {
        assert_eq!(&book.by_act_id(&draft.act_id).unwrap().unwrap().draft, draft);
    }
}

/// Whatever is appended, in whatever batches and with whatever repetitions, the book holds each act once, in the order first given.
fn any_story_is_kept_whole(book: &mut dyn Store) {
    let batches = prop::collection::vec(prop::collection::vec((0_u64..30, any::<String>()), 0..6), 0..8);
    let mut runner = proptest::test_runner::TestRunner::new_with_rng(
        ProptestConfig {
            cases: 12,
            failure_persistence: None,
            ..ProptestConfig::default()
        },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let mut told: Vec<Draft> = Vec::new();
    let book = std::cell::RefCell::new(book);
    let told = std::cell::RefCell::new(&mut told);
    let outcome = runner.run(&batches, |batches| {
        let (mut book, mut told) = (book.borrow_mut(), told.borrow_mut());
        for batch in batches {
            let drafts: Vec<Draft> = batch
                .iter()
                .map(|(act, text)| {
                    let mut draft = draft(&format!("act-{act}"), *act);
                    draft.body["text"] = json!(text);
                    draft
                })
                .collect();
            for (draft, appended) in drafts.iter().zip(append(&mut **book, &drafts)) {
                let first = told.iter().position(|earlier| earlier.act_id == draft.act_id);
                prop_assert_eq!(appended.repeated, first.is_some());
                if first.is_none() {
                    told.push(draft.clone());
                }
                let number = usize::try_from(appended.entry.number).unwrap();
                prop_assert_eq!(&appended.entry.draft, &told[number - 1]);
            }
        }
        let read: Vec<Draft> = book.entries(1).map(|entry| entry.unwrap().draft).collect();
        prop_assert_eq!(&read, &**told);
        prop_assert!(verify(&**book).unwrap().is_sound());
        Ok(())
    });
    outcome.unwrap();
}
