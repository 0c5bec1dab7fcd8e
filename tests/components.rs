//! The page in a real browser: what it renders for an article and how it responds.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::cell::RefCell;
use std::rc::Rc;

use article_explorer::Language;
use article_explorer::ui::{
    App, AppProps, CollectionPage, CollectionProps, Exporter, Files, Host, Place, PtrEqRc,
    ViewHandle, has_highlights,
};
use article_explorer::web::on_demand;
use explore::IndexedArticle;
use explore::collection::{Archive, ArchiveWriter, Collection, Finder};
use formats::Format;
use futures::future::LocalBoxFuture;
use import::{ArchiveRecord, Bundle, BundleRecord, bundle};
use js_sys::{Function, Promise, Reflect};
use model::Article;
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    AddEventListenerOptions, Element, Event, EventInit, HtmlElement, HtmlInputElement, Response,
};
use yew::{BaseComponent, Callback};

wasm_bindgen_test_configure!(run_in_browser);

/// The settings of a page by itself.
fn host() -> Host {
    Host {
        on_demand: Some(on_demand(Language::default())),
        ..Host::default()
    }
}

/// The cards of claims that the view does not leave out.
const CARDS: &str = "[data-claim-card]:not([data-left-out])";

/// An article with two blocks, two people and three claims, two of which cross.
fn library() -> AppProps {
    let data = json!({"version": 1, "articles": [{
        "id": "a",
        "title": "T <i>",
        "blocks": [
            {"kind": "paragraph", "text": "Ann said trade with Bob is fair enough."},
            {"kind": "paragraph", "text": "Bob wants no <b>ban</b>."}
        ],
        "annotations": {
            "version": 1,
            "entities": [
                {"id": "ann", "kind": "person", "name": "Ann"},
                {"id": "bob", "kind": "person", "name": "Bob"}
            ],
            "claims": [
                {"id": "c1", "speaker": "ann", "content": ["trade with Bob is fair"], "about": ["bob"]},
                {"id": "c2", "speaker": "bob", "content": ["fair enough"], "about": ["bob"]},
                {"id": "c3", "speaker": "ann", "content": ["no <b>ban</b>"], "about": ["bob"]}
            ]
        }
    }]});
    let (mut articles, diagnostics) = bundle::read("test", &data);
    assert_eq!(diagnostics, []);
    AppProps {
        indexed: PtrEqRc::new(IndexedArticle::of(articles.remove(0))),
        notices: Vec::new(),
        host: host(),
        handle: None,
    }
}

/// Articles with these ids, each with a claim by Ann and one by Bob.
fn articles(ids: &[&str]) -> Vec<Article> {
    let article = |id: &&str| {
        json!({
            "id": id,
            "title": format!("Title {id}"),
            "source": format!("The {id}"),
            "blocks": [{"kind": "paragraph", "text": format!("Ann said that {id} holds, said Bob.")}],
            "annotations": {
                "version": 1,
                "entities": [
                    {"id": "ann", "kind": "person", "name": "Ann", "wikidata": "Q1"},
                    {"id": "bob", "kind": "person", "name": "Bob", "wikidata": "Q2"}
                ],
                "claims": [
                    {"id": "c1", "speaker": "ann", "content": [format!("{id} holds")]},
                    {"id": "c2", "speaker": "bob", "content": ["said that"]}
                ]
            }
        })
    };
    let articles: Vec<_> = ids.iter().map(article).collect();
    let (articles, diagnostics) =
        bundle::read("test", &json!({"version": 1, "articles": articles}));
    assert_eq!(diagnostics, []);
    articles
}

/// Articles with these ids in one page, and what reads and changes its view.
fn several(ids: &[&str]) -> (CollectionProps, ViewHandle) {
    let (collection, told) = Collection::of(None, articles(ids));
    assert_eq!(told, []);
    let handle = ViewHandle::default();
    let props = CollectionProps {
        finder: PtrEqRc::new(Finder::of(&collection)),
        collection: PtrEqRc::new(collection),
        archive: None,
        intro: None,
        notices: Vec::new(),
        host: host(),
        handle: Some(handle.clone()),
    };
    (props, handle)
}

