//! Makes the files of a bundle from a [`Kit`], a finished program, and the articles of a folder.
//!
//! It neither reads nor writes files itself: [`KitFiles`] reads those of the kit, and [`Target`]
//! takes those of the bundle. So the same code makes bundles natively and in Node.

mod archive;
mod assets;
mod fault;
mod kit;
mod pages;
mod settings;
mod web_app;

#[cfg(test)]
mod again_tests;
#[cfg(test)]
mod finished;
#[cfg(test)]
mod prerender_tests;
#[cfg(test)]
mod tests;

use article_explorer::Language;
use article_explorer::contents::{Listed, Totals};
use explore::collection::Collection;
use folder::{Articles, RECORD, Record, page_of};
use import::{Bundle, BundleRecord};
use model::Article;
use publish::{ArticleLinks, Asset};

pub use archive::AT_ONCE;
pub use assets::{gzip_as_text, hashed, hexadecimal};
pub use fault::Fault;
pub use kit::{
    COLLECTION, KIT, Kit, KitFiles, OneFilePrograms, Scripts, Sheet, Starting, language_part,
};
pub use settings::Settings;

use archive::Archive;
use pages::{FORMER_WORKSPACE, Pages, WORKSPACE};

/// Takes the files of a bundle.
pub trait Target {
    /// Writes a file. Folders in its name are separated by `/`.
    ///
    /// # Errors
    /// The reason, if the file cannot be written.
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), String>;

    /// The content of a file of the earlier bundle that this one replaces, if there is one.
    fn packed(&mut self, _name: &str) -> Option<Vec<u8>> {
        None
    }
}

/// The pages that bundles have at the top.
const PAGES: [&str; 5] = [
    "index.html",
    "embed.html",
    WORKSPACE,
    FORMER_WORKSPACE,
    ONE_FILE,
];

/// The page that contains everything.
const ONE_FILE: &str = "article-explorer.html";

/// Whether the files with these names are a bundle and no other page, so that it may be replaced.
#[must_use]
pub fn is_bundle(names: &[String]) -> bool {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let mut pages = names.iter().filter(|name| name.ends_with(".html"));
    has("index.html")
        && has("article-explorer.d.ts")
        && pages.all(|name| PAGES.contains(&name.as_str()))
}

/// Reads articles from the data of a page, with the title and the introduction of the collection.
///
/// # Errors
/// If the text has another form.
pub fn bundle_of(data: &str) -> Result<Bundle, Fault> {
    let (mut record, articles) = BundleRecord::read(data)?;
    let intro = record.take_intro()?;
    let title = record.title.map(String::from);
    let mut bundle = Bundle::called(title, intro);
    for article in &articles {
        bundle.push(article);
    }
    Ok(bundle)
}

/// Makes the files of a bundle from articles, the newest first. Everything that can be wrong with
/// the articles is reported before the first file is written. Returns the number of articles whose
/// pages are those of the earlier bundle, because nothing that they depend on has changed.
///
/// # Errors
/// If there is no article, if a file of the kit is missing or was changed, or if a file cannot be
/// written.
pub async fn pack(
    files: &impl KitFiles,
    Articles { bundle, record }: &Articles,
    settings: Settings,
    target: &mut impl Target,
) -> Result<usize, Fault> {
    let kit = &Kit::of(files)?;
    let mut packing = Packing {
        kit,
        scripts: kit.scripts(settings.language)?,
        language: Language::of_tag(settings.language),
        programs: OneFilePrograms::of(kit, files)?,
        target,
    };
    let articles = bundle.articles();
    let data = bundle.to_json();
    let is_list = articles.len() > 1;
    let in_parts = is_list && (settings.in_parts || data.len() > AT_ONCE);
    let archive = in_parts.then(|| Archive::of(articles));
    let data = archive
        .as_ref()
        .map_or(data, |archive| archive.data(bundle));
    let pages = packing.index(bundle, archive.as_ref(), &data).await?;
    for name in &kit.files {
        packing.write(name, &kit::read(files, name)?)?;
    }
    packing.shared()?;
    let mut unchanged = 0;
    if is_list {
        unchanged = packing.articles(bundle, record.clone()).await?;
    }
    let archived = archive.iter().flat_map(Archive::files);
    for (name, content) in archived {
        packing.write(&name, content)?;
    }
    packing.pages(&pages, bundle, in_parts)?;
    packing.write("articles.json", data.as_bytes())?;
    Ok(unchanged)
}

/// A bundle that is being made.
struct Packing<'k, T> {
    kit: &'k Kit,
    scripts: &'k Scripts,
    language: Language,
    programs: OneFilePrograms<'k>,
    target: &'k mut T,
}

