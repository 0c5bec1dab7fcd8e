// Documents of word processors, and ZIP files of many kinds, opened in the workspace.

import assert from "node:assert/strict";
import { docxOf, paragraphOf, pdfOf, zipOf } from "./files.mjs";
import { becomes, matches } from "./harness.mjs";
import { give, noticed, openedTitles, reading, settled, unfold } from "./workspace.mjs";

/** Gives files to the page, each as its name and its content, and waits until they were read. */
async function bring(page, files) {
  await give(page, files.map(([name, content]) => ({ name, bytes: Buffer.from(content).toString("base64") })));
  await settled(page);
}

/** The blocks of the article that is shown, each as the name of its element and its words. */
const blocks = (page) =>
  page.locator("article [id].block").evaluateAll((blocks) => blocks.map((block) => [block.localName, block.textContent]));

const DOCUMENT = [
  paragraphOf("Ferry line approved", "Titel"),
  paragraphOf("By Nora Whitlock"),
  paragraphOf("14 May 2025"),
  paragraphOf("The council approved a new ferry line on Tuesday."),
  paragraphOf("The cost", "berschrift1"),
  '<w:p><w:r><w:t xml:space="preserve">“It costs </w:t></w:r><w:del><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins><w:r><w:t>nine</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> million,” Irene Calder said.</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>',
].join("");

const DOCX = docxOf(DOCUMENT, [
  ["word/header1.xml", "<w:hdr><w:t>The Observer</w:t></w:hdr>"],
  ["word/comments.xml", "<w:comments><w:t>Check this</w:t></w:comments>"],
]);

reading("a Word document is read with its headings, and says what is left out", async (page) => {
  await bring(page, [["ferry.docx", DOCX]]);
  await page.getByRole("heading", { level: 1, name: "Ferry line approved" }).waitFor();
  await becomes(page, () => blocks(page), [
    ["p", "The council approved a new ferry line on Tuesday."],
    ["h2", "The cost"],
    ["p", "“It costs nine million,” Irene Calder said."],
  ]);
  await unfold(page);
  const report = page.locator(".file-report");
  await report.getByText("Where this comes from").click();
  await matches(page, () => report.innerText(), /ferry\.docx \(.*DOCX.*\)\s+SHA-256: [0-9a-f]{64}/);
  const told = await report.innerText();
  for (const part of ["1 comment in the margin", "1 tracked deletion", "1 line at the top or bottom of a page"]) {
    assert.ok(told.includes(`${part} is left out`), `${part}: ${told}`);
  }
});

reading("a Word document that is damaged, cut off, encrypted or of another kind says so", async (page) => {
  const whole = docxOf(paragraphOf("Library closes", "Titel") + paragraphOf("It closes in June, and nobody had expected it. ".repeat(20)));
  const cut = whole.subarray(0, whole.length - 600);
  const locked = zipOf([["[Content_Types].xml", "<Types/>"], ["word/document.xml", "<w:document/>"]], { isLocked: true });
  const protectedOne = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from("EncryptedPackage", "utf16le")]);
  await bring(page, [
    ["cut.docx", cut],
    ["broken.docx", docxOf("").subarray(0, 90)],
    ["locked.docx", locked],
    ["protected.docx", protectedOne],
    ["table.docx", zipOf([["[Content_Types].xml", "<Types/>"], ["xl/workbook.xml", "<workbook/>"]])],
    ["ferry.txt", DOCX],
  ]);
  await unfold(page);
  await becomes(page, async () => (await openedTitles(page)).sort(), ["Ferry line approved", "Library closes"]);
  const told = await noticed(page);
  for (const sentence of [
    /cut\.docx: the file ends too early; what it has is read/,
    /broken\.docx: this is an office document and not text/,
    /locked\.docx: the file is encrypted/,
    /protected\.docx: this is an encrypted office document and not text; .* without a password/,
    /table\.docx: this is a spreadsheet and not text; save it as CSV/,
  ]) assert.match(told, sentence);
});

const NEXIS = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\header LexisNexis}\pard 1 of 2 DOCUMENTS\par\par The Observer\par\par May 14, 2025 Wednesday\par First Edition\par\par Ferry line\par\par BYLINE: Nora Whitlock\par\par The council approved a caf\'e9 on the pier. \'93It costs nine million,\'94 Irene Calder said.\par\par LOAD-DATE: May 14, 2025\par\par 2 of 2 DOCUMENTS\par\par The Herald\par\par May 13, 2025\par\par Library\par\par It closes in June, Tom Reyes said.\par}`;

reading("an RTF file of a press database becomes an article for each document", async (page) => {
  await bring(page, [["news.rtf", NEXIS]]);
  await becomes(page, () => page.locator("[data-found]").count(), 2);
  await unfold(page);
  await becomes(page, () => openedTitles(page), ["Ferry line", "Library"]);
  await page.locator("[data-found] h2 a", { hasText: "Ferry line" }).click();
  await page.getByRole("heading", { level: 1, name: "Ferry line" }).waitFor();
  await becomes(page, () => blocks(page), [
    ["p", "The council approved a café on the pier. “It costs nine million,” Irene Calder said."],
  ]);
  const all = await page.locator("body").innerText();
  assert.match(all, /Nora Whitlock/);
  assert.match(all, /14 May 2025/);
  assert.doesNotMatch(all, /LOAD-DATE|LexisNexis|First Edition/);
});

