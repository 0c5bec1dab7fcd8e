//! The annotator's lexicon of words and names: classes of words, loaded once from the lists
//! in `lexicon/`.

mod classes;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use model::Stance;

use classes::class_of;
pub use classes::*;

/// The frames that a reporting verb allows, as bits.
pub type Frames = u16;

/// With a clause, with or without "that".
pub const CLAUSE: Frames = 1;
/// Only with "that" or a question word.
pub const THAT: Frames = 1 << 1;
/// Only with a quotation.
pub const QUOTE: Frames = 1 << 2;
/// With an addressee before the content.
pub const ADDRESSEE: Frames = 1 << 3;
/// With an infinitive.
pub const INFINITIVE: Frames = 1 << 4;
/// With an addressee and an infinitive.
pub const ORDER: Frames = 1 << 5;
/// With a charge after "of" or "for".
pub const CHARGE: Frames = 1 << 6;
/// A verb of thinking, not of saying.
pub const THOUGHT: Frames = 1 << 7;
/// With a clause even if no verb is recognised in it.
pub const STRONG: Frames = 1 << 8;

/// With a thing: "denounced the sale".
pub const THING: Frames = 1 << 10;
/// With an infinitive, of a verb that reports nothing else: "plans to leave".
pub const PLAN: Frames = 1 << 11;

/// With an object that a quotation names: "called it “a farce”", "described him as “ill”".
pub const NAMING: Frames = 1 << 9;

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said", as past or participle
    Past,
    /// "saying"
    Ing,
    /// "written", only a participle
    Participle,
}

/// A form of a reporting verb.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// The stance that it expresses.
    pub stance: Stance,
    /// The stance with an infinitive or a charge, if that differs.
    pub second: Option<Stance>,
    /// The frames that it allows.
    pub frames: Frames,
    /// Additional frames before "on" or "upon".
    pub frames_on: Frames,
    /// The form.
    pub form: VerbForm,
}

