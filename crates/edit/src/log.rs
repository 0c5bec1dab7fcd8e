//! The form in which edits are kept: in the browser, and inside a published file.
//!
//! A log is read as if an enemy had written it. Its edits are read and made one by one; the first
//! that cannot be is reported, and nothing after it is done.

use std::rc::Rc;

use model::Article;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::{Edit, History, LogProblem, ReplayProblem, check};

/// The version of the log. Raise it with every change of [`Edit`] that older logs do not have the
/// form of, and read these too.
pub const VERSION: u32 = 1;

/// The most edits of a log, with those that were undone.
const MOST_EDITS: usize = 100_000;

/// The most work of a replay: for each edit about as much as the article has annotations. This
/// takes a few seconds.
const MOST_WORK: u64 = 500_000_000;

/// An edit in a log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The edit.
    pub edit: Edit,
    /// Who made it, if somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Rc<str>>,
    /// Why it was made.
    #[serde(default, skip_serializing_if = "Origin::is_editor")]
    pub origin: Origin,
}

/// Why an edit was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// An editor made it.
    #[default]
    Editor,
    /// It follows from what an editor decided before.
    Decisions,
    /// It adds somebody else’s annotations as suggestions.
    Others,
}

impl Origin {
    fn is_editor(&self) -> bool {
        *self == Self::Editor
    }
}

impl From<Edit> for Entry {
    fn from(edit: Edit) -> Self {
        Self {
            edit,
            by: None,
            origin: Origin::Editor,
        }
    }
}

/// A log as it is written.
#[derive(Serialize)]
struct LogRecord<'a> {
    version: u32,
    /// The length of the original text in code points.
    length: usize,
    /// The edits, in the order in which they were made.
    done: Vec<&'a Entry>,
    /// The edits that were undone; the last one is redone first.
    undone: &'a [Entry],
}

/// A log whose edits have not been read.
#[derive(Deserialize)]
struct UnreadLog {
    length: usize,
    done: Vec<Box<RawValue>>,
    #[serde(default)]
    undone: Vec<Box<RawValue>>,
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// What came of reading a log.
#[derive(Debug)]
pub struct Replay {
    /// The article with all edits that could be made.
    pub history: History,
    /// Why there are more edits in the log.
    pub stopped: Option<Stopped>,
}

/// Where a replay stopped before the end of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The number of edits that were made.
    pub done: usize,
    /// The reason why the next one was not.
    pub problem: ReplayProblem,
    /// The JSON of the edits that were not made, in order.
    pub rest: Vec<String>,
}

/// The log of a history as JSON.
pub(crate) fn to_json(history: &History) -> String {
    import::to_text(&LogRecord {
        version: VERSION,
        length: history.original().text.chars().count(),
        done: history.entries().collect(),
        undone: history.undone(),
    })
}

/// Makes the edits of a log.
pub(crate) fn replay(original: Article, json: &str) -> Result<Replay, LogProblem> {
    let (log, cut) = unread(json)?;
    if log.done.len().saturating_add(log.undone.len()) > MOST_EDITS {
        return Err(LogProblem::TooManyEdits);
    }
    check(&original).map_err(LogProblem::Article)?;
    if original.text.chars().count() != log.length {
        return Err(LogProblem::OtherText);
    }
    let mut history = History::of(original);
    let mut work: u64 = 0;
    let mut make = |entry: &RawValue| {
        let entry = read(entry)?;
        work = work.saturating_add(cost(&entry.edit, history.article()));
        if work > MOST_WORK {
            return Err(ReplayProblem::TooMuchWork);
        }
        Ok(history.record(entry)?)
    };
    let mut done = 0;
    let made = log.done.iter().try_for_each(|entry| {
        make(entry)?;
        done += 1;
        Ok(())
    });
    let cut_off = cut.as_ref();
    let cut_off = cut_off.map(|cut| ReplayProblem::Unreadable(cut.reason.clone()));
    let stopped = made.err().or(cut_off).map(|problem| {
        let entries = log.done.iter().skip(done);
        let rest = entries.map(|entry| entry.get().to_owned());
        let rest = rest.chain(cut.map(|cut| cut.rest)).collect();
        Stopped {
            done,
            problem,
            rest,
        }
    });
    if stopped.is_none() {
        // The last one is redone first; one that cannot be read hides those before it.
        let undone = log.undone.iter().rev();
        let mut undone: Vec<Entry> = undone.map_while(|entry| read(entry).ok()).collect();
        undone.reverse();
        history.set_undone(undone);
    }
    Ok(Replay { history, stopped })
}

