//! What the program detects for words that an editor selects.

use model::{Article, Claim, Speaker, TextRange};

use crate::ranges::block_at;
use crate::{ClaimForm, Who};

impl ClaimForm {
    /// The form for words that were selected. It has the speaker, cue, stance and subjects of the
    /// claim that the program detects there, if `found` has one with a speaker; otherwise it is
    /// [guessed](Self::guessed). `found` is this article, or its parts, with everything that the
    /// program detects in it, perhaps before words of other paragraphs were changed.
    #[must_use]
    pub fn prefilled(article: &Article, found: &[Article], content: Vec<TextRange>) -> Self {
        let guessed = Self::guessed(article, content);
        let detected = found.iter().find_map(|found| {
            let claim = claim_there(article, found, &guessed.content)?;
            let detected = Self::detected(article, &claim, &found.entities);
            (detected.who != Who::Nobody).then_some(detected)
        });
        match detected {
            Some(detected) => Self {
                content: guessed.content,
                form: guessed.form,
                ..detected
            },
            None => guessed,
        }
    }
}

/// The detected claim that shares the most words with the selected ones, at its place in the
/// article. Its cue and the words for its speaker must be outside the selected ones.
fn claim_there(article: &Article, found: &Article, content: &[TextRange]) -> Option<Claim> {
    let first = content.first()?;
    let number = block_at(article, first.start)?;
    let block = article.blocks.get(number)?.range;
    let words = article.words(block);
    let mut alike = found.blocks.iter();
    let there = alike.find(|it| found.words(it.range) == words)?.range;
    let moved = |range: TextRange| {
        there.contains(range).then(|| TextRange {
            start: range.start - there.start + block.start,
            end: range.end - there.start + block.start,
        })
    };
    let is_outside = |range: &TextRange| !content.iter().any(|piece| piece.overlaps(*range));
    let shared = |claim: &Claim| -> u32 {
        let pairs = claim.content.iter().filter_map(|piece| moved(*piece));
        let common = |piece: TextRange| {
            let common = content.iter().map(move |it| {
                let (start, end) = (it.start.max(piece.start), it.end.min(piece.end));
                end.saturating_sub(start)
            });
            common.sum::<u32>()
        };
        pairs.map(common).sum()
    };
    let best = found.claims.iter().max_by_key(|claim| shared(claim));
    let mut claim = best.filter(|claim| shared(claim) > 0)?.clone();
    claim.cue = claim.cue.and_then(moved).filter(is_outside);
    if let Speaker::Words(range) = claim.speaker {
        let there = moved(range).filter(is_outside);
        claim.speaker = there.map_or(Speaker::Unnamed, Speaker::Words);
    }
    Some(claim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edit, History};
    use import::article_from_markdown;
    use model::{EntityKind, Stance};
    use text::phrase::occurrences;

    const TEXT: &str = "---\ntitle: T\nlanguage: en\n---\nIt rained.\n\n\
        “It will snow tomorrow,” Ann Lee warned. The wind denied nothing.";

    fn article() -> Article {
        article_from_markdown("a", "a.md", TEXT).0
    }

    fn filled(article: &Article, found: &Article, words: &str) -> ClaimForm {
        let content = occurrences(&article.text, words);
        ClaimForm::prefilled(article, std::slice::from_ref(found), content)
    }

    #[test]
    fn a_form_has_what_is_detected_for_the_words() {
        let (article, mut found) = (article(), article());
        annotate::annotate(&mut found, None);
        let cue =
            |form: &ClaimForm, article: &Article| form.cue.map(|cue| article.words(cue).to_owned());
        let form = filled(&article, &found, "snow tomorrow");
        assert_eq!(cue(&form, &article).as_deref(), Some("warned"));
        assert_eq!(form.stance, Stance::Warns);
        let who = |form: &ClaimForm, article: &Article| match &form.who {
            Who::Words(range) => article.words(*range).to_owned(),
            Who::New { name, kind } => {
                assert_eq!(*kind, EntityKind::Person);
                name.clone()
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(who(&form, &article), "Ann Lee");
        assert_eq!(article.words(form.content[0]), "snow tomorrow");
        // Words of another paragraph were changed since.
        let mut history = History::of(article);
        let range = occurrences(&history.article().text, "It rained")[0];
        let words = "It rained for hours".to_owned();
        history.apply(Edit::ChangeText { range, words }).unwrap();
        let form = filled(history.article(), &found, "snow tomorrow");
        assert_eq!(cue(&form, history.article()).as_deref(), Some("warned"));
        // Nothing is detected there, or the cue itself is selected.
        let form = filled(history.article(), &found, "rained for hours");
        assert_eq!(form.cue, None);
        let form = filled(history.article(), &found, "tomorrow,” Ann Lee warned");
        assert_eq!((form.cue, form.who), (None, Who::Nobody));
    }
}
