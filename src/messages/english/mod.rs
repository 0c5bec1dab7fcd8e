//! English.

mod article;
mod collection;

pub(super) use article::ARTICLE;
pub(super) use collection::COLLECTION;

/// "1 claim", "2 claims".
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
