//! What a saved file lacks, in Chinese.

use formats::{ExportLoss, Loss};

pub(super) fn lost(loss: &ExportLoss) -> String {
    match loss {
        ExportLoss::Content(what, count) => {
            let what = content(*what);
            format!("这种格式不包含：{what}（{count}）")
        }
        ExportLoss::OffsetsInText => "其中的位置以文章文本计算；请同时保存文本".to_owned(),
    }
}

fn content(what: Loss) -> &'static str {
    match what {
        Loss::UnmentionedEntities => "文中没有提到的名称",
        Loss::UnmentionedSpeakers => "文中没有提到的发言者和对象",
        Loss::PlacesOfNames => "名称的位置",
        Loss::Cues => "引述用语",
        Loss::FormsAndPlaces => "直接引用与否以外的表述方式、立场和说法的位置",
        Loss::Aliases => "别名",
        Loss::Confidences => "可信度",
        Loss::Mentions => "提及之处",
        Loss::EntityDetails => "名称的种类、别名和维基数据条目",
        Loss::Claims => "说法",
        Loss::ClaimsButNotes => "注释以外的说法（再次读取时注释会成为正文）",
        Loss::NestedNames => "名称中的名称",
        Loss::OriginalWords => "编辑改动之处的原文",
    }
}
