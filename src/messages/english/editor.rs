//! The editor of an article, in English.

use super::counted;
use crate::messages::editor::EditorMessages;

pub(crate) const EDITOR: EditorMessages = EditorMessages {
    edit: "Edit",
    editing: "Editing",
    edited_elsewhere: "Another tab is editing this article.",
    take_over: "Edit it here instead",
    taken_over: "Another tab now edits this article. All changes made here are saved.",
    finish: "Finish",
    undo: "Undo",
    redo: "Redo",
    saved_at: |time| format!("Saved in this browser at {time}"),
    saving: "Saving …",
    not_saved: |reason| {
        format!(
            "This browser cannot save your changes ({reason}). Save the article as a file before you leave."
        )
    },
    unsaved: "Nothing changed yet",
    edited_are_kept: "Only the articles that you edit are saved. Remove one from the list to remove it from this browser too.",
    log_unreadable: |reason| {
        format!("Some of your earlier changes could not be read and are left out: {reason}")
    },

    text: "Text of the article",
    how_to_select: "Select words to mark a claim or a name, or to correct them. With the keyboard: move with the arrow keys, select with Shift, and press Enter.",
    mark_selection: "Mark the selected words as",
    claim: "Claim",
    name: "Name",
    add_to_claim: "Add to the open claim",
    move_ends: "Alt and an arrow key move the end by a word, with Shift the beginning.",
    change_text: "Change the text here",
    correct_text: "Correct the text",
    make_heading: "Make it a heading",
    make_paragraph: "Make it a paragraph",
    join_blocks: "Join with the paragraph before",
    split_block: "Split the paragraph here",
    also_removed: |count| match count {
        1 => "1 mark was removed with the words. Undo restores it.".to_owned(),
        _ => format!("{count} marks were removed with the words. Undo restores them."),
    },
    words: "Words",
    words_hint: "Enter applies the change; an empty field removes the words. Readers see what the original has.",

    to_check: "To check",
    progress: |checked, all| format!("{checked} of {all} checked"),
    all_checked: "Everything is checked. Select words in the text to add what is missing.",
    nothing_suggested: "Nothing was detected here. Select words in the text to mark claims and names.",
    keep_all: |count, percent| format!("Keep all {count} with {percent}% confidence or more"),
    keep: "Keep",
    change: "Change",
    not_a_claim: "Not a claim",
    not_a_name: "Not a name",
    skip: "Skip",
    was: |words| format!("Was: “{words}”"),
    now: |words| format!("Now: “{words}”"),
    remove: "Remove",
    places: |count| match count {
        1 => "mentioned once".to_owned(),
        count => format!("mentioned {count} times"),
    },
    more_to_check: |count| format!("and {count} more"),
    also_changed: |count| match count {
        1 => "1 other suggestion changed because of this. Undo reverses this.".to_owned(),
        _ => format!("{count} other suggestions changed because of this. Undo reverses this."),
    },
    follow_others: |count| match count {
        1 => "1 suggestion follows what you decided in other articles. Undo reverses this."
            .to_owned(),
        _ => format!(
            "{count} suggestions follow what you decided in other articles. Undo reverses this."
        ),
    },
    other_annotations: "Other annotations of this text",
    add_others: |title, claims| {
        format!(
            "Add those of “{title}” ({}) to check",
            counted(claims, "claim", "claims")
        )
    },
    added_others: |claims, places, same| {
        format!(
            "Added to check: {}, and names in {}. Already here: {same}. Undo reverses this.",
            counted(claims, "claim", "claims"),
            counted(places, "place", "places")
        )
    },
    rule_of_others: |title| format!("From another copy of “{title}”"),
    other_text: "The text of the other copy differs. Its annotations cannot be added.",
    checked: "Checked by an editor",
    checked_by_name: |name| format!("Checked by {name}"),

    new_claim: "New claim",
    change_claim: "Change the claim",
    pieces: "Pieces of the claim",
    remove_piece: |words| format!("Remove “{words}”"),
    new_name: "New name",
    change_name: "Change the name",
    who: "Who says it",
    who_hint: "Leave this empty if nobody is named.",
    new_speaker: |name| format!("“{name}” is a new name; Done adds it to the article."),
    kind_of_speaker: "This speaker is new. Kind",
    cue: "Cue",
    cue_hint: "The words that attribute the claim, such as “said”.",
    cue_not_found: "These words are not in the same paragraph. Copy them from the text, or leave the field empty.",
    wording: "Wording",
    stance: "Stance",
    about: "About",
    add_about: "Add a name …",
    remove_about: |name| format!("Remove {name}"),
    kind: "Kind",
    other_names: "Other names",
    other_names_hint: "Separate them with semicolons.",
    wikidata: "Wikidata item",
    wikidata_invalid: "A Wikidata item is a Q followed by a number, such as Q8880.",
    same_as: "Same as",
    nothing_else: "a name of its own",
    where_else: |count| match count {
        1 => "The same words appear in 1 other place".to_owned(),
        _ => format!("The same words appear in {count} other places"),
    },
    mark_all: "Mark all of them",
    marked_as: |names| format!("already {names}"),

    details: "Details",
    headline: "Headline",
    headline_by_editor: "This headline is the editor’s, not the publisher’s",
    author: "Author",
    published: "Date of publication",
    published_invalid: "Write the date as year, month and day, such as 2026-01-22, or leave the field empty.",
    source: "Publisher",
    url: "Address of the original",
    url_invalid: "An address begins with https:// or http://. Leave the field empty if there is none.",
    language_tag: "Language, such as en or pt-BR",
    licence: "Licence",
    direction: "Direction of the text",
    left_to_right: "left to right",
    right_to_left: "right to left",
    checked_by: "Checked by",
    checked_by_hint: "Your name, for readers: claims that you keep, add or change from now on show it. This browser remembers it.",

    done: "Done",
    drop: "Cancel",
    problem: ToString::to_string,
};
