// The program in a frame that is kept from its own origin, where nothing can be fetched but
// a script of the old kind.

async function sandboxed() {
  await loadScript("%PACKED%");
  return globalThis.articleExplorerPacked();
}
