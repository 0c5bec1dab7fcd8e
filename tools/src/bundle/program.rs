//! Changes the compiled program before it is published.
//!
//! Only these steps change the output of the compiler, in this order:
//!
//! 1. in a release build of the page, the splitter cuts out its parts
//!    ([`split`](super::split::split)),
//! 2. `wasm-bindgen` writes the WebAssembly and its script,
//! 3. `wasm-opt` optimises each WebAssembly file with the passes in `compile.rs`,
//! 4. [`with_own_listeners`] renames the properties in which Yew numbers its listeners; parts
//!    access these through the script of the main program,
//! 5. esbuild minifies the script, removes the default address of its WebAssembly
//!    ([`Esbuild::module`](super::esbuild::Esbuild::module)), and bundles the script of the page
//!    with the loader of its parts (`js/program.js`),
//! 6. gzip and Brotli compress.

use std::collections::BTreeMap;

use pack::hexadecimal;
use sha2::{Digest as _, Sha256};

use super::split::Parts;

/// A program and its JavaScript.
pub(super) struct Program {
    pub(super) wasm: Vec<u8>,
    pub(super) script: String,
}

/// The program of pages with its parts.
pub(super) struct PageProgram {
    pub(super) program: Program,
    /// The WebAssembly of each file of a part.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    pub(super) parts: Parts,
}

impl Program {
    /// Prepares the output of wasm-bindgen and wasm-opt.
    pub(super) fn of(script: &str, wasm: Vec<u8>) -> Self {
        let script = with_own_listeners(script, &wasm);
        Self { wasm, script }
    }
}

/// Renames the properties of elements in which Yew numbers its listeners. Every Yew program uses
/// the same names and numbers; with its own names, this one does not answer the events of another
/// Yew app on the page, and the other does not answer its events.
fn with_own_listeners(script: &str, wasm: &[u8]) -> String {
    let own = hexadecimal(&Sha256::digest(wasm), 8);
    script.replace(".__yew_", &format!(".__ae{own}_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listeners_have_names_of_their_own_for_each_program() {
        let script = "arg0.__yew_listener_id = 1; function __wbg___yew_x() {}";
        let one = with_own_listeners(script, b"1");
        assert!(one.contains("__wbg___yew_x") && !one.contains(".__yew_"));
        assert_ne!(one, with_own_listeners(script, b"2"));
    }
}