/// Of three articles the first, the others in an archive; and the paths that the page has
/// asked for.
fn archive() -> (CollectionProps, Rc<RefCell<Vec<String>>>) {
    let writer = ArchiveWriter::of(&articles(&["one", "two", "three"]));
    let data = writer.data(&Bundle::default(), "files", 1);
    let about = BundleRecord::<ArchiveRecord<'_>>::parse(&data)
        .unwrap()
        .archive;
    let (mut props, _) = several(&["one"]);
    let newest = articles(&["one"]);
    let archive = Archive::of(None, about.unwrap(), &newest).unwrap();
    let asked = Rc::new(RefCell::new(Vec::new()));
    let paths = Rc::clone(&asked);
    let fetch = Closure::<dyn Fn(String) -> Promise>::new(move |path: String| {
        let file = writer
            .files
            .iter()
            .find(|(file, _)| path.ends_with(&file.name()));
        let mut bytes = file.unwrap().1.clone();
        paths.borrow_mut().push(path);
        let response = Response::new_with_opt_u8_array(Some(&mut bytes)).unwrap();
        Promise::resolve(&JsValue::from(response))
    });
    let window = web_sys::window().unwrap();
    Reflect::set(&window, &"fetch".into(), &fetch.into_js_value()).unwrap();
    let place = Place::At(String::new());
    props.archive = Some(PtrEqRc::new(Files::of(archive, place)));
    (props, asked)
}

/// Renders the page of an article anew at the address `hash`.
async fn draw(hash: &str) -> Element {
    let mut props = library();
    arrive(&mut props.host, hash);
    draw_page::<App>(hash, props).await
}

/// Renders the page of several articles anew at the address `hash`.
async fn draw_several(hash: &str, mut props: CollectionProps) -> Element {
    arrive(&mut props.host, hash);
    draw_page::<CollectionPage>(hash, props).await
}

/// Renders a page in an element of its own.
async fn draw_page<P: BaseComponent>(hash: &str, props: P::Properties) -> Element {
    let root = mount_point(hash);
    yew::Renderer::<P>::with_root_and_props(root.clone(), props).render();
    settled().await;
    root
}

/// What is known of the browser before the page is drawn at the address `hash`.
fn arrive(host: &mut Host, hash: &str) {
    host.view = hash.into();
    host.has_highlights = has_highlights();
}

/// An element for a page, at the address `hash`.
fn mount_point(hash: &str) -> Element {
    let window = web_sys::window().unwrap();
    let address = format!("{}#{hash}", window.location().pathname().unwrap());
    let history = window.history().unwrap();
    history
        .replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address))
        .unwrap();
    let document = window.document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    root
}

/// Waits until pending changes are rendered.
async fn settled() {
    yew::scheduler::flush().await;
}

fn one(root: &Element, selector: &str) -> HtmlElement {
    let found = root.query_selector(selector).unwrap();
    found
        .unwrap_or_else(|| panic!("there is no {selector}"))
        .unchecked_into()
}

fn texts(root: &Element, selector: &str) -> Vec<String> {
    let found = root.query_selector_all(selector).unwrap();
    (0..found.length())
        .map(|at| found.item(at).unwrap().text_content().unwrap())
        .collect()
}

async fn search(root: &Element, query: &str) {
    let input: HtmlInputElement = one(root, "input[type=search]").unchecked_into();
    input.set_value(query);
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    input
        .dispatch_event(&Event::new_with_event_init_dict("input", &bubbling).unwrap())
        .unwrap();
    settled().await;
}

/// The hash of the address, without its `#`.
fn hash() -> String {
    let hash = web_sys::window().unwrap().location().hash().unwrap();
    hash.trim_start_matches('#').to_owned()
}

/// Goes back in the history, as the browser's button does.
async fn back() {
    let window = web_sys::window().unwrap();
    let left = Promise::new(&mut |resolve, _| {
        let once = AddEventListenerOptions::new();
        once.set_once(true);
        window
            .add_event_listener_with_callback_and_add_event_listener_options(
                "popstate", &resolve, &once,
            )
            .unwrap();
    });
    window.history().unwrap().back().unwrap();
    JsFuture::from(left).await.unwrap();
    settled().await;
}

#[wasm_bindgen]
extern "C" {
    type MutationObserver;

    #[wasm_bindgen(constructor)]
    fn new(changed: &Function) -> MutationObserver;

    #[wasm_bindgen(method)]
    fn observe(this: &MutationObserver, root: &Element, what: &JsValue);

    #[wasm_bindgen(method)]
    fn disconnect(this: &MutationObserver);
}

