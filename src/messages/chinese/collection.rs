//! The page of several articles, in Chinese.

use explore::collection::{Interval, SortOrder};

use super::article::claims;
use super::dates::{period, tick};
use super::problems::collection_problem;
use crate::messages::collection::CollectionMessages;

pub(super) const COLLECTION: CollectionMessages = CollectionMessages {
    articles,
    articles_shown: |shown, all| {
        if shown == all {
            articles(all)
        } else {
            format!("{shown}/{}", articles(all))
        }
    },
    count_unit: |_| "篇文章",

    search_articles: "搜索这些文章",
    articles_label: "文章",
    beside_list: "列表旁",
    completions: "搜索建议",
    without_scripts: "JavaScript 已关闭，因此无法搜索和筛选。每篇文章及其说法都有单独的页面。",
    no_such_article: |id| format!("网址要求的文章“{id}”不在本页中；现列出全部文章。"),
    no_such_source: |name| format!("网址要求的来源“{name}”没有对应的文章。"),
    problem: collection_problem,
    too_large_to_save: "这个文集太大，无法存为一个文件；请打开一篇文章后保存。",

    more_of_introduction: "展开简介",

    when: "时间",
    who: "发言者",
    when_and_who: "时间与发言者",
    choose_period: "在柱形上拖动以选择时段。",
    clear_period: "清除",
    period_from: "从",
    period_to: "至",
    period,
    tick,
    timeline: |interval, span, count| {
        let by = match interval {
            Interval::Day => "日".to_owned(),
            Interval::Week => "周".to_owned(),
            Interval::Months(1) => "月".to_owned(),
            Interval::Months(3) => "季度".to_owned(),
            Interval::Months(12) => "年".to_owned(),
            Interval::Months(months) => format!("每{}年", months / 12),
        };
        format!("按{by}统计的说法，{}：{}", period(span), claims(count))
    },
    speaker_bars: |count| format!("{count}位发言者的说法"),
    not_in_timeline: |undated, imprecise| {
        let without = match undated {
            0 => String::new(),
            undated => format!("{}没有日期", articles(undated)),
        };
        let comma = if undated > 0 && imprecise > 0 {
            "，"
        } else {
            ""
        };
        let rough = match imprecise {
            0 => String::new(),
            imprecise => format!("{}只有年份或月份", articles(imprecise)),
        };
        format!("未列入时间线：{without}{comma}{rough}。")
    },
    one_date: |date| format!("全部文章发表于同一时间：{}。", period(date)),
    no_dates: "这些文章没有日期，因此没有时间线。",
    charts_cover: |all| format!("图表涵盖全部{}，不受筛选影响。", articles(all)),
    table: "表格",
    show_table_of: |heading| format!("表格：{heading}"),
    total: "合计",
    period_column: "时段",
    speaker_column: "发言者",
    all_speakers: |count, are_all| {
        let all = if are_all { "全部" } else { "" };
        format!("显示{all}{count}位")
    },
    fewer_speakers: "收起",
    claim_unit: |_| "条说法",
    save_charts: "图表",
    save_charts_note: "将图表下载为图片，或将数据下载为表格。",

    names: "名称",
    order: "排序：",
    order_by: |order| match order {
        SortOrder::Relevance => "相关度",
        SortOrder::Newest => "最新在前",
        SortOrder::Oldest => "最早在前",
        SortOrder::Title => "标题",
    },
    partial_matches: "没有一篇文章包含所有这些词。以下文章包含其中一部分。",
    claims_by: |count, has_speakers| {
        let by = if has_speakers { "，发言者：" } else { "" };
        format!("{}{by}", claims(count))
    },
    copies: |count| format!("另有{count}篇内容几乎相同"),
    and_more: |count| format!("另有{count}个"),
    stepped_to: |at, all, title| format!("第{at}篇文章，共{all}篇：{title}"),
    show_more: |left| format!("显示更多（还有{left}项）"),

    show_articles: |count| format!("显示{}", articles(count)),
    no_articles: "这个文集中没有文章。",
    no_article_left: "没有符合条件的文章。",
    no_article_found: "没有符合条件的文章。",
    none_of_first: |count| format!("前{}都不符合筛选条件。", articles(count)),
    search_filter: "搜索",
    threshold_filter: "最低可信度",
    leaves_articles: |count| format!("（{}符合条件）", articles(count)),

    same_by_name: "仅按名称匹配。不同文章所指的可能不是同一个人。",
    named_in: "出现于",

    collection: "文集",
    all_articles: "‹ 全部文章",

    building_index: |done, all| format!("正在建立搜索索引：{done}/{}…", articles(all)),
    looking: |all| format!("正在搜索{}…", articles(all)),
    of_fetched: |listed, fetched| format!("已加载的{}中的{listed}篇", articles(fetched)),
    at_most: |found, all| format!("{}中最多{found}篇", articles(all)),
    listed: |count, all| format!("列出{count}篇，含{}", claims(all)),
    build_index: |all| format!("在此建立索引（全部{}）", articles(all)),
    scope: |all, fetched| {
        format!(
            "词语、来源和发言者在全部{}中查找。说法、名称和筛选旁的数字只涵盖为此列表加载的{}。",
            articles(all),
            articles(fetched)
        )
    },
    file_unreachable: "无法访问文件",
    server_answers: |status| format!("服务器返回 {status}"),
    file_broke_off: "文件传输中断",
    no_such_file: "文件不存在",
};

fn articles(count: usize) -> String {
    format!("{count}篇文章")
}
