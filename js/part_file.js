// Fetches a file of a part of a program.

/** @param {URL} url @param {string} integrity the expected hash; empty if unknown */
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

/** Finds out why a file could not be fetched: browsers report a changed file and a missing one in
 * the same way. @param {URL} url @param {string | undefined} name */
async function reasonFor(url, name) {
  const answer = await fetch(url, { method: "HEAD" }).catch(() => undefined);
  if (!answer) return `${name} could not be loaded; check your connection`;
  if (!answer.ok) return `the server answers ${answer.status} for ${name}`;
  return `${name} has changed since this page was made, and is refused`;
}
