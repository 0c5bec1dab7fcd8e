//! Fetching the files of a large collection that a view needs.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::files::Files;
use super::props::CollectionProps;
use crate::messages::CollectionMessages;
use crate::ui::latest::use_latest;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::View;
use explore::collection::{Archive, File};
use model::ArticleId;

/// How long a reader may pause between two keys before anything is fetched, in
/// milliseconds.
const PAUSE: u32 = 150;

/// The list that is fetched from an archive, and the progress.
pub(super) struct Fetched {
    /// The view whose list is fetched.
    pub(super) view: View,
    /// How many of its articles are wanted.
    pub(super) shown: usize,
    /// Another list is fetched as soon as the reader pauses.
    pub(super) is_typing: bool,
    /// How often the archive has changed.
    pub(super) changes: usize,
}

/// Counts the changes of an archive.
struct Changes(usize);

impl Reducible for Changes {
    type Action = ();

    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self(self.0 + 1))
    }
}

/// Fetches the files that an archive needs for an article or, without one, for the first `shown`
/// articles of a list. Calls `missing` with an article that does not exist. Returns what is
/// fetched, and a callback that changes the archive. Without an archive, fetches nothing.
#[hook]
pub(super) fn use_archive(
    props: &CollectionProps,
    article: Option<&ArticleId>,
    list: &View,
    shown: usize,
    missing: Callback<ArticleId>,
) -> (Fetched, Callback<fn(&mut Archive)>) {
    let messages = props.host.language.collection();
    let changes = use_reducer(|| Changes(0));
    let changed = changes.dispatcher().to_callback();
    let (view, is_typing) = use_pause(list, props.archive.is_some());
    {
        let (props, changed) = (props.clone(), changed.clone());
        let wanted = (article.cloned(), view.clone(), shown, changes.0);
        use_effect_with(wanted, move |(article, view, shown, _)| {
            let Some(files) = &props.archive else {
                return;
            };
            let needed = match article {
                Some(id) => files.archive().needed_for(id),
                None => files.archive().needed(view, *shown),
            };
            fetch(messages, files, &needed, &changed);
            if let Some(id) = article
                && needed.is_empty()
                && props.article(id).is_none()
            {
                missing.emit(id.clone());
            }
        });
    }
    let change = {
        let files = props.archive.clone();
        use_latest(move |change: fn(&mut Archive)| {
            if let Some(files) = &files {
                files.change(change);
                changed.emit(());
            }
        })
    };
    let fetched = Fetched {
        view,
        shown,
        is_typing,
        changes: changes.0,
    };
    (fetched, change)
}

/// The view, or the previous one while the reader types the query, and whether they are typing.
#[hook]
fn use_pause(view: &View, pauses: bool) -> (View, bool) {
    let settled = use_mut_ref(|| view.clone());
    let update = use_force_update();
    let is_typing = pauses && settled.borrow().query != view.query;
    if !is_typing {
        settled.replace(view.clone());
    }
    let current = settled.borrow().clone();
    use_effect_with((view.clone(), is_typing), move |(view, is_typing)| {
        let view = view.clone();
        let pause = is_typing.then(|| {
            Timeout::new(PAUSE, move || {
                settled.replace(view);
                update.force_update();
            })
        });
        move || drop(pause)
    });
    (current, is_typing)
}

/// Fetches files that were not requested yet, and calls `changed` when each of them arrives.
fn fetch(
    messages: &'static CollectionMessages,
    files: &PtrEqRc<Files>,
    needed: &[File],
    changed: &Callback<()>,
) {
    for file in files.to_fetch(needed) {
        let (files, changed) = (files.clone(), changed.clone());
        spawn_local(async move {
            files.fetch(file, messages).await;
            changed.emit(());
        });
    }
}
