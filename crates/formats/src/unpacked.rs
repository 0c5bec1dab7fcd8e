//! Puts the files in ZIP files among those that a reader opens.

use std::borrow::Cow;

use import::widened;

use super::problem::Diagnostic;
use super::records::Record;

/// The files, with those in a ZIP file in its place, and what is not unpacked.
pub(super) fn unpacked<'f>(files: &[(&'f str, &'f [u8])]) -> (Vec<Record<'f>>, Vec<Diagnostic>) {
    let mut all = Vec::new();
    let mut diagnostics = Vec::new();
    for (name, bytes) in files {
        match import::unpacked(name, bytes) {
            Some((inner, told)) => {
                let inner = inner.into_iter();
                all.extend(inner.map(|(name, bytes)| (Cow::Owned(name), Cow::Owned(bytes))));
                diagnostics.append(&mut widened(told));
            }
            None => all.push((Cow::Borrowed(*name), Cow::Borrowed(*bytes))),
        }
    }
    (all, diagnostics)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use crate::{open, read_file};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn files_in_a_zip_file_are_opened_together() {
        let nested = zipped(&[("x.txt", b"It rains.")]);
        let bytes = zipped(&[
            ("news/rain.txt", "It rains. Ann said it.".as_bytes()),
            ("news/rain.ann", b"T1\tPerson 10 13\tAnn\n"),
            ("snow.md", b"# Snow\n\nIt snows."),
            ("table.csv", b"title,text\nHail,It hails.\n"),
            ("picture.png", b"\x89PNG\r\n\x1a\n"),
            ("nested.zip", &nested),
        ]);
        let (articles, told) = open(&[("all.zip", &bytes), ("sun.txt", b"Sun\n\nIt shines.")]);
        let titles: Vec<&str> = articles
            .iter()
            .map(|article| article.metadata.title.as_str())
            .collect();
        assert_eq!(titles, ["rain", "Snow", "Hail", "Sun"], "{told:?}");
        assert_eq!(articles[0].mentions.len(), 1);
        let said = |file: &str, words: &str| {
            let mut told = told.iter();
            told.any(|it| it.file == file && it.what().contains(words))
        };
        assert!(said("picture.png", "a picture"), "{told:?}");
        assert!(said("nested.zip", "within another"), "{told:?}");
    }

    #[test]
    fn one_file_is_read_with_the_marks_in_it() {
        let marked = "{\"text\": \"Ann came.\", \"label\": [[0, 3, \"PER\"]]}\n";
        let zip = zipped(&[("a.jsonl", marked.as_bytes())]);
        for (name, bytes) in [("a.jsonl", marked.as_bytes()), ("a.zip", &zip)] {
            let (articles, told) = read_file(name, bytes);
            assert_eq!(articles[0].mentions.len(), 1, "{name}: {told:?}");
        }
        let (articles, _) = read_file("a.ann", b"T1\tPerson 0 3\tAnn\n");
        assert!(articles.is_empty());
    }
}
