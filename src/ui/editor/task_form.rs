//! The form of a task.

use yew::prelude::*;

use super::claim_fields::ClaimFields;
use super::details_fields::DetailsFields;
use super::edits::Edits;
use super::name_fields::NameFields;
use super::state::{EditorAction, Task};
use super::text_fields::TextFields;
use crate::ui::ptr_eq_rc::PtrEqRc;
use edit::Edit;
use explore::IndexedArticle;
use model::{Article, ClaimId, TextRange};

/// A change of the text itself.
#[derive(Debug)]
pub(super) struct Rewriting {
    pub(super) edit: Edit,
    /// The place in the text, in bytes, to which the caret returns.
    pub(super) at: u32,
    /// The text before that place becomes longer or shorter.
    pub(super) moves: bool,
}

/// What the forms need.
pub(super) struct Forms<'a> {
    /// The article.
    pub(super) indexed: &'a PtrEqRc<IndexedArticle>,
    /// What the program detects in it.
    pub(super) detected: &'a Option<PtrEqRc<Vec<Article>>>,
    /// Its history.
    pub(super) edits: &'a Edits,
    /// Receives an edit.
    pub(super) make: &'a Callback<Edit>,
    /// Receives a change of the text.
    pub(super) rewrite: &'a Callback<Rewriting>,
    /// Closes forms.
    pub(super) dispatch: &'a Callback<EditorAction>,
}

impl Forms<'_> {
    /// The form of a task; `None` if it has none.
    pub(super) fn of(&self, task: &Task) -> Option<Html> {
        let indexed = self.indexed.clone();
        let drop = self.dispatch.reform(|()| EditorAction::Close);
        let finish = {
            let (make, drop) = (self.make.clone(), drop.clone());
            Callback::from(move |edit| match edit {
                Some(edit) => make.emit(edit),
                None => drop.emit(()),
            })
        };
        Some(match task {
            Task::Check | Task::Mark(_) => return None,
            Task::AddClaim(content) => html! {
                <ClaimFields {indexed} content={content.clone()} claim={None} detected={self.detected.clone()} {finish} {drop} />
            },
            Task::ChangeClaim(id) => {
                let content = content_of(&indexed.article, id);
                html! { <ClaimFields key={id.to_string()} {indexed} {content} claim={Some(id.clone())} {finish} {drop} /> }
            }
            Task::AddName(place) => html! {
                <NameFields {indexed} place={Some(*place)} entity={None} {finish} {drop} />
            },
            Task::ChangeName(id) => html! {
                <NameFields key={id.to_string()} {indexed} place={None} entity={Some(id.clone())} {finish} {drop} />
            },
            Task::CorrectText(range) => self.text_form(*range),
            Task::Details => {
                let edits = self.edits.clone();
                let set_checked_by = Callback::from(move |name: String| edits.set_by(&name));
                html! { <DetailsFields {indexed} checked_by={self.edits.by()} {set_checked_by} {finish} {drop} /> }
            }
        })
    }

    /// The form for words of the text, from which the caret returns to them.
    fn text_form(&self, range: TextRange) -> Html {
        let at = range.start;
        let drop = self
            .dispatch
            .reform(move |()| EditorAction::Rewritten(at, None));
        let finish = {
            let (rewrite, drop) = (self.rewrite.clone(), drop.clone());
            Callback::from(move |edit| match edit {
                Some(edit) => rewrite.emit(Rewriting {
                    edit,
                    at,
                    moves: false,
                }),
                None => drop.emit(()),
            })
        };
        html! { <TextFields indexed={self.indexed.clone()} {range} {finish} {drop} /> }
    }
}

fn content_of(article: &Article, id: &ClaimId) -> Vec<TextRange> {
    let claim = article.claims.iter().find(|claim| claim.id == *id);
    claim.map(|claim| claim.content.clone()).unwrap_or_default()
}
