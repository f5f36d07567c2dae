import { JSDOM } from "jsdom";
import { beforeAll, expect, test } from "vitest";
import { zh } from "../../src/languages/zh.js";
import { useLanguage } from "../../src/lib/language.js";
import { withDocument } from "../components/document.js";

/* "How is this computed?": what the dialog takes over from the page of definitions. */

withDocument();

// It reads where it stands from the document, which must be there before.
let panel: typeof import("../../src/client/panel.js").panel;
beforeAll(async () => {
  ({ panel } = await import("../../src/client/panel.js"));
});

const definition = (name: string, body: string) => `<details class="disclosure"><summary><h3>${name}</h3></summary><div class="disclosure-body" id="${name}">${body}</div></details>`;
const mart = (name: string) => `<a class="definition-mart" href="#${name}">${name}</a>`;
const source = new JSDOM([
  definition("orders", "<code id=\"orders.revenue\">revenue</code><p>&lt;script&gt;x&lt;/script&gt;</p>"),
  definition("customers", "Customers, see <a href=\"#orders\">orders</a>"),
  definition("returns", "Returns"),
  definition("revenue_trend", `picks from ${mart("orders")}, ${mart("customers")}`),
  definition("revenue_headline", `picks from ${mart("customers")}, ${mart("dropped")}`),
].join("")).window.document;
const namesOf = (dialog: Element) => [...dialog.querySelectorAll("h3")].map((name) => name.textContent);

test("each table comes with the marts it picks from before it, none twice, the first one open", () => {
  const dialog = panel("Revenue rose", source, ["revenue_trend", "revenue_headline"]);
  expect(namesOf(dialog)).toEqual(["orders", "customers", "revenue_trend", "revenue_headline"]);
  expect([...dialog.querySelectorAll("details")].map((details) => details.open)).toEqual([true, false, false, false]);
  expect(dialog.querySelector("h2")!.textContent).toBe("Revenue rose");
  expect([dialog.getAttribute("aria-label"), dialog.querySelector("button")!.getAttribute("aria-label")]).toEqual(["How is this computed?", "Close"]);
});

test("what it takes over has no ids, its anchors lead to the page of definitions, and that page is as it was", () => {
  const before = source.body.innerHTML;
  const dialog = panel("x", source, ["revenue_trend"]);
  expect(dialog.querySelectorAll("[id]")).toHaveLength(0);
  expect([...dialog.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual(["./definitions.html#orders", "./definitions.html#orders", "./definitions.html#customers"]);
  expect(source.body.innerHTML).toBe(before);
});

test("a table without a definition, or none, leaves the dialog empty", () => {
  expect(namesOf(panel("x", source, ["unknown"]))).toEqual([]);
  expect(namesOf(panel("x", source, []))).toEqual([]);
});

test("titles and definitions stay text", () => {
  const dialog = panel("<img src=x onerror=alert(1)>", source, ["revenue_trend"]);
  expect(dialog.querySelector("img, script")).toBeNull();
  expect(dialog.querySelector("h2")!.textContent).toBe("<img src=x onerror=alert(1)>");
  expect(dialog.querySelector("details p")!.textContent).toBe("<script>x</script>");
});

test("in Chinese its own words are Chinese", () => {
  useLanguage("zh", zh);
  try {
    expect(panel("x", source, []).querySelector("header p")!.textContent).toBe("如何计算？");
  } finally {
    useLanguage("en");
  }
});
