import { createServer } from "node:http";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type axe from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** A built site on this machine, and a real browser that looks at it. */
export interface Visitor {
  /** Opens a page of the site in a new window; `faults` gathers what a user's console and network would show. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; faults: string[] }>;
  close(): Promise<void>;
}

const types: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

export async function visit(site: string): Promise<Visitor> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
    if (path === "/favicon.ico") response.writeHead(204).end();
    else if (!existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launch();
  return {
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
      page.on("response", (response) => {
        if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
      });
      await context.route("**/*", (route) => {
        const url = route.request().url();
        if (url.startsWith(origin) || url.startsWith("data:")) return route.continue();
        faults.push(`outside request: ${url}`);
        return route.abort();
      });
      await page.goto(`${origin}/${path}.html`, { waitUntil: "networkidle" });
      return { page, faults };
    },
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}

/** What axe finds against WCAG 2.2 AA and its own best practices, as lines. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated rather than added as a script: the page's own policy lets none run.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const results = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return results.violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

function launch(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].flatMap((name) => {
    try {
      return name ? [execFileSync("which", [name], { encoding: "utf8" }).trim()] : [];
    } catch {
      return [];
    }
  })[0];
  if (!executablePath) throw new Error("no Chromium on this machine: npm test installs one, or name yours by CHROMIUM");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
  });
}
