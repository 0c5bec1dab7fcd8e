//! Help: keys and the query language.

use yew::prelude::*;

use super::dialog_head::DialogHead;
use super::page_context::use_page;

const KEYS: [(&str, &str); 9] = [
    ("/", "go to the search"),
    ("Enter, n", "next hit"),
    ("Shift Enter, p", "previous hit"),
    ("j, k", "next, previous claim"),
    ("v", "article or claims in the foreground"),
    (
        "Tab, then ← →",
        "walk through the names in the text; Enter opens one",
    ),
    ("Esc", "go back one step: card, search, filters, claims"),
    ("?", "this help"),
    ("Alt ←", "undo the last choice"),
];

const QUERIES: [(&str, &str); 8] = [
    (
        "market rules",
        "both words; the last one also as a beginning",
    ),
    ("\"market principles\"", "a phrase"),
    ("-ban", "without this word"),
    ("protecionism~", "forgive typing errors"),
    (
        "speaker:guo about:commission",
        "who, about whom: an id or a name",
    ),
    (
        "form:direct stance:criticises",
        "how: direct, indirect, mixed; states, denies, criticises, supports, warns, promises, asks",
    ),
    ("kind:place entity:europe", "claims that have to do with it"),
    (
        "title:trade source:daily after:2026-01",
        "of the article: words of its title or source, before: or after: a date",
    ),
];

/// A dialog with all keys and examples of queries.
#[component]
pub(super) fn Help() -> Html {
    let dialog = use_page().refs.help;
    let rows = |rows: &'static [(&str, &str)]| {
        rows.iter().map(|(what, why)| {
            html! {
                <tr><th scope="row"><kbd>{ *what }</kbd></th><td>{ *why }</td></tr>
            }
        })
    };
    html! {
        <dialog class="help" ref={&dialog} aria-labelledby="help-heading">
            <DialogHead id="help-heading" heading="Help" {dialog} />
            <h3>{ "Keys" }</h3>
            <table><tbody>{ for rows(&KEYS) }</tbody></table>
            <h3>{ "Searching" }</h3>
            <table><tbody>{ for rows(&QUERIES) }</tbody></table>
            <h3>{ "Marks" }</h3>
            <p>{ "Names are tinted and underlined with dots or dashes, a style for each kind. \
                  Claims have a solid line in the colour of their speaker; where two claims share \
                  words, two lines. Filters dim what they leave out and hide its cards." }</p>
        </dialog>
    }
}
