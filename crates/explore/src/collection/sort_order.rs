//! The order in which a collection lists its results.

use crate::View;
use schemars::JsonSchema;
use strum::{EnumCount, EnumString, IntoStaticStr};
use ts_rs::TS;

/// The key in an address.
const KEY: &str = "sort";

/// An order of articles and claims.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, JsonSchema, TS, EnumCount,
)]
#[strum(serialize_all = "lowercase")]
#[schemars(rename_all = "lowercase")]
#[ts(rename_all = "lowercase")]
pub enum SortOrder {
    /// The best match first.
    Relevance,
    /// The newest article first.
    Newest,
    /// The oldest article first.
    Oldest,
    /// By title.
    Title,
}

impl SortOrder {
    /// Every order, as listed on the page.
    pub const ALL: [Self; Self::COUNT] = [Self::Relevance, Self::Newest, Self::Oldest, Self::Title];

    /// The name of this order in an address.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The order with this name.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }

    /// The order that a view requests. The default is relevance if there are search words,
    /// otherwise newest first.
    #[must_use]
    pub fn of(view: &View, words_are_searched: bool) -> Self {
        let asked = view.unknown.iter().find(|(key, _)| key == KEY);
        match asked.and_then(|(_, word)| Self::parse(word)) {
            Some(Self::Relevance) | None if words_are_searched => Self::Relevance,
            Some(Self::Relevance) | None => Self::Newest,
            Some(order) => order,
        }
    }

    /// The view with this order.
    #[must_use]
    pub fn put_into(self, view: &View) -> View {
        let mut view = view.clone();
        view.unknown.retain(|(key, _)| key != KEY);
        view.unknown
            .push((KEY.to_owned(), self.as_str().to_owned()));
        view
    }
}
