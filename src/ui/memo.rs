//! A part of the page that is drawn again only when what it is drawn from has changed.

use yew::prelude::*;

/// Properties of [`Memo`].
#[derive(Properties)]
pub(super) struct MemoProps {
    /// What the part is drawn from, in numbers.
    pub(super) of: Vec<usize>,
    /// Draws it.
    pub(super) draw: Callback<(), Html>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

/// A part that stays as it is while the numbers that it is drawn from do. One component
/// for all such parts: each costs about 10 kB.
#[component]
pub(super) fn Memo(props: &MemoProps) -> Html {
    props.draw.emit(())
}
