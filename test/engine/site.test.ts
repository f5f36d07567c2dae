import { expect, test } from "vitest";
import { checkSite } from "../../pipeline/engine/site.js";
import { folderOf } from "../sources/files.js";

const POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'";
const page = (body: string, policy = POLICY) =>
  `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><title>T</title></head><body>${body}</body></html>`;

const EXPLORER_POLICY = `${POLICY}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:`;

const problemsOf = (files: Record<string, string>, options?: { hasExplorer: boolean }) => checkSite(folderOf(files), options).map(({ what, where }) => `${where}: ${what}`);

test("a page of text, drawings and links within the site has no problem", () => {
  expect(problemsOf({
    "index.html": page(`<a href="./other.html#place">x</a><a href="#here">y</a><p id="here"></p><img src="data:image/png;base64,AA=="><a href="./data.json" download>d</a>
      <a href="zh/?region=A+%26+B#%E4%B8%AD">z</a><a href=" ./other ">w</a><svg viewBox="0 0 1 1" aria-label="see url(//evil.example)"><path d="M0,0" fill="url(#here)" stroke-width="1"/></svg>`),
    "other.html": page('<p id="place">x</p><a href="./">back</a><script type="module" src="./assets/main-1.js"></script>'),
    "zh/index.html": page('<p id="中">x</p><a href="../a%20%23b/index.html">x</a>'), "a #b/index.html": page('<a href="../data.json">\u0001 \u0085 \ufffe \0</a>'),
    "assets/main-1.js": "export {};", "data.json": "{}", "icon.svg": "", "sheets/style.css": "a { background: url(../icon.svg) } b::after { content: '\\2191 src' }",
  })).toEqual([]);
});

const runs = (name: string) => `the page holds what could run or lead elsewhere: <${name}>`;
const asks = (attribute: string, name: string) => `an attribute that could run or ask elsewhere: ${attribute} of <${name}>`;
const breaks = (code: string) => `the page breaks the rules of HTML, so that browsers may read it in another way: ${code}`;

test.each([
  ["a link that leads nowhere", '<a href="./gone.html">x</a>', "<a> leads nowhere: ./gone.html"],
  ["a place that is not there", '<a href="#gone">x</a>', "a link to a place that index.html does not have: #gone"],
  ["a script", "<script>1</script>", runs("script")],
  ["a script with a text beside its source", '<script type="module" src="./assets/a.js">1</script>', runs("script"), { "assets/a.js": "" }],
  ["a script of another folder", '<script type="module" src="./data/a.js"></script>', runs("script"), { "data/a.js": "" }],
  ["a style element", "<svg><style>p { color: red }</style></svg>", runs("style")],
  ["a frame", "<iframe></iframe>", runs("iframe")],
  ["a form", "<form></form>", runs("form")],
  ["a base", "<base>", runs("base")],
  ["a refresh", '<meta http-equiv="Refresh" content="0;url=x">', runs("meta"), {}, "the Content-Security-Policy is not the first thing in the head, or is there twice"],
  ["an element that no page has", "<x-y></x-y>", runs("x-y")],
  ["an animation of a link", '<svg><a href="./"><animate attributeName="href" to="javascript:x()"/></a></svg>', runs("animate"), {}, asks("attributename", "animate"), asks("to", "animate")],
  ["a setting of a link", "<svg><set/></svg>", runs("set")],
  ["a picture in a drawing", '<svg><image href="./index.html"/></svg>', runs("image"), {}, asks("href", "image")],
  ["a cell of Framework", '<div class="observablehq observablehq--block"></div>', runs("div")],
  ["a script within a template", "<template><script>1</script></template>", runs("template"), {}, runs("script")],
  ["what stands where no script runs", '<noscript><img src="//evil.example/x"></noscript>', runs("noscript"), {}, "<img> asks another host: //evil.example/x"],
  ["an attribute that stands twice", '<a href="./" href="javascript:x()">x</a>', breaks("duplicate-attribute")],
  ["an attribute that is not closed", '<a href="./"title="x">x</a>', breaks("missing-whitespace-between-attributes")],
] as [string, string, string, Record<string, string>?, ...string[]][])("the gate finds %s", (_, body, problem, files = {}, ...further) => {
  expect(problemsOf({ "index.html": page(`<p>before</p>\n${body}`), ...files })).toEqual([problem, ...further].map((what) => `index.html:2: ${what}`));
});

