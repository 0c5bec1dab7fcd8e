//! Recognises binary files by their content.

use super::archive::Archive;
use super::diagnostic::BinaryKind;

/// The number of bytes that are searched for names at the start and at the end of a file.
const LOOKED_AT: usize = 64 * 1024;

/// The binary format of a file; `None` if it looks like text.
pub(super) fn binary_kind(bytes: &[u8]) -> Option<BinaryKind> {
    const KNOWN: [(&[u8], BinaryKind); 20] = [
        (b"%PDF", BinaryKind::Pdf),
        (b"PK\x03\x04", BinaryKind::Zip),
        (b"PK\x05\x06", BinaryKind::EmptyZip),
        (b"\xD0\xCF\x11\xE0", BinaryKind::Office),
        (b"{\\rtf", BinaryKind::Rtf),
        (b"\x89PNG", BinaryKind::Picture),
        (b"\xFF\xD8\xFF", BinaryKind::Picture),
        (b"GIF8", BinaryKind::Picture),
        (b"II*\0", BinaryKind::Picture),
        (b"MM\0*", BinaryKind::Picture),
        (b"RIFF", BinaryKind::Riff),
        (b"OggS", BinaryKind::SoundOrFilm),
        (b"ID3", BinaryKind::Sound),
        (b"fLaC", BinaryKind::Sound),
        (b"\x1F\x8B", BinaryKind::Compressed),
        (b"7z\xBC\xAF", BinaryKind::Compressed),
        (b"\x7FELF", BinaryKind::Program),
        (b"\0asm", BinaryKind::Program),
        (b"bplist", BinaryKind::PropertyList),
        (b"WARC/1.", BinaryKind::WebArchive),
    ];
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(kind_of_media(bytes));
    }
    let bytes = match bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        true => bytes.trim_ascii_start(),
        false => bytes,
    };
    let found = KNOWN.iter().find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, kind)| match kind {
        BinaryKind::Zip => kind_of_zip(bytes),
        BinaryKind::Office => kind_of_office(bytes),
        kind => *kind,
    })
}

/// The kind of a file in the container of MPEG-4, which its brand tells.
fn kind_of_media(bytes: &[u8]) -> BinaryKind {
    match bytes.get(8..12).unwrap_or_default() {
        b"M4A " | b"M4B " => BinaryKind::Sound,
        b"heic" | b"heix" | b"mif1" | b"avif" => BinaryKind::Picture,
        _ => BinaryKind::Film,
    }
}

/// The kind of a ZIP file, which the names of the files in it tell.
fn kind_of_zip(bytes: &[u8]) -> BinaryKind {
    let archive = Archive::of(bytes);
    if archive.names().is_empty() {
        return kind_of_unreadable_zip(bytes);
    }
    kind_of_package(archive)
}

/// The kind of a ZIP file by its list of files.
fn kind_of_package(mut archive: Archive<'_>) -> BinaryKind {
    let holds = |archive: &Archive<'_>, start: &str| {
        let mut names = archive.names().iter();
        names.any(|name| name.starts_with(start))
    };
    let is_office = holds(&archive, "[Content_Types].xml");
    for (folder, kind) in [
        ("word/", BinaryKind::Word),
        ("xl/", BinaryKind::Spreadsheet),
        ("ppt/", BinaryKind::Presentation),
    ] {
        if is_office && holds(&archive, folder) {
            return kind;
        }
    }
    let kind = match archive.read_named("mimetype") {
        Some(Ok(file)) => kind_of_type(&String::from_utf8_lossy(&file.bytes)),
        _ => None,
    };
    kind.unwrap_or_else(|| {
        if holds(&archive, "META-INF/container.xml") {
            BinaryKind::Epub
        } else if holds(&archive, "Index/Document.iwa") || holds(&archive, "Index.zip") {
            BinaryKind::Apple
        } else if holds(&archive, "datapackage.json") && holds(&archive, "archive/") {
            BinaryKind::WebArchive
        } else if is_office {
            BinaryKind::Office
        } else {
            BinaryKind::Zip
        }
    })
}

