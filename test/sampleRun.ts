import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "../pipeline/engine/build.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadProject } from "../pipeline/engine/project.js";

/** The repository. */
export const root = resolve(import.meta.dirname, "..");

export interface SampleRun {
  /** The sample company's site. */
  dist: string;
  /** Where its runs are kept. */
  buildFolder: string;
  warehouse: string;
}

/**
 * The sample company, built once for all test files of a run: whoever asks first builds, the others wait. None may change
 * what it holds.
 */
export async function sampleRun(): Promise<SampleRun> {
  const folder = process.env.CLIENTELE_SAMPLE_RUN!;
  const run = { dist: join(folder, "dist"), buildFolder: join(folder, "build"), warehouse: join(folder, "build/sample/current/warehouse.duckdb") };
  try {
    mkdirSync(join(folder, "begun"));
  } catch {
    while (!existsSync(join(folder, "ended"))) await new Promise((done) => setTimeout(done, 200));
    if (!existsSync(run.warehouse)) throw new Error("the sample company could not be built: see the test file that tried");
    return run;
  }
  try {
    await build(loadProject(join(root, "data/sample")), { root, buildFolder: run.buildFolder, dist: run.dist, log: silentLog, now: () => 0 });
  } finally {
    writeFileSync(join(folder, "ended"), "");
  }
  return run;
}
