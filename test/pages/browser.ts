import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type axe from "axe-core";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
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
      const isQuiet = quiet(page);
      await page.goto(`${server.origin}/${path}.html`, { waitUntil: "load" });
      await isQuiet();
      return { page, faults };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** How long nothing is asked for before a page counts as loaded. Playwright's own "networkidle" takes half a second each time. */
const QUIET_MS = 100;

/** Says when nothing has been on its way to a page for a moment. */
function quiet(page: Page): () => Promise<void> {
  let [underway, last] = [0, performance.now()];
  const count = (change: number) => () => {
    underway += change;
    last = performance.now();
  };
  page.on("request", count(1)).on("requestfinished", count(-1)).on("requestfailed", count(-1));
  return async () => {
    last = performance.now();
    while (underway > 0 || performance.now() - last < QUIET_MS) await new Promise((done) => setTimeout(done, QUIET_MS / 5));
  };
}

/**
 * What axe finds against WCAG 2.2 AA, the size of targets (2.5.8) with it, which axe leaves out by itself, and its own best
 * practices, as lines.
 *
 * @param only rules to look at; all of them where absent
 * @param without rules that are left out
 */
export async function accessibilityFaults(page: Page, { only, without = [] }: { only?: string[]; without?: string[] } = {}): Promise<string[]> {
  // Evaluated rather than added as a script: the page's own policy lets none run.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async ([rules, absent]) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      ...(rules ? { runOnly: { type: "rule", values: rules } } : { rules: { "target-size": { enabled: true }, ...Object.fromEntries(absent.map((rule) => [rule, { enabled: false }])) } }),
      // Of what is in order it would gather every element, which takes as long as to look at them.
      resultTypes: ["violations"],
    });
    return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }, [only, without] as const);
}

/** Rules on colours and letters, which are the same on every screen and take axe more than half of its time: looked at once for each scheme. */
export const COLOURS = ["color-contrast", "avoid-inline-spacing"];

/**
 * Takes out of a page what is folded up and made alike after the first few: axe takes longer over hundreds of tables that
 * nobody sees than over all else. What is done with the page after sees it so.
 */
export const thinOut = (page: Page): Promise<void> => page.evaluate(() => {
  for (const alike of document.querySelectorAll(".definitions details:nth-of-type(n+4), .column-index dl > :nth-child(n+20), details:not([open]) tr:nth-child(n+8)")) alike.remove();
});

/** Stops of the Tab key at most, on the way to anything on a page. */
const MOST_STOPS = 400;

/**
 * Presses Tab until the keyboard is at an element, as a reader would who has no mouse.
 *
 * @throws where a stop on the way shows nothing of where the keyboard is, or the element is never reached
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const fault = await focusFault(page);
    if (fault !== undefined) throw new Error(`at stop ${stop + 1}: ${fault}`);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_STOPS} stops of Tab do not lead to ${target.toString()}`);
}

/** What keeps a reader from seeing where the keyboard is: nothing marks it, or it lies outside the screen or behind something. */
const focusFault = (page: Page): Promise<string | undefined> => page.evaluate(() => {
  const focused = document.activeElement;
  // Past the last stop the browser's own window has its turn.
  if (!focused || focused === document.body) return undefined;
  const name = focused.outerHTML.slice(0, 120);
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2 || outlineColor === "rgba(0, 0, 0, 0)") return `no ring around ${name}`;
  const { left, top, right, bottom } = focused.getBoundingClientRect();
  const [x, y] = [(Math.max(0, left) + Math.min(innerWidth, right)) / 2, (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2];
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return `outside the screen: ${name}`;
  const shown = [...focused.getClientRects()].some((rect) => {
    const found = document.elementFromPoint((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2);
    return found !== null && (focused.contains(found) || found.contains(focused));
  });
  const inMiddle = document.elementFromPoint(x, y);
  return shown || focused.contains(inMiddle) ? undefined : `behind something: ${name}`;
});
