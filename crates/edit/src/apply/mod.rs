//! How each edit is carried out.

mod blocks;
mod checked;
mod claims;
mod entities;
mod mentions;
mod metadata;
mod replacement;
#[cfg(test)]
mod tests;
