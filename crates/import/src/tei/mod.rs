//! Reads TEI files: texts of the Text Encoding Initiative, with the names and the speech that their
//! editors marked.

mod body;
mod marks;
#[cfg(test)]
mod tests;

use model::{Article, Date, Direction, TakenIds, WebUrl};

use super::date_words::{DateOrder, date_of};
use super::diagnostic::{Diagnostic, Diagnostics, FileProblem, LeftOut, TextProblem};
use super::draft::Draft;
use super::html::language_tag;
use super::xml::Xml;
use body::Body;

/// Whether a document is TEI.
pub(super) fn is_tei(xml: &Xml) -> bool {
    let mut elements = xml.nodes.iter().filter(|node| !node.name.is_empty());
    elements
        .next()
        .is_some_and(|root| matches!(root.name.as_str(), "TEI" | "teiCorpus" | "TEI.2"))
}

/// Reads the texts of a TEI file, each with its marks.
pub(super) fn articles_in_tei(id: &str, file: &str, xml: &Xml) -> (Vec<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    if !xml.is_whole {
        diagnostics.report_file(FileProblem::CutOff);
    }
    // The texts of a corpus follow its header.
    let is_text = |node: &usize| matches!(xml.name(*node), "TEI" | "TEI.2");
    let texts: Vec<usize> = (0..xml.nodes.len()).filter(is_text).collect();
    let mut articles = Vec::new();
    let mut ids = TakenIds::default();
    for (number, root) in texts.iter().enumerate() {
        let own = match texts.len() {
            1 => id.to_owned(),
            _ => format!("{id}-{}", number + 1),
        };
        let own = ids.take(&own);
        articles.extend(article_of(&own, xml, *root, &mut diagnostics));
    }
    if articles.is_empty() {
        diagnostics.report_file(FileProblem::NoWords);
    }
    (articles, diagnostics.into_list())
}

fn article_of(id: &str, xml: &Xml, root: usize, diagnostics: &mut Diagnostics) -> Option<Article> {
    let header = Header::of(xml, root);
    let mut draft = Draft::default();
    header.describe(&mut draft);
    let text = xml.named(root, "text").next()?;
    let title = draft.metadata.title.clone();
    let mut body = Body::of(xml, text, &title);
    if title.is_empty() {
        draft.metadata.title = body.take_heading().unwrap_or_default();
    }
    let spans = body.put(&mut draft);
    if draft.blocks().is_empty() {
        return None;
    }
    if draft.metadata.title.is_empty() {
        draft.name_by_id(id, TextProblem::TitleFromFileName, diagnostics);
    }
    for (count, what) in [
        (body.notes, LeftOut::Notes),
        (body.deletions, LeftOut::Deletions),
        (body.running_heads, LeftOut::RunningHeads),
        (body.objects, LeftOut::Objects),
    ] {
        if count > 0 {
            diagnostics.report_file(TextProblem::LeftOut { what, count });
        }
    }
    let mut article = draft.finish(id, diagnostics);
    marks::mark(&mut article, xml, root, &spans, diagnostics);
    Some(article)
}

/// What the header says about a text.
struct Header<'x> {
    xml: &'x Xml,
    root: usize,
    header: Option<usize>,
}

impl<'x> Header<'x> {
    fn of(xml: &'x Xml, root: usize) -> Self {
        Self {
            xml,
            root,
            header: xml.named(root, "teiHeader").next(),
        }
    }

    /// The elements with this name in the first elements `around` of the header that have any.
    fn found(&self, around: &str, name: &str) -> Vec<usize> {
        let xml = self.xml;
        let Some(header) = self.header else {
            return Vec::new();
        };
        let within = |node: usize| node + 1..xml.end(node);
        let of_name = |name: &str| {
            let name = name.to_owned();
            move |node: &usize| xml.name(*node) == name
        };
        let around = within(header).filter(of_name(around));
        around
            .flat_map(|part| within(part).filter(of_name(name)))
            .collect()
    }

    /// The words of the first element with one of these names and with words.
    fn words(&self, around: &str, names: &[&str]) -> Option<String> {
        let nodes = names.iter().flat_map(|name| self.found(around, name));
        let words = nodes.map(|node| self.xml.words(node));
        words.into_iter().find(|words| !words.is_empty())
    }

