import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync, symlinkSync, utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { projectSlug } from "../../pipeline/engine/project.js";
import { checkPlaces, openRun, publishRun, removeOldRuns } from "../../pipeline/engine/publish.js";
import { filesOf } from "../../pipeline/engine/files.js";

/*
 * A good site is never replaced by a bad one: whatever happens to a build, the last good site and warehouse stay whole,
 * and the next build mends what was left lying about.
 */

vi.setConfig({ testTimeout: 300_000 });

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "clientele-publish-"));
const project = join(folder, "shop");
const dist = join(folder, "dist");
const slug = projectSlug({ file: join(project, "project.yaml") });
const built = join(folder, "build", slug);
const runs = join(built, "runs");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeProject(rows: number, extra = ""): void {
  mkdirSync(project, { recursive: true });
  const lines = Array.from({ length: rows }, (_, index) => `c${index % 40},2025-0${1 + (index % 6)}-${10 + (index % 19)},${(index % 90) + 1}`);
  writeFileSync(join(project, "log.csv"), `customer,day,amount\n${lines.join("\n")}\n${extra}`);
  writeFileSync(join(project, "project.yaml"), `
name: Shop
reporting_currency: EUR
entities:
  transactions:
    - files: log.csv
      columns: { customer_id: customer, transaction_date: day, amount: amount }
`);
}

interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}

function startBuild(buildFolder = join(folder, "build"), site = dist, ...more: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "pipeline/engine/cli.ts", "build", "--project", project, "--out", site, "--build-dir", buildFolder, ...more], { cwd: root });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const done = new Promise<Outcome>((end) => child.on("close", (code, signal) => end({ code, signal, output })));
  return { child, done, output: () => output };
}

/** Fingerprint of all that a visitor or an analyst would find. */
async function state(): Promise<string> {
  const hash = createHash("sha256");
  const site = realpathSync(dist);
  for (const file of filesOf(site)) hash.update(file).update(readFileSync(join(site, file)));
  const db = await Database.open(join(built, "current/warehouse.duckdb"), { readOnly: true });
  hash.update(JSON.stringify(await db.rows("select count(*)::integer as orders, sum(revenue)::double as revenue from marts.orders")));
  db.close();
  return hash.digest("hex");
}

beforeAll(async () => {
  writeProject(400);
  const { code, output } = await startBuild().done;
  expect(output).toContain("rows read");
  expect(code).toBe(0);
});

test("a build with the SQL explorer stands beside the one without it, and changes nothing of it", async () => {
  const before = await state();
  const target = readlinkSync(join(built, "current"));
  const beside = join(folder, "dist-explorer");
  const { code, output } = await startBuild(undefined, beside, "--explorer").done;
  expect(output).toContain("no outside request, no broken link");
  expect(code).toBe(0);
  expect([await state(), readlinkSync(join(built, "current"))]).toEqual([before, target]);
  expect(filesOf(realpathSync(dist)).filter((file) => /explorer|duckdb|wasm/.test(file))).toEqual([]);
  const page = (site: string, name: string) => readFileSync(join(site, `${name}.html`), "utf8");
  const run = /data-run="(\w+)"/.exec(page(beside, "index"))![1]!;
  expect(page(dist, "index")).not.toContain(run);
  expect(filesOf(realpathSync(beside))).toEqual(expect.arrayContaining(["explorer.html", "zh/explorer.html", `data/${run}/explorer/customer_index.arrow.gz`]));
  for (const [name, isExplorer] of [["explorer", true], ["zh/explorer", true], ["index", false], ["definitions", false]] as const) {
    expect(page(beside, name).includes("wasm-unsafe-eval"), name).toBe(isExplorer);
  }
  for (const file of ["_headers", ".htaccess", "nginx-headers.conf"]) {
    expect(readFileSync(join(beside, file), "utf8")).toContain("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:; frame-ancestors 'none'");
    expect(readFileSync(join(dist, file), "utf8")).not.toContain("script-src");
  }
});

