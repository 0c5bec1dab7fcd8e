//! Loading a page, in English.

use formats::ExportRefusal;

use crate::messages::loading::LoadingMessages;

pub(in crate::messages) static LOADING: LoadingMessages = LoadingMessages {
    not_json: |fault| format!("the data is not JSON ({fault})"),
    no_bundle: |fault| format!("the data is {fault}"),
    no_article: |notices| format!("there is no article in the data; {notices}"),
    part_not_loaded: |reason| format!("a part of the program could not be loaded: {reason}"),
    no_such_format: |name| format!("there is no format “{name}”"),
    export_refused: ExportRefusal::to_string,
    no_reason: "no reason was given",
};
