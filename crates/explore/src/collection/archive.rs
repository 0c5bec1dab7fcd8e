//! A collection that is too large to load at once. Its index is split into parts, and each
//! article has its own file. This module works out which files a view needs; the caller
//! loads them.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::request::Request;
use super::{Charts, Collection, Finder, Period};
use crate::problem::{CollectionProblem, FileFault};
use crate::{SpeakerColours, View};
use import::{ArchiveRecord, BundleRecord};
use model::{Article, ArticleId, Date};
use search::Query;
use search::collection::{CollectionBuilder, CollectionIndex, DocumentSet, PartId, SearchResult};
use serde::de::IgnoredAny;

/// The number of articles between two entries in the date table of an [`Archive`].
const DATES_EVERY: usize = 16;

/// The number of articles to request ahead while building an index from them.
const AHEAD: usize = 64;

/// The maximum number of sources to offer at once.
const SOURCES: usize = 100;

/// A large collection, with the files loaded so far.
pub struct Archive {
    title: Option<String>,
    /// The folder of the files, relative to the page.
    folder: String,
    /// The number of articles.
    pub articles: u32,
    /// The sources of most articles, most frequent first.
    pub sources: Vec<String>,
    /// The number of articles to list at once, if specified; lower for long articles.
    pub at_once: Option<usize>,
    /// The charts of all articles, if the data has them.
    charts: Option<Charts>,
    /// The publication date of every [`DATES_EVERY`]th article, newest first.
    dates: Vec<Option<Date>>,
    index: Index,
    /// The articles loaded so far, by number; the newest is number 0.
    known: BTreeMap<u32, Rc<Article>>,
    /// The files that could not be loaded, with the reasons.
    failed: BTreeMap<File, String>,
    /// The number of files provided so far.
    provided: usize,
    /// The last search: its request, the number of files then provided, and the result.
    last: RefCell<Option<(Request, usize, Rc<Found>)>>,
}

enum Index {
    /// Not requested yet.
    Elsewhere,
    /// The head of the index is loaded.
    Here(Rc<RefCell<CollectionIndex>>),
    /// The index is being built from the articles; those before this number have been
    /// loaded.
    Rebuilding(u32),
    /// The index cannot be used, for this reason.
    Unusable(String),
}

/// A file of an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// The head of the index.
    Head,
    /// A part of the index.
    Part(PartId),
    /// An article.
    Article(u32),
}

/// The result of a view in an archive.
#[derive(Default)]
struct Found {
    /// The articles to list, best first.
    numbers: Vec<u32>,
    /// The total number of matching articles.
    count: u32,
    /// The query that was run.
    query: Query,
    result: Rc<SearchResult>,
}

/// The loaded articles that a view lists.
pub struct Listed {
    /// These articles as a collection.
    pub collection: Collection,
    /// Ranks the articles and extracts passages.
    pub finder: Finder,
    /// The number of articles in the archive that match the view.
    pub found: u32,
    /// Whether the real number may be lower, because the index does not cover all filters.
    pub at_most: bool,
    /// What is missing.
    pub missing: Vec<CollectionProblem>,
    /// Whether the index is unusable but can be rebuilt.
    pub can_rebuild: bool,
}

impl File {
    /// The path of the file within the archive's folder.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Head => "index.bin".to_owned(),
            Self::Part(PartId::Words(number)) => format!("words-{number}.bin"),
            Self::Part(PartId::Positions(number)) => format!("positions-{number}.bin"),
            Self::Article(number) => format!("{number}.json"),
        }
    }
}

