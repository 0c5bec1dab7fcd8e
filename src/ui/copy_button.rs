//! A button that copies a text and says so.

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::clipboard;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Done,
    Refused,
}

#[derive(Properties, PartialEq)]
pub(super) struct CopyButtonProps {
    pub(super) label: AttrValue,
    /// What is copied, asked when the button is pressed.
    pub(super) text: Callback<(), String>,
}

/// Copies, and where the browser refuses shows the text to be copied by hand.
#[component]
pub(super) fn CopyButton(props: &CopyButtonProps) -> Html {
    let copied = use_state(|| Copied::NotYet);
    let by_hand = use_node_ref();
    let onclick = {
        let (copied, text) = (copied.setter(), props.text.clone());
        Callback::from(move |_| {
            let (copied, text) = (copied.clone(), text.emit(()));
            spawn_local(async move {
                let done = clipboard::copy(&text).await;
                copied.set(if done { Copied::Done } else { Copied::Refused });
            });
        })
    };
    {
        let (set, by_hand) = (copied.setter(), by_hand.clone());
        use_effect_with(*copied, move |copied| {
            let mut later = None;
            match copied {
                Copied::Done => later = Some(Timeout::new(2_000, move || set.set(Copied::NotYet))),
                Copied::Refused => {
                    if let Some(input) = by_hand.cast::<HtmlInputElement>() {
                        let _unfocusable = input.focus();
                        input.select();
                    }
                }
                Copied::NotYet => {}
            }
            move || drop(later)
        });
    }
    let label = match *copied {
        Copied::Done => AttrValue::from("Copied"),
        _ => props.label.clone(),
    };
    html! {
        <span class="copy">
            <button type="button" class="quiet" {onclick}>
                <span aria-live="polite">{ label }</span>
            </button>
            if *copied == Copied::Refused {
                <input ref={by_hand} class="by-hand" readonly=true
                    aria-label="Copy this text" value={props.text.emit(())} />
            }
        </span>
    }
}
