//! The page of the editor: the text, and beside it what is to check or a form.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::bar::EditorBar;
use super::check_card::Verdict;
use super::editor_text::EditorText;
use super::edits::{EditedArticle, Edits, Start, use_edits};
use super::other_annotations::OtherAnnotations;
use super::selection::select;
use super::selection_menu::{Mark, SelectionMenu};
use super::state::{EditorAction, EditorState, Selected, Task};
use super::task_form::{Forms, Rewriting};
use super::to_check::ToCheck;
use crate::messages::{EditorMessages, Language};
use crate::ui::focus_return::focus_quietly;
use crate::ui::latest::use_latest;
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use edit::{
    BlockChange, ClaimChange, Edit, Item, OrphanedClaims, Suggestion, from_others, moved_by_word,
    pieces_of, to_check, words_to_correct,
};
use explore::IndexedArticle;
use model::{Article, Claim, Direction, Provenance, TextRange};

/// Whether the edits are saved in this browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui) enum Saved {
    /// Nothing was edited yet.
    #[default]
    Unchanged,
    /// They are being saved.
    Saving,
    /// They were saved at this time.
    At(AttrValue),
    /// The browser refuses to save them, for a reason.
    Refused(AttrValue),
    /// They belong in a file. The sentence says whether they are in it, and so does the flag.
    Told(AttrValue, bool),
}

/// Properties of [`EditorPage`].
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct EditorPageProps {
    /// The article and its log.
    pub(in crate::ui) start: PtrEqRc<Start>,
    /// What the program detects in the article, or in its parts, once that is known.
    #[prop_or_default]
    pub(in crate::ui) detected: Option<PtrEqRc<Vec<Article>>>,
    /// Whether the edits are saved.
    pub(in crate::ui) saved: Saved,
    /// Receives the article after each edit.
    pub(in crate::ui) save: Callback<EditedArticle>,
    /// Saves the file that the edits belong in, if there is one.
    #[prop_or_default]
    pub(in crate::ui) save_file: Option<Callback<()>>,
    /// Closes the editor.
    pub(in crate::ui) finish: Callback<()>,
}

/// The editor of one article. Callers create a new one for another article.
#[component]
pub(in crate::ui) fn EditorPage(props: &EditorPageProps) -> Html {
    let page = use_page();
    let messages = page.editor_messages();
    let (edits, begun) = use_edits(&props.start, &props.save, messages);
    let state = use_reducer(EditorState::default);
    let dispatch = state.dispatcher().to_callback();
    let article = edits.article();
    let indexed = use_indexed(&article, page.host.language);
    let suggestions = in_turn(to_check(&article), &state.skipped);
    let current = current_of(&article, &state, &suggestions);
    let surface = use_node_ref();
    let make = use_make(&edits, &dispatch, messages);
    let rewrite = use_rewrite(&edits, &dispatch, messages);
    let step = use_steps(&edits, &dispatch, messages);
    let add_others = use_add_others(&edits, &dispatch, messages, &props.start);
    {
        let dispatch = dispatch.clone();
        let (first, followed) = (current.clone(), begun.followed);
        use_effect_with((), move |()| {
            if followed > 0 {
                let said = (messages.follow_others)(followed);
                dispatch.emit(EditorAction::Made(Some(said.into())));
            } else if let Some(first) = first {
                dispatch.emit(EditorAction::Choose(first, true));
            }
        });
    }

    use_leaving(&props.saved);

    let decide = use_decide(&make, &dispatch, current.clone(), &suggestions);
    let keep = make.reform(Edit::Keep);
    let menu = match state.task {
        Task::Mark(selected) => {
            let choose = {
                let (make, rewrite, dispatch) = (make.clone(), rewrite.clone(), dispatch.clone());
                let (article, surface) = (Rc::clone(&article), surface.clone());
                let current = current.clone();
                Callback::from(move |mark| {
                    let chosen = task_of(&article, selected, mark, current.as_ref(), &surface);
                    match chosen {
                        Chosen::Edit(edit) => make.emit(edit),
                        Chosen::Rewrite(rewriting) => rewrite.emit(rewriting),
                        Chosen::Action(action) => dispatch.emit(action),
                        Chosen::Nothing => {}
                    }
                })
            };
            let at = selected.range.start;
            let can_make = |change: &BlockChange| change.edit(&article, at).is_some();
            let blocks: Vec<BlockChange> = BlockChange::ALL.into_iter().filter(can_make).collect();
            html! {
                <SelectionMenu {selected} {blocks} can_correct={words_to_correct(&article, selected.range).is_some()} has_open_claim={matches!(current, Some(Item::Claim(_)))}
                    is_in_claim={claim_at(&article, selected.range).is_some()}
                    is_rtl={article.metadata.direction == Direction::RightToLeft} {choose} />
            }
        }
        _ => Html::default(),
    };
    let forms = Forms {
        indexed: &indexed,
        detected: &props.detected,
        edits: &edits,
        make: &make,
        rewrite: &rewrite,
        dispatch: &dispatch,
    };
    let panel = forms.of(&state.task).unwrap_or_else(|| {
        html! {
            <ToCheck indexed={indexed.clone()} {suggestions} current={current.clone()} progress={edits.progress()}
                focused={state.focused} dispatch={dispatch.clone()} {decide} {keep} />
        }
    });
    let press = |forward| {
        step.reform(move |()| Step {
            forward,
            takes_focus: false,
        })
    };
    html! {
        <div class="explorer editor" lang={page.host.language.tag().as_str()}>
            <EditorBar title={article.metadata.title.clone()} saved={props.saved.clone()} save_file={props.save_file.clone()} has_steps={edits.has_steps()}
                undo={press(false)} redo={press(true)} open_details={dispatch.reform(|()| EditorAction::Begin(Task::Details))} finish={props.finish.clone()} />
            <div class="editor-columns">
                <main class="page">
                    if let Some(problem) = begun.problem { <p class="failure" role="alert">{ problem }</p> }
                    <p id="editor-how" class="hint">{ messages.how_to_select }</p>
                    <EditorText indexed={indexed.clone()} {current} surface={surface.clone()} caret={state.caret} {dispatch} {menu} />
                </main>
                <aside class="editor-panel" aria-label={messages.to_check}>
                    if let Some(said) = &state.said { <p class="said" role="status">{ said.clone() }</p> }
                    { panel }
                    if matches!(state.task, Task::Check) { <OtherAnnotations start={props.start.clone()} add={add_others} /> }
                </aside>
            </div>
        </div>
    }
}

