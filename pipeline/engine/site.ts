import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { parse } from "es-module-lexer";
import { html as html5, parse as parseHtml, type DefaultTreeAdapterTypes } from "parse5";
import { bundleClient } from "./bundle.js";
import { failIfAny, type Problem } from "./errors.js";
import { explorerFolder, placeDatabase } from "./explorer.js";
import { filesOf } from "./files.js";
import { PLACE, type DrawnPage } from "./pages.js";

/** What Framework asks the npm registry for by itself; a pinned version in its cache spares the question. */
const implicitPackages = [
  "react-dom", "react", "lodash", "arquero", "apache-arrow", "d3", "htl", "echarts", "leaflet", "mapbox-gl", "@observablehq/plot",
  "@observablehq/sample-datasets", "topojson-client", "d3-dsv", "parquet-wasm",
];

/** Data that the browser asks for when a reader does, below data/ of the folder of pages. */
const sentData = ["pages", "selection", "customers", "search", "titles", "columns", "lists", "sources", "site.json", explorerFolder];

/** What is made of a site without its data: Framework's pages with empty places, and the script. */
export interface SiteLayout {
  /** Waits until all of it is there, and names the script that the pages load. */
  done(): Promise<string>;
  /** Ends the work on it; nothing is written after. */
  stop(): Promise<void>;
}

/**
 * Begins to lay out a site: Observable Framework over a folder of frames (writeFrames), into `siteFolder`, and beside it the
 * script that runs in the browser.
 */
export function layOutSite(root: string, framesFolder: string, siteFolder: string, hasExplorer: boolean): SiteLayout {
  for (const name of implicitPackages) mkdirSync(join(framesFolder, ".observablehq/cache/_npm", `${name}@0.0.0`), { recursive: true });
  const assets = join(siteFolder, "assets");
  const stop = new AbortController();
  const bundle = async () => bundleClient(root, assets, hasExplorer ? await placeDatabase(assets) : undefined);
  const work = Promise.allSettled([bundle(), runFramework(root, { CLIENTELE_FRAMES: framesFolder, CLIENTELE_SITE: frameworkFolder(siteFolder) }, stop.signal)]);
  return {
    async done() {
      const [script, framework] = await work;
      if (framework.status === "rejected") throw framework.reason;
      if (script.status === "rejected") throw script.reason;
      return script.value;
    },
    async stop() {
      stop.abort();
      await work;
    },
  };
}

/** Framework empties the folder it writes to. */
const frameworkFolder = (siteFolder: string) => `${siteFolder}.framework`;

/**
 * Puts the drawn pages into the site that was laid out, adds the data that the browser asks for, and checks what was made.
 *
 * @param pagesFolder where the data of the pages is
 * @param pages each page by its address
 * @throws UserError where the site could reach out or leads nowhere
 */
export async function completeSite(layout: SiteLayout, siteFolder: string, pagesFolder: string, pages: Record<string, DrawnPage>, run: string): Promise<void> {
  const script = await layout.done();
  cpSync(frameworkFolder(siteFolder), siteFolder, { recursive: true });
  rmSync(frameworkFolder(siteFolder), { recursive: true });
  for (const [path, page] of Object.entries(pages)) {
    const file = join(siteFolder, `${path}.html`);
    writeFileSync(file, fillPage(readFileSync(file, "utf8"), page, { run, script }));
  }
  // What Framework makes besides: its client, for pages have no cells to run, and a page for addresses that lead nowhere.
  for (const name of ["_observablehq", "404.html"]) rmSync(join(siteFolder, name), { recursive: true, force: true });
  for (const name of sentData) {
    // The run stands in the address: a page of one run never reads the data of another.
    if (existsSync(join(pagesFolder, "data", name))) cpSync(join(pagesFolder, "data", name), join(siteFolder, "data", run, name), { recursive: true });
  }
  const hasExplorer = Object.values(pages).some(({ page }) => page === EXPLORER);
  writeHeaderFiles(siteFolder, hasExplorer);
  failIfAny(checkSite(siteFolder, { hasExplorer }));
}

