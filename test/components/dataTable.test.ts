import { expect, test } from "vitest";
import { dataTable, shareBar, type Column, type DataTableOptions } from "../../src/components/dataTable.js";
import { zh } from "../../src/languages/zh.js";
import { integer } from "../../src/lib/format.js";
import { useLanguage } from "../../src/lib/language.js";
import { faultsOf, tableOf, withDocument } from "./document.js";

withDocument();

interface Customer { name: string; orders: number | null; note?: string | null }

const columns: Column<Customer>[] = [
  { label: "Customer", value: ({ name }) => name, isRowHeader: true },
  { label: "Orders", value: ({ orders }) => integer(orders), align: "right", bar: ({ orders }) => (orders === null ? null : orders / 10) },
  { label: "Note", value: ({ note }) => note },
];
const draw = (rows: Customer[], options: Partial<DataTableOptions> = {}) => dataTable(rows, columns, { caption: "Customers by orders", ...options });
const many = (count: number): Customer[] => Array.from({ length: count }, (_, index) => ({ name: `Customer ${index}`, orders: index }));
const cellsOf = (drawn: Element) => tableOf(drawn.querySelector("table") ?? drawn);

test("rows stand in the order given under their heads; the first column heads the row, figures stand right", () => {
  const drawn = draw([{ name: "Beck", orders: 5, note: "key" }, { name: "Adler", orders: 1200, note: "new" }]);
  expect(cellsOf(drawn)).toEqual([["Customer", "Orders", "Note"], ["Beck", "5", "key"], ["Adler", "1,200", "new"]]);
  expect([...drawn.querySelectorAll("th[scope=row]")].map((cell) => cell.textContent)).toEqual(["Beck", "Adler"]);
  expect([...drawn.querySelectorAll("th[scope=col]")].map((cell) => cell.className)).toEqual(["text", "number", "text"]);
  expect([drawn.getAttribute("role"), drawn.getAttribute("aria-label"), drawn.getAttribute("tabindex"), drawn.querySelector("caption")!.textContent]).toEqual(["region", "Customers by orders", "0", "Customers by orders"]);
  // On a phone each figure stands under its label.
  expect(drawn.querySelector("td.number")!.getAttribute("data-label")).toBe("Orders");
});

test("what is missing is a dash and no bar, none is 0; bars are as long as their share", () => {
  const drawn = draw([{ name: "Beck", orders: null, note: null }, { name: "Adler", orders: 0, note: "new" }, { name: "Cole", orders: 4, note: undefined }]);
  expect(cellsOf(drawn).slice(1)).toEqual([["Beck", "–", "–"], ["Adler", "0", "new"], ["Cole", "4", "–"]]);
  expect([...drawn.querySelectorAll("tbody tr")].map((row) => row.querySelector("rect:not(.track)")?.getAttribute("width") ?? null)).toEqual([null, "0%", "40%"]);
  expect(faultsOf(drawn)).toEqual([]);
});

test("a column of words that says nothing is left out, one of figures says that they are not known", () => {
  expect(cellsOf(draw([{ name: "Beck", orders: null }, { name: "Adler", orders: null, note: "" }]))).toEqual([["Customer", "Orders"], ["Beck", "–"], ["Adler", "–"]]);
});

test("one row is a table, and none is a sentence", () => {
  expect(cellsOf(draw([{ name: "Beck", orders: 1 }]))).toHaveLength(2);
  expect([draw([]).outerHTML, draw([], { empty: "No customer fits." }).textContent]).toEqual(["<p class=\"none\">None.</p>", "No customer fits."]);
});

test("of many rows the first stand open, and a line says how many more there are of what", () => {
  const drawn = draw(many(9), { first: 5, noun: "customer" });
  expect([...drawn.querySelectorAll("tbody tr")].map((row) => row.classList.contains("folded-row"))).toEqual([false, false, false, false, false, true, true, true, true]);
  expect(drawn.querySelector("summary .desk-only")!.textContent).toBe("4 more customers");
  expect(cellsOf(draw(many(9), { first: 5 }))).toHaveLength(10);
  // A line in place of two rows would save nothing.
  expect(draw(many(7), { first: 5 }).querySelector(".folded-row, details")).toBeNull();
  expect(draw(many(8), { first: 5, noun: "industry", plural: "industries" }).querySelector("summary .desk-only")!.textContent).toBe("3 more industries");
});

test("on a phone four records of a wide table stand open", () => {
  const wide = dataTable(many(7), [...columns, { label: "Kind", value: () => "business" }, { label: "Region", value: () => "North" }], { caption: "x", noun: "customer" });
  expect(wide.querySelector("table")!.className).toBe("records");
  expect(wide.querySelectorAll(".folded-phone")).toHaveLength(3);
  expect([wide.querySelector("details")!.className, wide.querySelector("summary .phone-only")!.textContent]).toEqual(["phone-only", "3 more customers"]);
  expect(draw(many(7)).querySelector(".folded-phone, .records")).toBeNull();
});

test("from twelve rows on a table can be searched, under a name of its own", () => {
  expect(draw(many(11)).querySelector(".table-tools")).toBeNull();
  expect(draw(many(12)).querySelector(".table-tools input")!.getAttribute("aria-label")).toBe("Search in: Customers by orders");
});

test("text of the data stays text, in cells, heads and captions", () => {
  const drawn = dataTable([{ name: "<script>x</script>" }], [{ label: "<b>", value: ({ name }) => name, isRowHeader: true }], { caption: "\"><img src=x>" });
  expect(drawn.querySelector("script, b, img")).toBeNull();
  expect(cellsOf(drawn)).toEqual([["<b>"], ["<script>x</script>"]]);
  expect(drawn.querySelector("caption")!.textContent).toBe("\"><img src=x>");
});

test("what it says of itself is of the language in use", () => {
  useLanguage("zh", zh);
  try {
    expect(draw([]).textContent).toBe("无。");
    expect(draw(many(9), { first: 5, noun: "customer" }).querySelector("summary .desk-only")!.textContent).toBe("另有 4 位客户");
  } finally {
    useLanguage("en");
  }
});

test("a share is a bar from nothing to all, and no more", () => {
  expect([0.3, -1, 2].map((share) => shareBar(share).querySelector("rect:not(.track)")!.getAttribute("width"))).toEqual(["30%", "0%", "100%"]);
  expect(shareBar(0.3).getAttribute("aria-hidden")).toBe("true");
});
