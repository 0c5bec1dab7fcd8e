//! Published pages, in English.

use crate::messages::PublishingMessages;

pub(in crate::messages) static PUBLISHING: PublishingMessages = PublishingMessages {
    other_pages: "Other pages",
    back_to_article: "‹ Back to the article",
    article: |claims| match claims {
        0 => String::new(),
        1 => "1 claim, marked with its speaker. ".to_owned(),
        count => format!("{count} claims, each marked with its speaker. "),
    },
    collection: |articles, claims, titles| {
        format!(
            "{articles} articles with {claims} claims, each marked with its speaker: {}, …",
            titles.join("; ")
        )
    },
    needs_scripts: "This page needs JavaScript, which is off in this browser.",
};
