//! A collection that is too large to be loaded at once. Its index lies in parts and its
//! articles in files of their own; which of them a view needs is found out here, and
//! fetched by whoever asks.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::request::Request;
use super::{Collection, Finder};
use crate::View;
use import::{ArchiveRecord, BundleFault, BundleRecord};
use model::{Article, ArticleId, Date};
use search::Query;
use search::collection::{CollectionBuilder, CollectionIndex, DocumentSet, PartId, SearchResult};
use serde::de::IgnoredAny;

/// How many articles lie between two dates of [`Archive`]'s table.
const DATES_EVERY: usize = 16;

/// How many articles are asked for ahead of an index that is built from them.
const AHEAD: usize = 64;

/// How many sources are offered at once.
const SOURCES: usize = 100;

/// A large collection, as far as it was fetched.
pub struct Archive {
    title: Option<String>,
    /// Where the files lie, seen from the page.
    folder: String,
    /// How many articles there are.
    pub articles: u32,
    /// The sources of most of them, the most frequent first.
    pub sources: Vec<String>,
    /// How many are to be listed at once, where that is told: fewer where they are long.
    pub at_once: Option<usize>,
    /// When every so many-th article was published, the newest first.
    dates: Vec<Option<Date>>,
    index: Index,
    /// The articles that were fetched, by their numbers; the newest has the number 0.
    known: BTreeMap<u32, Rc<Article>>,
    /// What could not be had, and why.
    failed: BTreeMap<File, String>,
    /// How much was provided so far.
    provided: usize,
    /// The last search, with what it was asked and how much was there then.
    last: RefCell<Option<(Request, usize, Rc<Found>)>>,
}

