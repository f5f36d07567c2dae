import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleSite } from "./sampleSite.js";

/* What stays on the screen while a reader scrolls, and that it covers nothing that has the focus. */

const site = sampleSite();

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 } };

/** Scrolls to the middle of each table that is taller than half the screen: by how much its head is away from the edge it stays at. */
const headsOfLongTables = (page: Page): Promise<{ table: string; gap: number; isSeen: boolean }[]> => page.evaluate(async () => {
  const bar = document.querySelector(".filter-bar");
  const found = [];
  for (const table of document.querySelectorAll<HTMLTableElement>(".card .table-scroll > table")) {
    if (!table.checkVisibility() || table.offsetHeight < innerHeight / 2) continue;
    const frame = table.parentElement!;
    const isFrame = getComputedStyle(frame).overflowY !== "visible";
    if (isFrame) frame.scrollIntoView({ block: "center" });
    (isFrame ? frame : window).scrollBy(0, table.getBoundingClientRect().top + table.offsetHeight / 2);
    await new Promise(requestAnimationFrame);
    const edge = isFrame ? frame.getBoundingClientRect().top : (bar?.getBoundingClientRect().bottom ?? 0);
    const { left, top, width, height } = table.tHead!.rows[0]!.cells[1]!.getBoundingClientRect();
    const isSeen = table.tHead!.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    found.push({ table: table.caption?.textContent ?? "", gap: Math.round(table.tHead!.getBoundingClientRect().top - edge), isSeen });
  }
  return found;
});

test.each(["composition", "customers", "rfm", "solvency", "quality"])("on %s the heads of long tables stay below the bar of filters", async (path) => {
  const { page } = await site.open(path, desk);
  const heads = await headsOfLongTables(page);
  expect(heads.length).toBeGreaterThan(0);
  expect(heads.filter(({ gap, isSeen }) => gap !== 0 || !isSeen)).toEqual([]);
  await page.context().close();
});

test("a table wider than the screen scrolls sideways by keyboard, and one that fits is no stop on the way", async () => {
  const { page } = await site.open("customers", { viewport: { width: 700, height: 800 } });
  const frames = await page.locator(".table-scroll").evaluateAll((found) => found.map((frame) => ({ isWide: frame.scrollWidth > frame.clientWidth, isStop: (frame as HTMLElement).tabIndex === 0 })));
  expect(frames).toContainEqual({ isWide: true, isStop: true });
  const wide = page.locator(".customer-rows .table-scroll");
  await wide.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => wide.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => wide.evaluate((frame) => (frame as HTMLElement).tabIndex)).toBe(-1);
  await page.context().close();
});

/** Goes through a page by keyboard: whatever has the focus and lies wholly below something else, as what covers it. */
async function covered(page: Page, key: "Tab" | "Shift+Tab"): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  for (let stops = 0; ; stops++) {
    await page.keyboard.press(key);
    const found = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return "end";
      // Of a link in several lines, each.
      const boxes = [...focused.getClientRects()];
      const points = boxes.flatMap(({ left, top, width, height }) => [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [left + across * width, top + down * height] as const)));
      const tops = points.map(([x, y]) => document.elementFromPoint(x, y));
      if (tops.some((top) => top && (focused.contains(top) || top.contains(focused)))) return null;
      return `${focused.outerHTML.slice(0, 80)} below ${tops[0]?.outerHTML.slice(0, 60) ?? "the edge"}`;
    });
    if (found === "end") return { stops, faults };
    if (found) faults.push(found);
  }
}

test.each([["desk", desk], ["phone", phone]])("by keyboard through the overview on a %s, forth and back, nothing covers what has the focus", async (_, options) => {
  const { page } = await site.open("index", options);
  for (const key of ["Tab", "Shift+Tab"] as const) {
    const { stops, faults } = await covered(page, key);
    expect(stops).toBeGreaterThan(30);
    expect(faults).toEqual([]);
  }
  await page.context().close();
});
