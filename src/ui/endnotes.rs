//! The claims as numbered notes, for paper.

use yew::prelude::*;

use super::ptr_eq_rc::PtrEqRc;
use super::words::{form_label, provenance_label};
use explore::IndexedArticle;

/// Properties of [`Endnotes`].
#[derive(Properties, PartialEq)]
pub(super) struct EndnotesProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
}

/// The notes; shown in print only. The numbers stand in the text by the same order.
#[component]
pub(super) fn Endnotes(props: &EndnotesProps) -> Html {
    let indexed = &props.indexed;
    let article = &indexed.article;
    let note = |(number, claim): (usize, &model::Claim)| {
        let about: Vec<&str> = claim
            .about
            .iter()
            .filter_map(|id| article.entity(id))
            .map(|entity| entity.name.as_str())
            .collect();
        let cue = claim.cue.map(|cue| format!(" ({})", article.words(cue)));
        html! {
            <li>
                <b>{ indexed.speaker_name(number) }</b>{ cue }
                { ": " }{ form_label(claim.form) }{ ", " }{ claim.stance.as_str() }
                if !about.is_empty() { { "; about " }{ about.join(", ") } }
                { "; " }{ provenance_label(&claim.provenance) }{ "." }
            </li>
        }
    };
    html! {
        <section class="endnotes" aria-hidden="true">
            <h2>{ "Claims" }</h2>
            <ol>{ for article.claims.iter().enumerate().map(note) }</ol>
        </section>
    }
}
