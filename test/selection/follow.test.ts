import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Database, quoteText } from "../../pipeline/engine/database.js";
import { writeExports } from "../../pipeline/engine/export.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { tableReader } from "../../pipeline/engine/pages.js";
import { loadProject } from "../../pipeline/engine/project.js";
import { buildWarehouse } from "../../pipeline/engine/warehouse.js";
import type { Row, Table, Value } from "../../src/lib/page.js";
import type { Cube } from "../../src/selection/cubes.js";
import { cellMask } from "../../src/selection/mask.js";
import type { Period } from "../../src/selection/periods.js";
import { FOLDED_VALUE, MISSING_VALUE, selectable, type Selectable, type Selection } from "../../src/selection/selection.js";
import { cubesOf, followers, neededBy, selectTables } from "../../src/selection/tables.js";

/* What pages show of a selection, on the sample company: held against the exports, and against SQL over its customers. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "clientele-follow-"));
const exportNames = Object.keys(followers).filter((name) => name !== "composition_window_headline");
let db: Database;
let read: (name: string) => Table;
let cells: Cube;
let periods: Period[];
let cubes: Map<string, Cube>;
let changes: Map<string, Cube>;

beforeAll(async () => {
  db = await Database.open();
  const { steps } = await buildWarehouse(db, loadProject(join(root, "data/sample")), { root, workFolder: join(folder, "work"), log: silentLog });
  const needed = new Set([...exportNames, ...neededBy(exportNames), ...cubesOf(exportNames), "selection_cells", "selection_periods", "composition_movers"]);
  const exported = await writeExports(db, steps.filter(({ model }) => model.schema !== "exports" || needed.has(model.name)), folder);
  read = tableReader(folder, exported);
  // The browser's own reader, with files of this folder in place of the site's.
  vi.stubGlobal("document", new JSDOM(`<html data-root="" data-run="run"></html>`).window.document);
  vi.stubGlobal("fetch", (address: string) => Promise.resolve(new Response(readFileSync(join(folder, address.replace("data/run/", "data/"))))));
  const { fetchCube } = await import("../../src/client/arrow.js");
  const cube = (name: string) => fetchCube(`selection/${name}.arrow.gz`);
  cells = await cube("selection_cells");
  periods = read("selection_periods").rows as unknown as Period[];
  changes = new Map(await Promise.all(periods.map(async ({ period }) => [period, await cube(`selection_changes/${period}`)] as const)));
  cubes = new Map(await Promise.all(cubesOf(exportNames).filter((name) => name !== "selection_changes").map(async (name) => [name, await cube(name)] as const)));
});
afterAll(() => {
  vi.unstubAllGlobals();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The tables of the pages for a selection. */
function selected(selection: Selection): <T = Row>(name: string) => T[] {
  const period = periods.find(({ period }) => period === (selection.period ?? "window"))!;
  const whole = new Map([...exportNames, ...neededBy(exportNames), "composition_movers"].flatMap((name) => (name in followers && !exportNames.includes(name) ? [] : [[name, read(name)] as const])));
  const tables = selectTables(whole, new Map([...cubes, ["selection_changes", changes.get(period.period)!]]), { mask: cellMask(cells, selection), cells, period });
  return <T>(name: string) => tables(name).rows as T[];
}

/** Numbers equal to the millionth, everything else exactly. */
function expectRows(found: Row[], expected: Row[], what: string): void {
  expect(found.length, `${what}: rows`).toBe(expected.length);
  for (const [index, row] of expected.entries()) {
    for (const [name, value] of Object.entries(row)) {
      const own: Value | undefined = found[index]![name];
      const where = `${what}, row ${index}, ${name}`;
      if (typeof value === "number" && typeof own === "number") expect(Math.abs(own - value) / Math.max(1, Math.abs(value)), `${where}: ${own} for ${value}`).toBeLessThan(1e-6);
      else expect(own, where).toBe(value);
    }
  }
}

