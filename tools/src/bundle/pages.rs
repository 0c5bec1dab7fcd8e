//! Makes the pages of a bundle from `index.html`.

use anyhow::{Result, bail};
use article_explorer::ui::{PtrEqRc, StaticListProps};
use article_explorer::{Language, prerender};
use explore::collection::{Charts, Collection};
use explore::{IndexedArticle, View};
use model::Article;

use super::assets::Hashed;
use super::html::{attribute, escaped};
use super::linked_data::{linked_data, list_of};
use super::prerender::finished;
use super::totals::Totals;

/// The placeholders in `index.html`.
const PLACES: [&str; 7] = [
    "%LANGUAGE%",
    "%TITLE%",
    "<!-- %HEAD% -->",
    "<!-- %BEFORE% -->",
    "%ARTICLE%",
    "<!-- %AFTER% -->",
    "<!-- %END% -->",
];

/// The pages of a bundle.
pub(super) struct Pages {
    /// The parts of `index.html` before, between and after [`PLACES`].
    parts: Vec<String>,
    title: String,
    about: String,
    /// The content before any script runs.
    plain: String,
    data: String,
    /// The folder of the files, relative to the page.
    folder: &'static str,
    language: Language,
    /// Links to other pages, shown above the content.
    links: Vec<(&'static str, &'static str)>,
}

/// The page for a reader's own articles.
pub(super) const WORKSPACE: &str = "workspace.html";

/// Its former name, which existing links use.
pub(super) const FORMER_WORKSPACE: &str = "desk.html";

impl Pages {
    /// Pages that show an article before any script runs, with the `data` for the program.
    pub(super) fn of_article(
        template: &str,
        article: &Article,
        data: &str,
        language: Language,
    ) -> Result<Self> {
        let mut indexed = IndexedArticle::of(article.clone());
        language.name_speakers(&mut indexed);
        let indexed = PtrEqRc::new(indexed);
        let mut pages = Self::empty(template, &article.metadata.title, data, language)?;
        pages.about = about(&indexed, language);
        pages.plain = finished(prerender::article(indexed, View::default(), language))?;
        Ok(pages)
    }

    /// Pages that list articles before any script runs, with the charts of a collection of which
    /// these are a part; `totals` counts the whole collection.
    pub(super) fn of_collection(
        template: &str,
        (mut collection, charts): (Collection, Option<Charts>),
        intro: Option<&Article>,
        totals: Totals,
        (data, language): (&str, Language),
    ) -> Result<Self> {
        language.name_speakers_of(&mut collection);
        let title = totals.heading(&collection, language);
        let mut pages = Self::empty(template, &title, data, language)?;
        let description = totals.description(&collection, language);
        pages.about =
            previews("website", &title, &description) + &linked_data_element(&list_of(&collection));
        pages.plain = finished(prerender::list(StaticListProps {
            collection: PtrEqRc::new(collection),
            articles: totals.articles,
            charts,
            claims: totals.claims,
            intro: intro.map(|intro| PtrEqRc::new(IndexedArticle::of(intro.clone()))),
            view: View::default(),
            language,
        }))?;
        Ok(pages)
    }

    fn empty(template: &str, title: &str, data: &str, language: Language) -> Result<Self> {
        let mut parts = vec![template.to_owned()];
        for place in PLACES {
            let rest = parts.pop().unwrap_or_default();
            let Some((before, after)) = rest.split_once(place) else {
                bail!("index.html has no {place}: something has no place in it");
            };
            parts.extend([before.to_owned(), after.to_owned()]);
        }
        Ok(Self {
            parts,
            title: escaped(title),
            about: String::new(),
            plain: String::new(),
            data: data.to_owned(),
            folder: ".",
            language,
            links: vec![(WORKSPACE, prerender::own_article(language))],
        })
    }

    /// Makes the page of one article of a collection, which is in its own folder and links to the
    /// list.
    pub(super) fn in_collection(mut self) -> Self {
        self.folder = "..";
        self.links = vec![
            ("../index.html", prerender::all_articles(self.language)),
            ("../workspace.html", prerender::own_article(self.language)),
        ];
        self
    }

