//! Values of a field, suggested while the reader types.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::list_scene::ListScene;
use crate::ui::focus_return::focus_quietly;
use crate::ui::page_context::use_page;
use explore::{Action, Facet};
use model::{EntityKind, Stance};
use search::{FORM_WORDS, Field, QueryText};
use text::fold::fold;

/// How many values are suggested.
const OFFERED: usize = 12;

/// Properties of [`Completions`].
#[derive(Properties, PartialEq)]
pub(super) struct CompletionsProps {
    /// The query as typed.
    pub(super) query: QueryText,
    /// The list.
    pub(super) list: ListScene,
}

/// A list of complete queries below the search. In each, the field at the end has a value.
#[component]
pub(super) fn Completions(props: &CompletionsProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let dispatch = &page.dispatch;
    let list = &props.list;
    let query = &props.query;
    let offered = completed(query, &|field| values(list, field));
    if offered.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="completions" aria-label={messages.completions}>{ for offered.into_iter().map(|(whole, label)| {
            let text = whole.clone();
            let action = Action::Type { caret: text.len(), text };
            let field = page.refs.search.clone();
            let onclick = dispatch.reform(move |_: MouseEvent| {
                // The button goes, and the reader may want to type on.
                if let Some(field) = field.cast::<HtmlElement>() {
                    focus_quietly(&field);
                }
                action.clone()
            });
            html! { <li key={whole}><button type="button" {onclick}>{ label }</button></li> }
        }) }</ul>
    }
}

/// The queries that complete the field being typed, each with the label of its value. Empty if
/// nothing can be completed.
fn completed(
    query: &str,
    values: &dyn Fn(Field) -> Vec<(String, String)>,
) -> Vec<(String, String)> {
    let start = query
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
        .map_or(0, |(at, c)| at + c.len_utf8());
    let (before, last) = query.split_at_checked(start).unwrap_or(("", query));
    let Some((name, begun)) = last.split_once(':') else {
        return Vec::new();
    };
    let bare = name.trim_start_matches('-');
    let Some(field) = Field::ALL.into_iter().find(|field| field.as_str() == bare) else {
        return Vec::new();
    };
    let begun = fold(begun.trim_matches('"'));
    let fits = |(id, label): &(String, String)| {
        let label = fold(label);
        *id != begun
            && (fold(id).starts_with(&begun)
                || label.split(' ').any(|word| word.starts_with(&begun)))
    };
    values(field)
        .into_iter()
        .filter(fits)
        .take(OFFERED)
        .map(|(id, label)| {
            let id = if id.contains(' ') {
                format!("\"{id}\"")
            } else {
                id
            };
            (format!("{before}{name}:{id} "), label)
        })
        .collect()
}

fn values(list: &ListScene, field: Field) -> Vec<(String, String)> {
    let plain = |words: Vec<&'static str>| {
        let pair = |word: &str| (word.to_owned(), word.to_owned());
        words.into_iter().map(pair).collect()
    };
    let of_facet = |facet: Facet| {
        let values = list.scene.indexed.values(facet).iter();
        values
            .filter(|value| !value.id.contains(':'))
            .map(|value| (value.id.clone(), value.label.clone()))
            .collect()
    };
    match field {
        Field::Speaker => of_facet(Facet::Speaker),
        Field::About => of_facet(Facet::About),
        Field::Form => plain(FORM_WORDS.iter().map(|(word, _)| *word).collect()),
        Field::Stance => plain(Stance::ALL.iter().map(|stance| stance.as_str()).collect()),
        Field::Kind => plain(EntityKind::ALL.iter().map(|kind| kind.as_str()).collect()),
        Field::Entity => {
            let entities = list.scene.indexed.article.entities.iter();
            entities
                .map(|entity| (entity.id.to_string(), entity.name.clone()))
                .collect()
        }
        Field::Source => {
            let publishers = list.listing.result.publishers.iter();
            publishers
                .map(|(name, _)| (name.clone(), name.clone()))
                .collect()
        }
        Field::Title | Field::Author | Field::Date | Field::Before | Field::After => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_at_the_end_is_completed() {
        let values = |field: Field| match field {
            Field::Speaker => vec![
                ("guo".to_owned(), "Guo Jiakun".to_owned()),
                ("ec".to_owned(), "European Commission".to_owned()),
            ],
            Field::Source => vec![("The Daily".to_owned(), "The Daily".to_owned())],
            _ => Vec::new(),
        };
        for (query, expected) in [
            ("", vec![]),
            ("market", vec![]),
            ("market:", vec![]),
            ("speaker:", vec!["speaker:guo ", "speaker:ec "]),
            ("law speaker:com", vec!["law speaker:ec "]),
            ("law -speaker:JIA", vec!["law -speaker:guo "]),
            ("speaker:guo", vec![]),
            ("speaker:guo law", vec![]),
            ("source:da", vec!["source:\"The Daily\" "]),
        ] {
            let found: Vec<String> = completed(query, &values)
                .into_iter()
                .map(|(whole, _)| whole)
                .collect();
            assert_eq!(found, expected, "{query}");
        }
    }
}