/// Waits until these elements say this.
async fn become_texts(root: &Element, selector: &str, expected: &[&str]) {
    let what = js_sys::Object::new();
    for kind in ["childList", "characterData", "subtree"] {
        js_sys::Reflect::set(&what, &kind.into(), &true.into()).unwrap();
    }
    while texts(root, selector) != expected {
        let mut observer = None;
        let changed = Promise::new(&mut |resolve, _| {
            let new = MutationObserver::new(&resolve);
            new.observe(root, &what);
            observer = Some(new);
        });
        JsFuture::from(changed).await.unwrap();
        observer.unwrap().disconnect();
    }
}

#[wasm_bindgen_test]
async fn the_text_appears_once_and_contains_no_markup() {
    let root = draw("").await;
    let text = one(&root, "article[data-article]").text_content().unwrap();
    assert_eq!(
        text,
        "Ann said trade with Bob is fair enough.Bob wants no <b>ban</b>."
    );
    assert_eq!(root.query_selector("article b, h1 i").unwrap(), None);
    root.remove();
}

#[wasm_bindgen_test]
async fn crossing_claims_share_a_piece() {
    let root = draw("").await;
    assert_eq!(texts(&root, "[data-claim='c1 c2']"), ["fair"]);
    assert_eq!(texts(&root, "[data-claim~=c2]").concat(), "fair enough");
    assert_eq!(texts(&root, "[data-entity=bob][data-kind=person]").len(), 2);
    root.remove();
}

#[wasm_bindgen_test]
async fn words_keep_only_the_claims_that_contain_them() {
    let root = draw("").await;
    assert_eq!(texts(&root, CARDS).len(), 3);
    search(&root, "enough").await;
    assert_eq!(texts(&root, CARDS).len(), 1);
    assert_eq!(texts(&root, "[role=status]"), ["1 match · 1 of 3 claims"]);
    search(&root, "zebra").await;
    assert_eq!(texts(&root, CARDS).len(), 0);
    assert!(
        texts(&root, ".empty")
            .concat()
            .contains("Nothing in this article matches")
    );
    root.remove();
}

#[wasm_bindgen_test]
async fn a_checkbox_filters_and_its_chip_removes_the_filter() {
    let root = draw("").await;
    one(&root, "input[name=speaker][value=ann]").click();
    settled().await;
    assert_eq!(texts(&root, CARDS).len(), 2);
    one(&root, ".chip").click();
    settled().await;
    assert_eq!(texts(&root, CARDS).len(), 3);
    root.remove();
}

#[wasm_bindgen_test]
async fn an_address_restores_a_view_and_reports_invalid_parts() {
    let root = draw("speaker=bob,nobody&claim=c2").await;
    assert_eq!(texts(&root, CARDS).len(), 1);
    assert_eq!(
        texts(&root, "[data-claim-card=c2] [aria-expanded=true]").len(),
        1
    );
    assert!(texts(&root, ".notices").concat().contains("nobody"));
    root.remove();
}

#[wasm_bindgen_test]
async fn a_note_that_a_filter_leaves_out_stays_in_its_place() {
    let root = draw("").await;
    let notes = || texts(&root, ".note");
    let before = notes();
    assert_eq!(before[0], "Ann says · paraphrased trade with Bob is fair");
    search(&root, "enough").await;
    assert_eq!(notes(), before);
    assert_eq!(texts(&root, ".note[data-left-out]").len(), 2);
    root.remove();
}

#[wasm_bindgen_test]
async fn a_pill_filters_by_its_speaker_and_stays_pressed() {
    let root = draw("").await;
    assert_eq!(texts(&root, ".pill"), ["Ann 2", "Bob 1"]);
    one(&root, ".pill[data-speaker=bob]").click();
    settled().await;
    assert_eq!(hash(), "speaker=bob");
    assert_eq!(texts(&root, ".pill[aria-pressed=true]"), ["Bob 1"]);
    assert_eq!(texts(&root, CARDS).len(), 1);
    root.remove();
}

/// A test to copy for a new component: render the page at an address, act as a reader, wait
/// for the rendering, and check what the reader sees.
#[wasm_bindgen_test]
async fn a_name_opens_its_card() {
    let root = draw("").await;
    one(&root, "article [data-entity=bob]").click();
    settled().await;
    assert_eq!(texts(&root, "[data-entity-card=bob] h2"), ["Bob"]);
    one(&root, "[data-entity-card] .close").click();
    settled().await;
    assert_eq!(root.query_selector("[data-entity-card]").unwrap(), None);
    root.remove();
}

