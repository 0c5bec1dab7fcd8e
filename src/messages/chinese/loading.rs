//! Loading a page, in Chinese.

use formats::ExportRefusal;

use crate::messages::loading::LoadingMessages;

pub(super) const LOADING: LoadingMessages = LoadingMessages {
    not_json: |fault| format!("数据不是 JSON（{fault}）"),
    no_bundle: |fault| format!("数据无法读取（{fault}）"),
    no_article: |notices| format!("数据中没有文章；{notices}"),
    part_not_loaded: |reason| format!("程序的一部分无法加载：{reason}"),
    no_such_format: |name| format!("没有“{name}”这种格式"),
    export_refused: |refusal| {
        let why = match refusal {
            ExportRefusal::NoArticle => "没有文章",
            ExportRefusal::HoldsOne => "这种格式一次只能保存一篇文章",
        };
        why.to_owned()
    },
    no_reason: "原因不明",
};
