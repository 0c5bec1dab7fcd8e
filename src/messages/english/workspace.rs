//! The page for a reader's own articles, in English.

use super::counted;
use crate::messages::workspace::WorkspaceMessages;

pub(in crate::messages) static WORKSPACE: WorkspaceMessages = WorkspaceMessages {
    title: "Your own articles",
    heading: "Read your own article",
    lead: "Names and claims are found here, in your browser. Nothing leaves this device.",
    own_articles: |count| counted(count, "article of your own", "articles of your own"),
    add_or_remove: "Add or remove",
    paste: "Paste the text of an article",
    read_text: "Find names and claims",
    no_text: "Paste some text first.",
    pasted_text: |number| format!("Pasted text {number}"),
    open_files: "Or open files, one or many; you can drop them on this page too",
    kinds_of_files: "Plain text, Markdown, PDF, Word documents (DOCX), RTF, saved web pages (HTML, MHTML), e-mails, feeds, subtitles, TEI, JSON, tables (CSV) or ZIP files of them; with an article, also its annotations (W3C, brat, displaCy, spaCy, Citron).",

    bring: "Bring the page you are reading with one click",
    bring_how: "Drag this link to your bookmarks bar. On any web page, even one behind a login, click the bookmark: the page as you see it opens here. It does not pass through any server.",
    bookmarklet: "Read with claims",
    copy_bookmarklet: "Copy the bookmark’s address",
    bookmarklet_clicked: "Don’t click the link here; drag it to your bookmarks bar. Or copy its address, make a new bookmark and paste it there.",
    bring_limits: "Some sites forbid bookmarks like this, in Firefox above all. If nothing happens there, save the page as a file and open the file here.",
    receiving: "Receiving the page.",
    passed_page: "the web page",
    page_damaged: "what arrived is incomplete or is not a page; go back to the page and click the bookmark again",
    page_too_large: |most| {
        format!(
            "the page has more than {most} MB, and at most {most} MB are read; copy its text and paste it here"
        )
    },
    page_not_sent: "the page could not be passed on; save it as a file and open the file here",
    shared_address: |address| {
        format!(
            "You shared only an address, {address}. This page never loads other sites. Open the address in your browser and bring the page with the bookmark explained below, or copy its text and paste it here."
        )
    },
    shared_nothing: "Nothing that can be read was shared.",

    opened: "What you opened",
    in_parts: |title, parts| format!("{title} · {parts} parts"),
    and_more: |count| format!("… and {count} more"),
    remove: "Remove",
    remove_one: |title| format!("Remove {title}"),
    remove_all: "Remove all",
    file_report: "Where this comes from",
    file_hash: "SHA-256: ",
    nothing_left_out: "Nothing was left out or repaired.",
    show_left_out: |count| match count {
        1 => "Show what was left out (1 part)".to_owned(),
        _ => format!("Show what was left out ({count} parts)"),
    },
    notes: "Notes on what you opened",
    save_as: "Save as …",

    publish: "Publish",
    publish_one: "The open article is published as you see it, with its names and claims.",
    publish_all: "All opened articles are published as you see them, with their names and claims.",
    one_file: "One HTML file",
    one_file_use: "Opens by double click, without a network, and can be read without JavaScript. Send it to somebody, or put it on a web server.",
    zip: "ZIP for a web server",
    zip_use: "A page, its program and a page for frames. Unpack it into any folder of a web server.",
    publishing: "Making the page.",
    repository: "Files for the repository",
    repository_text: "Save the text as Markdown",
    repository_annotations: "Save the annotations",
    repository_use: "For a folder of articles that you keep and build yourself: NAME.md and NAME.annotations.json belong together.",
    repository_of_one: "Files for a repository hold one article each. Open one of your articles to save it as Markdown with its annotations.",

    steps: |done, all| format!("{done} of {all}"),
    cancel: "Cancel",
    undo: "Undo",
    starting: "Starting.",
    reading: |name| format!("Reading {name}."),
    finding: |name| format!("Finding names and claims in {name}."),
    quoted_title: |title| format!("“{title}”"),
    indexing: "Making a search index of your articles.",
    added: |title, count| format!("Added {}.", one_or_several(title, count)),
    nothing_added: "Nothing was added.",
    cancelled: "Cancelled; what was open before is unchanged.",
    removed: |title, count| format!("Removed {}.", one_or_several(title, count)),
    restored: |title, count| format!("Restored {}.", one_or_several(title, count)),

    not_read: |reason| format!("could not be read ({reason}); what was open before is unchanged"),
    open_twice: "already open; it is now listed twice",
    unreadable: "the browser cannot read this; is it a folder, or a file that was moved?",
    too_large: |size, most| {
        format!("the file has {size} MB, and at most {most} MB are read; open a part of it")
    },
    too_much_together: "this is too much to open together; open it alone",
    not_shown: |reason| {
        format!(
            "Something went wrong and your articles can’t be shown. Reload the page; saved articles are safe. (Details: {reason})"
        )
    },

    keep: "Keep my articles in this browser",
    kept: "Saved in this browser on this device until you remove them.",
    not_kept: "Not saved. Closing this page removes them.",
    keeps_no_more: |reason, left| {
        let left = counted(left, "article is", "articles are");
        let full = match reason {
            "QuotaExceededError" => "Your browser’s storage is full.".to_owned(),
            reason => format!("Your browser cannot save any more ({reason})."),
        };
        format!("{full} {left} not saved and will be gone when you close this page.")
    },
    keeps_nothing: |reason| {
        format!(
            "Your browser cannot save articles ({reason}). What you opened will be gone when you close this page."
        )
    },
    not_removed: |reason| {
        format!("It could not be removed ({reason}) and is still saved in this browser.")
    },
    kept_unreadable: |reason| format!("Your saved articles cannot be read ({reason})."),
    damaged: |count| {
        let damaged = counted(count, "article is", "articles are");
        format!(
            "Of your saved articles, {damaged} damaged and cannot be shown. Stop keeping articles to remove them."
        )
    },

    no_reason: "no reason is given",
    no_storage: "there is no storage",
    no_database: "there is no database",
    database_is_held: "another page holds it",
    browser_gave_up: "the browser gave up",
    worker_cannot_start: "the worker cannot start",
    no_result: "the work has no result",
    no_index: "the index was not made",
};

fn one_or_several(title: &str, count: usize) -> String {
    match count {
        1 => format!("“{title}”"),
        count => counted(count, "article", "articles"),
    }
}