/// A hasher for keys that are already hashes.
#[derive(Default)]
pub struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }
    fn write_u32(&mut self, value: u32) {
        self.0 = u64::from(value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

type ByHash<V> = HashMap<u32, V, BuildHasherDefault<Ready>>;

/// The classes of words and names.
pub struct Lexicon {
    words: ByHash<Classes>,
    cues: ByHash<Cue>,
    nouns: ByHash<Stance>,
    adjectives: ByHash<Stance>,
    charges: ByHash<Stance>,
    /// Names of several words, by the hash of their words; 0 for words that only begin a
    /// longer name.
    phrases: ByHash<Classes>,
}

static LEXICON: OnceLock<Lexicon> = OnceLock::new();

/// The longest name in the lists, in words.
pub const LONGEST_PHRASE: usize = 6;

/// The initial value for [`hash_byte`].
pub const HASH_START: u32 = 0x811C_9DC5;

/// One step of the FNV-1a hash.
#[must_use]
pub const fn hash_byte(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The FNV-1a hash of a lower-case word.
#[must_use]
pub const fn word_hash(word: &str) -> u32 {
    let mut rest = word.as_bytes();
    let mut hash = HASH_START;
    while let [byte, after @ ..] = rest {
        hash = hash_byte(hash, *byte);
        rest = after;
    }
    hash
}

/// Combines the hash of a phrase with that of its next word.
#[must_use]
pub const fn join(phrase: u32, word: u32) -> u32 {
    (phrase.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B1)
}

impl Lexicon {
    /// The lexicon, loaded on the first call.
    #[must_use]
    pub fn get() -> &'static Self {
        LEXICON.get_or_init(Self::read)
    }

    /// The classes of a word, given the hash of its lower-case form.
    #[must_use]
    pub fn classes(&self, word: u32) -> Classes {
        self.words.get(&word).copied().unwrap_or(0)
    }

    /// The reporting verb that the word is a form of.
    #[must_use]
    pub fn cue(&self, word: u32) -> Option<Cue> {
        self.cues.get(&word).copied()
    }

    /// The stance that a noun before "that" expresses: "his claim that".
    #[must_use]
    pub fn noun(&self, word: u32) -> Option<Stance> {
        self.nouns.get(&word).copied()
    }

    /// The stance that an adjective before "that" expresses: "was afraid that".
    #[must_use]
    pub fn adjective(&self, word: u32) -> Option<Stance> {
        self.adjectives.get(&word).copied()
    }

    /// The stance of rejecting what a noun means, if that is no criticism: "rejected the charge".
    #[must_use]
    pub fn charge(&self, word: u32) -> Option<Stance> {
        self.charges.get(&word).copied()
    }

    /// The classes of a name of several words; `Some(0)` if the words only begin one.
    #[must_use]
    pub fn phrase(&self, joined: u32) -> Option<Classes> {
        self.phrases.get(&joined).copied()
    }

    fn read() -> Self {
        let mut lexicon = Self {
            words: ByHash::default(),
            cues: ByHash::default(),
            nouns: ByHash::default(),
            adjectives: ByHash::default(),
            charges: ByHash::default(),
            phrases: ByHash::default(),
        };
        for (class, entries) in lines(include_str!("lexicon/names.txt"))
            .chain(lines(include_str!("lexicon/grammar.txt")))
            .chain(lines(include_str!("lexicon/words.txt")))
        {
            let class = class_of(class);
            for entry in entries.split(", ") {
                lexicon.name(entry, class);
            }
        }
        for (head, entries) in lines(include_str!("lexicon/cues.txt")) {
            let (stance, frames) = head.split_once(' ').unwrap_or((head, "c"));
            let stance = Stance::parse(stance).unwrap_or(Stance::States);
            let frames = frames.chars().fold(0, |all, letter| all | frame_of(letter));
            for entry in entries.split(", ") {
                debug_assert!(!entry.ends_with(','), "{head}: {entry}");
                lexicon.verb(entry, stance, frames);
            }
        }
        for (head, entries) in lines(include_str!("lexicon/attitudes.txt")) {
            let (part, stance) = head.split_once(' ').unwrap_or((head, ""));
            let stance = Stance::parse(stance).unwrap_or(Stance::States);
            let words = match part {
                "noun" => &mut lexicon.nouns,
                "adjective" => &mut lexicon.adjectives,
                _ => &mut lexicon.charges,
            };
            words.extend(entries.split(", ").map(|entry| (word_hash(entry), stance)));
        }
        lexicon
    }

    fn name(&mut self, entry: &str, class: Classes) {
        if !entry.contains(' ') {
            *self.words.entry(word_hash(entry)).or_default() |= class;
            if class == PEOPLE {
                *self
                    .words
                    .entry(word_hash(&format!("{entry}s")))
                    .or_default() |= class;
            }
            return;
        }
        let mut joined = 0;
        let mut count = 0;
        for word in entry.split(' ') {
            joined = join(joined, word_hash(word));
            self.phrases.entry(joined).or_default();
            count += 1;
        }
        debug_assert!(count <= LONGEST_PHRASE, "{entry}");
        *self.phrases.entry(joined).or_default() |= class;
    }

    fn verb(&mut self, entry: &str, stance: Stance, frames: Frames) {
        let mut forms = entry.split('/');
        let base = forms.next().unwrap_or_default();
        let (base, particle) = base.split_once(' ').unwrap_or((base, ""));
        let past = forms
            .next()
            .map_or_else(|| inflected(base, "ed"), str::to_owned);
        let participle = forms.next();
        let third = if base.ends_with(['s', 'x', 'z', 'h', 'o']) && !base.ends_with("ugh") {
            format!("{base}es")
        } else if let Some(stem) = before_y(base) {
            format!("{stem}ies")
        } else {
            format!("{base}s")
        };
        let ing = inflected(base, "ing");
        let mut add = |word: &str, form: VerbForm| {
            let hash = word_hash(word);
            let attitude = frames & (THING | PLAN) != 0;
            *self.words.entry(hash).or_default() |= if attitude { ATTITUDE } else { CUE };
            let cue = self.cues.entry(hash).or_insert(Cue {
                stance,
                second: None,
                frames: 0,
                frames_on: 0,
                form,
            });
            if cue.frames != 0
                && cue.stance != stance
                && frames & (INFINITIVE | ORDER | CHARGE | THING | PLAN) != 0
            {
                cue.second = Some(stance);
            }
            if particle.is_empty() {
                cue.frames |= frames;
            } else {
                cue.frames_on |= frames;
            }
        };
        add(&third, VerbForm::Third);
        add(&ing, VerbForm::Ing);
        add(base, VerbForm::Base);
        add(&past, VerbForm::Past);
        if let Some(participle) = participle {
            add(participle, VerbForm::Participle);
        }
    }
}

/// The class and the entries of each line that is not a comment.
fn lines(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(": "))
}

fn frame_of(letter: char) -> Frames {
    match letter {
        'c' => CLAUSE | QUOTE,
        't' => THAT,
        'q' => QUOTE,
        'a' => ADDRESSEE,
        'i' => INFINITIVE,
        'o' => ORDER,
        'f' => CHARGE,
        'm' => THOUGHT,
        's' => STRONG,
        'n' => NAMING,
        'd' => THING,
        'p' => PLAN,
        _ => 0,
    }
}

/// The part of a word before a final "y" that changes to "i".
fn before_y(base: &str) -> Option<&str> {
    let stem = base.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'o', 'u'])).then_some(stem)
}

