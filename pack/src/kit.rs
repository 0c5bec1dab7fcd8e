//! The finished program, from which bundles are made: everything in a bundle that does not depend
//! on its articles.

use std::collections::{BTreeMap, BTreeSet};

use article_explorer::{Language, LanguageTag};
use publish::{Asset, PART, PROGRAM, Program};
use serde::{Deserialize, Serialize};

use crate::assets::gzip_as_text;
use crate::fault::Fault;
use crate::pages::Pages;

/// The file that describes a kit.
pub const KIT: &str = "kit.json";

/// The part of the program of pages that shows several articles.
pub const COLLECTION: &str = "collection";

/// Describes a finished program and its files, which are in the same folder.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Kit {
    /// The names of the files that every bundle contains, including this description.
    pub files: Vec<String>,
    /// The skeleton of pages, with placeholders.
    pub skeleton: String,
    /// The form of the page for a reader’s own articles, with placeholders.
    pub form: String,
    /// The style sheet of a page of one article.
    pub plain: Sheet,
    /// The style sheet of all other pages.
    pub sheet: Sheet,
    /// The style sheet of a page in one file that can be edited.
    pub editable: String,
    /// The script of a page in one file.
    pub single: String,
    /// The WebAssembly of the program of pages.
    pub program: String,
    /// The names of the files that each part of the program needs.
    pub parts: BTreeMap<String, Vec<String>>,
    /// The WebAssembly of the files of parts, by name.
    pub part_files: BTreeMap<String, String>,
    /// The style sheet of the page for a reader’s own articles.
    pub workspace_styles: Asset,
    /// The script of the page with the former name of that page.
    pub former_workspace: Asset,
    /// The scripts of pages, by the tag of the language of their interface.
    pub languages: BTreeMap<String, Scripts>,
}

/// A style sheet.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Its file.
    pub file: Asset,
    /// Its content.
    pub text: String,
}

/// The scripts of pages with an interface in a language.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Scripts {
    /// Those that show an article.
    pub one: Starting,
    /// Those that show several articles.
    pub several: Starting,
    /// The script of the page for a reader’s own articles.
    pub workspace: String,
}

/// The scripts that start the program with the parts that its page needs.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Starting {
    /// For a page.
    pub page: String,
    /// For a frame.
    pub frame: String,
}

/// The part of the program that contains a language, if it is not in the main part.
#[must_use]
pub fn language_part(language: LanguageTag) -> Option<&'static str> {
    match language {
        LanguageTag::English => None,
        LanguageTag::German => Some("german"),
        LanguageTag::Chinese => Some("chinese"),
    }
}

/// Reads the files of a kit.
pub trait KitFiles {
    /// The content of a file.
    ///
    /// # Errors
    /// The reason, if the file cannot be read.
    fn read(&self, name: &str) -> Result<Vec<u8>, String>;
}

impl Kit {
    /// Reads the description of a kit.
    ///
    /// # Errors
    /// If it is missing or has another form.
    pub fn of(files: &impl KitFiles) -> Result<Self, Fault> {
        let json = read(files, KIT)?;
        serde_json::from_slice(&json).map_err(|error| Fault::Kit(format!("{KIT}: {error}")))
    }

    pub(crate) fn scripts(&self, language: LanguageTag) -> Result<&Scripts, Fault> {
        let scripts = self.languages.get(language.as_str());
        scripts.ok_or_else(|| Fault::Kit(format!("{KIT} has no {}", language.as_str())))
    }

    /// The names of the files of some parts.
    fn files_of(&self, parts: &[&str]) -> BTreeSet<&str> {
        let files = parts.iter().filter_map(|part| self.parts.get(*part));
        files.flatten().map(String::as_str).collect()
    }
}

/// The program in pages in one file.
pub struct OneFilePrograms<'k> {
    kit: &'k Kit,
    main: String,
    /// The files of its parts, by name.
    parts: BTreeMap<&'k str, String>,
}

impl<'k> OneFilePrograms<'k> {
    /// Packs the program and its parts.
    ///
    /// # Errors
    /// If one of the files cannot be read.
    pub fn of(kit: &'k Kit, files: &impl KitFiles) -> Result<Self, Fault> {
        let packed = |name: &str| Ok::<_, Fault>(gzip_as_text(&read(files, name)?));
        let parts = kit.part_files.iter();
        let parts = parts.map(|(name, file)| Ok::<_, Fault>((name.as_str(), packed(file)?)));
        Ok(Self {
            kit,
            main: packed(&kit.program)?,
            parts: parts.collect::<Result<_, _>>()?,
        })
    }

    /// The program with some of its parts. A page of one article does not need those of `several`
    /// that are not among `parts`.
    pub(crate) fn with(&self, parts: &[&str], several: &[&str]) -> Vec<Program> {
        let one = self.kit.files_of(parts);
        let names: BTreeSet<&str> = &one | &self.kit.files_of(several);
        let main = Program {
            id: PROGRAM.to_owned(),
            text: self.main.clone(),
            is_for_several: false,
        };
        let parts = names.into_iter().filter_map(|name| {
            Some(Program {
                id: format!("{PART}{name}"),
                text: self.parts.get(name)?.clone(),
                is_for_several: !one.contains(name),
            })
        });
        std::iter::once(main).chain(parts).collect()
    }

    /// The page in one file without articles, whose content the articles of a reader replace.
    ///
    /// # Errors
    /// If the skeleton lacks a placeholder.
    pub fn template(&self, language: LanguageTag) -> Result<String, Fault> {
        let parts = ["on_demand", "exports", "editor"].into_iter();
        let parts: Vec<&str> = parts.chain(language_part(language)).collect();
        let programs = self.with(&parts, &[COLLECTION]);
        let kit = self.kit;
        let pages = Pages::without_articles(&kit.skeleton, Language::of_tag(language))?;
        Ok(pages.single(&kit.editable, &kit.single, &programs))
    }
}

/// Reads a file of a kit.
pub(crate) fn read(files: &impl KitFiles, name: &str) -> Result<Vec<u8>, Fault> {
    let bytes = files.read(name);
    bytes.map_err(|reason| Fault::File(name.to_owned(), reason))
}
