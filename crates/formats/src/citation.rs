//! A citation of a claim, ready to paste.

use explore::IndexedArticle;
use model::{Date, Form, Metadata};

/// A citation of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation(String);

impl Citation {
    /// The citation as one line of text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a language adds to the facts of a citation.
#[derive(Clone, Copy, Debug)]
pub struct CitationWords {
    /// A date in words.
    pub date: fn(Date) -> String,
    /// The words of a claim, with quotation marks where they are quoted, and what else its form
    /// says about them.
    pub claim: fn(String, Form) -> String,
}

impl CitationWords {
    /// English.
    pub const ENGLISH: Self = Self {
        date: Date::in_words,
        claim: |words, form| match form {
            Form::Direct => words,
            Form::Indirect => format!("{words} (paraphrased)"),
            Form::Mixed => format!("{words} (partly quoted)"),
        },
    };
}

/// Cites a claim: its words, the speaker, the article and the address. Words that are not
/// the speaker's own get no quotation marks; the others keep those of the text. An ellipsis marks
/// the words left out between two parts. `link` leads to the claim and may be empty.
#[must_use]
pub fn cite(
    indexed: &IndexedArticle,
    claim: usize,
    link: &str,
    language: &CitationWords,
) -> Option<Citation> {
    let about = &indexed.article.metadata;
    let known = indexed.article.claims.get(claim)?;
    let words = (language.claim)(indexed.quotation_of(claim), known.form);
    let cited = format!(
        "{}: {words} — {}. {link}",
        indexed.speaker_name(claim),
        source(about, language)
    );
    Some(Citation(cited.trim_end().to_owned()))
}

/// Cites an article: its title, author, source, date and address. `link` leads to the article with
/// its claims and may be empty.
#[must_use]
pub fn cite_article(about: &Metadata, link: &str, language: &CitationWords) -> Citation {
    let cited = format!("{}. {link}", source(about, language));
    Citation(cited.trim_end().to_owned())
}

fn source(about: &Metadata, language: &CitationWords) -> String {
    let title = if about.title_by_editor {
        format!("[{}]", about.title)
    } else {
        about.title.clone()
    };
    let mut parts = vec![title];
    parts.extend(about.author.clone());
    parts.extend(about.source.clone());
    parts.extend(about.published.map(language.date));
    parts.extend(about.url.as_ref().map(ToString::to_string));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{annotations::annotate, article_from_markdown};
    use serde_json::json;

    #[test]
    fn a_citation_names_speaker_words_and_source() {
        let text = "---\ntitle: Talk\ntitle_by: editor\npublished: 2026-01-22\nlanguage: en\nsource: The Daily\n---\n\
            “Never,” Ann said, “not once.” She said it was over. She vowed to “stay”.";
        let (mut article, _) = article_from_markdown("a", "a.md", text);
        annotate(
            &mut article,
            "a.json",
            &json!({"version": 1,
            "entities": [{"id": "ann", "kind": "person", "name": "Ann"}],
            "claims": [
                {"id": "c1", "speaker": "ann", "content": ["Never", "not once"]},
                {"id": "c2", "speaker": "ann", "content": ["it was over"]},
                {"id": "c3", "speaker": "ann", "form": "mixed", "content": ["to “stay”"]},
                {"id": "c4", "speaker": "ann", "form": "direct", "content": ["“stay”"]}
            ]}),
        );
        let indexed = IndexedArticle::of(article);
        let cited = |claim| {
            cite(&indexed, claim, "#claim=c", &CitationWords::ENGLISH).map(|citation| citation.0)
        };
        assert_eq!(
            cited(0).unwrap(),
            "Ann: “Never” … “not once” — [Talk], The Daily, 22 January 2026. #claim=c"
        );
        let words = |claim| cited(claim).unwrap().split(" — ").next().map(str::to_owned);
        assert_eq!(words(1).unwrap(), "Ann: it was over (paraphrased)");
        assert_eq!(words(2).unwrap(), "Ann: to “stay” (partly quoted)");
        assert_eq!(words(3).unwrap(), "Ann: “stay”");
        assert_eq!(cited(9), None);
        let article = cite_article(&indexed.article.metadata, "", &CitationWords::ENGLISH);
        assert_eq!(article.as_str(), "[Talk], The Daily, 22 January 2026.");
    }
}