impl Archive {
    /// The archive that the data of a page describes, with the collection's `title`; `newest` are its
    /// newest articles. `None` if its folder is not next to the page.
    #[must_use]
    pub fn of(title: Option<String>, about: ArchiveRecord<'_>, newest: &[Article]) -> Option<Self> {
        let folder = about.folder.into_owned();
        let name = folder.strip_prefix("./").unwrap_or(&folder);
        // Only files in the page's own folders are requested, and only plausible numbers
        // are accepted.
        if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            return None;
        }
        let most = u32::try_from(about.dates.len() * DATES_EVERY).unwrap_or(u32::MAX);
        let sources = about.sources.into_iter();
        Some(Self {
            title,
            articles: about.articles.min(most),
            at_once: about.at_once.filter(|count| *count > 0),
            sources: sources.map(Cow::into_owned).collect(),
            charts: about.charts.as_ref().map(Charts::of_archive),
            dates: about.dates,
            index: Index::Elsewhere,
            folder,
            known: (0..).zip(newest.iter().cloned().map(Rc::new)).collect(),
            failed: BTreeMap::new(),
            provided: 0,
            last: RefCell::default(),
        })
    }

    /// The description of an archive of these articles, for the data of a page.
    #[must_use]
    pub fn record<'a>(folder: &'a str, articles: &'a [Article]) -> ArchiveRecord<'a> {
        let sources = super::sources(articles.iter());
        let sources = sources.into_iter().take(SOURCES);
        let dates = articles.iter().step_by(DATES_EVERY);
        ArchiveRecord {
            articles: u32::try_from(articles.len()).unwrap_or(u32::MAX),
            dates: dates.map(|article| article.metadata.published).collect(),
            folder: Cow::Borrowed(folder),
            charts: Some(Charts::record(articles)),
            sources: sources.map(|(name, _)| Cow::Borrowed(name)).collect(),
            at_once: None,
        }
    }

    /// The path of a file, relative to the page.
    #[must_use]
    pub fn path(&self, file: File) -> String {
        format!("{}/{}", self.folder, file.name())
    }

    /// The next files needed to list the first `shown` articles of a view: the head of the
    /// index, then parts of it, then articles. A query of many words is answered with some
    /// of them first and then with all. Empty once every available file has been loaded.
    #[must_use]
    pub fn needed(&self, view: &View, shown: usize) -> Vec<File> {
        let request = Request::of(view, shown);
        let mut files: Vec<File> = match &self.index {
            Index::Rebuilding(from) => {
                let left = (*from..self.articles).map(File::Article);
                let left = left.filter(|file| !self.is_settled(*file));
                left.take(AHEAD).collect()
            }
            Index::Elsewhere if request.needs_index() => vec![File::Head],
            Index::Here(index) => {
                let parts = request.parts_needed(&index.borrow());
                parts.into_iter().map(File::Part).collect()
            }
            Index::Elsewhere | Index::Unusable(_) => Vec::new(),
        };
        files.retain(|file| !self.is_settled(*file));
        if files.is_empty() && !self.is_local(&request) {
            let found = self.found(&request);
            files.extend(found.numbers.iter().copied().map(File::Article));
            files.retain(|file| !self.is_settled(*file));
        }
        if let (true, Index::Here(index)) = (files.is_empty(), &self.index) {
            let parts = request.parts_left(&index.borrow());
            files.extend(parts.into_iter().map(File::Part));
            files.retain(|file| !self.is_settled(*file));
        }
        files
    }

    /// Whether the first results of a view are available, though more may follow: the parts
    /// of the index that they need are loaded, or cannot be.
    #[must_use]
    pub fn is_answered(&self, view: &View, shown: usize) -> bool {
        let request = Request::of(view, shown);
        match &self.index {
            Index::Elsewhere => !request.needs_index(),
            Index::Here(index) => {
                let parts = request.parts_needed(&index.borrow());
                let mut files = parts.into_iter().map(File::Part);
                files.all(|file| self.is_settled(file))
            }
            Index::Rebuilding(_) => false,
            Index::Unusable(_) => true,
        }
    }

    /// Whether only the loaded articles can be searched.
    fn is_local(&self, request: &Request) -> bool {
        request.needs_index() && matches!(self.index, Index::Unusable(_) | Index::Rebuilding(_))
    }

    /// Whether a file is loaded or cannot be.
    fn is_settled(&self, file: File) -> bool {
        let is_there = match file {
            File::Article(number) => self.known.contains_key(&number),
            File::Head | File::Part(_) => false,
        };
        is_there || self.failed.contains_key(&file)
    }

    /// The next files needed to open an article.
    #[must_use]
    pub fn needed_for(&self, id: &ArticleId) -> Vec<File> {
        if self.article(id).is_some() {
            return Vec::new();
        }
        let facet = id_facet(id);
        let mut files: Vec<File> = match &self.index {
            Index::Elsewhere => vec![File::Head],
            Index::Here(index) => {
                let parts = index.borrow().parts_of_facet(&facet);
                let parts: Vec<File> = parts.into_iter().map(File::Part).collect();
                if parts.iter().all(|part| self.failed.contains_key(part)) {
                    let number = index.borrow().documents_with(&facet);
                    let number = number.and_then(|set| set.iter().next());
                    number.into_iter().map(File::Article).collect()
                } else {
                    parts
                }
            }
            Index::Rebuilding(_) | Index::Unusable(_) => Vec::new(),
        };
        files.retain(|file| !self.is_settled(*file));
        files
    }

    /// An article, if it is loaded.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<Rc<Article>> {
        let mut known = self.known.values();
        known.find(|article| article.id == *id).cloned()
    }

    /// Adds a file, or the reason why it could not be loaded.
    pub fn provide(&mut self, file: File, bytes: Result<Vec<u8>, String>) {
        self.provided += 1;
        let taken = bytes.and_then(|bytes| match file {
            File::Head => self.take_head(&bytes).map_err(|fault| fault.to_string()),
            File::Part(part) => match &self.index {
                Index::Here(index) => {
                    let taken = index.borrow_mut().provide(part, bytes);
                    taken.map_err(|error| FileFault::Index(error).to_string())
                }
                _ => Ok(()),
            },
            File::Article(number) => {
                let article = read_article(&bytes).map_err(|fault| fault.to_string())?;
                self.known.insert(number, Rc::new(article));
                Ok(())
            }
        });
        if let Err(reason) = taken {
            if file == File::Head {
                self.index = Index::Unusable(reason.clone());
            }
            self.failed.insert(file, reason);
        }
        if let Index::Rebuilding(mut from) = self.index {
            while from < self.articles && self.is_settled(File::Article(from)) {
                from += 1;
            }
            self.index = if from < self.articles {
                Index::Rebuilding(from)
            } else {
                Index::Here(Rc::new(RefCell::new(self.built())))
            };
        }
    }

    fn take_head(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        let index = CollectionIndex::from_head(bytes).map_err(FileFault::Index)?;
        if index.len() != self.articles {
            return Err(FileFault::OtherCollection(index.len()));
        }
        self.index = Index::Here(Rc::new(RefCell::new(index)));
        Ok(())
    }

    /// Starts building the index from the articles, which are loaded for that.
    pub fn rebuild(&mut self) {
        self.index = Index::Rebuilding(0);
        self.retry();
    }

    /// The number of articles processed so far, if the index is being built from them.
    #[must_use]
    pub fn rebuilding(&self) -> Option<usize> {
        matches!(self.index, Index::Rebuilding(_)).then_some(self.known.len())
    }

    /// Requests the files again that could not be loaded.
    pub fn retry(&mut self) {
        if matches!(self.index, Index::Unusable(_)) {
            self.index = Index::Elsewhere;
        }
        self.failed.clear();
        self.provided += 1;
    }

    fn built(&self) -> CollectionIndex {
        let mut builder = CollectionBuilder::new();
        let missing = Article::default();
        let articles = (0..self.articles).map(|number| {
            let known = self.known.get(&number);
            known.map_or(&missing, Rc::as_ref)
        });
        for article in articles {
            add_to(&mut builder, article);
        }
        builder.finish()
    }

    /// The loaded articles that a view lists.
    #[must_use]
    pub fn listed(&self, view: &View, shown: usize) -> Listed {
        let request = Request::of(view, shown);
        let mut missing = Vec::new();
        if let Index::Unusable(reason) = &self.index {
            missing.push(CollectionProblem::UnusableIndex {
                reason: reason.clone(),
                loaded: self.known.len(),
                all: self.articles,
            });
        }
        let can_rebuild = !missing.is_empty();
        if self.is_local(&request) {
            let numbers: Vec<u32> = self.known.keys().copied().collect();
            let collection = self.collection(&numbers);
            return Listed {
                finder: Finder::of(&collection),
                found: numbers.len() as u32,
                at_most: false,
                collection,
                missing,
                can_rebuild,
            };
        }
        let found = self.found(&request);
        // Articles before one that is still loading keep their place.
        let arrived = found.numbers.iter().copied();
        let arrived = arrived.take_while(|number| self.is_settled(File::Article(*number)));
        let mut numbers: Vec<u32> = arrived
            .filter(|number| self.known.contains_key(number))
            .collect();
        numbers.sort_unstable();
        self.report_missing(&found, &mut missing);
        let at_most = request.is_rough();
        let collection = self.collection(&numbers);
        let finder = match &self.index {
            Index::Here(index) => Finder::of_listed(
                &collection,
                Rc::clone(index),
                numbers,
                found.query.clone(),
                Rc::clone(&found.result),
            ),
            // A list without search words shows only the beginning of each article.
            Index::Elsewhere if found.query.terms.is_empty() => Finder::of_listed(
                &collection,
                Rc::new(RefCell::new(CollectionBuilder::new().finish())),
                numbers,
                found.query.clone(),
                Rc::default(),
            ),
            _ => Finder::of(&collection),
        };
        Listed {
            collection,
            finder,
            found: found.count,
            at_most,
            missing,
            can_rebuild,
        }
    }

    fn report_missing(&self, found: &Found, missing: &mut Vec<CollectionProblem>) {
        let parts = self.failed.iter();
        let mut parts = parts.filter(|(file, _)| matches!(file, File::Part(_)));
        if let Some((_, reason)) = parts.next() {
            missing.push(CollectionProblem::MissingParts {
                count: 1 + parts.count(),
                reason: reason.clone(),
                words: found.result.missing.clone(),
            });
        }
        let lost = found.numbers.iter().copied().map(File::Article);
        let lost: Vec<&String> = lost.filter_map(|file| self.failed.get(&file)).collect();
        if let Some(reason) = lost.first() {
            missing.push(CollectionProblem::MissingArticles {
                count: lost.len(),
                reason: (*reason).clone(),
            });
        }
    }

    fn collection(&self, numbers: &[u32]) -> Collection {
        let known = numbers.iter().filter_map(|number| self.known.get(number));
        let articles = known.map(|article| article.as_ref().clone()).collect();
        self.collection_of(articles)
    }

    /// Some of the articles as a collection, in which speakers have their colours.
    #[must_use]
    pub fn collection_of(&self, articles: Vec<Article>) -> Collection {
        Collection::with_colours(self.title.clone(), articles, self.colours()).0
    }

    /// The colours of the speakers, by their claims in all articles; `None` if the data does not
    /// tell.
    #[must_use]
    pub fn colours(&self) -> Option<SpeakerColours> {
        self.charts.as_ref().map(Charts::colours)
    }

    /// The charts of all articles, with the period of a view.
    #[must_use]
    pub fn charts(&self, view: &View) -> Charts {
        Charts {
            period: Period::of(view.query.query()),
            ..self.charts.clone().unwrap_or_default()
        }
    }

    fn found(&self, request: &Request) -> Rc<Found> {
        let mut last = self.last.borrow_mut();
        if let Some((known, provided, found)) = &*last
            && known == request
            && *provided == self.provided
        {
            return Rc::clone(found);
        }
        let found = Rc::new(self.find(request));
        *last = Some((request.clone(), self.provided, Rc::clone(&found)));
        found
    }

    fn find(&self, request: &Request) -> Found {
        let (from, to) = self.published_within(request);
        // The table of dates is coarse; a loaded article has an exact date.
        let fits = |number: &u32| {
            let known = self.known.get(number);
            known.is_none_or(|article| request.is_of_time(article.metadata.published))
        };
        let Index::Here(index) = &self.index else {
            let numbers: Vec<u32> = (from..to).filter(fits).collect();
            return Found {
                count: numbers.len() as u32,
                numbers: in_order(&numbers, request),
                ..Found::default()
            };
        };
        let index = index.borrow();
        let is_within = |number| (from..to).contains(&number) && fits(&number);
        let mut within = DocumentSet::from_fn(self.articles, is_within);
        let (query, facets) = request.narrowed(&index);
        for values in &facets {
            let mut any = DocumentSet::new(self.articles);
            for facet in values {
                // A facet that cannot be looked up must not hide anything.
                let set = index.documents_with(facet);
                let set = set.unwrap_or_else(|| DocumentSet::from_fn(self.articles, |_| true));
                set.iter().for_each(|number| any.insert(number));
            }
            within.intersect(&any);
        }
        let result = index.search_within(&query, request.shown, Some(&within));
        let numbers = if request.by_date.is_some() {
            let all: Vec<u32> = result.documents.iter().collect();
            in_order(&all, request)
        } else {
            let hits = result.hits.iter();
            let hits = hits.filter(|hit| hit.holds_all || result.holding_all == 0);
            hits.map(|hit| hit.number).collect()
        };
        Found {
            numbers,
            count: result.documents.len(),
            query,
            result: Rc::new(result),
        }
    }

    /// The range of article numbers that may fall within the requested dates.
    fn published_within(&self, request: &Request) -> (u32, u32) {
        let at = |place: usize| u32::try_from(place * DATES_EVERY).unwrap_or(u32::MAX);
        let to = request.after.and_then(|after| {
            let is_old =
                |date: &Option<Date>| date.is_none_or(|date| date.first_day() <= after.last_day());
            self.dates.iter().position(is_old).map(at)
        });
        let from = request.before.map(|before| {
            let is_old =
                |date: &Option<Date>| date.is_some_and(|date| date.last_day() < before.first_day());
            let first = self.dates.iter().position(is_old);
            at(first.unwrap_or(self.dates.len()).saturating_sub(1))
        });
        let to = to.unwrap_or(u32::MAX).min(self.articles);
        (from.unwrap_or(0).min(to), to)
    }
}

