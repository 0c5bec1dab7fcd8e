//! A button that copies a text and confirms it.

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::clipboard;
use super::page_context::PageContext;

/// How long the confirmation is shown, in milliseconds.
const SAID: u32 = 2_000;

#[derive(Properties, PartialEq)]
pub(super) struct CopyButtonProps {
    pub(super) label: AttrValue,
    /// Returns the text to copy when the button is pressed.
    pub(super) text: Callback<(), String>,
}

pub(super) enum Step {
    Press,
    Copied,
    Refused,
    Forget,
}

/// Copies the text. If the browser refuses, shows the text so that the reader can copy it by hand.
pub(super) struct CopyButton {
    copied: bool,
    /// The text, if the reader must copy it by hand.
    by_hand: Option<String>,
    /// The text has just appeared and must be selected once.
    is_new: bool,
    field: NodeRef,
    later: Option<Timeout>,
}

impl Component for CopyButton {
    type Message = Step;
    type Properties = CopyButtonProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            copied: false,
            by_hand: None,
            is_new: false,
            field: NodeRef::default(),
            later: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, step: Step) -> bool {
        let link = context.link();
        let text = || context.props().text.emit(());
        match step {
            Step::Press => {
                let text = text();
                link.send_future(async move {
                    match clipboard::copy(&text).await {
                        true => Step::Copied,
                        false => Step::Refused,
                    }
                });
                return false;
            }
            Step::Copied => {
                let link = link.clone();
                self.copied = true;
                self.by_hand = None;
                self.later = Some(Timeout::new(SAID, move || link.send_message(Step::Forget)));
            }
            Step::Refused => {
                self.by_hand = Some(text());
                self.is_new = true;
            }
            Step::Forget => self.copied = false,
        }
        true
    }

    fn changed(&mut self, context: &Context<Self>, _: &CopyButtonProps) -> bool {
        let text = || context.props().text.emit(());
        self.by_hand = self.by_hand.take().map(|_| text());
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let onclick = context.link().callback(|_: MouseEvent| Step::Press);
        let page = context.link().context::<PageContext>(Callback::noop());
        let page = page.map(|(page, _)| page).unwrap_or_default();
        let on_demand = page.on_demand_messages();
        let label = if self.copied {
            on_demand.copied
        } else {
            &context.props().label
        };
        html! {
            <span class="copy">
                <button type="button" class="quiet" {onclick}>
                    <span aria-live="polite">{ label }</span>
                </button>
                if let Some(text) = &self.by_hand {
                    <input ref={&self.field} class="by-hand" readonly=true
                        aria-label={on_demand.copy_by_hand} value={text.clone()} />
                }
            </span>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(field) = self
            .field
            .cast::<HtmlInputElement>()
            .filter(|_| std::mem::take(&mut self.is_new))
        {
            let _unfocusable = field.focus();
            field.select();
        }
    }
}
