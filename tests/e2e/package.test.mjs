import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { dist, engine, single } from "./harness.mjs";

const run = promisify(execFile);
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

if (engine === "chromium" && !single) {
  test("the npm package can be installed and imported in Node", { timeout: 240_000 }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "article-explorer-"));
    try {
      await run(npm, ["pack", dist, "--pack-destination", folder], { cwd: folder });
      const [packed] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
      await writeFile(path.join(folder, "package.json"), '{"private": true, "type": "module"}');
      await run(npm, ["install", "--offline", "--no-audit", "--no-fund", path.join(folder, packed)], { cwd: folder });
      const installed = path.join(folder, "node_modules/article-explorer");
      const about = JSON.parse(await readFile(path.join(installed, "package.json"), "utf8"));
      assert.equal(about.scripts, undefined, "nothing runs when it is installed");
      const names = await readdir(installed);
      for (const wanted of ["README.md", "LICENSE-MIT", "article-explorer.d.ts", "types.d.ts", "custom-elements.json"]) {
        assert.ok(names.includes(wanted), wanted);
      }
      assert.ok(!names.some((name) => name.endsWith(".html")), "no pages");
      await writeFile(
        path.join(folder, "use.js"),
        `import init, { ArticleExplorer, Collection, readFile } from "article-explorer";
         await init();
         const built = Collection.build([
           { id: "a", title: "Trade", text: "Bans endanger trade. “Né,” she said." },
           { id: "b", text: "The market principles were endangered." },
         ]);
         const collection = Collection.load(built.serialize(), { texts: ["", "The market principles were endangered."] });
         const [first, ...others] = collection.search("endangered principles ");
         const { bundle, notices } = readFile("x.md", "---\\ntitle: X\\nlanguage: en\\n---\\nOne *two*.");
         let refused = "";
         try { Collection.load(new Uint8Array([1, 2, 3])); } catch (error) { refused = error.message; }
         console.log(JSON.stringify([typeof ArticleExplorer, built.size, first.id, first.excerpts, others.length, bundle.articles[0].title, notices, refused]));`,
      );
      const { stdout } = await run(process.execPath, ["use.js"], { cwd: folder });
      const words = "The market principles were endangered.";
      assert.deepEqual(JSON.parse(stdout), [
        "function", 2, "b", [{ text: words, ranges: [[11, 21], [27, 37]] }], 1, "X", [], "this is not a search index",
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
