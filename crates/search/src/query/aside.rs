//! Words that a query does without: function words beside content words, and the words with
//! which a reader asks for documents.

use super::dates::day_at;
use super::pieces::Piece;
use text::terms::is_among;
use text::words::words;

/// Function words in these capitals are other words: the country, the organisation.
const IN_CAPITALS: &str = "US WHO IT";

/// Words in which a frame such as "articles that deal with …" asks for documents.
const DOCUMENTS: &str = "abstracts anything article articles descriptions discussions document \
    documents information paper papers references reports someone something anyone work";

/// The reader, in "I would like …", "give me …".
const READER: &str = "i i'd i'm me interested find";

/// Words of request that join content words, whatever stands before them.
const JOINING: &str = "al concerning dealing e.g et etc i.e please regarding related relating \
    using interested";

/// Words after which a frame is complete: what follows is what the reader looks for.
const TOPIC: &str = "about concerning on regarding to with";

/// Verbs that say little between function words: "has been made of", "which deal with".
const VERBS: &str = "deal dealing deals dealt described describes describing discuss discussed \
    discusses discussing find get given giving made make use used using";

/// After these, a word is a noun: "the deal with Iran".
const DETERMINERS: &str = "a an any her his its my no our the their your";

/// English function words. In a query of content words they neither rank nor mark.
const FUNCTION_WORDS: &str = include_str!("../lexicon/function-words.txt");

/// English words with which a reader asks for documents: "articles that deal with …". They are
/// set aside only in such a frame, never in "trade deal".
const REQUEST_WORDS: &str = include_str!("../lexicon/request-words.txt");

/// Whether a folded word is a function word.
pub(crate) fn is_function_word(folded: &str) -> bool {
    is_among(folded, FUNCTION_WORDS)
}

/// What a piece of a query is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Content,
    Function,
    Request,
}

struct Word {
    /// In lower case, with a straight apostrophe; empty if the piece is not one plain word.
    lower: String,
    role: Role,
    /// Whether a sentence ends with it.
    ends: bool,
    /// Whether the query does without it.
    is_dropped: bool,
}

/// Leaves out the pieces that a query of content words does without. A query of function words
/// alone keeps them, and so does the word that is being typed.
pub(super) fn set_aside(pieces: &mut Vec<Piece>) {
    let shouted = !pieces.iter().any(|piece| has_small_letter(&piece.body));
    let words = pieces.iter().zip(0..);
    let mut words: Vec<Word> = words
        .map(|(piece, at)| word(piece, at == 0, shouted))
        .collect();
    for at in 0..pieces.len() {
        // "may 22": the month is no function word.
        let day = day_at(pieces.get(at..).unwrap_or_default());
        let length = day.map_or(0, |day| day.length);
        for word in words.iter_mut().skip(at).take(length) {
            word.role = Role::Content;
        }
    }
    for (word, piece) in words.iter_mut().zip(&*pieces) {
        word.is_dropped = word.role == Role::Function && !piece.is_typed();
    }
    for sentence in words.split_inclusive_mut(|word| word.ends) {
        for at in frame(sentence) {
            if let Some(word) = sentence.get_mut(at) {
                word.is_dropped = true;
            }
        }
    }
    let keeps_content = |words: &[Word]| {
        let mut left = pieces.iter().zip(words);
        left.any(|(piece, word)| {
            let is_content = word.role != Role::Function && piece.field.is_none();
            !word.is_dropped && !piece.excluded && is_content && has_words(piece)
        })
    };
    if !keeps_content(&words) {
        // Words of request may be all that a query has.
        for word in &mut words {
            word.is_dropped &= word.role == Role::Function;
        }
    }
    if !keeps_content(&words) {
        return;
    }
    let mut words = words.into_iter();
    let mut follows_kept = false;
    pieces.retain_mut(|piece| {
        piece.or &= follows_kept;
        follows_kept = words.next().is_some_and(|word| !word.is_dropped);
        follows_kept
    });
}

fn has_words(piece: &Piece) -> bool {
    words(&piece.body).next().is_some()
}

fn has_small_letter(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

fn word(piece: &Piece, is_first: bool, shouted: bool) -> Word {
    let ends = piece.body.ends_with(['.', '?', '!', ';', ':']) && !piece.quoted;
    let mut found = Word {
        lower: String::new(),
        role: Role::Content,
        ends,
        is_dropped: false,
    };
    if !piece.is_plain() {
        return found;
    }
    let mut ranges = words(&piece.body);
    let (Some(range), None) = (ranges.next(), ranges.next()) else {
        return found;
    };
    let written = range.of(&piece.body);
    found.lower = written.to_ascii_lowercase().replace('’', "'");
    let is_other_word = match written {
        "May" => true,
        "Will" => !is_first && !shouted,
        _ => is_among(written, IN_CAPITALS) && !shouted,
    };
    if is_other_word || found.lower == "us" {
        return found;
    }
    if is_among(&found.lower, FUNCTION_WORDS) {
        found.role = Role::Function;
    } else if is_among(&found.lower, REQUEST_WORDS) {
        found.role = Role::Request;
    }
    found
}

/// The places of words of request in the frames of a sentence.
fn frame(sentence: &[Word]) -> Vec<usize> {
    let says_little = |at: usize| {
        let is = |at: usize, role| sentence.get(at).is_some_and(|word| word.role == role);
        let named = |at: usize, words: &str| {
            let word = sentence.get(at);
            word.is_some_and(|word| is_among(&word.lower, words))
        };
        let before = at.wrapping_sub(1);
        let is_noun = named(before, DETERMINERS) && !named(at, "use");
        let is_between = is(before, Role::Function) && is(at + 1, Role::Function);
        named(at, JOINING) || (named(at, VERBS) && is_between && !is_noun)
    };
    let mut found: Vec<usize> = (0..sentence.len()).filter(|at| says_little(*at)).collect();
    let mut run = Vec::new();
    let (mut asks, mut by_reader) = (false, false);
    for (word, at) in sentence.iter().zip(0..) {
        by_reader |= is_among(&word.lower, READER);
        match word.role {
            Role::Content => break,
            Role::Request => {
                asks |= is_among(&word.lower, DOCUMENTS);
                run.push(at);
            }
            Role::Function => {
                if (asks || by_reader) && is_among(&word.lower, TOPIC) {
                    // "that deal with", "which relate to": the frame ends with its verb.
                    found.extend(&run);
                    return found;
                }
            }
        }
    }
    let next_is_content = |at: &usize| {
        let next = sentence.get(at + 1);
        next.is_none_or(|word| word.role == Role::Content)
    };
    // "information technology": a word of request right before a content word belongs to it,
    // unless the reader asks for it.
    if by_reader || (asks && !run.last().is_some_and(next_is_content)) {
        found.extend(run);
    } else if asks && run.len() > 1 {
        run.pop();
        found.extend(run);
    }
    found
}
