//! Identifiers, one type each, so that a claim's id is never taken for an entity's.

use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
        )]
        #[serde(transparent)]
        #[schemars(inline, extend("minLength" = 1))]
        pub struct $name(Rc<str>);

        impl $name {
            /// Takes any text as the identifier.
            #[must_use]
            pub fn new(id: &str) -> Self {
                Self(Rc::from(id))
            }

            /// The identifier, to be kept beside others.
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
    /// Names an article within a bundle: the file's name without its ending.
    ArticleId
}
id! {
    /// Names an entity within an article's annotations.
    EntityId
}
id! {
    /// Names a claim within an article's annotations.
    ClaimId
}

/// Ids that are taken.
#[derive(Debug, Default)]
pub struct TakenIds {
    /// For each the number to try next where it is wanted again.
    next: HashMap<Rc<str>, usize>,
}

impl TakenIds {
    /// Whether an id is taken.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        self.next.contains_key(id)
    }

    /// Takes the id that is wanted or, where that is taken, the first of "id-2", "id-3" …
    /// that is free. Many that want the same take time linear in their number.
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
    fn an_id_is_given_once() {
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
