// The program from files beside the page, each checked. The script is loaded by an element,
// since `import()` checks nothing; it then finds the module there.

async function served() {
  const url = new URL("%MODULE%", document.baseURI).href;
  const [program] = await Promise.all([
    fetch(new URL("%WASM%", document.baseURI), { integrity: "%WASM_INTEGRITY%" }),
    loadScript(url, { type: "module", integrity: "%MODULE_INTEGRITY%" }),
  ]);
  const module = await import(url);
  await module.default({ module_or_path: program });
  return module;
}
