//! Brotli and gzip compression, as used for published files and for measuring.

use std::io::{Cursor, Read as _, Write as _};

use anyhow::Result;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// How a copy of a file is compressed.
#[derive(Clone, Copy)]
pub(crate) enum Compression {
    Brotli,
    Gzip,
}

impl Compression {
    /// The end of the names of such copies.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Compresses at the highest level.
    pub(crate) fn of(self, bytes: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli_of(bytes),
            Self::Gzip => gzip_of(bytes),
        }
    }

    /// The content of a compressed copy; `None` if it is damaged.
    pub(crate) fn unpacked(self, compressed: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = match self {
            Self::Brotli => brotli::Decompressor::new(compressed, 4096).read_to_end(&mut bytes),
            Self::Gzip => GzDecoder::new(compressed).read_to_end(&mut bytes),
        };
        read.is_ok().then_some(bytes)
    }
}

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
    let mut packed = GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?)
}