enum Index {
    /// It was not asked for yet.
    Elsewhere,
    /// Its head is there.
    Here(Rc<RefCell<CollectionIndex>>),
    /// It is built from the articles; those before this number were fetched.
    Rebuilding(u32),
    /// It cannot be used.
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

/// What a view finds in an archive.
#[derive(Default)]
struct Found {
    /// The articles to be listed, best first.
    numbers: Vec<u32>,
    /// How many there are in all.
    count: u32,
    /// What was searched, and its result.
    query: Query,
    result: Rc<SearchResult>,
}

/// The articles of an archive that a view lists, as far as they were fetched.
pub struct Listed {
    /// Those articles by themselves.
    pub collection: Collection,
    /// What ranks them and cuts out passages.
    pub finder: Finder,
    /// How many articles of the archive the view finds.
    pub found: u32,
    /// It may be fewer: the index does not know all that is asked for.
    pub at_most: bool,
    /// Sentences about what is missing.
    pub missing: Vec<String>,
    /// The index cannot be used, but built again.
    pub can_rebuild: bool,
}

impl File {
    /// Where it lies in the folder of the archive.
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
    /// The archive that the data of a page speaks of, called `title`; `newest` are its newest
    /// articles. `None` where its files would lie elsewhere than beside the page.
    #[must_use]
    pub fn of(title: Option<String>, about: ArchiveRecord<'_>, newest: &[Article]) -> Option<Self> {
        let folder = about.folder.into_owned();
        let name = folder.strip_prefix("./").unwrap_or(&folder);
        // Nothing is asked of another place, and no number is believed that nothing bears out.
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
            dates: about.dates,
            index: Index::Elsewhere,
            folder,
            known: (0..).zip(newest.iter().cloned().map(Rc::new)).collect(),
            failed: BTreeMap::new(),
            provided: 0,
            last: RefCell::default(),
        })
    }

    /// What the data of a page says of an archive of these articles.
    #[must_use]
    pub fn record<'a>(folder: &'a str, articles: &'a [Article]) -> ArchiveRecord<'a> {
        let sources = super::sources(articles.iter());
        let sources = sources.into_iter().take(SOURCES);
        let dates = articles.iter().step_by(DATES_EVERY);
        ArchiveRecord {
            articles: u32::try_from(articles.len()).unwrap_or(u32::MAX),
            dates: dates.map(|article| article.metadata.published).collect(),
            folder: Cow::Borrowed(folder),
            sources: sources.map(|(name, _)| Cow::Borrowed(name)).collect(),
            at_once: None,
        }
    }

    /// Where a file lies, seen from the page.
    #[must_use]
    pub fn path(&self, file: File) -> String {
        format!("{}/{}", self.folder, file.name())
    }

    /// The files that are needed next to list the first `shown` articles of a view: the
    /// head of the index, then parts of it, then articles. A question of many words is
    /// answered by some of them first, then by all. Nothing where all is there that can be
    /// had.
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

    /// Whether there is something to be listed of a view, though more may be on its way: the
    /// parts of the index that its first results need are there, or cannot be had.
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

    /// Whether the articles that were fetched are all that can be searched.
    fn is_local(&self, request: &Request) -> bool {
        request.needs_index() && matches!(self.index, Index::Unusable(_) | Index::Rebuilding(_))
    }

    /// Whether a file is there or cannot be had.
    fn is_settled(&self, file: File) -> bool {
        let is_there = match file {
            File::Article(number) => self.known.contains_key(&number),
            File::Head | File::Part(_) => false,
        };
        is_there || self.failed.contains_key(&file)
    }

    /// The files that are needed next to open an article.
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

    /// An article that was fetched.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<Rc<Article>> {
        let mut known = self.known.values();
        known.find(|article| article.id == *id).cloned()
    }

    /// Takes a file, or the reason why it cannot be had.
    pub fn provide(&mut self, file: File, bytes: Result<Vec<u8>, String>) {
        self.provided += 1;
        let taken = bytes.and_then(|bytes| match file {
            File::Head => self.take_head(&bytes),
            File::Part(part) => match &self.index {
                Index::Here(index) => {
                    let taken = index.borrow_mut().provide(part, bytes);
                    taken.map_err(|error| error.to_string())
                }
                _ => Ok(()),
            },
            File::Article(number) => {
                let article = read_article(&bytes)?;
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

    fn take_head(&mut self, bytes: &[u8]) -> Result<(), String> {
        let index = CollectionIndex::from_head(bytes).map_err(|error| error.to_string())?;
        if index.len() != self.articles {
            return Err(format!(
                "the search index is that of another collection: it has {} articles",
                index.len()
            ));
        }
        self.index = Index::Here(Rc::new(RefCell::new(index)));
        Ok(())
    }

    /// Asks for the index to be built from the articles, which are fetched for that.
    pub fn rebuild(&mut self) {
        self.index = Index::Rebuilding(0);
        self.retry();
    }

    /// Whether the index is built from the articles: how many were looked at so far.
    #[must_use]
    pub fn rebuilding(&self) -> Option<usize> {
        matches!(self.index, Index::Rebuilding(_)).then_some(self.known.len())
    }

    /// Asks again for what could not be had.
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

    /// What a view lists of what was fetched.
    #[must_use]
    pub fn listed(&self, view: &View, shown: usize) -> Listed {
        let request = Request::of(view, shown);
        let mut missing = Vec::new();
        if let Index::Unusable(reason) = &self.index {
            missing.push(format!(
                "The search index cannot be used: {reason}. A search looks at the {} articles \
                 that were fetched, of {}.",
                self.known.len(),
                self.articles
            ));
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
        // What comes before an article that is still on its way stays where it is.
        let arrived = found.numbers.iter().copied();
        let arrived = arrived.take_while(|number| self.is_settled(File::Article(*number)));
        let mut numbers: Vec<u32> = arrived
            .filter(|number| self.known.contains_key(number))
            .collect();
        numbers.sort_unstable();
        self.tell_missing(&found, &mut missing);
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
            // Of a list that no words were asked for, only how each begins is shown.
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

    fn tell_missing(&self, found: &Found, missing: &mut Vec<String>) {
        let parts = self.failed.iter();
        let mut parts = parts.filter(|(file, _)| matches!(file, File::Part(_)));
        if let Some((_, reason)) = parts.next() {
            let words = &found.result.missing;
            let words: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
            let count = 1 + parts.count();
            let what = if count == 1 {
                "A part of the search index".to_owned()
            } else {
                format!("{count} parts of the search index")
            };
            let so = if words.is_empty() {
                "Something may be missing below.".to_owned()
            } else {
                format!("Not looked up: {}.", words.join(", "))
            };
            missing.push(format!("{what} could not be had ({reason}). {so}"));
        }
        let lost = found.numbers.iter().copied().map(File::Article);
        let lost: Vec<&String> = lost.filter_map(|file| self.failed.get(&file)).collect();
        if let Some(reason) = lost.first() {
            missing.push(format!(
                "{} of the articles that were found could not be had ({reason}).",
                lost.len()
            ));
        }
    }

    fn collection(&self, numbers: &[u32]) -> Collection {
        let known = numbers.iter().filter_map(|number| self.known.get(number));
        let articles = known.map(|article| article.as_ref().clone()).collect();
        Collection::of(self.title.clone(), articles).0
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
        // The table of dates is coarse; of an article that is there the date is known.
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
                // What cannot be looked up must not hide anything.
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

    /// From which number on and up to which articles may be of the time that is asked for.
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

/// The first that are shown of numbers that ascend, the oldest first or the newest, as is
/// asked.
fn in_order(numbers: &[u32], request: &Request) -> Vec<u32> {
    let numbers = numbers.iter().copied();
    if request.by_date == Some(super::SortOrder::Oldest) {
        numbers.rev().take(request.shown).collect()
    } else {
        numbers.take(request.shown).collect()
    }
}

fn read_article(bytes: &[u8]) -> Result<Article, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "the file is not UTF-8".to_owned())?;
    let fault = |fault: BundleFault| format!("the file is {fault}");
    let mut bundle = BundleRecord::<'_, IgnoredAny>::parse(text).map_err(fault)?;
    let articles = bundle.take_articles().map_err(fault)?;
    articles
        .into_iter()
        .next()
        .ok_or_else(|| "there is no article in the file".to_owned())
}

/// What an article can be chosen by: its id.
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
        facets: &facets.join("\n"),
    });
}

#[cfg(test)]
mod tests;
