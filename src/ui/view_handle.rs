//! What lets a script read and change the view of a page from outside.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

/// The view of a page as those outside it read and change it: the page puts its view in
/// and takes out the one that is asked for.
#[derive(Clone, Default)]
pub struct ViewHandle(Rc<Slots>);

#[derive(Default)]
struct Slots {
    hash: RefCell<String>,
    /// A view that was asked for before a page was there to take it.
    pending: RefCell<Option<String>>,
    taker: RefCell<Option<Callback<String>>>,
}

impl PartialEq for ViewHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl ViewHandle {
    /// The view, in the form of an address's hash; empty before anything is drawn.
    #[must_use]
    pub fn hash(&self) -> String {
        self.0.hash.borrow().clone()
    }

    /// Asks for a view, in the form of an address's hash. [`Self::hash`] is this view from
    /// now on, and what the articles have of it once it is drawn.
    pub fn ask(&self, hash: &str) {
        self.0.hash.replace(hash.to_owned());
        let taker = self.0.taker.borrow().clone();
        match taker {
            Some(taker) => taker.emit(hash.to_owned()),
            None => *self.0.pending.borrow_mut() = Some(hash.to_owned()),
        }
    }

    /// Keeps what is asked for from now on until the next page takes it.
    pub fn detach(&self) {
        self.0.taker.take();
    }

    /// Says what the view is now, unless another one waits to be taken.
    pub(super) fn publish(&self, hash: String) {
        if self.0.pending.borrow().is_none() {
            self.0.hash.replace(hash);
        }
    }

    /// Gives `taker` the views that are asked for, the one that waits first.
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
