//! The classes of words: each is a line of `names.txt`, `grammar.txt` or `words.txt`, or is given to
//! the verbs of `cues.txt`.

/// The classes of a word, as bits.
pub type Classes = u64;
/// A first name.
pub const FIRST: Classes = 1;
/// A family name.
pub const SURNAME: Classes = 1 << 1;
/// A country, region, city, sea.
pub const PLACE: Classes = 1 << 2;
/// A nationality, a religion, a political group.
pub const PEOPLE: Classes = 1 << 3;
/// An organisation.
pub const ORG: Classes = 1 << 4;
/// A word within the names of organisations.
pub const ORG_WORD: Classes = 1 << 5;
/// A word within the names of places.
pub const PLACE_WORD: Classes = 1 << 6;
/// A title before a name.
pub const TITLE: Classes = 1 << 7;
/// A word for a speaker: "spokesman", "officials", "report".
pub const ROLE: Classes = 1 << 8;
/// A month.
pub const MONTH: Classes = 1 << 9;
/// A day of the week.
pub const WEEKDAY: Classes = 1 << 10;
/// A determiner or small number.
pub const DETERMINER: Classes = 1 << 11;
/// A pronoun.
pub const PRONOUN: Classes = 1 << 12;
/// A pronoun that can be a subject.
pub const SUBJECT: Classes = 1 << 13;
/// A preposition.
pub const PREPOSITION: Classes = 1 << 14;
/// A conjunction.
pub const CONJUNCTION: Classes = 1 << 15;
/// An auxiliary verb or "not".
pub const AUXILIARY: Classes = 1 << 16;
/// An adverb.
pub const ADVERB: Classes = 1 << 17;
/// A word that often opens a sentence and is rarely part of a name.
pub const OPENER: Classes = 1 << 18;
/// "that", "whether" and the like, before the content of a claim.
pub const PARTICLE: Classes = 1 << 19;
/// A form of a reporting verb.
pub const CUE: Classes = 1 << 20;
/// A verb, in a form that is rarely or never anything else.
pub const VERB: Classes = 1 << 21;
/// A function word of another language that is no common English word.
pub const FOREIGN: Classes = 1 << 22;
/// A form of a verb that can express a stance towards a thing or a deed.
pub const ATTITUDE: Classes = 1 << 23;
/// An abbreviation of a state of the United States, without its last full stop.
pub const STATE: Classes = 1 << 24;
/// The seat of a government, whose name can mean the government.
pub const SEAT: Classes = 1 << 25;
/// A word for a country, a company or another community that acts as one.
pub const COMMUNITY: Classes = 1 << 26;
/// A thing whose word ends like that of somebody who acts.
pub const NO_AGENT: Classes = 1 << 27;
/// A word that opens a time, a place or a circumstance.
pub const WHEN_OR_WHERE: Classes = 1 << 28;
/// A word that opens another clause.
pub const CLAUSE_OPENER: Classes = 1 << 29;
/// Where something is said: a letter, a speech.
pub const MEDIUM: Classes = 1 << 30;
/// What a writer calls the deed or remark just reported: ", a move seen as".
pub const REMARK: Classes = 1 << 31;
/// An adverb that belongs to the clause after it.
pub const FOCUS: Classes = 1 << 32;
/// A verb for speaking about something, in its base form.
pub const SPEAKING: Classes = 1 << 33;
/// A form of "be".
pub const BE: Classes = 1 << 34;
/// A noun that ends like an adjective.
pub const NO_ADJECTIVE: Classes = 1 << 35;
/// A word in "ly" that is no adverb.
pub const NO_ADVERB: Classes = 1 << 36;
/// A word that opens a relative or a dependent clause.
pub const SUBORDINATOR: Classes = 1 << 37;
/// A word for a time: "today", "week".
pub const TIME_WORD: Classes = 1 << 38;
/// A reporting verb that may stand before its speaker.
pub const BEFORE_SPEAKER: Classes = 1 << 39;
/// What a statement is published in: a letter, a post.
pub const DOCUMENT: Classes = 1 << 40;
/// A word before a title in quotation marks.
pub const ENTITLED: Classes = 1 << 41;
/// A word that ends the phrase of a speaker.
pub const AFTER_NAME: Classes = 1 << 42;
/// A power of ten: "million".
pub const SCALE: Classes = 1 << 43;
/// A code before an amount: "EUR".
pub const CURRENCY_CODE: Classes = 1 << 44;
/// A unit of money.
pub const CURRENCY: Classes = 1 << 45;
/// A unit of measurement.
pub const UNIT: Classes = 1 << 46;
/// A number in words, or a vague one.
pub const COUNT: Classes = 1 << 47;
/// The last word of the name of a law or a treaty.
pub const LAW: Classes = 1 << 48;
/// A word before the number of a law.
pub const NUMBERED_LAW: Classes = 1 << 49;
/// A word for people that is more often something else.
pub const NO_PEOPLE: Classes = 1 << 50;
/// A period of the calendar.
pub const PERIOD: Classes = 1 << 51;
/// A span of time.
pub const SPAN: Classes = 1 << 52;
/// An office before a name.
pub const OFFICE: Classes = 1 << 53;
/// What a company has: shares, customers.
pub const BUSINESS: Classes = 1 << 54;
/// A word for a company or another body.
pub const BODY: Classes = 1 << 55;
/// An acronym that is no body.
pub const NO_BODY: Classes = 1 << 56;
/// A citizen of a country, in one word.
pub const CITIZEN: Classes = 1 << 57;
/// The legal form of a company, after its name.
pub const LEGAL_FORM: Classes = 1 << 58;
/// A particle within a family name.
pub const NAME_PARTICLE: Classes = 1 << 59;
/// The last word of the name of an event or a prize.
pub const EVENT: Classes = 1 << 60;
/// A label before a colon that names no speaker.
pub const NO_TURN: Classes = 1 << 61;