/// A regular past or "-ing" form: "admitted", "announcing", "denied".
fn inflected(base: &str, ending: &str) -> String {
    const DOUBLED: [&str; 22] = [
        "admit", "beg", "bet", "blog", "brag", "commit", "concur", "dub", "grin", "infer", "nod",
        "quip", "rebut", "refer", "regret", "shrug", "slam", "snap", "sob", "sum", "tip", "wag",
    ];
    if let Some(stem) = base.strip_suffix('e')
        && !base.ends_with("ee")
    {
        return format!("{stem}{ending}");
    }
    if ending == "ed" {
        if base.ends_with('e') {
            return format!("{base}d");
        }
        if let Some(stem) = before_y(base) {
            return format!("{stem}ied");
        }
    }
    if ["forget", "begin"].contains(&base) || DOUBLED.contains(&base) {
        let last = base.chars().next_back().unwrap_or_default();
        return format!("{base}{last}{ending}");
    }
    format!("{base}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_reporting_verbs() {
        let lexicon = Lexicon::get();
        for (word, stance, form) in [
            ("said", Stance::States, VerbForm::Past),
            ("says", Stance::States, VerbForm::Third),
            ("admitted", Stance::States, VerbForm::Past),
            ("announcing", Stance::States, VerbForm::Ing),
            ("denies", Stance::Denies, VerbForm::Third),
            ("denied", Stance::Denies, VerbForm::Past),
            ("written", Stance::States, VerbForm::Participle),
            ("slammed", Stance::Criticises, VerbForm::Past),
            ("warning", Stance::Warns, VerbForm::Ing),
            ("vowed", Stance::Promises, VerbForm::Past),
            ("urging", Stance::Asks, VerbForm::Ing),
            ("teaches", Stance::States, VerbForm::Third),
            ("agreed", Stance::Supports, VerbForm::Past),
            ("agreeing", Stance::Supports, VerbForm::Ing),
            ("guaranteed", Stance::Promises, VerbForm::Past),
            ("regretted", Stance::Criticises, VerbForm::Past),
            ("dubbed", Stance::States, VerbForm::Past),
            ("went", Stance::States, VerbForm::Past),
            ("goes", Stance::States, VerbForm::Third),
            ("labelled", Stance::States, VerbForm::Past),
            ("doubted", Stance::Denies, VerbForm::Past),
            ("cautioned", Stance::Warns, VerbForm::Past),
        ] {
            let cue = lexicon.cue(word_hash(word)).unwrap();
            assert_eq!((cue.stance, cue.form), (stance, form), "{word}");
        }
        assert!(lexicon.cue(word_hash("table")).is_none());
        let claims = lexicon.cue(word_hash("claims")).unwrap();
        assert_ne!(claims.frames & CLAUSE, 0);
    }

    #[test]
    fn no_stance_hides_another() {
        let lexicon = Lexicon::get();
        let mut hidden = Vec::new();
        for (head, entries) in lines(include_str!("lexicon/cues.txt")) {
            let (stance, letters) = head.split_once(' ').unwrap();
            let stance = Stance::parse(stance).unwrap();
            let frames = letters
                .chars()
                .fold(0, |all, letter| all | frame_of(letter));
            for entry in entries.split(", ") {
                let base = entry.split(['/', ' ']).next().unwrap();
                let cue = lexicon.cue(word_hash(base)).unwrap();
                let second = frames & (INFINITIVE | ORDER | CHARGE | THING | PLAN) != 0;
                if cue.stance != stance && !(second && cue.second == Some(stance)) {
                    hidden.push(format!("{head}: {entry}"));
                }
            }
        }
        assert_eq!(hidden, [""; 0]);
    }

    /// "Louis", "St.", "U.S."
    fn capitalised(word: &str) -> String {
        let initials = word.matches('.').count() > 1;
        let count = if initials { word.len() } else { 1 };
        let (first, rest) = word.split_at(if word.is_char_boundary(count) {
            count
        } else {
            0
        });
        first.to_uppercase() + rest
    }

    #[test]
    fn every_name_of_the_lists_can_be_found() {
        let lexicon = Lexicon::get();
        let mut unmet = Vec::new();
        for (head, entries) in lines(include_str!("lexicon/names.txt")) {
            for entry in entries.split(", ") {
                let written: Vec<String> = entry.split(' ').map(capitalised).collect();
                let text = format!("The {} is", written.join(" ").replace(" 's", "'s"));
                let document = crate::Document::of(&text);
                let known = match document.tokens.as_slice() {
                    [_, token, _] => token.classes,
                    [_, tokens @ .., _] => {
                        let joined = |all, token: &crate::tokens::Token| join(all, token.word);
                        lexicon.phrase(tokens.iter().fold(0, joined)).unwrap_or(0)
                    }
                    _ => 0,
                };
                if known & class_of(head) == 0 {
                    unmet.push(format!("{head}: {entry}"));
                }
            }
        }
        assert_eq!(unmet, [""; 0]);
    }

    #[test]
    fn every_list_is_of_a_class() {
        let lists = [
            include_str!("lexicon/names.txt"),
            include_str!("lexicon/grammar.txt"),
            include_str!("lexicon/words.txt"),
        ];
        let unknown: Vec<_> = lists
            .into_iter()
            .flat_map(lines)
            .filter(|(class, _)| class_of(class) == 0)
            .collect();
        assert_eq!(unknown, []);
    }

    #[test]
    fn names_of_several_words() {
        let lexicon = Lexicon::get();
        let of = |words: &str| {
            let joined = words
                .split(' ')
                .fold(0, |joined, word| join(joined, word_hash(word)));
            lexicon.phrase(joined)
        };
        assert_eq!(of("european commission"), Some(ORG));
        assert_eq!(of("united states"), Some(PLACE));
        assert_eq!(of("united"), Some(0));
        assert_eq!(of("european table"), None);
        assert_eq!(lexicon.classes(word_hash("swedes")) & PEOPLE, PEOPLE);
    }
}
