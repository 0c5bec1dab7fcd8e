//! The matches of a search in a list, each with the words around it.

use yew::prelude::*;

use super::button;
use super::dialog_head::DialogHead;
use super::element_refs::close;
use super::opened_dialog::use_opened_dialog;
use super::page_context::use_page;
use super::save_as::download;
use super::searched_articles::{SearchedArticle, SearchedArticles};
use explore::{Action, ConcordanceLine, concordance, to_hash};
use formats::{ExportedFile, csv_line};
use model::Article;

/// How many lines are shown at first, and how many each request adds.
const AT_ONCE: usize = 100;

/// The maximum number of lines.
const MOST: usize = 10_000;

/// Properties of [`Concordance`].
#[derive(Properties, PartialEq)]
pub(super) struct ConcordanceProps {
    /// What the search has found when the list opens.
    pub(super) searched: SearchedArticles,
}

/// A line with its article.
#[derive(Clone, PartialEq)]
struct Line {
    /// The article, as a number in the list.
    article: usize,
    /// The match, as a number in its article.
    number: usize,
    line: ConcordanceLine,
}

/// A dialog that lists the matches, leads to each of them, and saves the list as a table.
#[component]
pub(super) fn Concordance(props: &ConcordanceProps) -> Html {
    let page = use_page();
    let on_demand = page.on_demand_messages();
    let dialog = use_opened_dialog();
    let shown = use_state_eq(|| AT_ONCE);
    let is_list = matches!(props.searched, SearchedArticles::Listed(_));
    let found = use_memo((), |()| {
        let articles = articles_of(&props.searched);
        let lines = lines_of(&articles);
        (articles, lines)
    });
    let (articles, lines) = &*found;
    let leave = {
        let (dialog, dispatch) = (dialog.clone(), page.dispatch.clone());
        Callback::from(move |action: Action| {
            close(&dialog);
            dispatch.emit(action);
        })
    };
    let row = |line: &Line| {
        let source = articles.get(line.article)?;
        let about = &source.article.metadata;
        let lang = (!about.language.is_empty()).then(|| about.language.clone());
        let words = html! { <mark data-hit="">{ &line.line.words }</mark> };
        let found = if is_list {
            let mut view = source.view.clone();
            let claim = line.line.claim.and_then(|at| source.article.claims.get(at));
            view.claim = claim.map(|claim| claim.id.clone());
            let href = ["#", &to_hash(&view)].concat();
            let onclick = leave.reform(move |event: MouseEvent| {
                event.prevent_default();
                Action::Restore(Box::new(view.clone()))
            });
            html! { <a {href} {onclick}>{ words }</a> }
        } else {
            let number = line.number;
            button::said(
                "quiet",
                leave.reform(move |_: MouseEvent| Action::GoTo(number)),
                words,
            )
        };
        Some(html! {
            <tr>
                <td class="before" {lang} dir={about.direction.as_str()}><span>{ &line.line.before }</span></td>
                <td>{ found }</td>
                <td class="after" dir={about.direction.as_str()}><span>{ &line.line.after }</span></td>
                <td class="said-by">
                    <b>{ speaker_of(&source.article, &line.line) }</b>
                    if is_list { { " " }<cite>{ &about.title }</cite> }
                </td>
            </tr>
        })
    };
    let rest = lines.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + AT_ONCE))
    };
    let save = {
        let found = found.clone();
        Callback::from(move |_: MouseEvent| {
            download(&table(on_demand.concordance_columns, &found.0, &found.1));
        })
    };
    html! {
        <dialog class="help concordance" ref={&dialog} aria-labelledby="concordance-heading">
            <DialogHead id="concordance-heading" heading={on_demand.matches_in_context} {dialog} />
            <p>{ (on_demand.concordance_note)(lines.len(), MOST) }{ " " }{ button::said("", save, on_demand.save_as_csv.into()) }</p>
            <table><tbody>{ for lines.iter().take(*shown).filter_map(row) }</tbody></table>
            if rest > 0 {
                <p>{ button::said("", more, (on_demand.more_places)(rest.min(AT_ONCE), lines.len()).into()) }</p>
            }
        </dialog>
    }
}

fn articles_of(searched: &SearchedArticles) -> Vec<SearchedArticle> {
    match searched {
        SearchedArticles::Listed(search) => search.emit(()),
        SearchedArticles::One(scene) => vec![SearchedArticle {
            article: scene.indexed.article.clone().into(),
            matches: scene.result.hits.marks.clone(),
            view: scene.state.view.clone(),
        }],
    }
}

fn lines_of(articles: &[SearchedArticle]) -> Vec<Line> {
    let of_article = |(article, source): (usize, &SearchedArticle)| {
        let lines = concordance(&source.article, &source.matches).into_iter();
        let lines = lines.enumerate();
        lines.map(move |(number, line)| Line {
            article,
            number,
            line,
        })
    };
    articles
        .iter()
        .enumerate()
        .flat_map(of_article)
        .take(MOST)
        .collect()
}

/// Who speaks where a match is; empty outside claims.
fn speaker_of<'a>(article: &'a Article, line: &ConcordanceLine) -> &'a str {
    let claim = line.claim.and_then(|number| article.claims.get(number));
    let speaker = claim.and_then(|claim| article.speaker_name(&claim.speaker));
    speaker.unwrap_or_default()
}

/// The list as a table.
fn table(columns: [&str; 6], articles: &[SearchedArticle], lines: &[Line]) -> ExportedFile {
    let mut text = csv_line(&columns);
    for line in lines {
        let Some(source) = articles.get(line.article) else {
            continue;
        };
        let about = &source.article.metadata;
        let date = about.published.map(|date| date.to_string());
        text.push_str(&csv_line(&[
            &about.title,
            &date.unwrap_or_default(),
            &line.line.before,
            &line.line.words,
            &line.line.after,
            speaker_of(&source.article, &line.line),
        ]));
    }
    ExportedFile::without_losses("matches.csv", text, "text/csv")
}
