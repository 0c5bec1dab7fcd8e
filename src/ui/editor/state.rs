//! What is open in the editor.

use std::rc::Rc;

use yew::prelude::*;

use edit::Item;
use model::{ClaimId, EntityId, TextRange};

/// What is open in the editor.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EditorState {
    /// The annotation whose card is open; without one, the first suggestion.
    pub(super) current: Option<Item>,
    /// The suggestions that the editor has left for later.
    pub(super) skipped: Vec<Item>,
    /// What the editor is doing besides checking.
    pub(super) task: Task,
    /// A sentence about the last edit: that it was refused, or what it changed besides.
    pub(super) said: Option<AttrValue>,
    /// How often the focus was to move to the open card.
    pub(super) focused: usize,
    /// Where the caret goes after the text was changed.
    pub(super) caret: Option<CaretMove>,
}

/// A move of the caret to a place in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct CaretMove {
    /// The place, in bytes of the text.
    pub(super) to: u32,
    /// How many moves there were before.
    pub(super) number: usize,
}

/// What an editor is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Task {
    /// Checking suggestions.
    #[default]
    Check,
    /// Deciding what selected words are.
    Mark(Selected),
    /// Filling in the form for a new claim with these pieces.
    AddClaim(Vec<TextRange>),
    /// Filling in the form for a claim.
    ChangeClaim(ClaimId),
    /// Filling in the form for a new name at this place.
    AddName(TextRange),
    /// Filling in the form for a name.
    ChangeName(EntityId),
    /// Correcting these words of the text.
    CorrectText(TextRange),
    /// Filling in the form for the facts about the article.
    Details,
}

/// Words that are selected in the text, or the caret as an empty range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Selected {
    pub(super) range: TextRange,
    /// The place of the menu beside them, in pixels from the upper left corner of the text.
    pub(super) at: (f64, f64),
    /// The menu gets the focus.
    pub(super) takes_focus: bool,
}

/// A change of what is open.
#[derive(Clone, Debug)]
pub(super) enum EditorAction {
    /// Opens the card of an annotation. It gets the focus if the flag says so.
    Choose(Item, bool),
    /// Leaves a suggestion for later.
    Skip(Item),
    /// Does something else.
    Begin(Task),
    /// Words were selected. Forms stay open, because words are also selected to be copied.
    Select(Selected),
    /// Closes menus and forms.
    Close,
    /// No words are selected any more.
    Unselect,
    /// An edit was made. The sentence says what it changed besides.
    Made(Option<AttrValue>),
    /// The text itself was changed at this place, in bytes, to which the caret returns. The sentence
    /// says what went with the words.
    Rewritten(u32, Option<AttrValue>),
    /// An edit was undone or made again by a button, which keeps the focus.
    Stepped,
    /// An edit was refused.
    Refused(AttrValue),
}

impl Reducible for EditorState {
    type Action = EditorAction;

    fn reduce(self: Rc<Self>, action: EditorAction) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            EditorAction::Choose(item, takes_focus) => {
                state.skipped.retain(|skipped| *skipped != item);
                state.current = Some(item);
                state.task = Task::Check;
                state.said = None;
                state.focused += usize::from(takes_focus);
            }
            EditorAction::Skip(item) => {
                state.skipped.retain(|skipped| *skipped != item);
                state.skipped.push(item);
                state.current = None;
                state.said = None;
                state.focused += 1;
            }
            EditorAction::Begin(task) => {
                state.task = task;
                state.said = None;
            }
            EditorAction::Select(selected) => match state.task {
                Task::Check => state.task = Task::Mark(selected),
                // The browser reports a selection more than once.
                Task::Mark(before) if before.range != selected.range || selected.takes_focus => {
                    state.task = Task::Mark(selected);
                }
                _ => {}
            },
            EditorAction::Close => {
                state.task = Task::Check;
                state.said = None;
                state.focused += 1;
            }
            EditorAction::Unselect if matches!(state.task, Task::Mark(_)) => {
                state.task = Task::Check;
            }
            EditorAction::Unselect => {}
            EditorAction::Made(said) => {
                state.current = None;
                state.task = Task::Check;
                state.said = said;
                state.focused += 1;
            }
            EditorAction::Rewritten(to, said) => {
                let number = state.caret.map_or(0, |caret| caret.number + 1);
                state.caret = Some(CaretMove { to, number });
                state.task = Task::Check;
                state.said = said;
            }
            EditorAction::Stepped => {
                state.current = None;
                state.task = Task::Check;
                state.said = None;
            }
            EditorAction::Refused(said) => state.said = Some(said),
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: Vec<EditorAction>) -> EditorState {
        let state = actions
            .into_iter()
            .fold(Rc::new(EditorState::default()), Reducible::reduce);
        (*state).clone()
    }

    fn claim(id: &str) -> Item {
        Item::Claim(ClaimId::new(id))
    }

    #[test]
    fn what_was_left_for_later_comes_last_and_returns_when_chosen() {
        use EditorAction::{Choose, Skip};
        let skipped = after(vec![Skip(claim("a")), Skip(claim("b")), Skip(claim("a"))]);
        assert_eq!(skipped.skipped, [claim("b"), claim("a")]);
        assert_eq!(skipped.current, None);
        let chosen = after(vec![Skip(claim("a")), Choose(claim("a"), false)]);
        assert_eq!(chosen.skipped, []);
        assert_eq!(chosen.current, Some(claim("a")));
    }

    #[test]
    fn selecting_words_opens_the_menu_once_and_closes_no_form() {
        use EditorAction::{Begin, Select};
        let selected = |end: u32, takes_focus| Selected {
            range: TextRange { start: 0, end },
            at: (0.0, 0.0),
            takes_focus,
        };
        let twice = after(vec![Select(selected(3, true)), Select(selected(3, false))]);
        assert_eq!(twice.task, Task::Mark(selected(3, true)));
        let rested = after(vec![Select(selected(3, false)), Select(selected(3, true))]);
        assert_eq!(rested.task, Task::Mark(selected(3, true)));
        let other = after(vec![Select(selected(3, true)), Select(selected(4, false))]);
        assert_eq!(other.task, Task::Mark(selected(4, false)));
        let form = || Task::ChangeClaim(ClaimId::new("a"));
        let filling = after(vec![Begin(form()), Select(selected(3, true))]);
        assert_eq!(filling.task, form());
    }

    #[test]
    fn a_refused_edit_leaves_its_form_open() {
        use EditorAction::{Begin, Made, Refused};
        let form = || Begin(Task::ChangeClaim(ClaimId::new("a")));
        let refused = after(vec![form(), Refused("No.".into())]);
        assert_eq!(refused.task, Task::ChangeClaim(ClaimId::new("a")));
        assert_eq!(refused.said.as_deref(), Some("No."));
        let made = after(vec![form(), Refused("No.".into()), Made(None)]);
        assert_eq!((made.task, made.said), (Task::Check, None));
    }
}
