import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { keepWithin, launchBrowser, serve } from "../../pipeline/engine/browser.js";
import { EXIT } from "../../pipeline/engine/cli.js";
import { smallPng } from "../../pipeline/engine/png.js";
import { accessibilityFaults } from "../pages/browser.js";
import { buildSmallSite, hostileName, root, type SmallSite } from "./smallSite.js";

/* The digest: the overview as a mail that every client shows, and that says no more and no less than the page. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let small: SmallSite;
/** The digest without and with the site's address. */
let plain: string;
let linked: string;
beforeAll(async () => {
  small = await buildSmallSite();
  plain = await write("plain.html");
  linked = await write("linked.html", "--link", "https://reports.example.com/shop/index.html");
});
afterAll(() => small.remove());
afterEach(() => vi.unstubAllEnvs());

async function write(name: string, ...args: string[]): Promise<string> {
  const file = join(small.folder, name);
  const { code, output } = await small.run("digest", "--out", file, ...args);
  expect(output).toContain("digest");
  expect(code).toBe(EXIT.good);
  return readFileSync(file, "utf8");
}

const words = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";

test("the digest holds the page's facts, figures, findings and tables, word for word", () => {
  const mail = new JSDOM(plain).window.document;
  const page = new JSDOM(readFileSync(join(small.site, "index.html"), "utf8")).window.document;
  expect(mail.title).toBe(`${hostileName}: customer digest, 30 June 2025`);
  const text = words(mail.body);
  expect(text).toContain(hostileName);
  for (const figure of page.querySelectorAll(".kpi h2, .kpi-value, .kpi-delta, .kpi-note, .card:not(.empty-state, .trust) h3")) expect(text).toContain(words(figure));
  const facts = [...page.querySelectorAll(".facts li p")];
  expect(facts.length).toBeGreaterThan(0);
  for (const fact of facts) {
    for (const link of fact.querySelectorAll("a")) link.remove();
    expect(text).toContain(words(fact));
  }
  const rows = [...page.querySelectorAll("main .card tbody tr:not(.folded-row)")].filter((row) => !row.closest("details:not([open])"));
  expect(rows.length).toBeGreaterThan(0);
  const shown = [...mail.querySelectorAll("table:not([role]) tbody tr")];
  expect(shown.map((row) => row.textContent.replace(/\s/g, ""))).toEqual(rows.map((row) => row.textContent.replace(/\s/g, "")));
  const charts = [...page.querySelectorAll(".card:has(.chart) h3")];
  expect(charts.length).toBeGreaterThan(0);
  const said = [...mail.images].map((image) => image.alt);
  for (const chart of charts) expect(said.some((alt) => alt.includes(words(chart))), words(chart)).toBe(true);
  expect(text).toMatch(/as of 30 June 2025 · run [0-9a-f]{12}$/);
});

