//! How many claims of a list are built at once.

use gloo::events::EventListener;
use yew::prelude::*;

use super::button;
use super::page_context::use_page;

/// How many claims a list has at first, and how many each request adds.
const AT_ONCE: usize = 100;

/// How many of `all` claims to build, and the button for more. The first `needed` are always among
/// them. Everything is built to be printed.
#[hook]
pub(super) fn use_claim_limit(all: usize, needed: usize) -> (usize, Html) {
    let messages = use_page().claims_messages();
    let asked = use_state_eq(|| AT_ONCE);
    {
        let asked = asked.setter();
        use_effect_with((), move |()| {
            let window = gloo::utils::window();
            let print = EventListener::new(&window, "beforeprint", move |_| asked.set(usize::MAX));
            move || drop(print)
        });
    }
    let shown = (*asked).max(needed).min(all);
    let rest = all - shown;
    let more = Callback::from(move |_: MouseEvent| asked.set(shown.saturating_add(AT_ONCE)));
    let label = || (messages.more_claims)(rest.min(AT_ONCE), rest);
    let button = html! {
        if rest > 0 {
            <p class="more-claims">{ button::said("quiet", more, label().into()) }</p>
        }
    };
    (shown, button)
}
