//! Checks that every language has every message.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    ArticleMessages, CHINESE, ClaimsMessages, CollectionMessages, Counted, EditorMessages, GERMAN,
    Language, LoadingMessages, OnDemandMessages, OwnFileMessages, Sample, WorkspaceMessages,
};
use annotate::Rule;
use edit::EditProblem;
use explore::collection::{Interval, Period, SortOrder};
use explore::{Among, CollectionProblem, Facet, Mode, Problem, Threshold};
use formats::{ExportLoss, ExportRefusal, Format, Loss};
use model::{
    ArticleId, Claim, ClaimId, Date, EntityId, EntityKind, Form, Provenance, Speaker, Stance,
};
use search::{Field, QueryProblem};
use yew::{Html, html};

const COUNTS: [usize; 4] = [0, 1, 2, 7];

/// A message in any of its types.
trait Message {
    fn text(&self) -> String;
}

impl<T: Message> Message for &T {
    fn text(&self) -> String {
        (**self).text()
    }
}

impl Message for &'static str {
    fn text(&self) -> String {
        (*self).to_owned()
    }
}

impl Message for String {
    fn text(&self) -> String {
        self.clone()
    }
}

impl Message for Option<&'static str> {
    fn text(&self) -> String {
        self.unwrap_or("none").to_owned()
    }
}

impl Message for [String; 2] {
    fn text(&self) -> String {
        self.concat()
    }
}

impl Message for (&'static str, &'static str) {
    fn text(&self) -> String {
        self.1.to_owned()
    }
}

impl Message for Html {
    fn text(&self) -> String {
        format!("{self:?}")
    }
}

