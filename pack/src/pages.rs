//! Makes the pages of a bundle from `index.html`.

use article_explorer::contents::{self, Listed};
use article_explorer::{Language, prerender};
use model::Article;
use publish::{Asset, Content, MissingPlace, Program, Template};

/// The pages of a bundle.
pub(crate) struct Pages {
    template: Template,
    content: Content,
    /// The folder of the files, relative to the page.
    folder: &'static str,
    language: Language,
    /// Links to other pages, shown above the content.
    links: Vec<(&'static str, &'static str)>,
}

/// The page for a reader's own articles.
pub(crate) const WORKSPACE: &str = "workspace.html";

/// Its former name, which existing links use.
pub(crate) const FORMER_WORKSPACE: &str = "desk.html";

impl Pages {
    /// Pages that show an article before any script runs, with the `data` for the program.
    pub(crate) async fn of_article(
        template: &str,
        article: &Article,
        data: &str,
        language: Language,
    ) -> Result<Self, MissingPlace> {
        let content = contents::of_article(article, data.to_owned(), language);
        Self::of(template, content.await, language)
    }

    /// Pages that list articles before any script runs, with the `data` for the program.
    pub(crate) async fn of_collection(
        template: &str,
        list: Listed<'_>,
        (data, language): (&str, Language),
    ) -> Result<Self, MissingPlace> {
        let content = contents::of_list(list, data.to_owned(), language);
        Self::of(template, content.await, language)
    }

    fn of(template: &str, content: Content, language: Language) -> Result<Self, MissingPlace> {
        Ok(Self {
            template: Template::of(template)?,
            content,
            folder: ".",
            language,
            links: vec![(WORKSPACE, prerender::own_article(language))],
        })
    }

    /// A page without articles, the template of pages that readers publish.
    pub(crate) fn without_articles(
        template: &str,
        language: Language,
    ) -> Result<Self, MissingPlace> {
        Self::titled(template, prerender::own_article(language), language)
    }

    fn titled(template: &str, title: &str, language: Language) -> Result<Self, MissingPlace> {
        Self::of(template, contents::titled(title, language), language)
    }

    /// Makes the page of one article of a collection, which is in its own folder and links to the
    /// list.
    pub(crate) fn in_collection(mut self) -> Self {
        self.folder = "..";
        self.links = vec![
            ("../index.html", prerender::all_articles(self.language)),
            ("../workspace.html", prerender::own_article(self.language)),
        ];
        self
    }

    /// The page for a reader's own articles, in a bundle of one article or of several; `form` is
    /// its content before the program runs, and `manifest` the element that links to it.
    pub(crate) fn workspace(
        template: &str,
        form: &str,
        (bundle_of_one, language): (bool, Language),
        script: &Asset,
        styles: &Asset,
        manifest: &str,
    ) -> Result<String, MissingPlace> {
        let mut pages = Self::titled(template, prerender::own_article(language), language)?;
        let back = if bundle_of_one {
            language.publishing().back_to_article
        } else {
            prerender::all_articles(language)
        };
        pages.links = vec![("index.html", back)];
        pages.content.plain = prerender::workspace_form(form, language);
        let head = manifest.to_owned() + &pages.loading(script, styles);
        Ok(pages.filled(&head, pages.navigation(), ""))
    }

    /// The page with the former name of [`WORKSPACE`]. It leads there with its script and, without
    /// scripts, with a link.
    pub(crate) fn moved(
        template: &str,
        language: Language,
        script: &Asset,
        styles: &Asset,
    ) -> Result<String, MissingPlace> {
        let pages = Self::titled(template, prerender::own_article(language), language)?;
        let head = pages.loading(script, styles);
        Ok(pages.filled(&head, pages.navigation(), ""))
    }

    /// A page that loads the program from files next to it.
    pub(crate) fn served(&self, boot: &Asset, styles: &Asset) -> String {
        let head = self.loading(boot, styles);
        self.filled(&head, self.navigation(), &self.content.data_elements())
    }

    fn loading(&self, script: &Asset, styles: &Asset) -> String {
        publish::loading(self.folder, script, styles)
    }

    fn navigation(&self) -> [String; 2] {
        publish::navigation(self.language.publishing().other_pages, &self.links)
    }

    /// The page for a frame.
    pub(crate) fn framed(&self, frame: &Asset, styles: &Asset) -> String {
        self.template.framed(&self.content, frame, styles)
    }

    /// The page that contains everything.
    pub(crate) fn single(&self, styles: &str, script: &str, programs: &[Program]) -> String {
        self.template
            .one_file(&self.content, styles, script, programs)
    }

