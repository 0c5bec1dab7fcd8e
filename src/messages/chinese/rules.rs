//! What rules look for, in Chinese. Their examples are English, like the texts they are for.

use annotate::Rule;

pub(super) fn rule_sentence(rule: Rule) -> &'static str {
    match rule {
        Rule::QuoteCueName => "引语之后是表示“说”的动词，再后面是发言者：“…,” said Ann Lee.",
        Rule::QuoteNameCue => "引语之后是发言者，再后面是表示“说”的动词：“…,” Ann Lee said.",
        Rule::ClauseNameCue => {
            "陈述之后是逗号、发言者和表示“说”的动词：it will rain, Ann Lee said."
        }
        Rule::ClauseCueName => "陈述之后是表示“说”的动词和发言者：it will rain, said Ann Lee.",
        Rule::CueQuote => "表示“说”的动词之后是引语：Ann Lee said, “…”",
        Rule::CueNamingQuote => "某人用引号中的词称呼某事物：Ann Lee called it “…”",
        Rule::CueThat => "表示“说”的动词之后是 that 和陈述：Ann Lee said that it will rain.",
        Rule::CueColon => "表示“说”的动词之后是冒号和所说的内容。",
        Rule::CueClause => "表示“说”的动词之后是完整的陈述：Ann Lee said it will rain.",
        Rule::CueCharge => "某人被指责做了某事：Ann Lee accused them of lying.",
        Rule::CueInfinitive => {
            "表示“说”的动词之后是 to 以及所承诺或要求的内容：Ann Lee vowed to stay."
        }
        Rule::CueOrder => "某人被要求做某事：Ann Lee urged them to stay.",
        Rule::CueThing => "某人对某事表明态度：Ann Lee denounced the sale.",
        Rule::AdjectiveThat => {
            "某人对某事感到确信、担心或高兴：Ann Lee was sure that it will rain."
        }
        Rule::Turn => "段落以姓名和冒号开头，如同记录稿；其余是此人所说的话。",
        Rule::CueQuestion => "表示“问”的动词之后是转述的问题：Ann Lee asked whether it will rain.",
        Rule::AccordingTo => "According to 或类似词语指出这是谁的说法。",
        Rule::WidelySeen => "作者转述一种普遍的看法，但没有说明是谁的看法。",
        Rule::HeadlineColon => "标题在冒号前点出某人，冒号后是其所说的内容。",
        Rule::NounThat => "表示言论的名词之后是其内容：her claim that it will rain.",
        Rule::QuoteSignature => "引语带有署名：后面是破折号和名字。",
        Rule::ColonQuote => "引语位于冒号之后，前一句说明了由谁说出。",
        Rule::QuotationFollowsOn => {
            "引语接在另一段引语之后，没有表示“说”的动词；归于上一位发言者。"
        }
        Rule::QuotationAlone => "引语单独出现，没有说明由谁说出。",
        Rule::QuotationInSentence => "较长的引语是作者句子的一部分；以该句的主语为发言者。",
        Rule::Tagger => "统计模型认为这些词是名称；该模型用人工标注名称的文本训练而成。",
        Rule::AcronymInBrackets => "名称之后的括号中是其缩写；此后该缩写即代表这个名称。",
        Rule::PlaceThatSpeaks => "发言的地点视为当地的政府或机构。",
        Rule::ShortName => "带 the 的普通名词代表前文出现过全称的机构：the commission.",
        Rule::Percentage => "数字后面是 per cent、% 或 percentage points。",
        Rule::Quantity => "数字后面是计量单位。",
        Rule::SumOfMoney => "数字旁边是货币符号或货币名称。",
        Rule::Date => "这些词符合日期的形式，或是从文章日期推算的某一天。",
        Rule::Law => "这些词符合法律、法案和条约名称的形式。",
        Rule::Nationality => "该词在民族和国籍列表中。",
        Rule::PronounToPerson => "He 或 she 视为最近发言或提到的人；这只是推测。",
        Rule::PronounToBody => "It 视为最近发言的机构；这只是推测。",
        Rule::DescriptionToPerson => "the spokesman 之类的描述视为以此介绍过的人；这只是推测。",
    }
}
