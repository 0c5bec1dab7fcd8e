//! The form for words of the text.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::edit_form::EditForm;
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use edit::{Edit, correction_of};
use explore::IndexedArticle;
use model::TextRange;

/// Properties of [`TextFields`].
#[derive(Properties, PartialEq)]
pub(super) struct TextFieldsProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The words to correct.
    pub(super) range: TextRange,
    /// Receives the edit; `None` if the form changes nothing.
    pub(super) finish: Callback<Option<Edit>>,
    /// Closes the form.
    pub(super) drop: Callback<()>,
}

/// A field with the words. Enter applies the change; with Shift, it begins a new line.
#[component]
pub(super) fn TextFields(props: &TextFieldsProps) -> Html {
    let own = use_page().editor_messages();
    let article = &props.indexed.article;
    let field = use_node_ref();
    let is_block = article.blocks.iter().any(|it| it.range == props.range);
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            // What is typed takes the place of selected words.
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|_| !is_block) {
                field.select();
            }
        });
    }
    let submit = {
        let (indexed, range, finish) = (props.indexed.clone(), props.range, props.finish.clone());
        let field = field.clone();
        Callback::from(move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                finish.emit(correction_of(&indexed.article, range, &field.value()));
            }
        })
    };
    let onkeydown = {
        let submit = submit.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                submit.emit(());
            }
        })
    };
    let words = article.words(props.range).to_owned();
    let lang = (!article.metadata.language.is_empty()).then(|| article.metadata.language.clone());
    html! {
        <EditForm heading={own.correct_text} {submit} drop={props.drop.clone()}>
            <label for="edit-words">{ own.words }</label>
            <textarea id="edit-words" class="first-words" rows={if is_block { "8" } else { "3" }} ref={field} defaultvalue={words}
                {lang} dir={article.metadata.direction.as_str()} aria-describedby="edit-words-hint" {onkeydown} />
            <p id="edit-words-hint" class="hint">{ own.words_hint }</p>
        </EditForm>
    }
}
