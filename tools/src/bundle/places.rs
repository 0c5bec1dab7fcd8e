//! The addresses of the programs' files, as a module for scripts that are published as modules.
//! Every address is a literal, so that bundlers find the files.

use anyhow::Result;
use serde_json::json;

use super::assets::Hashed;
use super::esbuild::{Esbuild, Known};
use super::headless::Headless;
use super::published::Published;

/// The module, for scripts that import `places`; see `js/globals.d.ts`.
pub(super) fn known(
    esbuild: &Esbuild,
    page: &Published,
    headless: &Headless,
    weights: &Hashed,
    pdf: &Hashed,
) -> Result<Known> {
    let programs = headless.programs();
    let programs = programs.chain([("page", &page.module, &page.wasm)]);
    let (mut module, mut known) = (String::new(), Known::default().external(pdf));
    for (name, script, wasm) in programs {
        let (name, path) = (name.to_uppercase(), json!(path(script)));
        let wasm = place(wasm);
        module +=
            &format!("export const {name} = {{ script: () => import({path}), wasm: {wasm} }};\n");
        known = known.external(script);
    }
    module += &format!("export const WEIGHTS = {};\n", place(weights));
    let path = json!(path(pdf));
    module += &format!(
        "export const PDF = {{ script: () => import({path}), \
         place: () => new URL({path}, import.meta.url) }};\n"
    );
    let parts = page.parts.iter();
    let parts = parts.map(|(name, file)| format!("{}: {},\n", json!(name), place(file)));
    module += &format!(
        "export const PARTS = {{\n{}}};\n",
        parts.collect::<String>()
    );
    Ok(known.import("places", &esbuild.leave("places.js", module)?))
}

fn path(file: &Hashed) -> String {
    format!("./{}", file.name)
}

/// The address of a file that is not a script.
fn place(file: &Hashed) -> String {
    let (path, integrity) = (json!(path(file)), json!(file.integrity));
    format!(
        "{{ place: () => new URL({path}, import.meta.url), name: {path}, integrity: {integrity} }}"
    )
}
