//! Reads the articles of feeds: RSS and Atom. JSON Feed is read as a list of [records](super::record).

use model::{Article, Direction, TakenIds, WebUrl};

use super::date_words::{DateOrder, date_of};
use super::diagnostic::{Diagnostic, Diagnostics, FileProblem};
use super::html::article_from_fragment;
use super::text::article_from_whole_text;
use super::xml::Xml;

/// Whether a document is a feed.
pub(super) fn is_feed(head: &str) -> bool {
    ["<rss", "<feed", "<rdf:rdf"]
        .iter()
        .any(|tag| head.contains(tag))
}

/// Reads the articles of a feed.
pub(super) fn articles_in_feed(
    id: &str,
    file: &str,
    text: &str,
) -> (Vec<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let xml = Xml::of(text);
    if !xml.is_whole {
        diagnostics.report_file(FileProblem::CutOff);
    }
    let feed = Feed::of(&xml);
    let (mut articles, mut told) = (Vec::new(), Vec::new());
    let mut ids = TakenIds::default();
    let items = (0..xml.nodes.len()).filter(|node| matches!(xml.name(*node), "item" | "entry"));
    for (number, item) in items.enumerate() {
        let own = ids.take(&format!("{id}-{}", number + 1));
        let (article, more) = feed.article(item, &own, file);
        told.extend(more);
        articles.extend(article);
    }
    if articles.is_empty() {
        diagnostics.report_file(FileProblem::NoArticle);
    }
    let mut diagnostics = diagnostics.into_list();
    diagnostics.extend(told);
    (articles, diagnostics)
}

/// A feed, and what it says about all its articles.
struct Feed<'a> {
    xml: &'a Xml,
    source: Option<String>,
    language: String,
}

impl<'a> Feed<'a> {
    fn of(xml: &'a Xml) -> Self {
        let around = ["channel", "feed"]
            .iter()
            .find_map(|name| xml.elements(name).next());
        let of_feed = |name: &str| {
            let node = xml.named(around?, name).next()?;
            Some(xml.words(node)).filter(|words| !words.is_empty())
        };
        let root = xml.elements("feed").next();
        let language = root.and_then(|root| xml.attribute(root, "lang"));
        let language = language.map(str::to_owned).or_else(|| of_feed("language"));
        Self {
            xml,
            source: of_feed("title"),
            language: language.unwrap_or_default(),
        }
    }

    fn article(&self, item: usize, id: &str, file: &str) -> (Option<Article>, Vec<Diagnostic>) {
        let xml = self.xml;
        let child = |name: &str| xml.named(item, name).next();
        let words = |names: &[&str]| {
            let found = names.iter().filter_map(|name| child(name));
            let found = found.map(|node| xml.words(node));
            found.into_iter().find(|words| !words.is_empty())
        };
        let content = ["encoded", "content", "description", "summary"]
            .iter()
            .filter_map(|name| child(name))
            .find(|node| !xml.words(*node).is_empty());
        let (article, mut told) = match content {
            Some(content) if xml.children(content).any(|it| !xml.name(it).is_empty()) => {
                // XHTML is a part of the document itself.
                let paragraphs = xml.children(content).flat_map(|it| xml.children(it));
                let paragraphs = paragraphs.map(|node| xml.words(node));
                let text = paragraphs.collect::<Vec<_>>().join("\n\n");
                article_from_whole_text(id, file, &text)
            }
            Some(content) => article_from_fragment(id, file, &xml.text_of(content)),
            None => (None, Vec::new()),
        };
        let title = words(&["title"]).map(|title| plain(id, file, &title));
        told.retain(|diagnostic| match diagnostic.place.path() {
            "title" => title.is_none(),
            "language" => self.language.is_empty(),
            _ => true,
        });
        let article = article.map(|mut article| {
            let metadata = &mut article.metadata;
            if let Some(title) = title {
                metadata.title = title;
                metadata.title_by_editor = false;
            }
            if !self.language.is_empty() {
                metadata.language.clone_from(&self.language);
                metadata.direction = Direction::of_language(&self.language);
            }
            let date = words(&["pubDate", "published", "date", "updated"]);
            let order = DateOrder::of_language(&metadata.language);
            metadata.published = date.and_then(|date| date_of(&date, order));
            metadata.author = self.author(item);
            metadata.url = self.address(item);
            metadata.source.clone_from(&self.source);
            article
        });
        (article, told)
    }