/// The article as it is now, prepared with what stays the same from edit to edit.
#[hook]
fn use_indexed(article: &Rc<Article>, language: Language) -> PtrEqRc<IndexedArticle> {
    let before = use_mut_ref(|| None::<PtrEqRc<IndexedArticle>>);
    let indexed = use_memo(PtrEqRc::from(Rc::clone(article)), move |article| {
        let mut before = before.borrow_mut();
        let indexed = language.indexed_after(before.as_deref(), article.to_rc());
        before.insert(PtrEqRc::new(indexed)).clone()
    });
    (*indexed).clone()
}

/// Returns a callback that makes an edit and reports what came of it.
#[hook]
fn use_make(
    edits: &Edits,
    dispatch: &Callback<EditorAction>,
    messages: &'static EditorMessages,
) -> Callback<Edit> {
    let (edits, dispatch) = (edits.clone(), dispatch.clone());
    use_latest(move |edit| {
        dispatch.emit(match edits.make(edit) {
            Ok(changed) => {
                let said = (changed > 0).then(|| (messages.also_changed)(changed).into());
                EditorAction::Made(said)
            }
            Err(problem) => EditorAction::Refused((messages.problem)(&problem).into()),
        });
    })
}

/// Returns a callback that adds the annotations of another copy, and reports what came of it.
#[hook]
fn use_add_others(
    edits: &Edits,
    dispatch: &Callback<EditorAction>,
    messages: &'static EditorMessages,
    start: &PtrEqRc<Start>,
) -> Callback<usize> {
    let (edits, dispatch, start) = (edits.clone(), dispatch.clone(), start.clone());
    use_latest(move |number| {
        let Some(copy): Option<&Article> = start.copies.get(number) else {
            return;
        };
        let rule = (messages.rule_of_others)(&copy.metadata.title);
        let added = from_others(&edits.article(), copy, &rule)
            .map_err(|_| messages.other_text.to_owned())
            .and_then(|others| {
                let said = (messages.added_others)(others.claims, others.mentions, others.same);
                let made = others.edit.map_or(Ok(()), |edit| edits.add_others(edit));
                made.map_or_else(|problem| Err((messages.problem)(&problem)), |()| Ok(said))
            });
        dispatch.emit(match added {
            Ok(said) => EditorAction::Made(Some(said.into())),
            Err(reason) => EditorAction::Refused(reason.into()),
        });
    })
}

