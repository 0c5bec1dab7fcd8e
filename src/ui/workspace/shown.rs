//! The articles that are shown below the form.

use std::collections::HashMap;

use js_sys::Uint8Array;

use super::super::address::hash_of_address;
use super::super::app_props::AppProps;
use super::super::collection::{CollectionProps, Place};
use super::super::host::Host;
use super::super::ptr_eq_rc::PtrEqRc;
use crate::messages::LoadingMessages;
use explore::from_hash;
use import::{BundleRecord, UnreadArchive, bundle};
use model::{Article, ArticleId};

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
    /// The articles in the data of a page. `files` contains the files of an archive, by name.
    ///
    /// # Errors
    /// If the data contains no article that can be shown.
    pub(super) fn of(
        data: &str,
        files: HashMap<String, Uint8Array>,
        host: Host,
    ) -> Result<Self, String> {
        let messages = host.language.loading();
        let (bundle, mut articles) = read(data, messages)?;
        match articles.pop() {
            None => Err((messages.no_article)(&bundle.notices.join("; "))),
            Some(article) if articles.is_empty() && bundle.archive.is_none() => {
                let indexed = host.language.indexed(article);
                Ok(Self::One(AppProps {
                    indexed: PtrEqRc::new(indexed),
                    notices: bundle.notices,
                    host,
                    handle: None,
                }))
            }
            Some(article) => {
                articles.push(article);
                let place = Place::Held(files);
                Ok(Self::Several(CollectionProps::of(
                    bundle, articles, host, place,
                )))
            }
        }
    }

    /// The same articles, with the view in the address of the page.
    pub(super) fn at_address(mut self) -> Self {
        let host = match &mut self {
            Self::Nothing => return self,
            Self::One(one) => &mut one.host,
            Self::Several(several) => &mut several.host,
        };
        host.view = hash_of_address().into();
        self
    }

    /// The article of several that is open at first.
    pub(super) fn article(&self) -> Option<ArticleId> {
        match self {
            Self::Several(several) => from_hash(&several.host.view).0.article,
            Self::Nothing | Self::One(_) => None,
        }
    }

    /// Whether it is one article by itself.
    pub(super) fn is_one(&self) -> bool {
        matches!(self, Self::One(_))
    }
}

/// The articles of the data of a page, in any form.
///
/// # Errors
/// A sentence, if the data is not the data of a page.
pub(super) fn read(
    data: &str,
    messages: &LoadingMessages,
) -> Result<(BundleRecord<'static, UnreadArchive>, Vec<Article>), String> {
    BundleRecord::read(data).or_else(|_| {
        let data = bundle::upgraded(data);
        let data = data.map_err(|fault| (messages.not_json)(&fault))?;
        BundleRecord::read(&data).map_err(|fault| (messages.no_bundle)(&fault))
    })
}
