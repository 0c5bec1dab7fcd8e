// The program from the file that this stands in.

/** The script that saves, which is in this file too, as is its program. */
async function savingInFile() {
  const load = async () => exportsInFile(await unpacked(document.getElementById("article-explorer-exports").textContent));
  let program;
  return (root, data) => offerSaveAs(root, data, () => (program ??= load()));
}

async function single() {
  const text = document.getElementById("article-explorer-program").textContent;
  await __wbg_init({ module_or_path: await unpacked(text) });
  return { Explorer };
}
