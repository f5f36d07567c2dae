import { expect, test } from "vitest";
import { count } from "../../src/lib/format.js";
import { entities } from "../../pipeline/contracts/index.js";
import { pageContext } from "../../src/lib/context.js";
import type { Row, Table } from "../../src/lib/page.js";
import { sales } from "../../src/pages/sales.js";
import { commissionTitle } from "../../src/pages/sales/commission.js";
import { spreadTitle } from "../../src/pages/sales/concentration.js";
import { growthTitle } from "../../src/pages/sales/groups.js";
import type { Concentration, Group, KeyCustomer, Rate } from "../../src/pages/sales/rows.js";
import { concentrationTitle, keyWords, leavingTitle } from "../../src/pages/sales/words.js";
import { faultsOf, tableOf, withDocument } from "../components/document.js";

withDocument();

const money = (value: number | null | undefined) => `€${value}`;
const group = (dimension: string, name: string | null, own: Partial<Group> = {}): Group => ({
  dimension, owner: dimension === "owner" ? name : null, name, team: null, status: null, left_date: null, customers: 2, buying_customers: 2, won_customers: 0, lost_customers: 0, lost_revenue: 0,
  held_revenue: 100, held_revenue_share: 0.1, held_margin: 40, held_margin_share: 0.1, key_customers: 0, key_customers_share: 0, sole_key_customers: 0, open_leads: 0, unvalued_leads: 0, pipeline_amount: null,
  orders: 3, revenue: 100, revenue_share: 0.1, prior_revenue: 80, growth_rate: 0.25, growth_reason: null, margin: 40, margin_rate: 0.4, due_customers: 2, in_time_customers: 1, in_time_rate: 0.5,
  in_time_low: 0.1, in_time_high: 0.9, commission: 2, commission_rate: 0.05, loss_commission: 0, commission_reason: null, ...own,
});
// The company sells 1,000: Anna 600, Ben 300, nobody 100.
const all = group("all", "all", { customers: 9, held_revenue: 1000, revenue: 1000, key_customers: 5, won_customers: 2, lost_customers: 1, lost_revenue: 70, open_leads: 3, unvalued_leads: 1, pipeline_amount: 500, commission: 18, prior_revenue: 1100, growth_rate: -0.0909 });
const anna = group("owner", "Anna", { customers: 4, held_revenue: 600, held_revenue_share: 0.6, revenue: 600, prior_revenue: 500, growth_rate: 0.2, key_customers: 4, sole_key_customers: 4, won_customers: 2, commission: 12, status: "here" });
const ben = group("owner", "Ben", { customers: 3, held_revenue: 300, held_revenue_share: 0.3, revenue: 300, prior_revenue: 400, growth_rate: -0.25, key_customers: 1, sole_key_customers: 0, commission: 6, commission_rate: 0.06, status: "notice given", left_date: "2025-09-30" });
const nobody = group("owner", null, { revenue: 100, held_revenue: 100, commission: null, commission_rate: null, commission_reason: "no sales person", in_time_rate: null });
const concentration = (measure: string, own: Partial<Concentration> = {}): Concentration => ({
  measure, total: 1000, held: 900, held_share: 0.9, holders: 2, top_owner: "Anna", top_name: "Anna", top_value: 600, top_share: 0.6, hhi: 0.556, effective_holders: 1.8, reason: null, concentrated_share: 0.2, ...own,
});
const key: KeyCustomer = { place: 1, label: "Big", customer_key: "1", kind: "business", owner: "Ben", owner_name: "Ben", owner_status: "notice given", left_date: "2025-09-30", revenue: 250, margin: -5, last_contact_date: "2025-04-01", contact_days: 90, timing: "overdue", next_step_reason: null };
const rate: Rate = { place: "r:2", owner: null, team: null, channel: "edi", rate: 0.005, base: "revenue", valid_from: "2025-01-01", orders: 3, base_amount: 100, commission: 0.5 };

function page(own: Record<string, unknown[]> = {}, supplied = ["customers", "orders", "interactions", "leads", "account_managers", "commission_rates"]): HTMLElement[] {
  const tables: Record<string, unknown[]> = {
    sales_groups: [all, anna, ben, nobody, group("team", "North", { revenue: 900, revenue_share: 0.9 }), group("team", null), group("channel", "edi", { revenue: 1000, revenue_share: 1, open_leads: null })],
    sales_concentration: [concentration("revenue"), concentration("margin", { hhi: null, top_name: null, top_share: null, effective_holders: null, reason: "not known" }), concentration("key customers")],
    sales_key_customers: [key], sales_rates: [rate, { ...rate, place: "r:3", channel: null, owner: "Anna", rate: 0.02, base: "margin", valid_from: null }], ...own,
  };
  const read = (name: string): Table => ({ name, path: "", rows: tables[name] as Row[], columns: [], marts: [], scope: "whole" });
  const context = pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied, contacts: {} }, entities, read);
  return sales.render(context) as HTMLElement[];
}
const cards = (parts: HTMLElement[]) => parts.filter((part) => part.matches("section.card:not(.kpi)"));
const titles = (parts: HTMLElement[]) => cards(parts).map((card) => card.querySelector("h3, h2")!.textContent);

test("each card is a finding, and who leaves comes first", () => {
  const parts = page();
  expect(titles(parts)).toEqual([
    "Ben leaves on 30 September 2025: €300, 30.0% of the revenue and 1 key customer need somebody new", "Anna holds 60% of the revenue and 4 of 5 key customers, with whom nobody else of us speaks",
    "Too much with one: Anna holds 60% of the revenue", "Overdue for contact: 1 of 1 key customer", "Anna sells +20.0%, Ben −25.0%", "North sells 90% of the revenue, most of the teams",
    "EDI is the only channel", "€18 of commission; Ben is paid 6.0% of the margin sold, most of all", "The rates that it is paid by",
  ]);
  for (const part of parts) expect(faultsOf(part)).toEqual([]);
});

