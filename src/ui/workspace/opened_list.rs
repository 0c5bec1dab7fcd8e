//! The list of opened articles.

use std::rc::Rc;

use yew::prelude::*;

use super::kept::Opened;
use super::session::Command;
use super::state;
use crate::messages::WorkspaceMessages;
use crate::ui::page_context::use_page;
use jobs::FileReport;

/// The maximum number of listed articles.
const LISTED: usize = 40;

/// Properties of [`OpenedList`].
#[derive(Properties, PartialEq)]
pub(super) struct OpenedListProps {
    /// The opened articles.
    pub(super) opened: state::OpenedList,
    /// The list, which receives the focus after a removal.
    pub(super) list: NodeRef,
    /// Removes one article, or all.
    pub(super) ask: Callback<Command>,
}

/// The opened articles, each with a button that removes it.
#[component]
pub(super) fn OpenedList(props: &OpenedListProps) -> Html {
    let page = use_page();
    let messages = page.workspace_messages();
    let opened = &props.opened;
    let is_empty = opened.is_empty();
    let remove_all = {
        let ask = props.ask.clone();
        Callback::from(move |_: MouseEvent| ask.emit(Command::RemoveAll))
    };
    let items = opened
        .iter()
        .take(LISTED)
        .map(|one| item(messages, one, &props.ask));
    html! {
        <>
            <h2 id="workspace-opened-title" hidden={is_empty}>{ messages.opened }</h2>
            <ul id="workspace-opened" class="workspace-opened" aria-labelledby="workspace-opened-title"
                hidden={is_empty} ref={&props.list}>
                { for items }
                if opened.len() > LISTED {
                    <li key="more">{ (messages.and_more)(opened.len() - LISTED) }</li>
                }
            </ul>
            <p class="workspace-row" id="workspace-all" hidden={is_empty}>
                <button type="button" id="workspace-clear" onclick={remove_all}>{ messages.remove_all }</button>
            </p>
        </>
    }
}

fn item(messages: &WorkspaceMessages, one: &Rc<Opened>, ask: &Callback<Command>) -> Html {
    let parts = one.articles.len();
    let title = if parts > 1 {
        (messages.in_parts)(&one.title, parts)
    } else {
        one.title.clone()
    };
    let (key, ask) = (one.key, ask.clone());
    let remove = Callback::from(move |_: MouseEvent| ask.emit(Command::Remove(key)));
    html! {
        <li key={key.to_string()}>
            <span dir="auto">{ title }</span>{ " " }
            <button type="button" aria-label={(messages.remove_one)(&one.title)} onclick={remove}>{ messages.remove }</button>
            if let Some(report) = &one.report { { report_view(messages, report) } }
        </li>
    }
}

/// Where an article comes from, and what was left out or repaired.
fn report_view(messages: &WorkspaceMessages, report: &FileReport) -> Html {
    let origin = &report.origin;
    let kind = [&origin.kind, &origin.encoding];
    let kind = kind.into_iter().filter(|it| !it.is_empty());
    let kind = kind.map(String::as_str).collect::<Vec<_>>().join(", ");
    let left_out = &origin.left_out;
    html! {
        <details class="file-report">
            <summary>{ messages.file_report }</summary>
            <p><bdi>{ &origin.name }</bdi>{ format!(" ({kind})") }</p>
            if !origin.sha256.is_empty() { <p class="file-hash">{ messages.file_hash }<code>{ &origin.sha256 }</code></p> }
            if report.notes.is_empty() {
                <p>{ messages.nothing_left_out }</p>
            } else {
                <ul>{ for report.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            }
            if !left_out.is_empty() {
                <details class="left-out">
                    <summary>{ (messages.show_left_out)(left_out.len()) }</summary>
                    { for left_out.iter().map(|part| html! { <blockquote dir="auto">{ part }</blockquote> }) }
                </details>
            }
        </details>
    }
}
