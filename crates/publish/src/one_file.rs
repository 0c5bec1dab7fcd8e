//! A page that contains everything, and replacing what it contains.
//!
//! Everything in such a page except the programs and the style sheet comes from a [`Content`], in
//! which no text contains `<`. So the places of the content can be found in the finished page, and
//! it needs no marks for them.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use super::content::{Content, DATA, EDITS, END};
use super::html::escaped;
use super::metadata::FIRST;

/// The id of the element with the program.
pub const PROGRAM: &str = "article-explorer-program";

/// The beginning of the id of each element with a part of the program.
pub const PART: &str = "article-explorer-part-";

/// The beginning of an element with a program.
const ELEMENT: &str = "<script type=\"application/octet-stream\" id=\"";

/// The end of such an element.
const ELEMENT_END: &str = "</script>\n";

/// The attribute of programs that only a page of several articles needs.
const SEVERAL: &str = " data-several";

/// The beginning of the element with the script, after the programs.
const SCRIPT: &str = "<script type=\"module\">\n";

const STYLE: &str = "<style>";
const LANGUAGE: &str = "<html lang=\"";
const TITLE: &str = "<title>";
const PLAIN: &str = "<div id=\"article-explorer\">";

/// A program or a part of one, for a page in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The id of its element.
    pub id: String,
    /// The program, packed by gzip, in base64.
    pub text: String,
    /// Only a page of several articles needs it, and it is left out of others made from this one.
    pub is_for_several: bool,
}

pub(crate) fn style_element(styles: &str) -> String {
    format!("{STYLE}{styles}</style>")
}

/// The elements with the programs, and the script that starts them.
pub(crate) fn program_elements(script: &str, programs: &[Program]) -> String {
    let programs = programs.iter().map(|program| {
        let several = if program.is_for_several { SEVERAL } else { "" };
        format!(
            "{ELEMENT}{}\"{several}>{}{ELEMENT_END}",
            program.id, program.text
        )
    });
    let script = script.replace("</script", "<\\/script");
    format!("{}{SCRIPT}{script}{END}", programs.collect::<String>())
}

/// Why a page cannot be the template of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OneFileFault {
    /// It is not a page in one file, or it was changed: this is missing.
    Lacks(&'static str),
    /// It contains what one article needs, but there are several.
    HoldsOne,
}

impl Display for OneFileFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lacks(what) => write!(f, "the template is damaged; it has no {what}"),
            Self::HoldsOne => f.write_str("the template holds only one article"),
        }
    }
}

impl Error for OneFileFault {}

/// A page in one file, without what it contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneFile<'page> {
    /// The skeleton: before the language, the title, the metadata, the plain text and the elements
    /// with the data, in this order.
    skeleton: [&'page str; 5],
    /// Each program with its element.
    programs: Vec<&'page str>,
    /// The script and the end of the page.
    end: &'page str,
}

impl<'page> OneFile<'page> {
    /// The template in a page in one file.
    ///
    /// # Errors
    /// If the page was not written by this module, or was changed.
    pub fn of(page: &'page str) -> Result<Self, OneFileFault> {
        let mut rest = Rest(page);
        let language = rest.take_through(LANGUAGE)?;
        rest.take_to("\"")?;
        let title = rest.take_through(TITLE)?;
        rest.take_to("</title>")?;
        let before_style = rest.take_to(STYLE)?;
        let metadata = before_style.split(FIRST).next().unwrap_or_default();
        let plain = rest.take_through(PLAIN)?;
        let shown = rest.take_to(DATA)?;
        // The element around the plain text ends with the last tag before the data.
        let close = "</div>";
        let at = shown.rfind(close).ok_or(OneFileFault::Lacks(close))?;
        let data = shown.get(at..).unwrap_or_default();
        rest.take_through(END)?;
        if rest.0.starts_with(EDITS) {
            rest.take_through(END)?;
        }
        let mut programs = Vec::new();
        while rest.0.starts_with(ELEMENT) {
            programs.push(rest.take_through(ELEMENT_END)?);
        }
        if !rest.0.starts_with(SCRIPT) {
            return Err(OneFileFault::Lacks(SCRIPT));
        }
        Ok(Self {
            skeleton: [language, title, metadata, plain, data],
            programs,
            end: rest.0,
        })
    }