test.each([
  ["onclick", "p"], ["style", "p"], ["srcdoc", "p"], ["ping", "a"], ["attributionsrc", "a"], ["srcset", "img"], ["longdesc", "img"], ["imagesrcset", "link"], ["formaction", "button"], ["src", "input"],
  ["background", "td"], ["poster", "div"], ["action", "div"], ["data", "div"], ["cite", "blockquote"], ["manifest", "span"], ["constructor", "a"], ["href", "span"], ["src", "a"], ["xlink:href", "a"],
])("the gate finds the attribute %s of <%s>, and the same element without it is let pass", (attribute, name) => {
  // Cells stand in a table alone, and xlink is of drawings.
  const around = (element: string) => (name === "td" ? `<table><tbody><tr>${element}</tr></tbody></table>` : attribute.startsWith("xlink") ? `<svg>${element}</svg>` : element);
  const close = ["img", "link", "input"].includes(name) ? "" : `</${name}>`;
  expect(problemsOf({ "index.html": page(around(`<${name} ${attribute}="./index.html">${close}`)) })).toEqual([`index.html:1: ${asks(attribute, name)}`]);
  expect(problemsOf({ "index.html": page(around(`<${name}>${close}`)) })).toEqual([]);
});

test.each([
  ["https://evil.example/x", "asks another host"], ["//evil.example/x", "asks another host"], ["\\\\evil.example/x", "asks another host"], ["/\\evil.example/x", "asks another host"],
  ["http:evil.example/x", "asks another host"], ["https:index.html", "asks another host"], [" \t//evil.example/x", "asks another host"], ["/\n/evil.example/x", "asks another host"],
  ["HTTPS://evil.example", "asks another host"], ["//one.invalid/site/index.html", "asks another host"], ["//two.invalid/site/index.html", "asks another host"],
  ["javascript:x()", "has an address of the scheme javascript"], ["JavaScript:x()", "has an address of the scheme javascript"], ["\u0001 java\tscri\npt:x()", "has an address of the scheme javascript"],
  ["data:text/html,x", "has an address of the scheme data"], ["blob:https://one.invalid/x", "has an address of the scheme blob"], ["mailto:x@evil.example", "has an address of the scheme mailto"], ["file:index.html", "has an address of the scheme file"],
  ["/index.html", "leads out of the site"], ["../index.html", "leads out of the site"], ["%2e%2E/index.html", "leads out of the site"], ["..%2findex.html", "leads nowhere"],
  ["http://[", "has an address that no browser can read"], ["./%zz.html", "has an address with a broken escape"], ["#%e4", "has an address with a broken escape"],
])("the address %j %s", (address, fault) => {
  // As references, for the characters as they are would be no address, or no attribute.
  const written = Array.from(address, (sign) => (/[\w./:-]/.test(sign) ? sign : `&#${sign.codePointAt(0)};`)).join("");
  const problems = problemsOf({ "index.html": page(`<a href="${written}">x</a>`) });
  expect(problems.filter((problem) => !problem.endsWith("control-character-reference"))).toEqual([`index.html:1: <a> ${fault}: ${address}`]);
});

test.each(["data:image/png;base64,AA==", "blob:https://one.invalid/x"])("%s is for pictures alone", (address) => {
  const scheme = address.slice(0, 4);
  expect(problemsOf({ "index.html": page(`<img src="${address}">`) })).toEqual([]);
  expect(problemsOf({ "index.html": page(`<a href="${address}">x</a>\n<link rel="icon" href="${address}">`) })).toEqual([
    `index.html:1: <a> has an address of the scheme ${scheme}: ${address}`, `index.html:2: <link> has an address of the scheme ${scheme}: ${address}`,
  ]);
});

