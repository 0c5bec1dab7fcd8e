//! Commands for articles and built programs: bundling, packing, annotating, training and
//! measuring. `cargo xtask` installs what a command needs and runs it.

mod annotate;
mod bench;
mod bundle;
mod compression;
mod eval;
mod large_collection;
mod process;
mod project;
mod synthetic;
mod test_bundles;

use anyhow::bail;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let arguments: Vec<String> = arguments.collect();
    let result = match command.as_str() {
        "annotate" => annotate::annotate(&arguments),
        "bench" => bench::run(&arguments),
        "bundle" => bundle::run(&arguments),
        "eval" => eval::run(&arguments),
        "pack" => bundle::pack(&arguments),
        "test-bundles" => test_bundles::run(&arguments),
        "train" => annotate::train(&arguments),
        unknown => (|| bail!("unknown command `{unknown}`; see `cargo xtask help`"))(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
