//! Brotli and gzip, as the published files are packed and measured.

use std::io::{Cursor, Write as _};

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Packed by Brotli, as small as it gets.
pub(crate) fn brotli_of(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut packed, &parameters)?;
    Ok(packed)
}

/// Packed by gzip, as small as it gets.
pub(crate) fn gzip_of(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?)
}

/// Packed by gzip and written as text.
pub(crate) fn gzip_as_text(bytes: &[u8]) -> Result<String> {
    Ok(STANDARD.encode(gzip_of(bytes)?))
}