describe("with nothing selected", () => {
  test.each(exportNames)("%s is the export itself", (name) => {
    const whole = read(name);
    expect(whole.rows.length).toBeGreaterThan(0);
    const found = selected({ period: null, values: {} })(name);
    expectRows(found, whole.rows, name);
    for (const row of found) expect(Object.keys(row).sort()).toEqual(whole.columns.map((column) => column.name).sort());
  });

  test("the figures that groups are shares of are those of the window", () => {
    const [window] = selected({ period: null, values: {} })("composition_window_headline");
    const { revenue, orders, buying_customers } = read("composition_headline").rows[0]!;
    expect(window).toMatchObject({ revenue, orders, buying_customers });
  });
});

/** What a customer has to have, as SQL over marts.customer_cells. */
function condition({ values }: Selection): string {
  const parts = selectable.flatMap((name) => {
    const one = (value: string) => (value === MISSING_VALUE ? (name === "region" || name === "owner" ? `${name}_kind = 'missing'` : `${name} is null`)
      : value === FOLDED_VALUE ? `${name}_kind = 'folded'` : `${name} = ${quoteText(value.replace(/^~/, ""))}`);
    return values[name] ? [`(${values[name].map(one).join(" or ")})`] : [];
  });
  return parts.length === 0 ? "true" : parts.join(" and ");
}

/** Selections of one or two values of some attributes, such that customers have them, and of a period. */
function anySelection(): fc.Arbitrary<Selection> {
  const values = (name: Selectable) => {
    const { values: codes, names } = cells.columns[name]!;
    const known = [...new Set(Array.from({ length: cells.length }, (_, row) => (codes[row] === null ? MISSING_VALUE : names![codes[row]!]!)))];
    return fc.uniqueArray(fc.constantFrom(...known), { minLength: 1, maxLength: 2 });
  };
  const chosen = fc.record(Object.fromEntries(selectable.map((name) => [name, values(name)])), { requiredKeys: [] }) as fc.Arbitrary<Selection["values"]>;
  return fc.record({ period: fc.option(fc.constantFrom(...periods.slice(1).map(({ period }) => period))), values: chosen });
}

const customersOf = (selection: Selection) => `with chosen as (select customer_id from marts.customer_cells where ${condition(selection)})`;

