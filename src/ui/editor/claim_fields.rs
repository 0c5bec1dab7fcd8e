//! The form for a claim.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use super::edit_form::EditForm;
use super::name_fields::{KindField, value_of};
use crate::ui::page_context::{PageContext, use_page};
use crate::ui::ptr_eq_rc::PtrEqRc;
use edit::{ClaimForm, Edit, Who, block_at};
use explore::IndexedArticle;
use model::{Article, ClaimId, EntityId, EntityKind, Form, Stance, TextRange};
use text::fold::fold;
use text::phrase::occurrences;

/// Properties of [`ClaimFields`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimFieldsProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The pieces of a new claim.
    pub(super) content: Vec<TextRange>,
    /// The claim to change, if it is not a new one.
    pub(super) claim: Option<ClaimId>,
    /// What the program detects in the article.
    #[prop_or_default]
    pub(super) detected: Option<PtrEqRc<Vec<Article>>>,
    /// Receives the edit; `None` if the form changes nothing.
    pub(super) finish: Callback<Option<Edit>>,
    /// Closes the form.
    pub(super) drop: Callback<()>,
}

/// Who says something, as it is typed.
#[derive(Clone, PartialEq)]
struct Speaker {
    name: String,
    /// The kind, if they are new.
    kind: EntityKind,
}

/// The form, filled in with what the claim is or probably is.
#[component]
pub(super) fn ClaimFields(props: &ClaimFieldsProps) -> Html {
    let page = use_page();
    let own = page.editor_messages();
    let article = &props.indexed.article;
    let given = use_memo((), |()| given(article, props));
    let content = use_state(|| given.content.clone());
    let speaker = use_state(|| Speaker {
        name: name_of(article, &given.who),
        kind: EntityKind::Person,
    });
    let cue = use_state(|| given.cue.map_or("", |cue| article.words(cue)).to_owned());
    let form = use_state(|| given.form);
    let stance = use_state(|| given.stance);
    let about = use_state(|| given.about.clone());
    let cue_problem = use_state(|| false);

    let is_new = !speaker.name.trim().is_empty() && {
        let name = speaker.name.trim();
        name != name_of(article, &given.who) && !is_known(article, name)
    };
    let submit = {
        let (indexed, given, claim) = (props.indexed.clone(), given.clone(), props.claim.clone());
        let (speaker, cue, about) = (speaker.clone(), cue.clone(), about.clone());
        let content = content.clone();
        let (form, stance) = (*form, *stance);
        let (finish, cue_problem) = (props.finish.clone(), cue_problem.clone());
        Callback::from(move |()| {
            let article = &indexed.article;
            let Ok(cue) = cue_called(article, &content, given.cue, cue.trim()) else {
                cue_problem.set(true);
                return;
            };
            let filled = ClaimForm {
                content: (*content).clone(),
                who: who_called(article, &given.who, &speaker),
                cue,
                form,
                stance,
                about: (*about).clone(),
            };
            finish.emit(match &claim {
                Some(claim) => filled.edit_to_change(article, claim),
                None => Some(filled.edit_to_add(article)),
            });
        })
    };
    let heading = match props.claim {
        Some(_) => own.change_claim,
        None => own.new_claim,
    };
    let set_name = {
        let speaker = speaker.clone();
        Callback::from(move |event: InputEvent| {
            let name = value_of(&event);
            speaker.set(Speaker {
                name,
                ..(*speaker).clone()
            });
        })
    };
    let set_kind = {
        let speaker = speaker.clone();
        Callback::from(move |kind| {
            speaker.set(Speaker {
                kind,
                ..(*speaker).clone()
            });
        })
    };
    let set_cue = {
        let (cue, cue_problem) = (cue.clone(), cue_problem.clone());
        Callback::from(move |event: InputEvent| {
            cue.set(value_of(&event));
            cue_problem.set(false);
        })
    };
    html! {
        <EditForm {heading} {submit} drop={props.drop.clone()}>
            { content_field(&page, article, &content) }
            <label for="edit-who">{ own.who }</label>
            <input id="edit-who" list="edit-names" value={speaker.name.clone()} oninput={set_name} autocomplete="off" spellcheck="false"
                dir="auto" aria-describedby="edit-who-hint" />
            <datalist id="edit-names">
                { for article.entities.iter().map(|entity| html! { <option value={entity.name.clone()} /> }) }
            </datalist>
            <p id="edit-who-hint" class="hint">
                { if is_new { (own.new_speaker)(speaker.name.trim()) } else { own.who_hint.to_owned() } }
            </p>
            if is_new { <KindField id="edit-speaker-kind" label={own.kind_of_speaker} kind={speaker.kind} set={set_kind} /> }
            <label for="edit-cue">{ own.cue }</label>
            <input id="edit-cue" value={(*cue).clone()} oninput={set_cue} autocomplete="off" spellcheck="false" dir="auto"
                aria-describedby="edit-cue-hint" aria-invalid={cue_problem.then_some("true")} />
            <p id="edit-cue-hint" class={if *cue_problem { "failure" } else { "hint" }} role={cue_problem.then_some("alert")}>
                { if *cue_problem { own.cue_not_found } else { own.cue_hint } }
            </p>
            { wording_field(&page, &form) }
            { stance_field(&page, &stance) }
            { about_field(&page, article, &about) }
        </EditForm>
    }
}

