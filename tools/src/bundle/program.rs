//! The compiled program: what is changed in it before it is published.
//!
//! Of what the compiler writes, only these change anything, in this order:
//!
//! 1. in a release build of the page, the splitter cuts its parts out
//!    ([`split`](super::split::split)),
//! 2. `wasm-bindgen` makes the WebAssembly and its script,
//! 3. `wasm-opt` makes each WebAssembly file small, as the lists in `compile.rs` say,
//! 4. [`with_own_listeners`] renames the properties in which Yew numbers its listeners; parts
//!    reach these through the script of the main program,
//! 5. esbuild makes the script small and leaves out the address that it takes for that of
//!    its WebAssembly ([`Esbuild::module`](super::esbuild::Esbuild::module)), and bundles that
//!    of the page with what loads its parts (`js/program.js`),
//! 6. gzip and Brotli compress.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::hash::hexadecimal;
use super::split::Parts;

/// The program and its JavaScript.
pub(super) struct Program {
    pub(super) wasm: Vec<u8>,
    pub(super) script: String,
}

/// The program of pages with its parts.
pub(super) struct PageProgram {
    pub(super) program: Program,
    /// The WebAssembly of each file of its parts.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    pub(super) parts: Parts,
}

impl Program {
    /// Makes ready what wasm-bindgen and wasm-opt wrote.
    pub(super) fn of(script: &str, wasm: Vec<u8>) -> Self {
        let script = with_own_listeners(script, &wasm);
        Self { wasm, script }
    }
}

/// Yew numbers its listeners in properties of elements, with the same names and numbers in
/// every program. Names of our own keep us from answering the events of another Yew app
/// that we stand in, and it from answering ours.
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
