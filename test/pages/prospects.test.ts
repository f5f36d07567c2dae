import { expect, test } from "vitest";
import { entities } from "../../pipeline/contracts/index.js";
import { pageContext } from "../../src/lib/context.js";
import type { Row, Table } from "../../src/lib/page.js";
import { prospects } from "../../src/pages/prospects.js";
import type { Conversion, Group, Headline, Lead, SourceCustomers } from "../../src/pages/prospects/rows.js";
import { courseTitle, regionTitle, sourceTitle, stayTitle, worthTitle } from "../../src/pages/prospects/sources.js";
import { classTitle, staleTitle, workTitle } from "../../src/pages/prospects/work.js";
import { faultsOf, tableOf, withDocument } from "../components/document.js";

withDocument();

const money = (value: number | null | undefined) => `€${value}`;

// 20 leads: 8 open, 4 won and 8 lost. Of the open ones 2 are ideal, one of them stale, 1 is to be let go, 1 has no amount.
const head: Headline = {
  leads: 20, open_leads: 8, won_leads: 4, lost_leads: 8, undated_leads: 1, won_rate: 1 / 3, won_low: 0.14, won_high: 0.61, current_closed: 5, current_won_rate: 0.4, prior_closed: 4, prior_won_rate: 0.25, won_change: 0.15, change_low: -0.39, change_high: 0.57,
  win_days: 90, win_days_p90: 150.4, loss_days: 60, loss_days_p90: 100, open_age_days: 100, stale_leads: 3, stale_amount: 700, pipeline_amount: 2000, unvalued_leads: 1, weighted_amount: 600, unweighted_leads: 2, stale_weighted: 20,
  classed_leads: 7, ideal_leads: 2, ideal_stale: 1, ranked_leads: 6, stop_leads: 1, stop_amount: 90, stale_chance: 0.042, stale_closed: 96, stale_days: 180, window_days: 365, confidence: 0.95,
};
const lead = (place: number, label: string, own: Partial<Lead> = {}): Lead => ({
  place, label, class: "MAN", standing: "ideal", step: "Make an offer", unknown_traits: null, expected_amount: 500, chance: 0.6, chance_basis: "class", weighted_amount: 300, age_days: 10, is_stale: false, source: "fair", region: "North", owner: "Anna", ...own,
});
const group = (dimension: string, name: string | null, own: Partial<Group> = {}): Group => ({
  dimension, group_name: name, position: null, standing: null, step: null, leads: 10, leads_share: 0.5, open_leads: 4, won_leads: 2, lost_leads: 4, undated_leads: 0, won_rate: 1 / 3, won_low: 0.1, won_high: 0.7, win_days: 90,
  win_days_p90: 150, loss_days: 60, open_age_days: 100, stale_leads: 1, stale_amount: 300, pipeline_amount: 1000, unvalued_leads: 0, weighted_amount: 300, ...own,
});
const groups = [
  group("class", "MAN", { position: 1, standing: "ideal", step: "Make an offer", open_leads: 2, won_rate: 0.6 }), group("class", "not qualified", { position: 8, standing: "find out", step: "Find out" }),
  group("source", "visit", { won_rate: 0.5, won_low: 0.4, won_high: 0.6 }), group("source", null, { won_rate: 0.1, won_low: 0.02, won_high: 0.3 }),
  group("owner", "Anna", { stale_leads: 2 }), group("owner", null), group("region", "North"),
  group("lost reason", "price", { leads: 6, leads_share: 0.75, open_leads: 0 }), group("lost reason", null, { leads: 2, leads_share: 0.25 }),
];
const conversion = (dimension: string, source: string | null, months: number, rate: number | null): Conversion => ({ dimension, source, months, followed_months: 12, leads: 10, young_leads: 2, undated_leads: 1, won_leads: 3, won_rate: rate, won_low: 0.1, won_high: 0.6 });
const customers = (dimension: string, source: string | null, days: number, stayed: number | null, own: Partial<SourceCustomers> = {}): SourceCustomers => ({
  dimension, source, days, won_leads: 4, unnamed_leads: 1, other_leads: 0, new_customers: 3, never_customers: 1, undated_customers: 0, young_customers: 1, customers: 2, stayed_customers: 1, stayed_rate: stayed,
  stayed_low: 0.1, stayed_high: 0.9, revenue_per_customer: 100, revenue_low: 80, revenue_high: 120, margin_per_customer: 40, ...own,
});

