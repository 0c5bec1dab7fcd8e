//! The form for a name.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::edit_form::EditForm;
use crate::messages::EditorMessages;
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use edit::{Edit, NameForm, Place, Spelling, places_of};
use explore::IndexedArticle;
use model::{Article, EntityId, EntityKind, TextRange, WikidataId};
use search::excerpt;

/// The amount of text shown around another place, in bytes.
const AROUND: u32 = 30;

/// Properties of [`NameFields`].
#[derive(Properties, PartialEq)]
pub(super) struct NameFieldsProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The place of a new name.
    pub(super) place: Option<TextRange>,
    /// The name to change, if it is not a new one.
    pub(super) entity: Option<EntityId>,
    /// Receives the edit; `None` if the form changes nothing.
    pub(super) finish: Callback<Option<Edit>>,
    /// Closes the form.
    pub(super) drop: Callback<()>,
}

/// The form, filled in with what the name is or probably is.
#[component]
pub(super) fn NameFields(props: &NameFieldsProps) -> Html {
    let page = use_page();
    let own = page.editor_messages();
    let article = &props.indexed.article;
    let given = use_memo((), |()| given(article, props));
    let name = use_state(|| given.name.clone());
    let kind = use_state(|| given.kind);
    let aliases = use_state(|| given.aliases.join("; "));
    let wikidata = use_state(|| {
        given
            .wikidata
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default()
    });
    let same_as = use_state(|| given.same_as.clone());
    let wikidata_problem = use_state(|| false);
    let elsewhere = use_memo((), |()| elsewhere(article, props.place));
    let chosen = use_state(|| vec![false; elsewhere.len()]);

    let submit = {
        let (indexed, entity) = (props.indexed.clone(), props.entity.clone());
        let (name, aliases, wikidata) = (name.clone(), aliases.clone(), wikidata.clone());
        let (kind, same_as, chosen) = (*kind, same_as.clone(), chosen.clone());
        let (elsewhere, problem) = (elsewhere.clone(), wikidata_problem.clone());
        let (finish, place) = (props.finish.clone(), props.place);
        Callback::from(move |()| {
            let typed = wikidata.trim();
            let item = WikidataId::parse(typed);
            if item.is_none() && !typed.is_empty() {
                problem.set(true);
                return;
            }
            let others = elsewhere.iter().zip(chosen.iter());
            let others = others
                .filter(|(_, chosen)| **chosen)
                .map(|(place, _)| place.range);
            let mut places: Vec<TextRange> = place.into_iter().chain(others).collect();
            places.sort_unstable();
            let words = place.map(|place| indexed.article.words(place).to_owned());
            let is_same = same_as.is_some() && entity.is_none();
            let filled = NameForm {
                // The words themselves are a name of what they are the same as.
                name: words
                    .filter(|_| is_same)
                    .unwrap_or_else(|| name.trim().to_owned()),
                kind,
                aliases: separated(&aliases),
                wikidata: item,
                same_as: (*same_as).clone(),
                places,
            };
            finish.emit(match &entity {
                Some(entity) => filled.edit_to_change(&indexed.article, entity),
                None => Some(filled.edit_to_add(&indexed.article)),
            });
        })
    };
    let heading = match props.entity {
        Some(_) => own.change_name,
        None => own.new_name,
    };
    let input = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |event: InputEvent| state.set(value_of(&event)))
    };
    let set_wikidata = {
        let (wikidata, problem) = (wikidata.clone(), wikidata_problem.clone());
        Callback::from(move |event: InputEvent| {
            wikidata.set(value_of(&event));
            problem.set(false);
        })
    };
    let set_kind = {
        let kind = kind.clone();
        Callback::from(move |chosen| kind.set(chosen))
    };
    let is_own = same_as.is_none();
    html! {
        <EditForm {heading} {submit} drop={props.drop.clone()}>
            { same_as_field(own, article, props.entity.as_ref(), &same_as) }
            if is_own {
                <label for="edit-name">{ own.name }</label>
                <input id="edit-name" value={(*name).clone()} oninput={input(&name)} required={true} autocomplete="off" spellcheck="false" dir="auto" />
                <KindField id="edit-kind" label={own.kind} kind={*kind} set={set_kind} />
                <label for="edit-aliases">{ own.other_names }</label>
                <input id="edit-aliases" value={(*aliases).clone()} oninput={input(&aliases)} autocomplete="off" spellcheck="false" dir="auto"
                    aria-describedby="edit-aliases-hint" />
                <p id="edit-aliases-hint" class="hint">{ own.other_names_hint }</p>
                <label for="edit-wikidata">{ own.wikidata }</label>
                <input id="edit-wikidata" value={(*wikidata).clone()} oninput={set_wikidata} autocomplete="off" spellcheck="false"
                    aria-invalid={wikidata_problem.then_some("true")} aria-describedby={wikidata_problem.then_some("edit-wikidata-problem")} />
                if *wikidata_problem { <p id="edit-wikidata-problem" class="failure" role="alert">{ own.wikidata_invalid }</p> }
            }
            if !elsewhere.is_empty() { <Elsewhere indexed={props.indexed.clone()} places={PtrEqRc::from(elsewhere.clone())} {chosen} /> }
        </EditForm>
    }
}

