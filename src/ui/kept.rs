//! A part of the page that is drawn again only when what it is drawn from has changed.

use yew::prelude::*;

/// Properties of [`Kept`].
#[derive(Properties)]
pub(super) struct KeptProps {
    /// What the part is drawn from, in numbers.
    pub(super) of: Vec<usize>,
    /// Draws it.
    pub(super) draw: Callback<(), Html>,
}

impl PartialEq for KeptProps {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

/// A part that stays as it is while the numbers that it is drawn from do. One component
/// for all such parts: each costs about 10 kB.
#[component]
pub(super) fn Kept(props: &KeptProps) -> Html {
    props.draw.emit(())
}
