//! The articles that are shown below the form.

use std::collections::HashMap;

use js_sys::Uint8Array;

use super::super::app_props::AppProps;
use super::super::collection::{CollectionProps, Place};
use super::super::host::Host;
use super::super::ptr_eq_rc::PtrEqRc;
use explore::IndexedArticle;
use import::{bundle, parse_json};

/// The articles that are shown.
#[derive(Clone, Default, PartialEq)]
pub(super) enum Shown {
    /// None yet.
    #[default]
    Nothing,
    /// One article by itself.
    One(AppProps),
    /// Several articles.
    Several(CollectionProps),
}

impl Shown {
    /// What is shown of the data of a page; `files` are those of an archive, by their names.
    ///
    /// # Errors
    /// When the data holds no article that can be shown.
    pub(super) fn of(
        data: &str,
        files: HashMap<String, Uint8Array>,
        host: Host,
    ) -> Result<Self, String> {
        let data = parse_json(data).map_err(|fault| format!("the data is not JSON ({fault})"))?;
        let (mut articles, notices) = bundle::read("the data", &data);
        let notices: Vec<String> = notices.iter().map(ToString::to_string).collect();
        let is_archive = data.get("archive").is_some();
        match articles.pop() {
            None => Err(format!(
                "there is no article in the data; {}",
                notices.join("; ")
            )),
            Some(article) if articles.is_empty() && !is_archive => Ok(Self::One(AppProps {
                first: PtrEqRc::new(IndexedArticle::of(article)),
                others: Vec::new(),
                notices,
                host,
                handle: None,
            })),
            Some(article) => {
                articles.push(article);
                let place = Place::Held(files);
                Ok(Self::Several(CollectionProps::of(
                    &data, articles, notices, host, place,
                )))
            }
        }
    }

    /// Whether it is one article by itself.
    pub(super) fn is_one(&self) -> bool {
        matches!(self, Self::One(_))
    }
}