    fn author(&self, item: usize) -> Option<String> {
        let xml = self.xml;
        let author = ["creator", "author"]
            .iter()
            .find_map(|name| xml.named(item, name).next())?;
        let name = xml.named(author, "name").next().unwrap_or(author);
        let words = xml.words(name);
        // RSS has "ann@a.example (Ann Archer)".
        let in_brackets = words
            .split_once('(')
            .map(|(_, name)| name.trim_end_matches(')'));
        let name = in_brackets
            .filter(|_| words.contains('@'))
            .unwrap_or(&words);
        (!name.is_empty()).then(|| name.to_owned())
    }

    fn address(&self, item: usize) -> Option<WebUrl> {
        let xml = self.xml;
        xml.named(item, "link").find_map(|link| {
            let relation = xml.attribute(link, "rel").unwrap_or("alternate");
            let address = xml.attribute(link, "href").map(str::to_owned);
            let address = address.unwrap_or_else(|| xml.words(link));
            WebUrl::parse(&address).filter(|_| relation == "alternate")
        })
    }
}

/// A title without markup.
fn plain(id: &str, file: &str, title: &str) -> String {
    if !title.contains(['<', '&']) {
        return title.to_owned();
    }
    let (article, _) = article_from_fragment(id, file, title);
    article.map_or_else(|| title.to_owned(), |article| article.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::read;

    #[test]
    fn rss_and_atom_say_the_same() {
        let rss = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Observer</title><language>en-gb</language><item><title>Ferry &amp;amp; bridge</title><link>https://a.example/ferry</link><pubDate>Wed, 14 May 2025 08:00:00 +0000</pubDate><author>ann@a.example (Ann Archer)</author><description>Short.</description><content:encoded><![CDATA[<p>We <b>waited</b>.</p><p>She waited.</p>]]></content:encoded></item><item><title>Library</title><description>It closes in June.</description></item></channel></rss>";
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-gb\"><title>The Observer</title><entry><title type=\"html\">Ferry &amp;amp; bridge</title><link rel=\"self\" href=\"https://a.example/x\"/><link href=\"https://a.example/ferry\"/><published>2025-05-14T08:00:00Z</published><author><name>Ann Archer</name></author><content type=\"html\">&lt;p&gt;We waited.&lt;/p&gt;&lt;p&gt;She waited.&lt;/p&gt;</content></entry><entry><title>Library</title><content type=\"xhtml\"><div><p>It closes in June.</p></div></content></entry></feed>";
        for (name, text) in [("a.rss", rss), ("a.xml", atom)] {
            let (articles, told) = read(name, text.as_bytes());
            assert_eq!(articles.len(), 2, "{name} {told:?}");
            let Article { metadata, text, .. } = &articles[0];
            assert_eq!(metadata.title, "Ferry & bridge");
            assert_eq!(metadata.source.as_deref(), Some("The Observer"));
            assert_eq!(metadata.author.as_deref(), Some("Ann Archer"));
            assert_eq!(metadata.published.unwrap().to_string(), "2025-05-14");
            let url = metadata.url.as_ref().map(WebUrl::as_str);
            assert_eq!(url, Some("https://a.example/ferry"));
            assert_eq!(text, "We waited.\n\nShe waited.");
            assert_eq!(articles[1].text, "It closes in June.");
            assert_eq!(told, []);
        }
    }

    #[test]
    fn a_feed_that_is_cut_off_is_read_as_far_as_it_goes() {
        let text = "<rss><channel><item><title>One</title><description>Text.</description></item><item><title>Tw";
        let (articles, told) = read("a.rss", text.as_bytes());
        assert_eq!(articles.len(), 1);
        assert_eq!(told[0].problem, FileProblem::CutOff.into());
        let (articles, told) = read("a.rss", b"<rss></rss>");
        assert!(articles.is_empty());
        assert_eq!(told[0].problem, FileProblem::NoArticle.into());
    }
}