/// The end of a log that was cut off.
struct CutOff {
    /// Why it cannot be read.
    reason: String,
    /// Its text.
    rest: String,
}

/// Reads a log without its edits. Of one that was cut off, the whole edits are read.
fn unread(json: &str) -> Result<(UnreadLog, Option<CutOff>), LogProblem> {
    const START: &str = r#""done":["#;
    let unreadable = |error: serde_json::Error| LogProblem::Unreadable(error.to_string());
    let of_this_version = |json: &str| {
        let Version { version } = serde_json::from_str(json).map_err(unreadable)?;
        if version != VERSION {
            return Err(LogProblem::Version(version));
        }
        serde_json::from_str::<UnreadLog>(json).map_err(unreadable)
    };
    let is_cut = serde_json::from_str::<IgnoredAny>(json)
        .err()
        .filter(serde_json::Error::is_eof);
    let Some((error, (head, mut rest))) = is_cut.zip(json.split_once(START)) else {
        return Ok((of_this_version(json)?, None));
    };
    let mut log = of_this_version(&[head, START, "]}"].concat())?;
    loop {
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Box<RawValue>>();
        let Some(Ok(entry)) = values.next() else {
            break;
        };
        rest = rest.get(values.byte_offset()..).unwrap_or_default();
        rest = rest.strip_prefix(',').unwrap_or(rest);
        log.done.push(entry);
    }
    let (reason, rest) = (error.to_string(), rest.to_owned());
    Ok((log, Some(CutOff { reason, rest })))
}

fn read(entry: &RawValue) -> Result<Entry, ReplayProblem> {
    let read = serde_json::from_str(entry.get());
    read.map_err(|error| ReplayProblem::Unreadable(error.to_string()))
}

