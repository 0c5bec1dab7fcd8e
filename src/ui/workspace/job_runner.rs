//! Running jobs in a worker or, if no worker can start, in slices in the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};
use yew::prelude::*;

use super::host::{FilesProgram, WorkspaceHost, words_of};
use super::task::next_task;
use crate::messages::WorkspaceMessages;
use jobs::{MessageError, Reply, Request, from_json, to_json};

/// A reply, and the bytes sent with it.
pub(super) struct Answer {
    pub(super) reply: Reply,
    pub(super) payloads: Vec<Uint8Array>,
}

/// Why a job has no result.
#[derive(Debug)]
pub(super) enum JobError {
    /// The reader has cancelled it.
    Cancelled,
    /// The job cannot be done, with a reason that can follow a colon.
    Failed(String),
}

/// An event while a worker runs.
enum Heard {
    Message(JsValue),
    /// The worker cannot start, or has ended.
    Broken(String),
    Cancelled,
}

/// Why a worker does not answer.
enum Silence {
    Cancelled,
    Broken(String),
    Misunderstood(MessageError),
}

impl From<Silence> for JobError {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::Cancelled => Self::Cancelled,
            Silence::Broken(reason) => Self::Failed(reason),
            Silence::Misunderstood(error) => Self::Failed(error.to_string()),
        }
    }
}

/// Runs jobs, one at a time.
pub(super) struct JobRunner {
    messages: &'static WorkspaceMessages,
    host: WorkspaceHost,
    worker: RefCell<Option<JobWorker>>,
    /// Sends events to the [`JobWorker`] that is running.
    ear: RefCell<Option<UnboundedSender<Heard>>>,
    program: RefCell<Option<FilesProgram>>,
    is_cancelled: Cell<bool>,
}

/// The runner of a page. The worker starts with the first job and stays for later ones.
#[hook]
pub(super) fn use_worker(
    host: &WorkspaceHost,
    messages: &'static WorkspaceMessages,
) -> Rc<JobRunner> {
    use_memo((), |()| JobRunner {
        messages,
        host: host.clone(),
        worker: RefCell::default(),
        ear: RefCell::default(),
        program: RefCell::default(),
        is_cancelled: Cell::default(),
    })
}

impl JobRunner {
    /// Resets the cancellation before new work.
    pub(super) fn begin(&self) {
        self.is_cancelled.set(false);
    }

    /// Cancels the work at once.
    pub(super) fn cancel(&self) {
        self.is_cancelled.set(true);
        if let Some(ear) = &*self.ear.borrow() {
            // If sending fails, no worker is running.
            let _unheard = ear.unbounded_send(Heard::Cancelled);
        }
    }

    /// Returns an error if the work was cancelled.
    pub(super) fn go_on(&self) -> Result<(), JobError> {
        if self.is_cancelled.get() {
            return Err(JobError::Cancelled);
        }
        Ok(())
    }

    /// The files in a form that the program can read.
    async fn readable(&self, files: Vec<Uint8Array>) -> Result<Vec<Uint8Array>, JobError> {
        let failed = |error: JsValue| JobError::Failed(words_of(&error, self.messages));
        let files: Array = files.into_iter().collect();
        let readable = self.host.all_readable(&files).await.map_err(failed)?;
        self.go_on()?;
        let readable = Array::from(&readable);
        Ok(readable
            .iter()
            .filter_map(|file| file.dyn_into().ok())
            .collect())
    }

    /// Runs a job and returns its last answer. `tell` receives the answers before it.
    pub(super) async fn run(
        &self,
        request: &Request,
        payloads: Vec<Uint8Array>,
        mut tell: impl FnMut(Answer),
    ) -> Result<Answer, JobError> {
        let payloads = match request {
            Request::Read { .. } => self.readable(payloads).await?,
            Request::Archive { .. } => payloads,
        };
        let request = to_json(request);
        let Some(mut worker) = self.started().await? else {
            return self.in_slices(&request, payloads, tell).await;
        };
        worker.ask(&request, &payloads)?;
        loop {
            let answer = worker.hear().await?;
            if let Some(result) = last(answer, &mut tell) {
                // A worker that has failed is not used again.
                if result.is_ok() {
                    self.worker.replace(Some(worker));
                }
                return result;
            }
        }
    }

    /// A worker that is ready, or `None` if no worker can start.
    async fn started(&self) -> Result<Option<JobWorker>, JobError> {
        if let Some(mut worker) = self.worker.take() {
            worker.forget_what_was_heard();
            return Ok(Some(worker));
        }
        let Ok(worker) = self.host.start_worker() else {
            return Ok(None);
        };
        let (mut worker, ear) = JobWorker::of(worker, self.messages);
        self.ear.replace(Some(ear));
        match worker.hear().await {
            Ok(answer) => Ok((answer.reply == Reply::Ready).then_some(worker)),
            Err(Silence::Broken(_)) => Ok(None),
            Err(silence) => Err(silence.into()),
        }
    }

