//! The pages that are hardest for an HTML parser. To see the time for a megabyte of each:
//! `cargo test -p article-explorer-import --profile native --test worst_cases --
//! --nocapture`.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use import::article_from_html;

/// The length of each page in bytes; a megabyte if the program is optimised.
const SIZE: usize = if cfg!(debug_assertions) {
    100_000
} else {
    1_000_000
};

/// A part repeated.
fn repeated(part: &str) -> String {
    part.repeat(SIZE / part.len())
}

/// A part with a counter, repeated.
fn numbered(before: &str, after: &str) -> String {
    let mut html = String::with_capacity(SIZE + 100);
    let mut number = 0;
    while html.len() < SIZE {
        write!(html, "{before}{number}{after}").unwrap();
        number += 1;
    }
    html
}

/// One part repeated, then another.
fn halves(one: &str, other: &str) -> String {
    let half = |part: &str| part.repeat(SIZE / 2 / part.len());
    half(one) + &half(other)
}

#[test]
fn the_worst_comes_to_an_end() {
    for (name, html) in [
        ("<b>", repeated("<b>")),
        ("<a>", repeated("<a>")),
        ("<a href=n>", numbered("<a href=", ">")),
        ("<div>", repeated("<div>")),
        ("<div> closed", halves("<div>", "</div>")),
        ("<div>, then </x>", halves("<div>", "</x>")),
        ("<div>, then <p>", halves("<div>", "<p>")),
        ("<table>", repeated("<table>")),
        ("<table><tr><td>", repeated("<table><tr><td>")),
        ("<table><b>x", repeated("<table><b>x")),
        ("x in a table", format!("<table>{}", repeated("x<tr>"))),
        ("<font size=n>", numbered("<font size=", ">")),
        ("<p><font size=n>", numbered("<p><font size=", ">")),
        ("<p><b>", repeated("<p><b>")),
        ("<p><b></p>", repeated("<p><b></p>")),
        ("<b><p></b>", repeated("<b><p></b>")),
        ("<a><div>", repeated("<a><div>")),
        ("<b><i><u><p></b></i>", repeated("<b><i><u><p></b></i>")),
        ("<font size=n>, then <p>x</p>", {
            numbered("<font size=", ">").split_at(SIZE / 4).0.to_owned() + &repeated("<p>x</p>")
        }),
        ("attributes", format!("<a {}>", numbered("x", " "))),
        ("<html n>", numbered("<html x", ">")),
        ("<nobr>", repeated("<nobr>")),
        ("<button>", repeated("<button>")),
        ("<select><option>", repeated("<select><option>")),
        ("<svg>", repeated("<svg>")),
        ("<svg><style>", format!("<svg>{}", repeated("<style>"))),
        ("<math><mi>", repeated("<math><mi>")),
        ("<template>", repeated("<template>")),
        ("<form><ruby><rt>", repeated("<form><ruby><rt>")),
        ("<x-n>", numbered("<x-", ">")),
        ("<!--", repeated("<!--")),
        ("<!", repeated("<!")),
        (
            "<![CDATA[ in <svg>",
            format!("<svg>{}", repeated("<![CDATA[")),
        ),
        ("<script><!--", repeated("<script><!--")),
        ("&", repeated("&")),
        ("&a", format!("&{}", repeated("a"))),
        ("&#1", format!("&#{}", repeated("1"))),
        ("<", repeated("<")),
        ("</p>", repeated("</p>")),
    ] {
        let begun = Instant::now();
        let _ = article_from_html("a", "a.html", &html);
        let time = begun.elapsed();
        eprintln!("{:>6} ms  {name}", time.as_millis());
        assert!(time < Duration::from_secs(20), "{name}: {time:?}");
    }
}