/** Kills a build once it has said something; it may have ended by then. */
async function killedAfter(moment: string): Promise<Pick<Outcome, "signal" | "code">> {
  const { child, done, output } = startBuild();
  await new Promise<void>((kill) => {
    const timer = setInterval(() => {
      if (output().includes(moment) || child.exitCode !== null) {
        clearInterval(timer);
        kill();
      }
    }, 5);
  });
  if (moment === "") await new Promise((wait) => setTimeout(wait, 700));
  child.kill("SIGKILL");
  const { signal, code } = await done;
  return { signal, code };
}

test("a build killed at any moment leaves the last good site and warehouse, and the next one clears up", async () => {
  const before = await state();
  // The last of them a day after all that the first run knew.
  writeProject(499, "c1,2025-06-29,5\n");
  // From the first millisecond to the last: by what the build has said so far, and between.
  for (const moment of ["", "transactions", "of exports"]) {
    expect(await killedAfter(moment)).toEqual({ signal: "SIGKILL", code: null });
    expect(await state(), `killed after "${moment}"`).toBe(before);
  }
  const { code } = await startBuild().done;
  expect(code).toBe(0);
  expect(await state()).not.toBe(before);
  // The new run knows of the one before, for all that was killed between: 40 customers then and now, with a hundred purchases more.
  const db = await Database.open(join(built, "current/warehouse.duckdb"), { readOnly: true });
  expect(await db.rows("select customers, came_customers, went_customers from marts.change_totals")).toEqual([{ customers: 40, came_customers: 0, went_customers: 0 }]);
  expect(await db.rows("select before, now from marts.figure_changes where figure = 'orders' and dimension = 'all'")).toEqual([{ before: 400, now: 500 }]);
  db.close();
  expect(readdirSync(runs).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a run that is repeated and killed at its end is published whole, under the name of the first, or not at all; two runs are kept", async () => {
  const [before, first] = [await state(), readlinkSync(join(built, "current"))];
  const { code } = await killedAfter("files checked");
  expect(await state()).toBe(before);
  expect([`${first}-2`, ...(code === 0 ? [] : [first])]).toContain(readlinkSync(join(built, "current")));
  // Killed between the two, the oldest is still to be removed.
  expect([2, ...(code === 0 ? [] : [3])]).toContain(readdirSync(runs).filter((name) => !name.startsWith(".")).length);
});

test.each([["SIGINT", 130, "of marts"], ["SIGTERM", 143, ""]] as const)(
  "a build ended by %s ends with %i, leaves nothing behind and changes nothing", async (signal, expected, moment) => {
    const before = await state();
    writeProject(550);
    const { child, done, output } = startBuild();
    await vi.waitUntil(() => output().includes(moment), { timeout: 120_000, interval: 5 });
    // Framework is on its way as soon as a build is, and may have ended before the marts are there.
    if (moment === "") await vi.waitUntil(() => processesOf(built).length > 0, { timeout: 60_000, interval: 5 });
    child.kill(signal);
    expect((await done).code).toBe(expected);
    expect(readdirSync(runs).filter((name) => name.startsWith("."))).toEqual([]);
    await vi.waitUntil(() => processesOf(built).length === 0, { timeout: 2_000 });
    expect(await state()).toBe(before);
  });

/** Framework's processes that work for a build folder. */
function processesOf(buildFolder: string): string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, "utf8").includes(`CLIENTELE_SITE=${buildFolder}`);
    } catch {
      return false;
    }
  });
}

