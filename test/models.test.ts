import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { Database, quoteName, quoteText, type Row } from "../pipeline/engine/database.js";
import { planModels, type Step } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadModels } from "../pipeline/engine/model.js";
import { runModels } from "../pipeline/engine/run.js";
import { writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { settingsSchema } from "../pipeline/settings.js";

/*
 * Hand-worked cases of models: test/staging/<model>/<case>.yaml and test/marts/<subject>/<model>/<case>.yaml.
 *
 *   title: a sentence that says what holds
 *   as_of_date: 2025-06-30          2025-06-30 where absent
 *   settings: { value: { ... } }    the defaults where absent
 *   given:                          rows of the tables the model reads; columns left out are NULL
 *     marts.orders: [{ order_id: 1, ... }]
 *   expect: [{ ... }]               all rows of the model, in the order of its key; columns left out are not compared
 *   where: tier = 'key'             compares only these rows
 */
interface Case {
  title: string;
  as_of_date?: string;
  settings?: Record<string, unknown>;
  given: Record<string, Row[]>;
  expect: Row[];
  where?: string;
}

const root = resolve(import.meta.dirname, "..");
const files = globSync("test/{staging,marts}/**/*.yaml", { cwd: root }).sort();
let db: Database;
let steps: Map<string, Step>;

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  await writeSettings(db, project, "2025-06-30", settingsSchema.parse({}));
  const planned = await planModels(db, loadModels(root), await existingTables(db), root);
  await runModels(db, planned.filter(({ model }) => model.schema !== "exports"), settingsSchema.parse({}), silentLog);
  steps = new Map(planned.map((step) => [step.model.name, step]));
});
afterAll(() => db.close());

const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };

test("every mart has cases, in a folder of its name", () => {
  const marts = loadModels(root).filter(({ schema }) => schema === "marts");
  expect(marts.length).toBeGreaterThan(200);
  expect(marts.filter(({ subject, name }) => !files.some((file) => file.startsWith(`test/marts/${subject}/${name}/`))).map(({ path }) => path)).toEqual([]);
});

test.each(files.map((file) => [`${basename(dirname(file))}: ${title(file)}`, file] as const))("%s", async (_, file) => {
  const example = parse(readFileSync(resolve(root, file), "utf8"), { merge: true }) as Case;
  const step = steps.get(basename(dirname(file)));
  if (!step) throw new Error(`${file}: there is no model ${basename(dirname(file))}`);
  await db.run("begin");
  try {
    const settings = settingsSchema.parse(example.settings ?? {});
    // Most cases ask for nothing else than what is written already, which a rollback brings back.
    if (example.settings || example.as_of_date) await writeSettings(db, project, example.as_of_date ?? "2025-06-30", settings);
    for (const [table, rows] of Object.entries(example.given)) {
      const isRead = step.references.some(({ schema, table: name }) => `${schema}.${name}` === table);
      if (!isRead) throw new Error(`${file}: ${step.model.name} does not read ${table}`);
      await db.run([`delete from ${table}`, ...rows.map((row) => {
        const columns = Object.keys(row);
        return `insert into ${table} (${columns.map(quoteName).join(", ")}) values (${columns.map((column) => literal(row[column])).join(", ")})`;
      })].join(";\n"));
    }
    const actual = await run(step, settings, example);
    const shown = actual.map((row, index) => pick(row, Object.keys(example.expect[index] ?? row)));
    expect(shown, file).toEqual(example.expect.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, closeTo(value)]))));
  } finally {
    await db.run("rollback");
  }
});

async function run({ model, module }: Step, settings: ReturnType<typeof settingsSchema.parse>, { where = "true" }: Case): Promise<Row[]> {
  if (module) {
    const inputs = Object.fromEntries(await Promise.all(Object.entries(module.inputs).map(async ([name, sql]) => [name, await db.numericColumns(sql)] as const)));
    await db.run(`delete from ${model.schema}.${model.name}`);
    await db.append(model.schema, model.name, module.columns, module.compute(inputs, settings));
  }
  const source = module ? `${model.schema}.${model.name}` : `(\n${model.text}\n)`;
  const key = model.key.length > 0 ? `order by ${model.key.map(quoteName).join(", ")}` : "";
  const rows = await db.rows(`select * from ${source} where ${where} ${key}`);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])));
}

const pick = (row: Row, columns: string[]) => Object.fromEntries(columns.map((column) => [column, row[column]]));

/** Values as a case writes them: dates as text, whole numbers as numbers. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00.000Z$/, "").replace(/\.000Z$/, "");
  return value;
}

/** Hand-worked numbers agree to nine decimals, or to as many as 1e-9 of their size. */
const closeTo = (value: unknown) =>
  typeof value === "number" && !Number.isInteger(value)
    ? expect.closeTo(value, Math.max(0, 9 - Math.ceil(Math.log10(Math.abs(value) + 1)))) as unknown
    : value;

function literal(value: unknown): string {
  return value === null || value === undefined ? "null" : quoteText(String(value));
}

function title(file: string): string {
  return (parse(readFileSync(resolve(root, file), "utf8"), { merge: true }) as Case).title;
}
