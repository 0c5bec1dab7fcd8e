//! The project's own commands, run as `cargo xtask COMMAND`.

mod bench;
mod build;
mod bundle;
mod pins;
mod prerender;
mod process;
mod project;
mod serve;
mod setup;
mod test;
mod tidy;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND [ARGUMENTS]

  serve   install what is missing, then serve the app and rebuild it on every change
          (arguments go to `trunk serve`, e.g. --open or --port 9000)
  build   install what is missing, then write the release build to dist/
          (arguments go to `trunk build`)
  test    run every check, or only the suites named: tidy native browser e2e
  bench   measure time and size
  setup   only install what is missing, or only the parts named:
          target trunk wasm-bindgen wasm-opt browser packages
  tidy    check the rules of the repository
  bundle  finish a build in dist/ (called by Trunk)
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next();
    let arguments: Vec<String> = arguments.collect();

    let result = match command.as_deref() {
        Some("serve") => serve::run(&arguments).map(|()| ExitCode::SUCCESS),
        Some("build") => build::run(&arguments).map(|()| ExitCode::SUCCESS),
        Some("test") => test::run(&arguments),
        Some("bench") => bench::run(&arguments).map(|()| ExitCode::SUCCESS),
        Some("bundle") => bundle::run(&arguments).map(|()| ExitCode::SUCCESS),
        Some("setup") => setup::run(&arguments).map(|()| ExitCode::SUCCESS),
        Some("tidy") => tidy::run(&arguments),
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
