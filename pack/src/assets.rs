//! The names of published files, and their compression for pages in one file.

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use publish::Asset;
use sha2::{Digest as _, Sha256, Sha384};

/// A file with a hash of its content at the end of its name.
#[must_use]
pub fn hashed(stem: &str, ending: &str, content: &[u8]) -> Asset {
    let hash = hexadecimal(&Sha256::digest(content), 16);
    Asset {
        name: format!("{stem}-{hash}.{ending}"),
        integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(content))),
    }
}

/// The first digits of a hash in hexadecimal.
#[must_use]
pub fn hexadecimal(hash: &[u8], digits: usize) -> String {
    let all: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    all.chars().take(digits).collect()
}

/// Compresses with gzip at the highest level and encodes the result as text.
#[must_use]
pub fn gzip_as_text(bytes: &[u8]) -> String {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory cannot fail.
    let _written = packed.write_all(bytes);
    STANDARD.encode(packed.finish().unwrap_or_default())
}
