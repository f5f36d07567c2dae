import { expect, test } from "vitest";
import { emptyState } from "../../src/components/emptyState.js";
import { zh } from "../../src/languages/zh.js";
import { pageContext } from "../../src/lib/context.js";
import { useLanguage } from "../../src/lib/language.js";
import type { EntityFacts } from "../../src/lib/page.js";
import { withDocument } from "./document.js";

withDocument();

const entities: EntityFacts[] = [
  { name: "orders", grain: "one row per order", enables: "Revenue and its drivers" },
  { name: "invoices", grain: "one row per invoice <b>", enables: "Receivables" },
];
const context = pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied: [], contacts: {} }, entities, () => {
  throw new Error("nothing is read");
});
const partsOf = (drawn: Element) => [...drawn.querySelectorAll("dl > div")].map((part) => [part.querySelector("dt")!.textContent, part.querySelector("dd")!.textContent]);

test("it says what the page would show, and of each input where to supply it, what a row is and what it enables", () => {
  const drawn = emptyState(context, ["orders", "invoices"], "Who buys and who pays.");
  expect(drawn.querySelector("h2")!.textContent).toBe("No data yet");
  expect(drawn.querySelector("p")!.textContent).toBe("Who buys and who pays. This needs an input that the project does not supply:");
  expect(partsOf(drawn)).toEqual([
    ["entities.orders in project.yaml", "one row per order. Enables: revenue and its drivers."],
    ["entities.invoices in project.yaml", "one row per invoice <b>. Enables: receivables."],
  ]);
  expect(drawn.querySelector("b")).toBeNull();
});

test("of one input it names that alone", () => {
  expect(partsOf(emptyState(context, ["orders"], "x"))).toHaveLength(1);
});

test("in Chinese it says the same", () => {
  useLanguage("zh", zh);
  try {
    const drawn = emptyState(context, ["orders"], "说明。");
    expect(drawn.querySelector("h2")!.textContent).toBe("暂无数据");
    expect(drawn.querySelector("p")!.textContent).toBe("说明。这需要项目尚未提供的数据：");
  } finally {
    useLanguage("en");
  }
});
