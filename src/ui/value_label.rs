//! Labels for the values of facets.

use crate::messages::ArticleMessages;
use explore::{Facet, FacetValue};
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
