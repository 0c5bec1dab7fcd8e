//! A page that is edited and saved in its own file, in English.

use crate::messages::own_file::OwnFileMessages;

pub(crate) const OWN_FILE: OwnFileMessages = OwnFileMessages {
    edit: "Edit this article",
    about: "This page is one file. You can correct it and save it again, without a network.",
    save: "Save the file",
    unsaved: "Your changes are not in the file yet. Ctrl+S saves it.",
    saving: "Saving …",
    saved: |name| format!("Saved as {name}"),
    downloaded: |name| format!("Downloaded as {name}. Put it in the place of the former file."),
    none_chosen: "The file was not saved, because no place for it was chosen.",
    not_saved: |reason| {
        format!("The file could not be saved ({reason}). Try again, or save it under another name.")
    },
    changed_meanwhile: "Something else has changed the file since it was saved here. Save once more to replace it.",
    edits_left_out: "The history of changes in this file does not lead to this article, so it is left out.",
    no_editor: |reason| format!("This page cannot be edited: {reason}"),
    web_page: "Web page",
};