/// The name of a field, and an example of its text.
type Text = (&'static str, String);

/// Examples of the texts of an area. The compiler names fields that a list lacks.
macro_rules! texts {
    ($area:ident of $messages:expr; $($field:ident: $examples:expr,)*) => {{
        let $area { $($field,)* } = $messages;
        let mut texts: Vec<Text> = Vec::new();
        $(texts.extend($examples.iter().map(|example| (stringify!($field), example.text())));)*
        texts
    }};
}

fn article(messages: &ArticleMessages) -> Vec<Text> {
    let mark = |_: Sample, words: &'static str| html! { { words } };
    let two = ["A".to_owned(), "B".to_owned()];
    let [by_program, by_editor, by_ann] = marked_claims();
    let thresholds = [0, 60].map(Threshold::new);
    let counted = [Counted::Hits, Counted::Claims];
    texts! { ArticleMessages of messages;
        facet: FACETS.map(facet), kind: EntityKind::ALL.map(kind), form: Form::ALL.map(form),
        stance: Stance::ALL.map(stance), stance_verb: Stance::ALL.map(stance_verb),
        date: dates().map(date), claims: COUNTS.map(claims),
        claims_shown: COUNTS.map(|count| claims_shown(count, 7)), names: COUNTS.map(names),
        hits: COUNTS.map(hits), list_matches: [list_matches],
        claims_of_speakers: COUNTS.map(|count| claims_of_speakers(count, &["A", "B"])),
        step: counted.map(|what| step(what, Some(1), 7).concat() + &step(what, None, 1).concat()),
        search_article: [search_article], search: [search], skip_links: [skip_links], skip_to_text: [skip_to_text],
        skip_to_claims: [skip_to_claims], skip_to_filters: [skip_to_filters], filters: [filters],
        filters_button: COUNTS.map(filters_button),
        filter_menu: [filter_menu("x", &[]), filter_menu("x", &two)], off: [off],
        show_claims: COUNTS.map(show_claims), foreground: [foreground], article: [article],
        view_mode: Mode::ALL.map(view_mode), claims_label: [claims_label], share: [share],
        help: [help], not_opened: [not_opened("x")], try_again: [try_again],
        beside_text: [beside_text], page_notices: [page_notices],
        no_such_article: [no_such_article("x")],
        problem: problems().iter().map(problem).collect::<Vec<_>>(), key: [key(&mark)],
        key_to_names: [key_to_names(&mark)], speakers: [speakers],
        more_speakers: COUNTS.map(more_speakers), fewer_speakers: [fewer_speakers], steps: [steps],
        previous: counted.map(previous), next: counted.map(next),
        stepped_to: [stepped_to(1, 7, "x")], clear_all: [clear_all], no_claims: [no_claims],
        says: [says(Some("x"), Form::Direct), says(None, Form::Indirect)],
        endnote: [endnote(&by_program, &["A", "B"]), endnote(&by_editor, &[]), endnote(&by_ann, &[])],
        in_the_text: [in_the_text], close: [close], detected: [detected], found: [found],
        threshold: thresholds.map(threshold), title_by_editor: [title_by_editor],
        original: [original], rights: [rights], corrected: [corrected("x"), corrected("")],
        corrections: COUNTS.map(corrections), marked_by_editor: [marked_by_editor],
        marked_by_program: [marked_by_program],
        marked_by_program_in_others: [marked_by_program_in_others],
        without_scripts: [without_scripts], save_as: [save_as],
    }
}

/// Claims that the program, an editor without a name, and an editor with a name have marked.
fn marked_claims() -> [Claim; 3] {
    let found = Provenance::Found {
        confidence: 0.8,
        rule: "x".into(),
    };
    let marks = [
        (found, None),
        (Provenance::Curated, None),
        (Provenance::Curated, Some("x".into())),
    ];
    marks.map(|(provenance, checked_by)| Claim {
        id: ClaimId::new("x"),
        speaker: Speaker::Unnamed,
        cue: None,
        content: Vec::new(),
        form: Form::Direct,
        stance: Stance::States,
        about: Vec::new(),
        provenance,
        checked_by,
    })
}

fn on_demand(messages: &OnDemandMessages) -> Vec<Text> {
    let x = || html! { { "x" } };
    let two = ["A".to_owned(), "B".to_owned()];
    let [by_program, by_editor, by_ann] = marked_claims();
    let thresholds = [0, 60].map(Threshold::new);
    let losses = Loss::ALL.map(|what| ExportLoss::Content(what, 2));
    texts! { OnDemandMessages of messages;
        kind_of_one: EntityKind::ALL.map(kind_of_one),
        provenance: [provenance(&by_editor), provenance(&by_ann), provenance(&by_program)],
        more_claims: COUNTS.map(more_claims),
        count_unit: COUNTS.map(|count| count_unit(Facet::Types, count)),
        find_value: [find_value("x")], find: [find], mark_names: [mark_names],
        chosen_filters: [chosen_filters], take_back: [take_back],
        clear_everything: [clear_everything], sample: [sample], answers: [answers], use_as_filters: [use_as_filters], matches_in_context: [matches_in_context], concordance_note: COUNTS.map(|count| concordance_note(count, 9)), save_as_csv: [save_as_csv], concordance_columns: concordance_columns, no_match: [no_match],
        no_single_claim: COUNTS.map(no_single_claim), no_single_filter: [no_single_filter],
        no_claim_left: [no_claim_left], filter: [filter(Facet::Speaker, &two)],
        search_filter: [search_filter("x")], take_back_filter: [take_back_filter(x())],
        leaves_claims: COUNTS.map(leaves_claims), cue: [cue], cue_words: [cue_words("x")],
        wording: [wording], wording_note: Form::ALL.map(|form| wording_note(false, form)),
        about: [about], about_speaker: [about_speaker], cite: [cite], copy_link: [copy_link],
        open_original: [open_original], also: [also(&two)], within_name: [within_name],
        place: [place(Some(1), 7), place(None, 1)], all_places: COUNTS.map(all_places),
        more_places: [more_places(50, 120), more_places(1, 51)], previous_place: [previous_place],
        next_place: [next_place], unnamed_speaker: COUNTS.map(|count| unnamed_speaker("x", count)), said_by: [said_by("x")], said_about: [said_about("x")],
        only_these: [only_these], all_again: [all_again], wikidata: [wikidata],
        min_confidence: [min_confidence], threshold_filter: thresholds.map(threshold_filter),
        why: [why], rule: [rule("x"), rule("")], moved: [moved("x")], rule_sentence: Rule::ALL.map(rule_sentence),
        found_in: [found_in(1, 80, 80), found_in(2, 60, 80)], copy: [copy], copied: [copied],
        copy_by_hand: [copy_by_hand], share_view: [share_view], save_article: [save_article],
        save_articles: [save_articles], format_label: [format_label],
        format: Format::ALL.map(format), save: [save], saved: [saved("x")],
        lost: losses.each_ref().map(lost),
        not_saved: [not_saved("x")], link: [link], link_note: [link_note],
        share_sheet: [share_sheet], citation: [citation], citation_note: [citation_note],
        claim_citation_note: [claim_citation_note], quotation: [quotation],
        quotation_note: [quotation_note], embed: [embed], embed_claim: [embed_claim],
        frame: [frame], frame_note: [frame_note], element: [element], element_note: [element_note],
        one_file: [one_file], one_file_note: [one_file_note(x())], this_file_note: [this_file_note],
        keys: [keys], key_list: key_list, single_keys: [single_keys], searching: [searching],
        query_list: query_list, marks: [marks], marks_note: [marks_note],
    }
}

fn claims(messages: &ClaimsMessages) -> Vec<Text> {
    texts! { ClaimsMessages of messages;
        order_of_claims: [order_of_claims], by_speaker: [by_speaker], in_order: [in_order],
        more_claims: [more_claims(100, 240), more_claims(7, 7)], only_speaker: [only_speaker],
        show_in_article: [show_in_article], details: [details], compare: [compare],
        citation_words: Form::ALL.map(|form| (citation_words.claim)("x".to_owned(), form)),
        speakers_to_compare: [speakers_to_compare], suggested: COUNTS.map(suggested),
        choose_another: [choose_another("x")], no_more: COUNTS.map(no_more),
        too_many: [too_many(7, 3)], all_speakers: COUNTS.map(all_speakers),
        about_subject: [about_subject("x")], speaker_about: [speaker_about("x", "y")],
        no_claim: [no_claim], nothing_shared: [nothing_shared], subjects_of_one: [subjects_of_one],
        other_subjects: [other_subjects], see_above: [see_above], who_about_whom: [who_about_whom],
        table_frame: [table_frame], totals_note: [totals_note], choose_in_table: [choose_in_table],
        claims_about: COUNTS.map(|count| claims_about(count, "x", "y")),
        about_claims: COUNTS.map(|count| about_claims("x", "y", count)),
        whole_table: [whole_table(1, 2), whole_table(2, 1)],
        compare_speakers: [compare_speakers(&["x"]), compare_speakers(&["x", "y", "z"])],
        clear_choice: [clear_choice],
    }
}

fn collection(messages: &CollectionMessages) -> Vec<Text> {
    let intervals = [Interval::Day, Interval::Week].into_iter();
    let intervals = intervals.chain([1, 3, 12, 60].map(Interval::Months));
    let orders = [
        SortOrder::Relevance,
        SortOrder::Newest,
        SortOrder::Oldest,
        SortOrder::Title,
    ];
    let [year, ..] = periods();
    texts! { CollectionMessages of messages;
        articles: COUNTS.map(articles),
        articles_shown: COUNTS.map(|count| articles_shown(count, 7)),
        count_unit: COUNTS.map(count_unit), search_articles: [search_articles],
        articles_label: [articles_label], beside_list: [beside_list], completions: [completions],
        without_scripts: [without_scripts], no_such_article: [no_such_article("x")],
        no_such_source: [no_such_source("x")],
        problem: collection_problems().each_ref().map(problem),
        too_large_to_save: [too_large_to_save], more_of_introduction: [more_of_introduction],
        when: [when], who: [who], when_and_who: [when_and_who], choose_period: [choose_period],
        clear_period: [clear_period], period_from: [period_from], period_to: [period_to],
        period: periods().map(period), tick: dates().map(tick),
        timeline: intervals.map(|each| timeline(each, year, 2)).collect::<Vec<_>>(),
        speaker_bars: COUNTS.map(speaker_bars), not_in_timeline: [not_in_timeline(1, 2)],
        one_date: [one_date(year)], no_dates: [no_dates], charts_cover: COUNTS.map(charts_cover),
        table: [table], show_table_of: [show_table_of("x")], total: [total],
        period_column: [period_column], speaker_column: [speaker_column],
        all_speakers: [all_speakers(9, true), all_speakers(9, false)],
        fewer_speakers: [fewer_speakers], claim_unit: COUNTS.map(claim_unit),
        save_charts: [save_charts], save_charts_note: [save_charts_note], names: [names],
        order: [order], order_by: orders.map(order_by), partial_matches: [partial_matches],
        claims_by: [claims_by(1, true), claims_by(2, false)], copies: COUNTS.map(copies), and_more: COUNTS.map(and_more),
        stepped_to: [stepped_to(1, 7, "x")], show_more: COUNTS.map(show_more), show_articles: COUNTS.map(show_articles),
        no_articles: [no_articles], no_article_left: [no_article_left],
        no_article_found: [no_article_found], none_of_first: COUNTS.map(none_of_first),
        search_filter: [search_filter], threshold_filter: [threshold_filter],
        leaves_articles: COUNTS.map(leaves_articles), same_by_name: [same_by_name],
        named_in: [named_in], collection: [collection], all_articles: [all_articles],
        building_index: [building_index(1, 2)], looking: COUNTS.map(looking),
        of_fetched: [of_fetched(1, 2)], at_most: [at_most(1, 2)],
        listed: COUNTS.map(|count| listed(count, count)),
        build_index: [build_index(9)], scope: COUNTS.map(|count| scope(9, count)),
        file_unreachable: [file_unreachable], server_answers: [server_answers(404)],
        file_broke_off: [file_broke_off], no_such_file: [no_such_file],
    }
}

fn editor(messages: &EditorMessages) -> Vec<Text> {
    texts! { EditorMessages of messages;
        edit: [edit], editing: [editing], edited_elsewhere: [edited_elsewhere], take_over: [take_over],
        taken_over: [taken_over], finish: [finish], undo: [undo], redo: [redo],
        saved_at: [saved_at("10:42")], saving: [saving], not_saved: [not_saved("x")],
        unsaved: [unsaved], edited_are_kept: [edited_are_kept], log_unreadable: [log_unreadable("x")], text: [text],
        how_to_select: [how_to_select], mark_selection: [mark_selection], claim: [claim],
        name: [name], add_to_claim: [add_to_claim], move_ends: [move_ends], change_text: [change_text], correct_text: [correct_text],
        make_heading: [make_heading], make_paragraph: [make_paragraph], join_blocks: [join_blocks],
        split_block: [split_block], also_removed: COUNTS.map(also_removed), words: [words],
        words_hint: [words_hint], to_check: [to_check],
        progress: [progress(1, 2)], all_checked: [all_checked],
        nothing_suggested: [nothing_suggested], keep_all: [keep_all(2, 80)], keep: [keep],
        change: [change], not_a_claim: [not_a_claim], not_a_name: [not_a_name], skip: [skip], was: [was("x")], now: [now("x")],
        remove: [remove], places: COUNTS.map(places), more_to_check: COUNTS.map(more_to_check),
        also_changed: COUNTS.map(also_changed), follow_others: COUNTS.map(follow_others),
        other_annotations: [other_annotations], add_others: COUNTS.map(|count| add_others("x", count)),
        added_others: COUNTS.map(|count| added_others(count, count, count)),
        rule_of_others: [rule_of_others("x")], other_text: [other_text], checked: [checked], checked_by_name: [checked_by_name("x")], new_claim: [new_claim],
        change_claim: [change_claim], pieces: [pieces], remove_piece: [remove_piece("x")], new_name: [new_name], change_name: [change_name],
        who: [who], who_hint: [who_hint], new_speaker: [new_speaker("Ann")], kind_of_speaker: [kind_of_speaker], cue: [cue],
        cue_hint: [cue_hint], cue_not_found: [cue_not_found], wording: [wording],
        stance: [stance], about: [about], add_about: [add_about],
        remove_about: [remove_about("x")], kind: [kind], other_names: [other_names],
        other_names_hint: [other_names_hint], wikidata: [wikidata],
        wikidata_invalid: [wikidata_invalid], same_as: [same_as], nothing_else: [nothing_else],
        where_else: COUNTS.map(where_else), mark_all: [mark_all], marked_as: [marked_as("x")],
        details: [details], headline: [headline], headline_by_editor: [headline_by_editor],
        author: [author], published: [published], published_invalid: [published_invalid],
        source: [source], url: [url], url_invalid: [url_invalid], language_tag: [language_tag],
        licence: [licence], direction: [direction], left_to_right: [left_to_right],
        right_to_left: [right_to_left], checked_by: [checked_by], checked_by_hint: [checked_by_hint], done: [done], drop: [drop],
        problem: [EditProblem::NoChange, EditProblem::BlankName, EditProblem::NoWords,
            EditProblem::AcrossBlocks, EditProblem::SameMention, EditProblem::LastPiece,
            EditProblem::SameEntity, EditProblem::WithinName, EditProblem::EmptyBlock,
            EditProblem::BlankLine, EditProblem::TooLong].map(|it| problem(&it)),
    }
}

fn own_file(messages: &OwnFileMessages) -> Vec<Text> {
    texts! { OwnFileMessages of messages;
        edit: [edit], about: [about], save: [save], unsaved: [unsaved], saving: [saving],
        saved: [saved("x")], downloaded: [downloaded("x")], none_chosen: [none_chosen],
        not_saved: [not_saved("x")], changed_meanwhile: [changed_meanwhile],
        edits_left_out: [edits_left_out], no_editor: [no_editor("x")], web_page: [web_page],
    }
}

fn workspace(messages: &WorkspaceMessages) -> Vec<Text> {
    texts! { WorkspaceMessages of messages;
        publish: [publish], publish_one: [publish_one], publish_all: [publish_all], one_file: [one_file], one_file_use: [one_file_use], zip: [zip], zip_use: [zip_use], publishing: [publishing], repository: [repository], repository_text: [repository_text], repository_annotations: [repository_annotations], repository_use: [repository_use], repository_of_one: [repository_of_one],
        title: [title], heading: [heading], lead: [lead], own_articles: COUNTS.map(own_articles),
        add_or_remove: [add_or_remove], paste: [paste], read_text: [read_text], no_text: [no_text],
        pasted_text: [pasted_text(1)], open_files: [open_files], kinds_of_files: [kinds_of_files],
        bring: [bring], bring_how: [bring_how], bookmarklet: [bookmarklet],
        copy_bookmarklet: [copy_bookmarklet], bookmarklet_clicked: [bookmarklet_clicked],
        bring_limits: [bring_limits], receiving: [receiving], passed_page: [passed_page],
        page_damaged: [page_damaged], page_too_large: [page_too_large(20.0)],
        page_not_sent: [page_not_sent], shared_address: [shared_address("x")],
        shared_nothing: [shared_nothing],
        opened: [opened], in_parts: [in_parts("x", 2)], and_more: COUNTS.map(and_more),
        remove: [remove], remove_one: [remove_one("x")], remove_all: [remove_all], file_report: [file_report], file_hash: [file_hash], nothing_left_out: [nothing_left_out],
        show_left_out: COUNTS.map(show_left_out), notes: [notes],
        save_as: [save_as], steps: [steps(1, 2)], cancel: [cancel], undo: [undo],
        starting: [starting], reading: [reading("x")], finding: [finding("x")],
        quoted_title: [quoted_title("x")], indexing: [indexing],
        added: COUNTS.map(|count| added("x", count)), nothing_added: [nothing_added],
        cancelled: [cancelled], removed: COUNTS.map(|count| removed("x", count)),
        restored: COUNTS.map(|count| restored("x", count)), not_read: [not_read("x")], open_twice: [open_twice],
        unreadable: [unreadable], too_large: [too_large(12.5, 10.0)],
        too_much_together: [too_much_together], not_shown: [not_shown("x")], keep: [keep],
        kept: [kept], not_kept: [not_kept],
        keeps_no_more: COUNTS.map(|count| keeps_no_more("x", count)),
        keeps_nothing: [keeps_nothing("x")], not_removed: [not_removed("x")],
        kept_unreadable: [kept_unreadable("x")], damaged: COUNTS.map(damaged),
        no_reason: [no_reason], no_storage: [no_storage], no_database: [no_database],
        database_is_held: [database_is_held], browser_gave_up: [browser_gave_up],
        worker_cannot_start: [worker_cannot_start], no_result: [no_result], no_index: [no_index],
    }
}

fn loading(messages: &LoadingMessages) -> Vec<Text> {
    texts! { LoadingMessages of messages;
        not_json: [not_json(&"x")], no_bundle: [no_bundle(&"x")], no_article: [no_article("x")],
        part_not_loaded: [part_not_loaded("x")], no_such_format: [no_such_format("x")],
        export_refused: [&ExportRefusal::NoArticle, &ExportRefusal::HoldsOne].map(export_refused),
        no_reason: [no_reason],
    }
}

const FACETS: [Facet; 6] = [
    Facet::Speaker,
    Facet::About,
    Facet::Form,
    Facet::Stance,
    Facet::Types,
    Facet::Source,
];

fn dates() -> [Date; 3] {
    ["2024", "2024-07", "2024-07-05"].map(|date| Date::parse(date).unwrap())
}

fn periods() -> [Period; 5] {
    let [year, month, day] = dates();
    [
        (Some(year), Some(year)),
        (Some(month), Some(day)),
        (Some(day), None),
        (None, Some(month)),
        (None, None),
    ]
    .map(|(from, to)| Period { from, to })
}

fn problems() -> Vec<Problem> {
    let value = || "x".to_owned();
    let alike = vec![value(), value()];
    let among = Among::Articles;
    let mut problems = vec![
        Problem::Query(QueryProblem::TooManyTerms),
        Problem::Query(QueryProblem::NoWords),
        Problem::Query(QueryProblem::UnknownField(value())),
        Problem::Query(QueryProblem::OrBesideFilter),
        Problem::Query(QueryProblem::AmbiguousDate(value())),
        Problem::NotInText { word: value() },
        Problem::QuotedNowhere { words: value() },
        Problem::NotInArticles {
            word: value(),
            alike,
        },
        Problem::UnknownMode { value: value() },
        Problem::InvalidConfidence { value: value() },
        Problem::UnknownClaim {
            id: ClaimId::new("x"),
            among,
        },
        Problem::UnknownEntity {
            id: EntityId::new("x"),
            among: Among::Article,
        },
    ];
    for field in Field::ALL {
        let value = value();
        problems.push(Problem::Query(QueryProblem::NoValue(field)));
        problems.push(Problem::Query(QueryProblem::InvalidValue { field, value }));
    }
    problems.extend(FACETS.map(|facet| Problem::UnknownValue {
        facet,
        value: value(),
        among,
    }));
    problems
}

fn collection_problems() -> [CollectionProblem; 6] {
    let reason = || "404".to_owned();
    let parts = |count, words: &[&str]| CollectionProblem::MissingParts {
        count,
        reason: reason(),
        words: words.iter().map(ToString::to_string).collect(),
    };
    let articles = |count| CollectionProblem::MissingArticles {
        count,
        reason: reason(),
    };
    [
        CollectionProblem::SameId {
            id: ArticleId::new("x"),
            title: "X".to_owned(),
        },
        CollectionProblem::UnusableIndex {
            reason: reason(),
            loaded: 2,
            all: 9,
        },
        parts(1, &[]),
        parts(2, &["x", "y"]),
        articles(1),
        articles(3),
    ]
}

/// Examples of all texts, by area and field.
fn all(language: Language) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |area: &str, texts: Vec<Text>| {
        for (field, text) in texts {
            let texts = all.entry(format!("{area}.{field}")).or_default();
            texts.push(text);
        }
    };
    add("article", article(language.article()));
    add("on_demand", on_demand(language.on_demand()));
    add("claims", claims(language.claims()));
    add("collection", collection(language.collection()));
    add("workspace", workspace(language.workspace()));
    add("editor", editor(language.editor()));
    add("own_file", own_file(language.own_file()));
    add("loading", loading(language.loading()));
    all
}

