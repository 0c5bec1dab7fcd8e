// The npm package in common bundlers: it is packed, built by each bundler with a small page, and
// opened in Chromium. tests/bundlers contains the dependencies.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { dist, engine, launched, listen, PATIENCE, root, serve, single } from "./harness.mjs";

const run = promisify(execFile);
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const bundlers = path.join(root, "tests/bundlers");
const { resolve } = createRequire(path.join(bundlers, "package.json"));
/** Imports a package of tests/bundlers. */
const load = (name) => import(pathToFileURL(resolve(name)));
/** esbuild, which also bundles our own scripts. */
const esbuild = () => import(pathToFileURL(createRequire(path.join(root, "js/package.json")).resolve("esbuild")));

/** The folder of a sample project in which the package is installed. */
let project;

if (engine === "chromium" && !single) {
  before(async () => {
    project = await mkdtemp(path.join(tmpdir(), "article-explorer-"));
    await run(npm, ["pack", dist, "--pack-destination", project], { cwd: project });
    const [packed] = (await readdir(project)).filter((name) => name.endsWith(".tgz"));
    await cp(path.join(bundlers, "page"), project, { recursive: true });
    await cp(path.join(dist, "articles.json"), path.join(project, "articles.json"));
    await writeFile(path.join(project, "package.json"), '{"private": true, "type": "module"}');
    await run(npm, ["install", "--offline", "--no-audit", "--no-fund", path.join(project, packed)], { cwd: project });
    for (const name of await readdir(path.join(bundlers, "node_modules"))) {
      if (name.startsWith(".")) continue;
      await symlink(path.join(bundlers, "node_modules", name), path.join(project, "node_modules", name), "junction");
    }
  });
  after(() => rm(project, { recursive: true }));

  test("Vite builds a page with the package", { timeout: 240_000 }, async () => {
    const { build } = await load("vite");
    await build({ root: project, base: "./", logLevel: "warn", build: { outDir: "vite", target: "esnext" } });
    await works(path.join(project, "vite"));
  });

  test("Vite serves a page with the package while it is written", { timeout: 240_000 }, async () => {
    const { createServer } = await load("vite");
    const server = await createServer({ root: project, logLevel: "warn", server: { host: "127.0.0.1" } });
    await server.listen();
    try {
      await opens(server.resolvedUrls.local[0]);
    } finally {
      await server.close();
    }
  });

  test("webpack builds a page with the package", { timeout: 240_000 }, async () => {
    const { default: webpack } = await load("webpack");
    const out = path.join(project, "webpack");
    const compiler = webpack({
      mode: "production",
      context: project,
      entry: "./main.js",
      output: { path: out, publicPath: "auto" },
      performance: { hints: false },
    });
    const stats = await promisify(compiler.run.bind(compiler))();
    assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }), { errors: [], warnings: [] });
    await withPage(out, '<script defer src="main.js"></script>');
    await works(out);
  });

  test("esbuild bundles the package, whose other files lie in a folder", { timeout: 240_000 }, async () => {
    const { build } = await esbuild();
    const out = path.join(project, "esbuild");
    const { errors, warnings } = await build({
      absWorkingDir: project,
      entryPoints: ["main.js"],
      bundle: true,
      splitting: true,
      format: "esm",
      outdir: out,
      define: { BASE: '"./explorer/"' },
      logLevel: "silent",
    });
    assert.deepEqual([errors, warnings], [[], []]);
    await mkdir(path.join(out, "explorer"));
    const installed = path.join(project, "node_modules/article-explorer");
    for (const name of await readdir(installed)) {
      if (/\.(wasm|bin)$/.test(name)) await cp(path.join(installed, name), path.join(out, "explorer", name));
    }
    await withPage(out, '<script type="module" src="main.js"></script>');
    await works(out);
  });

  for (const framework of ["react", "preact", "solid", "vue", "svelte"]) {
    test(`${framework} knows the element's attributes`, { timeout: 240_000 }, async () => {
      const file = path.join(project, `types/${framework}.tsx`);
      const tsc = path.join(bundlers, "node_modules/typescript/bin/tsc");
      const options = ["--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler"];
      const jsx = { react: "react", preact: "preact", solid: "solid-js" }[framework] ?? "vue";
      options.push("--target", "esnext", "--jsx", "preserve", "--jsxImportSource", jsx, "--types", "");
      await run(process.execPath, [tsc, ...options, file], { cwd: project }).catch((error) => assert.fail(error.stdout));
    });
  }

  test("a server imports the package, which defines nothing there", async () => {
    const script = `
      const before = Object.keys(globalThis).join();
      const { ArticleExplorer } = await import("article-explorer");
      console.log(typeof ArticleExplorer, Object.keys(globalThis).join() === before, typeof customElements);`;
    const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "--eval", script], { cwd: project });
    assert.deepEqual([stdout.trim(), stderr], ["function true undefined", ""]);
  });

  test("no script of the package takes its WebAssembly from where it is not", async () => {
    const installed = path.join(project, "node_modules/article-explorer");
    const names = await readdir(installed);
    for (const name of names.filter((name) => name.endsWith(".js"))) {
      const script = await readFile(path.join(installed, name), "utf8");
      for (const [, file] of script.matchAll(/new URL\("\.\/([^"]+)",\s*import\.meta\.url\)/g)) {
        assert.ok(names.includes(file), `${name} names ${file}`);
      }
      // Bundlers read neither the command nor the scripts that it copies.
      const isEntry = /^(article-explorer|command|(pdf|workspace-worker)-\w+)\.js$/.test(name);
      if (!isEntry) assert.ok(!script.includes("import.meta"), name);
    }
  });
}

/** Writes a page to a folder of built files. */
async function withPage(folder, script) {
  const page = await readFile(path.join(project, "index.html"), "utf8");
  await writeFile(path.join(folder, "index.html"), page.replace(/<script.*<\/script>/, script));
}

/** Checks that a bundler's output works when served. */
async function works(folder) {
  await cp(path.join(project, "articles.json"), path.join(folder, "articles.json"));
  const server = await serve({ folder });
  try {
    await opens(server.url);
  } finally {
    await server.close();
  }
}

/** Checks that a page shows the articles, searches and reads a file, without console output. */
async function opens(url) {
  const context = await (await launched()).newContext();
  const said = [];
  try {
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    listen(page, said);
    await page.goto(url);
    const shown = () => page.evaluate(() => globalThis.shown);
    await page.waitForFunction(() => globalThis.shown);
    assert.deepEqual(await shown(), { words: true, listed: 2, found: ["b"], title: "X" });
    assert.deepEqual(said.filter((words) => !/\[vite\]/.test(words)), [], "the console stays empty");
  } finally {
    await context.close();
  }
}
