//! A handle that lets scripts read and change the view of a page.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

/// The view of a page, shared with scripts. The page publishes its view here and receives requested
/// views.
#[derive(Clone, Default)]
pub struct ViewHandle(Rc<Slots>);

#[derive(Default)]
struct Slots {
    hash: RefCell<String>,
    /// A view that was requested before a page could receive it.
    pending: RefCell<Option<String>>,
    taker: RefCell<Option<Callback<String>>>,
}

impl PartialEq for ViewHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl ViewHandle {
    /// The view, in the form of an address's hash.
    #[must_use]
    pub fn hash(&self) -> String {
        self.0.hash.borrow().clone()
    }

    /// Says which view a page was requested with. [`Self::hash`] returns it until the page has
    /// published its own, which happens after the browser may have painted.
    pub fn begin_at(&self, hash: &str) {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        self.0.hash.replace(hash.to_owned());
    }

    /// Requests a view, in the form of an address's hash. [`Self::hash`] returns this view from now
    /// on and, once it is rendered, the parts of it that the articles have.
    pub fn ask(&self, hash: &str) {
        self.0.hash.replace(hash.to_owned());
        let taker = self.0.taker.borrow().clone();
        match taker {
            Some(taker) => taker.emit(hash.to_owned()),
            None => *self.0.pending.borrow_mut() = Some(hash.to_owned()),
        }
    }

    /// Holds further requests until the next page is attached.
    pub fn detach(&self) {
        self.0.taker.take();
    }

    /// Publishes the current view, unless a requested one is waiting.
    pub(super) fn publish(&self, hash: String) {
        if self.0.pending.borrow().is_none() {
            self.0.hash.replace(hash);
        }
    }

    /// Sends requested views to `taker`, beginning with the waiting one.
    pub(super) fn attach(&self, taker: Callback<String>) {
        let waiting = self.0.pending.take();
        self.0.taker.replace(Some(taker.clone()));
        if let Some(hash) = waiting {
            taker.emit(hash);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_that_a_page_was_requested_with_is_there_at_once() {
        let handle = ViewHandle::default();
        handle.begin_at("#q=a");
        assert_eq!(handle.hash(), "q=a");
        handle.publish("q=a&view=claims".to_owned());
        assert_eq!(handle.hash(), "q=a&view=claims");
        handle.begin_at("");
        assert_eq!(handle.hash(), "");
    }

    #[test]
    fn what_is_asked_before_a_page_is_there_waits_for_it() {
        let handle = ViewHandle::default();
        let taken = Rc::new(RefCell::new(Vec::new()));
        let taker = {
            let taken = Rc::clone(&taken);
            Callback::from(move |hash: String| taken.borrow_mut().push(hash))
        };
        handle.ask("q=a");
        handle.ask("q=b");
        handle.publish("q=first".to_owned());
        assert_eq!(handle.hash(), "q=b");
        assert!(taken.borrow().is_empty());
        handle.attach(taker);
        handle.ask("q=c");
        assert_eq!(*taken.borrow(), ["q=b", "q=c"]);
        handle.detach();
        handle.ask("q=d");
        assert_eq!(taken.borrow().len(), 2);
    }
}
