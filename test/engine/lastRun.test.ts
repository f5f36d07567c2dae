import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Database, quoteText } from "../../pipeline/engine/database.js";
import { compareWithEarlierDay, createKeptTables, findLastRun, takeOver, type LastRun } from "../../pipeline/engine/lastRun.js";
import type { Log } from "../../pipeline/engine/log.js";
import { silentLog } from "../../pipeline/engine/log.js";

const folder = mkdtempSync(join(tmpdir(), "clientele-last-run-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A build folder whose last good run has this name, and what `fill` writes into its warehouse. */
async function lastRun(name: string, fill: (db: Database) => Promise<void>): Promise<string> {
  const build = mkdtempSync(join(folder, "build-"));
  const run = join(build, "runs", name);
  mkdirSync(run, { recursive: true });
  const db = await Database.open(join(run, "warehouse.duckdb"));
  await fill(db);
  await db.run("checkpoint");
  db.close();
  symlinkSync(join("runs", name), join(build, "current"));
  return build;
}

const columns = "cluster integer, recency_days double, orders double, amount double, numbers_given integer, measured_as varchar";
const made = async (db: Database, clusters: number[], taken: number[] = []) => {
  await createKeptTables(db);
  await db.run(`create schema marts; create table marts.rfm_centroids (${columns}, is_new boolean)`);
  for (const cluster of clusters) await db.run(`insert into marts.rfm_centroids values (${cluster}, 1, 2, 3, 9, 'all days, total', true)`);
  for (const cluster of taken) await db.run(`insert into run.last_rfm_centroids values (${cluster}, 1, 2, 3, 9, 'all days, total')`);
};

/** The days that a run looks from and was compared with, each with the revenue that it knew; none for a run that was not compared. */
const looked = async (db: Database, day: string, revenue: number, before?: { day: string; revenue: number }) => {
  await made(db, [revenue]);
  const figure = (value: number, of: string) => `select 'revenue' as figure, 'all' as dimension, 'all' as group_name, 'all' as group_kind, 1::integer as position, 'reporting currency' as unit,
    false as is_lower_better, ${quoteText(of)}::date as as_of_date, ${value}::double as value`;
  await db.run(`create table run.settings as select ${quoteText(day)}::date as as_of_date`);
  await db.run(`create table marts.headline_figures as ${figure(revenue, day)}`);
  if (before) await db.run(`insert into run.last_headline_figures ${figure(before.revenue, before.day)}`);
  await db.run(`insert into run.last_run values ('', ${before ? quoteText(before.day) : "null"})`);
};

/** What a run as of this day goes on from, and what it compares itself with. */
async function comparedWith(last: LastRun | undefined, asOfDate: string): Promise<unknown> {
  const db = await Database.open();
  try {
    await takeOver(db, last);
    await compareWithEarlierDay(db, asOfDate);
    expect((await db.rows("select table_name from duckdb_tables() where table_name like 'earlier%'")).length).toBe(0);
    const { clusters, day, revenue } = await db.row<{ clusters: number | null; day: string | null; revenue: number | null }>(`select
      (select max(cluster) from run.last_rfm_centroids) as clusters, (select compared_date::varchar from run.last_run) as day,
      (select max(value) from run.last_headline_figures) as revenue`);
    return { clusters, day, revenue };
  } finally {
    db.close();
  }
}

async function takenOver(last: LastRun | undefined): Promise<unknown[]> {
  const db = await Database.open();
  try {
    await takeOver(db, last);
    return (await db.rows<{ cluster: number }>("select cluster from run.last_rfm_centroids order by cluster")).map(({ cluster }) => cluster);
  } finally {
    db.close();
  }
}

test("a first run takes nothing over and has the name of its inputs", async () => {
  const build = mkdtempSync(join(folder, "build-"));
  const { id, last } = await findLastRun(build, "0123456789ab", silentLog);
  expect({ id, last }).toEqual({ id: "0123456789ab", last: undefined });
  expect(await takenOver(last)).toEqual([]);
});

test("a run takes over what the last one made, and its name tells so", async () => {
  const build = await lastRun("aaaaaaaaaaaa", (db) => made(db, [3, 1]));
  const { id, last } = await findLastRun(build, "0123456789ab", silentLog);
  expect(id).toMatch(/^[0-9a-f]{12}$/);
  expect(id).not.toBe("0123456789ab");
  expect(await takenOver(last)).toEqual([1, 3]);
  // Of other clusters it would be another run.
  const other = await lastRun("aaaaaaaaaaaa", (db) => made(db, [3, 2]));
  expect((await findLastRun(other, "0123456789ab", silentLog)).id).not.toBe(id);
});

test("a run is compared with the last one of an earlier day, and goes on from the last one whatever its day", async () => {
  const build = await lastRun("aaaaaaaaaaaa", (db) => looked(db, "2025-06-30", 200, { day: "2025-06-29", revenue: 100 }));
  const { last } = await findLastRun(build, "0123456789ab", silentLog);
  // A later day: with the last run. The same day, built again or from mended models: with what that run was compared with.
  expect(await comparedWith(last, "2025-07-01")).toEqual({ clusters: 200, day: "2025-06-30", revenue: 200 });
  expect(await comparedWith(last, "2025-06-30")).toEqual({ clusters: 200, day: "2025-06-29", revenue: 100 });
  // An earlier day than either: no run on record looked from before it.
  expect(await comparedWith(last, "2025-06-29")).toEqual({ clusters: 200, day: null, revenue: null });
  expect(await comparedWith(undefined, "2025-06-30")).toEqual({ clusters: null, day: null, revenue: null });
  // Twice on the first day there is nothing to compare with.
  const first = await findLastRun(await lastRun("aaaaaaaaaaaa", (db) => looked(db, "2025-06-30", 200)), "0123456789ab", silentLog);
  expect(await comparedWith(first.last, "2025-06-30")).toEqual({ clusters: 200, day: null, revenue: null });
});

test("a run that is repeated takes what it took the first time, and keeps its name", async () => {
  const first = await lastRun("0123456789ab", async (db) => {
    await made(db, [1, 2, 3]);
    await db.run("insert into run.last_run values ('', null)");
  });
  const again = await findLastRun(first, "0123456789ab", silentLog);
  expect(again.id).toBe("0123456789ab");
  expect(await takenOver(again.last)).toEqual([]);

  // The second run of a project, and the same once more.
  const { id, last } = await findLastRun(await lastRun("aaaaaaaaaaaa", (db) => made(db, [5, 7])), "0123456789ab", silentLog);
  const second = await lastRun(`${id}-2`, async (db) => {
    await made(db, [5, 8], [5, 7]);
    await db.run(`insert into run.last_run values (${quoteText(last!.content)}, '2025-06-29')`);
  });
  const repeated = await findLastRun(second, "0123456789ab", silentLog);
  expect(repeated.id).toBe(id);
  expect(await takenOver(repeated.last)).toEqual([5, 7]);
  expect(await comparedWith(repeated.last, "2025-06-30")).toMatchObject({ day: "2025-06-29" });
  // Of other inputs it goes on from what that one made.
  expect(await takenOver((await findLastRun(second, "ba9876543210", silentLog)).last)).toEqual([5, 8]);
});

test("a last run that cannot be read, or knows nothing of it, does not keep one from running", async () => {
  const warnings: string[] = [];
  const log: Log = { ...silentLog, warn: ({ what }) => warnings.push(what) };
  const broken = await lastRun("aaaaaaaaaaaa", async () => {});
  writeFileSync(join(broken, "current", "warehouse.duckdb"), "no database");
  const found = await findLastRun(broken, "0123456789ab", log);
  expect(found).toEqual({ id: "0123456789ab" });
  expect(warnings).toEqual([expect.stringContaining("the last run cannot be read, and this one begins as the first")]);

  const older = await lastRun("aaaaaaaaaaaa", (db) => db.run("create schema marts; create table marts.rfm_centroids (cluster varchar, amount double); insert into marts.rfm_centroids values ('1', 2)"));
  const { id, last } = await findLastRun(older, "0123456789ab", log);
  expect(id).toBe("0123456789ab");
  expect(await takenOver(last)).toEqual([]);
  expect(warnings).toHaveLength(1);
});
