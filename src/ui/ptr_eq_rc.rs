//! Shared values that components compare by pointer.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value that equals another only if both are the same allocation. A component then
/// compares a pointer instead of an article.
pub struct PtrEqRc<T: ?Sized>(Rc<T>);

impl<T> PtrEqRc<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: ?Sized> PtrEqRc<T> {
    /// The value as a plain `Rc`.
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
