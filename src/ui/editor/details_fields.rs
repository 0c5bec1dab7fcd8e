//! The form for the facts about an article.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::edit_form::EditForm;
use super::name_fields::value_of;
use crate::messages::EditorMessages;
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use edit::{Edit, MetadataChange};
use explore::IndexedArticle;
use model::{Date, Direction, Metadata, WebUrl};

/// Properties of [`DetailsFields`].
#[derive(Properties, PartialEq)]
pub(super) struct DetailsFieldsProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The name of the editor.
    pub(super) checked_by: String,
    /// Receives another name of the editor.
    pub(super) set_checked_by: Callback<String>,
    /// Receives the edit; `None` if the form changes nothing.
    pub(super) finish: Callback<Option<Edit>>,
    /// Closes the form.
    pub(super) drop: Callback<()>,
}

/// The facts about an article and the name of the editor, as they are typed.
#[derive(Clone, Debug, PartialEq)]
struct Details {
    title: String,
    title_by_editor: bool,
    author: String,
    published: String,
    source: String,
    url: String,
    language: String,
    licence: String,
    direction: Direction,
    checked_by: String,
}

/// A field that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Unreadable {
    Published,
    Url,
}

impl Details {
    fn of(metadata: &Metadata, checked_by: &str) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let url = metadata.url.as_ref();
        Self {
            title: metadata.title.clone(),
            title_by_editor: metadata.title_by_editor,
            author: text(&metadata.author),
            published: metadata
                .published
                .map(|date| date.to_string())
                .unwrap_or_default(),
            source: text(&metadata.source),
            url: url.map(|url| url.as_str().to_owned()).unwrap_or_default(),
            language: metadata.language.clone(),
            licence: text(&metadata.licence),
            direction: metadata.direction,
            checked_by: checked_by.to_owned(),
        }
    }

    /// The edit that makes the facts what is typed; `None` if they are so already.
    fn edit(&self, before: &Metadata) -> Result<Option<Edit>, Unreadable> {
        let published = match self.published.trim() {
            "" => None,
            typed => Some(Date::parse(typed).ok_or(Unreadable::Published)?),
        };
        let url = match self.url.trim() {
            "" => None,
            typed => Some(WebUrl::parse(typed).ok_or(Unreadable::Url)?),
        };
        let text = |typed: &str| Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
        let (title, language) = (self.title.trim(), self.language.trim());
        let mut changes = Vec::new();
        if (title, self.title_by_editor) != (before.title.as_str(), before.title_by_editor) {
            changes.push(MetadataChange::Title {
                title: title.to_owned(),
                by_editor: self.title_by_editor,
            });
        }
        let author = text(&self.author);
        if author != before.author {
            changes.push(MetadataChange::Author(author));
        }
        if published != before.published {
            changes.push(MetadataChange::Published(published));
        }
        let source = text(&self.source);
        if source != before.source {
            changes.push(MetadataChange::Source(source));
        }
        if url != before.url {
            changes.push(MetadataChange::Url(url));
        }
        if language != before.language {
            changes.push(MetadataChange::Language(language.to_owned()));
        }
        let licence = text(&self.licence);
        if licence != before.licence {
            changes.push(MetadataChange::Licence(licence));
        }
        if self.direction != before.direction {
            changes.push(MetadataChange::Direction(self.direction));
        }
        let edits = changes.into_iter().map(Edit::ChangeMetadata);
        Ok(Edit::of(edits.collect()))
    }
}