    /// The page with this content; `are_several` if the content is a list of articles.
    ///
    /// # Errors
    /// If there are several articles, and the page contains only what one needs.
    pub fn with(&self, content: &Content, are_several: bool) -> Result<String, OneFileFault> {
        let is_for_several = |element: &&str| {
            let tag = element.split('>').next().unwrap_or_default();
            tag.ends_with(SEVERAL)
        };
        // A program that is not in parts contains what several articles need.
        let is_part = |element: &&str| element.contains(PART);
        let mut parts = self.programs.iter().filter(|element| is_part(element));
        if are_several && parts.next().is_some() && !self.programs.iter().any(is_for_several) {
            return Err(OneFileFault::HoldsOne);
        }
        let programs = self.programs.iter().copied();
        let programs = programs.filter(|element| are_several || !is_for_several(element));
        let programs: String = programs.collect();
        let [language, title, metadata, plain, data] = self.skeleton;
        Ok([
            language,
            &content.language,
            title,
            &escaped(&content.title),
            metadata,
            &content.metadata,
            plain,
            &content.plain,
            data,
            &content.data_elements(),
            &programs,
            self.end,
        ]
        .concat())
    }
}

/// The rest of a page.
struct Rest<'page>(&'page str);

impl<'page> Rest<'page> {
    /// The text up to the next `mark`.
    fn take_to(&mut self, mark: &'static str) -> Result<&'page str, OneFileFault> {
        self.take(mark, 0)
    }

    /// The text up to the next `mark`, with the mark.
    fn take_through(&mut self, mark: &'static str) -> Result<&'page str, OneFileFault> {
        self.take(mark, mark.len())
    }

    fn take(&mut self, mark: &'static str, more: usize) -> Result<&'page str, OneFileFault> {
        let at = self.0.find(mark).ok_or(OneFileFault::Lacks(mark))?;
        let (taken, rest) = self
            .0
            .split_at_checked(at + more)
            .ok_or(OneFileFault::Lacks(mark))?;
        self.0 = rest;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::super::template::Template;
    use super::*;
    use explore::IndexedArticle;
    use import::{Bundle, article_from_markdown};
    use proptest::prelude::*;

    const INDEX: &str = include_str!("../../../index.html");

    fn program(name: &str, is_for_several: bool) -> Program {
        Program {
            id: format!("article-explorer-{name}"),
            text: format!("{name}=="),
            is_for_several,
        }
    }

    fn content(title: &str, words: &str) -> Content {
        let text = format!("---\nlanguage: en\n---\n{words}");
        let (mut article, _) = article_from_markdown("a", "a.md", &text);
        article.metadata.title = title.to_owned();
        let mut data = Bundle::default();
        data.push(&article);
        let indexed = IndexedArticle::of(article);
        Content {
            language: "en".to_owned(),
            title: title.to_owned(),
            metadata: crate::Metadata::of_article(&indexed, String::new()),
            plain: format!("<main><div>{}</div></main>", escaped(words)),
            data: data.to_json(),
            edits: String::new(),
        }
    }

    fn edited(content: Content, log: &str) -> Content {
        Content {
            edits: import::for_html(&log),
            ..content
        }
    }

    fn page(content: &Content, programs: &[Program]) -> String {
        let template = Template::of(INDEX).unwrap();
        template.one_file(content, "p{}", "start(\"</script>\")", programs)
    }

    const HOSTILE: [&str; 14] = [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "--><img src=x onerror=alert(1)>",
        "</title><style>*{}</style>",
        "\" onload=\"alert(1)",
        "' & \" &amp; &lt;b&gt;",
        "\u{2028}\u{2029}\u{85}",
        "\u{202e}txet desrever\u{2066}",
        "</div></div><div id=\"article-explorer\">",
        "<script type=\"application/json\" id=\"article-explorer-data\">{}",
        "<script type=\"application/octet-stream\" id=\"article-explorer-program\">AA",
        "<meta name=\"description\" content=\"x\" />",
        "%TITLE% <!-- %END% --> %ARTICLE%",
        "]]> \\u003c/script> ${alert(1)} `",
    ];

    /// The tags of a page, without their attributes.
    fn tags(page: &str) -> Vec<&str> {
        let after = page.split('<').skip(1);
        after
            .map(|tag| tag.split([' ', '>', '\n']).next().unwrap_or_default())
            .collect()
    }

    #[test]
    fn no_text_becomes_markup() {
        let programs = [program("program", false)];
        let plain = page(&content("Rain", "It rains."), &programs);
        for hostile in HOSTILE {
            // Markdown leaves markup out and reads code as it stands.
            let words = format!("Ann said `{hostile}`");
            let page = page(&content(hostile, &words), &programs);
            assert_eq!(tags(&page), tags(&plain), "{hostile}");
            let quotes = |page: &str| {
                let head = page.split("<style>").next().unwrap_or_default();
                let (head, _) = head.split_once("<script").unwrap();
                head.matches('"').count()
            };
            assert_eq!(quotes(&page), quotes(&plain), "{hostile}");
        }
    }

    #[test]
    fn a_page_is_the_template_of_another() {
        let programs = [program("program", false), program("part-exports", false)];
        for words in HOSTILE.into_iter().chain(["It rains.", ""]) {
            let (rain, other) = (content("Rain", "It rains."), content(words, words));
            let first = page(&rain, &programs);
            let second = OneFile::of(&first).unwrap().with(&other, false).unwrap();
            assert_eq!(second, page(&other, &programs), "{words}");
            let again = OneFile::of(&second).unwrap().with(&rain, false).unwrap();
            assert_eq!(again, first, "{words}");
            let other = edited(other, words);
            let third = OneFile::of(&again).unwrap().with(&other, false).unwrap();
            assert_eq!(third, page(&other, &programs), "{words}");
            let again = OneFile::of(&third).unwrap().with(&rain, false).unwrap();
            assert_eq!(again, first, "{words}");
        }
    }

    #[test]
    fn ten_generations_are_one_page() {
        let programs = [program("program", false)];
        let rain = content("Rain", "It rains.");
        let first = page(&rain, &programs);
        let mut last = first.clone();
        for words in HOSTILE.into_iter().take(10) {
            let other = content(words, words);
            let published = OneFile::of(&last).unwrap().with(&other, false).unwrap();
            last = OneFile::of(&published).unwrap().with(&rain, false).unwrap();
        }
        assert_eq!(last, first);
    }

    #[test]
    fn what_only_several_articles_need_is_left_out_of_one() {
        let one = [program("program", false), program("part-exports", false)];
        let all = [&one[..], &[program("part-collection", true)]].concat();
        let rain = content("Rain", "It rains.");
        let template = page(&rain, &all);
        let template = OneFile::of(&template).unwrap();
        assert_eq!(template.with(&rain, true).unwrap(), page(&rain, &all));
        let of_one = template.with(&rain, false).unwrap();
        assert_eq!(of_one, page(&rain, &one));
        let of_one = OneFile::of(&of_one).unwrap();
        assert_eq!(of_one.with(&rain, true), Err(OneFileFault::HoldsOne));
        let whole = page(&rain, &one[..1]);
        assert!(OneFile::of(&whole).unwrap().with(&rain, true).is_ok());
    }

    #[test]
    fn another_page_is_no_template() {
        let page = page(&content("Rain", "It rains."), &[program("program", false)]);
        for (from, to) in [
            ("<html lang=", "<html xml:lang="),
            ("</title>", ""),
            ("<style>", "<style media=all>"),
            ("<div id=\"article-explorer\">", "<div>"),
            ("article-explorer-data", "data"),
            ("<script type=\"module\">", "<script>"),
        ] {
            let changed = page.replace(from, to);
            assert_ne!(changed, page);
            let fault = OneFile::of(&changed).unwrap_err();
            assert!(fault.to_string().contains("damaged"), "{from}: {fault}");
        }
        for end in (0..page.len()).step_by(7) {
            let cut = page.get(..end).unwrap_or_default();
            if let Ok(template) = OneFile::of(cut) {
                assert!(cut.contains(SCRIPT), "{template:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC*(<title>|</title>|<style>|<html lang=\"|</div>|\\PC){0,20}") {
            let _any = OneFile::of(&text);
        }

        #[test]
        fn any_words_leave_the_elements_as_they_are(title in "(\\PC|[<>&\"'\u{2028}\u{202e}])*") {
            let rain = page(&content("Rain", "It rains."), &[]);
            let other = page(&content(&title, &title.replace('`', "")), &[]);
            prop_assert_eq!(tags(&other), tags(&rain));
        }
    }
}
