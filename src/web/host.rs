//! Reading the host of a page from the object that a script passes.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::exports::exporter;
use super::languages::loaded;
use super::on_demand::on_demand;
use crate::ui::{AddressUse, Host, Keys, Place, has_highlights, hash_of_address};

/// A property of an object, or undefined if it has none of that name.
fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

pub(super) fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

/// Reads the host from the object that a script passes: `language` (a language tag, such as
/// `"en"`, of a language that is loaded), `address` (`"keep"`, `"replace"` or `"none"`), `view` (a hash; the view in the address
/// has priority if the address keeps it), `keys` (`"page"`, `"inside"` or `"off"`), `linkBase` (an
/// address without a hash), `flags` (the parameters of a frame that say how it looks),
/// `compact` (`true` if the page shows only claims), `onView` (a function that receives the hash of each new view), `saves`
/// (`false` if the browser would not let the reader save files). The defaults are for a standalone
/// page.
pub(super) fn host_of(host: &JsValue) -> Host {
    let on_view: Option<Function> = get(host, "onView").dyn_into().ok();
    let address = match text(host, "address").as_str() {
        "none" => AddressUse::None,
        "replace" => AddressUse::Replaced,
        _ => AddressUse::Kept,
    };
    let asked = (address != AddressUse::None).then(hash_of_address);
    let asked = asked.filter(|hash| !hash.is_empty());
    let language = loaded(&text(host, "language"));
    Host {
        language,
        address,
        view: asked.unwrap_or_else(|| text(host, "view")).into(),
        keys: match text(host, "keys").as_str() {
            "inside" => Keys::Inside,
            "off" => Keys::Off,
            _ => Keys::Page,
        },
        link_base: text(host, "linkBase").into(),
        flags: text(host, "flags").into(),
        compact: get(host, "compact").is_truthy(),
        has_margin: true,
        has_highlights: has_highlights(),
        on_view: on_view.map(|on_view| {
            yew::Callback::from(move |hash: String| {
                // An error in the host's script must not affect the page.
                let _thrown = on_view.call1(&JsValue::NULL, &hash.into());
            })
        }),
        on_demand: Some(on_demand(language)),
        exporter: (get(host, "saves") != JsValue::FALSE).then(|| exporter(language)),
    }
}

/// Reads where the files of an archive come from: `base`, an address that ends in `/`, if they
/// are not next to the page.
pub(super) fn place_of(files: &JsValue) -> Place {
    Place::At(text(files, "base"))
}
