import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { parse } from "es-module-lexer";
import { parse as parseHtml, type DefaultTreeAdapterTypes } from "parse5";
import { bundleClient } from "./bundle.js";
import { failIfAny, type Problem } from "./errors.js";
import { explorerFolder, placeDatabase } from "./explorer.js";
import { PLACE, type Frame } from "./pages.js";

/** What Framework asks the npm registry for by itself; a pinned version in its cache spares the question. */
const implicitPackages = [
  "react-dom", "react", "lodash", "arquero", "apache-arrow", "d3", "htl", "echarts", "leaflet", "mapbox-gl", "@observablehq/plot",
  "@observablehq/sample-datasets", "topojson-client", "d3-dsv", "parquet-wasm",
];

/** Data that the browser asks for when a reader does, below data/ of the folder of pages. */
const sentData = ["pages", "selection", "customers", "search", "site.json", explorerFolder];

/** Runs Observable Framework over a folder of pages, adds script and data, then mends and checks what was made. */
export async function buildSite(root: string, pagesFolder: string, siteFolder: string): Promise<void> {
  const { run, pages } = JSON.parse(readFileSync(join(pagesFolder, "frame.json"), "utf8")) as { run: string; pages: Record<string, Frame> };
  for (const name of implicitPackages) mkdirSync(join(pagesFolder, ".observablehq/cache/_npm", `${name}@0.0.0`), { recursive: true });
  const hasExplorer = Object.values(pages).some(({ page }) => page === EXPLORER);
  const assets = join(siteFolder, "assets");
  const database = hasExplorer ? await placeDatabase(assets) : undefined;
  const [script] = await Promise.all([
    bundleClient(root, assets, database),
    runFramework(root, { CLIENTELE_PAGES: pagesFolder, CLIENTELE_SITE: `${siteFolder}.framework` }),
  ]);
  cpSync(`${siteFolder}.framework`, siteFolder, { recursive: true });
  rmSync(`${siteFolder}.framework`, { recursive: true });
  for (const [path, frame] of Object.entries(pages)) {
    const file = join(siteFolder, `${path}.html`);
    writeFileSync(file, mendPage(readFileSync(file, "utf8"), frame, { run, script }));
  }
  // What Framework makes besides: its client, for pages have no cells to run, and a page for addresses that lead nowhere.
  for (const name of ["_observablehq", "404.html"]) rmSync(join(siteFolder, name), { recursive: true, force: true });
  for (const name of sentData) {
    // The run stands in the address: a page of one run never reads the data of another.
    if (existsSync(join(pagesFolder, "data", name))) cpSync(join(pagesFolder, "data", name), join(siteFolder, "data", run, name), { recursive: true });
  }
  writeHeaderFiles(siteFolder, hasExplorer);
  failIfAny(checkSite(siteFolder, { hasExplorer }));
}

