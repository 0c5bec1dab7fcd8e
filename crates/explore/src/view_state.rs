//! The view as an object, for scripts: the one list of the keys of a view. From it,
//! `tests/types.rs` writes the type `State`, and `tests/view_keys.rs` the list for scripts and
//! the attributes of the element; they fail where the program or the documentation differs.

use schemars::JsonSchema;
use ts_rs::TS;

use super::collection::SortOrder;
use super::view::Mode;

/// The view: the reader’s query, filters and selection. An absent property has its default
/// value.
#[derive(Debug, Default, JsonSchema, TS)]
#[ts(optional_fields, rename = "State")]
pub struct ViewState {
    /// The id of the article.
    pub article: Option<String>,
    /// The query as typed.
    pub q: Option<String>,
    /// The id of the selected entity.
    pub entity: Option<String>,
    /// The id of the selected claim.
    pub claim: Option<String>,
    /// What is shown: `article`, `claims`, `compare` or `table`.
    #[ts(inline)]
    pub view: Option<Mode>,
    /// The order of several articles: `relevance`, `newest`, `oldest` or `title`.
    #[ts(inline)]
    pub sort: Option<SortOrder>,
    /// The minimum confidence of automatic findings, in per cent: "0" to "100".
    pub sure: Option<String>,
    /// Publishers of several articles.
    pub source: Option<Vec<String>>,
    /// Kinds of names that are marked.
    pub types: Option<Vec<String>>,
    /// Forms of claims.
    pub form: Option<Vec<String>>,
    /// Stances of claims.
    pub stance: Option<Vec<String>>,
    /// Speakers of claims: ids of entities.
    pub speaker: Option<Vec<String>>,
    /// Subjects of claims: ids of entities.
    pub about: Option<Vec<String>>,
}

impl ViewState {
    /// The key of the article in an address. All other keys are the names of the properties.
    pub const ARTICLE_KEY: &str = "a";
}
