//! Reads ZIP files, which office documents are too. What is unpacked is bounded, so that a small file
//! cannot fill the memory. A ZIP file that is cut off is read as far as it goes.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::read_zipfile_from_stream;
use zip::result::ZipError;

/// The maximum number of bytes of all files together when they are unpacked.
const MOST_UNPACKED: usize = 128 * 1024 * 1024;

/// The maximum number of bytes of one file when it is unpacked.
const LARGEST: usize = 64 * 1024 * 1024;

/// The number of bytes up to which a file may be compressed to any size.
const SMALL: usize = 8 * 1024 * 1024;

/// How many times larger than its compressed form a larger file may be.
const MOST_TIMES: usize = 200;

/// Why a file in a ZIP file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is encrypted.
    Encrypted,
    /// It is too large when it is unpacked.
    TooLarge,
    /// It is damaged.
    Damaged,
    /// It is compressed with an unknown method.
    UnknownMethod,
}

/// What a file in a ZIP file contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unpacked {
    pub(super) bytes: Vec<u8>,
    /// Whether the file was read to its end and has the right checksum.
    pub(super) is_whole: bool,
}

/// A ZIP file.
pub(super) struct Archive<'b> {
    /// The file with its list; `None` if the list is missing.
    zip: Option<ZipArchive<Cursor<&'b [u8]>>>,
    /// The names of the files in it, as they are written.
    names: Vec<String>,
    /// The files, if the list is missing.
    salvaged: Vec<Result<Unpacked, Fault>>,
    unpacked: usize,
}

impl<'b> Archive<'b> {
    /// Reads the list of files. If there is none, the files are looked for one after the other.
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        let mut archive = Self {
            zip: None,
            names: Vec::new(),
            salvaged: Vec::new(),
            unpacked: 0,
        };
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(zip) => {
                let names = zip.file_names();
                archive.names = names
                    .map(|name| name.map_or_else(|_| String::new(), Cow::into_owned))
                    .collect();
                archive.zip = Some(zip);
            }
            Err(_) => archive.salvage(bytes),
        }
        archive
    }

    fn salvage(&mut self, bytes: &[u8]) {
        let mut reader = Cursor::new(bytes);
        while let Ok(Some(file)) = read_zipfile_from_stream(&mut reader) {
            self.names
                .push(file.name().map_or_else(|_| String::new(), Cow::into_owned));
            let unpacked = match file.encrypted() {
                true => Err(Fault::Encrypted),
                false => unpack(file, bytes.len(), &mut self.unpacked),
            };
            let is_whole = unpacked.as_ref().is_ok_and(|file| file.is_whole);
            self.salvaged.push(unpacked);
            if !is_whole {
                break;
            }
        }
    }

    /// Whether the list of files is there.
    pub(super) fn is_whole(&self) -> bool {
        self.zip.is_some()
    }

    /// The names of the files in it, as they are written.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The file with this number.
    pub(super) fn read(&mut self, number: usize) -> Result<Unpacked, Fault> {
        let Some(zip) = &mut self.zip else {
            let salvaged = self.salvaged.get(number).cloned();
            return salvaged.unwrap_or(Err(Fault::Damaged));
        };
        let file = zip.by_index(number).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => Fault::Encrypted,
            ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
                Fault::UnknownMethod
            }
            _ => Fault::Damaged,
        })?;
        let compressed = usize::try_from(file.compressed_size()).unwrap_or(usize::MAX);
        unpack(file, compressed, &mut self.unpacked)
    }

    /// The file with this name.
    pub(super) fn read_named(&mut self, name: &str) -> Option<Result<Unpacked, Fault>> {
        let name = name.trim_start_matches('/');
        let number = self
            .names
            .iter()
            .position(|known| known.eq_ignore_ascii_case(name))?;
        Some(self.read(number))
    }
}

/// Unpacks a file of this compressed size. `all` is the number of bytes unpacked so far.
fn unpack(file: impl Read, compressed: usize, all: &mut usize) -> Result<Unpacked, Fault> {
    let plausible = compressed.saturating_mul(MOST_TIMES).max(SMALL);
    let limit = plausible
        .min(LARGEST)
        .min(MOST_UNPACKED.saturating_sub(*all));
    let mut bytes = Vec::new();
    let read = file.take(limit as u64 + 1).read_to_end(&mut bytes);
    *all += bytes.len();
    if bytes.len() > limit {
        return Err(Fault::TooLarge);
    }
    match read {
        Err(_) if bytes.is_empty() => Err(Fault::Damaged),
        read => Ok(Unpacked {
            bytes,
            is_whole: read.is_ok(),
        }),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A ZIP file with these files.
    pub(crate) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn files_are_read_by_number_and_name() {
        let bytes = zipped(&[("a.txt", b"One."), ("b/c.txt", b"Two.")]);
        let mut archive = Archive::of(&bytes);
        assert!(archive.is_whole());
        assert_eq!(archive.names(), ["a.txt", "b/c.txt"]);
        assert_eq!(archive.read(1).unwrap().bytes, b"Two.");
        assert_eq!(
            archive.read_named("/A.txt").unwrap().unwrap().bytes,
            b"One."
        );
        assert_eq!(archive.read(2), Err(Fault::Damaged));
        assert!(archive.read_named("c").is_none());
    }

    #[test]
    fn bombs_are_refused_and_what_is_repetitive_is_read() {
        let bomb = vec![b'a'; SMALL + 1];
        let bytes = zipped(&[("bomb", &bomb), ("small", &bomb[..SMALL / 8])]);
        let mut archive = Archive::of(&bytes);
        assert_eq!(archive.read(0), Err(Fault::TooLarge));
        assert!(archive.read(1).unwrap().is_whole);
    }

    #[test]
    fn damage_never_panics_and_what_is_left_is_read() {
        let text = b"The council approved a ferry line after a long debate. ".repeat(3);
        let bytes = zipped(&[("a.txt", &text), ("b.txt", &text)]);
        for at in 0..bytes.len() {
            let mut archive = Archive::of(&bytes[..at]);
            for number in 0..archive.names().len() {
                let _ = archive.read(number);
            }
            let mut flipped = bytes.clone();
            flipped[at] ^= 0x55;
            let mut archive = Archive::of(&flipped);
            for number in 0..archive.names().len() {
                let _ = archive.read(number);
            }
        }
    }
}
