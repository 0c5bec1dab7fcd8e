//! Words that pages put beside the text of an article, such as "Share this".

/// The maximum length of such a block in bytes.
const LONGEST: usize = 160;

/// Blocks that consist of nothing else, in lower case and without the mark at their end: English,
/// German, French, Spanish and Chinese.
const BLOCKS: [&str; 75] = [
    "unsubscribe",
    "view in browser",
    "view this email in your browser",
    "abbestellen",
    "im browser ansehen",
    "se désabonner",
    "voir dans le navigateur",
    "darse de baja",
    "advertisement",
    "share this",
    "share this article",
    "share",
    "like this",
    "like loading",
    "loading",
    "read more",
    "related articles",
    "related posts",
    "related stories",
    "leave a comment",
    "leave a reply",
    "comments are closed",
    "post a comment",
    "your email address will not be published",
    "required fields are marked *",
    "your email address will not be published. required fields are marked *",
    "more on this story",
    "anzeige",
    "werbung",
    "teilen",
    "teilen sie dies mit",
    "artikel teilen",
    "gefällt mir",
    "ähnliche beiträge",
    "ähnliche artikel",
    "das könnte sie auch interessieren",
    "mehr zum thema",
    "kommentare sind geschlossen",
    "schreibe einen kommentar",
    "schreiben sie einen kommentar",
    "kommentar verfassen",
    "antwort hinterlassen",
    "deine e-mail-adresse wird nicht veröffentlicht",
    "deine e-mail-adresse wird nicht veröffentlicht. erforderliche felder sind mit * markiert",
    "ihre e-mail-adresse wird nicht veröffentlicht",
    "ihre e-mail-adresse wird nicht veröffentlicht. erforderliche felder sind mit * markiert",
    "publicité",
    "partager",
    "partager cet article",
    "articles similaires",
    "sur le même sujet",
    "laisser un commentaire",
    "les commentaires sont fermés",
    "votre adresse e-mail ne sera pas publiée",
    "votre adresse e-mail ne sera pas publiée. les champs obligatoires sont indiqués avec *",
    "publicidad",
    "compartir",
    "comparte esto",
    "comparte este artículo",
    "artículos relacionados",
    "noticias relacionadas",
    "te puede interesar",
    "deja un comentario",
    "deja una respuesta",
    "los comentarios están cerrados",
    "tu dirección de correo electrónico no será publicada",
    "tu dirección de correo electrónico no será publicada. los campos obligatorios están marcados con *",
    "广告",
    "分享",
    "分享到",
    "分享本文",
    "相关文章",
    "相关阅读",
    "发表评论",
    "评论已关闭",
];

/// Beginnings of blocks that lead to other articles, in lower case.
const LEADS_AWAY: [&str; 21] = [
    "related:",
    "read also:",
    "read also ",
    "see also:",
    "also read:",
    "also read ",
    "read more:",
    "read more on ",
    "read more about ",
    "more on this:",
    "lesen sie auch:",
    "lesen sie auch ",
    "mehr zum thema:",
    "siehe auch:",
    "lire aussi",
    "à lire aussi",
    "voir aussi :",
    "lea también:",
    "lee también:",
    "相关阅读：",
    "延伸阅读：",
];

/// Places to share an article, in lower case, which stand as links of their own.
const PLACES: [&str; 16] = [
    "twitter",
    "x",
    "facebook",
    "whatsapp",
    "telegram",
    "linkedin",
    "reddit",
    "pinterest",
    "tumblr",
    "mastodon",
    "bluesky",
    "xing",
    "e-mail",
    "email",
    "微博",
    "微信",
];

/// Whether a block of text only belongs to the page around an article. It is the whole block that
/// counts, never words within running text.
pub(super) fn is_beside_text(words: &str) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    let lower = words.to_lowercase();
    let plain = lower.trim_end_matches([':', '：', '.', '…', '!', ' ', '\u{A0}']);
    let is_sentence = words.ends_with(['.', '。', '!', '?', '”', '“', '»']);
    BLOCKS.contains(&plain)
        || PLACES.contains(&plain)
        || (!is_sentence && LEADS_AWAY.iter().any(|start| lower.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_blocks_count_and_never_words_of_the_text() {
        for (words, expected) in [
            ("Advertisement", true),
            ("Advertisement revenue fell by a third last year.", false),
            ("Share this:", true),
            ("Teilen Sie dies mit:", true),
            ("Partager :", true),
            ("分享到：", true),
            ("Kommentare sind geschlossen.", true),
            ("Related: The ferry that never came", true),
            ("Read more about the ferry", true),
            ("Read more about the ferry, the mayor advised.", false),
            ("Twitter", true),
            ("Twitter was down on Tuesday", false),
            ("“Share this,” he said", false),
        ] {
            assert_eq!(is_beside_text(words), expected, "{words}");
        }
    }
}
