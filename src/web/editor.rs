//! The editor, which is a part of the program.

use futures::future::LocalBoxFuture;

use super::parts;
use crate::messages::Language;
use crate::ui::{EditorLoader, EditorPart};

/// Loads the editor. Says in `language` why it cannot be loaded.
pub(super) fn editor_loader(language: Language) -> EditorLoader {
    EditorLoader::from(move |()| -> LocalBoxFuture<'static, _> { Box::pin(load(language)) })
}

async fn load(language: Language) -> Result<EditorPart, String> {
    let editor = parts::editor().await;
    editor.map_err(|error| error.reason(language))
}
