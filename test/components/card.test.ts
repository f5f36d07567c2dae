import { expect, test } from "vitest";
import { card, provenance, scopeNote } from "../../src/components/card.js";
import { zh } from "../../src/languages/zh.js";
import { useLanguage } from "../../src/lib/language.js";
import type { AnyTable, Scope } from "../../src/lib/page.js";
import { wholeSelection, type Selection } from "../../src/selection/selection.js";
import { withDocument } from "./document.js";

withDocument();

const table = (name: string, scope: Scope = "selection"): AnyTable => ({ name, path: `${name}.sql`, columns: [], marts: [], scope });
const north: Selection = { period: null, values: { region: ["North"] } };
const quarter: Selection = { period: "2025-Q1", values: {} };
const both: Selection = { ...north, period: "2025-Q1" };

test("a card has its title, what is measured, its content in order, and the way to the definition of its first table", () => {
  const drawn = card({ selection: wholeSelection }, { title: "10 customers left", subtitle: "Customers without an order", sources: [table("losses"), table("months"), table("losses")], span: 7 },
    "Text", document.createElement("hr"), null, undefined);
  expect([drawn.localName, drawn.className]).toEqual(["section", "card span-7"]);
  expect([...drawn.querySelectorAll("header > *")].map((part) => [part.localName, part.textContent])).toEqual([["h3", "10 customers left"], ["p", "Customers without an order"]]);
  expect([...drawn.querySelector(".card-body")!.childNodes].map((part) => part.textContent || part.nodeName)).toEqual(["Text", "HR"]);
  expect(drawn.querySelector("a.how")!.outerHTML).toBe("<a class=\"how\" href=\"./definitions.html#losses\">How is this computed?</a>");
  expect([drawn.dataset.tables, drawn.querySelector("footer")!.getAttribute("data-tables")]).toEqual(["losses months", "losses months"]);
});

test("what stands alone has no subtitle, and without a table no way to a definition", () => {
  const drawn = card({ selection: wholeSelection }, { title: "Title", sources: [] });
  expect([drawn.querySelector(".subtitle"), drawn.querySelector("a.how"), drawn.querySelector(".scope-note")]).toEqual([null, null, null]);
  expect(provenance([]).textContent).toBe("");
});

test.each<[Scope, string | null, string | null, string | null]>([
  ["selection", null, null, null],
  ["customers", null, "Whole window: does not follow the period", "Whole window: does not follow the period"],
  ["listed", "Those of the list of all customers that fit", "Whole window: does not follow the period", "Those of the list of all customers that fit, whole window: does not follow the period"],
  ["whole", "All customers: does not follow the filter", "Whole window: does not follow the period", "All customers, whole window: does not follow the filter"],
])("a table that follows as %s says of customers, of a period and of both what it does not follow", (scope, ofCustomers, ofPeriod, ofBoth) => {
  const said = (selection: Selection) => scopeNote({ selection }, [table("first"), table("second", scope)])?.textContent ?? null;
  expect([said(north), said(quarter), said(both), said(wholeSelection)]).toEqual([ofCustomers, ofPeriod, ofBoth, null]);
});

test("text of the data stays text, and words are of the language in use", () => {
  const drawn = card({ selection: wholeSelection }, { title: "<img src=x>", subtitle: "<b>x</b>", sources: [] }, "<script>x</script>");
  expect(drawn.querySelector("img, b, script")).toBeNull();
  expect(drawn.textContent).toBe("<img src=x><b>x</b><script>x</script>");
  useLanguage("zh", zh);
  try {
    expect(provenance([table("losses")]).textContent).toBe("如何计算？");
  } finally {
    useLanguage("en");
  }
});
