//! Identifiers, one type each, so that a claim's id is never taken for an entity's.

use std::fmt;
use std::rc::Rc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
