import { expect, test } from "vitest";
import { pageContext } from "../../src/lib/context.js";
import type { Table } from "../../src/lib/page.js";
import { movements } from "../../src/pages/value/movements.js";
import type { Headlines, Migration, Mover } from "../../src/pages/value/rows.js";
import { fallenShareTitle, movesTitle } from "../../src/pages/value/words.js";
import { doubts } from "../../src/pages/worth.js";
import { dataOf, drawingOf, faultsOf, tableOf, textsOf, withDocument } from "../components/document.js";

withDocument();

const positions: Record<string, number> = { key: 1, small: 2 };
const step = (prior_tier: string, tier: string, movement: string | null, customers: number, prior_revenue: number, revenue: number): Migration => ({
  prior_tier, prior_tier_position: positions[prior_tier] ?? null, tier, tier_position: positions[tier] ?? null, movement, customers, prior_revenue, revenue, revenue_change: revenue - prior_revenue,
});
// Before 2 + 3 key and 20 + 4 + 1 small customers, 30 in all, with 1,000; 3 + 4 of them moved down or left, with 250 then and 60 now.
const migrations = [
  step("key", "key", "same", 2, 400, 410), step("key", "small", "down", 3, 200, 60),
  step("small", "key", "up", 1, 50, 90), step("small", "small", "same", 20, 300, 280), step("small", "no purchase", "lapsed", 4, 50, 0),
  step("no purchase", "small", "returned", 2, 0, 8), step("not yet a customer", "small", "new", 5, 0, 22),
];
const mover = (own: Partial<Mover>): Mover => ({
  direction: "up", label: "Someone", kind: "business", region: "North", owner: "Anna", prior_tier: "small", prior_tier_reason: null, tier: "key", tier_reason: null,
  prior_revenue: 10, revenue: 30, change: 20, profit: 5, grade: null, is_weak: null, next_step_reason: null, ...own,
});
const head = { prior_reason: null, is_prior_complete: true, key_prior_customers: 5, fallen_customers: 7, moved_up_customers: 1, cost_reason: null } as Headlines;

function page(movers: Mover[]): HTMLElement[] {
  const tables: Record<string, unknown[]> = { value_migrations: migrations, value_pyramid: [], value_movers: movers };
  const read = (name: string): Table => ({ name, path: "", rows: tables[name] as Table["rows"], columns: [], marts: [], scope: "selection" });
  const context = pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied: [], contacts: {} }, [], read);
  return movements(context, read("value_pyramid") as unknown as Table<Headlines>, head) as HTMLElement[];
}
const titleOf = (card: Element) => card.querySelector("h3")!.textContent;

test("customers flow from the tiers before to those now, with those who came and left, each step leading to who took it", () => {
  const [customers] = page([]);
  expect(titleOf(customers!)).toBe("7 of 30 customers moved down a tier or left: €190 of revenue less");
  expect(textsOf(customers!)).toEqual(expect.arrayContaining(["Key| 5", "Small| 25", "No purchase| 2", "New| 5", "Key| 3", "Small| 30", "No purchase| 4"]));
  expect(dataOf(customers!).slice(0, 3)).toEqual([
    ["Before", "Now", "Customers", "Share", "Change in revenue", "Direction"], ["Key", "Key", "2", "40%", "+\u2060€10", "in the same tier"], ["Key", "Small", "3", "60%", "−€140", "down or gone"],
  ]);
  expect([...customers!.querySelectorAll(".chart-data a")].map((link) => link.getAttribute("href")!.split("?")[1])).toEqual([
    "prior_tier=key&tier=key", "prior_tier=key&tier=small", "prior_tier=small&tier=key", "prior_tier=small&tier=small", "prior_tier=small&movement=lapsed",
    "tier=small&movement=returned", "tier=small&movement=new",
  ]);
});

test("the revenue before flows to where its customers are now, and what newcomers bring is told beside it", () => {
  const [, revenue] = page([]);
  expect(titleOf(revenue!)).toBe("25% of the revenue before was with customers who have since moved down or left");
  expect(textsOf(revenue!)).toEqual(expect.arrayContaining(["Key| €600", "Small| €400", "Key| €450", "Small| €500", "No purchase| €50"]));
  expect(drawingOf(revenue!).svg.querySelectorAll("g path")).toHaveLength(5);
  expect(revenue!.querySelector(".note")!.textContent).toBe("7 customers who brought nothing before are not drawn: they bring €30 now.");
});

test("beside a change of revenue stands what the customer leaves and whether it can pay; what is not known is missing", () => {
  const [, , , , rose] = page([mover({ label: "A", grade: "E", is_weak: true, profit: -4 }), mover({ label: "B", grade: "not graded", is_weak: false }), mover({ label: "C", kind: "consumer", profit: null, region: null, owner: null })]);
  expect(rose!.querySelector(".subtitle")!.textContent).toBe("Largest rises in revenue, in whatever tier. Of these 3, 1 at a loss and 1 with a weak credit grade: no growth there before price and terms are right");
  const rows = tableOf(rose!.querySelector("table")!);
  expect(rows[0]).toEqual(["Customer", "Revenue", "Profit", "Credit grade", "Tier"]);
  expect(rows.slice(1).map((row) => row.slice(2, 4))).toEqual([["−€4", "E"], ["€5", "Not graded"], ["–", "–"]]);
  expect(rows[1]![0]).toContain("Business · North · Anna");
  expect([...rose!.querySelectorAll(".badge")].map((badge) => badge.className)).toEqual(["badge badge-bad"]);
  for (const card of page([])) expect(faultsOf(card)).toEqual([]);
});

test("a project without grades or costs of goods has no column for them", () => {
  const [, , , , rose] = page([mover({ profit: null }), mover({ profit: null })]);
  expect(tableOf(rose!.querySelector("table")!)[0]).toEqual(["Customer", "Revenue", "Tier"]);
});

test("the findings say what the numbers allow", () => {
  const money = (value: number | null | undefined) => `€${value}`;
  const title = (own: Partial<Headlines>, rows = migrations) => movesTitle({ ...head, ...own }, rows, money);
  expect(title({ prior_reason: "history too short" })).toBe("Tiers before, as far as orders are on record, and tiers now");
  expect(title({ fallen_customers: 0, moved_up_customers: 3 })).toBe("Nobody moved down a tier or left; 3 moved up");
  expect(title({ fallen_customers: 0, moved_up_customers: 0 })).toBe("Nobody moved up or down, and nobody left");
  // Where all grow, who falls behind may bring more than before.
  expect(title({ fallen_customers: 1 }, [step("key", "small", "down", 1, 10, 12), step("small", "small", "same", 1, 1, 2)])).toBe("1 of 2 customers moved down a tier or left, and yet brought €2 more");
  expect(fallenShareTitle([step("not yet a customer", "small", "new", 1, 0, 5)])).toBe("Where the revenue of the time before went");
  expect(doubts([mover({ grade: "A", is_weak: false })])).toBeNull();
  expect(doubts([mover({}), mover({ grade: "D", is_weak: true })])).toBe("Of these 2, 1 with a weak credit grade");
});
