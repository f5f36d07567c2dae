import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { writeExports } from "../../pipeline/engine/export.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject, type Project } from "../../pipeline/engine/project.js";
import { filesOf } from "../../pipeline/engine/files.js";
import { buildWarehouse } from "../../pipeline/engine/warehouse.js";
import { root, sampleRun } from "../sampleRun.js";

/* Same input, same bytes: whatever the number of threads, and whatever the order of the rows. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), "clientele-determinism-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = loadProject(resolve(root, "data/sample"));
let earlierWarehouse: string;
let reference: Map<string, Buffer>;

async function exportsOf(name: string, project: Project, threads: number): Promise<Map<string, Buffer>> {
  const pages = join(folder, name);
  const db = await Database.open(":memory:", { threads });
  try {
    const { steps } = await buildWarehouse(db, project, { root, workFolder: join(folder, `${name}-work`), log: silentLog, last: { file: earlierWarehouse, isRepeated: false, content: "" } });
    await writeExports(db, steps, pages);
  } finally {
    db.close();
  }
  return new Map(filesOf(pages).map((file) => [file, readFileSync(join(pages, file))]));
}

beforeAll(async () => {
  // The run that all tests share, with as many threads as the machine has cores.
  const run = await sampleRun();
  earlierWarehouse = run.earlierWarehouse;
  const pages = join(run.buildFolder, "sample/current/pages");
  const exported = (file: string) => /^data\/.*\.(json|arrow|gz)$/.test(file) && !/^data\/(pages|search|titles|columns|lists)\/|^data\/site\.json$/.test(file);
  reference = new Map(filesOf(pages).filter(exported).map((file) => [file, readFileSync(join(pages, file))]));
});

/** What says where a row stands in its file, which is what shuffling changes. */
const positions = new Set(["first_row", "row_number", "first_row_number", "example_row", "message"]);

test("one thread over shuffled input rows gives the same exports as several over them as they came, but for the numbers of rows in quarantine", async () => {
  const shuffled = join(folder, "shuffled");
  for (const file of filesOf(sample.inputFolder)) {
    mkdirSync(dirname(join(shuffled, file)), { recursive: true });
    const bytes = readFileSync(join(sample.inputFolder, file));
    writeFileSync(join(shuffled, file), /\.csv$/.test(file) ? shuffle(bytes) : bytes);
  }
  const again = await exportsOf("shuffled-exports", { ...sample, inputFolder: shuffled }, 1);
  expect(again.size).toBeGreaterThan(100);
  expect([...again.keys()]).toEqual([...reference.keys()]);
  for (const [file, bytes] of again) {
    if (bytes.equals(reference.get(file)!)) continue;
    expect(file, "only data on quarantined rows may name their place").toMatch(/^data\/quality\/.*\.json$/);
    expect(withoutPositions(bytes), file).toEqual(withoutPositions(reference.get(file)!));
  }
});

interface Exported { rows: Record<string, unknown>[] }

function withoutPositions(bytes: Buffer): string[] {
  const { rows } = JSON.parse(bytes.toString("utf8")) as Exported;
  return rows.map((row) => JSON.stringify(Object.entries(row).filter(([name]) => !positions.has(name)))).sort();
}

/** The file with its lines after the first in another order; lines that belong to one record stay together. */
function shuffle(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const [header, ...lines] = text.split(end).filter((line) => line !== "");
  const records: string[] = [];
  let open = "";
  for (const line of lines) {
    const joined = open === "" ? line : `${open}${end}${line}`;
    const isOpen = (joined.match(/"/g)?.length ?? 0) % 2 === 1;
    // A quote that is never closed stands alone: it would swallow the file.
    open = isOpen && joined.split(end).length < 5 && joined.length < 1500 ? joined : "";
    if (open === "") records.push(joined);
  }
  if (open !== "") records.push(open);
  let seed = 7;
  for (let index = records.length - 1; index > 0; index--) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    const other = seed % (index + 1);
    [records[index], records[other]] = [records[other]!, records[index]!];
  }
  return Buffer.from([header, ...records, ""].join(end), "latin1");
}