test("who has no account manager is a row of its own, the company the last", () => {
  const card = cards(page()).find((part) => part.querySelector("h3")!.textContent.startsWith("Anna sells"))!;
  const rows = tableOf(card.querySelector("table")!);
  expect(rows[0]).toEqual(["Account manager", "Revenue", "Revenue growth", "Margin", "Customers", "Won", "Lost", "Pipeline", "Contacted in time", "Commission"]);
  expect(rows.slice(1).map(([name, revenue]) => [name, revenue])).toEqual([["Anna", "€600"], ["Benleaves", "€300"], ["No account manager", "€100"], ["Company", "€1,000"]]);
  expect(rows[3]!.at(-1)).toBe("–");
  expect([...card.querySelectorAll("a.group-link")].map((link) => link.getAttribute("href")!.split("?")[1])).toContain("owner=Anna&driver=new");
});

test("rates are named by whom they are for", () => {
  const card = cards(page()).at(-1)!;
  expect(tableOf(card.querySelector("table")!).slice(1).map((row) => row.slice(0, 3))).toEqual([["EDI", "0.5% of the revenue", "1 January 2025"], ["Anna", "2.0% of the margin", "always"]]);
});

test("what is not supplied is asked for, and leaves the rest standing", () => {
  const bare = { status: null, left_date: null, open_leads: null, unvalued_leads: null, due_customers: null, in_time_rate: null, commission: null, commission_rate: null, commission_reason: "no rates" };
  const parts = page({ sales_groups: [{ ...all, ...bare }, { ...anna, ...bare }, { ...nobody, ...bare }, group("team", null, bare)], sales_rates: [] }, ["customers", "orders"]);
  expect(parts.flatMap((part) => [...part.querySelectorAll("code")]).map(({ textContent }) => textContent)).toEqual(["entities.account_managers", "entities.commission_rates"]);
  expect(parts.flatMap((part) => [...part.querySelectorAll(".note")]).map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(["The pipeline is not known: supply leads.", "Who is contacted in time is not known: supply interactions."]));
  expect(parts.filter((part) => part.matches(".kpi"))).toHaveLength(3);
  // Nobody is named by customers, orders or leads.
  expect(page({ sales_groups: [all, nobody] }, ["orders"])).toHaveLength(1);
});

test("where orders name who sold them and customers nobody, nothing is said to hang on anybody", () => {
  const seller = { ...anna, customers: 0, held_revenue: 0, held_revenue_share: 0, key_customers: 0 };
  const none = concentration("revenue", { top_owner: null, top_name: null, top_share: null, top_value: null, hhi: null, holders: 0, reason: "no account managers" });
  expect(titles(page({ sales_groups: [all, seller, nobody], sales_concentration: [none], sales_key_customers: [] }))[0]).toBe("No customer that buys has an account manager");
});

test("where refunds take more than was sold, nothing is told as a share of it", () => {
  const refunded = { ...ben, held_revenue: -300, held_revenue_share: null, key_customers: 0 };
  const none = concentration("revenue", { top_owner: null, top_name: null, top_share: null, top_value: null, hhi: null, effective_holders: null, holders: 1, reason: "someone holds less than nothing" });
  const parts = page({ sales_groups: [all, refunded, group("channel", "web", { revenue_share: null }), group("channel", "visit", { revenue_share: null })], sales_concentration: [none], sales_key_customers: [] });
  expect(titles(parts)[0]).toBe(`Ben leaves on 30 September 2025: ${count(refunded.customers, "customer")} to hand over`);
  expect(titles(parts)[1]).toBe("No account manager's customers bring revenue on balance");
  expect(titles(parts)).toContain("Sales by channel");
  expect(parts[0]!.textContent).toContain("No account manager's customers bring revenue on balance");
});

test("the sentences say one, none and many", () => {
  expect(keyWords({ key_customers: 4, sole_key_customers: 3 }, 29)).toBe("4 of 29 key customers; with 3 of them nobody else of us speaks");
  expect(keyWords({ key_customers: 4, sole_key_customers: null }, 29)).toBe("4 of 29 key customers");
  expect(keyWords({ key_customers: 0, sole_key_customers: 0 }, 1)).toBe("0 of 1 key customer");
  expect(concentrationTitle(concentration("revenue"), anna, { ...all, key_customers: 0 })).toBe("Anna holds 60% of the revenue");
  expect(leavingTitle({ ...ben, status: "left", key_customers: 0, held_revenue_share: null }, all, money)).toBe("Ben left on 30 September 2025 and still holds €300");
  expect(spreadTitle([concentration("revenue", { top_share: 0.199 })])).toBe("No account manager holds 20% of the revenue: it is spread as over 1.8 of equal size");
  expect(spreadTitle([concentration("revenue", { hhi: null, reason: "no account managers" })])).toBe("No account managers.");
  expect(growthTitle([anna, group("owner", "Cy", { revenue: 10, prior_revenue: null, growth_rate: null })], all)).toBe("All sell more; Anna gains most: +20.0%");
  expect(growthTitle([ben], all)).toBe("Nobody sells more; Ben loses most: −25.0%");
  expect(growthTitle([ben], { growth_reason: "history too short" })).toBe("What each account manager holds and sells");
  expect(commissionTitle([anna, ben], { ...all, loss_commission: 3 }, money)).toBe("€18 of commission, €3 of it on customers that make a loss");
  expect(commissionTitle([anna], all, money)).toBe("€18 of commission, all to Anna");
  expect(commissionTitle([anna], { ...all, commission: null }, money)).toBe("Commission by account manager");
});