function page(own: Record<string, unknown[]> = {}): HTMLElement[] {
  const tables: Record<string, unknown[]> = {
    prospects_headline: [head], prospects_to_work: [lead(1, "First"), lead(2, "Second", { class: "not qualified", standing: "find out", unknown_traits: "money, need", is_stale: true, age_days: 200 })], prospects_groups: groups,
    prospects_conversion: [conversion("all", null, 3, 0.1), conversion("all", null, 12, 0.3), conversion("source", "visit", 3, 0.2), conversion("source", null, 3, null)],
    prospects_customers: [customers("all", null, 180, 0.8), customers("all", null, 365, 0.5), customers("source", "visit", 180, 0.9), customers("source", "visit", 365, 0.5)], campaigns_channels: [], ...own,
  };
  const read = (name: string): Table => ({ name, path: "", rows: tables[name] as Row[], columns: [], marts: [], scope: "whole" });
  return prospects.render(pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied: [], contacts: {} }, entities, read)) as HTMLElement[];
}
const cards = (parts: HTMLElement[]) => parts.filter((part) => part.matches("section.card:not(.kpi)"));
const titles = (parts: HTMLElement[]) => cards(parts).map((card) => card.querySelector("h3, h2")!.textContent);
const tile = (parts: HTMLElement[], label: string) => parts.find((part) => part.matches(".kpi") && part.querySelector("h2")!.textContent === label)!;

test("the tiles say what the pipeline may bring, how many are won, how many lie about and how long winning takes", () => {
  const parts = page();
  expect(parts.filter((part) => part.matches(".kpi"))).toHaveLength(4);
  expect(tile(parts, "Weighted pipeline").querySelector(".kpi-note")!.textContent).toBe("Of €2,000 expected of 8 open prospects, by the share won of their class, or of stale ones; without amount or chance: 2");
  // 0.40 now, 0.25 before.
  expect(tile(parts, "Prospects won of those closed").querySelector(".kpi-delta")!.textContent).toBe("+15.0 points on the 365 days before: chance may explain it");
  expect(tile(parts, "Prospects won of those closed").querySelector(".kpi-delta")!.className).toContain("neutral");
  const clear = tile(page({ prospects_headline: [{ ...head, won_change: -0.2, change_low: -0.3, change_high: -0.1 }] }), "Prospects won of those closed").querySelector(".kpi-delta")!;
  expect([clear.textContent, clear.className]).toEqual(["−20.0 points on the 365 days before", "kpi-delta bad"]);
  expect(tile(parts, "Prospects won of those closed").querySelector(".kpi-note")!.textContent).toBe("5 prospects won or lost in the last 365 days; ever: 33% of 12");
  expect(tile(parts, "Stale prospects").querySelector(".kpi-note")!.textContent).toBe("Of 8 open prospects, recorded more than 180 days ago; €700 expected of them, €20 by their chance");
  expect(tile(parts, "Days to win a prospect").querySelector(".kpi-note")!.textContent).toBe("Median from the record on; nine of ten of those won within 150 days");
  for (const part of parts) expect(faultsOf(part)).toEqual([]);
});

test("each card is a finding", () => {
  expect(titles(page())).toEqual([
    "Work on First first: €500 expected, 60% of its class are won; then on Second", "One of 2 ideal prospects has been open for more than 180 days", "Anna has let 2 of 4 prospects go stale, more than anybody",
    "Of prospects from visit 50% are won, of those from an unknown source 10%", "After 3 months 10% of the prospects are won, after 12 months 30%",
    "50% of the customers won are still there after 365 days", "A customer won brings €100 in 365 days", "Most often lost for: price (75%)", "North wins 33% of its prospects",
  ]);
});

