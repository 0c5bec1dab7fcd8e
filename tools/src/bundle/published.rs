//! The programs as they are published: their files, and the scripts that start them.

use anyhow::Result;

use super::assets::{Folder, Hashed};
use super::compact;
use super::headless::Saving;
use super::program::Program;
use super::sources::{scripts, without_exports};
use crate::compression::gzip_as_text;

/// The programs as they are published, under their names.
pub(super) struct Published {
    pub(super) module: Hashed,
    pub(super) wasm: Hashed,
    /// The program as a script of the old kind.
    pub(super) packed: Hashed,
    /// The script of the module without what it exports, and the program as text.
    pub(super) inlined: (String, String),
}

impl Published {
    pub(super) fn of(folder: &Folder, stem: &str, program: &Program) -> Result<Self> {
        let script = compact::script(&program.script);
        let module = folder.write_hashed(stem, "js", &script)?;
        let wasm = folder.write_hashed(stem, "wasm", &program.wasm)?;
        let script = without_exports(&script);
        let text = gzip_as_text(&program.wasm)?;
        let packed = format!(
            "globalThis.articleExplorerPacked = async () => {{\n{}{}await __wbg_init({{ module_or_path: await unpacked(\"{text}\") }});\nreturn {{ Explorer }};\n}};\n",
            script.replace("import.meta.url", "document.baseURI"),
            scripts(&["packed"])?,
        );
        let packed = folder.write_hashed(&format!("packed-{stem}"), "js", packed)?;
        Ok(Self {
            module,
            wasm,
            packed,
            inlined: (script, text),
        })
    }

    pub(super) fn placed(&self, text: &str) -> String {
        text.replace("%MODULE%", &format!("./{}", self.module.name))
            .replace("%WASM%", &format!("./{}", self.wasm.name))
            .replace("%PACKED%", &format!("./{}", self.packed.name))
            .replace("%WASM_INTEGRITY%", &self.wasm.integrity)
            .replace("%MODULE_INTEGRITY%", &self.module.integrity)
    }

    /// The script that starts the program in a page.
    pub(super) fn boot(&self, folder: &Folder, stem: &str, saving: &Saving) -> Result<Hashed> {
        let boot = scripts(&["boot", "load_script", "served", "saving", "saving_served"])?
            + "boot(served);\nofferSaving(savingServed);\n";
        let boot = saving.placed(&boot);
        // A page may lie in a folder below.
        let boot = boot.replace("document.baseURI", "import.meta.url");
        folder.write_hashed(stem, "js", self.placed(&boot))
    }
}
