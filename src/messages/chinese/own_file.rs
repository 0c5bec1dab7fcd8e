//! A page that is edited and saved in its own file, in Chinese.

use crate::messages::own_file::OwnFileMessages;

pub(super) const OWN_FILE: OwnFileMessages = OwnFileMessages {
    edit: "编辑这篇文章",
    about: "本页是一个独立文件，无需联网即可更正并重新保存。",
    save: "保存文件",
    unsaved: "更改尚未写入文件。按 Ctrl+S 保存。",
    saving: "正在保存……",
    saved: |name| format!("已保存为 {name}"),
    downloaded: |name| format!("已下载为 {name}。请用它替换原来的文件。"),
    none_chosen: "没有选择位置，文件未保存。",
    not_saved: |reason| format!("无法保存文件（{reason}）。请重试，或换一个文件名保存。"),
    changed_meanwhile: "自上次在此保存以来，文件已在别处更改。再次保存将替换它。",
    edits_left_out: "文件中的更改记录与这篇文章不符，已略去。",
    no_editor: |reason| format!("无法编辑本页：{reason}"),
    web_page: "网页",
};
