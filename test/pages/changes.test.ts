import { expect, test } from "vitest";
import { pageContext } from "../../src/lib/context.js";
import type { Table } from "../../src/lib/page.js";
import { changes } from "../../src/pages/changes.js";
import type { Figure, Group, Headline, Move, Moved } from "../../src/pages/changes/rows.js";
import { tableOf, withDocument } from "../components/document.js";

withDocument();

const head: Headline = {
  before_date: "2025-06-29", customers: 40, moved_customers: 4, worse_customers: 2, worse_at_stake: 1500, better_customers: 1, better_at_stake: null,
  came_customers: 3, came_at_stake: 90, went_customers: 0, went_at_stake: null,
};
const moved = (own: Partial<Moved>): Moved => ({
  direction: "worse", place: 1, label: "Someone", customer_key: "0a", owner: "Anna", at_stake: 100, tier_before: null, tier_now: null, state_before: null, state_now: null,
  grade_before: null, grade_now: null, profit_class_before: null, profit_class_now: null, rfm_class_before: null, rfm_class_now: null, next_step: null, next_step_reason: null, ...own,
});
const figure = (own: Partial<Figure>): Figure => ({ figure: "revenue", unit: "reporting currency", before_date: "2025-06-29", before: 1000, now: 900, change: -100, change_rate: -0.1, is_better: false, change_rank: 1, ...own });

interface Given { head?: Headline; figures?: Figure[]; groups?: Group[]; moves?: Move[]; customers?: Moved[] }

function drawn({ head, figures = [], groups = [], moves = [], customers = [] }: Given): HTMLElement[] {
  const tables: Record<string, unknown[]> = { changes_headline: head ? [head] : [], changes_figures: figures, changes_groups: groups, changes_moves: moves, changes_customers: customers };
  const read = (name: string): Table => ({ name, path: "", rows: tables[name] as Table["rows"], columns: [], marts: [], scope: "whole" });
  return changes.render(pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied: [], contacts: {} }, [], read)) as HTMLElement[];
}
const titles = (parts: HTMLElement[]) => parts.flatMap((part) => [...part.querySelectorAll("h3")].map((title) => title.textContent));
const cardOf = (parts: HTMLElement[], title: RegExp) => parts.find((part) => title.test(part.querySelector("h3")?.textContent ?? ""))!;

test("a first run says that the next one will compare itself with it, and what it will find", () => {
  expect(titles(drawn({}))).toEqual(["No run of an earlier day is on record"]);
  const parts = drawn({ figures: [figure({ before_date: null, before: null, change: null, change_rate: null, is_better: null, change_rank: null })] });
  expect(titles(parts)).toEqual(["No run of an earlier day is on record", "What the next run will compare itself with"]);
  expect(parts.find((part) => part.querySelector(".note"))!.querySelector(".note")!.textContent).not.toMatch(/\d/);
  expect(tableOf(parts.at(-1)!.querySelector("table")!)[1]).toEqual(["Revenue", "€900"]);
});

test("tiles say how many stand elsewhere, of how many, and what is at stake; what is not known is said", () => {
  const [worse, better, came, went] = drawn({ head });
  expect(worse!.textContent).toContain("of 40 customers since the run of 29 June 2025; €1,500 at stake");
  expect(better!.textContent).toContain("and nowhere worse; what is at stake is not known");
  expect(came!.textContent).toContain("they brought €90");
  expect(went!.textContent).toContain("none since the last run");
});

test("the customer with most at stake heads its list, with all its steps", () => {
  const parts = drawn({
    head, customers: [
      moved({ label: "Acme", tier_before: "key", tier_now: "no tier", state_before: "loyal", state_now: "lost", grade_before: "B", grade_now: "D", next_step: "Call", next_step_reason: "seriously overdue" }),
      moved({ label: "Brown", place: 2, at_stake: null, profit_class_before: "good", profit_class_now: "bad", owner: null }),
    ],
  });
  const card = cardOf(parts, /^Look at/);
  expect(titles([card])).toEqual(["Look at Acme first: State Loyal customers → Lost customers, Grade B → D and Tier Key → No tier"]);
  expect(tableOf(card.querySelector("table")!).slice(1)).toEqual([
    ["Acmebills seriously overdue", "State Loyal customers → Lost customers, Grade B → D and Tier Key → No tier", "€100", "Call", "Anna"],
    ["Brown", "Profit class Good → Bad", "–", "–", "–"],
  ]);
  expect(titles(parts)).toContain("No customer stands better than in the last run");
});

test("figures stand in their units, what moved most first, with the groups that moved them", () => {
  const parts = drawn({
    head, figures: [
      figure({}),
      figure({ figure: "overdue_share", unit: "share", before: 0.4, now: 0.35, change: -0.05, change_rate: null, is_better: true, change_rank: 2 }),
      figure({ figure: "lost_customers", unit: "customers", before: 0, now: 3, change: 3, change_rate: null, is_better: false, change_rank: 3 }),
      // Less than what a tenth of a percent shows.
      figure({ figure: "margin", before: 100_000, now: 100_010, change: 10, change_rate: 0.0001, is_better: true, change_rank: 4 }),
      figure({ figure: "net_promoter_score", unit: "points", before: null, now: 20, change: null, change_rate: null, is_better: null, change_rank: null }),
    ],
    groups: [
      { figure: "revenue", dimension: "region", title: "Region", group_name: "North", group_kind: "value", change: -120, change_share: 1.2, is_better: false },
      { figure: "revenue", dimension: "industry", title: "Industry", group_name: "other", group_kind: "folded", change: -80, change_share: 0.8, is_better: false },
    ],
  });
  const card = cardOf(parts, /moved most/);
  expect(titles([card])).toEqual(["Revenue moved most: −10.0%; 1 figure is better, 2 are worse"]);
  expect(tableOf(card.querySelector("table")!).slice(1)).toEqual([
    ["Revenue", "€1,000", "€900", "−10.0%", "Region: North −€120"],
    ["Overdue by all that is owed", "40.0%", "35.0%", "−5.0 points", "not told by group"],
    ["Lost customers", "0", "3", "+3", "not told by group"],
    ["Margin", "€100K", "€100K", "no change", "–"],
    ["Net promoter score", "–", "20.0", "not known", "–"],
  ]);
  expect([...card.querySelectorAll("td .good, td .bad")].map((mark) => `${mark.className} ${mark.textContent}`)).toEqual(["bad −10.0%", "good −5.0 points", "bad +3"]);
});

test("steps are counted by attribute, and nobody that moved is said", () => {
  const steps: Move[] = [
    { attribute: "customer", before: "not on record", now: "on record", direction: "came", customers: 3, at_stake: 90 },
    { attribute: "tier", before: "key", now: "small", direction: "worse", customers: 1, at_stake: 50 },
  ];
  const parts = drawn({ head, moves: steps });
  expect(titles(parts).slice(-2)).toEqual(["Tier: 1 customer from Key to Small", "Customer file: 3 customers from Not on record to On record"]);
  expect(tableOf(parts.at(-2)!.querySelector("table")!)[1]).toEqual(["Key", "Small", "worse", "1", "€50"]);
  expect(titles(drawn({ head })).at(-1)).toBe("Every customer stands where it stood");
});
