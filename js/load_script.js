// Loads scripts with a script element.

/** @type {TrustedTypePolicy | undefined} */
let policy;

/** Makes a script address that Trusted Types accept. @param {string} url */
export function scriptAddress(url) {
  policy ??= globalThis.trustedTypes?.createPolicy("article-explorer", { createScriptURL: (url) => url });
  return /** @type {string} */ (policy ? policy.createScriptURL(url) : url);
}

/** @param {string} url @param {Partial<HTMLScriptElement>} [attributes] */
export async function loadScript(url, attributes) {
  const script = Object.assign(document.createElement("script"), attributes);
  script.src = scriptAddress(url);
  await new Promise((loaded, failed) => {
    script.onload = loaded;
    script.onerror = () => failed(new Error(`${url} cannot be loaded`));
    document.head.append(script);
  });
}