    async fn in_slices(
        &self,
        request: &str,
        payloads: Vec<Uint8Array>,
        mut tell: impl FnMut(Answer),
    ) -> Result<Answer, JobError> {
        let failed = |error: JsValue| JobError::Failed(words_of(&error, self.messages));
        let program = self.program.take();
        let program = match program {
            Some(program) => program,
            None => self
                .host
                .load_files()
                .await
                .map_err(failed)?
                .unchecked_into(),
        };
        next_task().await;
        self.go_on()?;
        let job = program.start_job(request, payloads).map_err(failed)?;
        // A program that has crashed is not used again.
        while let Some(message) = job.next().map_err(failed)? {
            let answer = answer_of(&message).map_err(Silence::Misunderstood)?;
            if let Some(result) = last(answer, &mut tell) {
                self.program.replace(Some(program));
                return result;
            }
            next_task().await;
            if let Err(cancelled) = self.go_on() {
                self.program.replace(Some(program));
                return Err(cancelled);
            }
        }
        Err(JobError::Failed(self.messages.no_result.to_owned()))
    }
}

/// The result, if this is the last answer. Earlier answers go to `tell`.
fn last(answer: Answer, tell: &mut impl FnMut(Answer)) -> Option<Result<Answer, JobError>> {
    match answer.reply {
        Reply::Read { .. } | Reply::Archived { .. } => Some(Ok(answer)),
        Reply::Failed { reason } => Some(Err(JobError::Failed(reason))),
        Reply::Ready | Reply::Progress { .. } | Reply::Article { .. } => {
            tell(answer);
            None
        }
    }
}

/// Reads a message: a list of its JSON and the bytes sent with it.
fn answer_of(message: &Array) -> Result<Answer, MessageError> {
    let json = message.get(0).as_string().unwrap_or_default();
    let payloads = message.iter().skip(1);
    Ok(Answer {
        reply: from_json(&json)?,
        payloads: payloads.filter_map(|value| value.dyn_into().ok()).collect(),
    })
}

/// A worker, terminated when this is dropped.
struct JobWorker {
    messages: &'static WorkspaceMessages,
    worker: Worker,
    heard: UnboundedReceiver<Heard>,
    _listeners: [EventListener; 2],
}

impl JobWorker {
    fn of(worker: Worker, messages: &'static WorkspaceMessages) -> (Self, UnboundedSender<Heard>) {
        let (ear, heard) = unbounded();
        let hear = |what: fn(&Event, &WorkspaceMessages) -> Heard| {
            let ear = ear.clone();
            move |event: &Event| {
                let _unheard = ear.unbounded_send(what(event, messages));
            }
        };
        let prevents = EventListenerOptions::enable_prevent_default();
        let listeners = [
            EventListener::new(&worker, "message", hear(message_of)),
            EventListener::new_with_options(&worker, "error", prevents, hear(end_of)),
        ];
        let worker = Self {
            messages,
            worker,
            heard,
            _listeners: listeners,
        };
        (worker, ear)
    }

    /// Sends a request and transfers its bytes to the worker.
    fn ask(&self, request: &str, payloads: &[Uint8Array]) -> Result<(), JobError> {
        let message = Array::of1(&request.into());
        let moved = Array::new();
        for payload in payloads {
            message.push(payload);
            moved.push(&payload.buffer());
        }
        let posted = self.worker.post_message_with_transfer(&message, &moved);
        posted.map_err(|error| JobError::Failed(words_of(&error, self.messages)))
    }

    async fn hear(&mut self) -> Result<Answer, Silence> {
        match self.heard.next().await {
            Some(Heard::Message(data)) => match data.dyn_ref::<Array>() {
                Some(message) => answer_of(message).map_err(Silence::Misunderstood),
                None => Err(Silence::Broken(data.as_string().unwrap_or_default())),
            },
            Some(Heard::Broken(reason)) => Err(Silence::Broken(reason)),
            Some(Heard::Cancelled) | None => Err(Silence::Cancelled),
        }
    }

    /// A cancellation that came too late must not cancel the next job.
    fn forget_what_was_heard(&mut self) {
        while self.heard.try_recv().is_ok() {}
    }
}

impl Drop for JobWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// A message is a list or, if the worker cannot continue, a text that says why.
fn message_of(event: &Event, _: &WorkspaceMessages) -> Heard {
    let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
    Heard::Message(data.unwrap_or_default())
}

fn end_of(event: &Event, messages: &WorkspaceMessages) -> Heard {
    event.prevent_default();
    let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
    let message = message.filter(|message| !message.is_empty());
    Heard::Broken(message.unwrap_or_else(|| messages.worker_cannot_start.to_owned()))
}