test("a build with too many refused rows says so with file and row, ends with 1 and changes nothing", async () => {
  const before = await state();
  writeProject(500, Array.from({ length: 20 }, () => "c1,2025-02-30,5\n").join(""));
  const { code, output } = await startBuild().done;
  expect(code).toBe(1);
  expect(output).toContain("✖ log.csv: 20 of 520 rows of transactions were refused, more than the 1 % allowed");
  expect(output).toContain("20 x transaction_date is no date such as 2024-05-31: declare how it is written, as in { column: Date, format: \"%d/%m/%Y\" } (first: row 502, 2025-02-30)");
  expect(output).toMatch(/→ at .*project\.yaml:6/);
  expect(await state()).toBe(before);
  expect(readdirSync(runs).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a place that holds something else is not replaced", async () => {
  writeProject(500);
  const occupied = join(folder, "occupied");
  mkdirSync(occupied);
  writeFileSync(join(occupied, "thesis.txt"), "mine");
  const { code, output } = await startBuild(join(folder, "build"), occupied).done;
  expect(code).toBe(1);
  expect(output).toContain("is a folder of its own and will not be replaced");
  expect(readFileSync(join(occupied, "thesis.txt"), "utf8")).toBe("mine");
});

test("a full disk ends the build with its message, and the last good site stays", async () => {
  const before = await state();
  writeProject(600);
  // A file system of a few MB, by which the warehouse or the site must fail.
  const small = join(folder, "small");
  mkdirSync(small);
  const mounted = await new Promise<boolean>((done) => {
    spawn("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", small]).on("close", (code) => done(code === 0)).on("error", () => done(false));
  });
  if (!mounted) {
    console.warn("skipped: this machine does not let the test mount a small file system");
    return;
  }
  try {
    // The last good run lies on the full disk too.
    const { code, output } = await startBuild(small).done;
    expect(output).toContain("✖ the disk is full (");
    expect(output).toContain(`  → at ${small}`);
    expect(output).not.toMatch(/^ +at /m);
    expect(code).toBe(1);
    expect(existsSync(join(small, slug, "current"))).toBe(false);
    expect(readlinkSync(dist)).toContain(`build/${slug}/current/site`);
    expect(await state()).toBe(before);
  } finally {
    await new Promise((done) => spawn("umount", [small]).on("close", done));
  }
});

const id = "0123456789ab";

/** Publishes a run that is as small as can be. */
function publish(buildFolder: string, site: string, name = id): string {
  checkPlaces(buildFolder, site);
  const run = openRun(buildFolder, name);
  writeFileSync(join(run, "warehouse.duckdb"), "");
  mkdirSync(join(run, "site"));
  writeFileSync(join(run, "site/index.html"), name);
  const published = publishRun(buildFolder, run, name, site);
  removeOldRuns(buildFolder);
  return published;
}

/** Does it as a user who is not root, whom file modes bind. */
function asNobody(action: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid!(65534);
  try {
    action();
  } finally {
    if (isRoot) process.seteuid!(0);
  }
}

