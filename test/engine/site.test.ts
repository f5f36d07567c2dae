import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkSite } from "../../pipeline/engine/site.js";
import { folderOf } from "../sources/files.js";

const POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'";
const page = (body: string, policy = POLICY) =>
  `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><title>T</title></head><body>${body}</body></html>`;

const EXPLORER_POLICY = `${POLICY}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:`;

const problemsOf = (files: Record<string, string>, options?: { hasExplorer: boolean }) => {
  const folder = folderOf({});
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return checkSite(folder, options).map(({ what, where }) => `${where}: ${what}`);
};

test("a page of text, styles and links within the site has no problem", () => {
  expect(problemsOf({
    "index.html": page('<a href="./other.html#place">x</a><a href="#here">y</a><p id="here"></p><img src="data:image/png;base64,AA=="><a href="./data.json" download>d</a>'),
    "other.html": page('<p id="place">x</p><a href="./">back</a><script type="module" src="./assets/main-1.js"></script>'), "assets/main-1.js": "export {};", "data.json": "{}", "style.css": "a { background: url(data:x) }",
  })).toEqual([]);
});

test.each([
  ["another host by link", page('<a href="https://evil.example/x">x</a>'), "<a> asks another host: https://evil.example/x"],
  ["another host without a scheme", page('<img src="//evil.example/x">'), "<img> asks another host: //evil.example/x"],
  ["a link that leads nowhere", page('<a href="./gone.html">x</a>'), "<a> leads nowhere: ./gone.html"],
  ["a place that is not there", page('<a href="#gone">x</a>'), "a link to a place that index.html does not have: #gone"],
  ["a script", page("<script>1</script>"), "the page holds what could run or lead elsewhere: <script>"],
  ["a script with a text beside its source", page('<script type="module" src="./assets/a.js">1</script>'), "the page holds what could run or lead elsewhere: <script>", { "assets/a.js": "" }],
  ["a script of another folder", page('<script type="module" src="./data/a.js"></script>'), "the page holds what could run or lead elsewhere: <script>", { "data/a.js": "" }],
  ["a script within a template", page("<template><script>1</script></template>"), "the page holds what could run or lead elsewhere: <script>"],
  ["a style element", page("<svg><style>p { color: red }</style></svg>"), "the page holds what could run or lead elsewhere: <style>"],
  ["a style attribute", page('<p style="color: red">x</p>'), "an attribute that could run or ask elsewhere: style of <p>"],
  ["a frame", page("<iframe></iframe>"), "the page holds what could run or lead elsewhere: <iframe>"],
  ["a form", page("<form></form>"), "the page holds what could run or lead elsewhere: <form>"],
  ["a refresh", page('<meta http-equiv="Refresh" content="0;url=x">'), "the page holds what could run or lead elsewhere: <meta>"],
  ["a cell of Framework", page('<div class="observablehq observablehq--block"></div>'), "the page holds what could run or lead elsewhere: <div>"],
  ["a handler", page('<p onclick="x()">x</p>'), "an attribute that could run or ask elsewhere: onclick of <p>"],
  ["a set of sources", page('<img srcset="x 2x">'), "an attribute that could run or ask elsewhere: srcset of <img>"],
  ["a policy that is weaker", page("", "default-src *"), "the page has no Content-Security-Policy, or another one"],
] as [string, string, string, Record<string, string>?][])("the gate finds %s", (_, html, problem, files = {}) => {
  expect(problemsOf({ "index.html": html, ...files })).toEqual([`index.html: ${problem}`]);
});

test("the gate reads styles and scripts of the site too", () => {
  expect(problemsOf({ "a.css": "a { background: url('https://evil.example/b') }", "b.js": 'import "npm:d3";\nimport "./c.js";\nimport("https://evil.example/d.js");' })).toEqual([
    "a.css: a style asks another host: https://evil.example/b",
    "b.js: an import that no browser can resolve: npm:d3",
    "b.js: an import leads nowhere: ./c.js",
    "b.js: an import that no browser can resolve: https://evil.example/d.js",
  ]);
});

test("WebAssembly is for the page of the SQL explorer alone, in a site that was built with it", () => {
  const site = { "index.html": page(""), "explorer.html": page("", EXPLORER_POLICY), "zh/explorer.html": page("", EXPLORER_POLICY), "assets/duckdb-1.wasm.gz": "", "data/1/explorer/a.arrow.gz": "" };
  expect(problemsOf(site, { hasExplorer: true })).toEqual([]);
  const other = "the page has no Content-Security-Policy, or another one";
  expect(problemsOf({ ...site, "index.html": page("", EXPLORER_POLICY), "explorer.html": page("") }, { hasExplorer: true })).toEqual([`explorer.html: ${other}`, `index.html: ${other}`]);
  expect(problemsOf(site)).toEqual([
    ...["assets/duckdb-1.wasm.gz", "data/1/explorer/a.arrow.gz"].map((file) => `${file}: a file of the SQL explorer in a site without it`),
    ...["explorer.html", "zh/explorer.html"].flatMap((file) => [`${file}: a file of the SQL explorer in a site without it`, `${file}: ${other}`]),
  ]);
});