/// What the name is the same as: another entity, or none.
fn same_as_field(
    messages: &EditorMessages,
    article: &Article,
    entity: Option<&EntityId>,
    same_as: &UseStateHandle<Option<EntityId>>,
) -> Html {
    let onchange = {
        let same_as = same_as.clone();
        Callback::from(move |event: Event| {
            let field: HtmlSelectElement = event.target_unchecked_into();
            let id = field.value();
            same_as.set((!id.is_empty()).then(|| EntityId::new(&id)));
        })
    };
    let others = article.entities.iter();
    let others = others.filter(|other| Some(&other.id) != entity);
    html! { <>
        <label for="edit-same">{ messages.same_as }</label>
        <select id="edit-same" {onchange}>
            <option value="" selected={same_as.is_none()}>{ messages.nothing_else }</option>
            { for others.map(|other| html! {
                <option key={other.id.to_string()} value={other.id.to_string()} selected={same_as.as_ref() == Some(&other.id)}>{ &other.name }</option>
            }) }
        </select>
    </> }
}

/// Properties of [`Elsewhere`].
#[derive(Properties, PartialEq)]
struct ElsewhereProps {
    indexed: PtrEqRc<IndexedArticle>,
    places: PtrEqRc<Vec<Place>>,
    /// Whether each place is to be marked.
    chosen: UseStateHandle<Vec<bool>>,
}

/// The other places with the same words, each to be marked or not.
#[component]
fn Elsewhere(props: &ElsewhereProps) -> Html {
    let own = use_page().editor_messages();
    let ElsewhereProps {
        indexed,
        places,
        chosen,
    } = props;
    let article = &indexed.article;
    let all = chosen.iter().all(|chosen| *chosen);
    let toggle_all = {
        let chosen = chosen.clone();
        Callback::from(move |_: Event| chosen.set(vec![!all; chosen.len()]))
    };
    let toggle = |number: usize| {
        let chosen = chosen.clone();
        Callback::from(move |_: Event| {
            let flags = chosen.iter().enumerate();
            let flags = flags.map(|(at, flag)| if at == number { !*flag } else { *flag });
            chosen.set(flags.collect());
        })
    };
    let item = |(number, place): (usize, &Place)| {
        let around = excerpt(article, place.range, AROUND);
        let taken: Vec<&str> = place
            .taken_by
            .iter()
            .filter_map(|id| article.entity(id))
            .map(|entity| entity.name.as_str())
            .collect();
        html! {
            <label class="choice" key={number}>
                <input type="checkbox" checked={chosen.get(number) == Some(&true)} onchange={toggle(number)} />{ " " }
                <span dir={article.metadata.direction.as_str()}>{ around.before }<b>{ around.place }</b>{ around.after }</span>
                if !taken.is_empty() { <span class="hint">{ " " }{ (own.marked_as)(&taken.join(", ")) }</span> }
            </label>
        }
    };
    html! {
        <fieldset class="elsewhere">
            <legend>{ (own.where_else)(places.len()) }</legend>
            <label class="choice"><input type="checkbox" checked={all} onchange={toggle_all} />{ " " }<b>{ own.mark_all }</b></label>
            { for places.iter().enumerate().map(item) }
        </fieldset>
    }
}

/// Properties of [`KindField`].
#[derive(Properties, PartialEq)]
pub(super) struct KindFieldProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) kind: EntityKind,
    pub(super) set: Callback<EntityKind>,
}

/// A list of the kinds of entities.
#[component]
pub(super) fn KindField(props: &KindFieldProps) -> Html {
    let kind_of_one = use_page().on_demand_messages().kind_of_one;
    let set = props.set.clone();
    let onchange = Callback::from(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        if let Some(kind) = EntityKind::parse(&field.value()) {
            set.emit(kind);
        }
    });
    html! { <>
        <label for={&props.id}>{ &props.label }</label>
        <select id={&props.id} {onchange}>
            { for EntityKind::ALL.map(|kind| html! {
                <option value={kind.as_str()} selected={kind == props.kind}>{ kind_of_one(kind) }</option>
            }) }
        </select>
    </> }
}

/// The text in the field that an event is about.
pub(super) fn value_of(event: &InputEvent) -> String {
    let field: HtmlInputElement = event.target_unchecked_into();
    field.value()
}

/// What the form contains at first.
fn given(article: &Article, props: &NameFieldsProps) -> NameForm {
    let entity = props.entity.as_ref().and_then(|id| article.entity(id));
    match (entity, props.place) {
        (Some(entity), _) => NameForm::of(entity),
        (None, place) => NameForm::guessed(article, place.unwrap_or_default()),
    }
}

/// The other places with the same words as a place.
fn elsewhere(article: &Article, place: Option<TextRange>) -> Vec<Place> {
    let Some(place) = place else {
        return Vec::new();
    };
    let mut places = places_of(article, article.words(place), Spelling::Exact);
    places.retain(|other| other.range != place);
    places
}

/// The names in a list separated by semicolons.
fn separated(names: &str) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for name in names.split([';', '；']).map(str::trim) {
        if !name.is_empty() && !list.iter().any(|other| other == name) {
            list.push(name.to_owned());
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::separated;

    #[test]
    fn names_are_separated_by_semicolons() {
        for (names, list) in [
            ("", vec![]),
            (" EU ; European Union;EU;", vec!["EU", "European Union"]),
            ("欧盟；欧洲联盟", vec!["欧盟", "欧洲联盟"]),
        ] {
            assert_eq!(separated(names), list, "{names}");
        }
    }
}
