//! The head of a chart, and its numbers as a table: always there for assistive technology and in print, and on
//! request for everybody.

use yew::prelude::*;

use super::chart_data::ChartData;
use crate::ui::page_context::use_page;

/// Properties of [`ChartTable`].
#[derive(Properties, PartialEq)]
pub(super) struct ChartTableProps {
    /// The heading.
    pub(super) heading: &'static str,
    /// The picture, between the heading and the table.
    pub(super) children: Html,
    /// The numbers.
    pub(super) data: ChartData,
}

/// The heading with a button that shows the table, the picture, and the table.
#[component]
pub(super) fn ChartTable(props: &ChartTableProps) -> Html {
    let page = use_page();
    let (messages, own_messages) = (page.messages(), page.collection_messages());
    let is_open = use_state(|| false);
    let data = &props.data;
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let expanded = if *is_open { "true" } else { "false" };
    let class = classes!("chart-table", (!*is_open).then_some("visually-hidden"));
    let row = |(name, counts): &(String, explore::collection::StanceCounts)| {
        html! {
            <tr>
                <th scope="row">{ name }</th>
                { for data.stances.iter().map(|stance| html! { <td>{ counts.of(*stance) }</td> }) }
                <td>{ counts.total() }</td>
            </tr>
        }
    };
    html! {
        <>
            <figcaption>
                <h2>{ props.heading }</h2>
                <button type="button" class="quiet as-table" aria-expanded={expanded} aria-label={(own_messages.show_table_of)(props.heading)} {onclick}>{ own_messages.table }</button>
            </figcaption>
            { props.children.clone() }
            <div {class} tabindex={is_open.then_some("0")} role={is_open.then_some("group")} aria-label={is_open.then(|| data.title.clone())}>
                <table>
                    <caption>{ &data.title }</caption>
                    <thead><tr>
                        <th scope="col">{ data.first }</th>
                        { for data.stances.iter().map(|stance| html! { <th scope="col">{ (messages.stance)(*stance) }</th> }) }
                        <th scope="col">{ own_messages.total }</th>
                    </tr></thead>
                    <tbody>{ for data.rows.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}
