// The command of the npm package, which makes bundles without Rust: it is packed, installed and run,
// and its bundles are compared with those that the native tools made.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { archive, dist, dossier, engine, found, german, root, single } from "./harness.mjs";

const run = promisify(execFile);
const windows = process.platform === "win32";
const [npm, npx] = ["npm", "npx"].map((name) => (windows ? `${name}.cmd` : name));
const GOOD = "---\ntitle: Rain\nlanguage: en\n---\nAnn Lee said that it rains.\n";

/** The folder in which the package is installed. */
let home;

/** Runs the command; returns its exit code and what it wrote. */
const command = (...words) =>
  run(npx, ["--offline", "--no-install", "article-explorer", ...words], { cwd: home }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );

/**
 * The names of the files in a folder and its folders, sorted, without compressed copies and the record
 * of what the bundle was made from, which depends on the program that made it.
 */
async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(br|gz)$|^pack-record\.json$/.test(entry.name));
  return files.map((file) => path.relative(folder, path.join(file.parentPath ?? file.path, file.name))).sort();
}

/** Checks that two folders have the same files. */
async function same(made, native) {
  const names = await filesOf(native);
  assert.deepEqual(await filesOf(made), names);
  const differs = async (name) => !(await readFile(path.join(made, name))).equals(await readFile(path.join(native, name)));
  const different = [];
  for (const name of names) if (await differs(name)) different.push(name);
  assert.deepEqual(different, []);
}

