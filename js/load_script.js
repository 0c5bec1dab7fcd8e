// A script loaded by an element.

/** @type {TrustedTypePolicy | undefined} */
let policy;

/** @param {string} url @param {Partial<HTMLScriptElement>} [attributes] */
export async function loadScript(url, attributes) {
  policy ??= globalThis.trustedTypes?.createPolicy("article-explorer", { createScriptURL: (url) => url });
  const script = Object.assign(document.createElement("script"), attributes);
  script.src = /** @type {string} */ (policy ? policy.createScriptURL(url) : url);
  await new Promise((loaded, failed) => {
    script.onload = loaded;
    script.onerror = () => failed(new Error(`${url} cannot be loaded`));
    document.head.append(script);
  });
}
