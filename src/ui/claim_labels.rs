//! How the head of a claim says what its speaker does, and whether it is quoted.

use yew::prelude::*;

use crate::messages::ArticleMessages;
use model::{Claim, Provenance, Speaker};

/// The verb for the speaker's stance, unless nobody is said to speak.
pub(super) fn verb_of(messages: &ArticleMessages, claim: &Claim) -> Option<&'static str> {
    let has_speaker = claim.speaker != Speaker::Unnamed;
    has_speaker.then(|| (messages.stance_verb)(claim.stance))
}

/// Whether a claim is quoted, and whether the program detected it.
pub(super) fn form_of(messages: &ArticleMessages, claim: &Claim) -> Html {
    let form = (messages.form)(claim.form);
    match claim.provenance {
        Provenance::Curated => html! { { form } },
        Provenance::Found { .. } => html! { <>{ form }{ " · " }{ messages.detected }</> },
    }
}