describe("any selection", () => {
  const law = async (check: (selection: Selection) => Promise<void>) => fc.assert(fc.asyncProperty(anySelection(), check), { numRuns: 20, examples: [[{ period: null, values: { kind: ["business"] } }]] });

  test("has the headline of its customers' orders in its period", () => law(async (selection) => {
    const { start_date, end_date, prior_start_date, prior_end_date, has_prior: hasPrior } = periods.find(({ period }) => period === (selection.period ?? "window"))!;
    const [row] = selected(selection)("composition_headline");
    const [customers] = await db.rows<Row>(`${customersOf(selection)} select count(*)::integer as customers from chosen`);
    const sums = (from: string, to: string) => `${customersOf(selection)}
      select count(distinct case when order_count > 0 then orders.customer_id end)::integer as buying_customers, coalesce(sum(order_count), 0)::integer as orders,
        coalesce(sum(revenue), 0)::double as revenue, case when count(*) = count(margin) then sum(margin) end::double as margin
      from marts.orders as orders inner join chosen on orders.customer_id = chosen.customer_id where order_date between '${from}' and '${to}'`;
    const [now] = await db.rows<Row>(sums(start_date, end_date));
    const [before] = await db.rows<Row>(sums(prior_start_date, prior_end_date));
    const prior = Object.fromEntries(Object.entries(before!).map(([name, value]) => [`prior_${name}`, hasPrior ? value : null]));
    expectRows([row!], [{ ...customers, ...now!, ...prior }], "headline");
  }));

  test("divides its customers by kind, and their change by driver", () => law(async ({ values }) => {
    const selection = { period: null, values };
    const read = selected(selection);
    const expected = await db.rows<Row>(`${customersOf(selection)}
      select kind as group_name, count(*)::integer as customers, count(case when current_orders > 0 then 1 end)::integer as buying_customers,
        coalesce(sum(current_orders), 0)::integer as orders, coalesce(sum(current_revenue), 0)::double as revenue, coalesce(sum(prior_revenue), 0)::double as prior_revenue,
        count(*) / sum(count(*)) over () as customer_share
      from marts.customers inner join chosen using (customer_id) group by kind order by revenue desc, customers desc, kind`);
    expectRows(read("composition_groups").filter(({ dimension }) => dimension === "kind"), expected, "groups");
    const drivers = await db.rows<Row>(`${customersOf(selection)}
      select driver, count(*)::integer as customers, sum(change)::double as change from marts.change_by_customer inner join chosen using (customer_id) group by driver order by driver`);
    const found = read<Row & { driver: string; customers: number }>("composition_drivers").filter(({ customers }) => customers > 0);
    expectRows(found.sort((a, b) => (a.driver < b.driver ? -1 : 1)), drivers, "drivers");
  }));

  test("has the course of its customers' orders, by month and against a year before", () => law(async (selection) => {
    const sums = (from: string, to: string) => db.rows<Row & { group_name: string; revenue: number }>(`${customersOf(selection)}
      select customers.kind as group_name, sum(orders.revenue)::double as revenue from marts.orders as orders inner join chosen using (customer_id)
      inner join marts.customers as customers using (customer_id) where order_date between '${from}' and '${to}' group by customers.kind`);
    const of = async (from: string, to: string) => new Map((await sums(from, to)).map((row) => [row.group_name, row.revenue]));
    const [now, before, quarter, june, juneBefore] = [await of("2024-07-01", "2025-06-30"), await of("2023-07-01", "2024-06-30"), await of("2025-04-01", "2025-06-30"), await of("2025-06-01", "2025-06-30"), await of("2024-06-01", "2024-06-30")];
    const read = selected(selection);
    const courses = read("composition_group_courses").filter(({ dimension }) => dimension === "kind");
    const expected = courses.map(({ group_name: name }) => ({
      group_name: name!, twelve_month_revenue: now.get(name as string) ?? 0, twelve_month_change: (now.get(name as string) ?? 0) - (before.get(name as string) ?? 0), three_month_revenue: quarter.get(name as string) ?? 0,
    }));
    expectRows(courses, expected, "courses");
    const last = read("composition_group_months").filter(({ dimension, month }) => dimension === "kind" && month === "2025-06-01");
    expectRows(last, last.map(({ group_name: name }) => ({ revenue: june.get(name as string) ?? 0, year_before_revenue: juneBefore.get(name as string) ?? 0 })), "months");
    expect(last.length).toBe(courses.length);
  }));

  test("has its customers in the tiers that they have in the company", () => law(async (selection) => {
    const expected = await db.rows<Row>(`${customersOf(selection)}
      select tiers.tier, count(*)::integer as customers, count(*) / sum(count(*)) over () as customers_share, sum(current_orders)::integer as orders,
        sum(current_revenue)::double as revenue, sum(profit)::double as profit, count(case when profit < 0 then 1 end)::integer as bad_customers
      from marts.customer_tiers as tiers inner join chosen using (customer_id) inner join marts.customers using (customer_id)
      inner join marts.customer_profits using (customer_id) where tier is not null group by tier, tier_position order by tier_position`);
    const tiers = selected(selection)<Row & { customers: number | null }>("value_pyramid");
    expectRows(tiers.filter(({ customers }) => customers), expected, "pyramid");
    const before = await db.rows<Row>(`${customersOf(selection)}
      select prior_tier as tier, count(*)::integer as prior_customers, count(case when current_orders > 0 then 1 end)::integer as retained_customers,
        count(case when tier = prior_tier then 1 end)::integer as kept_customers, count(case when tier is null or tier_position > prior_tier_position then 1 end)::integer as fallen_customers
      from marts.customer_tiers inner join chosen using (customer_id) inner join marts.customers using (customer_id)
      where prior_tier is not null group by prior_tier, prior_tier_position order by prior_tier_position`);
    expectRows((tiers as Row[]).filter((row) => row.prior_customers), before, "tiers before");
    const [losses] = await db.rows<Row>(`${customersOf(selection)}
      select count(case when current_orders > 0 then 1 end)::integer as customers, sum(profit)::double as profit, coalesce(-sum(case when profit < 0 then profit end), 0)::double as lost_profit,
        coalesce(sum(case when profit > 0 then profit end), 0)::double as peak_profit, count(case when movement = 'up' then 1 end)::integer as moved_up_customers
      from marts.customers inner join chosen using (customer_id) inner join marts.customer_profits using (customer_id) inner join marts.customer_tiers using (customer_id)`);
    const [head] = selected(selection)("value_headlines");
    if (!head) expect([losses!.customers, losses!.profit]).toEqual([0, null]);
    else {
      const { customers, profit, lost_profit, peak_profit, moved_up_customers } = losses!;
      expectRows([head], [{
        customers: customers!, profit: profit!, moved_up_customers: before.length > 0 ? moved_up_customers! : null, ...(profit !== null && { lost_profit: lost_profit!, peak_profit: peak_profit! }),
      }], "headlines");
    }
    const classes = await db.rows<Row>(`${customersOf(selection)}
      select profit_class, count(*)::integer as customers, sum(profit)::double as profit from marts.customer_profits inner join chosen using (customer_id)
      where profit_class is not null group by profit_class order by case profit_class when 'good' then 1 when 'marginal' then 2 else 3 end`);
    expectRows(selected(selection)("value_profit_classes").filter((row) => row.profit_class !== "not classified"), classes, "classes");
  }));

  test("scores its customers as the company does", () => law(async (selection) => {
    const read = selected(selection);
    const expected = await db.rows<Row>(`${customersOf(selection)}
      select decision as name, count(*)::integer as customers, count(*) / sum(count(*)) over () as customer_share, sum(orders)::double as orders, sum(revenue)::double as revenue,
        avg(recency_days)::double as mean_recency_days, avg(amount)::double as mean_amount
      from marts.rfm_customers inner join chosen using (customer_id) group by decision order by decision`);
    const found = read<Row & { name: string; customers: number; scheme: string }>("rfm_group_figures").filter(({ scheme, customers }) => scheme === "decision" && customers > 0);
    expectRows(found.sort((a, b) => (a.name < b.name ? -1 : 1)), expected, "rfm groups");
    const cells = await db.rows<Row>(`${customersOf(selection)}
      select recency_score, frequency_score, count(*)::integer as customers, sum(revenue)::double as revenue from marts.rfm_customers inner join chosen using (customer_id) group by all order by all`);
    expectRows(read("rfm_heat_map").filter(({ customers }) => customers !== 0), cells, "heat map");
    const [summary] = await db.rows<Row>(`${customersOf(selection)}
      select count(*)::integer as customers, avg(orders)::double as mean_orders, count(case when amount > (select mean_amount from marts.rfm_totals) then 1 end)::integer as monetary_better_customers
      from marts.rfm_customers inner join chosen using (customer_id)`);
    if (summary!.customers === 0) expect(read("rfm_summary")).toEqual([]);
    else expectRows(read("rfm_summary"), [summary!], "summary");
  }));

  test("has its clients by the grades of the company, and what they owe", () => law(async (selection) => {
    const read = selected(selection);
    const expected = await db.rows<Row>(`${customersOf(selection)}
      select grade, count(*)::integer as clients, count(*) / sum(count(*)) over () as client_share, sum(exposure)::double as exposure, sum(at_risk)::double as at_risk, sum(overdue_amount)::double as overdue_amount
      from marts.client_solvency inner join chosen using (customer_id) group by grade order by grade`);
    const found = read<Row & { grade: string; clients: number }>("solvency_grades").filter(({ clients }) => clients > 0);
    expectRows(found.sort((a, b) => (a.grade < b.grade ? -1 : 1)), expected, "grades");
    const ageing = await db.rows<Row>(`${customersOf(selection)}
      select bucket, count(distinct customer_id)::integer as customers, count(*)::integer as invoices, sum(open_amount)::double as open_amount
      from marts.receivables inner join chosen using (customer_id) where bucket is not null group by bucket, bucket_position order by bucket_position`);
    expectRows(read("receivables_ageing").filter(({ invoices }) => invoices !== 0), ageing, "ageing");
    const [clients] = await db.rows<Row>(`${customersOf(selection)}
      select count(*)::integer as clients, count(score)::integer as clients_graded, count(watch_rank)::integer as watched_clients, sum(exposure)::double as exposure,
        coalesce(sum(case when is_watched then exposure end), 0)::double as weak_exposure, count(case when grade_change < 0 then 1 end)::integer as clients_worsened
      from marts.client_solvency inner join chosen using (customer_id) inner join (select grade, is_watched from run.solvency_grades) using (grade)`);
    const [owed] = await db.rows<Row>(`${customersOf(selection)}
      select coalesce(sum(greatest(open_amount, 0)), 0)::double as owed_amount, coalesce(sum(open_amount), 0)::double as open_amount,
        coalesce(sum(case when open_amount > 0 and days_overdue > 0 then open_amount end), 0)::double as overdue_amount
      from marts.receivables inner join chosen using (customer_id)`);
    if (clients!.clients === 0) expect(read("solvency_headline")).toEqual([]);
    else expectRows(read("solvency_headline"), [{ ...clients!, ...owed! }], "solvency headline");
  }));

  test("keeps those customers of a list that it takes in", () => law(async (selection) => {
    const keys = await db.rows<{ customer_key: string }>(`${customersOf(selection)} select customer_key from marts.customers inner join chosen using (customer_id)`);
    const chosen = new Set(keys.map(({ customer_key }) => customer_key));
    expect(selected(selection)("composition_movers")).toEqual(read("composition_movers").rows.filter((row) => chosen.has(row.customer_key as string)));
  }));
});

