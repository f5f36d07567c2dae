import { expect, test } from "vitest";
import { kpi, type KpiOptions } from "../../src/components/kpi.js";
import { zh } from "../../src/languages/zh.js";
import { percent } from "../../src/lib/format.js";
import { useLanguage } from "../../src/lib/language.js";
import type { AnyTable, Scope } from "../../src/lib/page.js";
import { wholeSelection } from "../../src/selection/selection.js";
import { faultsOf, withDocument } from "./document.js";

withDocument();

const table = (scope: Scope = "selection"): AnyTable => ({ name: "headline", path: "headline.sql", columns: [], marts: [], scope });
const draw = (options: Partial<KpiOptions> = {}, selection = wholeSelection) => kpi({ selection }, { label: "Margin rate", value: "40.0%", sources: [table()], ...options });
/** What a reader meets, line by line. */
const readOf = (tile: Element) => [...tile.querySelectorAll("h2, p, svg[role=img], a")].map((part) => part.getAttribute("aria-label") ?? part.textContent.trim());
const months = (...values: (number | null)[]) => ({ points: values.map((value, index) => ({ date: `2025-0${index + 1}-01`, value })), format: percent });

test("a tile reads from its label over the number, its change, its target and its note to its history and its origin", () => {
  const tile = draw({
    delta: "+2.0 points on the year before", isGood: true, note: "of revenue", trend: months(0.38, 0.41, 0.4),
    target: { value: "42.0% by 31 December 2025", reached: 0.5, isMet: false, note: "– behind" },
  });
  expect(readOf(tile)).toEqual([
    "Margin rate", "40.0%", "+2.0 points on the year before", "✗ Target 42.0% by 31 December 2025 – behind", "of revenue",
    "Margin rate over time: 38.0% in Jan 2025, 40.0% in Mar 2025; least 38.0% in Jan 2025, greatest 41.0% in Feb 2025", "How is this computed?",
  ]);
  expect(tile.querySelector("a.how")!.getAttribute("href")).toBe("./definitions.html#headline");
  expect(faultsOf(tile)).toEqual([]);
});

test("welcome and unwelcome stand out, what is neither does not", () => {
  const tone = (isGood?: boolean) => draw({ delta: "+1", isGood }).querySelector(".kpi-delta")!.className;
  expect([tone(true), tone(false), tone()]).toEqual(["kpi-delta good", "kpi-delta bad", "kpi-delta neutral"]);
});

test("a target says in words whether it is met, and its bar is as long as the share reached, all at most", () => {
  const target = (reached: number | null, isMet?: boolean) => draw({ target: { value: "5", reached, isMet } });
  const barOf = (tile: Element) => tile.querySelector("svg rect:not(.track)")?.getAttribute("width") ?? null;
  expect(barOf(target(0.25, false))).toBe("25%");
  expect([barOf(target(1.4, true)), barOf(target(-0.2, false))]).toEqual(["100%", "0%"]);
  expect([target(1, true), target(0.5, false), target(0.5)].map((tile) => readOf(tile)[2])).toEqual(["✓ Target 5", "✗ Target 5", "Target 5"]);
  // A share that is not known is no empty bar.
  expect(target(null).querySelector("svg")).toBeNull();
});

test("a tile of a number alone has nothing else; less than three known months make no line", () => {
  expect(readOf(draw())).toEqual(["Margin rate", "40.0%", "How is this computed?"]);
  expect(draw({ trend: months(0.1, null, 0.2, null) }).querySelector("svg")).toBeNull();
  expect(draw({ trend: months(0.1, null, 0.2, 0.3) }).querySelector("svg[role=img]")).not.toBeNull();
});

test("of a narrowed page, a tile that does not follow says so", () => {
  const selection = { period: null, values: { region: ["North"] } };
  expect(draw({ sources: [table("whole")] }, selection).querySelector(".scope-note")!.textContent).toBe("All customers: does not follow the filter");
  expect(draw({}, selection).querySelector(".scope-note")).toBeNull();
});

test("text of the data stays text, and words are of the language in use", () => {
  const tile = draw({ label: "<b>x</b>", value: "<i>1</i>", note: "\"><img src=x>", delta: "<u>", target: { value: "<s>", reached: 1, note: "<q>" } });
  expect(tile.querySelector("b, i, img, u, s, q")).toBeNull();
  expect(tile.textContent).toContain("\"><img src=x>");
  useLanguage("zh", zh);
  try {
    expect(readOf(draw({ target: { value: "5", reached: 1, isMet: true } }))).toEqual(["Margin rate", "40.0%", "✓ 目标 5", "如何计算？"]);
  } finally {
    useLanguage("en");
  }
});