test("it is tables and inline styles alone: no script, no style sheet, no class, no link, nothing from another host", () => {
  const { document } = new JSDOM(plain).window;
  expect([...document.querySelectorAll("script, style, link, iframe, form, svg, object, base")]).toEqual([]);
  expect([...document.querySelectorAll("[class], [id], a")]).toEqual([]);
  for (const element of document.querySelectorAll("*")) expect(element.getAttributeNames().filter((name) => name.startsWith("on"))).toEqual([]);
  for (const image of document.images) {
    expect(image.src).toMatch(/^data:image\/png;base64,/);
    expect(image.alt).not.toBe("");
    expect(Number(image.getAttribute("width"))).toBeLessThanOrEqual(592);
  }
  // What mail clients drop.
  expect(plain).not.toMatch(/display:\s*(flex|grid)|position:|float:|var\(|url\(|@media|background-image/);
  expect(Buffer.byteLength(plain), "more is cut off by mail services").toBeLessThan(100 * 1024);
  // Text never stands on a ground that it does not name: a client may turn either.
  for (const element of document.querySelectorAll("p[style*='color:'], td[style*='color:'], th[style*='color:'], h1, h2")) {
    expect(element.getAttribute("style")).toMatch(/background-color:#[0-9a-f]{6}/);
  }
});

test("with the site's address every link leads there, in the language of the mail", async () => {
  const { document } = new JSDOM(linked).window;
  const links = [...document.links].map((link) => link.href);
  expect(links[0]).toBe("https://reports.example.com/shop/index.html");
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) expect(link).toMatch(/^https:\/\/reports\.example\.com\/shop\/[\w-]+\.html(\?|#|$)/);
  const chinese = new JSDOM(await write("zh.html", "--language", "zh", "--link", "https://reports.example.com")).window.document;
  expect(chinese.documentElement.lang).toBe("zh-CN");
  expect(words(chinese.body)).toContain("2025年6月30日");
  for (const { href } of chinese.links) expect(href).toMatch(/^https:\/\/reports\.example\.com\/zh\//);
});

test("the same site gives the same bytes", async () => {
  expect(await write("again.html")).toBe(plain);
});

test.each([["light", 800], ["dark", 390]] as const)("in a browser in %s at %d px it has no fault, and fits", async (colorScheme, width) => {
  const browser = await launchBrowser();
  const server = await serve(small.folder);
  try {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const asked: string[] = [];
    await keepWithin(context, server.origin, (url) => asked.push(url));
    const page = await context.newPage();
    await page.goto(`${server.origin}/linked.html`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    expect(await page.evaluate("[...document.images].every((image) => image.naturalWidth >= 1.9 * image.getAttribute('width'))"), "twice as fine").toBe(true);
    expect(asked).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});

test("mistakes end with 1, one message and what to do, and leave the file as it was", async () => {
  const file = join(small.folder, "kept.html");
  writeFileSync(file, "as it was");
  const refused = async (args: string[], said: string) => {
    const { code, output } = await small.run("digest", "--out", file, ...args);
    expect(code).toBe(EXIT.mistake);
    expect(output.match(/✖/g), output).toHaveLength(1);
    expect(output).toContain(said);
    expect(readFileSync(file, "utf8")).toBe("as it was");
  };
  for (const link of ["reports.example.com", "javascript:alert(1)", "https://user:secret@example.com", "https://example.com/?a=b"]) await refused(["--link", link], "is no address of a site");
  await refused(["--project", join(small.folder, "nowhere")], "✖ there is no run of the project");
  vi.stubEnv("CHROMIUM", join(small.folder, "no-such-browser"));
  await refused([], "✖ CHROMIUM names no program");
});

/** Pixels of a PNG by palette, as our own writer makes it: every row without a filter. */
function pixelsOf(png: Buffer): number[][] {
  const width = png.readUInt32BE(16);
  const found: Record<string, Buffer> = {};
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) found[png.toString("latin1", at + 4, at + 8)] = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
  const rows = inflateSync(found.IDAT!);
  return [...rows].flatMap((number, index) => (index % (width + 1) === 0 ? [] : [[...found.PLTE!.subarray(3 * number, 3 * number + 3)]]));
}

test("a picture of few colours keeps each of its pixels; one of many keeps its size, and each pixel nearly", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 64, height: 16 } });
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (colours) => {
      await page.setContent(`<body style="margin:0;display:flex;height:16px">${colours.map((rgb) => `<i style="width:8px;background:rgb(${rgb.join()})"></i>`).join("")}</body>`);
      const pixels = pixelsOf(smallPng(await page.screenshot()));
      for (const [index, rgb] of colours.entries()) expect(pixels[64 * 9 + index * 8 + 3]).toEqual(rgb);
    }), { numRuns: 12 });
    await page.setContent('<body style="margin:0;height:16px;background:linear-gradient(90deg,#f00,#0f0 50%,#00f)"></body>');
    const pixels = pixelsOf(smallPng(await page.screenshot()));
    expect(pixels).toHaveLength(64 * 16);
    expect(Math.abs(pixels[63]![2]! - 255)).toBeLessThan(12);
    expect(Math.abs(pixels[32]![1]! - 255)).toBeLessThan(12);
  } finally {
    await browser.close();
  }
});

test("the colours of the mail are those of the design", () => {
  const tokens = readFileSync(join(root, "src/design/tokens.css"), "utf8");
  for (const [colour] of linked.matchAll(/#[0-9a-f]{6}(?=[;"])/g)) expect(tokens).toContain(colour);
});
