//! The official KDL 2.0 test suite, where its folder stands beside the repository.
//!
//! `input/NAME.kdl` must print as `expected_kdl/NAME.kdl`, and an input named `…_fail.kdl` must be refused.
//! `tests/points_of_the_suite.rs` covers the same points without the folder.

use std::fs;
use std::path::Path;

#[test]
fn every_case_reads_as_the_suite_says() {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/kdl-test-suite");
    if !suite.is_dir() {
        eprintln!("skipped: no official test suite at {}", suite.display());
        return;
    }
    let mut cases = 0;
    let mut failures = Vec::new();
    for file in fs::read_dir(suite.join("input")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        cases += 1;
        let source = fs::read_to_string(&path).unwrap();
        let outcome = quorate_kdl::read(&source);
        if name.ends_with("_fail") {
            match outcome {
                Ok(_) => failures.push(format!("{name}: read, and must be refused")),
                Err(errors) => assert!(!errors.is_empty(), "{name}: refused without an error"),
            }
            continue;
        }
        let expected = fs::read_to_string(suite.join("expected_kdl").join(format!("{name}.kdl"))).unwrap();
        match outcome {
            Err(errors) => failures.push(format!("{name}: {errors:?}")),
            Ok(document) => {
                let printed = quorate_kdl::print_canonical(&document);
                if printed != expected {
                    failures.push(format!("{name}: printed {printed:?}, expected {expected:?}"));
                }
                let formatted = quorate_kdl::format(&document);
                match quorate_kdl::read(&formatted) {
                    Ok(again) if quorate_kdl::print_canonical(&again) == expected => {
                        if quorate_kdl::format(&again) != formatted {
                            failures.push(format!("{name}: formatting twice differs:\n{formatted}"));
                        }
                    }
                    Ok(_) => failures.push(format!("{name}: other values once formatted:\n{formatted}")),
                    Err(errors) => failures.push(format!("{name}: unreadable once formatted: {errors:?}\n{formatted}")),
                }
            }
        }
    }
    assert!(cases >= 300, "the suite has only {cases} cases");
    assert!(
        failures.is_empty(),
        "{} of {cases} fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
