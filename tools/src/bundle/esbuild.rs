//! esbuild, which bundles the scripts of `js/` and makes scripts and style sheets small.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value, json};

use super::assets::Hashed;
use crate::{process, project};

/// How a bundled script is loaded.
#[derive(Clone, Copy)]
pub(super) enum Format {
    /// As a module.
    Module,
    /// As a script of the old kind, which leaves no names behind.
    Script,
}

/// What the build knows of its files, for scripts to import and for `BUILD` in them; see
/// `js/globals.d.ts`.
#[derive(Clone, Default)]
pub(super) struct Known(Vec<String>);

impl Known {
    /// With a text as `BUILD.name`.
    pub(super) fn text(mut self, name: &str, text: &str) -> Self {
        let json = Value::from(text);
        self.0.push(format!("--define:BUILD.{name}={json}"));
        self
    }

    /// With names as the list `BUILD.name`.
    pub(super) fn list(mut self, name: &str, names: &[String]) -> Self {
        self.0
            .push(format!("--define:BUILD.{name}={}", json!(names)));
        self
    }

    /// With files as `BUILD.name`, by their names.
    pub(super) fn files(mut self, name: &str, files: &[(String, Hashed)]) -> Self {
        let path =
            |(name, file): &(String, Hashed)| (name.clone(), format!("./{}", file.name).into());
        let paths: Map<String, Value> = files.iter().map(path).collect();
        self.0
            .push(format!("--define:BUILD.{name}={}", Value::from(paths)));
        self
    }

    /// With a program as `BUILD.name`; `parts` are the files of its parts.
    pub(super) fn program(
        mut self,
        name: &str,
        script: &Hashed,
        wasm: &Hashed,
        parts: &[(String, Hashed)],
    ) -> Self {
        let parts = parts.iter().map(|(name, file)| {
            let path = format!("./{}", file.name);
            (
                name.clone(),
                json!({ "wasm": path, "integrity": file.integrity }),
            )
        });
        let fields = json!({
            "script": format!("./{}", script.name),
            "scriptIntegrity": script.integrity,
            "wasm": format!("./{}", wasm.name),
            "integrity": wasm.integrity,
            "parts": parts.collect::<Map<_, _>>(),
        });
        self.0.push(format!("--define:BUILD.{name}={fields}"));
        self
    }

    /// With a script that stays a file of its own.
    pub(super) fn external(mut self, script: &Hashed) -> Self {
        self.0.push(format!("--external:./{}", script.name));
        self
    }

    /// With a file that is part of the bundle, where a script imports `name`.
    pub(super) fn import(mut self, name: &str, file: &Path) -> Self {
        self.0.push(format!("--alias:{name}={}", file.display()));
        self
    }
}

/// The program, and a folder for files that bundles import, which is there as long as this is.
pub(super) struct Esbuild {
    folder: PathBuf,
}

impl Esbuild {
    /// Makes the folder.
    pub(super) fn ready() -> Result<Self> {
        let folder = project::target()
            .join("scripts")
            .join(std::process::id().to_string());
        fs::create_dir_all(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self { folder })
    }

    /// Leaves a file for bundles to import.
    pub(super) fn leave(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let file = std::path::absolute(self.folder.join(name))?;
        fs::write(&file, content)
            .with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(file)
    }

    /// A style sheet, made small.
    pub(super) fn style_sheet(&self, text: &str) -> Result<String> {
        self.run(&["--loader=css", "--minify"], text)
    }

    /// A module that wasm-bindgen wrote, made small. The place that it takes for that of its
    /// program, should nobody name one, is left out: there is no file of that name, and
    /// bundlers would ask for it.
    pub(super) fn module(&self, text: &str) -> Result<String> {
        let arguments = [
            "--loader=js",
            "--format=esm",
            "--minify",
            "--charset=utf8",
            "--define:import.meta.url=undefined",
        ];
        self.run(&arguments, text)
    }

    /// A script of `js/` with all that it imports.
    pub(super) fn bundle(&self, entry: &str, format: Format, known: &Known) -> Result<String> {
        let entry = format!("js/{entry}.js");
        let format = match format {
            Format::Module => "--format=esm",
            Format::Script => "--format=iife",
        };
        let arguments = [
            entry.as_str(),
            "--bundle",
            "--minify",
            "--charset=utf8",
            "--external:#files",
            "--loader:.css=text",
            "--loader:.gz=base64",
            format,
        ];
        let known = known.0.iter().map(String::as_str);
        let arguments: Vec<&str> = arguments.into_iter().chain(known).collect();
        let script = self.run(&arguments, "")?;
        if script.contains("BUILD.") {
            bail!("{entry} asks for something in BUILD that the build does not know");
        }
        Ok(script)
    }

    fn run(&self, arguments: &[&str], input: &str) -> Result<String> {
        let mut command = process::program("esbuild");
        command
            .arg("--log-level=warning")
            .args(arguments)
            .current_dir(project::root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let line = process::line(&command);
        let mut child = command
            .spawn()
            .with_context(|| format!("`{line}` could not be started"))?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes())?;
        }
        let output = child.wait_with_output()?;
        if !output.status.success() {
            bail!("`{line}` failed ({})", output.status);
        }
        String::from_utf8(output.stdout).context("esbuild wrote something else than UTF-8")
    }
}

impl Drop for Esbuild {
    fn drop(&mut self) {
        // What stays there is in nobody's way.
        let _unremoved = fs::remove_dir_all(&self.folder);
    }
}
