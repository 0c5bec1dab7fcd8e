//! The page of several articles, in English.

use explore::CollectionProblem;
use explore::collection::{Interval, Period, SortOrder};
use model::{Date, MONTHS};

use super::counted;
use crate::messages::collection::CollectionMessages;

pub(in crate::messages) static COLLECTION: CollectionMessages = CollectionMessages {
    articles,
    articles_shown: |shown, all| {
        if shown == all {
            articles(all)
        } else {
            format!("{shown} of {}", articles(all))
        }
    },
    count_unit: |count| if count == 1 { " article" } else { " articles" },

    search_articles: "Search these articles",
    articles_label: "Articles",
    beside_list: "Beside the list",
    completions: "Complete the search",
    without_scripts: "JavaScript is off, so search and filters are unavailable. Each article with its claims has its own page.",
    no_such_article: |id| {
        format!(
            "This link points to an article that isn’t on this page ({id}). All articles are listed."
        )
    },
    no_such_source: |name| {
        format!("This link filters by source “{name}”, which none of these articles has.")
    },
    problem: CollectionProblem::to_string,
    too_large_to_save: "this collection is too large for one file; open an article and save that.",

    more_of_introduction: "More of the introduction",

    when: "When",
    who: "Who",
    when_and_who: "When and who",
    choose_period: "Drag across the bars to choose a period.",
    clear_period: "Clear",
    period_from: "From",
    period_to: "To",
    period,
    tick,
    timeline: |interval, span, count| {
        let by = match interval {
            Interval::Day => "day".to_owned(),
            Interval::Week => "week".to_owned(),
            Interval::Months(1) => "month".to_owned(),
            Interval::Months(3) => "quarter".to_owned(),
            Interval::Months(12) => "year".to_owned(),
            Interval::Months(months) => format!("{} years", months / 12),
        };
        format!("Claims by {by}, {}: {}", period(span), claims(count))
    },
    speaker_bars: |count| match count {
        1 => "Claims of 1 speaker".to_owned(),
        count => format!("Claims of {count} speakers"),
    },
    not_in_timeline: |undated, imprecise| {
        let undated = (undated > 0).then(|| format!("{} without a date", articles(undated)));
        let imprecise =
            (imprecise > 0).then(|| format!("{} dated only by month or year", articles(imprecise)));
        let both: Vec<String> = undated.into_iter().chain(imprecise).collect();
        format!("Not in the timeline: {}.", both.join(", "))
    },
    one_date: |date| {
        format!(
            "All claims are from {}, so there is no timeline.",
            period(date)
        )
    },
    no_dates: "These articles have no dates, so there is no timeline.",
    charts_cover: |all| {
        format!(
            "These charts cover all {}, whatever the filters.",
            articles(all)
        )
    },
    table: "Table",
    show_table_of: |heading| format!("Table: {heading}"),
    total: "Total",
    period_column: "Period",
    speaker_column: "Speaker",
    all_speakers: |count, are_all| {
        let all = if are_all { "all " } else { "" };
        format!("Show {all}{count}")
    },
    fewer_speakers: "Show fewer",
    claim_unit: |count| if count == 1 { " claim" } else { " claims" },
    save_charts: "Charts",
    save_charts_note: "Download a chart as a picture, or its numbers as a table.",

    names: "Names",
    order: "Sort by: ",
    order_by: |order| match order {
        SortOrder::Relevance => "relevance",
        SortOrder::Newest => "newest first",
        SortOrder::Oldest => "oldest first",
        SortOrder::Title => "title",
    },
    partial_matches: "No article contains all these words. Showing articles that contain some of them.",
    claims_by: |count, has_speakers| {
        let by = if has_speakers { " by" } else { "" };
        claims(count) + by
    },
    copies: |count| format!("and {count} more with nearly the same text"),
    and_more: |count| format!("and {count} more"),
    stepped_to: |at, all, title| format!("Article {at} of {all}: {title}"),
    show_more: |left| format!("Show more ({left} left)"),

    show_articles: |count| format!("Show {}", articles(count)),
    no_articles: "There is no article in this collection.",
    no_article_left: "No articles match.",
    no_article_found: "No articles match.",
    none_of_first: |count| format!("None of the first {} matches the filters.", articles(count)),
    search_filter: "the search",
    threshold_filter: "the minimum confidence",
    leaves_articles: |count| match count {
        1 => " (1 article matches)".to_owned(),
        count => format!(" ({} match)", articles(count)),
    },

    same_by_name: "Matched by name only. Different articles may mean different people.",
    named_in: "Named in",

    collection: "Collection",
    all_articles: "‹ All articles",

    building_index: |done, all| format!("Building the search index: {done} of {} …", articles(all)),
    looking: |all| format!("Looking in {} …", articles(all)),
    of_fetched: |listed, fetched| format!("{listed} of the {fetched} fetched articles"),
    at_most: |found, all| format!("at most {found} of {}", articles(all)),
    listed: |count, claims| format!("{count} listed with {}", self::claims(claims)),
    build_index: |all| format!("Build the index here, from all {all} articles"),
    scope: |all, fetched| {
        let of = match fetched {
            1 => "the article".to_owned(),
            fetched => format!("the {}", articles(fetched)),
        };
        format!(
            "Words, sources and speakers are looked up in all {all} articles. Claims, names \
             and the counts beside the filters are those of {of} fetched for this list."
        )
    },
    file_unreachable: "the file cannot be reached",
    server_answers: |status| format!("the server answers {status}"),
    file_broke_off: "the file broke off",
    no_such_file: "the file is not there",
};

/// "2024", "July 2022 to August 2024", "since 2023".
fn period(period: Period) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) if from == to => from.in_words(),
        (Some(from), Some(to)) => format!("{} to {}", from.in_words(), to.in_words()),
        (Some(from), None) => format!("since {}", from.in_words()),
        (None, Some(to)) => format!("until {}", to.in_words()),
        (None, None) => "all time".to_owned(),
    }
}

/// "2024", "Jul 2024", "5 Jul".
fn tick(date: Date) -> String {
    let month = date
        .month
        .and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)));
    let month = month.and_then(|month| month.get(..3));
    match (month, date.day) {
        (Some(month), Some(day)) => format!("{day} {month}"),
        (Some(month), None) => format!("{month} {}", date.year),
        (None, _) => date.year.to_string(),
    }
}

fn claims(count: usize) -> String {
    counted(count, "claim", "claims")
}

fn articles(count: usize) -> String {
    counted(count, "article", "articles")
}
