//! Problems with an address, a query or a collection, in Chinese.

use explore::{Among, CollectionProblem, Problem};
use search::{Field, MAX_TERMS, QueryProblem};

use super::article::facet as label;

/// A date as queries contain it.
const DATE: &str = "日期，例如 2026-01-22";

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Query(problem) => query_problem(problem),
        Problem::NotInText { word } => format!("文中没有“{word}”；已标出拼写相近的词"),
        Problem::NotInArticles { word, alike } => {
            format!("这些文章中没有“{word}”；已改为搜索：{}", alike.join("、"))
        }
        Problem::QuotedNowhere { words } => {
            format!("没有与“{words}”完全一致的文字；已改为搜索其中的词")
        }
        Problem::UnknownMode { value } => {
            format!("网址要求的视图“{value}”不存在；可用的有“article”“claims”“compare”和“table”。")
        }
        Problem::InvalidConfidence { value } => {
            format!("网址要求的可信度“{value}”无效；应为 0 到 100 之间的整数。")
        }
        Problem::UnknownValue {
            facet,
            value,
            among,
        } => format!(
            "网址要求筛选{}“{value}”，但{}没有。",
            label(*facet),
            place(*among)
        ),
        Problem::UnknownEntity { id, among } => {
            let id = id.as_str();
            format!("网址要求显示名称“{id}”，但{}没有。", place(*among))
        }
        Problem::UnknownClaim { id, among } => {
            let id = id.as_str();
            format!("网址要求显示说法“{id}”，但{}没有。", place(*among))
        }
    }
}

fn place(among: Among) -> &'static str {
    match among {
        Among::Article => "本文中",
        Among::Articles => "这些文章中",
    }
}

fn query_problem(problem: &QueryProblem) -> String {
    match problem {
        QueryProblem::TooManyTerms => format!("只搜索前{MAX_TERMS}个词"),
        QueryProblem::NoWords => "搜索内容中没有可搜索的词".to_owned(),
        QueryProblem::NoValue(field) => {
            let name = field.as_str();
            match field.values() {
                Some(values) => format!("请在“{name}:”后输入以下之一：{values}"),
                None => format!("请在“{name}:”后输入{}", wanted(*field)),
            }
        }
        QueryProblem::InvalidValue { field, value } => {
            let values = field.values();
            let values = values.unwrap_or_else(|| match field {
                Field::Date | Field::Before | Field::After => DATE.to_owned(),
                _ => "任意词语".to_owned(),
            });
            let name = field.as_str();
            format!("“{name}:”后应为{values}；“{value}”按普通词语搜索")
        }
        QueryProblem::OrBesideFilter => {
            "OR 只能连接词语和引文；搜索内容的其余部分须全部满足".to_owned()
        }
        QueryProblem::AmbiguousDate(date) => {
            format!("“{date}”可能指两个日期；两个都会搜索。把年份写在前面即可只搜一个")
        }
        QueryProblem::UnknownField(name) => format!("“{name}:”不是筛选条件；已按普通词语搜索"),
    }
}

fn wanted(field: Field) -> &'static str {
    match field {
        Field::Date | Field::Before | Field::After => DATE,
        Field::Title => "词语",
        _ => "名称",
    }
}

pub(super) fn collection_problem(problem: &CollectionProblem) -> String {
    // Numbers are copied: writing a reference to one would be code that parts share.
    match *problem {
        CollectionProblem::SameId { ref id, ref title } => {
            let id = id.as_str();
            format!("有两篇文章的标识都是“{id}”；第二篇《{title}》未收入。")
        }
        CollectionProblem::UnusableIndex {
            ref reason,
            loaded,
            all,
        } => format!("搜索索引无法使用：{reason}。目前只搜索已加载的{loaded}篇文章（共{all}篇）。"),
        CollectionProblem::MissingParts {
            count,
            ref reason,
            ref words,
        } => {
            let missing = if words.is_empty() {
                "下方内容可能不完整。".to_owned()
            } else {
                let words: String = words.iter().map(|word| format!("“{word}”")).collect();
                format!("未能查找：{words}。")
            };
            format!("搜索索引有{count}个部分无法加载（{reason}）。{missing}")
        }
        CollectionProblem::MissingArticles { count, ref reason } => {
            format!("找到的文章中有{count}篇无法加载（{reason}）。")
        }
    }
}
