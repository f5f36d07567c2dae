import { closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fail } from "./errors.js";
import { shownPath } from "./project.js";
import { filesOf } from "./site.js";

/*
 * data/build/<project>/
 *   runs/<id>/            one finished run: warehouse.duckdb, pages/, site/
 *   runs/.<id>.<pid>/     a run that is being built, or was cut off
 *   current -> runs/<id>  the last good run: replaced by one rename, so that warehouse and site change together
 * dist -> data/build/<project>/current/site
 */

/** Runs kept: the current one, and the one before it to go back to. */
const KEPT_RUNS = 2;

/** Makes an empty folder for a run, and clears away those whose process is gone. */
export function openRun(buildFolder: string, id: string): string {
  const runs = join(buildFolder, "runs");
  mkdirSync(runs, { recursive: true });
  for (const name of readdirSync(runs)) {
    const process = /^\..+\.(\d+)$/.exec(name)?.[1];
    if (process && !isAlive(Number(process))) rmSync(join(runs, name), { recursive: true, force: true });
  }
  const folder = join(runs, `.${id}.${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

/**
 * Makes a finished run the current one, at once and wholly: whoever reads sees the old run or the new one. Everything
 * is on disk before the name changes.
 *
 * @returns the run's folder under its lasting name
 */
export function publishRun(buildFolder: string, openFolder: string, id: string, dist: string): string {
  syncFiles(openFolder);
  const runs = join(buildFolder, "runs");
  const taken = new Set(readdirSync(runs));
  let name = id;
  for (let number = 2; taken.has(name); number++) name = `${id}-${number}`;
  const folder = join(runs, name);
  renameSync(openFolder, folder);
  syncFolder(runs);
  replaceLink(join(buildFolder, "current"), join("runs", name));
  // A stable link into the current run: it changes only when another project is built to the same place.
  replaceLink(dist, relative(dirname(dist), join(buildFolder, "current", "site")));
  removeOldRuns(runs, name);
  return folder;
}

/** Refuses a place for the site that holds something else. */
export function checkDist(dist: string): void {
  if (existsSync(dist) && !lstatSync(dist).isSymbolicLink()) {
    fail(`${shownPath(dist)} is a folder of its own and will not be replaced`, undefined, "move it away, or name another place with --out");
  }
}

/** Removes a run that did not succeed. */
export function discardRun(openFolder: string): void {
  rmSync(openFolder, { recursive: true, force: true });
}

/** Folder of the last good run, if there is one. */
export function currentRun(buildFolder: string): string | undefined {
  const link = join(buildFolder, "current");
  return existsSync(link) ? resolve(buildFolder, readlinkSync(link)) : undefined;
}

function replaceLink(link: string, target: string): void {
  mkdirSync(dirname(link), { recursive: true });
  const aside = join(dirname(link), `.${basename(link)}.${process.pid}`);
  rmSync(aside, { force: true });
  symlinkSync(target, aside);
  renameSync(aside, link);
  syncFolder(dirname(link));
}

function removeOldRuns(runs: string, current: string): void {
  const finished = readdirSync(runs).filter((name) => !name.startsWith("."))
    .sort((a, b) => lstatSync(join(runs, b)).ctimeMs - lstatSync(join(runs, a)).ctimeMs);
  const kept = new Set([current, ...finished.filter((name) => name !== current).slice(0, KEPT_RUNS - 1)]);
  for (const name of finished) if (!kept.has(name)) rmSync(join(runs, name), { recursive: true, force: true });
}

function syncFiles(folder: string): void {
  for (const file of filesOf(folder)) syncFolder(join(folder, file));
}

function syncFolder(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
