//! The state of a page that is edited and saved in its own file.

use std::rc::Rc;

use yew::prelude::*;

use super::super::editor::{EditedArticle, Start};
use super::super::ptr_eq_rc::PtrEqRc;

/// The state.
#[derive(Clone, Default)]
pub(super) struct OwnFileState {
    /// The article after the last edit.
    pub(super) edited: Option<Rc<EditedArticle>>,
    /// What the open editor started from.
    pub(super) editing: Option<PtrEqRc<Start>>,
    /// Whether the file has the edits.
    pub(super) file: FileState,
}

/// Whether the file has the edits.
#[derive(Clone, Default, PartialEq)]
pub(super) enum FileState {
    /// There are none.
    #[default]
    Unchanged,
    /// It does not have them.
    Unsaved,
    /// It is being written.
    Saving,
    /// It has them, as this sentence says.
    Saved(AttrValue),
    /// It could not be written, for the reason in this sentence.
    Failed(AttrValue),
}

/// A change of the state.
pub(super) enum OwnFileAction {
    /// Opens the editor.
    Edit(PtrEqRc<Start>),
    /// Closes it.
    Finish,
    /// The reader has edited the article.
    Change(Rc<EditedArticle>),
    /// The file is being written.
    Save,
    /// It was written with this article; the sentence says so.
    Saved(Rc<EditedArticle>, String),
    /// It could not be written, for the reason in this sentence.
    Failed(String),
}

impl Reducible for OwnFileState {
    type Action = OwnFileAction;

    fn reduce(self: Rc<Self>, action: OwnFileAction) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            OwnFileAction::Edit(start) => state.editing = Some(start),
            OwnFileAction::Finish => state.editing = None,
            OwnFileAction::Change(edited) => {
                state.edited = Some(edited);
                state.file = FileState::Unsaved;
            }
            OwnFileAction::Save => state.file = FileState::Saving,
            OwnFileAction::Saved(written, said) => {
                // The reader may have gone on editing.
                let is_last = (state.edited.as_ref()).is_some_and(|it| Rc::ptr_eq(it, &written));
                state.file = if is_last {
                    FileState::Saved(said.into())
                } else {
                    FileState::Unsaved
                };
            }
            OwnFileAction::Failed(said) => state.file = FileState::Failed(said.into()),
        }
        state.into()
    }
}
