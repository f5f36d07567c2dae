import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { parse } from "es-module-lexer";
import { JSDOM } from "jsdom";
import { failIfAny, type Problem } from "./errors.js";

/** What Framework asks the npm registry for by itself; a pinned version in its cache spares the question. */
const implicitPackages = [
  "react-dom", "react", "lodash", "arquero", "apache-arrow", "d3", "htl", "echarts", "leaflet", "mapbox-gl", "@observablehq/plot",
  "@observablehq/sample-datasets", "topojson-client", "d3-dsv", "parquet-wasm",
];

/** Runs Observable Framework over a folder of pages, then mends and checks what it made. */
export async function buildSite(root: string, pagesFolder: string, siteFolder: string): Promise<void> {
  for (const name of implicitPackages) mkdirSync(join(pagesFolder, ".observablehq/cache/_npm", `${name}@0.0.0`), { recursive: true });
  await runFramework(root, { CLIENTELE_PAGES: pagesFolder, CLIENTELE_SITE: siteFolder });
  for (const file of filesOf(siteFolder).filter((file) => file.endsWith(".html"))) {
    writeFileSync(join(siteFolder, file), mendPage(readFileSync(join(siteFolder, file), "utf8")));
  }
  // Framework's client runs the cells of a page; ours have none.
  rmSync(join(siteFolder, "_observablehq"), { recursive: true, force: true });
  failIfAny(checkSite(siteFolder));
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

/** What a browser may do for a page: show it. No script runs, whatever a text of the data holds, and no other host is asked. */
const POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** What Framework's page lacks for those who read it by ear or enlarged, and for safety; and what it has too much. */
function mendPage(html: string): string {
  return html
    .replace("<head>", `<head>\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">`)
    .replace(/<link rel="modulepreload"[^>]*>\n?/g, "")
    .replace(/<script type="module">\s*import "\.\/_observablehq\/client\.[0-9a-f]+\.js";\s*<\/script>\n?/, "")
    .replace("<html>", '<html lang="en">')
    .replace(", maximum-scale=1", "")
    .replace('<aside id="observablehq-toc"', '<aside id="observablehq-toc" hidden');
}

/**
 * Reads the built site as a browser would and finds what Framework lets pass: requests to other hosts, modules and
 * links that lead nowhere, scripts and whatever else could run.
 */
export function checkSite(siteFolder: string): Problem[] {
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
    if (file.endsWith(".html")) {
      const { window } = new JSDOM(readFileSync(path, "utf8"));
      const { document } = window;
      anchors.set(file, new Set([...document.querySelectorAll("[id]")].map((element) => element.id)));
      for (const element of document.querySelectorAll("[src], [href]")) {
        const target = element.getAttribute("src") ?? element.getAttribute("href")!;
        reference(file, target, `<${element.localName}>`);
      }
      if (document.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content") !== POLICY) {
        problems.push({ what: "the page has no Content-Security-Policy, or another one", where: file });
      }
      for (const element of document.querySelectorAll("script, iframe, object, embed, form, base, meta[http-equiv=refresh i], .observablehq--block, .observablehq--error")) {
        problems.push({ what: `the page holds what could run or lead elsewhere: <${element.localName}>`, where: file });
      }
      for (const element of document.querySelectorAll("*")) {
        const handler = element.getAttributeNames().find((name) => name.startsWith("on") || ["srcset", "ping", "poster", "srcdoc"].includes(name));
        if (handler) problems.push({ what: `an attribute that could run or ask elsewhere: ${handler} of <${element.localName}>`, where: file });
      }
      window.close();
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

/** Paths of all files below a folder, with forward slashes, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(resolve(folder, name)).isFile())
    .map((name) => relative(folder, resolve(folder, name)).split(sep).join("/"))
    .sort();
}
