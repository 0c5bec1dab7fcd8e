//! Identifiers. Each kind has its own type, so a claim's id cannot be confused with an
//! entity's.

use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone,
            Debug,
            Default,
            PartialEq,
            Eq,
            PartialOrd,
            Ord,
            Hash,
            Serialize,
            Deserialize,
            JsonSchema,
            TS,
        )]
        #[serde(transparent)]
        #[schemars(inline, extend("minLength" = 1))]
        #[ts(as = "String")]
        pub struct $name(Rc<str>);

        impl $name {
            /// Creates an identifier from any text.
            #[must_use]
            pub fn new(id: &str) -> Self {
                Self(Rc::from(id))
            }

            /// The identifier as shared text, without copying it.
            #[must_use]
            pub fn shared(&self) -> Rc<str> {
                Rc::clone(&self.0)
            }

            /// The identifier as it was written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Identifies an article within a bundle: the file name without its extension.
    ArticleId
}
id! {
    /// Identifies an entity within an article's annotations.
    EntityId
}
id! {
    /// Identifies a claim within an article's annotations.
    ClaimId
}

/// The set of ids already in use.
#[derive(Debug, Default)]
pub struct TakenIds {
    /// The number to try next for each id, if it is requested again.
    next: HashMap<Rc<str>, usize>,
}

impl TakenIds {
    /// Whether the id is in use.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        self.next.contains_key(id)
    }

    /// Reserves `wanted` or, if it is in use, the first free one of "id-2", "id-3" and so
    /// on. Repeated requests for the same id take linear time in total.
    pub fn take(&mut self, wanted: &str) -> Rc<str> {
        let mut id = Rc::from(wanted);
        if let Some(next) = self.next.get(&id) {
            let mut number = *next;
            let same = id;
            id = loop {
                let numbered = Rc::from(format!("{wanted}-{number}"));
                number += 1;
                if !self.next.contains_key(&numbered) {
                    break numbered;
                }
            };
            self.next.insert(same, number);
        }
        self.next.insert(Rc::clone(&id), 2);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_is_given_once() {
        let mut ids = TakenIds::default();
        for (wanted, given) in [
            ("a", "a"),
            ("a", "a-2"),
            ("a-3", "a-3"),
            ("a", "a-4"),
            ("a-2", "a-2-2"),
            ("", ""),
            ("", "-2"),
        ] {
            assert!(!ids.holds(given));
            assert_eq!(&*ids.take(wanted), given);
            assert!(ids.holds(given));
        }
    }
}