#[test]
fn every_language_has_every_message() {
    for language in [
        Language::default(),
        Language::of(&GERMAN),
        Language::of(&CHINESE),
    ] {
        for (field, texts) in all(language) {
            for text in texts {
                assert!(!text.trim().is_empty(), "{language:?}: {field}");
            }
        }
    }
}

/// The fields with a text that is the same in English.
fn english_in(language: Language) -> BTreeSet<String> {
    let english = all(Language::default());
    let translated = all(language).into_iter();
    translated
        .filter(|(field, texts)| {
            let same = |(a, b): (&String, &String)| a == b;
            english[field].iter().zip(texts).any(same)
        })
        .map(|(field, _)| field)
        .collect()
}

#[test]
fn no_text_is_left_in_english() {
    // Years, names, signs, and words that are German too.
    let german = [
        "article.date",
        "article.filter_menu",
        "editor.name",
        "on_demand.format_label",
        "on_demand.link",
        "article.original",
        "on_demand.sample",
        "on_demand.wikidata",
        "on_demand.wording_note",
        "claims.citation_words",
        "claims.details",
        "collection.period",
        "collection.tick",
        "workspace.file_hash",
    ];
    let same = english_in(Language::of(&GERMAN));
    assert_eq!(same, german.map(str::to_owned).into());
    let chinese = [
        "on_demand.cue_words",
        "article.filter_menu",
        "on_demand.wording_note",
        "claims.citation_words",
    ];
    let same = english_in(Language::of(&CHINESE));
    assert_eq!(same, chinese.map(str::to_owned).into());
}

