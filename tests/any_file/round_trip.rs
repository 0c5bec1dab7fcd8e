//! Properties that hold for every file: it is read, names and claims are found in it, and
//! the findings survive a round trip through JSON.

use annotate::annotate;
use import::annotations::annotate_from_str;
use import::{AnnotationProblem, DataProblem, Diagnostic, annotations_record, read, to_text};

/// One name for each kind of file.
pub(crate) const NAMES: [&str; 9] = [
    "a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.ann", "a.csv", "a.xml", "a.rtf",
];

/// Reads the bytes as a file with this name.
///
/// # Panics
/// If anything is lost in the round trip.
pub(crate) fn check(name: &str, bytes: &[u8]) {
    let (articles, _) = read(name, bytes);
    for mut article in articles {
        annotate(&mut article, None);
        let (json, diagnostics) = annotations_record(&article);
        assert_eq!(diagnostics, [], "{:?}", article.text);
        let mut again = article.clone();
        let diagnostics = annotate_from_str(&mut again, "again", &to_text(&json));
        // If a text repeats itself over more than the context of a quotation, no quotation
        // can tell the repetitions apart; a diagnostic says so.
        let alike = |diagnostic: &Diagnostic<DataProblem>| {
            matches!(
                diagnostic.problem,
                DataProblem::Annotation(AnnotationProblem::Ambiguous { .. })
            )
        };
        if !diagnostics.is_empty() && diagnostics.iter().all(alike) {
            continue;
        }
        assert_eq!(diagnostics, [], "{:?}", article.text);
        assert_eq!(again, article);
    }
}