impl<T: Target> Packing<'_, T> {
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), Fault> {
        let written = self.target.write(name, content);
        written.map_err(|reason| Fault::File(name.to_owned(), reason))
    }

    fn write_hashed(&mut self, stem: &str, ending: &str, content: &str) -> Result<Asset, Fault> {
        let asset = hashed(stem, ending, content.as_bytes());
        self.write(&asset.name, content.as_bytes())?;
        Ok(asset)
    }

    /// The first page, in its different forms.
    async fn index(
        &self,
        bundle: &Bundle,
        archive: Option<&Archive>,
        data: &str,
    ) -> Result<Pages, Fault> {
        let skeleton = &self.kit.skeleton;
        let articles = bundle.articles();
        if let [only] = articles {
            return Ok(Pages::of_article(skeleton, only, data, self.language).await?);
        }
        if articles.is_empty() {
            return Err(Fault::NoArticle);
        }
        let (collection, charts) = match archive {
            Some(archive) => {
                let (collection, charts) = archive.page(bundle.title.clone());
                (collection, Some(charts))
            }
            None => {
                let (collection, told) = Collection::of(bundle.title.clone(), articles.to_vec());
                if let Some(problem) = told.first() {
                    return Err(Fault::OtherCollection(problem.to_string()));
                }
                (collection, None)
            }
        };
        let list = Listed {
            collection,
            charts,
            intro: bundle.intro.as_ref(),
            totals: Totals::of(articles),
            links: ArticleLinks::Pages,
        };
        Ok(Pages::of_collection(skeleton, list, (data, self.language)).await?)
    }

    /// Writes what does not depend on the articles: the pages for a reader’s own articles, and the
    /// files with which these publish others.
    fn shared(&mut self) -> Result<(), Fault> {
        let (kit, scripts, language) = (self.kit, self.scripts, self.language);
        let template = self.programs.template(language.tag())?;
        self.write_hashed("template", "txt", &template)?;
        self.write_hashed("boot-article", "js", &scripts.one.page)?;
        self.write_hashed("boot-list", "js", &scripts.several.page)?;
        self.write_hashed("frame", "js", &scripts.several.frame)?;
        let manifest = web_app::manifest(language);
        self.write(web_app::MANIFEST, manifest.as_bytes())?;
        let (script, styles) = (&kit.former_workspace, &kit.plain.file);
        let page = Pages::moved(&kit.skeleton, language, script, styles)?;
        self.write(FORMER_WORKSPACE, page.as_bytes())
    }

    /// Writes a page for each article of a collection, and what they were made from. Returns how many
    /// pages did not have to be made.
    async fn articles(&mut self, bundle: &Bundle, mut record: Record) -> Result<usize, Fault> {
        let boot = hashed("boot-article", "js", self.scripts.one.page.as_bytes());
        let earlier = record.earlier(self.target.packed(RECORD).as_deref());
        let mut unchanged = 0;
        for article in bundle.articles() {
            let id = article.id.as_str();
            let name = page_of(id);
            let page = self.target.packed(&name);
            let page = page.filter(|page| earlier.still_holds(&record, id, page));
            unchanged += usize::from(page.is_some());
            let page = match page {
                Some(page) => page,
                None => self.article(article, &boot).await?.into_bytes(),
            };
            self.write(&name, &page)?;
            record.set_page(id, &page);
        }
        if !record.is_empty() {
            self.write(RECORD, record.to_json().as_bytes())?;
        }
        Ok(unchanged)
    }

    /// The page of an article of a collection.
    async fn article(&self, article: &Article, boot: &Asset) -> Result<String, Fault> {
        let kit = self.kit;
        let data = Bundle::json_of(article);
        let pages = Pages::of_article(&kit.skeleton, article, &data, self.language).await?;
        let sheet = if article.has_found() {
            &kit.sheet
        } else {
            &kit.plain
        };
        Ok(pages.in_collection().served(boot, &sheet.file))
    }

    /// Writes the first page in its different forms, and the page for a reader’s own articles.
    fn pages(&mut self, pages: &Pages, bundle: &Bundle, in_parts: bool) -> Result<(), Fault> {
        let (kit, scripts, language) = (self.kit, self.scripts, self.language);
        let only = match bundle.articles() {
            [only] => Some(only),
            _ => None,
        };
        let starting = if only.is_some() {
            &scripts.one
        } else {
            &scripts.several
        };
        let is_plain = only.is_some_and(|article| !article.has_found());
        let sheet = if is_plain { &kit.plain } else { &kit.sheet };
        let boot = self.write_hashed("boot", "js", &starting.page)?;
        self.write("index.html", pages.served(&boot, &sheet.file).as_bytes())?;
        let frame = self.write_hashed("frame", "js", &starting.frame)?;
        self.write("embed.html", pages.framed(&frame, &sheet.file).as_bytes())?;
        // A page that was opened from a file cannot fetch anything.
        if !in_parts {
            // One part reads data that people may have written into the page.
            let parts = ["on_demand", "upgrade", "exports"].into_iter();
            let parts = parts.chain(only.is_none().then_some(COLLECTION));
            let parts: Vec<&str> = parts.chain(language_part(language.tag())).collect();
            let programs = self.programs.with(&parts, &[]);
            let page = pages.single(&sheet.text, &kit.single, &programs);
            self.write(ONE_FILE, page.as_bytes())?;
        }
        let script = self.write_hashed("workspace", "js", &scripts.workspace)?;
        let of_readers = Pages::workspace(
            &kit.skeleton,
            &kit.form,
            (only.is_some(), language),
            &script,
            &kit.workspace_styles,
            &web_app::link(),
        )?;
        self.write(WORKSPACE, of_readers.as_bytes())
    }
}
