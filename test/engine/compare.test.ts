import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compareWithRun } from "../../pipeline/engine/compare.js";
import { Database } from "../../pipeline/engine/database.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject, projectSlug } from "../../pipeline/engine/project.js";
import { buildWarehouse } from "../../pipeline/engine/warehouse.js";
import { problemsOf } from "../sources/files.js";
import { mart } from "./models.js";

/* What a change does to the numbers, told before anything is built: four customers who owe 10, 20, 30 and 40. */

const DEBTS = "select n::varchar as debtor, (10 * n)::integer as amount from range(1, 5) as numbers (n)";
const TOTAL = "select sum(amount)::integer as total from marts.debts";
const AGED = "select analysis_window_days::integer as days from run.settings";
const files = {
  "marts/debts/debts.sql": `-- One row per debtor.\n-- key: debtor\n-- columns:\n--   debtor  Debtor\n--   amount  Owed\n${DEBTS}\n`,
  "marts/debts/total.sql": `-- One row per run.\n-- key: none\n-- columns:\n--   total  Owed by all\n${TOTAL}\n`,
  "marts/debts/days.sql": `-- One row per run.\n-- key: none\n-- columns:\n--   days  Days\n${AGED}\n`,
  "exports/debts/debts_total.sql": "-- One row per run.\nselect total from marts.total order by total\n",
};

let folder: string;
const model = (path: string) => join(folder, "root/pipeline", path);
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
const change = (path: keyof typeof files, from: string, to: string) => write(model(path), files[path].replace(from, to));
const settings = (text: string) => write(join(folder, "shop/project.yaml"),
  `name: Shop\nreporting_currency: EUR\nas_of_date: 2025-06-30\nentities:\n  transactions:\n    - files: log.csv\n      columns: { customer_id: customer, transaction_date: day, amount: amount }\n${text}`);

async function compare(...names: string[]): Promise<string> {
  const lines: string[] = [];
  try {
    await compareWithRun(join(folder, "root"), loadProject(join(folder, "shop")), { names, buildFolder: join(folder, "build"), write: (line) => lines.push(line) });
  } finally {
    said = lines.join("\n");
  }
  return said;
}
let said = "";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "clientele-compared-"));
  for (const [path, text] of Object.entries(files)) write(model(path), text);
  write(join(folder, "shop/log.csv"), "customer,day,amount\nc1,2025-01-01,5\n");
  settings("");
  await built();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The run to compare with, of the models as they stand. */
async function built(): Promise<void> {
  const project = loadProject(join(folder, "shop"));
  const runs = join(folder, "build", projectSlug(project));
  rmSync(runs, { recursive: true, force: true });
  mkdirSync(join(runs, "runs/first"), { recursive: true });
  const db = await Database.open(join(runs, "runs/first/warehouse.duckdb"));
  await buildWarehouse(db, project, { root: join(folder, "root"), workFolder: join(folder, "work"), log: silentLog });
  db.close();
  symlinkSync("runs/first", join(runs, "current"));
}

test("without a change there is nothing to run, unless it is asked for by name", async () => {
  expect(await compare()).toBe("No model and no setting differs from the last run of Shop, whose inputs and their mapping hold here.");
  expect(await compare("debts")).toBe("\n3 models run again over the inputs of the last run of Shop; 0 came out otherwise.");
});

test("a changed model is told row by row, and what reads it by the number of rows", async () => {
  // The second owes 25 instead of 20; the fourth is gone; a fifth owes 50: 10 + 25 + 30 + 50 = 115 instead of 100.
  change("marts/debts/debts.sql", DEBTS, "select * from (values ('1', 10), ('2', 25), ('3', 30), ('5', 50)) as debts (debtor, amount)");
  expect(await compare()).toBe(`
models that differ    marts.debts
marts.debts          1 of 4 rows changed; 1 row more; 1 row fewer
marts.total          1 of 1 row changed
exports.debts_total  1 of 1 row changed

marts.debts  pipeline/marts/debts/debts.sql
    debtor=2: amount 20 → 25
  - debtor=4
  + debtor=5: amount 50

exports.debts_total  pipeline/exports/debts/debts_total.sql
    its row: total 100 → 115

rows of the others: npm run clientele -- compare NAME

3 models run again over the inputs of the last run of Shop; 3 came out otherwise.`.trimStart());
  expect(await compare("total")).toContain("marts.total  pipeline/marts/debts/total.sql\n    its row: total 100 → 115\n");
});

test("a setting runs the models that read it", async () => {
  settings("settings:\n  analysis: { window_days: 180 }\n");
  expect(await compare()).toBe(`
settings that differ  analysis_window_days
models reading them   marts.days
marts.days  1 of 1 row changed

marts.days  pipeline/marts/debts/days.sql
    its row: days 365 → 180

1 model run again over the inputs of the last run of Shop; 1 came out otherwise.`.trimStart());
});

test("a key that is renamed is a column gone and a column new, of a model of one row too", async () => {
  write(model("marts/debts/largest.sql"), "-- One row per debtor who owes most.\n-- key: debtor\n-- columns:\n--   debtor  Debtor\n--   amount  Owed\nselect debtor, amount from marts.debts where amount = 40\n");
  await built();
  write(model("marts/debts/largest.sql"), "-- One row per debtor who owes most.\n-- key: person\n-- columns:\n--   person  Debtor\n--   amount  Owed\nselect debtor as person, amount + 5 as amount from marts.debts where amount = 40\n");
  expect(await compare()).toBe(`
models that differ    marts.largest
marts.largest  1 of 1 row changed; new: person; gone: debtor

marts.largest  pipeline/marts/debts/largest.sql
    its row: amount 40 → 45

1 model run again over the inputs of the last run of Shop; 1 came out otherwise.`.trimStart());
});