/// The form. Nothing but the headline is required.
#[component]
pub(super) fn DetailsFields(props: &DetailsFieldsProps) -> Html {
    let messages = use_page().editor_messages();
    let metadata = &props.indexed.article.metadata;
    let details = use_state(|| Details::of(metadata, &props.checked_by));
    let unreadable = use_state(|| None);
    let submit = {
        let (indexed, details) = (props.indexed.clone(), details.clone());
        let (unreadable, finish) = (unreadable.clone(), props.finish.clone());
        let set_checked_by = props.set_checked_by.clone();
        Callback::from(move |()| match details.edit(&indexed.article.metadata) {
            Ok(edit) => {
                set_checked_by.emit(details.checked_by.trim().to_owned());
                finish.emit(edit);
            }
            Err(field) => unreadable.set(Some(field)),
        })
    };
    let field = |id: &'static str, label: &'static str, get: fn(&mut Details) -> &mut String| {
        let mut now = (*details).clone();
        let value = get(&mut now).clone();
        let oninput = {
            let (details, unreadable) = (details.clone(), unreadable.clone());
            Callback::from(move |event: InputEvent| {
                let mut changed = (*details).clone();
                *get(&mut changed) = value_of(&event);
                details.set(changed);
                unreadable.set(None);
            })
        };
        let problem = problem_of(messages, *unreadable, id);
        let invalid = problem.is_some().then_some("true");
        let required = id == "edit-title";
        html! { <>
            <label for={id}>{ label }</label>
            <input {id} {value} {oninput} {required} autocomplete="off" dir="auto" aria-invalid={invalid} />
            if let Some(problem) = problem { <p class="failure" role="alert">{ problem }</p> }
        </> }
    };
    let set_by_editor = {
        let details = details.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let mut changed = (*details).clone();
            changed.title_by_editor = field.checked();
            details.set(changed);
        })
    };
    let set_direction = {
        let details = details.clone();
        Callback::from(move |event: Event| {
            let field: HtmlSelectElement = event.target_unchecked_into();
            let mut changed = (*details).clone();
            changed.direction = Direction::parse(&field.value()).unwrap_or_default();
            details.set(changed);
        })
    };
    let directions = [
        (Direction::LeftToRight, messages.left_to_right),
        (Direction::RightToLeft, messages.right_to_left),
    ];
    html! {
        <EditForm heading={messages.details} {submit} drop={props.drop.clone()}>
            { field("edit-title", messages.headline, |it| &mut it.title) }
            <label class="choice">
                <input type="checkbox" id="edit-by-editor" checked={details.title_by_editor} onchange={set_by_editor} />{ " " }{ messages.headline_by_editor }
            </label>
            { field("edit-author", messages.author, |it| &mut it.author) }
            { field("edit-published", messages.published, |it| &mut it.published) }
            { field("edit-source", messages.source, |it| &mut it.source) }
            { field("edit-url", messages.url, |it| &mut it.url) }
            { field("edit-language", messages.language_tag, |it| &mut it.language) }
            { field("edit-licence", messages.licence, |it| &mut it.licence) }
            <label for="edit-direction">{ messages.direction }</label>
            <select id="edit-direction" onchange={set_direction}>
                { for directions.map(|(direction, label)| html! {
                    <option value={direction.as_str()} selected={direction == details.direction}>{ label }</option>
                }) }
            </select>
            { field("edit-checked-by", messages.checked_by, |it| &mut it.checked_by) }
            <p class="hint">{ messages.checked_by_hint }</p>
        </EditForm>
    }
}

/// What is wrong with a field.
fn problem_of(
    messages: &EditorMessages,
    unreadable: Option<Unreadable>,
    id: &str,
) -> Option<&'static str> {
    match (unreadable?, id) {
        (Unreadable::Published, "edit-published") => Some(messages.published_invalid),
        (Unreadable::Url, "edit-url") => Some(messages.url_invalid),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata() -> Metadata {
        Metadata {
            title: "A".to_owned(),
            author: Some("Ann".to_owned()),
            published: Date::parse("2026-01-22"),
            language: "en".to_owned(),
            ..Metadata::default()
        }
    }

    #[test]
    fn only_what_was_changed_is_an_edit() {
        let before = metadata();
        let details = Details::of(&before, "Bo");
        assert_eq!(details.edit(&before), Ok(None));
        let mut blanks = details.clone();
        blanks.source = "  ".to_owned();
        blanks.title = " A ".to_owned();
        assert_eq!(blanks.edit(&before), Ok(None));
        let mut changed = details;
        changed.author = String::new();
        changed.url = "https://example.org/a".to_owned();
        let edits = [
            MetadataChange::Author(None),
            MetadataChange::Url(WebUrl::parse("https://example.org/a")),
        ];
        let edits = Edit::All(edits.map(Edit::ChangeMetadata).to_vec());
        assert_eq!(changed.edit(&before), Ok(Some(edits)));
    }

    #[test]
    fn dates_and_addresses_are_checked() {
        let before = metadata();
        for (date, url, expected) in [
            ("22.1.2026", "", Err(Unreadable::Published)),
            ("2026-01-22", "example.org", Err(Unreadable::Url)),
            ("2026-01-22", "javascript:alert(1)", Err(Unreadable::Url)),
            ("2026-01-22", " ", Ok(None)),
        ] {
            let mut details = Details::of(&before, "");
            details.published = date.to_owned();
            details.url = url.to_owned();
            assert_eq!(details.edit(&before), expected, "{date} {url}");
        }
    }
}