/// The words of the claim. If it has several pieces, each can be removed.
fn content_field(
    page: &PageContext,
    article: &Article,
    content: &UseStateHandle<Vec<TextRange>>,
) -> Html {
    let own = page.editor_messages();
    let dir = article.metadata.direction.as_str();
    if let [only] = content.as_slice() {
        return html! { <blockquote class="first-words" {dir}>{ article.words(*only) }</blockquote> };
    }
    let piece = |piece: &TextRange| {
        let (content, piece) = (content.clone(), *piece);
        let onclick = Callback::from(move |event: MouseEvent| {
            focus_beside(&event);
            content.set(content.iter().filter(|it| **it != piece).copied().collect());
        });
        let words = article.words(piece);
        html! {
            <li key={piece.start}>
                <q class="first-words" {dir}>{ words }</q>
                <button type="button" class="chip" aria-label={(own.remove_piece)(words)} {onclick}>{ "×" }</button>
            </li>
        }
    };
    html! { <ul class="pieces" aria-label={own.pieces}>{ for content.iter().map(piece) }</ul> }
}

/// Moves the focus from the button of a piece that disappears to the next field.
fn focus_beside(event: &MouseEvent) {
    let button: Option<Element> = event.target_dyn_into();
    let form = button.and_then(|button| button.closest(".edit-form").ok().flatten());
    let field = form.and_then(|form| form.query_selector("#edit-who").ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _unfocusable = field.focus();
    }
}

/// Whether the words are the speaker's own.
fn wording_field(page: &PageContext, form: &UseStateHandle<Form>) -> Html {
    let choice = |word: Form| {
        let set = form.clone();
        let onchange = Callback::from(move |_: Event| set.set(word));
        html! {
            <label class="choice"><input type="radio" name="edit-form" value={word.as_str()} checked={**form == word} {onchange} />
                { " " }{ (page.messages().form)(word) }</label>
        }
    };
    html! {
        <fieldset>
            <legend>{ page.editor_messages().wording }</legend>
            { for Form::ALL.map(choice) }
        </fieldset>
    }
}

/// What the speaker does with the claim.
fn stance_field(page: &PageContext, stance: &UseStateHandle<Stance>) -> Html {
    let onchange = {
        let stance = stance.clone();
        Callback::from(move |event: Event| {
            let field: HtmlSelectElement = event.target_unchecked_into();
            if let Some(word) = Stance::parse(&field.value()) {
                stance.set(word);
            }
        })
    };
    html! { <>
        <label for="edit-stance">{ page.editor_messages().stance }</label>
        <select id="edit-stance" {onchange}>
            { for Stance::ALL.map(|word| html! {
                <option value={word.as_str()} selected={**stance == word}>{ (page.messages().stance_verb)(word) }</option>
            }) }
        </select>
    </> }
}

/// The names that the claim is about, each with a button that removes it, and a list to add from.
fn about_field(
    page: &PageContext,
    article: &Article,
    about: &UseStateHandle<Vec<EntityId>>,
) -> Html {
    let own = page.editor_messages();
    let chosen = about.iter().filter_map(|id| article.entity(id));
    let others = article
        .entities
        .iter()
        .filter(|entity| !about.contains(&entity.id));
    let remove = |id: EntityId| {
        let about = about.clone();
        Callback::from(move |_: MouseEvent| {
            about.set(about.iter().filter(|it| **it != id).cloned().collect());
        })
    };
    let add = {
        let about = about.clone();
        Callback::from(move |event: Event| {
            let field: HtmlSelectElement = event.target_unchecked_into();
            let id = field.value();
            field.set_value("");
            if !id.is_empty() {
                let added = about.iter().cloned().chain([EntityId::new(&id)]);
                about.set(added.collect());
            }
        })
    };
    html! {
        <fieldset>
            <legend>{ own.about }</legend>
            { for chosen.map(|entity| html! {
                <button type="button" key={entity.id.to_string()} class="chip" aria-label={(own.remove_about)(&entity.name)} onclick={remove(entity.id.clone())}>
                    <bdi>{ &entity.name }</bdi>{ " ×" }
                </button>
            }) }
            <select aria-label={own.add_about} onchange={add}>
                <option value="" selected={true}>{ own.add_about }</option>
                { for others.map(|entity| html! { <option key={entity.id.to_string()} value={entity.id.to_string()}>{ &entity.name }</option> }) }
            </select>
        </fieldset>
    }
}