async function runFramework(root: string, environment: Record<string, string>): Promise<void> {
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

/** Puts the drawn page into Framework's, with what that lacks for those who read it by ear or enlarged, and for safety; and takes what it has too much. */
function mendPage(html: string, { tag, page, root, body }: Frame, { run, script }: { run: string; script: string }): string {
  if (!html.includes(PLACE)) throw new Error(`Framework's page ${page} has no place for what was drawn`);
  return html
    .replace("<head>", `<head>\n<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}">`)
    .replace(/<link rel="modulepreload"[^>]*>\n?/g, "")
    .replace(/<script type="module">\s*import "[./]*\/_observablehq\/client\.[0-9a-f]+\.js";\s*<\/script>\n?/, "")
    .replace("</head>", `<script type="module" src="${root}assets/${script}"></script>\n</head>`)
    .replace("<html>", `<html lang="${tag}" data-page="${page}" data-root="${root}" data-run="${run}">`)
    .replace(", maximum-scale=1", "")
    // As a function: what the data holds must not be read as a pattern of the replacement.
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
 * links that lead nowhere, scripts and whatever else could run.
 *
 * @param hasExplorer whether the site was built with the SQL explorer: without it nothing of that may be in it
 */
export function checkSite(siteFolder: string, { hasExplorer = false }: { hasExplorer?: boolean } = {}): Problem[] {
  const files = filesOf(siteFolder);
  const known = new Set(files);
  const problems: Problem[] = [];
  const anchors = new Map<string, Set<string>>();
  const links: [from: string, target: string, anchor: string | undefined][] = [];
  const reference = (from: string, target: string, what: string) => {
    if (/^(data|blob|mailto):/.test(target)) return;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) {
      problems.push({ what: `${what} asks another host: ${target}`, where: from });
      return;
    }
    const [path = "", anchor] = target.split("#");
    const resolved = path === "" ? from : posix.join(posix.dirname(from), decodeURIComponent(path.split("?")[0]!));
    const found = [resolved, `${resolved}.html`, posix.join(resolved, "index.html")].find((candidate) => known.has(posix.normalize(candidate)));
    if (found === undefined) problems.push({ what: `${what} leads nowhere: ${target}`, where: from });
    else links.push([from, posix.normalize(found), anchor || undefined]);
  };
  const script = (from: string, code: string) => {
    for (const item of parse(code)[0]) {
      const specifier = "specifier" in item ? item.specifier : undefined;
      if (typeof specifier !== "string") continue;
      if (/^\.{0,2}\//.test(specifier)) reference(from, specifier, "an import");
      else problems.push({ what: `an import that no browser can resolve: ${specifier}`, where: from });
    }
  };
  for (const file of files) {
    const path = join(siteFolder, file);
    if (!hasExplorer && ofExplorer.test(file)) problems.push({ what: "a file of the SQL explorer in a site without it", where: file });
    if (file.endsWith(".html")) {
      const elements = elementsOf(readFileSync(path, "utf8"));
      anchors.set(file, new Set(elements.flatMap(({ attributes }) => attributes.get("id") ?? [])));
      let policy: string | undefined;
      for (const { name, attributes, isEmpty } of elements) {
        const target = attributes.get("src") ?? attributes.get("href");
        if (target !== undefined) reference(file, target, `<${name}>`);
        if (name === "meta" && attributes.get("http-equiv")?.toLowerCase() === "content-security-policy") policy ??= attributes.get("content");
        if (isDangerous(name, attributes, isEmpty)) problems.push({ what: `the page holds what could run or lead elsewhere: <${name}>`, where: file });
        const handler = [...attributes.keys()].find((attribute) => attribute.startsWith("on") || ["style", "srcset", "ping", "poster", "srcdoc"].includes(attribute));
        if (handler) problems.push({ what: `an attribute that could run or ask elsewhere: ${handler} of <${name}>`, where: file });
      }
      if (policy !== (hasExplorer ? policyOf(posix.basename(file, ".html")) : POLICY)) problems.push({ what: "the page has no Content-Security-Policy, or another one", where: file });
    } else if (file.endsWith(".js")) {
      script(file, readFileSync(path, "utf8"));
    } else if (file.endsWith(".css")) {
      for (const [, target] of readFileSync(path, "utf8").matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)) reference(file, target!, "a style");
    }
  }
  for (const [from, target, anchor] of links) {
    if (anchor !== undefined && anchors.has(target) && !anchors.get(target)!.has(anchor)) {
      problems.push({ what: `a link to a place that ${target} does not have: #${anchor}`, where: from });
    }
  }
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Files that come with the SQL explorer alone. */
const ofExplorer = new RegExp(`(^|/)${EXPLORER}(\\.html|/)|\\.wasm(\\.gz)?$|^assets/duckdb-`);

interface PageElement {
  name: string;
  attributes: Map<string, string>;
  isEmpty: boolean;
}

/** All elements of a page, as a browser reads it. */
function elementsOf(html: string): PageElement[] {
  const found: PageElement[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ("tagName" in node) found.push({ name: node.tagName, attributes: new Map(node.attrs.map(({ name, value }) => [name.toLowerCase(), value])), isEmpty: node.childNodes.length === 0 });
    if ("content" in node) walk(node.content);
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
  };
  walk(parseHtml(html));
  return found;
}

const forbidden = new Set(["style", "iframe", "frame", "object", "embed", "form", "base"]);

/** Whether an element could run something, or lead elsewhere by itself; the site's own script may. */
function isDangerous(name: string, attributes: Map<string, string>, isEmpty: boolean): boolean {
  if (name === "script") return !(isEmpty && attributes.get("type") === "module" && /^\.{1,2}\/assets\/[\w-]+\.js$/.test(attributes.get("src") ?? ""));
  return forbidden.has(name) || (name === "meta" && attributes.get("http-equiv")?.toLowerCase() === "refresh")
    || /\bobservablehq--(block|error)\b/.test(attributes.get("class") ?? "");
}

/** Paths of all files below a folder, with forward slashes, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(resolve(folder, name)).isFile())
    .map((name) => relative(folder, resolve(folder, name)).split(sep).join("/"))
    .sort();
}
