//! Reads e-mails, and pages that browsers save as one file in the form of e-mails (MHTML, RFC 2557).

use mail_parser::{Message, MessageParser, MimeHeaders};
use model::{Article, Date, WebUrl};

use super::diagnostic::{Diagnostic, Diagnostics, FileProblem, LeftOut, TextProblem};
use super::html::article_from_html;
use super::text::article_from_whole_text;

/// The number of bytes in which the headers must begin to tell that a file is an e-mail.
const HEADERS_WITHIN: usize = 16 * 1024;

/// Whether a file is an e-mail: it begins with headers, and two of them are those of e-mails.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEADERS_WITHIN).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let mut known = 0;
    for line in head.trim_start_matches('\u{FEFF}').lines() {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return false;
        };
        let is_name = name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !is_name {
            return false;
        }
        known += usize::from(matches!(
            name.to_ascii_lowercase().as_str(),
            "received"
                | "return-path"
                | "message-id"
                | "mime-version"
                | "content-type"
                | "snapshot-content-location"
        ));
    }
    known >= 2
}

/// Reads the article in an e-mail or a saved page.
pub(super) fn article_from_mail(
    id: &str,
    file: &str,
    bytes: &[u8],
) -> (Option<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let Some(mail) = MessageParser::default().parse(bytes) else {
        diagnostics.report_file(FileProblem::NoWords);
        return (None, diagnostics.into_list());
    };
    if is_encrypted(&mail) {
        diagnostics.report_file(FileProblem::Encrypted);
        return (None, diagnostics.into_list());
    }
    let is_page = address_of(&mail).is_some() || mail.header("Snapshot-Content-Location").is_some();
    let html = mail.html_bodies().find(|part| part.is_text_html());
    let html = html.and_then(|part| part.text_contents());
    let plain = || mail.body_text(0).unwrap_or_default();
    let (article, told) = match html {
        Some(html) => article_from_html(id, file, html),
        None => article_from_whole_text(id, file, &plain()),
    };
    let is_named = article
        .as_ref()
        .is_some_and(|it| !it.metadata.title_by_editor);
    let subject = mail.subject().map(str::trim).filter(|it| !it.is_empty());
    let title = subject.filter(|_| !is_page || !is_named);
    let told = told
        .into_iter()
        .filter(|diagnostic| title.is_none() || diagnostic.place.path() != "title");
    let mut told: Vec<Diagnostic> = told.collect();
    let article = article.map(|mut article| {
        describe(&mut article, &mail, is_page, title);
        article
    });
    let attached = mail.attachments().filter(|part| !part.is_text()).count();
    if !is_page && attached > 0 {
        diagnostics.report_file(TextProblem::LeftOut {
            what: LeftOut::Attachments,
            count: attached,
        });
    }
    told.extend(diagnostics.into_list());
    (article, told)
}

/// Puts what the headers say into the article.
fn describe(article: &mut Article, mail: &Message<'_>, is_page: bool, title: Option<&str>) {
    let metadata = &mut article.metadata;
    if let Some(title) = title {
        metadata.title = title.to_owned();
        metadata.title_by_editor = false;
    }
    if is_page {
        metadata.url = address_of(mail).or_else(|| metadata.url.take());
        return;
    }
    let date = mail.date().and_then(|date| {
        Date::parse(&format!(
            "{:04}-{:02}-{:02}",
            date.year, date.month, date.day
        ))
    });
    metadata.published = date.or(metadata.published);
    let sender = mail.from().and_then(|from| from.first());
    let sender = sender.and_then(|from| from.name().or_else(|| from.address()));
    metadata.source = sender.map(str::to_owned).or_else(|| metadata.source.take());
}

/// The address that a page was saved from.
fn address_of(mail: &Message<'_>) -> Option<WebUrl> {
    let saved_from = mail.header("Snapshot-Content-Location");
    let saved_from = saved_from.and_then(|value| value.as_text());
    let own = mail.html_bodies().find_map(|part| part.content_location());
    saved_from
        .and_then(WebUrl::parse)
        .or_else(|| WebUrl::parse(own?))
}

fn is_encrypted(mail: &Message<'_>) -> bool {
    mail.content_type().is_some_and(|kind| {
        let subtype = kind.subtype().unwrap_or_default();
        subtype.eq_ignore_ascii_case("encrypted") || subtype.eq_ignore_ascii_case("pkcs7-mime")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "Received: from a.example\r\nDate: Wed, 14 May 2025 09:00:00 +0000\r\nFrom: The Observer <news@a.example>\r\nSubject: =?utf-8?Q?Ferry_line_=E2=80=93_the_letter?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 was full, and the council ha=\r\nd met.\r\n\r\nNobody left.\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--b--\r\n";

    #[test]
    fn a_letter_is_an_article() {
        assert!(is_mail(LETTER.as_bytes()));
        let (article, told) = article_from_mail("letter", "letter.eml", LETTER.as_bytes());
        let article = article.unwrap();
        assert_eq!(article.metadata.title, "Ferry line – the letter");
        assert_eq!(article.metadata.source.as_deref(), Some("The Observer"));
        assert_eq!(
            article.metadata.published.unwrap().to_string(),
            "2025-05-14"
        );
        assert_eq!(
            article.text,
            "The café was full, and the council had met.\n\nNobody left."
        );
        let told: Vec<String> = told.iter().map(|it| it.what().clone()).collect();
        assert!(
            told.contains(&"1 attachment is left out".to_owned()),
            "{told:?}"
        );
    }

    #[test]
    fn a_saved_page_has_the_address_that_it_was_saved_from() {
        let text =
            "and the hall was quiet for a while, because nobody had expected it, or said so. ";
        let page = format!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/ferry\r\nSubject: Other\r\nDate: Wed, 14 May 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://a.example/ferry\r\n\r\n<title>Ferry line</title><article><p>We waited, {text}</p><p>She waited, {text}{text}</p></article>\r\n--b--\r\n"
        );
        let (article, _) = article_from_mail("page", "page.mhtml", page.as_bytes());
        let metadata = article.unwrap().metadata;
        assert_eq!(metadata.title, "Ferry line");
        assert_eq!(metadata.url.unwrap().as_str(), "https://a.example/ferry");
        assert_eq!(metadata.published, None);
    }

    #[test]
    fn letters_that_cannot_be_read_say_why() {
        let encrypted =
            b"MIME-Version: 1.0\r\nContent-Type: multipart/encrypted; boundary=b\r\n\r\n--b--";
        let (article, told) = article_from_mail("a", "a.eml", encrypted);
        assert!(article.is_none());
        assert_eq!(told[0].problem, FileProblem::Encrypted.into());
        for at in 0..LETTER.len() {
            let _ = article_from_mail("a", "a.eml", &LETTER.as_bytes()[..at]);
        }
    }

    #[test]
    fn other_texts_are_no_letters() {
        for text in [
            "",
            "Head\n\nText.",
            "IRENE CALDER: Good morning.\nTOM REYES: No.\n",
            "Date: today\nFrom: me\n\nText",
            "Content-Type: text/html\n\nText",
        ] {
            assert!(!is_mail(text.as_bytes()), "{text}");
        }
    }
}