reading("an RTF file is read as far as it goes, whatever its name", async (page) => {
  await bring(page, [
    ["cut.rtf", String.raw`{\rtf1\ansi Rain in town\par It rained, and {\b nobody`],
    ["notes.txt", String.raw`{\rtf1\ansi Sun in town\par The sun shone{\footnote Not all day.} on Monday.\par}`],
    ["empty.rtf", String.raw`{\rtf1\ansi }`],
  ]);
  await unfold(page);
  await becomes(page, async () => (await openedTitles(page)).length, 2);
  const told = await noticed(page);
  assert.match(told, /cut\.rtf: the file ends too early; what it has is read/);
  assert.match(told, /notes\.txt: 1 note is left out/);
  assert.match(told, /empty\.rtf: the file contains no words/);
});

const PAGE = `<title>The café closes</title><article><h1>The café closes</h1><p>${"The café closes in June, its owner, Ann Moss, said, and so it was all day. ".repeat(6)}</p><script>document.title = "ran"</script></article>`;

reading("a ZIP file of many kinds is opened with all that is in it", async (page) => {
  const zip = zipOf([
    ["__MACOSX/._ferry.docx", "\0\x05\x16\x07"],
    ["news/ferry.docx", DOCX],
    ["news/news.rtf", NEXIS],
    ["../../page.html", PAGE],
    ["rain.txt", "Rain in spring\n\n“It rains,” said Ann Example."],
    ["rain.ann", "T1\tPerson 35 46\tAnn Example\n"],
    ["style.css", "p { color: red }"],
    ["more.zip", zipOf([["a.txt", "It rains."]])],
    ["picture.png", Buffer.from("89504e470d0a1a0a", "hex")],
  ]);
  await bring(page, [["download.zip", zip]]);
  await unfold(page);
  const titles = ["Ferry line", "Ferry line approved", "Library", "The café closes", "rain"];
  await becomes(page, async () => (await openedTitles(page)).sort(), titles);
  const told = await noticed(page);
  for (const sentence of [
    /style\.css: the file belongs to a page or a program/,
    /more\.zip: this ZIP file is within another/,
    /picture\.png: this is a picture/,
    /ferry\.docx: 1 tracked deletion is left out/,
  ]) assert.match(told, sentence);
  assert.notEqual(await page.title(), "ran");
  await page.locator("[data-found] h2 a", { hasText: "rain" }).click();
  await becomes(page, () => page.locator("article [data-kind=person]").allTextContents(), ["Ann Example"]);
});

reading("PDF files in a ZIP file are read by their text", async (page) => {
  const report = pdfOf([
    [40, 500, 24, "Ferry line approved"],
    [40, 440, 10, "The council approved a new ferry line on Tuesday after a repre-"],
    [40, 428, 10, "sentation of the captains."],
  ]);
  await bring(page, [["download.zip", zipOf([
    ["rain.txt", "Rain in spring\n\n“It rains,” said Ann Example."],
    ["papers/report.PDF", report],
    ["scan.pdf", pdfOf([])],
    ["broken.pdf", "%PDF-1.4\nnothing follows"],
  ])]]);
  await unfold(page);
  await becomes(page, async () => (await openedTitles(page)).sort(), ["Ferry line approved", "Rain in spring"]);
  const told = await noticed(page);
  assert.match(told, /scan\.pdf: the pages of this PDF file are pictures without text/);
  assert.match(told, /broken\.pdf: this is a PDF that is damaged/);
  await page.locator("[data-found] h2 a", { hasText: "Ferry line" }).click();
  await becomes(page, () => blocks(page), [["p", "The council approved a new ferry line on Tuesday after a representation of the captains."]]);
});

reading("a ZIP file that is cut off, encrypted, empty or damaged says so, and the rest is read", async (page) => {
  const rain = `Rain in town\n\n${"It rained in the town all day, and nobody had expected it. ".repeat(4)}`;
  const whole = zipOf([["rain.txt", rain], ["sun.txt", rain.replace("Rain", "Sun")]]);
  await bring(page, [
    ["cut.zip", whole.subarray(0, whole.length / 2 + 20)],
    ["locked.zip", zipOf([["rain.txt", rain]], { isLocked: true })],
    ["empty.zip", zipOf([])],
    ["broken.zip", "PK\x03\x04...."],
    ["ferry.md", "---\ntitle: Ferry line\nlanguage: en\n---\n\nThe ferry sails.\n"],
  ]);
  await unfold(page);
  await becomes(page, async () => (await openedTitles(page)).sort(), ["Ferry line", "Rain in town", "Sun in town"]);
  const told = await noticed(page);
  for (const sentence of [
    /cut\.zip: the file ends too early; what it has is read/,
    /locked\.zip: the file is encrypted/,
    /empty\.zip: the file contains no article/,
    /broken\.zip: this is a ZIP file that is damaged/,
  ]) assert.match(told, sentence);
});
