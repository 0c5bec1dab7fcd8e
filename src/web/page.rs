//! Starting in a page: the data stands in it, and so does the readable text that stays if
//! the program cannot start.

use js_sys::Reflect;
use wasm_bindgen::{JsError, throw_val};
use web_sys::Element;

use crate::explore::Reading;
use crate::source::bundle;
use crate::ui::{App, AppProps, Shared};
use crate::web::json;

/// The element whose content the program replaces.
const ROOT: &str = "article-explorer";
/// The element that holds the data.
const DATA: &str = "article-explorer-data";

/// Reads the data of the page and shows it in place of the readable text. Throws what is
/// missing in the page to its boot script, which leaves the text as it is then.
pub fn start() {
    if let Err(reason) = try_start() {
        throw_val(JsError::new(&reason).into());
    }
}

fn try_start() -> Result<(), String> {
    yew::set_custom_panic_hook(Box::new(|panic| {
        report_panic(panic.payload_as_str().unwrap_or("without a word"))
    }));
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("there is no document")?;
    let find = |id: &str| {
        let missing = || format!("the page has no element with the id “{id}”");
        document.get_element_by_id(id).ok_or_else(missing)
    };
    let root: Element = find(ROOT)?;
    let data = find(DATA)?.text_content().unwrap_or_default();
    let data = json::parse(&data).map_err(|reason| format!("the data in the page {reason}"))?;
    let (articles, notices) = bundle::read("data in the page", &data);
    let notices: Vec<String> = notices.iter().map(ToString::to_string).collect();
    let mut library = articles
        .into_iter()
        .map(|article| Shared::new(Reading::of(article)));
    let Some(first) = library.next() else {
        return Err(format!(
            "there is no article in this page; {}",
            notices.join("; ")
        ));
    };
    let props = AppProps {
        first,
        others: library.collect(),
        notices,
    };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    Ok(())
}

/// Leaves the words of a panic where the page's boot script finds them when the program
/// ends; the script brings the readable text back.
fn report_panic(words: &str) {
    let _unwritable = Reflect::set(
        &js_sys::global(),
        &"articleExplorerPanic".into(),
        &words.into(),
    );
}
