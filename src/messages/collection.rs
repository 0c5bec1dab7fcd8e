//! The messages of the page of several articles.

use explore::collection::SortOrder;

/// The messages that only the page of several articles needs.
pub(crate) struct CollectionMessages {
    // Counts.
    pub(crate) articles: fn(usize) -> String,
    /// How many articles are shown, and of how many.
    pub(crate) articles_shown: fn(usize, usize) -> String,
    /// What follows the number of articles beside a source.
    pub(crate) count_unit: fn(usize) -> &'static str,

    // The frame of the page.
    pub(crate) search_articles: &'static str,
    pub(crate) articles_label: &'static str,
    pub(crate) beside_list: &'static str,
    pub(crate) completions: &'static str,
    /// What is missing where no script runs.
    pub(crate) without_scripts: &'static str,
    /// An article that an address asks for is not there.
    pub(crate) no_such_article: fn(&str) -> String,
    /// A source that an address asks for is not there.
    pub(crate) no_such_source: fn(&str) -> String,

    /// Why a collection cannot be saved that is not wholly loaded.
    pub(crate) too_large_to_save: &'static str,

    // The list.
    pub(crate) names: &'static str,
    pub(crate) order: &'static str,
    pub(crate) order_by: fn(SortOrder) -> &'static str,
    pub(crate) partial_matches: &'static str,
    /// How many claims an article has. If the second value is true, names of speakers follow.
    pub(crate) claims_by: fn(usize, bool) -> String,
    /// How many more follow those that are listed.
    pub(crate) and_more: fn(usize) -> String,
    /// The button for more of a list, of which so much is left.
    pub(crate) show_more: fn(usize) -> String,

    // Where no article is shown.
    pub(crate) no_articles: &'static str,
    pub(crate) no_article_left: &'static str,
    pub(crate) no_article_found: &'static str,
    /// None of so many articles, the first of those that are found, passes the filters.
    pub(crate) none_of_first: fn(usize) -> String,
    /// What was searched, as a filter.
    pub(crate) search_filter: &'static str,
    /// The minimum confidence as a filter.
    pub(crate) threshold_filter: &'static str,
    /// How many articles are shown without a filter; follows the button that removes it.
    pub(crate) leaves_articles: fn(usize) -> String,

    // The card of a name.
    pub(crate) same_by_name: &'static str,
    pub(crate) named_in: &'static str,

    // The open article.
    pub(crate) collection: &'static str,
    pub(crate) all_articles: &'static str,

    // Large collections.
    /// How many articles are indexed, and of how many.
    pub(crate) building_index: fn(usize, usize) -> String,
    /// In how many articles is looked.
    pub(crate) looking: fn(usize) -> String,
    /// How many articles are listed, and of how many that were fetched.
    pub(crate) of_fetched: fn(usize, usize) -> String,
    /// How many articles are found at most, and of how many.
    pub(crate) at_most: fn(usize, usize) -> String,
    /// How many articles are listed, and how many claims they have.
    pub(crate) listed: fn(usize, usize) -> String,
    pub(crate) try_again: &'static str,
    /// The button that builds the index from so many articles.
    pub(crate) build_index: fn(usize) -> String,
    /// How many articles the collection has, and how many were fetched.
    pub(crate) scope: fn(usize, usize) -> String,
    pub(crate) file_unreachable: &'static str,
    /// The status code with which a server refuses a file.
    pub(crate) server_answers: fn(u16) -> String,
    pub(crate) file_broke_off: &'static str,
    pub(crate) no_such_file: &'static str,
}
