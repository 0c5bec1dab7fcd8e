//! The views that show claims without the text, in Chinese.

use formats::CitationWords;
use model::Form;

use super::dates::date;
use crate::messages::claims::ClaimsMessages;

pub(super) const CLAIMS: ClaimsMessages = ClaimsMessages {
    order_of_claims: "说法的排列顺序",
    by_speaker: "按发言者",
    in_order: "按原文顺序",
    more_claims: |next, left| {
        if next == left {
            format!("显示最后{next}条")
        } else {
            format!("再显示{next}条（剩余{left}条）")
        }
    },

    show_in_article: "在文章中查看",
    details: "详情",
    citation_words: CitationWords {
        date,
        claim: |words, form| match form {
            Form::Direct => words,
            Form::Indirect => format!("{words}（转述）"),
            Form::Mixed => format!("{words}（部分引用）"),
        },
    },

    compare: "对比",
    speakers_to_compare: "要对比的发言者",
    suggested: |most| {
        format!(
            "以下发言者的说法最多。请选择要对比的发言者，最多{}。",
            number(most)
        )
    },
    only_speaker: "只有一位发言者，无法对比。",
    choose_another: |name| format!("请再选择一位发言者，与{name}对比。"),
    no_more: |most| format!("最多可对比{}发言者。如需添加，请先移除一位。", number(most)),
    too_many: |chosen, most| format!("已选择{chosen}位发言者，只对比前{}。", number(most)),
    all_speakers: |count| format!("显示全部{count}位发言者"),
    about_subject: |name| format!("关于{name}"),
    speaker_about: |speaker, subject| format!("{speaker}谈{subject}"),
    no_claim: "没有说法",
    nothing_shared: "这些发言者没有谈到相同的话题。",
    subjects_of_one: "只有一方谈到的话题",
    other_subjects: "其他话题",
    see_above: "见上文",

    who_about_whom: "谁谈论谁",
    table_frame: "发言者与话题的表格",
    totals_note: "关于两个对象的说法在两列中都会计入，因此各列之和可能大于总数。",
    choose_in_table: "选择发言者、话题或数字，即可列出相应的说法。",
    claims_about: |count, speaker, subject| format!("{count}条说法：{speaker}谈{subject}"),
    about_claims: |speaker, subject, count| format!("{speaker}谈{subject}：{count}条说法"),
    whole_table: |count, subjects| format!("显示全部{count}位发言者和{subjects}个话题"),
    compare_speakers: |names| match names {
        [others @ .., last] if !others.is_empty() => format!("对比{}和{last}", others.join("、")),
        names => format!("对比{}", names.concat()),
    },
    clear_choice: "清除选择",
};

/// A small number of speakers in words.
fn number(count: usize) -> String {
    match count {
        2 => "两位".to_owned(),
        3 => "三位".to_owned(),
        count => format!("{count}位"),
    }
}
