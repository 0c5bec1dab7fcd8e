//! English.

mod article;
mod claims;
mod collection;
mod editor;
mod loading;
mod on_demand;
mod own_file;
mod publishing;
mod workspace;

pub(super) use article::ARTICLE;
pub(super) use claims::CLAIMS;
pub(super) use collection::COLLECTION;
pub(super) use editor::EDITOR;
pub(super) use loading::LOADING;
pub(super) use on_demand::ON_DEMAND;
pub(super) use own_file::OWN_FILE;
pub(super) use publishing::PUBLISHING;
pub(super) use workspace::WORKSPACE;

/// "1 claim", "2 claims".
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
