//! Saving articles as a file for another program.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, HtmlSelectElement};
use yew::prelude::*;

use super::exports::{Exporter, Savable};
use formats::{ExportedFile, Format};

/// The formats in the order in which they are offered, with what a reader calls them.
pub const FORMS: [(Format, &str); 10] = [
    (Format::Markdown, "Text with its claims as notes (Markdown)"),
    (Format::CsvClaims, "Table of claims (CSV)"),
    (Format::CsvMentions, "Table of names (CSV)"),
    (Format::Text, "Text alone"),
    (Format::Article, "Article with names and claims (JSON)"),
    (Format::Json, "Names and claims beside the text (JSON)"),
    (Format::W3c, "Web Annotations (JSON-LD)"),
    (Format::SchemaOrg, "Claims for search engines (schema.org)"),
    (Format::Brat, "Annotations for brat"),
    (Format::Displacy, "Names for displaCy (JSON)"),
];

/// How long a file can be fetched by the browser after it was handed over, in milliseconds. It
/// has taken what it needs once it has begun.
const FETCHED: u32 = 60_000;

/// Properties of [`SaveAs`].
#[derive(Properties, PartialEq)]
pub(super) struct SaveAsProps {
    /// What is saved.
    pub(super) savable: Savable,
    /// Writes the file.
    pub(super) exporter: Exporter,
}

/// A choice of formats and the button that saves in the chosen one. For something else to save
/// it is drawn anew.
#[component]
pub(super) fn SaveAs(props: &SaveAsProps) -> Html {
    let choice = use_node_ref();
    let told = use_state(|| None::<Result<ExportedFile, String>>);
    let is_one = props.savable.is_one();
    let forms = move || {
        let offered = FORMS.iter();
        offered.filter(move |(format, _)| is_one || format.holds_several())
    };
    let onchange = {
        let told = told.clone();
        Callback::from(move |_: Event| told.set(None))
    };
    let onclick = {
        let (savable, exporter) = (props.savable.clone(), props.exporter.clone());
        let (choice, told) = (choice.clone(), told.clone());
        Callback::from(move |_: MouseEvent| {
            let chosen = choice.cast::<HtmlSelectElement>();
            let chosen = chosen.and_then(|choice| usize::try_from(choice.selected_index()).ok());
            let Some((format, _)) = chosen.and_then(|number| forms().nth(number)) else {
                return;
            };
            let articles = savable.articles();
            let written = articles.map(|articles| exporter.emit((*format, articles)));
            let told = told.clone();
            spawn_local(async move {
                let file = match written {
                    Ok(file) => file.await,
                    Err(reason) => Err(reason),
                };
                if let Ok(file) = &file {
                    download(file);
                }
                told.set(Some(file));
            });
        })
    };
    let what = if is_one {
        "This article as a file for another program, made on this device."
    } else {
        "All articles of this page as a file for another program, made on this device."
    };
    html! {
        <section class="save">
            <h3>{ "Save as" }</h3>
            <p>{ what }</p>
            <p>
                <select name="save-as" aria-label="Form" ref={choice} {onchange}>
                    { for forms().enumerate().map(|(number, (format, words))| {
                        // Yew adds the last option first, which browsers then choose.
                        html! { <option value={format.as_str()} selected={number == 0}>{ *words }</option> }
                    }) }
                </select>
                { " " }
                <button type="button" {onclick}>{ "Save" }</button>
            </p>
            <div class="told" role="status">
                { told.as_ref().map(outcome) }
            </div>
        </section>
    }
}

/// What has become of a file.
fn outcome(file: &Result<ExportedFile, String>) -> Html {
    let file = match file {
        Ok(file) => file,
        Err(reason) => return html! { <p>{ format!("It could not be saved: {reason}") }</p> },
    };
    let lost = file.notices.iter();
    let lost = lost.map(|notice| html! { <li>{ capitalized(notice) }</li> });
    html! {
        <>
            <p>{ format!("Saved as {}.", file.name) }</p>
            if !file.notices.is_empty() { <ul>{ for lost }</ul> }
        </>
    }
}

/// A sentence in English with a capital at its beginning. Capitals of all languages would be a
/// table of 13 kB.
fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Hands a file to the reader.
fn download(file: &ExportedFile) {
    let media_type = format!("{};charset=utf-8", file.media_type);
    let blob = Blob::new_with_options(file.text.as_str(), Some(&media_type));
    let url = ObjectUrl::from(blob);
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(&file.name);
        link.click();
    }
    Timeout::new(FETCHED, move || drop(url)).forget();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_offered() {
        let mut offered = FORMS.map(|(format, _)| format);
        offered.sort_unstable();
        assert_eq!(offered, Format::ALL);
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capitalized("its offsets count"), "Its offsets count");
        assert_eq!(capitalized(""), "");
    }
}