/// About how much an edit has to look at.
fn cost(edit: &Edit, article: &Article) -> u64 {
    let annotations = article.entities.len() + article.mentions.len() + article.claims.len();
    let once = 1 + annotations + article.blocks.len() + article.text.len() / 256;
    let times = |edit: &Edit| match edit {
        Edit::Reject(items) => items.len().max(1),
        _ => 1,
    };
    let times: usize = edit.parts().into_iter().map(times).sum();
    (once as u64).saturating_mul(times as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{article, range};
    use crate::{ArticleFault, EditProblem, Item};
    use model::{ClaimId, EntityId};

    /// A log with these edits.
    fn log(done: &[&str], undone: &[&str]) -> String {
        let (done, undone) = (done.join(","), undone.join(","));
        let length = article().text.chars().count();
        format!(r#"{{"version":1,"length":{length},"done":[{done}],"undone":[{undone}]}}"#)
    }

    const KEEP: &str = r#"{"edit":{"keep":[{"claim":"c1"}]},"by":"Bo"}"#;
    const REMOVE: &str = r#"{"edit":{"remove-claim":"c1"}}"#;
    const WORDS: &str = r#"{"edit":{"change-text":{"range":{"start":0,"end":3},"words":"Jo"}}}"#;
    const OTHER: &str = r#"{"edit":{"sing":{}}}"#;

    #[test]
    fn a_log_has_a_stable_form() {
        let mut history = History::of(article());
        let keep = Edit::Keep(vec![Item::Claim(ClaimId::new("c1"))]);
        let entry = Entry {
            by: Some("Bo".into()),
            ..Entry::from(keep)
        };
        history.record(entry).unwrap();
        history
            .apply(Edit::RemoveClaim(ClaimId::new("c1")))
            .unwrap();
        let range = range(history.article(), "Ann");
        let words = "Jo".to_owned();
        history.apply(Edit::ChangeText { range, words }).unwrap();
        history.undo();
        let json = history.to_json();
        assert_eq!(json, log(&[KEEP, REMOVE], &[WORDS]));
        let read = replay(article(), &json).unwrap();
        assert_eq!(read.stopped, None);
        assert_eq!(read.history.article(), history.article());
        assert_eq!(read.history.undone(), history.undone());
    }

    #[test]
    fn a_log_that_does_not_fit_is_refused() {
        let refused = |json: &str| match replay(article(), json) {
            Ok(_) => panic!("{json} is read"),
            Err(problem) => problem,
        };
        for json in [
            "",
            "[]",
            "{}",
            r#"{"version":1}"#,
            r#"{"version":-1}"#,
            r#"{"version":1,"length":1,"done":3}"#,
        ] {
            assert!(matches!(refused(json), LogProblem::Unreadable(_)), "{json}");
        }
        let newer = r#"{"version":9,"anything":{}}"#;
        assert_eq!(refused(newer), LogProblem::Version(9));
        let other = r#"{"version":1,"length":7,"done":[]}"#;
        assert_eq!(refused(other), LogProblem::OtherText);
        let cut = r#"{"version":9,"length":7,"done":["#;
        assert_eq!(refused(cut), LogProblem::Version(9));
        let many = log(&vec!["0"; MOST_EDITS + 1], &[]);
        assert_eq!(refused(&many), LogProblem::TooManyEdits);
        let mut broken = article();
        broken.mentions[0].entity = EntityId::new("nobody");
        let problem = replay(broken, &log(&[], &[])).err();
        assert_eq!(problem, Some(LogProblem::Article(ArticleFault::Mentions)));
    }

    #[test]
    fn a_replay_stops_at_the_first_edit_that_cannot_be_made() {
        for (done, count, is_expected) in [
            (
                [KEEP, REMOVE, REMOVE, WORDS],
                2,
                (|problem| {
                    let missing = EditProblem::NoSuchClaim(ClaimId::new("c1"));
                    *problem == ReplayProblem::Edit(missing)
                }) as fn(&ReplayProblem) -> bool,
            ),
            ([KEEP, OTHER, REMOVE, WORDS], 1, |problem| {
                matches!(problem, ReplayProblem::Unreadable(_))
            }),
        ] {
            let read = replay(article(), &log(&done, &[])).unwrap();
            let stopped = read.stopped.unwrap();
            assert!(is_expected(&stopped.problem), "{:?}", stopped.problem);
            assert_eq!(stopped.done, count);
            assert_eq!(stopped.rest, done[count..]);
            assert_eq!(read.history.entries().len(), count);
        }
    }

    #[test]
    fn the_whole_edits_of_a_log_that_was_cut_off_are_made() {
        let whole = log(&[KEEP, REMOVE], &[WORDS]);
        let start = whole.find(KEEP).unwrap();
        let ends = [start + KEEP.len(), start + KEEP.len() + 1 + REMOVE.len()];
        for length in start..whole.len() {
            let cut = &whole[..length];
            let read = replay(article(), cut).unwrap();
            let stopped = read.stopped.unwrap();
            let done = ends.iter().filter(|end| **end <= length).count();
            assert_eq!((stopped.done, stopped.rest.len()), (done, 1), "{cut}");
            assert!(
                matches!(stopped.problem, ReplayProblem::Unreadable(_)),
                "{cut}"
            );
            assert!(cut.ends_with(&stopped.rest[0]), "{cut}");
        }
    }

    #[test]
    fn what_was_undone_is_read_as_far_as_it_can_be_redone() {
        let mut read = replay(article(), &log(&[], &[WORDS, OTHER, REMOVE, KEEP])).unwrap();
        assert_eq!(read.history.undone().len(), 2);
        assert!(read.history.redo().unwrap().is_some());
        assert!(read.history.redo().unwrap().is_some());
        assert_eq!(read.history.redo(), Ok(None));
        let mut read = replay(article(), &log(&[REMOVE], &[KEEP])).unwrap();
        let missing = EditProblem::NoSuchClaim(ClaimId::new("c1"));
        assert_eq!(read.history.redo(), Err(missing));
        assert_eq!(read.history.redo(), Ok(None));
    }

    #[test]
    fn work_is_limited() {
        let mut large = article();
        let ann = large.mentions[0].clone();
        large.mentions = vec![ann; 30_000];
        let all = Edit::All(vec![Edit::RemoveClaim(ClaimId::new("c1")); 20_000]);
        assert!(cost(&all, &large) > MOST_WORK);
        let names = vec![Item::Name(EntityId::new("ann")); 20_000];
        assert!(cost(&Edit::Reject(names), &large) > MOST_WORK);
        assert!(cost(&Edit::RemoveClaim(ClaimId::new("c1")), &large) < MOST_WORK / 10_000);
    }
}
