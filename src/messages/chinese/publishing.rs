//! Published pages, in Chinese.

use super::article::claims;
use crate::messages::PublishingMessages;

pub(super) const PUBLISHING: PublishingMessages = PublishingMessages {
    other_pages: "其他页面",
    back_to_article: "‹ 返回文章",
    article: |count| match count {
        0 => String::new(),
        count => format!("{}，均注明由谁说出。", claims(count)),
    },
    collection: |articles, count, titles| {
        format!(
            "{articles}篇文章，{}，均注明由谁说出：{}……",
            claims(count),
            titles.join("；")
        )
    },
    needs_scripts: "本页需要 JavaScript，而此浏览器已将其关闭。",
};
