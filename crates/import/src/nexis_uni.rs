//! Downloads of Nexis Uni and Lexis Advance: each document ends with the line "End of Document", and
//! its text begins after the line "Body".

use model::{Article, Date, TakenIds};

use super::date_words::{DateOrder, date_of};
use super::diagnostic::Diagnostic;
use super::factiva::paragraphs;
use super::text::article_from_whole_text;

/// The last line of a document.
const END: &str = "End of Document";

/// Lines that end the text of a document.
const AFTER: [&str; 5] = [
    "Classification",
    "Graphic",
    "Notes",
    "Load-Date",
    "Correction-Date",
];

/// Reads the documents of a download; `None` if the text is none.
pub(super) fn documents(
    id: &str,
    file: &str,
    text: &str,
) -> Option<(Vec<Article>, Vec<Diagnostic>)> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    if !lines.contains(&END) {
        return None;
    }
    let (mut articles, mut told) = (Vec::new(), Vec::new());
    let mut ids = TakenIds::default();
    for (number, lines) in lines.split(|line| *line == END).enumerate() {
        let Some(document) = Document::of(lines) else {
            continue;
        };
        let own = ids.take(&format!("{id}-{}", number + 1));
        let (article, more) = document.article(&own, file);
        told.extend(more);
        articles.extend(article);
    }
    (!articles.is_empty()).then_some((articles, told))
}

struct Document<'t> {
    title: &'t str,
    source: Option<&'t str>,
    published: Option<Date>,
    author: Option<&'t str>,
    text: String,
}

impl<'t> Document<'t> {
    fn of(lines: &[&'t str]) -> Option<Self> {
        let body = lines.iter().position(|line| *line == "Body")?;
        let (head, text) = (lines.get(..body)?, lines.get(body + 1..)?);
        let value = |name: &str| {
            let mut values = head.iter().filter_map(|line| line.strip_prefix(name));
            values
                .find_map(|rest| rest.strip_prefix(':'))
                .map(str::trim)
        };
        value("Length")?;
        // Before the first document, the file lists all of them.
        let words: Vec<&str> = head
            .iter()
            .copied()
            .filter(|line| !line.is_empty())
            .collect();
        let dated = words.iter().enumerate().rev().find_map(|(number, line)| {
            Some((number, date_of(line, DateOrder::Unknown)?)).filter(|(number, _)| *number >= 2)
        });
        let (at, published) = dated?;
        let end = text.iter().position(|line| {
            let name = line.split_once(':').map_or(*line, |(name, _)| name);
            AFTER.contains(&name)
        });
        let text = text.get(..end.unwrap_or(text.len()))?;
        Some(Self {
            title: words.get(at - 2)?,
            source: words.get(at - 1).copied(),
            published: Some(published),
            author: value("Byline").filter(|name| !name.is_empty()),
            text: paragraphs(text),
        })
    }

    fn article(self, id: &str, file: &str) -> (Option<Article>, Vec<Diagnostic>) {
        let (article, mut told) = article_from_whole_text(id, file, &self.text);
        told.retain(|diagnostic| diagnostic.place.path() != "title");
        let article = article.map(|mut article| {
            let metadata = &mut article.metadata;
            metadata.title = self.title.to_owned();
            metadata.title_by_editor = false;
            metadata.source = self.source.map(str::to_owned);
            metadata.published = self.published;
            metadata.author = self.author.map(str::to_owned);
            article
        });
        (article, told)
    }
}

#[cfg(test)]
mod tests {
    use super::documents;

    const DOWNLOAD: &str = "Documents (2)\n1. Ferry line approved\nJob Number: 12\n\nFerry line approved\n\nThe Observer\n\nMay 14, 2025 Wednesday\n\nCopyright 2025 Media All Rights Reserved\n\nSection: NEWS; Pg. 1\nLength: 71 words\nByline: Nora Whitlock\n\nBody\n\nThe council approved a line.\n\nNotes were taken.\n\nLoad-Date: May 15, 2025\n\nEnd of Document\n\nLibrary closes\nThe Herald\nMay 13, 2025\nLength: 6 words\nBody\nThe library closes.\nIt is so.\nClassification\nLanguage: ENGLISH\nLoad-Date: May 13, 2025\nEnd of Document\n";

    #[test]
    fn each_document_is_an_article() {
        let (articles, _) = documents("news", "news.txt", DOWNLOAD).unwrap();
        let [first, second] = articles.as_slice() else {
            panic!("two articles");
        };
        let metadata = &first.metadata;
        assert_eq!(metadata.title, "Ferry line approved");
        assert_eq!(metadata.author.as_deref(), Some("Nora Whitlock"));
        assert_eq!(metadata.source.as_deref(), Some("The Observer"));
        assert_eq!(metadata.published.unwrap().to_string(), "2025-05-14");
        assert_eq!(
            first.text,
            "The council approved a line.\n\nNotes were taken."
        );
        assert_eq!(second.metadata.title, "Library closes");
        assert_eq!(second.text, "The library closes.\n\nIt is so.");
    }

    #[test]
    fn other_texts_are_not_divided() {
        for text in [
            "",
            "Body\n\nEnd of Document",
            "A\nB\nMay 14, 2025\nEnd of Document\nx",
        ] {
            assert!(documents("a", "a.txt", text).is_none(), "{text}");
        }
    }
}
