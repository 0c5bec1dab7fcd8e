//! The form for saving articles in formats of other programs.

use std::rc::Rc;

use yew::prelude::*;

use super::folding::ontoggle;
use super::session::bundle_of;
use super::shown::{Shown, read};
use super::state::{Action, OpenedList};
use crate::ui::exports::{Exporter, Savable};
use crate::ui::latest::use_change_count;
use crate::ui::page_context::use_page;
use crate::ui::save_as::SaveAs;
use model::ArticleId;

/// Properties of [`SaveForms`].
#[derive(Properties, PartialEq)]
pub(super) struct SaveFormsProps {
    /// Writes the files.
    pub(super) exporter: Option<Exporter>,
    /// The opened articles.
    pub(super) opened: OpenedList,
    /// The articles, as the page shows them.
    pub(super) shown: Shown,
    /// The open article, if there are several.
    pub(super) article: Option<ArticleId>,
    /// The form is unfolded.
    pub(super) is_open: bool,
    /// Receives when the reader folds or unfolds the form.
    pub(super) dispatch: Callback<Action>,
}

/// The form that saves the open article, or all articles. It is recreated for other articles.
#[component]
pub(super) fn SaveForms(props: &SaveFormsProps) -> Html {
    let messages = use_page().workspace_messages();
    let shown = (props.shown.clone(), props.article.clone());
    let key = use_change_count(&shown);
    let savable = savable(&props.shown, props.article.as_ref(), &props.opened);
    let ontoggle = ontoggle(&props.dispatch, Action::ToggleSaving);
    let exporter = props.exporter.as_ref().filter(|_| props.is_open);
    html! {
        <details id="workspace-save" open={props.is_open} {ontoggle}>
            <summary>{ messages.save_as }</summary>
            <div id="workspace-forms">
                if let Some((exporter, savable)) = exporter.zip(savable) {
                    <SaveAs {key} {savable} exporter={exporter.clone()} />
                }
            </div>
        </details>
    }
}

/// The open article, or all opened articles.
pub(super) fn savable(
    shown: &Shown,
    article: Option<&ArticleId>,
    opened: &OpenedList,
) -> Option<Savable> {
    let several = match shown {
        Shown::Nothing => return None,
        Shown::One(one) => return Some(Savable::Article(one.indexed.article.clone().into())),
        Shown::Several(several) => several.clone(),
    };
    if let Some(article) = article.and_then(|id| several.article(id)) {
        return Some(Savable::Article(article.into()));
    }
    let opened = Rc::clone(opened);
    let messages = several.host.language.loading();
    Some(Savable::All(Callback::from(move |()| {
        // An archive has loaded only some articles, but all opened articles are here.
        several.all().or_else(|_| {
            let (_, articles) = read(&bundle_of(&opened), messages)?;
            Ok(articles.into_iter().map(Rc::new).collect())
        })
    })))
}
