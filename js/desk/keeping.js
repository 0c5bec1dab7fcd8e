// What a reader keeps in this browser: nothing unless it was asked for. Each folder that the
// page lies in keeps its own.

const KEPT = `article-explorer-desk ${new URL(".", location.href).pathname}`;
const SHELF = "opened";

/** Whether anything was to be kept. */
export function isKept() {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return false;
  }
}

const answered = (request) =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new Error("another page holds it"));
  });

/** Does something with what is kept, wholly or not at all. */
async function inKept(mode, act) {
  const opening = indexedDB.open(KEPT, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF, { keyPath: "key" });
  const database = await answered(opening);
  try {
    const transaction = database.transaction(SHELF, mode);
    const finished = new Promise((done, fail) => {
      transaction.oncomplete = done;
      transaction.onabort = () => fail(transaction.error ?? new Error("the browser gave up"));
    });
    const result = act(transaction.objectStore(SHELF));
    const [found] = await Promise.all([result instanceof IDBRequest ? answered(result) : undefined, finished]);
    return found;
  } finally {
    database.close();
  }
}

/** All that is kept, in the order in which it was opened. */
export const kept = () => inKept("readonly", (shelf) => shelf.getAll());

/** Keeps what was opened. That anything is kept is written down before it is. */
export async function keep(opened) {
  const wasKept = isKept();
  localStorage.setItem(KEPT, "1");
  try {
    await inKept("readwrite", (shelf) => {
      for (const one of opened) shelf.put(one);
    });
  } catch (error) {
    if (!wasKept) localStorage.removeItem(KEPT);
    throw error;
  }
}

/** No longer keeps what has these keys. */
export const forget = (keys) =>
  inKept("readwrite", (shelf) => {
    for (const key of keys) shelf.delete(key);
  });

/** Keeps nothing any more. */
export async function forgetAll() {
  await inKept("readwrite", (shelf) => shelf.clear());
  localStorage.removeItem(KEPT);
}
