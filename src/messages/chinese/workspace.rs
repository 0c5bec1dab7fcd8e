//! The page for a reader's own articles, in Chinese.

use crate::messages::workspace::WorkspaceMessages;

pub(super) const WORKSPACE: WorkspaceMessages = WorkspaceMessages {
    title: "您自己的文章",
    heading: "阅读自己的文章",
    lead: "名称和说法在您的浏览器中识别，任何内容都不会离开本设备。",
    own_articles: |count| format!("{count}篇自己的文章"),
    add_or_remove: "添加或移除",
    paste: "粘贴文章正文",
    read_text: "阅读这段文字",
    no_text: "还没有可阅读的文字。",
    pasted_text: |number| format!("粘贴的文字 {number}"),
    open_files: "或者打开一个或多个文件；也可以将文件拖到本页",
    kinds_of_files: "纯文本、Markdown、PDF、Word 文档（DOCX）、RTF、已保存的网页（HTML、MHTML）、电子邮件、订阅源、字幕、TEI、JSON、表格（CSV），或包含这些文件的 ZIP；除文章外，也可打开其标注（W3C、brat、displaCy、spaCy、Citron）。",

    bring: "一键打开您正在阅读的网页",
    bring_how: "请把此链接拖到书签栏。在任何网页上（包括登录后才能看到的网页）点击该书签，您看到的页面就会在这里打开，不经过任何服务器。",
    bookmarklet: "带说法阅读",
    copy_bookmarklet: "复制书签地址",
    bookmarklet_clicked: "请不要在这里点击，而要把链接拖到书签栏；也可以复制其地址，粘贴到新建的书签里。",
    bring_limits: "有些网站禁止这类书签，在 Firefox 中尤其如此。如果点击后没有反应，请把网页保存为文件，再在这里打开。",
    receiving: "正在接收网页。",
    passed_page: "网页",
    page_damaged: "收到的内容不完整或不是网页；请回到原网页，再次点击书签",
    page_too_large: |most| {
        format!("网页超过 {most} MB，而最多只能读取 {most} MB；请复制其文字并粘贴到这里")
    },
    page_not_sent: "无法传递该网页；请把它保存为文件，再在这里打开",
    shared_address: |address| {
        format!(
            "您只分享了一个地址：{address}。本页面从不加载其他网站。请在浏览器中打开该地址，再用下方说明的书签打开它，或者复制其文字并粘贴到这里。"
        )
    },
    shared_nothing: "分享的内容无法读取。",

    opened: "已打开的内容",
    in_parts: |title, parts| format!("{title} · {parts}个部分"),
    and_more: |count| format!("……另有{count}项"),
    remove: "移除",
    remove_one: |title| format!("移除{title}"),
    remove_all: "全部移除",
    file_report: "来源",
    file_hash: "SHA-256：",
    nothing_left_out: "没有略去或修复任何内容。",
    show_left_out: |count| format!("显示略去的内容（{count}处）"),
    notes: "关于已打开内容的提示",
    save_as: "另存为…",

    publish: "发布",
    publish_one: "将按您看到的样子发布打开的文章，包括名称和说法。",
    publish_all: "将按您看到的样子发布所有已打开的文章，包括名称和说法。",
    one_file: "单个HTML文件",
    one_file_use: "双击即可打开，无需网络，没有JavaScript也能阅读。可以发送给他人，也可以放到网页服务器上。",
    zip: "用于网页服务器的ZIP",
    zip_use: "包含页面、程序和用于框架的页面。解压到网页服务器的任意文件夹即可。",
    publishing: "正在生成页面。",
    repository: "代码库文件",
    repository_text: "将正文保存为Markdown",
    repository_annotations: "保存标注",
    repository_use: "用于您自己维护和构建的文章文件夹：NAME.md和NAME.annotations.json须放在一起。",
    repository_of_one: "代码库文件每个只含一篇文章。请先打开其中一篇，再将其连同标注保存为Markdown。",

    steps: |done, all| format!("{done}/{all}"),
    cancel: "取消",
    undo: "撤销",
    starting: "正在启动。",
    reading: |name| format!("正在读取{name}。"),
    finding: |name| format!("正在{name}中识别名称和说法。"),
    quoted_title: |title| format!("《{title}》"),
    indexing: "正在为您的文章建立搜索索引。",
    added: |title, count| format!("已添加{}。", one_or_several(title, count)),
    nothing_added: "没有添加任何内容。",
    cancelled: "已取消；之前打开的内容保持不变。",
    removed: |title, count| format!("已移除{}。", one_or_several(title, count)),
    restored: |title, count| format!("已恢复{}。", one_or_several(title, count)),

    not_read: |reason| format!("无法读取（{reason}）；之前打开的内容保持不变"),
    open_twice: "已经打开过，现在出现了两次",
    unreadable: "浏览器无法读取；这是文件夹，还是已移动的文件？",
    too_large: |size, most| {
        let (size, most) = (size as usize, most as usize);
        format!("文件大小为 {size} MB，最多读取 {most} MB；请打开其中一部分")
    },
    too_much_together: "一起打开的内容过多；请单独打开此文件",
    not_shown: |reason| {
        format!(
            "无法显示您的文章：程序已终止（{reason}）。请重新加载本页；保存在此浏览器中的内容仍在。"
        )
    },

    keep: "在此浏览器中保存我打开的内容",
    kept: "保存在本设备的此浏览器中，直到您移除。",
    not_kept: "未保存：关闭本页后即消失。",
    keeps_no_more: |reason, left| {
        format!("此浏览器无法保存更多内容（{reason}）。有{left}篇文章只保留到您关闭本页为止。")
    },
    keeps_nothing: |reason| {
        format!("此浏览器无法保存任何内容（{reason}）。您打开的内容保留到关闭本页为止。")
    },
    not_removed: |reason| format!("无法移除（{reason}），内容仍保存在此浏览器中。"),
    kept_unreadable: |reason| format!("无法读取保存的内容（{reason}）。"),
    damaged: |count| format!("保存的内容中有{count}篇文章已损坏，无法显示；关闭保存功能即可移除。"),

    no_reason: "原因不明",
    no_storage: "没有存储空间",
    no_database: "没有数据库",
    database_is_held: "另一个页面正在使用数据库",
    browser_gave_up: "浏览器已放弃",
    worker_cannot_start: "无法启动后台程序",
    no_result: "任务没有结果",
    no_index: "索引未建立",
};

fn one_or_several(title: &str, count: usize) -> String {
    match count {
        1 => title.to_owned(),
        count => format!("{count}篇文章"),
    }
}
