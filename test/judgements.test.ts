import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { Database } from "../pipeline/engine/database.js";
import { UserError, type Problem } from "../pipeline/engine/errors.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadProject } from "../pipeline/engine/project.js";
import { buildWarehouse } from "../pipeline/engine/warehouse.js";

/* Judgements of experts as people write them down: what is wrong with them stops the run and is told by file and line. */

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "clientele-judgements-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a build says of these judgements; the weights that follow where it is content. */
async function judged(lines: string[]): Promise<{ problems: Problem[]; weights: unknown[] }> {
  const project = mkdtempSync(join(folder, "project-"));
  mkdirSync(join(project, "lookups"));
  const orders = Array.from({ length: 60 }, (_, index) => `c${index % 12},2025-0${1 + (index % 6)}-${10 + (index % 19)},${(index % 50) + 1}`);
  writeFileSync(join(project, "log.csv"), `customer,day,amount\n${orders.join("\n")}\n`);
  writeFileSync(join(project, "lookups", "judgements.csv"), `Expert,A,B,Times\n${lines.join("\n")}\n`);
  writeFileSync(join(project, "project.yaml"), `
name: Judged
reporting_currency: EUR
entities:
  transactions:
    - files: log.csv
      columns: { customer_id: customer, transaction_date: day, amount: amount }
  judgements:
    - files: lookups/judgements.csv
      columns: { expert: Expert, criterion_a: A, criterion_b: B, value: Times }
`);
  const db = await Database.open();
  try {
    await buildWarehouse(db, loadProject(project), { root: resolve(import.meta.dirname, ".."), workFolder: join(project, "work"), log: silentLog });
    return { problems: [], weights: await db.rows("select measure, round(weight, 6) as weight, source from marts.rfm_weights order by measure") };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problems: error.problems, weights: [] };
  } finally {
    db.close();
  }
}

test("everything that is wrong is told at once, each with its line", async () => {
  const { problems } = await judged(["Ann,recency,frequency,12", "Ann,recency,monetary,3-Jan", "Ann,frequency,money,3", "Bob,recency,frequency,1/3", "Bob,frequency,recency,3", "Bob,recency,monetary,0.5"]);
  expect(problems.map(({ what, where }) => `${where}: ${what}`)).toEqual([
    "lookups/judgements.csv: Ann does not judge frequency against monetary",
    "lookups/judgements.csv: Bob does not judge frequency against monetary",
    "lookups/judgements.csv:2: 12 lies outside of the scale from 1/9 to 9",
    "lookups/judgements.csv:3: 3-Jan is no judgement: write a number from 1/9 to 9, such as 3 or 1/3",
    "lookups/judgements.csv:4: money is no measure that is judged: write recency, frequency or monetary",
    "lookups/judgements.csv:5: Bob judges recency against frequency 2 times",
    "lookups/judgements.csv:6: Bob judges recency against frequency 2 times",
  ]);
});

test("judgements that contradict each other stop the run with the one to look at first and what would mend it", async () => {
  // R : F = 5 and F : M = 1, so R : M should be 5: see rfm_consistency/contradiction.yaml.
  const { problems } = await judged(["Ann,recency,frequency,5", "Ann,recency,monetary,1/2", "Ann,frequency,monetary,1"]);
  expect(problems).toEqual([{
    what: "the judgements contradict each other: CR 0.533, and 0.1 is too much already; most of all that of Ann, recency against monetary: it says 0.5, the others imply 5; with 2 CR would be 0.081",
    where: "lookups/judgements.csv:3", fix: "mend the judgements, or take them out of project.yaml: then the weights of the settings hold",
  }]);
});

test("judgements that hold together give the weights", async () => {
  expect(await judged(["Ann,recency,frequency,1/2", "Ann,recency,monetary,1/4", "Ann,frequency,monetary,1/2"])).toEqual({ problems: [], weights: [
    { measure: "frequency", weight: 0.285714, source: "judgements" }, { measure: "monetary", weight: 0.571429, source: "judgements" }, { measure: "recency", weight: 0.142857, source: "judgements" },
  ] });
});
