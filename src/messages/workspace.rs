//! The messages of the page for a reader's own articles.

/// The messages that only the page for a reader's own articles needs. Reasons appear in brackets in
/// other messages.
pub(crate) struct WorkspaceMessages {
    // The form.
    pub(crate) title: &'static str,
    pub(crate) heading: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) own_articles: fn(usize) -> String,
    pub(crate) add_or_remove: &'static str,
    pub(crate) paste: &'static str,
    pub(crate) read_text: &'static str,
    pub(crate) no_text: &'static str,
    /// The name of a pasted text, by its number.
    pub(crate) pasted_text: fn(usize) -> String,
    pub(crate) open_files: &'static str,
    pub(crate) kinds_of_files: &'static str,

    // The bookmarklet, and what other pages and apps hand over.
    pub(crate) bring: &'static str,
    pub(crate) bring_how: &'static str,
    /// The name of the bookmark.
    pub(crate) bookmarklet: &'static str,
    pub(crate) copy_bookmarklet: &'static str,
    pub(crate) bookmarklet_clicked: &'static str,
    pub(crate) bring_limits: &'static str,
    pub(crate) receiving: &'static str,
    /// The name of a page that was passed.
    pub(crate) passed_page: &'static str,
    pub(crate) page_damaged: &'static str,
    /// The maximum size, in whole megabytes.
    pub(crate) page_too_large: fn(f64) -> String,
    pub(crate) page_not_sent: &'static str,
    /// The address that was shared.
    pub(crate) shared_address: fn(&str) -> String,
    pub(crate) shared_nothing: &'static str,

    // The opened articles.
    pub(crate) opened: &'static str,
    /// A title, and the number of its parts.
    pub(crate) in_parts: fn(&str, usize) -> String,
    pub(crate) and_more: fn(usize) -> String,
    pub(crate) remove: &'static str,
    pub(crate) remove_one: fn(&str) -> String,
    pub(crate) remove_all: &'static str,
    pub(crate) file_report: &'static str,
    pub(crate) file_hash: &'static str,
    pub(crate) nothing_left_out: &'static str,
    /// The number of parts.
    pub(crate) show_left_out: fn(usize) -> String,
    pub(crate) notes: &'static str,
    pub(crate) save_as: &'static str,

    // Publishing.
    pub(crate) publish: &'static str,
    pub(crate) publish_one: &'static str,
    pub(crate) publish_all: &'static str,
    pub(crate) one_file: &'static str,
    pub(crate) one_file_use: &'static str,
    pub(crate) zip: &'static str,
    pub(crate) zip_use: &'static str,
    pub(crate) publishing: &'static str,
    pub(crate) repository: &'static str,
    pub(crate) repository_text: &'static str,
    pub(crate) repository_annotations: &'static str,
    pub(crate) repository_use: &'static str,
    pub(crate) repository_of_one: &'static str,

    // The current work.
    /// The number of finished steps, and of all steps.
    pub(crate) steps: fn(usize, usize) -> String,
    pub(crate) cancel: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) starting: &'static str,
    pub(crate) reading: fn(&str) -> String,
    pub(crate) finding: fn(&str) -> String,
    /// A title in quotation marks, if several articles are read.
    pub(crate) quoted_title: fn(&str) -> String,
    pub(crate) indexing: &'static str,
    /// The title of the first added article, and the number of added articles.
    pub(crate) added: fn(&str, usize) -> String,
    pub(crate) nothing_added: &'static str,
    pub(crate) cancelled: &'static str,
    /// The title of the first removed article, and the number of removed articles.
    pub(crate) removed: fn(&str, usize) -> String,
    /// The same, for articles that are back.
    pub(crate) restored: fn(&str, usize) -> String,

    // Notes about a file. The name of the file comes first.
    pub(crate) not_read: fn(&str) -> String,
    pub(crate) open_twice: &'static str,
    pub(crate) unreadable: &'static str,
    /// The size of a file and the maximum size, in whole megabytes.
    pub(crate) too_large: fn(f64, f64) -> String,
    pub(crate) too_much_together: &'static str,
    /// The articles cannot be shown, for a reason.
    pub(crate) not_shown: fn(&str) -> String,

    // Saving in this browser.
    pub(crate) keep: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) not_kept: &'static str,
    /// Why the browser saves no more, and the number of articles that are not saved.
    pub(crate) keeps_no_more: fn(&str, usize) -> String,
    pub(crate) keeps_nothing: fn(&str) -> String,
    pub(crate) not_removed: fn(&str) -> String,
    pub(crate) kept_unreadable: fn(&str) -> String,
    pub(crate) damaged: fn(usize) -> String,

    // Reasons.
    pub(crate) no_reason: &'static str,
    pub(crate) no_storage: &'static str,
    pub(crate) no_database: &'static str,
    pub(crate) database_is_held: &'static str,
    pub(crate) browser_gave_up: &'static str,
    pub(crate) worker_cannot_start: &'static str,
    pub(crate) no_result: &'static str,
    pub(crate) no_index: &'static str,
}
