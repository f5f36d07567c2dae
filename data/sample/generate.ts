import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Database, quoteText } from "../../pipeline/engine/database.js";
import { companyTables } from "./generator/company.js";
import { plantDirt } from "./generator/dirt.js";
import { LINE_COLUMNS } from "./generator/orderFiles.js";
import { bytes, type Table } from "./generator/tables.js";

/**
 * Writes the exports of an invented company, Harbour & Pine Trading, into inputs/ beside this file, and what its people
 * note down by hand into lookups/.
 *
 * npx tsx data/sample/generate.ts [--if-missing]
 *
 * Beside the exports stands dirt.json: for each file its rows, and those that a reader must refuse, by reason.
 * The same sources write the same bytes. With --if-missing nothing is done if they have been written already.
 */
const here = dirname(fileURLToPath(import.meta.url));
const inputs = join(here, "inputs");
const lookups = join(here, "lookups");
const stamp = join(inputs, "generator.sha256");

/** A hash of the generator itself. */
function sourceHash(): string {
  const files = ["generate.ts", ...readdirSync(join(here, "generator")).sort().map((file) => join("generator", file))];
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update("\0").update(readFileSync(join(here, file))).update("\0");
  return hash.digest("hex");
}

async function writeParquet(table: Table, path: string): Promise<void> {
  const source = `${path}.csv`;
  writeFileSync(source, bytes(table));
  const db = await Database.open(":memory:", { threads: 1, temporary: dirname(path) });
  try {
    const columns = Object.entries(LINE_COLUMNS).map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`).join(", ");
    await db.run(`copy (from read_csv(${quoteText(source)}, header = true, auto_detect = false, columns = {${columns}}))
      to ${quoteText(path)} (format parquet, compression zstd, compression_level 12)`);
  } finally {
    db.close();
    rmSync(source);
  }
}

const isLookup = ({ path }: Table) => path.startsWith("lookups/");

/** Writes everything into a folder beside, then puts it in the place of the old one. */
async function generate(hash: string): Promise<void> {
  mkdirSync(join(here, ".tmp"), { recursive: true });
  const work = mkdtempSync(join(here, ".tmp", "inputs-"));
  const fresh = join(work, "new");
  try {
    const tables = companyTables();
    const report = plantDirt(tables);
    mkdirSync(lookups, { recursive: true });
    for (const table of tables.filter(isLookup)) writeFileSync(join(here, table.path), bytes(table));
    for (const table of tables.filter((table) => !isLookup(table))) {
      const path = join(fresh, table.path);
      mkdirSync(dirname(path), { recursive: true });
      if (path.endsWith(".parquet")) await writeParquet(table, path);
      else writeFileSync(path, bytes(table));
    }
    writeFileSync(join(fresh, "dirt.json"), `${JSON.stringify({ files: report })}\n`);
    writeFileSync(join(fresh, "generator.sha256"), `${hash}\n`);
    if (existsSync(inputs)) renameSync(inputs, join(work, "old"));
    renameSync(fresh, inputs);
  } finally {
    rmSync(work, { recursive: true, force: true });
    if (readdirSync(join(here, ".tmp")).length === 0) rmdirSync(join(here, ".tmp"));
  }
}

const hash = sourceHash();
const isCurrent = existsSync(stamp) && existsSync(lookups) && readFileSync(stamp, "utf8").trim() === hash;
if (!(process.argv.includes("--if-missing") && isCurrent)) await generate(hash);
