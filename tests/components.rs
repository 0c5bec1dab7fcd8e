//! The page in a real browser: what it draws of an article and how it answers.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use article_explorer::ui::{App, AppProps, Host, PtrEqRc, has_highlights};
use explore::IndexedArticle;
use import::bundle;
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Two blocks, two people, three claims of which two cross.
fn library(hash: &str) -> AppProps {
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
    let (mut articles, notices) = bundle::read("test", &data);
    assert_eq!(notices, []);
    AppProps {
        first: PtrEqRc::new(IndexedArticle::of(articles.remove(0))),
        others: Vec::new(),
        notices: Vec::new(),
        host: Host {
            view: hash.into(),
            has_highlights: has_highlights(),
            ..Host::default()
        },
        handle: None,
    }
}

/// Draws the page afresh at the address `hash`.
async fn draw(hash: &str) -> Element {
    let window = web_sys::window().unwrap();
    let address = format!("{}#{hash}", window.location().pathname().unwrap());
    let history = window.history().unwrap();
    history
        .replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address))
        .unwrap();
    let document = window.document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<App>::with_root_and_props(root.clone(), library(hash)).render();
    settled().await;
    root
}

/// What is due now has been drawn.
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

#[wasm_bindgen_test]
async fn the_text_stands_there_once_and_nothing_of_it_is_markup() {
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
async fn words_leave_the_claims_that_hold_them() {
    let root = draw("").await;
    assert_eq!(texts(&root, "[data-claim-card]").len(), 3);
    search(&root, "enough").await;
    assert_eq!(texts(&root, "[data-claim-card]").len(), 1);
    assert_eq!(texts(&root, "[role=status]"), ["1 hit · 1 of 3 claims"]);
    search(&root, "zebra").await;
    assert_eq!(texts(&root, "[data-claim-card]").len(), 0);
    assert!(
        texts(&root, ".empty")
            .concat()
            .contains("Nothing in this article matches")
    );
    root.remove();
}

#[wasm_bindgen_test]
async fn a_checkbox_narrows_and_its_chip_takes_it_back() {
    let root = draw("").await;
    one(&root, "input[name=speaker][value=ann]").click();
    settled().await;
    assert_eq!(texts(&root, "[data-claim-card]").len(), 2);
    one(&root, ".chip").click();
    settled().await;
    assert_eq!(texts(&root, "[data-claim-card]").len(), 3);
    root.remove();
}

#[wasm_bindgen_test]
async fn an_address_restores_a_view_and_tells_what_it_cannot() {
    let root = draw("speaker=bob,nobody&claim=c2").await;
    assert_eq!(texts(&root, "[data-claim-card]").len(), 1);
    assert_eq!(
        texts(&root, "[data-claim-card=c2] [aria-expanded=true]").len(),
        1
    );
    assert!(texts(&root, ".notices").concat().contains("nobody"));
    root.remove();
}

/// A test to copy for a new component: draw the page at an address, do what a reader does,
/// let what is due be drawn, and look at what the reader sees then.
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
