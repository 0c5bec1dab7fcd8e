//! Help: keys and the query language.

use yew::prelude::*;

use super::dialog_head::DialogHead;
use super::keyboard::{has_single_keys, set_single_keys};
use super::opened_dialog::use_opened_dialog;
use super::page_context::use_page;

/// A dialog with all keys and examples of queries.
#[component]
pub(super) fn Help() -> Html {
    let page = use_page();
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let dialog = use_opened_dialog();
    let single_keys = use_state_eq(|| true);
    {
        let single_keys = single_keys.clone();
        use_effect_with((), move |()| single_keys.set(has_single_keys()));
    }
    let on_single_keys = {
        let single_keys = single_keys.clone();
        Callback::from(move |_: MouseEvent| {
            set_single_keys(!*single_keys);
            single_keys.set(!*single_keys);
        })
    };
    let rows = |rows: &'static [(&str, &str)]| {
        rows.iter().map(|(what, why)| {
            html! {
                <tr><th scope="row"><kbd>{ *what }</kbd></th><td>{ *why }</td></tr>
            }
        })
    };
    html! {
        <dialog class="help" ref={&dialog} aria-labelledby="help-heading">
            <DialogHead id="help-heading" heading={messages.help} {dialog} />
            <h3>{ on_demand.keys }</h3>
            <table><tbody>{ for rows(on_demand.key_list) }</tbody></table>
            <button type="button" class="switch" role="switch" aria-checked={if *single_keys { "true" } else { "false" }}
                onclick={on_single_keys}>{ on_demand.single_keys }</button>
            <h3>{ on_demand.searching }</h3>
            <table><tbody>{ for rows(on_demand.query_list) }</tbody></table>
            <h3>{ on_demand.marks }</h3>
            <p>{ on_demand.marks_note }</p>
        </dialog>
    }
}
