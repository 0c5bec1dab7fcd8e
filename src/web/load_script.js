// A script loaded by an element.

let scriptPolicy;

async function loadScript(url, attributes) {
  scriptPolicy ??= globalThis.trustedTypes?.createPolicy("article-explorer", {
    createScriptURL: (url) => url,
  });
  const script = Object.assign(document.createElement("script"), attributes);
  script.src = scriptPolicy ? scriptPolicy.createScriptURL(url) : url;
  await new Promise((loaded, failed) => {
    script.onload = loaded;
    script.onerror = () => failed(new Error(`${url} cannot be loaded`));
    document.head.append(script);
  });
}
