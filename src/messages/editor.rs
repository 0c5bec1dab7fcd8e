//! The messages of the editor of an article.

use edit::EditProblem;

/// The messages that only the editor needs.
pub(crate) struct EditorMessages {
    // The bar.
    pub(crate) edit: &'static str,
    pub(crate) editing: &'static str,
    pub(crate) edited_elsewhere: &'static str,
    pub(crate) take_over: &'static str,
    pub(crate) taken_over: &'static str,
    pub(crate) finish: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) redo: &'static str,
    /// The time at which the edits were saved.
    pub(crate) saved_at: fn(&str) -> String,
    pub(crate) saving: &'static str,
    /// Why the edits are not saved.
    pub(crate) not_saved: fn(&str) -> String,
    pub(crate) unsaved: &'static str,
    pub(crate) edited_are_kept: &'static str,
    /// The log of an article that was saved cannot be read, for a reason.
    pub(crate) log_unreadable: fn(&str) -> String,

    // The text and the selection.
    pub(crate) text: &'static str,
    pub(crate) how_to_select: &'static str,
    pub(crate) mark_selection: &'static str,
    pub(crate) claim: &'static str,
    pub(crate) name: &'static str,
    pub(crate) add_to_claim: &'static str,
    pub(crate) move_ends: &'static str,
    pub(crate) change_text: &'static str,
    pub(crate) correct_text: &'static str,
    pub(crate) make_heading: &'static str,
    pub(crate) make_paragraph: &'static str,
    pub(crate) join_blocks: &'static str,
    pub(crate) split_block: &'static str,
    /// The number of marks that were removed with words of the text.
    pub(crate) also_removed: fn(usize) -> String,
    pub(crate) words: &'static str,
    pub(crate) words_hint: &'static str,

    // What is to check.
    pub(crate) to_check: &'static str,
    /// The number of checked suggestions, and of all suggestions.
    pub(crate) progress: fn(usize, usize) -> String,
    pub(crate) all_checked: &'static str,
    pub(crate) nothing_suggested: &'static str,
    /// The number of suggestions, and the confidence in percent.
    pub(crate) keep_all: fn(usize, u8) -> String,
    pub(crate) keep: &'static str,
    pub(crate) change: &'static str,
    pub(crate) not_a_claim: &'static str,
    pub(crate) not_a_name: &'static str,
    pub(crate) skip: &'static str,
    /// The words that an annotation had before it was moved to a similar passage.
    pub(crate) was: fn(&str) -> String,
    /// The words of that passage.
    pub(crate) now: fn(&str) -> String,
    pub(crate) remove: &'static str,
    /// The number of places of a name.
    pub(crate) places: fn(usize) -> String,
    /// The number of suggestions that are not listed.
    pub(crate) more_to_check: fn(usize) -> String,
    /// The number of other suggestions that an edit has changed.
    pub(crate) also_changed: fn(usize) -> String,
    /// The number of suggestions that follow what was decided in other articles.
    pub(crate) follow_others: fn(usize) -> String,

    // Somebody else’s annotations of the same text.
    pub(crate) other_annotations: &'static str,
    /// The title of the other copy, and the number of claims in it.
    pub(crate) add_others: fn(&str, usize) -> String,
    /// The numbers of claims and of places of names that were added, and of those that both have.
    pub(crate) added_others: fn(usize, usize, usize) -> String,
    /// Where the annotations come from, given the title of the other copy.
    pub(crate) rule_of_others: fn(&str) -> String,
    pub(crate) other_text: &'static str,
    pub(crate) checked: &'static str,
    pub(crate) checked_by_name: fn(&str) -> String,

    // The forms.
    pub(crate) new_claim: &'static str,
    pub(crate) change_claim: &'static str,
    pub(crate) pieces: &'static str,
    pub(crate) remove_piece: fn(&str) -> String,
    pub(crate) new_name: &'static str,
    pub(crate) change_name: &'static str,
    pub(crate) who: &'static str,
    pub(crate) who_hint: &'static str,
    /// A speaker who has none of the names of the article.
    pub(crate) new_speaker: fn(&str) -> String,
    pub(crate) kind_of_speaker: &'static str,
    pub(crate) cue: &'static str,
    pub(crate) cue_hint: &'static str,
    pub(crate) cue_not_found: &'static str,
    pub(crate) wording: &'static str,
    pub(crate) stance: &'static str,
    pub(crate) about: &'static str,
    pub(crate) add_about: &'static str,
    pub(crate) remove_about: fn(&str) -> String,
    pub(crate) kind: &'static str,
    pub(crate) other_names: &'static str,
    pub(crate) other_names_hint: &'static str,
    pub(crate) wikidata: &'static str,
    pub(crate) wikidata_invalid: &'static str,
    pub(crate) same_as: &'static str,
    pub(crate) nothing_else: &'static str,
    pub(crate) where_else: fn(usize) -> String,
    pub(crate) mark_all: &'static str,
    /// The names that are already marked at a place.
    pub(crate) marked_as: fn(&str) -> String,

    // The facts about the article.
    pub(crate) details: &'static str,
    pub(crate) headline: &'static str,
    pub(crate) headline_by_editor: &'static str,
    pub(crate) author: &'static str,
    pub(crate) published: &'static str,
    pub(crate) published_invalid: &'static str,
    pub(crate) source: &'static str,
    pub(crate) url: &'static str,
    pub(crate) url_invalid: &'static str,
    pub(crate) language_tag: &'static str,
    pub(crate) licence: &'static str,
    pub(crate) direction: &'static str,
    pub(crate) left_to_right: &'static str,
    pub(crate) right_to_left: &'static str,
    pub(crate) checked_by: &'static str,
    pub(crate) checked_by_hint: &'static str,

    pub(crate) done: &'static str,
    pub(crate) drop: &'static str,
    pub(crate) problem: fn(&EditProblem) -> String,
}
