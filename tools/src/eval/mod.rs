//! `cargo xtask eval`: measures the quality of results on judged collections.

mod judged;
mod measures;
mod search;

pub(crate) use judged::Judged;

use std::path::Path;

use anyhow::{Result, bail};

/// Runs an evaluation: `search DIR…` or `annotate DIR`.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        Some((what, folders)) if what == "search" && !folders.is_empty() => folders
            .iter()
            .try_for_each(|dir| search::run(Path::new(dir))),
        Some((what, _)) if what == "annotate" => crate::annotate::eval(arguments),
        _ => bail!("`eval` knows `search DIR…` and `annotate DIR`"),
    }
}
