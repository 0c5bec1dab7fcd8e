//! Saving articles as a file for another program.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, HtmlSelectElement};
use yew::prelude::*;

use super::exports::{Exporter, Savable};
use super::page_context::use_page;
use crate::messages::OnDemandMessages;
use formats::{ExportLoss, ExportedFile, Format};

/// The formats in the order in which they are offered.
pub const OFFERED: [Format; Format::ALL.len()] = [
    Format::Markdown,
    Format::CsvClaims,
    Format::CsvMentions,
    Format::Text,
    Format::Article,
    Format::Json,
    Format::W3c,
    Format::SchemaOrg,
    Format::Brat,
    Format::Displacy,
];

/// How long the browser can fetch a file after the page has offered it, in milliseconds. A download
/// that has begun no longer needs the address.
const FETCHED: u32 = 60_000;

/// Properties of [`SaveAs`].
#[derive(Properties, PartialEq)]
pub(super) struct SaveAsProps {
    /// The articles to save.
    pub(super) savable: Savable,
    /// Writes the file.
    pub(super) exporter: Exporter,
}

/// A choice of formats, and a button that saves in the chosen format. It is recreated when other
/// articles are to be saved.
#[component]
pub(super) fn SaveAs(props: &SaveAsProps) -> Html {
    let messages = use_page().messages();
    let on_demand = use_page().on_demand_messages();
    let choice = use_node_ref();
    let saved = use_state(|| None::<Result<Saved, String>>);
    let is_one = props.savable.is_one();
    let formats = OFFERED.into_iter();
    let formats = formats.filter(|format| is_one || format.holds_several());
    let onchange = {
        let saved = saved.clone();
        Callback::from(move |_: Event| saved.set(None))
    };
    let onclick = {
        let (savable, exporter) = (props.savable.clone(), props.exporter.clone());
        let (choice, saved) = (choice.clone(), saved.clone());
        Callback::from(move |_: MouseEvent| {
            let choice = choice.cast::<HtmlSelectElement>();
            let Some(format) = choice.and_then(|choice| Format::parse(&choice.value())) else {
                return;
            };
            let articles = savable.articles();
            let written = articles.map(|articles| exporter.emit((format, articles)));
            let saved = saved.clone();
            spawn_local(async move {
                let file = match written {
                    Ok(file) => file.await,
                    Err(reason) => Err(reason),
                };
                let outcome = file.map(|file| {
                    download(&file);
                    Saved {
                        name: file.name,
                        losses: file.losses,
                    }
                });
                saved.set(Some(outcome));
            });
        })
    };
    let what = if is_one {
        on_demand.save_article
    } else {
        on_demand.save_articles
    };
    html! {
        <section class="save">
            <h3>{ messages.save_as }</h3>
            <p>{ what }</p>
            <p>
                <select name="save-as" aria-label={on_demand.format_label} ref={choice} {onchange}>
                    { for formats.enumerate().map(|(number, format)| {
                        // Yew adds the last option first, and browsers then select it.
                        html! { <option value={format.as_str()} selected={number == 0}>{ (on_demand.format)(format) }</option> }
                    }) }
                </select>
                { " " }
                <button type="button" {onclick}>{ on_demand.save }</button>
            </p>
            <div class="told" role="status">
                { saved.as_ref().map(|saved| outcome(on_demand, saved)) }
            </div>
        </section>
    }
}

/// A file that was handed to the reader.
struct Saved {
    name: String,
    /// What its format cannot represent.
    losses: Vec<ExportLoss>,
}

/// The result of saving.
fn outcome(on_demand: &OnDemandMessages, saved: &Result<Saved, String>) -> Html {
    let file = match saved {
        Ok(file) => file,
        Err(reason) => return html! { <p>{ (on_demand.not_saved)(reason) }</p> },
    };
    let lost = file.losses.iter();
    let lost = lost.map(|loss| html! { <li>{ capitalized(&(on_demand.lost)(loss)) }</li> });
    html! {
        <>
            <p>{ (on_demand.saved)(&file.name) }</p>
            if !file.losses.is_empty() { <ul>{ for lost }</ul> }
        </>
    }
}

/// Capitalises the first letter of a sentence if it is an ASCII letter. Capitals of all languages
/// would need a table of 13 kB.
fn capitalized(sentence: &str) -> String {
    let mut sentence = sentence.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// Downloads a file.
pub(super) fn download(file: &ExportedFile) {
    let media_type = format!("{};charset=utf-8", file.media_type);
    let blob = Blob::new_with_options(file.text.as_str(), Some(&media_type));
    download_bytes(&file.name, blob);
}

/// Downloads a file of any kind.
pub(super) fn download_bytes(name: &str, blob: Blob) {
    let url = ObjectUrl::from(blob);
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    Timeout::new(FETCHED, move || drop(url)).forget();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_offered() {
        let mut offered = OFFERED;
        offered.sort_unstable();
        assert_eq!(offered, Format::ALL);
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capitalized("claims are lost"), "Claims are lost");
        assert_eq!(capitalized("élan is lost"), "élan is lost");
        assert_eq!(capitalized(""), "");
    }
}
