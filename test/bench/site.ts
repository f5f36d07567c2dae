import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { max, median } from "d3";
import type { Browser } from "playwright-core";
import { launchBrowser, serve } from "../../pipeline/engine/browser.js";
import { build } from "../../pipeline/engine/build.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject } from "../../pipeline/engine/project.js";
import { report, type Budget, type Report } from "./budgets.js";
import { writeCompany } from "./company.js";

/**
 * npm run bench -- site [customers]: builds the site of a large company and measures it in Chromium: CPU seconds, bytes,
 * requests, the first chart, the shift of the layout, and how long filters take. Figures of one machine and moment: compare
 * them within a run only.
 *
 * @returns the budgets that were broken
 */
export async function benchSite(customers: number): Promise<string[]> {
  const root = resolve(import.meta.dirname, "../..");
  const folder = mkdtempSync(join(tmpdir(), "clientele-bench-"));
  const { figure, breaches } = report((line) => console.log(line));
  try {
    await writeCompany(join(folder, "company"), customers);
    const begun = cpuSeconds();
    const started = performance.now();
    const steps: string[] = [];
    let warehouse = begun;
    await build(loadProject(join(folder, "company")), {
      root, buildFolder: join(folder, "build"), dist: join(folder, "dist"), now: () => performance.now(),
      log: {
        ...silentLog,
        step(name, text) {
          steps.push(`${((performance.now() - started) / 1000).toFixed(1)} s ${name}: ${text}`);
          // Ingested, and all marts made: what comes after is the site.
          if (name === "models" && warehouse === begun) warehouse = cpuSeconds();
        },
      },
    });
    const ended = cpuSeconds();
    for (const step of steps) console.log(step);
    console.log();
    figure("customers", customers, (value) => value.toLocaleString("en"));
    figure("warehouse, CPU", warehouse - begun, seconds);
    // Framework's own comes to some 5 s more.
    figure("site, CPU of this process", ended - warehouse, seconds, { most: 60, isBelow: true });
    figure("build, wall", (performance.now() - started) / 1000, seconds);
    figure("largest memory", process.resourceUsage().maxRSS / 1e6, (value) => `${value.toFixed(2)} GB`);
    // Lists of actions are files to take away, in each language: no page asks for one.
    const lists = (file: string) => /(^|\/)lists\//.test(file);
    figure("lists to take away", sizeOf(join(folder, "dist/"), lists) / 1e6, megabytes);
    figure("site but for these", sizeOf(join(folder, "dist/"), (file) => !lists(file)) / 1e6, megabytes, { most: 60, isBelow: true });
    await measure(join(folder, "dist"), figure);
    return breaches();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (value: number) => `${value.toFixed(1)} s`;
const megabytes = (value: number) => `${value.toFixed(1)} MB`;
const milliseconds = (value: number) => `${value.toFixed(0)} ms`;

function cpuSeconds(): number {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return (userCPUTime + systemCPUTime) / 1e6;
}

const sizeOf = (folder: string, isMeant: (file: string) => boolean): number => readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter(isMeant).map((name) => statSync(join(folder, name))).reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);

/** Pages that follow filters, and the filters that are tried on each. */
const FILTERED = ["index", "composition", "value", "rfm", "solvency"];
const FILTERS = ["kind", "region", "tier", "period"];
/** What a filter may take until the screen shows what was chosen, until the page does below it, and a reader's first one, for which data and script have to come. */
const FILTER: Budget = { most: 100, isBelow: true };
const WHOLE_FILTER: Budget = { most: 250, isBelow: true };
const FIRST_FILTER: Budget = { most: 1000, isBelow: true };

async function measure(dist: string, figure: Report["figure"]): Promise<void> {
  const server = await serve(dist);
  const browser = await launchBrowser();
  try {
    const first = await firstPages(browser, server.origin, 1);
    figure("first page, gzipped", first[0]!.bytes / 1e3, (value) => `${value.toFixed(0)} kB`, { most: 150, isBelow: true });
    figure("first page, requests", first[0]!.requests, String, { most: 12 });
    figure("first chart, cold", median(first, ({ chart }) => chart)!, milliseconds, { most: 400, isBelow: true });
    figure("shift of the layout", max(first, ({ shift }) => shift)!, (value) => value.toFixed(3), { most: 0 });
    const slow = await firstPages(browser, server.origin, 4);
    figure("first chart, CPU 4x slower", median(slow, ({ chart }) => chart)!, milliseconds, { most: 1000, isBelow: true });
    for (const path of FILTERED) {
      const tried: FilterTimes[] = [];
      for (const name of FILTERS) tried.push(await filterTimes(browser, server.origin, path, name));
      const [firsts, later] = [tried.flatMap(({ first }) => first?.seen ?? []), tried.flatMap(({ later }) => later)];
      const seen = later.map((choice) => choice.seen);
      figure(`first filter on ${path}, worst`, max(firsts)!, milliseconds, FIRST_FILTER);
      figure(`filters on ${path}, median`, median(seen)!, milliseconds, FILTER);
      figure(`filters on ${path}, worst`, max(seen)!, milliseconds, FILTER);
      figure(`filters on ${path}, whole page`, max(later, ({ whole }) => whole)!, milliseconds, WHOLE_FILTER);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Notes when the first chart is there and how far the layout shifts; as text, for it runs in the page, where no helper of a compiler is. */
const watch = `
  globalThis.watched = { shift: 0, chart: -1 };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) watched.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(function look() {
    if ([...document.querySelectorAll("svg.sparkline, .chart svg")].some((svg) => svg.getBoundingClientRect().height > 0)) watched.chart = performance.now();
    else requestAnimationFrame(look);
  });`;

/** Five readers who have never been there. */
async function firstPages(browser: Browser, origin: string, slowdown: number) {
  const visits: Awaited<ReturnType<typeof firstPage>>[] = [];
  for (let visit = 0; visit < 5; visit++) visits.push(await firstPage(browser, origin, slowdown));
  return visits;
}

/** What a reader waits for who has never been there. */
async function firstPage(browser: Browser, origin: string, slowdown: number) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  let bytes = 0;
  let requests = 0;
  page.on("response", (response) => {
    requests += 1;
    void response.body().then((body) => (bytes += gzipSync(body).length)).catch(() => undefined);
  });
  await page.addInitScript(watch);
  await page.goto(`${origin}/index.html`, { waitUntil: "networkidle" });
  const { shift, chart } = JSON.parse(await page.evaluate<string>("JSON.stringify(globalThis.watched)")) as { shift: number; chart: number };
  await context.close();
  return { bytes, requests, shift, chart };
}

/** What a reader waits for after a choice, in milliseconds: until the screen shows what it made, and until all of the page is done. */
interface FilterTime { seen: number; whole: number }

interface FilterTimes {
  /** Of the first choice, made as soon as the menu is open; none where the page does not follow the filter. */
  first?: FilterTime;
  later: FilterTime[];
}

/** Times of the values of a filter chosen one after another, each added to those before; of periods each in place of the one before. */
async function filterTimes(browser: Browser, origin: string, path: string, name: string): Promise<FilterTimes> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/${path}.html`, { waitUntil: "networkidle" });
    const menu = page.locator(`details.filter[data-name=${name}]`);
    // Not every page follows the period.
    if (await menu.count() === 0) return { later: [] };
    await page.evaluate(watchClicks);
    await menu.locator("summary").click();
    await menu.locator("input").first().waitFor();
    const times: FilterTime[] = [];
    for (const input of await menu.locator("input").all()) {
      // The window that stands is chosen already.
      if (times.length === CHOICES || await input.isChecked()) continue;
      await page.evaluate("globalThis.clicks.length = 0; performance.clearMeasures('redraw')");
      await input.click();
      times.push(JSON.parse(await page.evaluate<string>(timesOfClick)) as FilterTime);
      // A reader looks before the next choice.
      await page.waitForTimeout(LOOK);
    }
    const [first, ...later] = times;
    return { ...(first && { first }), later };
  } finally {
    await context.close();
  }
}

/** Choices of a filter at most. */
const CHOICES = 10;
/** Between them, in milliseconds. */
const LOOK = 700;

/* These run in the page; as text, like `watch`. */

/** Notes of each click when the hand made it and how long the browser says that it took to the picture: its Event Timing, in steps of 8 ms. */
const watchClicks = `
  globalThis.clicks = [];
  new PerformanceObserver((list) => { for (const { name, startTime, duration } of list.getEntries()) if (name === "click") clicks.push({ startTime, duration }); }).observe({ type: "event", durationThreshold: 16 });`;

/** What the last click took. Where data had to come first, the picture of the click was still the old page: then it is seen when all is done. */
const timesOfClick = `(async () => {
  let redraws = [];
  while (redraws.length === 0 || clicks.length === 0) {
    await new Promise((done) => setTimeout(done, 20));
    redraws = performance.getEntriesByName("redraw", "measure");
  }
  const [{ startTime, duration }] = clicks;
  const whole = redraws[0].startTime + redraws[0].duration - startTime;
  const replaced = performance.getEntriesByName("replaced", "mark").at(-1).startTime;
  return JSON.stringify({ seen: startTime + duration >= replaced ? duration : whole, whole });
})()`;
