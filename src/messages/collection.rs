//! The messages of the page of several articles.

use explore::CollectionProblem;
use explore::collection::{Interval, Period, SortOrder};
use model::Date;

/// The messages that only the page of several articles needs.
pub(crate) struct CollectionMessages {
    // Counts.
    pub(crate) articles: fn(usize) -> String,
    /// The number of visible articles, and of all articles.
    pub(crate) articles_shown: fn(usize, usize) -> String,
    /// The unit after the number of articles beside a source.
    pub(crate) count_unit: fn(usize) -> &'static str,

    // The frame of the page.
    pub(crate) search_articles: &'static str,
    pub(crate) articles_label: &'static str,
    pub(crate) beside_list: &'static str,
    pub(crate) completions: &'static str,
    /// A sentence for readers without scripts that says which features they lack.
    pub(crate) without_scripts: &'static str,
    /// An article that an address requests does not exist.
    pub(crate) no_such_article: fn(&str) -> String,
    /// A source that an address requests does not exist.
    pub(crate) no_such_source: fn(&str) -> String,
    /// Something that is missing in the collection.
    pub(crate) problem: fn(&CollectionProblem) -> String,

    /// Why a collection that is not completely loaded cannot be saved.
    pub(crate) too_large_to_save: &'static str,

    /// The button for the rest of a long introduction.
    pub(crate) more_of_introduction: &'static str,

    // The charts.
    pub(crate) when: &'static str,
    pub(crate) who: &'static str,
    pub(crate) when_and_who: &'static str,
    pub(crate) choose_period: &'static str,
    pub(crate) clear_period: &'static str,
    /// The control for the beginning of the period, and the one for its end.
    pub(crate) period_from: &'static str,
    pub(crate) period_to: &'static str,
    pub(crate) period: fn(Period) -> String,
    /// A day, month or year below the bars.
    pub(crate) tick: fn(Date) -> String,
    /// The timeline in a sentence: its intervals, its time, and the number of its claims.
    pub(crate) timeline: fn(Interval, Period, usize) -> String,
    /// The speakers with most claims in a sentence, with their number.
    pub(crate) speaker_bars: fn(usize) -> String,
    /// The number of articles without a date, and of those whose date is only a year or month.
    pub(crate) not_in_timeline: fn(usize, usize) -> String,
    /// All articles have this date.
    pub(crate) one_date: fn(Period) -> String,
    pub(crate) no_dates: &'static str,
    /// The charts cover this number of articles, whatever the filters.
    pub(crate) charts_cover: fn(usize) -> String,
    /// The button that shows a chart as a table.
    pub(crate) table: &'static str,
    /// Its accessible name, with the heading of the chart.
    pub(crate) show_table_of: fn(&str) -> String,
    pub(crate) total: &'static str,
    pub(crate) period_column: &'static str,
    pub(crate) speaker_column: &'static str,
    /// The button for more speakers, with their number, and whether these are all.
    pub(crate) all_speakers: fn(usize, bool) -> String,
    pub(crate) fewer_speakers: &'static str,
    /// The unit after the number of claims beside a speaker.
    pub(crate) claim_unit: fn(usize) -> &'static str,
    pub(crate) save_charts: &'static str,
    pub(crate) save_charts_note: &'static str,

    // The list.
    pub(crate) names: &'static str,
    pub(crate) order: &'static str,
    pub(crate) order_by: fn(SortOrder) -> &'static str,
    pub(crate) partial_matches: &'static str,
    /// The number of claims in an article. If the second value is true, names of speakers follow.
    pub(crate) claims_by: fn(usize, bool) -> String,
    /// The number of items beyond the listed ones.
    pub(crate) and_more: fn(usize) -> String,
    /// The number of further articles with nearly the same text as the one above.
    pub(crate) copies: fn(usize) -> String,
    /// The article that the reader has stepped to, counted from 1, the number of all, and its title.
    pub(crate) stepped_to: fn(usize, usize, &str) -> String,
    /// The button for more of a list, with the number of remaining items.
    pub(crate) show_more: fn(usize) -> String,

    // If no article matches.
    /// The button that closes the filters, with the number of articles that match.
    pub(crate) show_articles: fn(usize) -> String,
    pub(crate) no_articles: &'static str,
    pub(crate) no_article_left: &'static str,
    pub(crate) no_article_found: &'static str,
    /// None of the first articles found passes the filters, with the number of these articles.
    pub(crate) none_of_first: fn(usize) -> String,
    /// The search, as a filter.
    pub(crate) search_filter: &'static str,
    /// The minimum confidence as a filter.
    pub(crate) threshold_filter: &'static str,
    /// The number of articles without a filter. It follows the button that removes the filter.
    pub(crate) leaves_articles: fn(usize) -> String,

    // The card of a name.
    pub(crate) same_by_name: &'static str,
    pub(crate) named_in: &'static str,

    // The open article.
    pub(crate) collection: &'static str,
    pub(crate) all_articles: &'static str,

    // Large collections.
    /// The number of indexed articles, and of all articles.
    pub(crate) building_index: fn(usize, usize) -> String,
    /// The number of articles being searched.
    pub(crate) looking: fn(usize) -> String,
    /// The number of listed articles, and of fetched articles.
    pub(crate) of_fetched: fn(usize, usize) -> String,
    /// The maximum number of articles found, and the number of all articles.
    pub(crate) at_most: fn(usize, usize) -> String,
    /// The number of listed articles, and of their claims.
    pub(crate) listed: fn(usize, usize) -> String,
    /// The button that builds the index, with the number of articles.
    pub(crate) build_index: fn(usize) -> String,
    /// The number of articles in the collection, and of fetched articles.
    pub(crate) scope: fn(usize, usize) -> String,
    pub(crate) file_unreachable: &'static str,
    /// The status code with which a server rejects a request for a file.
    pub(crate) server_answers: fn(u16) -> String,
    pub(crate) file_broke_off: &'static str,
    pub(crate) no_such_file: &'static str,
}
