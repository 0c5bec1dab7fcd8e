//! Brotli and gzip compression, as used for published files and for measuring.

use std::io::{Cursor, Write as _};

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Compresses with Brotli at the highest level.
pub(crate) fn brotli_of(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut packed, &parameters)?;
    Ok(packed)
}

/// Compresses with gzip at the highest level.
pub(crate) fn gzip_of(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?)
}
