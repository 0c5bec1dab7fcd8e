//! Chinese in simplified characters.

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

/// All messages in Chinese.
pub(crate) static CHINESE: Translation = Translation {
    tag: LanguageTag::Chinese,
    speakers: SpeakerWords {
        unattributed: "未注明发言者",
        unnamed: |words| format!("未具名（“{words}”）"),
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
