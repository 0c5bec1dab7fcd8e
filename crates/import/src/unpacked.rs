//! The files in a ZIP file, as if a reader had opened them one by one.

use super::archive::{Archive, Fault};
use super::binary::binary_kind;
use super::diagnostic::{BinaryKind, Diagnostic, Diagnostics, FileProblem};

/// The maximum number of files that are read.
const MOST_FILES: usize = 2_000;

/// Endings of files that belong to a page or a program.
const OF_PAGES: [&str; 14] = [
    "css",
    "js",
    "mjs",
    "map",
    "wasm",
    "svg",
    "ico",
    "woff",
    "woff2",
    "ttf",
    "otf",
    "eot",
    "webmanifest",
    "lock",
];

/// A file with its name.
pub type NamedFile = (String, Vec<u8>);

/// The files in a ZIP file, with names that lead nowhere else; `None` if it is another file, such as a
/// Word document. What is not read is reported by its name. Files that operating systems add are none.
#[must_use]
pub fn unpacked(name: &str, bytes: &[u8]) -> Option<(Vec<NamedFile>, Vec<Diagnostic>)> {
    if !matches!(
        binary_kind(bytes),
        Some(BinaryKind::Zip | BinaryKind::EmptyZip)
    ) {
        return None;
    }
    let mut diagnostics = Diagnostics::of(name);
    let mut archive = Archive::of(bytes);
    if archive.names().is_empty() {
        diagnostics.report_file(match archive.is_whole() {
            true => FileProblem::NoArticle,
            false => FileProblem::Damaged(BinaryKind::Zip),
        });
        return Some((Vec::new(), diagnostics.into_list()));
    }
    if !archive.is_whole() {
        diagnostics.report_file(FileProblem::CutOff);
    }
    let names = archive.names().iter().map(|name| harmless(name));
    let names: Vec<(usize, String)> = names
        .enumerate()
        .filter(|(number, _)| !is_folder(&archive, *number))
        .filter(|(_, name)| !is_of_system(name))
        .collect();
    if let Some(count) = names.len().checked_sub(MOST_FILES).filter(|more| *more > 0) {
        diagnostics.report_file(FileProblem::TooManyFiles { count });
    }
    let mut files = Vec::new();
    let mut encrypted = Vec::new();
    let mut told = Vec::new();
    for (number, name) in names.into_iter().take(MOST_FILES) {
        let mut of_file = Diagnostics::of(&name);
        if is_of_page(&name) {
            of_file.report_file(FileProblem::PartOfPage);
            told.extend(of_file.into_list());
            continue;
        }
        match archive.read(number) {
            Ok(file) => {
                if !file.is_whole {
                    of_file.report_file(FileProblem::CutOff);
                }
                files.push((name, file.bytes));
            }
            Err(Fault::Encrypted) => encrypted.push(name),
            Err(Fault::TooLarge) => of_file.report_file(FileProblem::TooLarge),
            Err(Fault::UnknownMethod) => of_file.report_file(FileProblem::UnknownMethod),
            Err(Fault::Damaged) => of_file.report_file(FileProblem::DamagedPart),
        }
        told.extend(of_file.into_list());
    }
    if files.is_empty() && !encrypted.is_empty() {
        diagnostics.report_file(FileProblem::Encrypted);
    } else {
        for name in encrypted {
            let mut of_file = Diagnostics::of(&name);
            of_file.report_file(FileProblem::Encrypted);
            told.extend(of_file.into_list());
        }
    }
    let mut diagnostics = diagnostics.into_list();
    diagnostics.extend(told);
    Some((files, diagnostics))
}

fn is_folder(archive: &Archive<'_>, number: usize) -> bool {
    let name = archive.names().get(number);
    name.is_none_or(|name| name.ends_with(['/', '\\']))
}

/// A name without what leads out of the folder that it is in.
fn harmless(name: &str) -> String {
    let parts = name.split(['/', '\\']);
    let parts = parts.filter(|part| !matches!(*part, "" | "." | "..") && !part.ends_with(':'));
    let name = parts.collect::<Vec<_>>().join("/");
    let name = name.replace(|c: char| c.is_control(), "");
    if name.is_empty() {
        "file".to_owned()
    } else {
        name
    }
}

/// Whether an operating system has added a file.
fn is_of_system(name: &str) -> bool {
    let own = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("__MACOSX/")
        || own.starts_with("._")
        || matches!(own, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

/// Whether a file belongs to a page or a program.
fn is_of_page(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, ending)| OF_PAGES.contains(&ending.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::tests::zipped;

    fn problems(told: &[Diagnostic]) -> Vec<(String, String)> {
        let told = told.iter();
        told.map(|it| (it.file.clone(), it.what())).collect()
    }

    #[test]
    fn names_are_harmless_and_files_of_systems_and_pages_are_none() {
        let bytes = zipped(&[
            ("../../etc/a.txt", b"One."),
            ("C:\\b\\b.txt", b"Two."),
            ("/c.txt", b"Three."),
            ("__MACOSX/._c.txt", b"x"),
            ("d/.DS_Store", b"x"),
            ("d/style.css", b"p{}"),
        ]);
        let (files, told) = unpacked("a.zip", &bytes).unwrap();
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["etc/a.txt", "b/b.txt", "c.txt"]);
        let [(file, _)] = problems(&told).try_into().unwrap();
        assert_eq!(file, "d/style.css");
    }

    #[test]
    fn what_cannot_be_unpacked_is_reported_by_name() {
        let bomb = vec![b'a'; 9 * 1024 * 1024];
        let bytes = zipped(&[("bomb.txt", &bomb), ("a.txt", b"It rains.")]);
        let (files, told) = unpacked("a.zip", &bytes).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(told[0].file, "bomb.txt");
        assert_eq!(told[0].problem, FileProblem::TooLarge.into());
        // The flag of encryption is the first bit after the version, here and in the list.
        let mut locked = zipped(&[("a.txt", b"It rains.")]);
        let list = locked
            .windows(4)
            .position(|it| it == b"PK\x01\x02")
            .unwrap();
        locked[6] |= 1;
        locked[list + 8] |= 1;
        let (files, told) = unpacked("a.zip", &locked).unwrap();
        assert!(files.is_empty());
        assert_eq!(told[0].problem, FileProblem::Encrypted.into());
    }

    #[test]
    fn a_file_that_is_cut_off_is_unpacked_as_far_as_it_goes() {
        let text = b"It rains, and nobody had expected it. ".repeat(2);
        let bytes = zipped(&[("a.txt", &text), ("b.txt", &text)]);
        let half = &bytes[..bytes.len() / 2];
        let (files, told) = unpacked("a.zip", half).unwrap();
        assert_eq!(files[0], ("a.txt".to_owned(), text.to_vec()));
        assert_eq!(told[0].problem, FileProblem::CutOff.into());
        let (_, told) = unpacked("a.zip", b"PK\x03\x04....").unwrap();
        assert_eq!(
            told[0].problem,
            FileProblem::Damaged(BinaryKind::Zip).into()
        );
        assert!(unpacked("a.txt", b"PKs are rare.").is_none());
    }
}
