// The script that saves as a module of its own, beside the page.

/** The program that writes other forms, from the files beside this one. */
async function exportsServed(loadScript) {
  const url = new URL("%MODULE_OF_EXPORTS%", import.meta.url).href;
  const [program] = await Promise.all([
    fetch(new URL("%WASM_OF_EXPORTS%", import.meta.url), { integrity: "%INTEGRITY_OF_EXPORTS%" }),
    loadScript(url, { type: "module", integrity: "%INTEGRITY_OF_MODULE_OF_EXPORTS%" }),
  ]);
  const module = await import(url);
  await module.default({ module_or_path: program });
  return module;
}

let program;

const loadBy = (loadScript) => () => (program ??= exportsServed(loadScript).catch((error) => {
  program = undefined;
  throw error;
}));

const pages = new URL("articles/", import.meta.url);

export const offerForms = (root, data, loadScript) => offerSaveAs(root, data, loadBy(loadScript), pages);

export const formsOf = (root, data, loadScript) => saveAs(root, data, loadBy(loadScript), pages);
