//! English.

mod article;

pub(super) use article::ARTICLE;

/// "1 claim", "2 claims".
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
