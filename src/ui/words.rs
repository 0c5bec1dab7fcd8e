//! Numbers with their nouns.

/// "1 claim", "2 claims".
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
