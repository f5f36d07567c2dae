import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { build } from "../../pipeline/engine/build.js";
import { Database } from "../../pipeline/engine/database.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject, projectSlug } from "../../pipeline/engine/project.js";
import { pages } from "../../src/pages/index.js";
import { accessibilityFaults, COLOURS, thinOut, visit } from "../pages/browser.js";

/*
 * Real exports of real companies, each from a project.yaml alone. The data stands beside the repository where there is
 * any; superstore comes with npm, so that one always runs.
 */

vi.setConfig({ testTimeout: 300_000 });

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "clientele-projects-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Figures of each project that are known from elsewhere; the last column is rounded as the source prints it. */
const known: Record<string, { where: string; sql: string; value: unknown }[]> = {
  superstore: [
    { where: "its publisher", sql: "select count(*)::integer as value from marts.customers", value: 793 },
    { where: "its publisher", sql: "select sum(orders)::integer as value from marts.customers", value: 5009 },
    { where: "its publisher", sql: "select sum(revenue)::varchar as value from marts.customers", value: "2297200.8603" },
    { where: "its publisher", sql: "select sum(margin)::varchar as value from marts.customers", value: "286397.0217" },
  ],
  northwind: [
    { where: "an independent computation", sql: "select count(*)::integer as value from marts.orders", value: 830 },
    { where: "an independent computation", sql: "select round(sum(revenue), 2)::varchar as value from marts.orders", value: "1265793.04" },
    // The reference entry service.northwind: on time is to have left by the day asked for, the cycle ends when an order left.
    ...[
      ["select count(*)::integer as value from marts.order_service", 830],
      ["select count(shipped_date)::integer as value from marts.order_service", 809],
      ["select count(*)::integer as value from marts.order_service where shipped_date is null and due_state = 'not due' and fill_state = 'not shipped'", 21],
      ["select count(*)::integer as value from marts.order_service where due_state = 'late' and judged_by = 'shipped'", 37],
      ["select round(100 * sum(on_time_orders)::double / sum(on_time_orders + late_orders + overdue_orders), 2) as value from marts.service_by_group where dimension = 'month'", 95.43],
      ["select round(avg(shipping_days), 3) as value from marts.order_service", 8.492],
      ["select quantile_cont(shipping_days::double, 0.5) as value from marts.order_service", 7],
      ["select sum(lines)::integer as value from marts.order_service", 2155],
    ].map(([sql, value]) => ({ where: "service.northwind", sql: String(sql), value })),
  ],
  cdnow: [
    { where: "an independent computation", sql: "select count(*)::integer as value from marts.orders", value: 6919 },
    { where: "an independent computation", sql: "select count(*)::integer as value from marts.customers", value: 2357 },
    { where: "an independent computation", sql: "select round(sum(revenue), 2)::varchar as value from marts.orders", value: "244091.94" },
    { where: "an independent computation", sql: "select count(distinct (customer_id, order_date))::integer as value from marts.orders", value: 6696 },
  ],
  "rfm-r": [
    { where: "the R package rfm", sql: "select count(*)::integer as value from marts.customers", value: 995 },
    { where: "the R package rfm", sql: "select count(*)::integer as value from marts.orders", value: 4906 },
  ],
  adventureworks: [{ where: "its files", sql: "select count(*)::integer as value from marts.customers", value: 18_149 }],
  nyse: [
    { where: "its files", sql: "select count(*)::integer as value from staging.stg_financials", value: 1781 },
    { where: "its files", sql: "select count(distinct customer_id)::integer as value from staging.stg_financials", value: 448 },
  ],
};

/** Pages that were seen without any data. */
const emptySeen = new Set<string>();

describe.each(Object.keys(known))("the project %s", (name) => {
  const project = resolve(root, "test/projects", name);
  const { inputs } = parse(readFileSync(join(project, "project.yaml"), "utf8")) as { inputs: string };
  const isThere = existsSync(resolve(project, inputs));

  test.skipIf(!isThere)("gives a site whose every page opens without a fault, and the figures known of it", async () => {
    const loaded = loadProject(project);
    const dist = join(folder, name);
    await build(loaded, { root, buildFolder: join(folder, "build"), dist, log: silentLog, now: () => 0 });

    const db = await Database.open(join(folder, "build", projectSlug(loaded), "current/warehouse.duckdb"), { readOnly: true });
    for (const { where, sql, value } of known[name]!) {
      expect((await db.row<{ value: unknown }>(sql)).value, `${sql} as in ${where}`).toEqual(value);
    }
    const { lost } = await db.row<{ lost: bigint }>("select count(*) as lost from run.input_files where rows_read <> rows_accepted + rows_quarantined");
    expect(lost).toBe(0n);
    db.close();

    const visitor = await visit(dist);
    try {
      for (const { path } of pages) {
        const { page, faults } = await visitor.open(path);
        const text = await page.locator("main").innerText();
        // A page that only says what to supply says it alike in every project: it is looked at in the first of them.
        const isEmpty = (await page.locator("main section.card:not(.empty-state)").count()) === 0;
        if (!isEmpty || !emptySeen.has(path)) {
          await thinOut(page);
          expect(await accessibilityFaults(page, { without: COLOURS }), path).toEqual([]);
        }
        if (isEmpty) emptySeen.add(path);
        // Nor does a first run have changes of customers that could be narrowed.
        if ((isEmpty && path !== "customers") || path === "changes") expect(await page.locator(".filter-bar").count(), path).toBe(0);
        expect(faults, path).toEqual([]);
        expect(text, path).not.toMatch(/\b(NaN|undefined|null|Infinity|\[object Object\])\b/);
        await page.context().close();
      }
    } finally {
      await visitor.close();
    }
  });
});
