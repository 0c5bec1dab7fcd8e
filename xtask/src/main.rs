//! The project's own commands, run as `cargo xtask COMMAND`.

mod article_tools;
mod bench;
mod build;
mod bundle;
mod check;
mod duration;
mod pins;
mod process;
mod project;
mod serve;
mod setup;
mod tally;
mod test;
mod tidy;
mod tools;

use article_tools::Speed;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND [ARGUMENTS]

  serve   install what is missing, then serve the app and rebuild it on every change
          (arguments go to `trunk serve`, e.g. --open or --port 9000)
  build   install what is missing, then write the release build to dist/
          (arguments go to `trunk build`)
  check   what can be said of a change within a minute, or only the steps named: tidy format
          javascript clippy-native clippy-wasm native
  test    run every test, or only the suites named: tidy native data browser e2e;
          browser [NAME] runs the component tests with NAME in their names;
          e2e [NAME…] [--no-build] [--engine chromium|single|firefox|webkit|all] runs
          tests/e2e/NAME.test.mjs, in Chromium unless another browser is named, with
          --no-build on what is in dist/
  pack    make a bundle of another folder of articles: pack DIR [OUT] [--parts] [--compress];
          --parts makes files that are fetched one by one of a few articles too, --compress adds
          copies compressed with Brotli and gzip
  bench   measure all, or what is named: size keys open elements; annotate [DIR]: finding names
          and claims beside compromise; search DIR [--no-build]: our search beside others, on
          docs.jsonl and queries.jsonl of a folder; archive PACKED DIR: what a large collection
          fetches; growth [--from BYTES] [SHAPE…]: how times and memory grow with the input
  annotate FILE [--weights=FILE]
          find names and claims: of NAME.md, .txt, .html or .json drafts NAME.annotations.json beside
          it; of IN.jsonl ({id, text} a line) prints the same with entities and quotes
  eval    search DIR…: judge the search on judged collections;
          annotate DIR [--weights=FILE]: measure the annotator against texts that people marked
  train DATA [--out=FILE] [--everything]
          train the tagger of names, writing weights/ner.bin
  setup   only install what is missing, or only the parts named:
          target trunk wasm-bindgen wasm-opt scripts browser packages firefox webkit
  tidy    check the rules of the repository
  bundle  finish a build (called by Trunk)
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next();
    let arguments: Vec<String> = arguments.collect();

    let result = match command.as_deref() {
        Some("serve") => serve::run(&arguments).map(|()| ExitCode::SUCCESS),
        Some("build") => build::run(&arguments).map(|()| ExitCode::SUCCESS),
        Some("check") => check::run(&arguments),
        Some("test") => test::run(&arguments),
        Some("bench") => bench::run(&arguments),
        Some("bundle") => bundle::run(&arguments),
        Some("setup") => setup::run(&arguments).map(|()| ExitCode::SUCCESS),
        Some("tidy") => tidy::run(),
        Some(slow @ ("annotate" | "eval" | "pack" | "train")) => {
            article_tools::run_alone(Speed::Native, slow, &arguments)
        }
        Some("help" | "--help" | "-h") => {
            print!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        Some(unknown) => {
            eprint!("unknown command `{unknown}`\n\n{USAGE}");
            Ok(ExitCode::from(2))
        }
        None => {
            eprint!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    };
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