function newFolder(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

test("what lies in runs/ and is no run of ours stays", () => {
  const base = newFolder("mine");
  mkdirSync(join(base, "shop/runs/marathon"), { recursive: true });
  for (const file of ["marathon/times.csv", "0123456789ab.csv", ".notes.4711"]) writeFileSync(join(base, "shop/runs", file), "mine");
  for (const name of ["000000000001", "000000000002", "000000000003"]) publish(join(base, "shop"), join(base, "dist"), name);
  expect(readdirSync(join(base, "shop/runs")).sort()).toEqual([".notes.4711", "000000000002", "000000000003", "0123456789ab.csv", "marathon"]);
  expect(readFileSync(join(base, "shop/runs/marathon/times.csv"), "utf8")).toBe("mine");
});

test("a project's folder is no build folder", () => {
  const base = newFolder("projects");
  mkdirSync(join(base, "shop"));
  writeFileSync(join(base, "shop/project.yaml"), "");
  expect(() => checkPlaces(join(base, "shop"), join(base, "dist"))).toThrow("holds a project.yaml");
  expect(() => checkPlaces(join(base, "shop/shop-1"), join(base, "dist"))).toThrow("holds a project.yaml");
  expect(readdirSync(join(base, "shop"))).toEqual(["project.yaml"]);
});

test("no two builds share a folder, and only what a dead or long silent build left is cleared away", () => {
  const base = newFolder("shared");
  const place = join(base, "runs");
  mkdirSync(place);
  const [one, two] = [openRun(base, id), openRun(base, id)];
  expect(one).not.toBe(two);
  const space = /\.([0-9a-f]{8})-/.exec(basename(one))![1]!;
  const leave = (name: string, hours: number) => {
    mkdirSync(join(place, name));
    const time = Date.now() / 1000 - hours * 3600;
    utimesSync(join(place, name), time, time);
    return name;
  };
  const dead = 2 ** 22 + 1;
  leave(`.${id}.${dead}.${space}-aaaaaa`, 0);
  leave(`.${id}.${process.pid}.00000000-aaaaaa`, 25);
  const kept = [leave(`.${id}.${process.pid}.${space}-aaaaaa`, 25), leave(`.${id}.${dead}.00000000-aaaaaa`, 23)];
  const third = openRun(base, id);
  expect(readdirSync(place).sort()).toEqual([one, two, third].map((path) => basename(path)).concat(kept).sort());
});

test("builds of one id that end together are published under names of their own", () => {
  const base = newFolder("together");
  expect(basename(publish(base, join(base, "dist")))).toBe(id);
  expect(basename(publish(base, join(base, "dist")))).toBe(`${id}-2`);
});

test("the warehouse is for its owner alone, the site for everyone", () => {
  const base = newFolder("private");
  checkPlaces(base, join(base, "dist"));
  expect(statSync(openRun(base, id)).mode & 0o777).toBe(0o700);
  const run = publish(base, join(base, "dist"));
  expect(statSync(join(run, "warehouse.duckdb")).mode & 0o777).toBe(0o600);
  for (const place of [run, join(run, "site")]) expect(statSync(place).mode & 0o005).toBe(0o005);
});

test("a site is found through a folder that is itself a link", () => {
  const base = newFolder("linked");
  mkdirSync(join(base, "far/away/www"), { recursive: true });
  symlinkSync(join(base, "far/away/www"), join(base, "www"));
  publish(join(base, "build"), join(base, "www/dist"));
  expect(readFileSync(join(base, "www/dist/index.html"), "utf8")).toBe(id);
});

test("a link that is right needs no right to write beside it; without one the build is refused before its work", () => {
  chmodSync(folder, 0o755);
  const base = newFolder("readable");
  chmodSync(base, 0o777);
  asNobody(() => publish(join(base, "build"), join(base, "dist")));
  chmodSync(base, 0o555);
  asNobody(() => {
    publish(join(base, "build"), join(base, "dist"), "000000000002");
    expect(readFileSync(join(base, "dist/index.html"), "utf8")).toBe("000000000002");
    expect(() => checkPlaces(join(base, "build"), join(base, "elsewhere"))).toThrow(/elsewhere cannot be made: EACCES/);
  });
  expect(readdirSync(base).sort()).toEqual(["build", "dist"]);
});

test("a link that leads to no site of ours, and a file, are not replaced; one of ours is, even where its runs are gone", () => {
  const base = newFolder("links");
  mkdirSync(join(base, "www"));
  mkdirSync(join(base, "app/current/site"), { recursive: true });
  const site = join(base, "dist");
  for (const foreign of ["www", "gone", "app/current/site"]) {
    symlinkSync(foreign, site);
    expect(() => checkPlaces(join(base, "build"), site)).toThrow(`is a link to ${foreign}, which is no site of Clientele`);
    expect(readlinkSync(site)).toBe(foreign);
    rmSync(site);
  }
  writeFileSync(site, "mine");
  expect(() => checkPlaces(join(base, "build"), site)).toThrow("is a file of its own");
  rmSync(site);
  publish(join(base, "old"), site);
  publish(join(base, "build"), site);
  expect(readlinkSync(site)).toBe("build/current/site");
  rmSync(join(base, "build"), { recursive: true });
  publish(join(base, "old"), site);
  expect(readlinkSync(site)).toBe("old/current/site");
});