/// Returns a callback that changes the text, and reports what went with the words.
#[hook]
fn use_rewrite(
    edits: &Edits,
    dispatch: &Callback<EditorAction>,
    messages: &'static EditorMessages,
) -> Callback<Rewriting> {
    let (edits, dispatch) = (edits.clone(), dispatch.clone());
    use_latest(move |Rewriting { edit, at, moves }| {
        let before = edits.article();
        dispatch.emit(match edits.make(edit) {
            Ok(_) => {
                let after = edits.article();
                let marks = |article: &Article| article.claims.len() + article.mentions.len();
                let lost = marks(&before).saturating_sub(marks(&after));
                let said = (lost > 0).then(|| (messages.also_removed)(lost).into());
                let length = |article: &Article| TextRange::new(0, article.text.len()).end;
                let at = match moves {
                    true => (at + length(&after)).saturating_sub(length(&before)),
                    false => at,
                };
                EditorAction::Rewritten(at, said)
            }
            Err(problem) => EditorAction::Refused((messages.problem)(&problem).into()),
        });
    })
}

/// Returns a callback that carries out the verdict on the open annotation.
#[hook]
fn use_decide(
    make: &Callback<Edit>,
    dispatch: &Callback<EditorAction>,
    current: Option<Item>,
    suggestions: &[Suggestion],
) -> Callback<Verdict> {
    let (make, dispatch) = (make.clone(), dispatch.clone());
    let is_current = |it: &Suggestion| Some(&it.item) == current.as_ref();
    let waits = suggestions.iter().any(is_current);
    use_latest(move |verdict| {
        let Some(item) = current.clone() else { return };
        match verdict {
            Verdict::Keep => make.emit(Edit::Keep(vec![item])),
            Verdict::Skip => dispatch.emit(EditorAction::Skip(item)),
            Verdict::Change => {
                let task = match item {
                    Item::Claim(id) => Task::ChangeClaim(id),
                    Item::Name(id) => Task::ChangeName(id),
                    Item::Mention(mention) => Task::ChangeName(mention.entity),
                };
                dispatch.emit(EditorAction::Begin(task));
            }
            Verdict::Reject if waits => make.emit(Edit::Reject(vec![item])),
            Verdict::Reject => make.emit(removal_of(item)),
        }
    })
}

/// A step through the history.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    /// Makes an edit again, instead of undoing one.
    forward: bool,
    /// The focus moves to the open card, which may be another one than before.
    takes_focus: bool,
}

/// Returns a callback that undoes an edit, or makes it again. Ctrl+Z and Shift+Ctrl+Z do the same
/// outside fields.
#[hook]
fn use_steps(
    edits: &Edits,
    dispatch: &Callback<EditorAction>,
    messages: &'static EditorMessages,
) -> Callback<Step> {
    let step = {
        let (edits, dispatch) = (edits.clone(), dispatch.clone());
        use_latest(move |step: Step| {
            let done = if step.forward {
                edits.redo()
            } else {
                edits.undo();
                Ok(())
            };
            dispatch.emit(match done {
                Ok(()) if step.takes_focus => EditorAction::Made(None),
                Ok(()) => EditorAction::Stepped,
                Err(problem) => EditorAction::Refused((messages.problem)(&problem).into()),
            });
        })
    };
    {
        let step = step.clone();
        use_effect_with((), move |()| {
            let options = EventListenerOptions::enable_prevent_default();
            let document = gloo::utils::document();
            let listener =
                EventListener::new_with_options(&document, "keydown", options, move |event| {
                    if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                        && let Some(forward) = step_of(event)
                    {
                        event.prevent_default();
                        step.emit(Step {
                            forward,
                            takes_focus: true,
                        });
                    }
                });
            move || drop(listener)
        });
    }
    step
}

