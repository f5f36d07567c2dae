import { expect, test } from "vitest";
import { pyramid, type PyramidTier } from "../../src/components/pyramid.js";
import { zh } from "../../src/languages/zh.js";
import { useLanguage } from "../../src/lib/language.js";
import { faultsOf, tableOf, withDocument } from "./document.js";

withDocument();

const tier = (name: string | Element, customerShare: number | null, valueShare: number | null): PyramidTier =>
  ({ name, customerShare, valueShare, customers: customerShare === null ? "–" : `${customerShare * 200}`, value: valueShare === null ? "–" : `€${valueShare * 1000}`, detail: "from €50" });
const draw = (tiers: PyramidTier[]) => pyramid(tiers, { caption: "Customers and revenue by tier", valueTitle: "Revenue" });
/** Where the bars of each row begin and how wide they are: customers, then revenue. */
const barsOf = (drawn: Element) => [...drawn.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("svg")].map((bar) => {
  const rect = bar.querySelector("rect");
  return rect ? [rect.getAttribute("x"), rect.getAttribute("width")] : null;
}));

test("each tier has its customers to the left and its value to the right, the top first", () => {
  const drawn = draw([tier("key", 0.25, 0.75), tier("small", 0.75, 0.25)]);
  expect(tableOf(drawn.querySelector("table")!)).toEqual([["Customers", "Tier", "Revenue"], ["50", "keyfrom €50", "€750"], ["150", "smallfrom €50", "€250"]]);
  expect([...drawn.querySelectorAll("th[scope=row]")].map((cell) => cell.firstChild!.textContent)).toEqual(["key", "small"]);
  expect(drawn.getAttribute("aria-label")).toBe("Customers and revenue by tier");
  // Customers end in the middle, value begins there.
  expect(barsOf(drawn)).toEqual([[["75%", "25%"], ["0", "75%"]], [["25%", "75%"], ["0", "25%"]]]);
});

test("a share that is not known has a dash and no bar; none is a bar of no length, and none is longer than all or less than nothing", () => {
  const drawn = draw([tier("a", null, null), tier("b", 0, 0), tier("c", 1.5, -0.25)]);
  expect(barsOf(drawn)).toEqual([[null, null], [["100%", "0%"], ["0", "0%"]], [["0%", "100%"], ["0", "0%"]]]);
  expect(tableOf(drawn.querySelector("table")!)[1]).toEqual(["–", "afrom €50", "–"]);
  expect(faultsOf(drawn)).toEqual([]);
});

test("one tier is the whole pyramid, and without a tier there is only its head", () => {
  expect(barsOf(draw([tier("all", 1, 1)]))).toEqual([[["0%", "100%"], ["0", "100%"]]]);
  expect(tableOf(draw([]).querySelector("table")!)).toEqual([["Customers", "Tier", "Revenue"]]);
});

test("names stay text, and the heads are of the language in use", () => {
  const drawn = draw([tier("<script>x</script>", 1, 1)]);
  expect(drawn.querySelector("script")).toBeNull();
  expect(drawn.querySelector("th[scope=row]")!.firstChild!.textContent).toBe("<script>x</script>");
  useLanguage("zh", zh);
  try {
    expect(tableOf(draw([]).querySelector("table")!)[0]!.slice(0, 2)).toEqual(["客户数", "层级"]);
  } finally {
    useLanguage("en");
  }
});
