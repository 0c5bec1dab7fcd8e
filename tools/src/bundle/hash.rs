//! Hashes for file names.

/// The first digits of a hash in hexadecimal.
pub(super) fn hexadecimal(hash: &[u8], digits: usize) -> String {
    let all: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    all.chars().take(digits).collect()
}
