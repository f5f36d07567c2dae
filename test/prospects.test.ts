import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Database } from "../pipeline/engine/database.js";
import { writeSettings } from "../pipeline/engine/settings.js";
import { settingsSchema } from "../pipeline/settings.js";

const { classes } = settingsSchema.parse({}).prospects;

// Entry man of the reference numbers: prospects are judged by money, authority and need.
test("there is a class for each combination of money, authority and need, and one for what is not known", () => {
  const combinations = ["M", "m"].flatMap((money) => ["A", "a"].flatMap((authority) => ["N", "n"].map((need) => money + authority + need)));
  expect(classes.map((row) => row.class).sort()).toEqual([...combinations, "not qualified"].sort());
  const there = (name: string) => name.replace(/[^A-Z]/g, "").length;
  const byTraits = { 3: "ideal", 2: "workable", 1: "nurture", 0: "stop" } as Record<number, string>;
  for (const row of classes.filter((one) => one.class !== "not qualified")) expect([row.class, row.standing]).toEqual([row.class, byTraits[there(row.class)]]);
});

test("classes cannot be left out or named in another order", () => {
  const told = (own: object[]) => settingsSchema.safeParse({ prospects: { classes: own } }).error?.issues.map(({ message }) => message);
  expect(told([...classes].reverse())).toEqual(["the classes are MAN, MAn, MaN, mAN, Man, mAn, maN, not qualified, man, each once and in this order"]);
  expect(told(classes.slice(1))).toHaveLength(1);
});

test("the name of a lead leaves as the project says", async () => {
  const sql = readFileSync(new URL("../pipeline/marts/prospects/leads.sql", import.meta.url), "utf8");
  const label = async (customers: "name" | "id" | "pseudonym"): Promise<string> => {
    const db = await Database.open();
    try {
      await db.run("create schema staging");
      await db.run("create schema marts");
      await writeSettings(db, { name: "test", reporting_currency: "EUR", privacy: { customers, salt: "secret" } }, "2025-06-30", settingsSchema.parse({}));
      await db.run(`create table staging.stg_leads as select 'L1' as lead_id, 'Ann Example' as name, null::varchar as source, null::varchar as owner, null::varchar as region, date '2025-06-01' as created_date,
        null::date as closed_date, 'open' as status, true as has_money, true as has_authority, true as has_need, 10::decimal(18, 4) as expected_amount, null::varchar as customer_id, null::varchar as lost_reason`);
      await db.run("create table marts.customers (customer_id varchar, first_order_date date, first_deal_date date)");
      return (await db.row<{ label: string }>(sql)).label;
    } finally {
      db.close();
    }
  };
  expect(await label("name")).toBe("Ann Example");
  expect(await label("id")).toBe("L1");
  expect(await label("pseudonym")).toMatch(/^Lead [0-9A-F]{12}$/);
});
