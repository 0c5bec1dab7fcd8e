//! The messages of a page that is edited and saved in its own file.

/// The messages of a page that is edited and saved in its own file.
pub(crate) struct OwnFileMessages {
    /// The button that opens the editor.
    pub(crate) edit: &'static str,
    /// What can be done with the file.
    pub(crate) about: &'static str,
    /// The button that saves the file.
    pub(crate) save: &'static str,
    /// Edits are not in the file yet.
    pub(crate) unsaved: &'static str,
    /// The file is being written.
    pub(crate) saving: &'static str,
    /// The file was written, under a name.
    pub(crate) saved: fn(&str) -> String,
    /// A new file was downloaded, under a name.
    pub(crate) downloaded: fn(&str) -> String,
    /// The reader has chosen no file.
    pub(crate) none_chosen: &'static str,
    /// The file could not be written, for a reason.
    pub(crate) not_saved: fn(&str) -> String,
    /// Something else has changed the file since it was last written.
    pub(crate) changed_meanwhile: &'static str,
    /// The edits in the file are left out.
    pub(crate) edits_left_out: &'static str,
    /// The editor could not be loaded, for a reason.
    pub(crate) no_editor: fn(&str) -> String,
    /// The kind of file, for the dialog of the browser.
    pub(crate) web_page: &'static str,
}