async function runFramework(root: string, environment: Record<string, string>, signal: AbortSignal): Promise<void> {
  const framework = createRequire(import.meta.url).resolve("@observablehq/framework/package.json");
  const bin = (JSON.parse(readFileSync(framework, "utf8")) as { bin: { observable: string } }).bin.observable;
  const child = spawn(process.execPath, [join(dirname(framework), bin), "build"], {
    cwd: root,
    env: { ...process.env, ...environment, OBSERVABLE_TELEMETRY_DISABLE: "true", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  // It must not outlive this process, nor write into the folder that a build discards as it ends.
  const kill = () => child.kill("SIGKILL");
  process.prependListener("exit", kill);
  signal.addEventListener("abort", kill);
  try {
    const end = await new Promise<number | string | null>((done, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => done(signal ?? code));
    });
    if (end !== 0) throw new Error(`Observable Framework ended with ${end}:\n${output}`);
  } finally {
    process.off("exit", kill);
  }
}

/** What a browser may do for a page: run and load what the site itself holds; nothing that stands in the page's text, and nothing of another host. */
const POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'";

/** The page that runs a database: it may compile WebAssembly, which it unpacks itself, and nothing else besides. */
const EXPLORER = "explorer";
const EXPLORER_POLICY = `${POLICY}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:`;
const policyOf = (page: string) => (page === EXPLORER ? EXPLORER_POLICY : POLICY);

/** Puts the drawn page with its header and footer into Framework's, with what that lacks for those who read it by ear or enlarged, and for safety; and takes what it has too much. */
function fillPage(html: string, { tag, page, root, header, body, footer }: DrawnPage, { run, script }: { run: string; script: string }): string {
  if (!html.includes(PLACE)) throw new Error(`Framework's page ${page} has no place for what was drawn`);
  return html
    .replace("<head>", `<head>\n<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}">`)
    .replace(/<link rel="modulepreload"[^>]*>\n?/g, "")
    .replace(/<script type="module">\s*import "[./]*\/_observablehq\/client\.[0-9a-f]+\.js";\s*<\/script>\n?/, "")
    .replace("</head>", `<script type="module" src="${root}assets/${script}"></script>\n</head>`)
    .replace("<html>", `<html lang="${tag}" data-page="${page}" data-root="${root}" data-run="${run}">`)
    .replace(", maximum-scale=1", "")
    // As functions: what the data holds must not be read as a pattern of the replacement. The page itself comes last, for it may say anything.
    .replace('<main id="observablehq-main"', (main) => `<header id="observablehq-header">\n${header}\n</header>\n${main}`)
    .replace("</main>", (end) => `${end}\n<footer id="observablehq-footer">\n<div>${footer}</div>\n</footer>`)
    .replace(PLACE, () => body);
}

/**
 * The same policy as headers, in the forms of common hosts: headers also hold for what a page cannot say of itself. They are
 * of all pages, and what a header refuses no page may: beside an explorer they allow what that takes, and the other pages
 * refuse it by themselves.
 */
function writeHeaderFiles(siteFolder: string, hasExplorer: boolean): void {
  const headers = [
    ["Content-Security-Policy", `${hasExplorer ? EXPLORER_POLICY : POLICY}; frame-ancestors 'none'`], ["X-Content-Type-Options", "nosniff"], ["Referrer-Policy", "same-origin"],
  ] as const;
  // Netlify and Cloudflare Pages; Apache; nginx, to be included in the server's block.
  writeFileSync(join(siteFolder, "_headers"), `/*\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join("")}`);
  writeFileSync(join(siteFolder, ".htaccess"), `<IfModule mod_headers.c>\n${headers.map(([name, value]) => `Header always set ${name} "${value}"\n`).join("")}</IfModule>\n`);
  writeFileSync(join(siteFolder, "nginx-headers.conf"), headers.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join(""));
}

/**
 * Reads the built site as a browser would and finds what Framework lets pass: requests to other hosts, modules and
 * links that lead nowhere, scripts and whatever else could run. What pages are made of is listed, and all else refused: an
 * element or attribute that nobody thought of may load or run something.
 *
 * @param hasExplorer whether the site was built with the SQL explorer: without it nothing of that may be in it
 * @returns one problem for each thing that is wrong in a file, with the line where it first is; of scripts and styles, which
 *   are minified, the file
 */
export function checkSite(siteFolder: string, { hasExplorer = false }: { hasExplorer?: boolean } = {}): Problem[] {
  const files = filesOf(siteFolder);
  const known = new Set(files);
  const problems = new Map<string, Problem>();
  const anchors = new Map<string, Set<string>>();
  const links: { file: string; line?: number; target: string; anchor: string }[] = [];
  const find = (file: string, what: string, line?: number, fix?: string) => {
    const key = JSON.stringify([file, what]);
    if (!problems.has(key)) problems.set(key, { what, where: line === undefined ? file : `${file}:${line}`, ...(fix && { fix }) });
  };
  const address = (file: string, what: string, target: string, line?: number, schemes: string[] = []) => {
    const read = readAddress(file, target, schemes);
    if (read === undefined) return;
    if ("fault" in read) return find(file, `${what} ${read.fault}: ${target}`, line);
    const found = [read.path, `${read.path}.html`, posix.join(read.path, "index.html")].find((candidate) => known.has(candidate));
    if (found === undefined) find(file, `${what} leads nowhere: ${target}`, line);
    else if (read.anchor !== "") links.push({ file, line, target: found, anchor: read.anchor });
  };
  const style = (file: string, what: string, css: string, line?: number) => {
    for (const { loader, target } of loadersOf(css)) {
      if (target === undefined) find(file, `${what} could load from elsewhere: ${loader}`, line);
      else address(file, what, target, line);
    }
  };
  const script = (file: string, code: string) => {
    for (const item of parse(code)[0]) {
      const specifier = "specifier" in item ? item.specifier : undefined;
      if (typeof specifier !== "string") continue;
      if (/^\.{0,2}\//.test(specifier)) address(file, "an import", specifier);
      else find(file, `an import that no browser can resolve: ${specifier}`);
    }
  };
  const page = (file: string, html: string) => {
    const elements = elementsOf(html, (code, line) => find(file, `the page breaks the rules of HTML, so that browsers may read it in another way: ${code}`, line));
    anchors.set(file, new Set(elements.flatMap(({ attributes }) => attributes.get("id") ?? [])));
    for (const { name, isDrawing, attributes, isEmpty, line } of elements) {
      const isListed = elementNames.has(name);
      if (!isListed || isDangerous(name, attributes, isEmpty)) find(file, `the page holds what could run or lead elsewhere: <${name}>`, line, isListed ? undefined : LIST);
      for (const [attribute, value] of attributes) {
        const schemes = addressAttributes.get(`${name} ${attribute}`);
        if (schemes) address(file, `<${name}>`, value, line, schemes);
        else if (!attributeNames.has(attribute) && !attributeGroups.test(attribute)) find(file, `an attribute that could run or ask elsewhere: ${attribute} of <${name}>`, line, LIST);
        else if (isDrawing && !/^(aria|data)-/.test(attribute)) style(file, `${attribute} of <${name}>`, value, line);
      }
    }
    const policies = elements.filter(({ attributes }) => attributes.has("http-equiv"));
    const policy = policies[0]?.attributes.get("content");
    if (policy !== (hasExplorer ? policyOf(posix.basename(file, ".html")) : POLICY)) find(file, "the page has no Content-Security-Policy, or another one");
    // A browser heeds it from there on, and only in the head; html and head are the elements before.
    else if (policies.length > 1 || elements[2] !== policies[0]) find(file, "the Content-Security-Policy is not the first thing in the head, or is there twice", policies.at(-1)!.line);
  };
  for (const file of files) {
    const text = () => readFileSync(join(siteFolder, file), "utf8");
    if (!hasExplorer && ofExplorer.test(file)) find(file, "a file of the SQL explorer in a site without it");
    if (file.endsWith(".html")) page(file, text());
    else if (file.endsWith(".js")) script(file, text());
    else if (file.endsWith(".css")) style(file, "a style", text());
  }
  for (const { file, line, target, anchor } of links) {
    if (anchors.has(target) && !anchors.get(target)!.has(anchor)) find(file, `a link to a place that ${target} does not have: #${anchor}`, line);
  }
  return [...problems.values()];
}

/** Files that come with the SQL explorer alone. */
const ofExplorer = new RegExp(`(^|/)${EXPLORER}(\\.html|/)|\\.wasm(\\.gz)?$|^assets/duckdb-`);

/** What neither runs nor loads nor leads anywhere but by an address below: the parts of a page, of text, of tables, of forms, of drawings. */
const elementNames = new Set(`html head meta title link script body header footer main nav search section article aside figure figcaption div details summary
  h1 h2 h3 h4 h5 h6 p pre blockquote ul ol li dl dt dd hr a abbr b bdi br code em i kbd mark s small span strong sub sup time wbr img
  table caption colgroup col thead tbody tfoot tr th td button input label select option textarea fieldset legend output
  svg g path line polyline polygon rect circle ellipse text tspan`.split(/\s+/));

/** Attributes that hold an address, by element, and what it may begin with besides leading to a file of the site. */
const addressAttributes = new Map<string, string[]>([["a href", []], ["link href", []], ["script src", []], ["img src", ["data:", "blob:"]]]);

/** Attributes that hold no address and run nothing, in the same order; http-equiv is judged by what it says. */
const attributeNames = new Set(`class id lang dir hidden role tabindex title translate open charset name content http-equiv rel as type hreflang download alt
  scope colspan rowspan headers start value for placeholder min max step rows cols wrap checked selected disabled readonly autocomplete autocapitalize spellcheck
  viewbox preserveaspectratio overflow width height x y x1 x2 y1 y2 dx dy cx cy r rx ry d points transform fill stroke opacity paint-order vector-effect
  dominant-baseline`.split(/\s+/));
const attributeGroups = /^(?:aria|data|fill|stroke|font|text)-[a-z-]+$/;

const LIST = "if it does neither in any browser, list it in pipeline/engine/site.ts";

/**
 * Whereto an address of a file leads, as a browser reads it: by no pattern, for there are many ways to write one.
 *
 * @returns a path within the site and a place in that file; a fault; undefined for an address that holds what it shows
 */
function readAddress(file: string, target: string, schemes: string[]): { path: string; anchor: string } | { fault: string } | undefined {
  let read = { path: "", anchor: "" };
  // From two hosts by two schemes: no address names both, and `https:x` is a path from one alone. In a folder, for a site may stand in one.
  for (const site of ["https://one.invalid/site/", "http://two.invalid/site/"]) {
    const from = new URL(file.split("/").map(encodeURIComponent).join("/"), site);
    if (!URL.canParse(target, from.href)) return { fault: "has an address that no browser can read" };
    const url = new URL(target, from);
    if (schemes.includes(url.protocol)) return undefined;
    if (!/^https?:$/.test(url.protocol)) return { fault: `has an address of the scheme ${url.protocol.slice(0, -1)}` };
    if (url.origin !== from.origin) return { fault: "asks another host" };
    if (!url.href.startsWith(site)) return { fault: "leads out of the site" };
    try {
      read = { path: decodeURIComponent(url.pathname.slice(new URL(site).pathname.length)), anchor: decodeURIComponent(url.hash.slice(1)) };
    } catch {
      return { fault: "has an address with a broken escape" };
    }
  }
  return read;
}

/**
 * Whatever loads something in CSS, with its address where it can be told. It is looked for in the whole text without its
 * escapes, strings and comments too: that finds too much rather than too little.
 */
function loadersOf(css: string): { loader: string; target?: string }[] {
  const text = css.replace(/\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|\r\n|([^]))/gi, (_: string, code: string | undefined, sign: string | undefined) =>
    (code === undefined ? (sign ?? "").replace(/[\n\r\f]/, "") : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0xfffd))));
  return Array.from(text.matchAll(/url\(\s*(["']?)([^"'()\s]*)\1\s*\)|@import|(?:url|src|image|image-set|cross-fade)\(/gi), ([loader, , target]) => ({ loader, target }));
}

interface PageElement {
  name: string;
  /** Whether it is SVG, of which attributes can be CSS. */
  isDrawing: boolean;
  attributes: Map<string, string>;
  isEmpty: boolean;
  /** Absent for what a browser adds by itself. */
  line?: number;
}

/** All elements of a page, as a browser reads it, which runs scripts or not: what stands in a noscript is among them. */
function elementsOf(html: string, fault: (code: string, line: number) => void): PageElement[] {
  const found: PageElement[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ("tagName" in node) {
      found.push({
        name: node.tagName, isDrawing: node.namespaceURI === html5.NS.SVG, isEmpty: node.childNodes.length === 0, line: node.sourceCodeLocation?.startLine,
        attributes: new Map(node.attrs.map(({ prefix, name, value }) => [`${prefix ? `${prefix}:` : ""}${name}`.toLowerCase(), value])),
      });
    }
    if ("content" in node) walk(node.content);
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
  };
  walk(parseHtml(html, {
    scriptingEnabled: false, sourceCodeLocationInfo: true,
    onParseError({ code, startLine }) {
      // A character that is none is text of the data to every browser.
      if (!/-in-input-stream$|^unexpected-null-character$/.test(code)) fault(code, startLine);
    },
  }));
  return found;
}

/** Whether an element that a page may hold could run something, or lead elsewhere by itself; the site's own script may. */
function isDangerous(name: string, attributes: Map<string, string>, isEmpty: boolean): boolean {
  if (name === "script") return !(isEmpty && attributes.get("type") === "module" && /^\.{1,2}\/assets\/[\w-]+\.js$/.test(attributes.get("src") ?? ""));
  return (attributes.has("http-equiv") && !(name === "meta" && attributes.get("http-equiv")!.toLowerCase() === "content-security-policy"))
    || /\bobservablehq--(block|error)\b/.test(attributes.get("class") ?? "");
}
