import { resolve } from "node:path";
import { expect, test } from "vitest";
import { Database } from "../pipeline/engine/database.js";
import { loadCrossChecks } from "../pipeline/engine/model.js";
import type { Problem } from "../pipeline/engine/errors.js";
import { silentLog } from "../pipeline/engine/log.js";
import { runCrossChecks } from "../pipeline/engine/run.js";
import { writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs } from "../pipeline/engine/warehouse.js";
import { settingsSchema } from "../pipeline/settings.js";

const root = resolve(import.meta.dirname, "..");

/** What a build says of an event that names a customer, by how the project shows customers. */
async function told(customers: "name" | "id" | "pseudonym"): Promise<Problem[]> {
  const db = await Database.open();
  try {
    await createEmptyInputs(db);
    await writeSettings(db, { name: "test", reporting_currency: "EUR", privacy: { customers, salt: "secret" } }, "2025-06-30", settingsSchema.parse({}));
    await db.run(`create schema staging; create schema marts;
      create table staging.stg_customers as select 'A' as customer_id, 'Anna Berg' as name;
      create table marts.customers as select 'A' as customer_id, 'a1b2' as customer_key;
      create table run.check_results (subject varchar, title varchar, severity varchar, path varchar, line integer, bad_rows bigint, fix varchar);
      insert into raw.annotations (date, text, source_file, source_row) values ('2025-01-01', 'Lost Anna Berg', 'lookups/annotations.csv', 2)`);
    const warnings: Problem[] = [];
    await runCrossChecks(db, loadCrossChecks(root).filter(({ name }) => name === "privacy_names_in_texts"), { ...silentLog, warn: (problem) => warnings.push(problem) });
    return warnings;
  } finally {
    db.close();
  }
}

test.each(["pseudonym", "id"] as const)("with customers as %s, a text that names one is told by its line and the customer's key, not by the name", async (customers) => {
  const [warning, ...others] = await told(customers);
  expect(others).toEqual([]);
  expect(warning).toMatchObject({ what: "annotations: the text names the customer a1b2, whose name the site does not show", where: "lookups/annotations.csv:2" });
  expect(JSON.stringify(warning)).not.toContain("Anna");
});

test("with customers by name, texts may name them", async () => {
  expect(await told("name")).toEqual([]);
});
