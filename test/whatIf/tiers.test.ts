import { resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { loadModels } from "../../pipeline/engine/model.js";
import { writeSettings } from "../../pipeline/engine/settings.js";
import { settingsSchema } from "../../pipeline/settings.js";
import { groupTotals } from "../../src/whatIf/groups.js";
import { lastRank, placeTiers, rankedValues, tierBounds } from "../../src/whatIf/tiers.js";

const place = (values: number[], shares: number[]) => {
  const all = Float64Array.from(values);
  return [...placeTiers(all, rankedValues(all), shares)];
};

test("a tier ends at position ceil(share x n), takes in equal values, and leaves values of zero or less to the last", () => {
  // n = 6: 0.1 x 6 = 0.6, so position 1, the value 9; 0.5 x 6 = 3, so position 3, the value 5, and the fourth is equal to it.
  expect(place([9, 5, 5, 7, 0, -2], [0.1, 0.5, 1])).toEqual([0, 1, 1, 1, 2, 2]);
  // Position 4 of 4 is worth -1, yet zero and less are of the last tier.
  expect(place([3, 0, -1, -1], [0.5, 0.9, 1])).toEqual([0, 2, 2, 2]);
  // Without a value no place.
  expect(place([NaN, 4, NaN, 2], [0.5, 1])).toEqual([-1, 0, -1, 1]);
  expect(place([], [0.5, 1])).toEqual([]);
});

test("of few customers a tier may hold nobody: its end is that of the tier above", () => {
  // n = 2: 0.1 and 0.3 both end at position 1.
  const ranked = rankedValues(Float64Array.of(1, 2));
  expect(tierBounds(ranked, [0.1, 0.3, 1])).toEqual([2, Infinity]);
  expect(place([1, 2], [0.1, 0.3, 1])).toEqual([2, 0]);
});

test("positions are counted in whole numbers: 0.28 of 25 is 7, where doubles say 7.000000000000001", () => {
  expect(lastRank(0.28, 25)).toBe(7);
  expect(lastRank(0.01, 100_000)).toBe(1000);
  expect(lastRank(0.01, 101)).toBe(2);
  expect(lastRank(0.5, 0)).toBe(0);
});

test("totals are kept, however the cuts lie", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -2, max: 9 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 98 }), (values, first) => {
    const all = Float64Array.from(values);
    const { rows, sums } = groupTotals(placeTiers(all, rankedValues(all), [first / 100, 0.99, 1]), 3, [all]);
    expect(rows.reduce((sum, part) => sum + part)).toBe(values.length);
    expect(sums[0]!.reduce((sum, part) => sum + part)).toBe(values.reduce((sum, part) => sum + part));
  }));
});

const root = resolve(import.meta.dirname, "../..");
let db: Database;
beforeAll(async () => (db = await Database.open()));
afterAll(() => db.close());

test("tiers are those of marts.customer_tiers, for any values and cuts", async () => {
  const { text } = loadModels(root).find(({ name }) => name === "customer_tiers")!;
  const shares = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 4 }).map((list) => [...list.sort((a, b) => a - b).map((part) => part / 1000), 1]);
  const values = fc.array(fc.option(fc.integer({ min: -2, max: 12 })), { minLength: 1, maxLength: 50 });
  await db.run("create schema marts");
  await fc.assert(fc.asyncProperty(values, shares, async (revenue, cuts) => {
    await writeSettings(db, { name: "test", reporting_currency: "EUR", privacy: { customers: "id" } }, "2025-06-30",
      settingsSchema.parse({ value: { tiers: cuts.map((share, index) => ({ tier: `tier ${index}`, top_share: share, action: "" })) } }));
    await db.run(`create or replace table marts.customers as select * from (values ${revenue.map((value, index) => `(${index}, 1, ${value === null ? 0 : 1}, ${value ?? "null"}::decimal(18, 4))`).join(", ")})
      as customers (customer_id, orders, current_orders, current_revenue)
      cross join (select 0 as prior_orders, null::decimal(18, 4) as prior_revenue, null::decimal(18, 4) as current_margin, null::decimal(18, 4) as prior_margin, null::date as first_deal_date)`);
    const rows = await db.rows<{ tier_position: number | null }>(`select tier_position from (${text}) order by customer_id`);
    expect(place(revenue.map((value) => value ?? NaN), cuts)).toEqual(rows.map(({ tier_position: position }) => (position ?? 0) - 1));
  }), { numRuns: 40 });
});
