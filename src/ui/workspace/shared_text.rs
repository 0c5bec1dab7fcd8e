//! What another app shares with the installed page: a text, or only the address of a page.

use web_sys::UrlSearchParams;

/// Something that was shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shared {
    /// A text, with its title first and its address last, if it has them.
    Text(String),
    /// The address of a page, which the workspace cannot load.
    Address(String),
    /// Nothing that can be read.
    Nothing,
}

impl Shared {
    /// What the query of an address shares: `title`, `text` and `url`.
    pub(super) fn in_query(query: &str) -> Self {
        let Ok(parameters) = UrlSearchParams::new_with_str(query) else {
            return Self::Nothing;
        };
        let get = |name: &str| parameters.get(name).unwrap_or_default();
        Self::of(&get("title"), &get("text"), &get("url"))
    }

    /// Many apps put the title and the address into the text, too.
    fn of(title: &str, text: &str, url: &str) -> Self {
        let is_address = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
        let [title, text, url] = [title, text, url].map(str::trim);
        let address = Some(url).filter(|url| !url.is_empty());
        let address = address.or_else(|| text.split_whitespace().rfind(is_address));
        let is_bare = text.split_whitespace().all(|word| is_address(&word))
            || text
                .trim_end_matches(|c: char| !c.is_whitespace())
                .trim_end()
                == title
            || text == title;
        match (address, is_bare) {
            (Some(address), true) => Self::Address(address.to_owned()),
            (None, true) if text.is_empty() => Self::Nothing,
            _ => {
                let title = Some(title).filter(|title| !text.starts_with(title));
                let address = address.filter(|address| !text.contains(address));
                let parts = title.into_iter().chain([text]).chain(address);
                Self::Text(parts.collect::<Vec<_>>().join("\n\n"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_told_from_a_bare_address() {
        let text = |words: &str| Shared::Text(words.to_owned());
        let address = || Shared::Address("https://a.example/x".to_owned());
        for ((title, words, url), expected) in [
            (("", "", ""), Shared::Nothing),
            (("Storm", "", ""), Shared::Nothing),
            (("Storm", "", "https://a.example/x"), address()),
            (("", "https://a.example/x", ""), address()),
            (("Storm", "Storm https://a.example/x", ""), address()),
            (("Storm", "Storm", "https://a.example/x"), address()),
            (
                ("", "“It rains,” Ann said.", ""),
                text("“It rains,” Ann said."),
            ),
            (
                ("Storm", "“It rains,” Ann said.", "https://a.example/x"),
                text("Storm\n\n“It rains,” Ann said.\n\nhttps://a.example/x"),
            ),
            (
                (
                    "Storm",
                    "Storm: “It rains,” Ann said. https://a.example/x",
                    "",
                ),
                text("Storm: “It rains,” Ann said. https://a.example/x"),
            ),
            (("Storm", "Storm", ""), text("Storm")),
        ] {
            assert_eq!(
                Shared::of(title, words, url),
                expected,
                "{title} {words} {url}"
            );
        }
    }
}
