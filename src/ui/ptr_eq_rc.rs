//! Values that components share without comparing them.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value that equals another only if it is the same one, so that a component
/// compares a pointer and not an article.
pub struct PtrEqRc<T: ?Sized>(Rc<T>);

impl<T> PtrEqRc<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: ?Sized> PtrEqRc<T> {
    /// The value, shared without this comparison.
    #[must_use]
    pub fn to_rc(&self) -> Rc<T> {
        Rc::clone(&self.0)
    }
}

impl<T: ?Sized> From<Rc<T>> for PtrEqRc<T> {
    fn from(value: Rc<T>) -> Self {
        Self(value)
    }
}

impl<T: ?Sized> Clone for PtrEqRc<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for PtrEqRc<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for PtrEqRc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
