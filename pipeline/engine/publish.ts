import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync, closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, mkdtempSync, openSync, readdirSync, readlinkSync, realpathSync, renameSync,
  rmSync, symlinkSync, unlinkSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fail } from "./errors.js";
import { filesOf } from "./files.js";
import { shownPath } from "./project.js";

/*
 * data/build/<project>/
 *   runs/<id>/            one finished run: warehouse.duckdb (for its owner alone), pages/, site/
 *   runs/.<id>.<pid>.<host>-<random>/  a run that is being built, or was cut off: for its owner alone
 *   current -> runs/<id>  the last good run: replaced by one rename, so that warehouse and site change together
 * dist -> data/build/<project>/current/site
 */

/** Runs kept: the current one, and the one before it to go back to. */
const KEPT_RUNS = 2;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Names that are given here. Whatever else lies in runs/ is not ours, and stays. */
const finishedName = /^[0-9a-f]{12}(-\d+)?$/;
const openName = /^\.[0-9a-f]{12}\.(\d+)(?:\.([0-9a-f]{8})-\w{6})?$/;
const currentTarget = /^runs\/[0-9a-f]{12}(-\d+)?$/;

/** Refuses, before any work, places that hold something else or cannot be written, and makes the folder of runs. */
export function checkPlaces(buildFolder: string, dist: string): void {
  for (const folder of [dirname(buildFolder), buildFolder].filter((folder) => existsSync(join(folder, "project.yaml")))) {
    fail(`the build folder ${shownPath(folder)} holds a project.yaml, and runs are not kept among a project's own files`, undefined,
      "name a folder of its own with --build-dir");
  }
  const current = join(buildFolder, "current");
  if (entryAt(current) && !isCurrent(current)) fail(`${shownPath(current)} is no link to a run and will not be replaced`, undefined, "name another place with --build-dir");
  checkDist(buildFolder, dist);
  mkdirSync(join(buildFolder, "runs"), { recursive: true });
}

function checkDist(buildFolder: string, dist: string): void {
  const entry = entryAt(dist);
  const fix = "move it away, or name another place with --out";
  if (entry && !entry.isSymbolicLink()) fail(`${shownPath(dist)} is a ${entry.isDirectory() ? "folder" : "file"} of its own and will not be replaced`, undefined, fix);
  if (entry && siteOwner(dist) === undefined) {
    fail(`${shownPath(dist)} is a link to ${readlinkSync(dist)}, which is no site of Clientele, and will not be replaced`, undefined, fix);
  }
  if (isLinked(dist, buildFolder)) return;
  mkdirSync(dirname(dist), { recursive: true });
  try {
    unlinkSync(linkAside(dist, "probe"));
  } catch (error) {
    fail(`the link ${shownPath(dist)} cannot be made: ${(error as Error).message}`, undefined, "name another place with --out");
  }
}

/** Makes an empty folder for a run, which no other build has, and clears away those whose process is gone. */
export function openRun(buildFolder: string, id: string): string {
  const runs = join(buildFolder, "runs");
  for (const name of readdirSync(runs)) {
    try {
      if (isAbandoned(join(runs, name))) rmSync(join(runs, name), { recursive: true, force: true });
    } catch {
      // Another build clears it away just now, or it is another user's to clear.
    }
  }
  return mkdtempSync(join(runs, `.${id}.${process.pid}.${processSpace()}-`));
}

/**
 * Makes a finished run the current one, at once and wholly: whoever reads sees the old run or the new one. Everything
 * is on disk before the name changes.
 *
 * @returns the run's folder under its lasting name
 */
export function publishRun(buildFolder: string, openFolder: string, id: string, dist: string): string {
  // A web server's user may come to the site, not to personal data.
  chmodSync(join(openFolder, "warehouse.duckdb"), 0o600);
  chmodSync(openFolder, 0o755);
  syncFiles(openFolder);
  const runs = join(buildFolder, "runs");
  const name = takeName(openFolder, runs, id);
  syncFolder(runs);
  replaceLink(join(buildFolder, "current"), join("runs", name));
  // A stable link into the current run: it changes only when another project is built to the same place.
  if (!isLinked(dist, buildFolder)) {
    replaceLink(dist, relative(realpathSync(dirname(dist)), join(realpathSync(buildFolder), "current", "site")));
  }
  if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} leads to no site: ${readlinkSync(dist)}`);
  return join(runs, name);
}

/** Removes what is no longer kept of the finished runs. */
export function removeOldRuns(buildFolder: string): void {
  const runs = join(buildFolder, "runs");
  const current = basename(currentRun(buildFolder)!);
  const others = readdirSync(runs).filter((name) => finishedName.test(name) && name !== current)
    .map((name) => ({ path: join(runs, name), time: entryAt(join(runs, name))?.ctimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of others.slice(KEPT_RUNS - 1)) rmSync(path, { recursive: true, force: true });
}

/** Removes a run that did not succeed; what cannot be removed now, a later build clears away. */
export function discardRun(openFolder: string): void {
  try {
    // A process that was told to end may still write for a moment.
    rmSync(openFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // Why the run did not succeed matters more.
  }
}

/** Folder of the last good run, if there is one. */
export function currentRun(buildFolder: string): string | undefined {
  const link = join(buildFolder, "current");
  return existsSync(link) ? resolve(buildFolder, readlinkSync(link)) : undefined;
}

/** Renames the folder to the run's id, or to the next name that no other build has taken. */
function takeName(openFolder: string, runs: string, id: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? id : `${id}-${number}`;
    try {
      renameSync(openFolder, join(runs, name));
      return name;
    } catch (error) {
      if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
}

const entryAt = (path: string) => lstatSync(path, { throwIfNoEntry: false });
const isCurrent = (path: string) => entryAt(path)?.isSymbolicLink() === true && currentTarget.test(readlinkSync(path));

/** Build folder whose site a link leads to, even one that was removed since; undefined where it leads elsewhere. */
function siteOwner(link: string): string | undefined {
  const target = resolve(realpathSync(dirname(link)), readlinkSync(link));
  const current = dirname(target);
  if (basename(target) !== "site" || basename(current) !== "current") return undefined;
  return entryAt(current) && !isCurrent(current) ? undefined : dirname(current);
}

function isLinked(dist: string, buildFolder: string): boolean {
  const owner = entryAt(dist) && siteOwner(dist);
  return owner !== undefined && existsSync(owner) && existsSync(buildFolder) && realpathSync(owner) === realpathSync(buildFolder);
}

function replaceLink(link: string, target: string): void {
  renameSync(linkAside(link, target), link);
  syncFolder(dirname(link));
}

/** A new link beside another one, under a name that nobody has. */
function linkAside(link: string, target: string): string {
  const aside = join(dirname(link), `.${basename(link)}.${randomUUID()}`);
  symlinkSync(target, aside);
  return aside;
}

/** Whether the process of an open run is gone; of another machine's process only its silence for a day tells. */
function isAbandoned(folder: string): boolean {
  const [name, pid, space] = openName.exec(basename(folder)) ?? [];
  if (name === undefined) return false;
  if (space === processSpace()) return !isAlive(Number(pid));
  const times = [folder, ...readdirSync(folder).map((entry) => join(folder, entry))].map((path) => entryAt(path)?.mtimeMs ?? 0);
  return Date.now() - Math.max(...times) > DAY_MS;
}

/** Within what a process number means one process: a machine, or a container on it. */
function processSpace(): string {
  const namespace = "/proc/self/ns/pid";
  return createHash("sha256").update(`${hostname()} ${entryAt(namespace) ? readlinkSync(namespace) : ""}`).digest("hex").slice(0, 8);
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