    /// The page for a reader's own articles, in a bundle of one article or of several; `form` is
    /// its content before the program runs, and `manifest` the element that links to it.
    pub(super) fn workspace(
        template: &str,
        form: &str,
        (bundle_of_one, language): (bool, Language),
        script: &Hashed,
        styles: &Hashed,
        manifest: &str,
    ) -> Result<String> {
        let mut pages = Self::empty(template, prerender::own_article(language), "", language)?;
        let back = if bundle_of_one {
            language.publishing().back_to_article
        } else {
            prerender::all_articles(language)
        };
        pages.links = vec![("index.html", back)];
        pages.plain = prerender::workspace_form(form, language);
        let head = manifest.to_owned() + &pages.loading(script, styles);
        Ok(pages.filled(&head, pages.navigation(), ""))
    }

    /// The page with the former name of [`WORKSPACE`]. It leads there with its script and, without
    /// scripts, with a link.
    pub(super) fn moved(
        template: &str,
        language: Language,
        script: &Hashed,
        styles: &Hashed,
    ) -> Result<String> {
        let pages = Self::empty(template, prerender::own_article(language), "", language)?;
        let head = pages.loading(script, styles);
        Ok(pages.filled(&head, pages.navigation(), ""))
    }

    /// A page that loads the program from files next to it. It does not preload the program: the
    /// browser runs the script after the style sheet, and a preload would delay the first paint.
    pub(super) fn served(&self, boot: &Hashed, styles: &Hashed) -> String {
        let head = self.loading(boot, styles);
        self.filled(&head, self.navigation(), &self.data())
    }

    fn loading(&self, script: &Hashed, styles: &Hashed) -> String {
        let folder = self.folder;
        format!(
            "<link rel=\"stylesheet\" href=\"{folder}/{}\" integrity=\"{}\" /><script type=\"module\" src=\"{folder}/{}\" integrity=\"{}\"></script>",
            styles.name, styles.integrity, script.name, script.integrity
        )
    }

    /// Links to other pages of the bundle, and what keeps their place above the part that the program
    /// replaces, so that nothing moves when they arrive. They follow that part, so that its skip links
    /// come first.
    fn navigation(&self) -> [String; 2] {
        let links = self.links.iter();
        let words: String = links
            .clone()
            .map(|(_, words)| format!("<span>{words}</span>"))
            .collect();
        let links: String = links
            .map(|(place, words)| format!("<a href=\"{place}\">{words}</a>"))
            .collect();
        let label = self.language.publishing().other_pages;
        [
            format!("<div class=\"back\" aria-hidden=\"true\">{words}</div>"),
            format!("<nav class=\"back\" aria-label=\"{label}\">{links}</nav>"),
        ]
    }

    /// The page for a frame. A sandboxed frame has no origin, so it can load neither modules nor
    /// files with an integrity.
    pub(super) fn framed(&self, frame: &Hashed, styles: &Hashed) -> String {
        let head = format!(
            "<link rel=\"stylesheet\" href=\"./{}\" /><script defer src=\"./{}\"></script>",
            styles.name, frame.name
        );
        let page = self.filled(&head, Default::default(), &self.data());
        // The styles of a frame hold from the first paint on.
        page.replacen("<html ", "<html data-embedded ", 1)
    }

    /// The page that contains everything; each program is a script element with an id.
    pub(super) fn single(
        &self,
        styles: &str,
        script: &str,
        programs: &[(String, String)],
    ) -> String {
        let head = format!("<style>{styles}</style>");
        let programs = programs.iter().map(|(id, text)| {
            format!("<script type=\"application/octet-stream\" id=\"{id}\">{text}</script>\n")
        });
        let end = format!(
            "{}<script type=\"module\">\n{}</script>",
            programs.collect::<String>(),
            script.replace("</script", "<\\/script")
        );
        self.filled(&head, Default::default(), &(self.data() + &end))
    }

    fn data(&self) -> String {
        format!(
            "<script type=\"application/json\" id=\"article-explorer-data\">{}</script>",
            self.data
        )
    }

    /// Fills the placeholders; `before` and `after` surround the part that the program replaces, and
    /// `end` is the end of the page.
    fn filled(&self, head: &str, [before, after]: [String; 2], end: &str) -> String {
        let contents = [
            self.language.tag().as_str().to_owned(),
            self.title.clone(),
            format!("{}{head}", self.about),
            before,
            self.plain.clone(),
            after,
            end.to_owned(),
            String::new(),
        ];
        let parts = self.parts.iter().cloned().zip(contents);
        parts.flat_map(|(part, content)| [part, content]).collect()
    }
}

