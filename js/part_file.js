// A part of a program from a file.

/** @param {URL} url @param {string} integrity what the file has to be; empty where that is not known */
export async function partAt(url, integrity) {
  const name = url.pathname.split("/").at(-1);
  let response;
  try {
    response = await fetch(url, integrity ? { integrity } : {});
  } catch {
    throw new Error(await reasonFor(url, name));
  }
  if (!response.ok) throw new Error(`the server answers ${response.status} for ${name}`);
  return response.arrayBuffer();
}

/** Why a file could not be fetched: the browser says the same of a file that was changed as of one
 * that is not there. @param {URL} url @param {string | undefined} name */
async function reasonFor(url, name) {
  const answer = await fetch(url, { method: "HEAD" }).catch(() => undefined);
  if (!answer) return `${name} cannot be fetched; is the network there?`;
  if (!answer.ok) return `the server answers ${answer.status} for ${name}`;
  return `${name} has changed since this page was made, and is refused`;
}