/// The kind for the media type of a document.
fn kind_of_type(media_type: &str) -> Option<BinaryKind> {
    const OPEN_DOCUMENT: &str = "application/vnd.oasis.opendocument.";
    let media_type = media_type.trim();
    if media_type.starts_with("application/epub") {
        return Some(BinaryKind::Epub);
    }
    let kind = media_type.strip_prefix(OPEN_DOCUMENT)?;
    Some(match kind {
        kind if kind.starts_with("text") => BinaryKind::OpenDocument,
        kind if kind.starts_with("spreadsheet") => BinaryKind::Spreadsheet,
        kind if kind.starts_with("presentation") => BinaryKind::Presentation,
        _ => BinaryKind::Office,
    })
}

/// The kind of a ZIP file of which not even the first file can be read.
fn kind_of_unreadable_zip(bytes: &[u8]) -> BinaryKind {
    const NAMES: [(&[u8], BinaryKind); 5] = [
        (b"word/", BinaryKind::Word),
        (b"xl/workbook", BinaryKind::Spreadsheet),
        (b"ppt/", BinaryKind::Presentation),
        (b"application/epub+zip", BinaryKind::Epub),
        (
            b"application/vnd.oasis.opendocument.text",
            BinaryKind::OpenDocument,
        ),
    ];
    let looked_at = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let found = NAMES.iter().find(|(name, _)| holds(looked_at, name));
    found.map_or(BinaryKind::Zip, |(_, kind)| *kind)
}

/// The kind of an office document in the old container, which the names of its streams tell.
fn kind_of_office(bytes: &[u8]) -> BinaryKind {
    const STREAMS: [(&str, BinaryKind); 5] = [
        ("EncryptedPackage", BinaryKind::EncryptedOffice),
        ("WordDocument", BinaryKind::OldWord),
        ("Workbook", BinaryKind::Spreadsheet),
        ("Book", BinaryKind::Spreadsheet),
        ("PowerPoint Document", BinaryKind::Presentation),
    ];
    let found = STREAMS.iter().find(|(name, _)| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &name)
    });
    found.map_or(BinaryKind::Office, |(_, kind)| *kind)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::tests::zipped;

    #[test]
    fn documents_are_recognised_by_what_they_contain() {
        let types = ("[Content_Types].xml", &b"<Types/>"[..]);
        for (files, kind) in [
            (vec![types, ("word/document.xml", b"")], BinaryKind::Word),
            (
                vec![types, ("xl/workbook.xml", b"")],
                BinaryKind::Spreadsheet,
            ),
            (
                vec![types, ("ppt/presentation.xml", b"")],
                BinaryKind::Presentation,
            ),
            (vec![types], BinaryKind::Office),
            (
                vec![("mimetype", b"application/epub+zip")],
                BinaryKind::Epub,
            ),
            (
                vec![("mimetype", b"application/vnd.oasis.opendocument.text")],
                BinaryKind::OpenDocument,
            ),
            (
                vec![(
                    "mimetype",
                    b"application/vnd.oasis.opendocument.spreadsheet",
                )],
                BinaryKind::Spreadsheet,
            ),
            (vec![("Index/Document.iwa", b"")], BinaryKind::Apple),
            (
                vec![("a.txt", b"word/document.xml is a part of a file")],
                BinaryKind::Zip,
            ),
        ] {
            assert_eq!(binary_kind(&zipped(&files)), Some(kind), "{files:?}");
        }
    }

    #[test]
    fn other_binary_files_are_recognised() {
        let old = |name: &str| {
            let stream: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 "[..], &stream].concat()
        };
        for (bytes, kind) in [
            (old("WordDocument"), Some(BinaryKind::OldWord)),
            (old("EncryptedPackage"), Some(BinaryKind::EncryptedOffice)),
            (old("Workbook"), Some(BinaryKind::Spreadsheet)),
            (old("PowerPoint Document"), Some(BinaryKind::Presentation)),
            (old("Visio"), Some(BinaryKind::Office)),
            (b"PK\x05\x06".to_vec(), Some(BinaryKind::EmptyZip)),
            (b"\n {\\rtf1 x}".to_vec(), Some(BinaryKind::Rtf)),
            (b"\0\0\0\x20ftypisom".to_vec(), Some(BinaryKind::Film)),
            (b"\0\0\0\x20ftypM4A ".to_vec(), Some(BinaryKind::Sound)),
            (b"PKs are rare. {\\rtf1}".to_vec(), None),
        ] {
            assert_eq!(binary_kind(&bytes), kind, "{bytes:?}");
        }
    }
}