/// Asks before the reader leaves the page, as long as edits are not saved.
#[hook]
pub(in crate::ui) fn use_leaving(saved: &Saved) {
    let is_unsaved = matches!(
        saved,
        Saved::Saving | Saved::Refused(_) | Saved::Told(_, false)
    );
    use_effect_with(is_unsaved, |is_unsaved| {
        let listener = is_unsaved.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            let window = gloo::utils::window();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
}

/// Whether a key undoes an edit, or makes it again (`true`).
fn step_of(event: &KeyboardEvent) -> Option<bool> {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let is_field = target.is_some_and(|target| {
        target.matches("input:not([type=radio],[type=checkbox]),textarea") == Ok(true)
    });
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if is_field || !is_command || event.is_composing() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(false),
        ("z", true) | ("y", false) => Some(true),
        _ => None,
    }
}

/// The suggestions, those left for later last.
fn in_turn(suggestions: Vec<Suggestion>, skipped: &[Item]) -> Vec<Suggestion> {
    let turn = |it: &Suggestion| skipped.iter().position(|item| *item == it.item);
    let (mut later, mut first): (Vec<_>, Vec<_>) =
        suggestions.into_iter().partition(|it| turn(it).is_some());
    later.sort_by_key(turn);
    first.extend(later);
    first
}

/// The annotation whose card is open.
fn current_of(article: &Article, state: &EditorState, suggestions: &[Suggestion]) -> Option<Item> {
    let exists = |item: &&Item| match item {
        Item::Claim(id) => article.claims.iter().any(|claim| claim.id == *id),
        Item::Name(id) => article.entity(id).is_some(),
        Item::Mention(_) => false,
    };
    let chosen = state.current.as_ref().filter(exists).cloned();
    chosen.or_else(|| suggestions.first().map(|it| it.item.clone()))
}

/// What a choice in the menu beside selected words leads to.
enum Chosen {
    Edit(Edit),
    Rewrite(Rewriting),
    Action(EditorAction),
    Nothing,
}

fn task_of(
    article: &Article,
    selected: Selected,
    mark: Mark,
    current: Option<&Item>,
    surface: &NodeRef,
) -> Chosen {
    let range = selected.range;
    let begin = |task| Chosen::Action(EditorAction::Begin(task));
    match mark {
        Mark::Claim => begin(Task::AddClaim(pieces_of(article, range))),
        Mark::Name => begin(Task::AddName(range)),
        Mark::AddToClaim => match current {
            Some(Item::Claim(claim)) => {
                let pieces = pieces_of(article, range).into_iter();
                let edits = pieces.map(|piece| Edit::ChangeClaim {
                    claim: claim.clone(),
                    change: ClaimChange::AddPiece(piece),
                });
                Edit::of(edits.collect()).map_or(Chosen::Nothing, Chosen::Edit)
            }
            _ => Chosen::Nothing,
        },
        Mark::NotAClaim => match claim_at(article, range) {
            Some(claim) => Chosen::Edit(rejection_of(claim)),
            None => Chosen::Nothing,
        },
        Mark::Correct => match words_to_correct(article, range) {
            Some(words) => begin(Task::CorrectText(words)),
            None => Chosen::Nothing,
        },
        Mark::Block(change) => {
            let edit = change.edit(article, range.start);
            let rewriting = edit.map(|edit| Rewriting {
                edit,
                at: range.start,
                moves: matches!(change, BlockChange::Join | BlockChange::Split),
            });
            rewriting.map_or(Chosen::Nothing, Chosen::Rewrite)
        }
        Mark::Move(end, toward) => {
            let Some(range) = moved_by_word(article, range, end, toward) else {
                return Chosen::Nothing;
            };
            let text = surface.cast::<Element>();
            let text = text.and_then(|it| it.query_selector("article").ok().flatten());
            if let Some(text) = text {
                select(&text, article, range);
            }
            begin(Task::Mark(Selected { range, ..selected }))
        }
        Mark::Leave => {
            // The text keeps its selection.
            if let Some(text) = surface.cast::<HtmlElement>() {
                focus_quietly(&text);
            }
            Chosen::Action(EditorAction::Unselect)
        }
    }
}

/// The shortest claim with words in a range.
fn claim_at(article: &Article, range: TextRange) -> Option<&Claim> {
    let overlaps = |claim: &&Claim| claim.content.iter().any(|piece| piece.overlaps(range));
    let length = |claim: &&Claim| claim.content.iter().map(|piece| piece.len()).sum::<u32>();
    article.claims.iter().filter(overlaps).min_by_key(length)
}

fn rejection_of(claim: &Claim) -> Edit {
    match claim.provenance {
        Provenance::Found { .. } => Edit::Reject(vec![Item::Claim(claim.id.clone())]),
        Provenance::Curated => Edit::RemoveClaim(claim.id.clone()),
    }
}

/// The edit that removes an annotation which an editor made. Claims of a removed speaker keep the
/// words of the name.
fn removal_of(item: Item) -> Edit {
    match item {
        Item::Claim(id) => Edit::RemoveClaim(id),
        Item::Name(entity) => Edit::RemoveEntity {
            entity,
            claims: OrphanedClaims::Words,
        },
        Item::Mention(mention) => Edit::RemoveMention(mention),
    }
}
