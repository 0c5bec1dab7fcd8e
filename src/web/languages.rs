//! The languages of the interface, of which all but English are parts of the program.

use std::cell::Cell;

use super::parts::{self, NotLoaded};
use crate::messages::{Language, LanguageTag};

thread_local! {
    /// The languages that are loaded.
    static LOADED: Cell<[Option<Language>; LanguageTag::ALL.len()]> =
        const { Cell::new([None; LanguageTag::ALL.len()]) };
}

/// The language for a tag such as `de-AT`, or English if the interface does not have it or it is
/// not loaded.
pub(super) fn loaded(tag: &str) -> Language {
    let known = LanguageTag::known(tag);
    let mut languages = LOADED.get().into_iter().flatten();
    let language = languages.find(|language| Some(language.tag()) == known);
    language.unwrap_or_default()
}

/// Loads the language for a tag.
///
/// # Errors
/// If the part of the program that contains it cannot be loaded.
pub(super) async fn load(tag: &str) -> Result<Language, NotLoaded> {
    let language = match LanguageTag::known(tag) {
        None | Some(LanguageTag::English) => return Ok(Language::default()),
        Some(LanguageTag::German) => parts::german().await?,
        Some(LanguageTag::Chinese) => parts::chinese().await?,
    };
    let mut all = LOADED.get();
    if let Some(slot) = all.get_mut(language.tag() as usize) {
        *slot = Some(language);
    }
    LOADED.set(all);
    Ok(language)
}
