//! The parts of a page that open on demand, in Chinese.

use explore::Facet;
use formats::Format;
use model::Form;
use yew::html;

use super::article::{claims, facet, kind, provenance, threshold};
use super::losses;
use super::rules::rule_sentence;
use crate::messages::on_demand::OnDemandMessages;

pub(super) const ON_DEMAND: OnDemandMessages = OnDemandMessages {
    kind_of_one: kind,
    provenance,
    more_claims: |count| format!("另有{}", claims(count)),
    count_unit: |facet, _| match facet {
        Facet::Types => "个名称",
        _ => "条说法",
    },
    find_value: |label| format!("在“{label}”中查找"),
    find: "查找…",
    mark_names: "标出名称",
    chosen_filters: "已选筛选条件",
    take_back: "移除筛选：",
    clear_everything: "清除搜索和筛选",
    sample: "文",
    answers: "可能回答此问题的说法",
    use_as_filters: "按此筛选：",
    matches_in_context: "上下文中的匹配",
    concordance_note: |count, most| {
        if count < most {
            format!("{count}处匹配；位于说法之内的注明说话者。")
        } else {
            format!("前{most}处匹配；位于说法之内的注明说话者。")
        }
    },
    save_as_csv: "保存为CSV",
    concordance_columns: ["文章", "日期", "前文", "匹配", "后文", "说话者"],
    no_match: "本文中没有匹配的内容。",
    no_single_claim: |count| format!("没有一条说法包含所有这些词。文中有{count}处匹配。"),
    no_single_filter: "没有符合这些筛选条件的说法。只移除一个条件还不够，请清除两个或更多。",
    no_claim_left: "没有符合条件的说法。",
    filter: |of, values| format!("{}：{}", facet(of), values.join("或")),
    search_filter: |query| format!("搜索“{query}”"),
    take_back_filter: |filter| html! { <>{ "移除筛选：" }{ filter }</> },
    leaves_claims: |count| format!("（{}符合条件）", claims(count)),
    cue: "引述用语",
    cue_words: |words| format!("“{words}”"),
    wording: "引用方式",
    wording_note: |is_verbatim, form| match form {
        Form::Direct if is_verbatim => None,
        Form::Direct => Some("标为直接引语，但文中并非全部都在引号内。"),
        Form::Mixed => Some("由作者转述，其中部分词语为原话。"),
        Form::Indirect => None,
    },
    about: "关于",
    about_speaker: "关于发言者",
    cite: "引用",
    copy_link: "复制链接",
    open_original: "查看原文",
    also: |names| format!("又称：{}", names.join(" · ")),
    place: |at, all| match at {
        Some(at) => format!("第{at}处，共{all}处"),
        None => places(all),
    },
    all_places: |count| format!("显示全部{}", places(count)),
    within_name: "此名称中还有：",
    more_places: |next, all| format!("再显示{next}处，共{}", places(all)),
    previous_place: "上一处",
    next_place: "下一处",
    unnamed_speaker: |words, count| {
        format!("文章没有说明这是谁，只写了“{words}”（{}）。", claims(count))
    },
    said_by: |name| format!("{name}的说法"),
    said_about: |name| format!("关于{name}的说法"),
    only_these: "只显示这些",
    all_again: "重新显示全部说法",
    wikidata: "维基数据",
    min_confidence: "最低可信度",
    threshold_filter: |least| format!("可信度：{}", threshold(least)),
    why: "为什么？",
    rule: |name| match name {
        "" => "由程序识别，未注明规则".to_owned(),
        name => format!("规则：{name}"),
    },
    moved: |words| format!("原先标注的是“{words}”，文中已没有这些文字；这是最相近的一处。"),
    rule_sentence,
    found_in: |count, low, high| {
        let count = places(count);
        if low == high {
            format!("{count}，可信度{low}%")
        } else {
            format!("{count}，可信度{low}%至{high}%")
        }
    },
    copy: "复制",
    copied: "已复制",
    copy_by_hand: "请复制以下文字",
    share_view: "分享当前视图",
    save_article: "以其他格式下载本文。不会上传任何内容。",
    save_articles: "以其他格式下载本页的全部文章。不会上传任何内容。",
    format_label: "格式",
    format: |format| match format {
        Format::Markdown => "正文，说法作为注释（Markdown）",
        Format::CsvClaims => "说法表格（CSV）",
        Format::CsvMentions => "名称表格（CSV）",
        Format::Text => "纯文本",
        Format::Article => "含名称和说法的文章（JSON）",
        Format::Json => "名称和说法，不含正文（JSON）",
        Format::W3c => "网络标注（JSON-LD）",
        Format::SchemaOrg => "供搜索引擎使用的说法（schema.org）",
        Format::Brat => "brat 标注",
        Format::Displacy => "displaCy 名称（JSON）",
    },
    save: "保存",
    saved: |name| format!("已保存为 {name}。"),
    lost: losses::lost,
    not_saved: |reason| format!("无法保存：{reason}"),
    link: "链接",
    link_note: "打开本页时保留同样的搜索、筛选和选中内容。",
    share_sheet: "发送…",
    citation: "引用格式",
    citation_note: "文章及其出处，并附本页链接。",
    claim_citation_note: "说法及其发言者和出处，并附链接。",
    quotation: "引文",
    quotation_note: "以普通 HTML 表示的说法，无需脚本。",
    embed: "嵌入其他网页",
    embed_claim: "只嵌入所选说法。如要嵌入整篇文章，请先关闭该说法。",
    frame: "以 iframe 嵌入",
    frame_note: "适用于任何网站。第二行使框架高度适应内容；省略后框架内部可滚动。",
    element: "以 HTML 元素嵌入",
    element_note: "成为您网页的一部分；双方的样式互不影响。",
    one_file: "单个文件",
    one_file_note: |file| {
        html! { <>{ file }{ "包含文章和阅读所需的一切。双击即可打开，也可以嵌入网页：" }</> }
    },
    this_file_note: "本页是单个文件，放在任何文件夹中都能使用。如要嵌入同一文件夹中的网页：",
    keys: "快捷键",
    key_list: &[
        ("/", "转到搜索"),
        ("Enter, n", "下一处匹配"),
        ("Shift Enter, p", "上一处匹配"),
        (
            "j, k",
            "下一条、上一条说法；在文章列表中为文章；按 Enter 进入说法的卡片",
        ),
        ("v", "在文章与说法之间切换"),
        ("Tab，然后 ← →", "在文中的名称之间移动；按 Enter 打开"),
        ("Esc", "关闭卡片；再按一次清除搜索，然后清除筛选"),
        ("?", "本帮助"),
        ("Alt ←", "撤销上一次选择"),
    ],
    single_keys: "使用单字符快捷键，例如 j 和 /",
    searching: "搜索",
    query_list: &[
        ("market rules", "同时包含两个词；最后一个词可以不完整"),
        ("\"market principles\"", "完整短语"),
        ("-ban", "不含这个词"),
        ("ban OR tariff", "任一个词"),
        ("protect*", "以此开头的词"),
        ("protecionism~", "允许拼写错误"),
        (
            "what did Guo say about protectionism",
            "英文问题：谁就什么说了什么",
        ),
        ("speaker:guo about:commission", "谁说、说谁：标识或名称"),
        (
            "form:quoted stance:criticises",
            "怎么说：quoted（直接引语）、paraphrased（转述）、partly-quoted（部分引用）；states, denies, criticises, supports, warns, promises, asks, declines",
        ),
        ("kind:place entity:europe", "提到它的说法"),
        (
            "title:trade author:lee after:2026-01",
            "文章本身：标题、作者（author:）或来源（source:）中的词，某日期之前（before:）、之后（after:）或当天（date:）",
        ),
    ],
    marks: "标记",
    marks_note: "说法按发言者的颜色加下划线：直接引语用实线，转述用点线。两条说法有重叠的词时，\
                 会有两条线。名称带底色，分四组：人物、组织、地点和国籍、其他。筛选时，不符合条件的\
                 段落和旁注会变灰。",
};

fn places(count: usize) -> String {
    format!("{count}处")
}
