//! Labels for the values of facets.

use super::scene::Scene;
use crate::messages::ArticleMessages;
use explore::{Facet, FacetValue, View};
use model::{EntityKind, Form, Stance};

/// The label for a value of a facet: words of the interface, or a name from the data.
pub(super) fn value_label(messages: &ArticleMessages, facet: Facet, value: &FacetValue) -> String {
    let label = match facet {
        Facet::Form => Form::parse(&value.id).map(messages.form),
        Facet::Stance => Stance::parse(&value.id).map(messages.stance),
        Facet::Types => EntityKind::parse(&value.id).map(messages.kind),
        Facet::Speaker | Facet::About | Facet::Source => None,
    };
    label.unwrap_or(&value.label).to_owned()
}

/// The labels of the values of a facet that a view chooses.
pub(super) fn chosen_labels(
    messages: &ArticleMessages,
    scene: &Scene,
    view: &View,
    facet: Facet,
) -> Vec<String> {
    let values = scene.indexed.values(facet).iter();
    let chosen = values.filter(|value| view.filters.has(facet, &value.id));
    chosen
        .map(|value| value_label(messages, facet, value))
        .collect()
}