test("a list of the settings runs the models that read it: other rows, other columns, and one that was not there", async () => {
  const text = mart("select count(*)::integer as a from run.quality_regions");
  write(model("marts/debts/regions.sql"), text);
  settings("settings:\n  quality: { regions: [North] }\n");
  const otherRows = await compare();
  expect(otherRows).toMatch(/^settings that differ {2}quality_regions\nmodels that differ {4}marts\.regions\n/);
  settings("");
  expect(await compare()).toMatch(/^models that differ {4}marts\.regions\n/);
  for (const change of ["alter table run.quality_regions add column weight integer", "drop table run.quality_regions"]) {
    const db = await Database.open(join(folder, "build", readdirSync(join(folder, "build"))[0]!, "current/warehouse.duckdb"));
    await db.run(change);
    db.close();
    expect(await compare()).toMatch(/^settings that differ {2}quality_regions\n/);
  }
});

test("a model or a rule that is tried reads no file", async () => {
  change("marts/debts/debts.sql", DEBTS, "select content as debtor, 1 as amount from read_text('/etc/hostname')");
  expect(await problemsOf(compare())).toMatch(/reads from outside the warehouse.*\n.*at pipeline\/marts\/debts\/debts\.sql:6/);
  write(model("marts/debts/debts.sql"), files["marts/debts/debts.sql"]);
  write(model("checks/hosts.sql"), "-- Bad rows: names of this machine\n-- severity: error\n-- fix: none\nselect content from read_text('/etc/hostname')\n");
  expect(await problemsOf(compare())).toMatch(/reads from outside the warehouse.*\n.*at pipeline\/checks\/hosts\.sql:4/);
});

test("of many rows the first stand, and how many are left; a model that is gone is named", async () => {
  change("marts/debts/debts.sql", "range(1, 5)", "range(101, 109)");
  rmSync(model("marts/debts/days.sql"));
  const text = await compare();
  expect(text).toContain("models that are gone  marts.days\n");
  // Four keys gone and eight new: five of the twelve are shown.
  expect(text).toContain("marts.debts          8 rows more; 4 rows fewer\n");
  expect(text).toContain("\n    … and 7 others\n");
});

test("columns and models that came or went are named", async () => {
  change("marts/debts/debts.sql", `--   amount  Owed\n${DEBTS}`, `--   amount  Owed\n--   weight  Weight\n${DEBTS.replace(" from", ", 1::integer as weight from")}`);
  write(model("marts/debts/more.sql"), mart("select 1 as a union all select 2"));
  expect(await compare()).toContain("marts.debts  new: weight\nmarts.more   new: 2 rows\n");
});

test("a model that fails is told with its line, after what could be compared; the run stays as it was", async () => {
  const before = readFileSync(join(folder, "build", readdirSync(join(folder, "build"))[0]!, "current/warehouse.duckdb"));
  change("marts/debts/total.sql", "sum(amount)", "sum(amounts)");
  change("marts/debts/debts.sql", "10 * n", "11 * n");
  expect(await problemsOf(compare())).toContain("at pipeline/marts/debts/total.sql:5");
  expect(said).toContain("marts.debts  4 of 4 rows changed");
  expect(readFileSync(join(folder, "build", readdirSync(join(folder, "build"))[0]!, "current/warehouse.duckdb")).equals(before)).toBe(true);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("clientele-compare-"))).toEqual([]);
});

test("a check in a header that is changed is tried, though its model makes what it made", async () => {
  const checked = (check: string) => write(model("marts/debts/debts.sql"), files["marts/debts/debts.sql"].replace("\nselect", `\n-- checks:\n--   ${check}\nselect`));
  checked("nobody owes much: amount <= 40");
  expect(await compare()).toBe("models that differ    marts.debts\n\n3 models run again over the inputs of the last run of Shop; 0 came out otherwise.");
  // The first three owe 10, 20 and 30.
  checked("nobody owes little: amount >= 40");
  expect(await problemsOf(compare())).toBe("✖ marts.debts: 3 rows break the check: nobody owes little\n  → at pipeline/marts/debts/debts.sql:7");
});

test("a rule across tables that the change breaks is told", async () => {
  write(model("checks/nobody_owes_much.sql"), "-- Bad rows: debtors who owe more than 40\n-- severity: error\n-- fix: ask for it\nselect debtor from marts.debts where amount > 40\n");
  change("marts/debts/debts.sql", "10 * n", "11 * n");
  expect(await problemsOf(compare())).toMatch(/debtors who owe more than 40: 1 case\n.*"debtor":"4"/i);
});

test("a run of another version is no run to compare with", async () => {
  const db = await Database.open(join(folder, "build", readdirSync(join(folder, "build"))[0]!, "current/warehouse.duckdb"));
  await db.run("alter table run.models drop column checks");
  db.close();
  expect(await problemsOf(compare())).toMatch(/✖ the last run of Shop was made by another version of Clientele\n[^]*build it again: npm run build -- --project .*shop/);
});

test("without a run, or with a name of no model, it says what to do", async () => {
  expect(await problemsOf(compare("depts"))).toBe("✖ no model is named depts\n  near to it: marts.debts");
  expect(await problemsOf(compare("invoices"))).toBe("✖ no model is named invoices\n  see: npm run clientele list");
  rmSync(join(folder, "build"), { recursive: true });
  expect(await problemsOf(compare())).toMatch(/✖ there is no run of Shop to compare with\n {2}build it first: npm run build -- --project .*shop/);
});
