import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { keepWithin, launchBrowser, serve } from "../../pipeline/engine/browser.js";

/** A built site on this machine, and a real browser that looks at it. */
export interface Visitor {
  /** Opens a page of the site in a new window; `faults` gathers what a user's console and network would show. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; faults: string[] }>;
  close(): Promise<void>;
}

/** Shows a site, with the headers that its own file for hosts names. */
export async function visit(site: string): Promise<Visitor> {
  const browser = await launchBrowser();
  const headers = readFileSync(join(site, "_headers"), "utf8").matchAll(/^ {2}([\w-]+): (.+)$/gm);
  const server = await serve(site, undefined, Object.fromEntries(Array.from(headers, ([, name, value]) => [name!, value!])));
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
      await keepWithin(context, server.origin, (url) => faults.push(`outside request: ${url}`));
      await page.goto(`${server.origin}/${path}.html`, { waitUntil: "networkidle" });
      return { page, faults };
    },
    async close() {
      await browser.close();
      await server.close();
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