    fn describe(&self, draft: &mut Draft) {
        let metadata = &mut draft.metadata;
        metadata.title = self.title().unwrap_or_default();
        metadata.author = self
            .authors("titleStmt")
            .or_else(|| self.authors("sourceDesc"));
        if let Some(language) = self.language() {
            metadata.direction = Direction::of_language(&language);
            metadata.language = language;
        }
        let order = DateOrder::of_language(&metadata.language);
        let date = |around: &str| self.date(around, order);
        metadata.published = date("sourceDesc").or_else(|| date("publicationStmt"));
        metadata.url = self
            .address("sourceDesc")
            .or_else(|| self.address("publicationStmt"));
        metadata.source = self
            .journal()
            .or_else(|| self.words("sourceDesc", &["publisher"]))
            .or_else(|| {
                self.words(
                    "publicationStmt",
                    &["publisher", "authority", "distributor"],
                )
            });
        let licences = self.found("availability", "licence");
        let licence = licences.first().map(|node| {
            let target = self.xml.attribute(*node, "target");
            target.map_or_else(|| self.xml.words(*node), str::to_owned)
        });
        metadata.licence = licence.filter(|words| !words.is_empty());
    }

    /// The main title. A subtitle does not count.
    fn title(&self) -> Option<String> {
        let xml = self.xml;
        let titles = self.found("titleStmt", "title");
        let is_main = |node: &&usize| xml.attribute(**node, "type") == Some("main");
        let is_beside = |node: &&usize| {
            matches!(
                xml.attribute(**node, "type"),
                Some("sub" | "alt" | "desc" | "short")
            )
        };
        let title = titles.iter().find(is_main);
        let title = title.or_else(|| titles.iter().find(|node| !is_beside(node)));
        let words = title.map(|node| xml.words(*node))?;
        (!words.is_empty()).then_some(words)
    }

    fn authors(&self, around: &str) -> Option<String> {
        let names = self.found(around, "author").into_iter();
        let names = names.map(|node| self.xml.words(node));
        let mut names: Vec<String> = names.filter(|words| !words.is_empty()).take(20).collect();
        names.dedup();
        (!names.is_empty()).then(|| names.join(", "))
    }

    fn date(&self, around: &str, order: DateOrder) -> Option<Date> {
        let xml = self.xml;
        let dates = self.found(around, "date").into_iter();
        let dates = dates.filter_map(|node| {
            let stated = ["when", "when-iso", "notBefore", "from"];
            let stated = stated.iter().find_map(|name| xml.attribute(node, name));
            stated
                .and_then(Date::parse)
                .or_else(|| date_of(&xml.words(node), order))
        });
        dates.into_iter().next()
    }

    fn address(&self, around: &str) -> Option<WebUrl> {
        let xml = self.xml;
        let of_numbers = self.found(around, "idno").into_iter();
        let of_numbers = of_numbers.map(|node| xml.words(node));
        let of_links = ["ptr", "ref"].into_iter();
        let of_links = of_links.flat_map(|name| self.found(around, name));
        let of_links = of_links.filter_map(|node| xml.attribute(node, "target").map(str::to_owned));
        let licences = self.found(around, "licence").into_iter();
        let licences: Vec<&str> = licences
            .filter_map(|node| xml.attribute(node, "target"))
            .collect();
        of_numbers
            .chain(of_links)
            .filter(|address| !licences.contains(&address.as_str()))
            .find_map(|address| WebUrl::parse(&address))
    }

    /// The newspaper or journal.
    fn journal(&self) -> Option<String> {
        let titles = self.found("sourceDesc", "title").into_iter();
        let journal =
            titles.filter(|node| matches!(self.xml.attribute(*node, "level"), Some("j" | "s")));
        let words = journal.map(|node| self.xml.words(node));
        words.into_iter().find(|words| !words.is_empty())
    }

    fn language(&self) -> Option<String> {
        let xml = self.xml;
        let text = xml.named(self.root, "text").next();
        let of = |node: usize| xml.attribute(node, "lang").and_then(language_tag);
        let languages = self.found("langUsage", "language");
        text.and_then(of).or_else(|| of(self.root)).or_else(|| {
            let stated = languages.first();
            stated.and_then(|node| xml.attribute(*node, "ident").and_then(language_tag))
        })
    }
}