#[test]
fn german_inflects_and_chinese_does_not() {
    let german = Language::of(&GERMAN);
    let claims = COUNTS.map(german.article().claims);
    assert_eq!(
        claims,
        ["0 Aussagen", "1 Aussage", "2 Aussagen", "7 Aussagen"]
    );
    let left = COUNTS.map(german.on_demand().leaves_claims);
    assert_eq!(left[1..3], [" (1 Aussage passt)", " (2 Aussagen passen)"]);
    let step = german.article().step;
    assert_eq!(step(Counted::Hits, Some(1), 2).concat(), "1/2 Treffer");
    assert_eq!(step(Counted::Hits, None, 2).concat(), "2 Treffer");
    let steps = COUNTS.map(german.collection().leaves_articles);
    assert_eq!(steps[1..3], [" (1 Artikel passt)", " (2 Artikel passen)"]);
    let chinese = COUNTS.map(Language::of(&CHINESE).article().claims);
    assert_eq!(chinese, ["0条说法", "1条说法", "2条说法", "7条说法"]);
}

#[test]
fn dates_and_numbers_are_written_as_in_the_language() {
    let [german, chinese] = [&GERMAN, &CHINESE].map(Language::of);
    assert_eq!(
        dates().map(german.article().date),
        ["2024", "Juli 2024", "5. Juli 2024"]
    );
    assert_eq!(
        dates().map(chinese.article().date),
        ["2024年", "2024年7月", "2024年7月5日"]
    );
    let threshold = Threshold::new(60);
    assert_eq!(
        (german.article().threshold)(threshold),
        "mindestens 60\u{a0}%"
    );
    assert_eq!((chinese.article().threshold)(threshold), "不低于60%");
    let too_large = (german.workspace().too_large)(12.0, 10.0);
    assert!(
        too_large.contains("12 MB") && too_large.contains("10 MB"),
        "{too_large}"
    );
}