/// What the form contains at first.
fn given(article: &Article, props: &ClaimFieldsProps) -> ClaimForm {
    let claim = props.claim.as_ref();
    let claim = claim.and_then(|id| article.claims.iter().find(|claim| claim.id == *id));
    match claim {
        Some(claim) => ClaimForm::of(claim),
        None => {
            let found = props.detected.as_ref().map(|found| found.as_slice());
            ClaimForm::prefilled(article, found.unwrap_or_default(), props.content.clone())
        }
    }
}

fn name_of(article: &Article, who: &Who) -> String {
    match who {
        Who::Nobody => String::new(),
        Who::Entity(id) => {
            let entity = article.entity(id);
            entity.map(|entity| entity.name.clone()).unwrap_or_default()
        }
        Who::Words(range) => article.words(*range).to_owned(),
        Who::New { name, .. } => name.clone(),
    }
}

/// Whether an entity of the article has this name.
fn is_known(article: &Article, name: &str) -> bool {
    let name = fold(name);
    article.entities.iter().any(|entity| {
        fold(&entity.name) == name || entity.aliases.iter().any(|alias| fold(alias) == name)
    })
}

/// Who is typed: as before if nothing was changed, otherwise somebody with this name.
fn who_called(article: &Article, before: &Who, typed: &Speaker) -> Who {
    let name = typed.name.trim();
    if name == name_of(article, before) {
        return before.clone();
    }
    if name.is_empty() {
        return Who::Nobody;
    }
    Who::New {
        name: name.to_owned(),
        kind: typed.kind,
    }
}

/// The place of a cue that is typed: the nearest to the claim in its paragraphs; `None` if there is
/// no cue. `Err` if these words are not there.
fn cue_called(
    article: &Article,
    content: &[TextRange],
    given: Option<TextRange>,
    typed: &str,
) -> Result<Option<TextRange>, ()> {
    if let Some(cue) = given
        && article.words(cue) == typed
    {
        return Ok(Some(cue));
    }
    if typed.is_empty() {
        return Ok(None);
    }
    let (first, last) = content.first().zip(content.last()).ok_or(())?;
    let blocks = block_at(article, first.start).zip(block_at(article, last.start));
    let (from, to) = blocks.ok_or(())?;
    let within = article.blocks.get(from..=to).unwrap_or_default().iter();
    let places = within.flat_map(|block| {
        let found = occurrences(article.words(block.range), typed).into_iter();
        found.map(|found| TextRange {
            start: block.range.start + found.start,
            end: block.range.start + found.end,
        })
    });
    let is_outside = |place: &TextRange| !content.iter().any(|piece| piece.overlaps(*place));
    let distance = |place: &TextRange| {
        let before = first.start.abs_diff(place.end);
        before.min(last.end.abs_diff(place.start))
    };
    let nearest = places.filter(is_outside).min_by_key(distance);
    nearest.map(Some).ok_or(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::article_from_markdown;

    fn article() -> Article {
        let text = "Ann said it rains. Bob said it snows, he said.\n\nAnn said no.\n";
        article_from_markdown("a", "a.md", text).0
    }

    #[test]
    fn a_typed_cue_is_the_nearest_in_the_paragraph_outside_the_claim() {
        let article = article();
        for (claim, cue, place) in [
            ("it rains", "said", Ok(Some(4))),
            ("it snows", "said", Ok(Some(23))),
            ("it snows", "he said", Ok(Some(38))),
            ("it snows", "snows", Err(())),
            ("it snows", "no", Err(())),
            ("it snows", "", Ok(None)),
        ] {
            let content = occurrences(&article.text, claim);
            let found = cue_called(&article, &content, None, cue);
            let found = found.map(|cue| cue.map(|cue| cue.start));
            assert_eq!(found, place, "{claim} {cue}");
        }
    }

    #[test]
    fn a_speaker_who_is_not_changed_stays_the_same_words() {
        let article = article();
        let words = Who::Words(TextRange { start: 0, end: 3 });
        let typed = |name: &str| Speaker {
            name: name.to_owned(),
            kind: EntityKind::Organisation,
        };
        assert_eq!(who_called(&article, &words, &typed(" Ann ")), words);
        assert_eq!(who_called(&article, &words, &typed(" ")), Who::Nobody);
        let new = Who::New {
            name: "Bob".to_owned(),
            kind: EntityKind::Organisation,
        };
        assert_eq!(who_called(&article, &words, &typed("Bob")), new);
    }
}