/// The first articles to show from ascending numbers, oldest or newest first, as requested.
fn in_order(numbers: &[u32], request: &Request) -> Vec<u32> {
    let numbers = numbers.iter().copied();
    if request.by_date == Some(super::SortOrder::Oldest) {
        numbers.rev().take(request.shown).collect()
    } else {
        numbers.take(request.shown).collect()
    }
}

fn read_article(bytes: &[u8]) -> Result<Article, FileFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| FileFault::NotUtf8)?;
    let mut bundle = BundleRecord::<'_, IgnoredAny>::parse(text).map_err(FileFault::Bundle)?;
    let articles = bundle.take_articles().map_err(FileFault::Bundle)?;
    articles.into_iter().next().ok_or(FileFault::NoArticle)
}

/// The facet for an article's id.
fn id_facet(id: &ArticleId) -> String {
    format!("id {id}")
}

/// Adds an article to the index of an archive.
pub fn add_to(builder: &mut CollectionBuilder, article: &Article) {
    let mut facets = vec![id_facet(&article.id)];
    facets.extend(super::request::facets_of(article));
    facets.sort();
    facets.dedup();
    let [claims, names] = super::finder::columns(article);
    builder.add(&search::collection::Document {
        id: article.id.as_str(),
        title: &article.metadata.title,
        text: &article.text,
        claims: &claims,
        names: &names,
        language: &article.metadata.language,
        published: &super::finder::day_of(article),
        facets: &facets.join("\n"),
    });
}

#[cfg(test)]
mod tests;