#[wasm_bindgen_test]
async fn a_list_is_filtered_and_an_article_opened_and_left() {
    let (props, handle) = several(&["a", "b"]);
    let root = draw_several("", props).await;
    assert_eq!(texts(&root, "[data-found] h2"), ["Title a", "Title b"]);
    assert_eq!(texts(&root, "#counts"), ["2 articles · 4 claims"]);
    one(&root, "input[name=source][value='The b']").click();
    settled().await;
    assert_eq!(texts(&root, "[data-found] h2"), ["Title b"]);
    assert_eq!(texts(&root, "#counts"), ["1 of 2 articles · 2 of 4 claims"]);
    let filtered = hash();
    assert_eq!(filtered, "source=The%20b");

    one(&root, "[data-found] h2 a").click();
    settled().await;
    assert_eq!(texts(&root, "article[data-article=b]").len(), 1);
    assert_eq!((hash(), handle.hash()), ("a=b".into(), "a=b".into()));
    one(&root, "input[name=speaker][value=ann]").click();
    settled().await;
    let narrowed = "a=b&speaker=ann".to_owned();
    assert_eq!((hash(), handle.hash()), (narrowed.clone(), narrowed));
    assert_eq!(texts(&root, CARDS).len(), 1);

    back().await;
    assert_eq!(texts(&root, CARDS).len(), 2);
    assert_eq!((hash(), handle.hash()), ("a=b".into(), "a=b".into()));
    one(&root, "nav.back a").click();
    settled().await;
    assert_eq!(texts(&root, "[data-found] h2"), ["Title b"]);
    assert_eq!((hash(), handle.hash()), (filtered.clone(), filtered));
    back().await;
    assert_eq!(texts(&root, "article[data-article=b]").len(), 1);
    root.remove();
}

#[wasm_bindgen_test]
async fn a_collection_shows_what_is_asked_from_outside() {
    let (mut props, handle) = several(&["a", "b"]);
    let reported = Rc::new(RefCell::new(Vec::new()));
    props.host.on_view = Some({
        let reported = Rc::clone(&reported);
        Callback::from(move |hash: String| reported.borrow_mut().push(hash))
    });
    let root = draw_several("a=a", props).await;
    assert_eq!(texts(&root, "article[data-article=a]").len(), 1);
    one(&root, "input[name=speaker][value=ann]").click();
    settled().await;
    reported.take();

    handle.ask("a=a");
    settled().await;
    assert_eq!(texts(&root, CARDS).len(), 2);
    assert_eq!((hash(), handle.hash()), ("a=a".into(), "a=a".into()));
    handle.ask("a=b&speaker=bob");
    settled().await;
    assert_eq!(texts(&root, "article[data-article=b]").len(), 1);
    assert_eq!(
        texts(&root, "[data-claim-card=c2]:not([data-left-out])").len(),
        1
    );
    assert_eq!(hash(), "a=b&speaker=bob");
    handle.ask("speaker=nobody");
    settled().await;
    assert_eq!(texts(&root, "[data-found]").len(), 2);
    assert!(texts(&root, ".notices").concat().contains("nobody"));
    assert_eq!((hash(), handle.hash()), (String::new(), String::new()));
    assert_eq!(*reported.borrow(), ["a=a", "a=b&speaker=bob", ""]);
    root.remove();
}

#[wasm_bindgen_test]
async fn an_article_that_is_not_there_is_told_and_all_are_listed() {
    let (props, handle) = several(&["a", "b"]);
    let root = draw_several("a=nowhere&q=holds", props).await;
    assert_eq!(texts(&root, "[data-found]").len(), 2);
    assert!(texts(&root, ".notices").concat().contains("nowhere"));
    assert_eq!(handle.hash(), "q=holds");
    root.remove();
}

#[wasm_bindgen_test]
async fn the_only_article_of_a_collection_is_open() {
    let (props, handle) = several(&["a"]);
    let root = draw_several("speaker=bob", props).await;
    assert_eq!(texts(&root, "article[data-article=a]").len(), 1);
    assert_eq!(
        texts(&root, "[data-claim-card=c2]:not([data-left-out])").len(),
        1
    );
    assert_eq!(root.query_selector("nav.back").unwrap(), None);
    one(&root, ".chip").click();
    settled().await;
    assert_eq!((hash(), handle.hash()), (String::new(), String::new()));
    root.remove();
}