/** Writes a folder of files; returns its path. */
async function folderOf(name, files) {
  const folder = path.join(home, name);
  await mkdir(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(path.join(folder, file), content);
  return folder;
}

if (engine === "chromium" && !single) {
  before(async () => {
    home = await mkdtemp(path.join(tmpdir(), "article-explorer-"));
    await run(npm, ["pack", dist, "--pack-destination", home], { cwd: home });
    const [packed] = (await readdir(home)).filter((name) => name.endsWith(".tgz"));
    await writeFile(path.join(home, "package.json"), '{"private": true}');
    await run(npm, ["install", "--offline", "--no-audit", "--no-fund", path.join(home, packed)], { cwd: home });
  });
  after(() => rm(home, { recursive: true }));

  for (const [what, articles, native] of [
    ["the bundled article", path.join(root, "articles"), dist],
    ["several articles", path.join(root, "examples/detained-in-russia"), dossier],
    ["an article without annotations", path.join(root, "tests/e2e/found"), found],
    ["an interface in German", path.join(root, "tests/e2e/german"), german],
    ["a large collection", path.join(archive, "../large"), archive],
  ]) {
    const skip = !existsSync(native) && "the native tools have not made it";
    test(`the bundle of ${what} is the one that the native tools make`, { timeout: 240_000, skip }, async () => {
      const out = path.join(home, `out-${path.basename(articles)}`);
      const { code, stdout, stderr } = await command("pack", articles, out);
      assert.deepEqual([code, /^error/m.test(stderr)], [0, false], stderr);
      assert.match(stdout, /^\d+ articles? of .*: written to /);
      await same(out, native);
    });
  }

  test("a bundle replaces an earlier one, and contains the command itself", { timeout: 600_000 }, async () => {
    const articles = await folderOf("weather", { "rain.md": GOOD, "snow.md": GOOD, "notes.txt": "x", "README.md": "# Sky\n" });
    const { code, stderr } = await command("pack", articles, "sky");
    // A busy machine also says how far it is.
    const notes = stderr.replace(/^\d+ of \d+ .*\n/gm, "");
    assert.deepEqual([code, notes], [0, notes.match(/^note: notes\.txt: passed over; .*\n/)?.[0]]);
    const sky = path.join(home, "sky");
    assert.match(await readFile(path.join(sky, "index.html"), "utf8"), /<title>Sky<\/title>/);
    await rm(path.join(articles, "snow.md"));
    const again = await command("pack", articles, "sky", "--compress");
    assert.equal(again.code, 0, again.stderr);
    assert.ok(!existsSync(path.join(sky, "articles")), "nothing of the earlier bundle remains");
    const page = await readFile(path.join(sky, "index.html"));
    assert.ok(brotliDecompressSync(await readFile(path.join(sky, "index.html.br"))).equals(page));
    assert.ok(gunzipSync(await readFile(path.join(sky, "index.html.gz"))).equals(page));
    const of = path.join(home, "of-sky");
    await run(process.execPath, [path.join(sky, "command.js"), "pack", articles, of]);
    await same(of, sky);
    const within = await run(process.execPath, [path.join(sky, "command.js"), "pack", articles, sky]).catch((error) => error);
    assert.match(within.stderr, /^error: this program is in /m);
    await same(of, sky);
  });

  test("articles that have not changed are not made again, whatever happened to the bundle", { timeout: 600_000 }, async () => {
    const weather = { "rain.md": GOOD, "snow.md": GOOD, "wind.md": GOOD };
    const articles = await folderOf("again", weather);
    const [out, fresh] = ["out-again", "out-fresh"].map((name) => path.join(home, name));
    const packed = async (to, unchanged, ...options) => {
      const { code, stdout, stderr } = await command("pack", articles, to, ...options);
      assert.equal(code, 0, stderr);
      assert.match(stdout, unchanged ? new RegExp(`, ${unchanged} unchanged\\)$`, "m") : /files, [\d.]+ MB, [\d.]+ s\)$/m);
    };
    await packed(out, 0, "--parts", "--compress");
    const copies = await readdir(path.join(out, "articles"));
    assert.ok(copies.includes("rain.html.br") && copies.includes("rain.html.gz"));
    await packed(out, 3, "--parts");
    await writeFile(path.join(articles, "snow.md"), `${GOOD}It snows.\n`);
    await writeFile(path.join(out, "articles/wind.html"), "edited");
    await rm(path.join(out, "index.html"));
    await writeFile(path.join(out, "index.html"), "edited too");
    await packed(out, 1, "--parts");
    await writeFile(path.join(out, "pack-record.json"), "damaged");
    await packed(out, 0, "--parts");
    await packed(fresh, 0, "--parts");
    await same(out, fresh);
    const names = await readdir(path.join(out, "articles"));
    assert.deepEqual(names.sort(), ["rain.html", "snow.html", "wind.html"]);
  });

  test("what cannot be packed is named, and nothing is lost", { timeout: 240_000 }, async () => {
    const articles = await folderOf("fine", { "rain.md": GOOD });
    const other = await folderOf("other", { "index.html": "<p>mine", "notes.txt": "mine" });
    const refused = async (message, ...words) => {
      const { code, stdout, stderr } = await command("pack", ...words);
      assert.deepEqual([code, stdout], [1, ""], stderr);
      assert.match(stderr, message);
      assert.ok(!/\n    at /.test(stderr), "no place in a script");
    };
    await refused(/^error: nowhere is not a folder/, "nowhere", "out");
    await refused(/^error: .*rain\.md is not a folder/, path.join(articles, "rain.md"), "out");
    await refused(/^error: there is no article; put one/m, await folderOf("empty", { "README.md": "# No" }), "out");
    await refused(/^error: .* holds other files, which would be lost/, articles, other);
    assert.equal(await readFile(path.join(other, "notes.txt"), "utf8"), "mine");
    await refused(/^error: .* is not a folder/, articles, path.join(other, "notes.txt"));
    await refused(/^error: a\.md cannot be read, because it is not UTF-8/, await folderOf("bytes", { "a.md": Buffer.from([255, 254]) }), "out");
    const broken = { "a.md": GOOD, "a.annotations.json": '{"version":1,"claims":[{"id":"c","content":["nowhere"]}]}' };
    await refused(/^error: a\.annotations\.json, .*nowhere[^]*^error: the articles have 2 faults/m, await folderOf("broken", broken), "out");
    await refused(/^error: settings\.json cannot be used: `language` is "fr"/, await folderOf("french", { "a.md": GOOD, "settings.json": '{"language":"fr"}' }), "out");
    assert.ok(!existsSync(path.join(home, "out")), "nothing is written");
    assert.equal((await command("pack", articles, "fine/out")).code, 0, "a folder among the articles is not read");
    await folderOf("fine/out/mine", { "rain.md": GOOD });
    await refused(/^error: the articles are in /, "fine/out/mine", "fine/out");
    assert.equal(await readFile(path.join(home, "fine/out/mine/rain.md"), "utf8"), GOOD);
    await refused(/^error: the articles are in /, "fine/out", "fine/out");
  });

  test("the command explains itself", async () => {
    const help = await command("--help");
    assert.deepEqual([help.code, help.stderr], [0, ""]);
    assert.match(help.stdout, /^usage: article-explorer pack DIR \[OUT\]/);
    for (const [words, message] of [
      [[], /^usage/],
      [["pack"], /^usage/],
      [["pack", "a", "b", "c"], /^usage/],
      [["pack", "a", "--part"], /^unknown option --part\n\nusage/],
      [["unpack", "a"], /^unknown command unpack\n\nusage/],
    ]) {
      const { code, stdout, stderr } = await command(...words);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, message);
    }
  });
}
