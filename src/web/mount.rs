//! Putting the explorer into an element: its data, its host, its end.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::{AppHandle, BaseComponent};

use crate::ui::{AddressUse, App, AppProps, Host, Keys, PtrEqRc, ViewHandle, has_margin};
use explore::IndexedArticle;
use import::{BundleFault, BundleRecord};
use model::Article;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// A page that can be put into an element.
pub trait Page: BaseComponent {
    /// What the page is drawn from. `data` is the JSON of a bundle of version 2; `host` an object as `host_of` reads it.
    ///
    /// # Errors
    /// When the data holds no article that can be shown.
    fn properties(data: &str, host: &JsValue) -> Result<Self::Properties, String>;

    /// Properties of a page that shows nothing.
    fn nothing(host: Host) -> Self::Properties;

    /// The host in its properties.
    fn host(properties: &mut Self::Properties) -> &mut Host;

    /// Where its properties have what reads and changes its view.
    fn handle(properties: &mut Self::Properties) -> &mut Option<ViewHandle>;
}

/// A page in an element of a document.
pub struct Mounted<P: Page> {
    app: AppHandle<P>,
    handle: ViewHandle,
}

impl<P: Page> Mounted<P> {
    /// Shows articles in place of what `root` holds; see [`Page::properties`].
    ///
    /// # Errors
    /// When the data holds no article that can be shown; `root` is left as it is then.
    pub fn new(root: Element, data: &str, host: &JsValue) -> Result<Self, String> {
        let handle = ViewHandle::default();
        let mut properties = P::properties(data, host)?;
        P::host(&mut properties).has_margin = has_margin(&root);
        *P::handle(&mut properties) = Some(handle.clone());
        let renderer = yew::Renderer::<P>::with_root_and_props(root, properties);
        Ok(Self {
            app: renderer.render(),
            handle,
        })
    }

    /// Shows other articles, or the same ones for another host.
    ///
    /// # Errors
    /// As [`Self::new`]; what was shown before stays.
    pub fn show(&mut self, data: &str, host: &JsValue) -> Result<(), String> {
        self.update(P::properties(data, host)?);
        Ok(())
    }

    /// Shows nothing, keeps nothing, and waits to be used again: what a program has put
    /// into a page is never given back wholly, so that an element that has left the page
    /// hands its explorer to the next.
    pub fn rest(&mut self) {
        self.update(P::nothing(Host {
            address: AddressUse::None,
            keys: Keys::Off,
            ..Host::default()
        }));
    }

    fn update(&mut self, mut properties: P::Properties) {
        // What is asked for from now on is for the page that is drawn next.
        self.handle.detach();
        *P::handle(&mut properties) = Some(self.handle.clone());
        self.app.update(properties);
    }

    /// The view, in the form of an address's hash.
    #[must_use]
    pub fn view(&self) -> String {
        self.handle.hash()
    }

    /// Asks for a view, in the form of an address's hash.
    pub fn ask(&self, hash: &str) {
        self.handle.ask(hash);
    }
}

impl Page for App {
    fn properties(data: &str, host: &JsValue) -> Result<AppProps, String> {
        let (bundle, articles) = read::<IgnoredAny>(data)?;
        let mut library = articles
            .into_iter()
            .map(|article| PtrEqRc::new(IndexedArticle::of(article)));
        let first = library.next().ok_or("there is no article in the data")?;
        Ok(AppProps {
            first,
            others: library.collect(),
            notices: bundle.notices,
            host: host_of(host),
            handle: None,
        })
    }

    fn nothing(host: Host) -> AppProps {
        AppProps {
            first: PtrEqRc::new(IndexedArticle::of(Article::default())),
            others: Vec::new(),
            notices: Vec::new(),
            host,
            handle: None,
        }
    }

    fn host(properties: &mut AppProps) -> &mut Host {
        &mut properties.host
    }

    fn handle(properties: &mut AppProps) -> &mut Option<ViewHandle> {
        &mut properties.handle
    }
}

/// The data of a page, and its articles: at least one.
pub(super) fn read<'a, A: Deserialize<'a>>(
    data: &'a str,
) -> Result<(BundleRecord<'static, A>, Vec<Article>), String> {
    let fault = |fault: BundleFault| format!("the data is {fault}");
    let mut bundle = BundleRecord::parse(data).map_err(fault)?;
    let articles = bundle.take_articles().map_err(fault)?;
    if articles.is_empty() {
        return Err(format!(
            "there is no article in the data; {}",
            bundle.notices.join("; ")
        ));
    }
    Ok((bundle, articles))
}

/// Reads what a script says of the place: `address` (`"keep"`, `"replace"` or `"none"`), `view` (a hash),
/// `keys` (`"page"`, `"inside"` or `"off"`), `linkBase` (an address without a hash),
/// `onView` (a function that is given the hash of each new view). What is missing is as in
/// a page of its own.
pub(super) fn host_of(host: &JsValue) -> Host {
    let get = |name: &str| Reflect::get(host, &name.into()).unwrap_or_default();
    let text = |name: &str| get(name).as_string().unwrap_or_default();
    let on_view: Option<Function> = get("onView").dyn_into().ok();
    Host {
        address: match text("address").as_str() {
            "none" => AddressUse::None,
            "replace" => AddressUse::Replaced,
            _ => AddressUse::Kept,
        },
        view: text("view").into(),
        keys: match text("keys").as_str() {
            "inside" => Keys::Inside,
            "off" => Keys::Off,
            _ => Keys::Page,
        },
        link_base: text("linkBase").into(),
        has_margin: true,
        on_view: on_view.map(|told| {
            yew::Callback::from(move |hash: String| {
                // What the host's script throws is its own matter.
                let _thrown = told.call1(&JsValue::NULL, &hash.into());
            })
        }),
    }
}

/// Leaves the words of a panic where a script finds them when the program ends; it brings
/// the readable text back.
pub fn watch_for_panic() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        let words = panic.payload_as_str().unwrap_or("without a word");
        let global = js_sys::global();
        let _unwritable = Reflect::set(&global, &"articleExplorerPanic".into(), &words.into());
    }));
}