test("the policy is the page's own, stands first in its head, and once", () => {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  const script = '<script type="module" src="./assets/a.js"></script>';
  const at = (head: string, body = "") => problemsOf({ "index.html": `<!doctype html><html lang="en"><head>${head}</head>\n<body>${body}</body></html>`, "assets/a.js": "" });
  const other = "index.html: the page has no Content-Security-Policy, or another one";
  const place = "the Content-Security-Policy is not the first thing in the head, or is there twice";
  expect(at(meta + script)).toEqual([]);
  expect(at(script)).toEqual([other]);
  expect(at(meta.replace("default-src 'self'", "default-src *"))).toEqual([other]);
  expect(at(script + meta)).toEqual([`index.html:1: ${place}`]);
  expect(at("", meta)).toEqual([`index.html:2: ${place}`]);
  expect(at(meta, meta)).toEqual([`index.html:2: ${place}`]);
});

test("what is not listed is told with where to list it, for some of it may be harmless", () => {
  const fix = "if it does neither in any browser, list it in pipeline/engine/site.ts";
  expect(checkSite(folderOf({ "index.html": page('<dialog closedby="any"></dialog><a href="./x">x</a>') })).map((problem) => problem.fix)).toEqual([fix, fix, undefined]);
});

test("a problem is told once in a file, with the first line that has it", () => {
  expect(problemsOf({ "index.html": page('\n<a href="./x">x</a>\n<a href="./x">x</a>'), "zh/index.html": page('<a href="./x">x</a>') })).toEqual([
    "index.html:2: <a> leads nowhere: ./x", "zh/index.html:1: <a> leads nowhere: ./x",
  ]);
});

test("the gate reads scripts of the site too", () => {
  expect(problemsOf({ "b.js": 'import "npm:d3";\nimport "./c.js";\nimport("https://evil.example/d.js");\nimport "//evil.example/e.js"' })).toEqual([
    "b.js: an import that no browser can resolve: npm:d3",
    "b.js: an import leads nowhere: ./c.js",
    "b.js: an import that no browser can resolve: https://evil.example/d.js",
    "b.js: an import asks another host: //evil.example/e.js",
  ]);
});

test.each([
  ["url('https://evil.example/b')", "asks another host: https://evil.example/b"], ["URL( //evil.example/b )", "asks another host: //evil.example/b"], ["u\\72l(//evil.example)", "asks another host: //evil.example"],
  ["\\000055\r\nRL(\\2f /evil.example)", "asks another host: //evil.example"], ["url('\\\n//evil.example')", "asks another host: //evil.example"], ["url(data:image/png,x)", "has an address of the scheme data: data:image/png,x"],
  ["url(./gone.png)", "leads nowhere: ./gone.png"], ["url(//evil.example", "could load from elsewhere: url("], ["url('a b')", "could load from elsewhere: url("],
  ["@IMPORT '//evil.example';", "could load from elsewhere: @IMPORT"], ["@\\69mport './style.css';", "could load from elsewhere: @import"],
  ["-webkit-image-set('//evil.example' 1x)", "could load from elsewhere: image-set("], ["image-set(\"x\" 1x)", "could load from elsewhere: image-set("], ["src('//evil.example')", "could load from elsewhere: src("],
])("in a style the gate finds %j, in a sheet and in a drawing", (value, problem) => {
  expect(problemsOf({ "style.css": `a { background: ${value} }` })).toEqual([`style.css: a style ${problem}`]);
  const written = value.replaceAll('"', "&quot;");
  expect(problemsOf({ "index.html": page(`<svg><rect fill="${written}"/></svg>`) })).toEqual([`index.html:1: fill of <rect> ${problem}`]);
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
