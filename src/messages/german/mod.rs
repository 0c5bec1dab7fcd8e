//! German.

mod article;
mod claims;
mod collection;
mod dates;
mod editor;
mod loading;
mod losses;
mod on_demand;
mod own_file;
mod problems;
mod publishing;
mod rules;
mod workspace;

use super::language::{LanguageTag, Translation};
use explore::SpeakerWords;

/// All messages in German.
pub(crate) static GERMAN: Translation = Translation {
    tag: LanguageTag::German,
    speakers: SpeakerWords {
        unattributed: "Ohne Zuordnung",
        unnamed: |words| format!("Ungenannt („{words}“)"),
    },
    article: article::ARTICLE,
    on_demand: on_demand::ON_DEMAND,
    claims: claims::CLAIMS,
    collection: collection::COLLECTION,
    workspace: workspace::WORKSPACE,
    editor: editor::EDITOR,
    own_file: own_file::OWN_FILE,
    loading: loading::LOADING,
    publishing: publishing::PUBLISHING,
};

/// "1 Aussage", "2 Aussagen".
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