#[wasm_bindgen_test]
async fn a_name_has_one_card_over_all_articles_and_takes_the_focus() {
    let (props, _) = several(&["a", "b"]);
    let root = draw_several("q=ann", props).await;
    let name = one(&root, ".found-name");
    name.focus().unwrap();
    name.click();
    settled().await;
    assert_eq!(texts(&root, ".entity-card h2"), ["Ann"]);
    assert_eq!(texts(&root, ".entity-card .claim-item").len(), 2);
    let focused = || {
        let document = web_sys::window().unwrap().document().unwrap();
        document.active_element().unwrap().text_content().unwrap()
    };
    assert_eq!(focused(), "Ann");
    one(&root, ".entity-card .close").click();
    settled().await;
    assert_eq!(root.query_selector(".entity-card").unwrap(), None);
    assert!(focused().starts_with("Ann"));
    assert_ne!(focused(), "Ann");
    root.remove();
}

#[wasm_bindgen_test]
async fn an_archive_is_asked_after_a_pause_in_typing() {
    let (props, asked) = archive();
    let root = draw_several("", props).await;
    assert_eq!(texts(&root, "h1"), ["3 articles"]);
    become_texts(
        &root,
        "[data-found] h2",
        &["Title one", "Title two", "Title three"],
    )
    .await;
    asked.take();
    for query in ["t", "tw", "two "] {
        search(&root, query).await;
        assert_eq!(texts(&root, "#counts"), ["Looking in 3 articles …"]);
        assert_eq!(texts(&root, "[data-found]").len(), 3);
    }
    assert_eq!(*asked.borrow(), [""; 0]);
    become_texts(&root, "[data-found] h2", &["Title two"]).await;
    assert!(
        asked
            .borrow()
            .iter()
            .any(|path| path.ends_with("index.bin"))
    );
    root.remove();
}

#[wasm_bindgen_test]
async fn an_article_of_an_archive_is_fetched_or_told_to_be_missing() {
    let (mut props, asked) = archive();
    let handle = ViewHandle::default();
    props.handle = Some(handle.clone());
    let root = draw_several("a=three", props).await;
    become_texts(&root, "h1", &["Title three"]).await;
    assert!(asked.borrow().iter().any(|path| path.ends_with("2.json")));
    handle.ask("a=nowhere");
    become_texts(&root, "h1", &["3 articles"]).await;
    become_texts(&root, "#counts", &["3 articles · 3 listed with 6 claims"]).await;
    assert!(texts(&root, ".notices").concat().contains("nowhere"));
    assert_eq!(handle.hash(), "");
    root.remove();
}

#[wasm_bindgen_test]
async fn other_articles_are_drawn_anew() {
    let (mut props, handle) = several(&["a", "b"]);
    let root = mount_point("speaker=ann");
    arrive(&mut props.host, "speaker=ann");
    let renderer = yew::Renderer::<CollectionPage>::with_root_and_props(root.clone(), props);
    let mut page = renderer.render();
    settled().await;
    one(&root, ".help-button").click();
    settled().await;
    assert_eq!(texts(&root, "dialog[open]").len(), 1);
    handle.detach();
    handle.ask("speaker=bob");
    let (mut others, _) = several(&["c", "d", "e"]);
    others.handle = Some(handle.clone());
    arrive(&mut others.host, "speaker=ann");
    page.update(others);
    settled().await;
    assert_eq!(texts(&root, "[data-found]").len(), 3);
    assert_eq!(texts(&root, "dialog[open]").len(), 0);
    assert_eq!(texts(&root, ".chip").len(), 1);
    assert_eq!(handle.hash(), "speaker=bob");
    root.remove();
}

#[wasm_bindgen_test]
async fn all_articles_are_given_to_what_saves_and_its_failure_is_said() {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let given = Rc::clone(&asked);
    let exporter = Exporter::from(move |(format, articles): (Format, Vec<Rc<Article>>)| {
        let ids = articles.iter().map(|article| article.id.to_string());
        given.borrow_mut().push((format, ids.collect::<Vec<_>>()));
        let refused = std::future::ready(Err("there is no network".to_owned()));
        let refused: LocalBoxFuture<'static, _> = Box::pin(refused);
        refused
    });
    let (mut props, _) = several(&["one", "two"]);
    props.host.exporter = Some(exporter);
    let root = draw_several("", props).await;
    one(&root, ".share-button").click();
    settled().await;
    assert_eq!(texts(&root, ".save option").len(), 3);
    one(&root, ".save button").click();
    let expected = "It could not be saved: there is no network";
    become_texts(&root, ".save .told", &[expected]).await;
    let ids = ["one", "two"].map(str::to_owned);
    assert_eq!(*asked.borrow(), [(Format::CsvClaims, ids.to_vec())]);
    // An open dialog would keep the focus from the tests that follow.
    one(&root, ".share header button").click();
}
