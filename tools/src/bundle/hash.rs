//! Hashes as they stand in names of files.

/// The first digits of a hash.
pub(super) fn hexadecimal(hash: &[u8], digits: usize) -> String {
    let all: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    all.chars().take(digits).collect()
}
