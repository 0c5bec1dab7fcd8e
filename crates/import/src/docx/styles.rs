//! The styles of a Word document, as far as they tell what a paragraph is.

use std::collections::HashMap;

use crate::document::Role;
use crate::xml::Xml;

/// The maximum number of styles that one style may be based on.
const MOST_BASES: usize = 12;

#[derive(Debug, Default)]
struct Style {
    role: Option<Role>,
    is_hidden: bool,
    based_on: Option<String>,
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The language of the document by default.
    pub(super) language: Option<String>,
}

impl Styles {
    pub(super) fn of(xml: &Xml) -> Self {
        let mut styles = Self::default();
        let defaults = xml.elements("rPrDefault").next();
        styles.language = defaults.and_then(|node| {
            let properties = xml.named(node, "rPr").next()?;
            let language = xml.named(properties, "lang").next()?;
            xml.attribute(language, "val").map(str::to_owned)
        });
        for node in xml.elements("style") {
            let Some(id) = xml.attribute(node, "styleId") else {
                continue;
            };
            let value = |name: &str| {
                let child = xml.named(node, name).next()?;
                xml.attribute(child, "val")
            };
            let outline = || {
                let properties = xml.named(node, "pPr").next()?;
                let level = xml.named(properties, "outlineLvl").next()?;
                Role::of_outline(xml.attribute(level, "val")?)
            };
            let numbered = || {
                let properties = xml.named(node, "pPr").next()?;
                is_item(xml, properties).then_some(Role::Item)
            };
            let style = Style {
                role: value("name")
                    .and_then(Role::of_style)
                    .or_else(outline)
                    .or_else(numbered),
                is_hidden: xml
                    .named(node, "rPr")
                    .any(|properties| is_on(xml, properties, "vanish")),
                based_on: value("basedOn").map(str::to_owned),
            };
            styles.styles.insert(id.to_owned(), style);
        }
        styles
    }

    /// The role of paragraphs in a style. A style without a definition is known by its id.
    pub(super) fn role(&self, id: &str) -> Option<Role> {
        if !self.styles.contains_key(id) {
            return Role::of_style(&spaced(id));
        }
        self.chain(id).find_map(|style| style.role)
    }

    /// Whether words in a style are hidden.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.is_hidden)
    }

    /// A style and those that it is based on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| self.styles.get(style.based_on.as_ref()?);
        std::iter::successors(self.styles.get(id), next).take(MOST_BASES)
    }
}

/// "Heading1" as "Heading 1".
fn spaced(id: &str) -> String {
    let end = id.trim_end_matches(|c: char| c.is_ascii_digit());
    match id.strip_prefix(end) {
        Some(number) if !number.is_empty() => format!("{} {number}", end.trim_end()),
        _ => id.to_owned(),
    }
}

/// Whether a property is set. Without a value, it is.
pub(super) fn is_on(xml: &Xml, properties: usize, name: &str) -> bool {
    xml.named(properties, name).any(|node| {
        !matches!(
            xml.attribute(node, "val"),
            Some("0" | "false" | "off" | "none")
        )
    })
}

/// Whether the properties of a paragraph make it an item of a list.
pub(super) fn is_item(xml: &Xml, properties: usize) -> bool {
    xml.named(properties, "numPr").any(|numbering| {
        let number = xml.named(numbering, "numId").next();
        number.is_some_and(|number| xml.attribute(number, "val") != Some("0"))
    })
}
