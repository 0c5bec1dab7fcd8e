// The program from the file that this stands in.

async function single() {
  const text = document.getElementById("article-explorer-program").textContent;
  await __wbg_init({ module_or_path: await unpacked(text) });
  return { Explorer };
}
