//! Runs esbuild, which bundles the scripts of `js/` and minifies scripts and style sheets.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::assets::Hashed;
use crate::{process, project};

/// How a page loads a bundled script.
#[derive(Clone, Copy)]
pub(super) enum Format {
    /// As a module.
    Module,
    /// As a classic script, which defines no global names.
    Script,
}

/// Facts about the build for scripts: files that they import, and values of `BUILD`; see
/// `js/globals.d.ts`.
#[derive(Clone, Default)]
pub(super) struct Known(Vec<String>);

impl Known {
    /// Adds a string as `BUILD.name`.
    pub(super) fn text(mut self, name: &str, text: &str) -> Self {
        let json = Value::from(text);
        self.0.push(format!("--define:BUILD.{name}={json}"));
        self
    }

    /// Adds a value as `BUILD.name`.
    pub(super) fn value(mut self, name: &str, value: &impl Serialize) -> Self {
        self.0
            .push(format!("--define:BUILD.{name}={}", json!(value)));
        self
    }

    /// Adds a list of names as `BUILD.name`.
    pub(super) fn list(mut self, name: &str, names: &[String]) -> Self {
        self.0
            .push(format!("--define:BUILD.{name}={}", json!(names)));
        self
    }

    /// Adds files by name as `BUILD.name`.
    pub(super) fn files(mut self, name: &str, files: &[(String, Hashed)]) -> Self {
        let path =
            |(name, file): &(String, Hashed)| (name.clone(), format!("./{}", file.name).into());
        let paths: Map<String, Value> = files.iter().map(path).collect();
        self.0
            .push(format!("--define:BUILD.{name}={}", Value::from(paths)));
        self
    }

    /// Adds a program as `BUILD.name`; `parts` are the files of its parts.
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

    /// Adds other facts.
    pub(super) fn and(mut self, other: &Self) -> Self {
        self.0.extend_from_slice(&other.0);
        self
    }

    /// With a script that stays a file of its own.
    pub(super) fn external(mut self, script: &Hashed) -> Self {
        self.0.push(format!("--external:./{}", script.name));
        self
    }

    /// Resolves imports of `name` to a file that becomes part of the bundle.
    pub(super) fn import(mut self, name: &str, file: &Path) -> Self {
        self.0.push(format!("--alias:{name}={}", file.display()));
        self
    }
}

/// The program esbuild, and a folder for imported files that exists as long as this value.
pub(super) struct Esbuild {
    folder: PathBuf,
}

impl Esbuild {
    /// Creates the folder.
    pub(super) fn ready() -> Result<Self> {
        let folder = project::target()
            .join("scripts")
            .join(std::process::id().to_string());
        fs::create_dir_all(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self { folder })
    }

    /// Writes a file that bundles can import.
    pub(super) fn leave(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let file = std::path::absolute(self.folder.join(name))?;
        fs::write(&file, content)
            .with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(file)
    }

    /// Minifies a style sheet.
    pub(super) fn style_sheet(&self, text: &str) -> Result<String> {
        self.run(&["--loader=css", "--minify"], text)
    }

    /// Minifies a module that wasm-bindgen wrote, without the default address of its WebAssembly:
    /// no file has that name, and bundlers would request it.
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

    /// Bundles a script of `js/` with its imports.
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
            "--external:node:*",
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
        // A folder that remains does no harm.
        let _unremoved = fs::remove_dir_all(&self.folder);
    }
}
