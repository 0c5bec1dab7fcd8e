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

export function offerForms(root, data, loadScript) {
  const load = () => (program ??= exportsServed(loadScript).catch((error) => {
    program = undefined;
    throw error;
  }));
  offerSaveAs(root, data, load, new URL("articles/", import.meta.url));
}
