import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { filesOf } from "../../pipeline/engine/site.js";

/*
 * A good site is never replaced by a bad one: whatever happens to a build, the last good site and warehouse stay whole,
 * and the next build mends what was left lying about.
 */

vi.setConfig({ testTimeout: 300_000 });

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "clientele-publish-"));
const project = join(folder, "shop");
const dist = join(folder, "dist");
const runs = join(folder, "build/shop/runs");
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

function startBuild(buildFolder = join(folder, "build"), site = dist) {
  const child = spawn(process.execPath, ["--import", "tsx", "pipeline/engine/cli.ts", "build", "--project", project, "--out", site, "--build-dir", buildFolder], { cwd: root });
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
  const db = await Database.open(join(folder, "build/shop/current/warehouse.duckdb"), { readOnly: true });
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

test("a build killed at any moment leaves the last good site and warehouse, and the next one clears up", async () => {
  const before = await state();
  writeProject(500);
  // From the first millisecond to the last: by what the build has said so far, and between.
  for (const moment of ["", "transactions", "of staging", "of exports", "pages drawn", "files checked"]) {
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
    // The last moment may come too late: then the new run is published, whole.
    if (signal === null && code === 0) break;
    expect(await state(), `killed after "${moment}"`).toBe(before);
  }
  const { code } = await startBuild().done;
  expect(code).toBe(0);
  expect(await state()).not.toBe(before);
  expect(readdirSync(runs).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a build with too many refused rows says so with file and row, ends with 1 and changes nothing", async () => {
  const before = await state();
  writeProject(500, Array.from({ length: 20 }, () => "c1,2025-02-30,5\n").join(""));
  const { code, output } = await startBuild().done;
  expect(code).toBe(1);
  expect(output).toContain("✖ log.csv: 20 of 520 rows of transactions were refused, more than the 1 % allowed");
  expect(output).toContain("20 x transaction_date is no date (first: row 502, 2025-02-30)");
  expect(output).toMatch(/→ at .*project\.yaml:5/);
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
    expect(code).not.toBe(0);
    expect(output).toMatch(/No space left|ENOSPC|space/i);
    expect(existsSync(join(small, "shop/current"))).toBe(false);
    expect(readlinkSync(dist)).toContain("build/shop/current/site");
    expect(await state()).toBe(before);
  } finally {
    await new Promise((done) => spawn("umount", [small]).on("close", done));
  }
});

test("the two last runs are kept, and the same input has the same name", async () => {
  writeProject(700);
  await startBuild().done;
  const [first] = [readlinkSync(join(folder, "build/shop/current"))];
  await startBuild().done;
  expect(readlinkSync(join(folder, "build/shop/current"))).toBe(`${first}-2`);
  expect(readdirSync(runs)).toHaveLength(2);
});
