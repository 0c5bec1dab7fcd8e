//! Notices about the query.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::page_context::use_page;
use explore::Problem;
use search::{QueryProblem, QueryText};

/// A field without a value is only mentioned after a pause of this many milliseconds in typing.
const PAUSE: u32 = 1200;

/// Properties of [`QueryNotices`].
#[derive(Properties, PartialEq)]
pub(super) struct QueryNoticesProps {
    /// The query as typed.
    pub(super) query: QueryText,
    /// The reader still types.
    pub(super) typing: bool,
    /// The notices.
    pub(super) notices: Vec<Problem>,
}

/// The notices. While the reader types, a field that has no value yet is no problem.
#[component]
pub(super) fn QueryNotices(props: &QueryNoticesProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let paused_at = use_state_eq(|| None::<QueryText>);
    {
        let paused_at = paused_at.clone();
        use_effect_with(props.query.clone(), move |query| {
            let query = query.clone();
            let pause = Timeout::new(PAUSE, move || paused_at.set(Some(query)));
            move || drop(pause)
        });
    }
    let goes_on = props.typing && paused_at.as_ref() != Some(&props.query);
    let waits = |notice: &&Problem| matches!(notice, Problem::Query(QueryProblem::NoValue(_)));
    let mut notices = props
        .notices
        .iter()
        .filter(|notice| !(goes_on && waits(notice)))
        .peekable();
    if notices.peek().is_none() {
        return Html::default();
    }
    html! {
        <ul class="query-notices">{ for notices.map(|notice| html! { <li>{ (messages.problem)(notice) }</li> }) }</ul>
    }
}
