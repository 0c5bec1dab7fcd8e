//! Converts a view to the hash of an address, and back.

use super::facet::Facet;
use super::problem::Problem;
use super::view::{Mode, View};
use super::view_state::ViewState;
use model::{ArticleId, ClaimId, EntityId};

/// The order of the facets in an address.
const FACETS: [Facet; 6] = [
    Facet::Source,
    Facet::Types,
    Facet::Form,
    Facet::Stance,
    Facet::Speaker,
    Facet::About,
];

/// The view as a hash without `#`: percent-encoded `key=value` pairs joined by `&`, without
/// default values. Equal views give equal hashes.
#[must_use]
pub fn to_hash(view: &View) -> String {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut push = |key: &str, value: String| pairs.push((encode(key), value));
    if let Some(article) = &view.article {
        push(ViewState::ARTICLE_KEY, encode(article.as_str()));
    }
    if !view.query.is_empty() {
        push("q", encode(&view.query));
    }
    for facet in FACETS {
        let values: Vec<String> = view.filters.chosen(facet).map(encode).collect();
        if !values.is_empty() {
            push(facet.as_str(), values.join(","));
        }
    }
    if let Some(entity) = &view.entity {
        push("entity", encode(entity.as_str()));
    }
    if let Some(claim) = &view.claim {
        push("claim", encode(claim.as_str()));
    }
    if view.mode != Mode::default() {
        push("view", encode(view.mode.as_str()));
    }
    if view.min_confidence != super::Threshold::default() {
        push(
            super::Threshold::KEY,
            view.min_confidence.percent().to_string(),
        );
    }
    for (key, value) in &view.unknown {
        push(key, encode(value));
    }
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    pairs.join("&")
}

/// The address of a view of `page`, which must not contain a hash.
#[must_use]
pub fn link_to(page: &str, view: &View) -> String {
    let hash = to_hash(view);
    let mark = if hash.is_empty() { "" } else { "#" };
    format!("{page}{mark}{hash}")
}

/// Parses a hash, with or without `#`. Any text is accepted: an invalid value is ignored,
/// and reported. If a key is repeated, the last one counts.
#[must_use]
pub fn from_hash(hash: &str) -> (View, Vec<Problem>) {
    let mut view = View::default();
    let mut problems = Vec::new();
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    for pair in hash.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let key = decode(key);
        let text = decode(value);
        let some = !text.is_empty();
        match key.as_str() {
            ViewState::ARTICLE_KEY => view.article = some.then(|| ArticleId::new(&text)),
            "q" => view.query = text.into(),
            "entity" => view.entity = some.then(|| EntityId::new(&text)),
            "claim" => view.claim = some.then(|| ClaimId::new(&text)),
            "view" => match Mode::parse(&text) {
                Some(mode) => view.mode = mode,
                None => problems.push(Problem::UnknownMode { value: text }),
            },
            super::Threshold::KEY => match super::Threshold::parse(&text) {
                Some(threshold) => view.min_confidence = threshold,
                None => problems.push(Problem::InvalidConfidence { value: text }),
            },
            other => match Facet::parse(other) {
                Some(facet) => {
                    view.filters.clear(facet);
                    let values = value.split(',').map(decode);
                    for value in values.filter(|value| !value.is_empty()) {
                        view.filters.choose(facet, &value);
                    }
                }
                None => {
                    view.unknown.retain(|(known, _)| *known != key);
                    view.unknown.push((key, text));
                }
            },
        }
    }
    (view, problems)
}

/// Percent-encodes everything except letters, digits, `-`, `_`, `.` and `:`. It also
/// encodes the tilde, because `:~:` would begin a text fragment.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// Decodes percent-encoding. Invalid escapes stay unchanged.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let encoded = match after {
            [high, low, beyond @ ..] if first == b'%' => {
                let digit = |byte: &u8| char::from(*byte).to_digit(16);
                let value = digit(high)
                    .zip(digit(low))
                    .map(|(high, low)| high * 16 + low);
                value
                    .and_then(|value| u8::try_from(value).ok())
                    .map(|byte| (byte, beyond))
            }
            _ => None,
        };
        let (byte, beyond) = encoded.unwrap_or((first, after));
        bytes.push(byte);
        rest = beyond;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_short_and_readable() {
        let mut view = View {
            query: "speaker:guo-jiakun form:direct".into(),
            ..View::default()
        };
        view.filters.choose(Facet::About, "european-commission");
        view.filters.choose(Facet::About, "a,b");
        assert_eq!(
            to_hash(&view),
            "q=speaker:guo-jiakun%20form:direct&about=a%2Cb,european-commission"
        );
        assert_eq!(to_hash(&View::default()), "");
    }

    #[test]
    fn invalid_parts_are_kept_or_reported() {
        for (hash, back, count) in [
            ("", "", 0),
            ("#", "", 0),
            ("&&=&=x", "=x", 0),
            ("view=upside", "", 1),
            ("view=claims", "view=claims", 0),
            ("view=compare&speaker=b,a", "speaker=a,b&view=compare", 0),
            ("view=table", "view=table", 0),
            ("q=%zz%F0%4", "q=%25zz%EF%BF%BD%254", 0),
            ("utm=1&q=a&utm=2", "q=a&utm=2", 0),
            ("form=&speaker=,,", "", 0),
            ("sure=70", "sure=70", 0),
            ("sure=0", "", 0),
            ("sure=101&sure=x", "", 2),
            ("top", "top=", 0),
            ("q=word~:~:text=x", "q=word%7E:%7E:text%3Dx", 0),
        ] {
            let (view, told) = from_hash(hash);
            assert_eq!(
                (to_hash(&view).as_str(), told.len()),
                (back, count),
                "{hash}"
            );
        }
    }

    fn any_view() -> impl Strategy<Value = View> {
        let text = "[a-z,&=#%~ é“\"]{1,8}";
        let filters = proptest::collection::vec((0usize..5, text), 0..5);
        (
            proptest::option::of(text),
            "[a-z,&=#%~: é“\"]{0,9}",
            filters,
            proptest::option::of(text),
            proptest::option::of(text),
            0..Mode::ALL.len(),
            proptest::collection::btree_map("x[a-z=& ]{0,4}", ".{0,6}", 0..3),
            0u8..=100,
        )
            .prop_map(
                |(article, query, chosen, entity, claim, mode, unknown, percent)| {
                    let mut view = View {
                        article: article.as_deref().map(ArticleId::new),
                        query: query.into(),
                        entity: entity.as_deref().map(EntityId::new),
                        claim: claim.as_deref().map(ClaimId::new),
                        mode: Mode::ALL[mode],
                        unknown: unknown.into_iter().collect(),
                        min_confidence: crate::Threshold::new(percent),
                        ..View::default()
                    };
                    for (facet, value) in chosen {
                        view.filters.choose(Facet::ALL[facet], &value);
                    }
                    view
                },
            )
    }

    proptest! {
        #[test]
        fn a_view_survives_a_round_trip_through_its_address(view in any_view()) {
            let hash = to_hash(&view);
            prop_assert!(!hash.contains(":~:") && !hash.contains(char::is_whitespace));
            let (back, problems) = from_hash(&hash);
            prop_assert_eq!(back, view);
            prop_assert_eq!(problems, []);
        }

        #[test]
        fn any_text_can_be_parsed_as_an_address(hash in "([a-z=&%#,]|\\PC){0,60}") {
            let (view, _) = from_hash(&hash);
            prop_assert_eq!(from_hash(&to_hash(&view)).0, view);
        }
    }
}