test("what is not known of a prospect is what to find out, and who has no amount or is to be let go is counted", () => {
  const [work] = cards(page());
  const rows = tableOf(work!.querySelector("table")!);
  expect(rows[2]!.at(-1)).toBe("Find out: money and need");
  expect(work!.querySelectorAll("td .bad")).toHaveLength(1);
  // 8 open, 6 ranked, 1 to let go: 1 is left.
  expect([...work!.querySelectorAll(".note")].map((one) => one.textContent)).toEqual([
    "Not in the ranking, for no amount is known of them or too few like them were won or lost to tell a chance: 1 open prospect.",
    "Who still waits is seldom won: of 96 prospects closed after more than 180 days 4% were won. That is the chance of a stale one, or that of its class where it is less. The chances are rather too high: prospects that stay open are in no share.",
    "Let go, without money, decider and need: 1 open prospect with €90 expected.",
  ]);
});

test("the same prospects are followed through the months, and months that too few are old enough for have no column", () => {
  const course = cards(page({ prospects_conversion: [conversion("all", null, 3, 0.1), conversion("source", "visit", 3, 0.2), { ...conversion("all", null, 12, null), leads: 0 }, { ...conversion("source", "visit", 12, null), leads: 0 }] }))[4]!;
  expect(course.querySelector("h3")!.textContent).toBe("After 3 months 10% of the prospects are won");
  expect(course.textContent).toContain("of the prospects that were recorded 3 months ago or earlier");
  expect(course.textContent).not.toContain("12 months");
  expect([...course.querySelectorAll(".note")].map((one) => one.textContent)).toContain("The same 10 prospects throughout; recorded later, and left out: 2.");
  const [, , , , none] = cards(page({ prospects_conversion: [{ ...conversion("all", null, 3, null), leads: 0 }] }));
  expect(none!.querySelector("h3")!.textContent).toBe("Too few prospects are old enough to say how fast they are won");
  expect(none!.querySelector("table")).toBeNull();
});

test("titles with none, one and many", () => {
  expect(workTitle([], { open_leads: 0 }, money)).toBe("No prospect is open");
  expect(workTitle([], { open_leads: 2 }, money)).toBe("Of no open prospect both amount and chance are known");
  expect(workTitle([lead(1, "Only")], { open_leads: 1 }, money)).toBe("Work on Only first: €500 expected, 60% of its class are won");
  expect(workTitle([lead(1, "Old", { chance: 0.042, chance_basis: "stale" })], { open_leads: 1 }, money)).toBe("Work on Old first: €500 expected, 4% of those who waited as long are won");
  const ideal = [{ standing: "ideal", open_leads: 1, won_rate: 0.6 }];
  expect(classTitle(ideal, { ...head, ideal_leads: 1, ideal_stale: 1 })).toBe("The one ideal prospect has been open for more than 180 days");
  expect(classTitle(ideal, { ...head, ideal_leads: 1, ideal_stale: 0 })).toBe("1 ideal prospect open; of such prospects 60% are won");
  expect(classTitle(ideal, { ...head, ideal_leads: 8, ideal_stale: 6 })).toBe("6 of 8 ideal prospects have been open for more than 180 days");
  expect(classTitle([], { ...head, ideal_leads: 0, ideal_stale: 0 })).toBe("Of 1 open prospect money, decider or need is not known");
  expect(classTitle([], { ...head, ideal_leads: 0, ideal_stale: 0, classed_leads: 8 })).toBe("No ideal prospect is open");
  expect(staleTitle([{ group_name: "Anna", stale_leads: 0, open_leads: 3 }])).toBe("No prospect is stale");
  expect(staleTitle([{ group_name: "Anna", stale_leads: 2, open_leads: 3 }, { group_name: "Ben", stale_leads: 2, open_leads: 2 }])).toBe("Anna has let 2 of 3 prospects go stale");
  expect(staleTitle([{ group_name: null, stale_leads: 2, open_leads: 3 }])).toBe("Nobody works on 2 of the stale prospects");
  expect(courseTitle([])).toBe("Too few prospects are old enough to say how fast they are won");
});

