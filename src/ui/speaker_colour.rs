//! The colour of a speaker, as a class.

use explore::IndexedArticle;

/// The class that gives an element the colour of a speaker, by the key in an address.
pub(super) fn speaker_class(indexed: &IndexedArticle, key: &str) -> String {
    format!("speaker-{}", indexed.speaker_colour(key))
}
