// The script that saves from the file beside the page.

async function savingServed() {
  const url = new URL("%SAVE%", document.baseURI).href;
  await loadScript(url, { type: "module", integrity: "%SAVE_INTEGRITY%" });
  const { offerForms } = await import(url);
  return (root, data) => offerForms(root, data, loadScript);
}
