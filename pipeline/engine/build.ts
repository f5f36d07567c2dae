import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, rmSync, statSync } from "node:fs";
import { constants, freemem } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { globSync } from "tinyglobby";
import { Database } from "./database.js";
import { writeExplorerTables } from "./explorer.js";
import { writeExports, type ExportedTable } from "./export.js";
import { filesOf } from "./files.js";
import { findLastRun } from "./lastRun.js";
import type { Log } from "./log.js";
import { renderPages, writeFrames } from "./pages.js";
import { inputFiles, projectSlug, shownPath, startOf, type Project } from "./project.js";
import { checkPlaces, discardRun, openRun, publishRun, removeOldRuns } from "./publish.js";
import { completeSite, layOutSite, type SiteLayout } from "./site.js";
import { buildWarehouse } from "./warehouse.js";
import type { SiteFacts } from "../../src/lib/page.js";
import type { ExplorerTable } from "../../src/pages/explorer.js";

export interface BuildOptions {
  /** Folder that holds pipeline/, src/ and observablehq.config.ts. */
  root: string;
  /** Where runs are kept: a folder for each project. */
  buildFolder: string;
  /** Link to the site of the last good run. */
  dist: string;
  /** Whether the site has the SQL explorer, and the data of every export with it. Its runs are kept apart from the others. */
  explorer?: boolean;
  log: Log;
  /** Milliseconds since some moment: for the summary alone. */
  now: () => number;
}

/** Inputs below this many bytes are computed by one thread: to share work of a few rows takes longer than to do it. */
const SMALL_BYTES = 4_000_000;

/** Inputs to site: builds aside, and swaps the whole in when all of it is good. */
export async function build(project: Project, options: BuildOptions): Promise<void> {
  const { root, dist, explorer = false, log, now } = options;
  const started = now();
  // Runs of their own: a link to a site without the explorer never comes to lead to one with it.
  const buildFolder = join(options.buildFolder, `${projectSlug(project)}${explorer ? "-explorer" : ""}`);
  checkPlaces(buildFolder, dist);
  const inputs = filesRead(project);
  const { id, last } = await findLastRun(buildFolder, await inputsId(root, project, inputs, explorer), log);
  const run = openRun(buildFolder, id);
  let open: Database | undefined;
  let layout: SiteLayout | undefined;
  const discard = () => discardRun(run);
  const end = (signal: NodeJS.Signals) => {
    // The process cannot end while a query runs.
    open?.interrupt();
    process.exit(128 + constants.signals[signal]);
  };
  process.on("SIGINT", end).on("SIGTERM", end).on("exit", discard);
  try {
    const pagesFolder = join(run, "pages");
    const siteFolder = join(run, "site");
    const framesFolder = join(run, "frames");
    const pages = await writeFrames(root, framesFolder, project.name, explorer);
    layout = layOutSite(root, framesFolder, siteFolder, explorer);
    const db = await Database.open(join(run, "warehouse.duckdb"), {
      temporary: join(run, "spill"), memoryLimit: `${Math.max(1, Math.floor((freemem() * 0.7) / 2 ** 30))}GB`,
      threads: inputs.reduce((bytes, file) => bytes + statSync(file).size, 0) < SMALL_BYTES ? 1 : undefined,
    });
    open = db;
    let counts: { read: bigint; accepted: bigint; quarantined: bigint; models: bigint; checks: bigint; warnings: bigint };
    let exported: ExportedTable[];
    let offered: ExplorerTable[] | undefined;
    let facts: SiteFacts;
    try {
      const { asOfDate, steps } = await buildWarehouse(db, project, { root, workFolder: join(run, "work"), log, last });
      mkdirSync(pagesFolder, { recursive: true });
      exported = await writeExports(db, steps, pagesFolder);
      offered = explorer ? await writeExplorerTables(db, exported, pagesFolder) : undefined;
      const supplied = await db.rows<{ entity: string }>("select entity from run.entities where is_supplied");
      facts = {
        project: project.name, currency: project.reporting_currency, asOfDate, run: id,
        windowDays: project.settings.analysis.window_days, supplied: supplied.map(({ entity }) => entity), contacts: project.contacts,
      };
      counts = await db.row(`select
        (select coalesce(sum(rows_read), 0)::bigint from run.input_files) as read,
        (select coalesce(sum(rows_accepted), 0)::bigint from run.input_files) as accepted,
        (select coalesce(sum(rows_quarantined), 0)::bigint from run.input_files) as quarantined,
        (select count(*) from run.models) as models,
        (select count(*) from run.check_results) as checks,
        (select count(*) from run.check_results where bad_rows > 0) as warnings`);
      await db.run("checkpoint");
    } finally {
      open = undefined;
      db.close();
    }
    const drawn = await renderPages(pagesFolder, exported, facts, offered);
    log.step("site", `${pages.length} pages drawn from ${exported.length} exports`);
    await completeSite(layout, siteFolder, pagesFolder, drawn, id);
    rmSync(framesFolder, { recursive: true });
    log.step("site", `${filesOf(siteFolder).length} files checked: no outside request, no broken link`);
    publishRun(buildFolder, run, id, dist);
    try {
      removeOldRuns(buildFolder);
    } catch (error) {
      log.warn({ what: `old runs could not be removed: ${(error as Error).message}`, where: shownPath(join(buildFolder, "runs")) });
    }
    const seconds = ((now() - started) / 1000).toFixed(1);
    const whole = (value: bigint) => value.toLocaleString("en");
    log.summary([
      ["rows read", `${whole(counts.read)} = ${whole(counts.accepted)} accepted + ${whole(counts.quarantined)} in quarantine`],
      ["models", whole(counts.models)],
      ["checks", `${whole(counts.checks - counts.warnings)} kept${counts.warnings > 0n ? `, ${whole(counts.warnings)} with a warning` : ""}`],
      ["time", `${seconds} s`],
      ["warehouse", shownPath(join(buildFolder, "current", "warehouse.duckdb"))],
      ["site", shownPath(join(dist, "index.html"))],
    ], {
      rows_read: Number(counts.read), rows_accepted: Number(counts.accepted), rows_quarantined: Number(counts.quarantined),
      models: Number(counts.models), checks: Number(counts.checks), warnings: Number(counts.warnings), pages: pages.length, run: id,
      seconds: Number(seconds), site: dist,
    });
  } catch (error) {
    await layout?.stop();
    discard();
    throw error;
  } finally {
    process.off("SIGINT", end).off("SIGTERM", end).off("exit", discard);
  }
}

/** Whatever a run reads of its project: project.yaml, and the files it names. */
function filesRead(project: Project): string[] {
  const globs = Object.values(project.entities).flatMap((sources) => sources ?? []).flatMap((source) => source.files);
  return [project.file, ...inputFiles(project, [...new Set(globs.flat())]).map((file) => join(startOf(project, file), file))];
}

/** Names what goes into a run: the same inputs, settings and code have the same name. */
async function inputsId(root: string, project: Project, inputs: string[], explorer: boolean): Promise<string> {
  const hash = createHash("sha256");
  const code = globSync(["pipeline/**", "src/**", "observablehq.config.ts", "package-lock.json"], { cwd: root, onlyFiles: true }).sort();
  hash.update(project.privacy.salt ?? "");
  hash.update(project.as_of_date ?? "");
  if (explorer) hash.update("explorer");
  for (const file of [...code.map((file) => join(root, file)), ...inputs]) {
    hash.update(`\0${file.slice(file.lastIndexOf("/") + 1)}\0`);
    await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) hash.update(chunk);
    });
  }
  return hash.digest("hex").slice(0, 12);
}
