//! What rules look for, in German. Their examples are English, like the texts they are for.

use annotate::Rule;

pub(super) fn rule_sentence(rule: Rule) -> &'static str {
    match rule {
        Rule::QuoteCueName => {
            "Auf ein Zitat folgt ein Verb des Sagens und dann, wer es sagt: “…,” said Ann Lee."
        }
        Rule::QuoteNameCue => {
            "Auf ein Zitat folgt, wer es sagt, und dann ein Verb des Sagens: “…,” Ann Lee said."
        }
        Rule::ClauseNameCue => {
            "Auf eine Aussage folgt nach einem Komma, wer sie macht, mit einem Verb des Sagens: it will rain, Ann Lee said."
        }
        Rule::ClauseCueName => {
            "Auf eine Aussage folgt ein Verb des Sagens und wer sie macht: it will rain, said Ann Lee."
        }
        Rule::CueQuote => "Auf ein Verb des Sagens folgt ein Zitat: Ann Lee said, “…”",
        Rule::CueNamingQuote => {
            "Jemand bezeichnet etwas mit Worten in Anführungszeichen: Ann Lee called it “…”"
        }
        Rule::CueThat => {
            "Auf ein Verb des Sagens folgt „that“ und eine Aussage: Ann Lee said that it will rain."
        }
        Rule::CueColon => "Auf ein Verb des Sagens folgt ein Doppelpunkt und das Gesagte.",
        Rule::CueClause => {
            "Auf ein Verb des Sagens folgt eine vollständige Aussage: Ann Lee said it will rain."
        }
        Rule::CueCharge => "Jemandem wird etwas vorgeworfen: Ann Lee accused them of lying.",
        Rule::CueInfinitive => {
            "Auf ein Verb des Sagens folgt „to“ und was versprochen oder verlangt wird: Ann Lee vowed to stay."
        }
        Rule::CueOrder => "Jemand wird zu etwas aufgefordert: Ann Lee urged them to stay.",
        Rule::CueThing => "Jemand bezieht Stellung zu einer Sache: Ann Lee denounced the sale.",
        Rule::AdjectiveThat => {
            "Jemand ist sicher, besorgt oder froh, dass etwas so ist: Ann Lee was sure that it will rain."
        }
        Rule::Turn => {
            "Ein Absatz beginnt mit einem Namen und einem Doppelpunkt, wie in einem Protokoll; der Rest sind die Worte dieser Person."
        }
        Rule::CueQuestion => {
            "Auf ein Verb des Fragens folgt eine sinngemäße Frage: Ann Lee asked whether it will rain."
        }
        Rule::AccordingTo => {
            "„According to“ oder eine ähnliche Wendung nennt, von wem die Aussage stammt."
        }
        Rule::WidelySeen => {
            "Der Text gibt eine Meinung als weit verbreitet wieder, ohne zu sagen, wer sie hat."
        }
        Rule::HeadlineColon => {
            "Eine Überschrift nennt vor einem Doppelpunkt jemanden und danach, was er oder sie sagt."
        }
        Rule::NounThat => {
            "Auf ein Substantiv für etwas Gesagtes folgt das Gesagte: her claim that it will rain."
        }
        Rule::QuoteSignature => {
            "Ein Zitat ist unterzeichnet: Darauf folgen ein Gedankenstrich und ein Name."
        }
        Rule::ColonQuote => {
            "Ein Zitat folgt auf einen Doppelpunkt, und der Satz davor sagt, wer spricht."
        }
        Rule::QuotationFollowsOn => {
            "Ein Zitat ohne Verb des Sagens setzt ein anderes fort; es wird der Person oder Stelle zugeordnet, die zuletzt gesprochen hat."
        }
        Rule::QuotationAlone => "Ein Zitat steht für sich, und nichts sagt, wer spricht.",
        Rule::QuotationInSentence => {
            "Ein längeres Zitat ist Teil eines Satzes; das Subjekt des Satzes gilt als Sprecher."
        }
        Rule::Tagger => {
            "Das statistische Modell, das an Texten mit markierten Namen trainiert wurde, hält diese Wörter für einen Namen."
        }
        Rule::AcronymInBrackets => {
            "Auf einen Namen folgt in Klammern seine Abkürzung, die von da an für ihn steht."
        }
        Rule::PlaceThatSpeaks => {
            "Ein Ort, der etwas sagt, steht für seine Regierung oder seine Behörden."
        }
        Rule::ShortName => {
            "Ein allgemeines Wort mit „the“ steht für eine Stelle, deren voller Name vorher genannt wurde: the commission."
        }
        Rule::Percentage => "Eine Zahl steht vor „per cent“, „%“ oder „percentage points“.",
        Rule::Quantity => "Eine Zahl steht vor einer Maßeinheit.",
        Rule::SumOfMoney => "Eine Zahl steht neben dem Zeichen oder dem Namen einer Währung.",
        Rule::Date => {
            "Die Wörter haben die Form eines Datums oder eines Tages, der vom Datum des Artikels aus gezählt wird."
        }
        Rule::Law => {
            "Die Wörter haben die Form, in der Gesetze, Entwürfe und Verträge bezeichnet werden."
        }
        Rule::Nationality => "Das Wort steht in der Liste der Völker und Nationalitäten.",
        Rule::PronounToPerson => {
            "„He“ oder „she“ wird auf die Person bezogen, die zuletzt gesprochen hat oder genannt wurde; das ist eine Vermutung."
        }
        Rule::PronounToBody => {
            "„It“ wird auf die Stelle bezogen, die zuletzt gesprochen hat; das ist eine Vermutung."
        }
        Rule::DescriptionToPerson => {
            "Eine Beschreibung wie „the spokesman“ wird auf die Person bezogen, die damit eingeführt wurde; das ist eine Vermutung."
        }
    }
}
