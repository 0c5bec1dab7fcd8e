//! Names and claims found by the program in a text that nobody has annotated.
//!
//! The floor is laid and empty: what finds them writes [`crate::model::Mention`] and
//! [`crate::model::Claim`] with [`crate::model::Provenance::Found`], which the page
//! shows apart from what somebody curated.