describe("the selections of the values of an attribute", () => {
  const parts = (name: Selectable) => {
    const { values, names } = cells.columns[name]!;
    const kinds = cells.columns[`${name}_kind`];
    const addresses = new Set(Array.from({ length: cells.length }, (_, row) => (kinds && kinds.names![kinds.values[row]!] === "folded" ? FOLDED_VALUE : values[row] === null ? MISSING_VALUE : names![values[row]!]!)));
    return [...addresses].map((value) => selected({ period: null, values: { [name]: [value] } }));
  };
  const total = (tables: ReturnType<typeof parts>, table: string, column: string, key?: [string, Value]) =>
    tables.flatMap((read) => read(table)).filter((row) => !key || row[key[0]] === key[1]).reduce((sum, row) => sum + Number(row[column] ?? 0), 0);

  test.each(selectable)("add up to the whole, by %s", (name) => {
    const found = parts(name);
    for (const [table, columns] of Object.entries({
      composition_headline: ["customers", "buying_customers", "orders", "revenue", "prior_revenue", "change"],
      value_headlines: ["customers", "margin", "profit", "lost_profit", "moved_up_customers", "fallen_customers"],
      rfm_summary: ["customers", "revenue", "fading_customers", "monetary_better_customers"],
      solvency_headline: ["clients", "exposure", "weak_exposure", "owed_amount", "overdue_amount", "watched_clients", "open_amount_before"],
    })) for (const column of columns) expect(total(found, table, column), `${table}.${column}`).toBeCloseTo(Number(read(table).rows[0]![column] ?? 0), 2);
    for (const { tier, revenue } of read("value_pyramid").rows) expect(total(found, "value_pyramid", "revenue", ["tier", tier!])).toBeCloseTo(Number(revenue), 2);
    for (const { bucket, invoices } of read("receivables_ageing").rows) expect(total(found, "receivables_ageing", "invoices", ["bucket", bucket!])).toBe(invoices);
  });
});

test("a selection that no customer fits has no figures, rather than zeros that divide", () => {
  const read = selected({ period: null, values: { kind: ["nobody's"] } });
  for (const name of ["value_headlines", "value_pyramid", "value_profit_classes", "value_migrations", "rfm_summary", "rfm_group_figures", "rfm_heat_map", "rfm_cluster_profiles", "solvency_headline", "solvency_grades"]) expect(read(name), name).toEqual([]);
  expect(read("composition_headline")).toMatchObject([{ customers: 0, orders: 0, revenue: 0, margin: null, change_rate: null, average_order_value: null }]);
  for (const name of Object.keys(followers)) {
    for (const row of read(name)) for (const [column, value] of Object.entries(row)) expect(typeof value !== "number" || Number.isFinite(value), `${name}.${column}`).toBe(true);
  }
});
