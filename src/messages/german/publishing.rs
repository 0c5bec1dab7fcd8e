//! Published pages, in German.

use super::article::claims;
use crate::messages::PublishingMessages;

pub(super) const PUBLISHING: PublishingMessages = PublishingMessages {
    other_pages: "Andere Seiten",
    back_to_article: "‹ Zurück zum Artikel",
    article: |count| match count {
        0 => String::new(),
        count => format!("{}, mit Angabe, von wem. ", claims(count)),
    },
    collection: |articles, count, titles| {
        format!(
            "{articles} Artikel, {}, mit Angabe, von wem: {}, …",
            claims(count),
            titles.join("; ")
        )
    },
    needs_scripts: "Diese Seite braucht JavaScript. Das ist in diesem Browser abgeschaltet.",
};