test("where the leads won went adds up in words", () => {
  const parts = page({ prospects_customers: [customers("all", null, 365, 0.5, { won_leads: 9, unnamed_leads: 1, other_leads: 2, new_customers: 6, undated_customers: 1, young_customers: 3, customers: 2 })] });
  expect(parts.flatMap((part) => [...part.querySelectorAll(".note")]).map((one) => one.textContent)).toContain(
    "9 prospects won: 6 new customers · sold to customers that we had: 2 · no customer named: 1 · won less than 365 days ago: 3 · day not known: 1");
});

test("a difference that chance may explain is no finding", () => {
  const rate = (name: string | null, value: number, low: number, high: number) => ({ group_name: name, won_rate: value, won_low: low, won_high: high });
  expect(sourceTitle([rate("web", 0.4, 0.2, 0.6), rate("fair", 0.3, 0.1, 0.5)])).toBe("Of no source are more prospects won than chance explains: 30% to 40%");
  expect(sourceTitle([rate("web", 0.4, 0.2, 0.6)])).toBe("Of prospects from web 40% are won");
  const stayed = (source: string, value: number | null, low: number, high: number) => ({ source, stayed_rate: value, stayed_low: low, stayed_high: high });
  expect(stayTitle([stayed("web", 0.9, 0.8, 0.95), stayed("fair", 0.3, 0.1, 0.5), stayed("phone", null, 0, 0)], { days: 365, stayed_rate: 0.6 })).toBe("Of customers won from web 90% are still there after 365 days, of those from fair 30%");
  expect(stayTitle([stayed("web", 0.9, 0.4, 0.95), stayed("fair", 0.3, 0.1, 0.5)], { days: 365, stayed_rate: 0.6 })).toBe("60% of the customers won are still there after 365 days; of no source more than chance explains");
  const brings = (source: string, revenue: number | null, low: number | null, high: number | null) => ({ source, revenue_per_customer: revenue, revenue_low: low, revenue_high: high });
  const all = { days: 365, revenue_per_customer: 70 };
  expect(worthTitle([brings("web", 90, 80, 100), brings("fair", 40, 30, 50), brings("phone", 400, null, null)], all, money)).toBe("A customer won from web brings €90 in 365 days, one from fair €40");
  expect(worthTitle([brings("web", 90, 40, 140), brings("fair", 40, 30, 50)], all, money)).toBe("A customer won brings €70 in 365 days; from no source more than chance explains");
  expect(regionTitle([rate("North", 0.4, 0.35, 0.45), rate("South", 0.1, 0.05, 0.2)])).toBe("North wins 40% of its prospects, South 10%");
  expect(regionTitle([rate("North", 0.4, 0.2, 0.6), rate("South", 0.3, 0.1, 0.5)])).toBe("No region wins more of its prospects than chance explains");
  expect(regionTitle([])).toBe("Prospects by region");
});

test("without leads the page says what to supply, and without one won long ago nothing of staying", () => {
  const [part] = page({ prospects_headline: [] });
  expect(part!.textContent).toContain("entities.leads");
  expect(titles(page({ prospects_customers: [customers("all", null, 180, null, { customers: 0 })] }))).toContain("No prospect was won long ago enough to say whether it stayed as a customer");
});

test("what nothing is known of is said so, and a part without a card has no heading", () => {
  const parts = page({ prospects_headline: [{ ...head, won_leads: 0, lost_leads: 0, current_closed: 0, won_change: null, stale_leads: 0, win_days: null }], prospects_groups: [group("class", "MAN", { standing: "ideal" })] });
  expect(["Prospects won of those closed", "Stale prospects", "Days to win a prospect"].map((label) => tile(parts, label).querySelector(".kpi-note")!.textContent)).toEqual([
    "No prospect was won or lost yet", "None of 8 open prospects was recorded more than 180 days ago", "No prospect was won on a known day yet",
  ]);
  expect(parts.filter((part) => part.matches("h2")).map((part) => part.textContent)).toEqual(["Whom to work on"]);
  expect(staleTitle([{ group_name: "Anna", stale_leads: 2, open_leads: 3 }])).toBe("Anna has let 2 of 3 prospects go stale");
});
