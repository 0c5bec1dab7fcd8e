//! The page of one article, in Chinese.

use explore::{Facet, Mode, Threshold, percent_of};
use model::{Claim, EntityKind, Form, Provenance, Stance};
use yew::html;

use super::dates::date;
use super::problems::problem;
use crate::messages::article::{ArticleMessages, Counted, Sample};

pub(super) const ARTICLE: ArticleMessages = ArticleMessages {
    facet,
    kind,
    form,
    stance,
    stance_verb: stance,
    date,
    claims,
    claims_shown: |shown, all| {
        if shown == all {
            claims(all)
        } else {
            format!("{shown}/{}", claims(all))
        }
    },
    names: |count| format!("{count}个名称"),
    list_matches: "全部列出",
    hits: |count| match count {
        0 => "无匹配".to_owned(),
        count => format!("{count}处匹配"),
    },
    claims_of_speakers: |count, speakers| format!("{} · {}", claims(count), speakers.join("、")),
    step: |of, at, all| {
        let place = match at {
            Some(at) => format!("{at}/{all}"),
            None => all.to_string(),
        };
        let unit = match of {
            Counted::Hits => "处匹配",
            Counted::Claims => "条说法",
        };
        [place, unit.to_owned()]
    },
    search_article: "搜索本文",
    search: "搜索",
    skip_links: "快速跳转",
    skip_to_text: "跳到正文",
    skip_to_claims: "跳到说法",
    skip_to_filters: "跳到筛选",
    filters: "筛选",
    filters_button: |active| match active {
        0 => "筛选".to_owned(),
        active => format!("筛选（{active}）"),
    },
    filter_menu: |label, chosen| match chosen {
        [] => label.to_owned(),
        [only] => format!("{label}：{only}"),
        several => format!("{label} · {}", several.len()),
    },
    off: "关",
    show_claims: |count| format!("显示{}", claims(count)),
    foreground: "视图",
    article: "文章",
    view_mode: |mode| match mode {
        Mode::Article => "文章",
        Mode::Claims => "说法",
        Mode::Compare => "对比",
        Mode::Table => "表格",
    },
    claims_label: "说法",
    share: "分享",
    help: "帮助",
    not_opened: |reason| format!("无法打开：{reason}。"),
    try_again: "重试",
    beside_text: "旁注",
    page_notices: "本页提示",
    no_such_article: |id| format!("网址要求的文章“{id}”不在本页中；现显示第一篇。"),
    problem,
    key: |sample| {
        html! { <>
            { "带下划线的是" }<b>{ "说法" }</b>{ "，颜色表示由谁说出。" }
            { sample(Sample::Quoted, "直接引语") }{ "、" }
            { sample(Sample::Paraphrased, "转述") }{ "。" }
        </> }
    },
    key_to_names: |sample| {
        html! { <>
            { "带底色的是名称：" }{ sample(Sample::Name(EntityKind::Person), "人物") }{ "、" }
            { sample(Sample::Name(EntityKind::Organisation), "组织") }{ "、" }
            { sample(Sample::Name(EntityKind::Place), "地点和国籍") }{ "、" }
            { sample(Sample::Name(EntityKind::Other), "其他" ) }{ "。" }
        </> }
    },
    speakers: "发言者",
    more_speakers: |count| format!("另外{count}位"),
    fewer_speakers: "收起",
    steps: "逐条浏览本文",
    previous: |of| match of {
        Counted::Hits => "上一处匹配".to_owned(),
        Counted::Claims => "上一条说法".to_owned(),
    },
    next: |of| match of {
        Counted::Hits => "下一处匹配".to_owned(),
        Counted::Claims => "下一条说法".to_owned(),
    },
    stepped_to: |at, all, head| format!("第{at}条说法，共{all}条：{head}"),
    clear_all: "全部清除",
    no_claims: "本文没有标出说法。",
    says: |verb, of| {
        let form = form(of);
        verb.map_or_else(
            || format!("（{form}）："),
            |verb| format!("{verb}（{form}）："),
        )
    },
    endnote: |claim, about| {
        let about = match about {
            [] => String::new(),
            about => format!("关于{}。", about.join("、")),
        };
        format!("——{about}{}。", provenance(claim))
    },
    in_the_text: "文中位置",
    close: "关闭",
    detected: "自动识别",
    found: "可信度",
    threshold,
    title_by_editor: "标题由编辑添加；原文没有标题。",
    original: "原文：",
    rights: "文章版权归原出版方所有。",
    corrected: |original| match original {
        "" => "原文没有这些文字".to_owned(),
        _ => format!("原文为“{original}”"),
    },
    corrections: |count| format!("编辑改动了 {count} 处文字，以星号（*）标出"),
    marked_by_editor: "名称和说法由编辑标注，只记录谁说了什么，不判断谁对谁错。",
    marked_by_program: "名称和说法由程序自动识别，可能有误；点开即可查看标注理由。这些标注只记录谁说了什么，不判断谁对谁错。",
    marked_by_program_in_others: "引语和日期由程序自动识别，可能有误；名称只在英文文章中识别。点开即可查看标注理由。这些标注只记录谁说了什么，不判断谁对谁错。",
    without_scripts: "JavaScript 已关闭，因此无法搜索和筛选。文章及其说法见下文。",
    save_as: "另存为",
};

/// The label of a filter.
pub(super) fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => "发言者",
        Facet::About => "关于",
        Facet::Form => "引用方式",
        Facet::Stance => "态度",
        Facet::Types => "名称",
        Facet::Source => "来源",
    }
}

pub(super) fn claims(count: usize) -> String {
    format!("{count}条说法")
}

pub(super) fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "人物",
        EntityKind::Organisation => "组织",
        EntityKind::Place => "地点",
        EntityKind::Law => "法律和协议",
        EntityKind::Date => "日期",
        EntityKind::Money => "金额",
        EntityKind::Nationality => "国籍",
        EntityKind::Event => "事件",
        EntityKind::Other => "其他名称",
    }
}

fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::States => "表示",
        Stance::Denies => "否认",
        Stance::Criticises => "批评",
        Stance::Supports => "支持",
        Stance::Warns => "警告",
        Stance::Promises => "承诺",
        Stance::Asks => "询问",
        Stance::Declines => "拒绝表态",
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "直接引语",
        Form::Indirect => "转述",
        Form::Mixed => "部分引用",
    }
}

pub(super) fn provenance(claim: &Claim) -> String {
    match &claim.provenance {
        Provenance::Curated => match &claim.checked_by {
            Some(name) => format!("由{name}核对"),
            None => "由编辑标注".to_owned(),
        },
        Provenance::Found { confidence, .. } => {
            format!("自动识别 · 可信度{}%", percent_of(*confidence))
        }
    }
}

pub(super) fn threshold(least: Threshold) -> String {
    if least.is_open() {
        "全部显示".to_owned()
    } else {
        format!("不低于{}%", least.percent())
    }
}
