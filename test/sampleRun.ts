import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "../pipeline/engine/build.js";
import { Database } from "../pipeline/engine/database.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadProject } from "../pipeline/engine/project.js";
import { buildWarehouse } from "../pipeline/engine/warehouse.js";

/** The repository. */
export const root = resolve(import.meta.dirname, "..");

export interface SampleRun {
  /** The sample company's site. */
  dist: string;
  /** Where its runs are kept. */
  buildFolder: string;
  warehouse: string;
  /** Warehouse of a run a month before: its last run. Without a site. */
  earlierWarehouse: string;
}

const EARLIER_RUN = "runs/000000000000";

/** The run before: who changed, and which figures moved, is told against it. */
async function buildEarlier({ buildFolder, earlierWarehouse }: SampleRun): Promise<void> {
  mkdirSync(dirname(earlierWarehouse), { recursive: true });
  const db = await Database.open(earlierWarehouse);
  try {
    await buildWarehouse(db, { ...loadProject(join(root, "data/sample")), as_of_date: "2025-05-31" }, { root, workFolder: join(dirname(earlierWarehouse), "work"), log: silentLog });
    await db.run("checkpoint");
  } finally {
    db.close();
  }
  symlinkSync(EARLIER_RUN, join(buildFolder, "sample/current"));
}

/**
 * The sample company, built once for all test files of a run: whoever asks first builds, the others wait. None may change
 * what it holds.
 */
export async function sampleRun(): Promise<SampleRun> {
  const folder = process.env.CLIENTELE_SAMPLE_RUN!;
  const run = { dist: join(folder, "dist"), buildFolder: join(folder, "build"), warehouse: join(folder, "build/sample/current/warehouse.duckdb"), earlierWarehouse: join(folder, "build/sample", EARLIER_RUN, "warehouse.duckdb") };
  try {
    mkdirSync(join(folder, "begun"));
  } catch {
    while (!existsSync(join(folder, "ended"))) await new Promise((done) => setTimeout(done, 200));
    if (!existsSync(run.warehouse)) throw new Error("the sample company could not be built: see the test file that tried");
    return run;
  }
  try {
    await buildEarlier(run);
    await build(loadProject(join(root, "data/sample")), { root, buildFolder: run.buildFolder, dist: run.dist, log: silentLog, now: () => 0 });
  } finally {
    writeFileSync(join(folder, "ended"), "");
  }
  return run;
}
