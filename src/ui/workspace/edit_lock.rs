//! The right to edit an entry, which one tab has at a time (Web Locks).

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::kept;

#[wasm_bindgen]
extern "C" {
    /// The browser as an object with locks, which web-sys marks as unstable.
    type LockingNavigator;

    #[wasm_bindgen(method, getter)]
    fn locks(this: &LockingNavigator) -> Option<LockManager>;

    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &JsValue,
    ) -> Result<Promise, JsValue>;
}

/// The right to edit. It ends when this is dropped.
pub(super) struct EditLock {
    release: Rc<RefCell<Option<Function>>>,
}

impl Drop for EditLock {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            let _settled = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Requests the right to edit the entry with a key. Returns `None` if another tab has it, unless
/// this one takes over. `lost` is called if another tab takes over later. Browsers without locks
/// always grant it.
pub(super) async fn lock(key: u64, takes_over: bool, lost: Callback<()>) -> Option<EditLock> {
    let release: Rc<RefCell<Option<Function>>> = Rc::default();
    let navigator: LockingNavigator =
        JsValue::from(gloo::utils::window().navigator()).unchecked_into();
    let Some(locks) = navigator.locks() else {
        return Some(EditLock { release });
    };
    let option = if takes_over { "steal" } else { "ifAvailable" };
    let options = Object::new();
    // Setting a property of a new object cannot fail.
    let _set = Reflect::set(&options, &option.into(), &JsValue::TRUE);
    let (answer, answered) = oneshot::channel();
    let granted = {
        let release = Rc::clone(&release);
        Closure::once_into_js(move |lock: JsValue| -> JsValue {
            let is_granted = lock.is_truthy();
            // The receiver waits for this.
            let _unheard = answer.send(is_granted);
            if !is_granted {
                return JsValue::UNDEFINED;
            }
            Promise::new(&mut |done, _| {
                release.replace(Some(done));
            })
            .into()
        })
    };
    let name = format!("{} {key}", kept::name());
    let Ok(held) = locks.request(&name, &options, &granted) else {
        return Some(EditLock { release });
    };
    {
        let release = Rc::downgrade(&release);
        spawn_local(async move {
            let is_taken = JsFuture::from(held).await.is_err();
            // A page that has given up the right does not lose it.
            if is_taken && release.upgrade().is_some() {
                lost.emit(());
            }
        });
    }
    // A browser that refuses locks, as in some frames, rejects the request and never calls back.
    let is_granted = answered.await.unwrap_or(true);
    is_granted.then_some(EditLock { release })
}
