import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { Database, quoteName, quoteText, type Row } from "../pipeline/engine/database.js";
import { planModels } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadCrossChecks, loadModels } from "../pipeline/engine/model.js";
import { runModels } from "../pipeline/engine/run.js";
import { writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { settingsSchema } from "../pipeline/settings.js";

/*
 * Cases in which a rule across tables finds what it looks for: test/checks/<check>.yaml.
 *
 *   as_of_date: 2025-06-30          2025-06-30 where absent
 *   settings: { value: { ... } }    the defaults where absent
 *   given:                          rows of the tables the check reads; columns left out are NULL
 *     marts.orders: [{ order_id: 1, ... }]
 *   bad_rows: 1                     rows that the check finds
 */
interface Case {
  as_of_date?: string;
  settings?: Record<string, unknown>;
  given: Record<string, Row[]>;
  bad_rows: number;
}

const root = resolve(import.meta.dirname, "..");
const checks = new Map(loadCrossChecks(root).map((check) => [check.name, check]));
const files = globSync("test/checks/*.yaml", { cwd: root }).sort();
const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };
let db: Database;

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  const settings = settingsSchema.parse({});
  await writeSettings(db, project, "2025-06-30", settings);
  const steps = await planModels(db, loadModels(root), await existingTables(db), root);
  await runModels(db, steps.filter(({ model }) => model.schema !== "exports"), settings, silentLog);
});
afterAll(() => db.close());

test("every check has a case in which it fires", () => {
  expect([...checks.keys()].filter((name) => !files.includes(`test/checks/${name}.yaml`))).toEqual([]);
});

test.each(files.map((file) => [basename(file, ".yaml"), file] as const))("%s finds what it looks for", async (name, file) => {
  const check = checks.get(name);
  if (!check) throw new Error(`${file}: there is no check ${name}`);
  const example = parse(readFileSync(resolve(root, file), "utf8")) as Case;
  await db.run("begin");
  try {
    await writeSettings(db, project, example.as_of_date ?? "2025-06-30", settingsSchema.parse(example.settings ?? {}));
    for (const [table, rows] of Object.entries(example.given)) {
      if (!check.text.includes(table)) throw new Error(`${file}: ${name} does not read ${table}`);
      await db.run(`delete from ${table}`);
      for (const row of rows) {
        const columns = Object.keys(row);
        await db.run(`insert into ${table} (${columns.map(quoteName).join(", ")}) values (${columns.map((column) => literal(row[column])).join(", ")})`);
      }
    }
    const bad = await db.rows(`select * from (\n${check.text}\n)`);
    expect(bad, JSON.stringify(bad, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value))).toHaveLength(example.bad_rows);
  } finally {
    await db.run("rollback");
  }
});

function literal(value: unknown): string {
  return value === null || value === undefined ? "null" : quoteText(String(value));
}
