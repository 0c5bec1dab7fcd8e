//! Says how far a long piece of work is.

use std::time::{Duration, Instant};

/// How often it is said.
const PACE: Duration = Duration::from_secs(1);

/// Says on the standard error how far a piece of work is, once a second.
pub(super) struct Progress {
    what: &'static str,
    of: usize,
    done: usize,
    said: Instant,
}

impl Progress {
    /// Work on `of` things; `what` names them with what is done, such as “articles read”.
    pub(super) fn of(of: usize, what: &'static str) -> Self {
        Self {
            what,
            of,
            done: 0,
            said: Instant::now(),
        }
    }

    /// Another one is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        if self.said.elapsed() >= PACE {
            self.said = Instant::now();
            eprintln!("{} of {} {}", self.done, self.of, self.what);
        }
    }
}