    fn filled(&self, head: &str, [before, after]: [String; 2], end: &str) -> String {
        self.template
            .filled(&self.content, head, [&before, &after], end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finished::finished;
    use article_explorer::LanguageTag;
    use import::{Bundle, article_from_markdown};
    use publish::{OneFile, PLACES};

    const GOOD: &str = "---\ntitle: A & B\nlanguage: en\n---\n<i>x</i> Guo said “no” & left.\n";

    fn pages(template: &str) -> Result<Pages, MissingPlace> {
        let (article, _) = article_from_markdown("a", "a.md", GOOD);
        let mut data = Bundle::default();
        data.push(&article);
        let data = data.to_json();
        finished(Pages::of_article(
            template,
            &article,
            &data,
            Language::default(),
        ))
    }

    #[test]
    fn an_article_becomes_readable_html_and_data() {
        let template = PLACES.concat();
        let page = pages(&template).unwrap().single(
            "p{}",
            "\"</script>\"",
            &[Program {
                id: "p".to_owned(),
                text: "AA==".to_owned(),
                is_for_several: false,
            }],
        );
        assert!(page.starts_with("enA &amp; B<meta"), "{page}");
        assert!(!page.contains("<nav"), "the one file leads nowhere");
        assert!(page.contains("said “no” &amp; left."), "{page}");
        // The elements with linked data, data, program and script all end correctly.
        assert_eq!(page.matches("</script>").count(), 4);
    }

    #[test]
    fn served_pages_lead_to_the_workspace_and_back() {
        let file = |name: &str| Asset {
            name: name.to_owned(),
            integrity: String::new(),
        };
        let (boot, styles) = (file("boot.js"), file("styles.css"));
        let template = PLACES.concat();
        let pages = pages(&template).unwrap();
        let link = "href=\"workspace.html\"";
        assert!(pages.served(&boot, &styles).contains(link));
        assert!(!pages.framed(&boot, &styles).contains("workspace.html"));
        let below = pages.in_collection().served(&boot, &styles);
        assert!(below.contains("href=\"../workspace.html\""), "{below}");
        assert!(below.contains("href=\"../index.html\""), "{below}");
        let one = (true, Language::default());
        let page = Pages::workspace(&template, "<form></form>", one, &boot, &styles, "").unwrap();
        assert!(page.contains("href=\"index.html\"") && !page.contains("article-explorer-data"));
        let moved = Pages::moved(&template, Language::default(), &boot, &styles).unwrap();
        assert!(moved.contains(link) && moved.contains("boot.js"), "{moved}");
    }

    #[test]
    fn every_page_is_in_the_language_of_the_bundle() {
        let file = |name: &str| Asset {
            name: name.to_owned(),
            integrity: String::new(),
        };
        let (boot, styles) = (file("boot.js"), file("styles.css"));
        let template = format!("<html lang=\"%LANGUAGE%\">{}", PLACES[1..].concat());
        let form = include_str!("../../js/workspace.html");
        for tag in LanguageTag::ALL {
            let language = Language::of_tag(tag);
            let (article, _) = article_from_markdown("a", "a.md", GOOD);
            let article = finished(Pages::of_article(&template, &article, "{}", language)).unwrap();
            let of_readers =
                Pages::workspace(&template, form, (true, language), &boot, &styles, "").unwrap();
            assert!(!of_readers.contains('%'), "{of_readers}");
            let own = prerender::own_article(language);
            for page in [article.served(&boot, &styles), of_readers] {
                let html = format!("<html lang=\"{}\">", tag.as_str());
                assert!(page.starts_with(&html) && page.contains(own), "{page}");
            }
        }
    }

    /// What the browser publishes from the template is what the bundle contains.
    #[test]
    fn a_reader_publishes_the_page_that_is_bundled() {
        let template = include_str!("../../index.html");
        let language = Language::default();
        let (article, _) = article_from_markdown("a", "a.md", GOOD);
        let page = |pages: Pages| pages.single("p{}", "start()", &[]);
        let bundled = page(pages(template).unwrap());
        let empty = page(Pages::without_articles(template, language).unwrap());
        let content = finished(contents::of_articles(vec![article], language));
        let template = OneFile::of(&empty).unwrap();
        assert_eq!(template.with(&content.unwrap(), false).unwrap(), bundled);
        let none = finished(contents::of_articles(Vec::new(), language));
        assert_eq!(none, None);
    }

    #[test]
    fn no_text_of_articles_becomes_markup_in_one_file() {
        let hostile = "</script><img src=x onerror=alert(1)> <!-- \"'& \u{2028}\u{202e} </title>";
        let several = |title: &str| {
            let articles = ["a", "b"].map(|id| {
                let text = format!("---\nlanguage: en\n---\nAnn said so.\n\n`{title}`");
                let (mut article, _) = article_from_markdown(id, "a.md", &text);
                article.metadata.title = title.to_owned();
                article.metadata.source = Some(title.to_owned());
                article.metadata.author = Some(title.to_owned());
                article
            });
            let content = contents::of_articles(articles.into(), Language::default());
            let content = finished(content).unwrap();
            let template = include_str!("../../index.html");
            Template::of(template)
                .unwrap()
                .one_file(&content, "p{}", "start()", &[])
        };
        let tags = |page: &str| page.matches('<').count();
        let page = several(hostile);
        assert_eq!(tags(&page), tags(&several("Rain")), "{page}");
        assert!(
            page.contains("href=\"#a=a\"") && page.contains("id=\"a=a\""),
            "{page}"
        );
        assert!(!page.contains("articles/a.html"), "{page}");
    }

    #[test]
    fn a_page_without_a_place_is_an_error() {
        assert!(pages("<html></html>").is_err());
    }
}
