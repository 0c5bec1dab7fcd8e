//! Where articles come from: their files.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::binary::binary_kind;
use super::diagnostic::{BinaryKind, Diagnostics};
use super::encoding::text_with_encoding;
use super::file::{ending_of, file_name, kind_in_words};
use super::html::text_left_out;
use super::mail::is_mail;
use super::pdf;
use model::Metadata;

/// A file that articles come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOrigin {
    /// The name of the file, without its folders.
    pub name: String,
    /// The kind of the file, in words.
    pub kind: String,
    /// The name of its encoding; empty if it is no text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub encoding: String,
    /// The SHA-256 of its bytes in hexadecimal digits; empty if it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sha256: String,
    /// The text of parts that are left out for their names alone, with blank lines between
    /// paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
}

/// The fields of [`Metadata::extra`] that say where an article comes from.
const FIELDS: [&str; 4] = ["file", "file-kind", "file-encoding", "file-sha256"];
/// The field for each sentence about what was left out or repaired.
const REPORT: &str = "file-report";

impl FileOrigin {
    /// The facts about a file.
    #[must_use]
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let name = file_name(name);
        let origin = Self {
            name: name.to_owned(),
            sha256: sha256(bytes),
            ..Self::default()
        };
        let kind = if pdf::is_layout(bytes) {
            return Self {
                kind: "PDF".to_owned(),
                sha256: pdf::sha256_of(bytes),
                ..origin
            };
        } else if is_mail(bytes) {
            match ending_of(name).as_deref() {
                Some("mht" | "mhtml") => "MHTML",
                _ => "e-mail",
            }
        } else {
            match binary_kind(bytes) {
                Some(BinaryKind::Word) => "DOCX",
                Some(BinaryKind::Rtf) => "RTF",
                _ => {
                    let decoded = text_with_encoding(bytes, &mut Diagnostics::of(name));
                    let (text, encoding) = decoded.unwrap_or_default();
                    let kind = kind_in_words(name, &text);
                    return Self {
                        kind: kind.to_owned(),
                        encoding,
                        left_out: match kind {
                            "HTML" => text_left_out(&text),
                            _ => Vec::new(),
                        },
                        ..origin
                    };
                }
            }
        };
        Self {
            kind: kind.to_owned(),
            ..origin
        }
    }

    /// Adds the facts to those about an article, unless it already says which file it is from.
    /// `report` has a sentence for each thing that was left out or repaired.
    pub fn note(&self, metadata: &mut Metadata, report: &[String]) {
        if metadata.extra.iter().any(|(field, _)| field == FIELDS[0]) {
            return;
        }
        let values = [&self.name, &self.kind, &self.encoding, &self.sha256];
        let fields = FIELDS.into_iter().zip(values);
        let fields = fields.filter(|(_, value)| !value.is_empty());
        let report = report.iter().map(|sentence| (REPORT, sentence));
        let all = fields.chain(report);
        let all = all.map(|(field, value)| (field.to_owned(), value.clone()));
        metadata.extra.extend(all);
    }
}

/// The SHA-256 of bytes in hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_described() {
        for (name, bytes, kind, encoding) in [
            ("a/b.txt", &b"Rain\n\nIt rains."[..], "plain text", "UTF-8"),
            ("b.md", b"# Rain\n\nIt rains.", "Markdown", "UTF-8"),
            (
                "b.html",
                b"<meta charset=windows-1252><p>caf\xe9",
                "HTML",
                "Windows-1252",
            ),
            (
                "b",
                b"\xff\xfeI\0t\0 \0r\0a\0i\0n\0s\0",
                "plain text",
                "UTF-16",
            ),
            (
                "b.eml",
                b"MIME-Version: 1.0\nMessage-ID: <1@b.example>\nSubject: Rain\nFrom: a@b.example\n\nIt rains.",
                "e-mail",
                "",
            ),
            ("b.csv", b"title,text\nRain,It rains.", "table", "UTF-8"),
        ] {
            let origin = FileOrigin::of(name, bytes);
            assert_eq!(
                (origin.kind.as_str(), origin.encoding.as_str()),
                (kind, encoding),
                "{name}"
            );
            assert_eq!(origin.name, name.trim_start_matches("a/"));
        }
        // The example of FIPS 180-2.
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn text_left_out_for_its_name_is_kept_beside_the_article() {
        let long = |words: &str, times| {
            format!(
                "<p>{}</p>",
                format!("{words}, and so it was, all day. ").repeat(times)
            )
        };
        let page = format!(
            "<title>Rain</title><article>{}</article><div class='promo'>{}</div>",
            long("It rained on the old town", 12),
            long("Our readers love the sun", 3)
        );
        let left_out = FileOrigin::of("a.html", page.as_bytes()).left_out;
        assert!(
            left_out.iter().any(|text| text.contains("Our readers")),
            "{left_out:?}"
        );
        assert!(
            !left_out.iter().any(|text| text.contains("It rained")),
            "{left_out:?}"
        );
    }

    #[test]
    fn an_article_says_once_which_file_it_is_from() {
        let mut metadata = Metadata::default();
        let report = ["1 note is left out".to_owned()];
        FileOrigin::of("a.txt", b"It rains.").note(&mut metadata, &report);
        let fields = metadata.extra.iter().map(|(field, _)| field.as_str());
        let expected = [&FIELDS[..], &[REPORT]].concat();
        assert_eq!(fields.collect::<Vec<_>>(), expected);
        let before = metadata.extra.clone();
        FileOrigin::of("b.json", b"{}").note(&mut metadata, &[]);
        assert_eq!(metadata.extra, before);
    }
}