/// A noun whose object follows "in": "a cut in".
pub const CHANGE: Classes = 1 << 62;

/// A number from two to ten, in words.
pub const NUMERAL: Classes = 1 << 63;

/// The class with this name in the lists; 0 if there is none.
pub(super) fn class_of(name: &str) -> Classes {
    match name {
        "first" => FIRST,
        "surname" => SURNAME,
        "place" => PLACE,
        "people" => PEOPLE,
        "org" => ORG,
        "orgword" => ORG_WORD,
        "placeword" => PLACE_WORD,
        "title" => TITLE,
        "role" => ROLE,
        "state" => STATE,
        "seat" => SEAT,
        "month" => MONTH,
        "weekday" => WEEKDAY,
        "determiner" => DETERMINER,
        "pronoun" => PRONOUN,
        "subject" => SUBJECT,
        "preposition" => PREPOSITION,
        "conjunction" => CONJUNCTION,
        "auxiliary" => AUXILIARY,
        "adverb" => ADVERB,
        "opener" => OPENER,
        "particle" => PARTICLE,
        "verb" => VERB,
        "foreign" => FOREIGN,
        "community" => COMMUNITY,
        "noagent" => NO_AGENT,
        "when" => WHEN_OR_WHERE,
        "clauseopener" => CLAUSE_OPENER,
        "medium" => MEDIUM,
        "numeral" => NUMERAL,
        "change" => CHANGE,
        "remark" => REMARK,
        "focus" => FOCUS,
        "speaking" => SPEAKING,
        "be" => BE,
        "noadjective" => NO_ADJECTIVE,
        "noadverb" => NO_ADVERB,
        "subordinator" => SUBORDINATOR,
        "timeword" => TIME_WORD,
        "beforespeaker" => BEFORE_SPEAKER,
        "document" => DOCUMENT,
        "entitled" => ENTITLED,
        "aftername" => AFTER_NAME,
        "scale" => SCALE,
        "currencycode" => CURRENCY_CODE,
        "currency" => CURRENCY,
        "unit" => UNIT,
        "count" => COUNT,
        "law" => LAW,
        "numberedlaw" => NUMBERED_LAW,
        "nopeople" => NO_PEOPLE,
        "period" => PERIOD,
        "span" => SPAN,
        "office" => OFFICE,
        "business" => BUSINESS,
        "body" => BODY,
        "nobody" => NO_BODY,
        "citizen" => CITIZEN,
        "legalform" => LEGAL_FORM,
        "nameparticle" => NAME_PARTICLE,
        "event" => EVENT,
        "noturn" => NO_TURN,
        _ => 0,
    }
}
