//! The colours of speakers.

use crate::indexed_article::Numbers;

/// The colour of each speaker, as a number. A speaker keeps it under every filter.
///
/// ```
/// use explore::SpeakerColours;
///
/// let colours = SpeakerColours::ranked(["guo", "words:widely seen", "commission"]);
/// assert_eq!(colours.of("guo"), 0);
/// assert_eq!(colours.of("commission"), 1);
/// assert_eq!(colours.of("words:widely seen"), SpeakerColours::GREY);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeakerColours(Numbers);

impl SpeakerColours {
    /// The colour of speakers without one of their own. It is also the number of the others.
    pub const GREY: u8 = 7;

    /// Gives the first seven named speakers a colour each. The keys are those of
    /// [`speaker_key`](crate::speaker_key), most claims first.
    #[must_use]
    pub fn ranked<'a>(keys: impl IntoIterator<Item = &'a str>) -> Self {
        let named = keys.into_iter().filter(|key| is_named(key));
        named.zip(0..Self::GREY).collect()
    }

    /// The colours after an edit: speakers keep theirs, and those without one get what has become
    /// free. The keys are those of [`Self::ranked`].
    #[must_use]
    pub fn after<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> Self {
        let named = keys.into_iter().filter(|key| is_named(key));
        let (kept, others): (Vec<&str>, Vec<&str>) =
            named.partition(|key| self.of(key) < Self::GREY);
        let kept: Vec<(&str, u8)> = kept.into_iter().map(|key| (key, self.of(key))).collect();
        let is_free = |colour: &u8| kept.iter().all(|(_, taken)| taken != colour);
        let free = (0..Self::GREY).filter(is_free);
        let new: Vec<(&str, u8)> = others.into_iter().zip(free).collect();
        kept.into_iter().chain(new).collect()
    }

    /// The colour of a speaker, from 0 to [`GREY`](Self::GREY).
    #[must_use]
    pub fn of(&self, key: &str) -> u8 {
        let colour = self.0.get(key).copied();
        colour.map_or(Self::GREY, |colour| colour as u8)
    }
}

impl<'a> FromIterator<(&'a str, u8)> for SpeakerColours {
    /// Colours that were given to speakers elsewhere. Numbers from [`GREY`](Self::GREY) on are
    /// grey.
    fn from_iter<T: IntoIterator<Item = (&'a str, u8)>>(colours: T) -> Self {
        let colours = colours.into_iter();
        Self(
            colours
                .map(|(key, colour)| (key.into(), colour.min(Self::GREY).into()))
                .collect(),
        )
    }
}

/// Whether a key names a speaker: it is the id of an entity.
fn is_named(key: &str) -> bool {
    !key.starts_with("words:") && key != "unnamed:"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eighth_speaker_is_grey_and_so_is_nobody() {
        let keys = [
            "a",
            "unnamed:",
            "b",
            "c",
            "words:some",
            "d",
            "e",
            "f",
            "g",
            "h",
            "i",
        ];
        let colours = SpeakerColours::ranked(keys);
        let found = keys.map(|key| colours.of(key));
        assert_eq!(found, [0, 7, 1, 2, 7, 3, 4, 5, 6, 7, 7]);
        assert_eq!(colours.of("unknown"), 7);
    }

    #[test]
    fn an_edit_leaves_speakers_their_colours() {
        let before = SpeakerColours::ranked("abcdefgh".split("").filter(|key| !key.is_empty()));
        // The speakers after an edit, most claims first, and their colours.
        for (speakers, expected) in [
            ("abcdefgh", "01234567"),
            ("hgfedcba", "76543210"),
            ("cbh", "210"),
            ("hicdefga", "17234560"),
            ("iabcdefg", "70123456"),
        ] {
            let keys = || speakers.split("").filter(|key| !key.is_empty());
            let after = before.after(keys());
            let colours: String = keys().map(|key| after.of(key).to_string()).collect();
            assert_eq!(colours, expected, "{speakers}");
        }
    }

    #[test]
    fn colours_from_elsewhere_are_kept() {
        let colours: SpeakerColours = [("a", 3), ("b", 200)].into_iter().collect();
        assert_eq!(["a", "b", "c"].map(|key| colours.of(key)), [3, 7, 7]);
    }
}
