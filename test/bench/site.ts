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
import { writeCompany } from "./company.js";

/**
 * npm run bench -- site [customers]: builds the site of a large company and measures it in Chromium: CPU seconds, bytes,
 * requests, the first chart, the shift of the layout, and how long a filter takes. Figures of one machine and moment: compare
 * them within a run only.
 */
export async function benchSite(customers: number): Promise<void> {
  const root = resolve(import.meta.dirname, "../..");
  const folder = mkdtempSync(join(tmpdir(), "clientele-bench-"));
  const show = (name: string, value: string, budget = "") => console.log(`${name.padEnd(34)} ${value.padStart(14)}  ${budget}`);
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
    show("customers", customers.toLocaleString("en"));
    show("warehouse, CPU", `${(warehouse - begun).toFixed(1)} s`);
    show("site, CPU of this process", `${(ended - warehouse).toFixed(1)} s`, "under 60 s; Framework's own comes to some 5 s more");
    show("build, wall", `${((performance.now() - started) / 1000).toFixed(1)} s`);
    show("largest memory", `${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB`);
    show("site", `${(sizeOf(join(folder, "dist/")) / 1e6).toFixed(1)} MB`, "under 60 MB");
    await measure(join(folder, "dist"), show);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function cpuSeconds(): number {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return (userCPUTime + systemCPUTime) / 1e6;
}

const sizeOf = (folder: string): number => readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => statSync(join(folder, name))).reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);

async function measure(dist: string, show: (name: string, value: string, budget?: string) => void): Promise<void> {
  const server = await serve(dist);
  const browser = await launchBrowser();
  try {
    const first = await firstPages(browser, server.origin, 1);
    show("first page, gzipped", `${(first[0]!.bytes / 1e3).toFixed(0)} kB`, "under 150 kB");
    show("first page, requests", String(first[0]!.requests), "at most 12");
    show("first chart, cold", `${median(first, ({ chart }) => chart)!.toFixed(0)} ms`, "under 400 ms");
    show("shift of the layout", max(first, ({ shift }) => shift)!.toFixed(3), "none");
    const slow = await firstPages(browser, server.origin, 4);
    show("first chart, CPU 4x slower", `${median(slow, ({ chart }) => chart)!.toFixed(0)} ms`, "under 1,000 ms");
    for (const path of ["index", "composition", "value", "rfm", "solvency"]) {
      show(`filter on ${path}`, `${(await filterTime(browser, server.origin, path)).toFixed(0)} ms`, "under 100 ms");
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

/**
 * What a reader waits from a choice to the picture of the page that follows it, once its data has come: median of the
 * choices of one region after another, each added to those before.
 */
async function filterTime(browser: Browser, origin: string, path: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}/${path}.html`, { waitUntil: "networkidle" });
  await page.locator("details.filter[data-name=region] summary").click();
  await page.locator("details.filter[data-name=region] input").first().waitFor();
  const times = JSON.parse(await page.evaluate<string>(followChoices)) as number[];
  await context.close();
  return median(times.slice(1))!;
}

/** Runs in the page: milliseconds from each choice to the frame that shows what it made. As text, like `watch`. */
const followChoices = `(async () => {
  const times = [];
  const count = document.querySelectorAll("details.filter[data-name=region] input").length;
  for (let index = 0; index < count; index++) {
    const before = performance.getEntriesByName("redraw", "measure").length;
    const chosen = performance.now();
    document.querySelectorAll("details.filter[data-name=region] input")[index].click();
    while (performance.getEntriesByName("redraw", "measure").length === before) await new Promise((done) => setTimeout(done));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - chosen);
  }
  return JSON.stringify(times);
})()`;