/// The metadata of a page for search engines and link previews.
fn about(indexed: &IndexedArticle, language: Language) -> String {
    let article = &indexed.article;
    let metadata = &article.metadata;
    let mut lines = vec![previews(
        "article",
        &metadata.title,
        &description(indexed, language),
    )];
    if let Some(date) = metadata.published {
        lines.push(format!(
            "<meta property=\"article:published_time\" content=\"{date}\" />"
        ));
    }
    let canonical = metadata.extra.iter().find(|(key, _)| key == "canonical");
    if let Some((_, url)) = canonical
        && let Some(url) = model::WebUrl::parse(url)
    {
        lines.push(format!(
            "<link rel=\"canonical\"{} />",
            attribute("href", url.as_str())
        ));
    }
    lines.push(linked_data_element(&linked_data(indexed)));
    lines.concat()
}

fn previews(kind: &str, title: &str, description: &str) -> String {
    [
        format!(
            "<meta name=\"description\"{} />",
            attribute("content", description)
        ),
        format!("<meta property=\"og:type\" content=\"{kind}\" />"),
        format!(
            "<meta property=\"og:title\"{} />",
            attribute("content", title)
        ),
        format!(
            "<meta property=\"og:description\"{} />",
            attribute("content", description)
        ),
        "<meta name=\"twitter:card\" content=\"summary\" />".to_owned(),
    ]
    .concat()
}

fn linked_data_element(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>")
}

/// The number of claims, their speakers, and the beginning of the text.
fn description(indexed: &IndexedArticle, language: Language) -> String {
    let article = &indexed.article;
    let first = article
        .blocks
        .first()
        .map(|block| article.words(block.range));
    let mut description = (language.publishing().article)(article.claims.len());
    let room = 200usize.saturating_sub(description.len());
    let begun: String = first.unwrap_or_default().chars().take(room).collect();
    let cut = if begun.chars().count() < room {
        begun.as_str()
    } else {
        begun
            .rsplit_once(' ')
            .map_or(begun.as_str(), |(whole, _)| whole)
    };
    description.push_str(cut);
    if first.is_some_and(|first| first.len() > cut.len()) {
        description.push('…');
    }
    description
}

#[cfg(test)]
mod tests {
    use super::*;
    use article_explorer::LanguageTag;
    use import::{Bundle, article_from_markdown};

    const GOOD: &str = "---\ntitle: A & B\nlanguage: en\n---\n<i>x</i> Guo said “no” & left.\n";

    fn pages(template: &str) -> Result<Pages> {
        let (article, _) = article_from_markdown("a", "a.md", GOOD);
        let mut data = Bundle::default();
        data.push(&article);
        Pages::of_article(template, &article, &data.to_json(), Language::default())
    }

    #[test]
    fn an_article_becomes_readable_html_and_data() {
        let template = PLACES.concat();
        let page = pages(&template).unwrap().single(
            "p{}",
            "\"</script>\"",
            &[("p".to_owned(), "AA==".to_owned())],
        );
        assert!(page.starts_with("enA &amp; B<meta"), "{page}");
        assert!(!page.contains("<nav"), "the one file leads nowhere");
        assert!(page.contains("said “no” &amp; left."), "{page}");
        // The elements with linked data, data, program and script all end correctly.
        assert_eq!(page.matches("</script>").count(), 4);
    }

    #[test]
    fn served_pages_lead_to_the_workspace_and_back() {
        let file = |name: &str| Hashed {
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
        let file = |name: &str| Hashed {
            name: name.to_owned(),
            integrity: String::new(),
        };
        let (boot, styles) = (file("boot.js"), file("styles.css"));
        let template = format!("<html lang=\"%LANGUAGE%\">{}", PLACES[1..].concat());
        let form = include_str!("../../../js/workspace.html");
        for tag in LanguageTag::ALL {
            let language = Language::of_tag(tag);
            let (article, _) = article_from_markdown("a", "a.md", GOOD);
            let article = Pages::of_article(&template, &article, "{}", language).unwrap();
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

    #[test]
    fn a_page_without_a_place_is_an_error() {
        assert!(pages("<html></html>").is_err());
    }
}
