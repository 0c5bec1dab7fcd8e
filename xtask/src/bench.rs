//! `cargo xtask bench`.

/// Measures time and size.
pub(crate) fn run(_arguments: &[String]) -> anyhow::Result<()> {
    anyhow::bail!("`bench` is not written yet")
}
