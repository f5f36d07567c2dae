import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { escapePath, globSync } from "tinyglobby";
import { compileContract, type CompiledField } from "../contracts/compile.js";
import { entities } from "../contracts/index.js";
import { guessDelimiter, readCsv, type ReadFile } from "../sources/csv.js";
import { mapColumn } from "../sources/mapping.js";
import { readParquet } from "../sources/parquet.js";
import { firstBytes, guessEncoding, printable } from "../sources/text.js";
import { Database, quoteName, quoteText } from "./database.js";
import { fail } from "./errors.js";
import { guessEntity, type FoundFile, type Guess } from "./guess.js";
import { shownPath, type ColumnMapping } from "./project.js";

/** How much of a file is looked at. */
const SAMPLE_BYTES = 4 << 20;
const SAMPLE_ROWS = 20_000;

/** The ways a value may be written, the likeliest first. */
const days = ["%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日",
  "%d.%m.%y", "%d/%m/%y", "%m/%d/%y", "%d-%m-%y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y"];
const times = ["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p"];
const numberNotations: Notation[] = [
  {}, { thousands: "," }, { decimal: "," }, { decimal: ",", thousands: "." }, { thousands: "'" }, { decimal: ",", thousands: " " }, { thousands: " " },
];
type Notation = Pick<ColumnMapping, "format" | "decimal" | "thousands">;

/**
 * Writes a project.yaml into a folder of exports: a source for each file that looks like an entity, each column that
 * it recognises mapped, the others named in a comment. What it guesses is for a person to check: where the values
 * leave a doubt, the line says CHECK.
 *
 * @throws UserError where the folder does not exist, holds a project.yaml already, or no file
 */
export async function initProject(folder: string, write: (line: string) => void): Promise<void> {
  const target = join(resolve(folder), "project.yaml");
  if (!existsSync(folder) || !statSync(folder).isDirectory()) fail(`there is no folder ${folder}`, undefined, "name the folder that holds the exports");
  if (existsSync(target)) fail("there is a project.yaml already", shownPath(target), "edit it, or move it away first");
  const names = globSync("**/*.{csv,tsv,txt,parquet}", { cwd: folder, onlyFiles: true, expandDirectories: false, caseSensitiveMatch: false }).sort();
  if (names.length === 0) fail(`no CSV or Parquet file in ${folder}`, undefined, "put the exports there first");
  const work = mkdtempSync(join(tmpdir(), "clientele-init-"));
  const db = await Database.open();
  const sources: { guess: Guess; lines: string[] }[] = [];
  const unknown: { name: string; why: string }[] = [];
  try {
    for (const [index, name] of names.entries()) {
      const file = await describeFile(db, resolve(folder), name, work, `found_${index}`);
      const guess = typeof file === "string" ? undefined : guessEntity(file);
      if (typeof file === "string") unknown.push({ name, why: file });
      else if (!guess) unknown.push({ name, why: `looks like no entity, with the columns ${file.columns.join(", ")}` });
      else sources.push({ guess, lines: await sourceText(db, file, guess) });
    }
  } finally {
    db.close();
    rmSync(work, { recursive: true, force: true });
  }
  const text = projectText(resolve(folder), sources, unknown);
  writeFileSync(target, text, { flag: "wx" });
  const doubts = text.match(/^ .*(CHECK|REQUIRED)/gm)?.length ?? 0;
  write(`wrote ${shownPath(target)} from ${sources.length} of ${names.length} ${names.length === 1 ? "file" : "files"}`);
  if (unknown.length > 0) write(`not used: ${unknown.map(({ name }) => printable(name)).join(", ")}; its end says why`);
  write(`look it over${doubts > 0 ? `, first where it says CHECK or REQUIRED (${doubts} ${doubts === 1 ? "line" : "lines"})` : ""}, then: npm run clientele -- check --project ${folder}`);
}

/** What the first rows of a file show; or why it cannot be read. */
async function describeFile(db: Database, folder: string, name: string, work: string, table: string): Promise<FoundFile | string> {
  const path = join(folder, name);
  const csv: string[] = [];
  let note = "";
  let read: ReadFile;
  try {
    if (name.toLowerCase().endsWith(".parquet")) read = await readParquet(db, path);
    else {
      const encoding = await guessEncoding(path);
      const sample = join(work, `${table}.head`);
      writeFileSync(sample, headOf(path, encoding ?? "utf-8"));
      const delimiter = guessDelimiter(sample);
      if (delimiter !== ",") csv.push(`delimiter: ${JSON.stringify(delimiter)}`);
      if (encoding !== "utf-8") {
        csv.push(...(encoding ? [`encoding: ${encoding}`] : []));
        note = encoding?.startsWith("utf-16") ? "" : encoding ? "  # a guess: see that letters beyond ASCII read well" : "  # CHECK: no encoding known here fits all lines";
      }
      read = await readCsv(db, sample, { delimiter, encoding: "utf-8", header: true, skip: 0, absent: [""] }, work, `${table}_read`);
    }
    if (read.columns.length === 0) return "is empty";
    await db.run(`create temp table ${table} as select * from (${read.query}) where _row <= ${SAMPLE_ROWS + 1}`);
    for (const used of read.tables) await db.run(`drop table ${used}`);
  } catch (error) {
    return `cannot be read: ${(error as Error).message.split("\n")[0]!}`;
  }
  const counts = await db.row<Record<string, boolean>>(`select ${read.columns.map((column, index) =>
    `count(distinct ${quoteName(column)}) < 0.99 * count(${quoteName(column)}) as c${index}`).join(", ")} from ${table}`);
  return { name, csv, note, table, columns: read.columns, repeating: new Set(read.columns.filter((_, index) => counts[`c${index}`])) };
}

/** The first lines of a text file. */
function headOf(path: string, encoding: string): string {
  const bytes = firstBytes(path, SAMPLE_BYTES);
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(bytes, { stream: true });
  if (bytes.length < SAMPLE_BYTES) return text + decoder.decode();
  return text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1) || text;
}

function projectText(folder: string, sources: { guess: Guess; lines: string[] }[], unknown: { name: string; why: string }[]): string {
  const schema = relative(folder, resolve(import.meta.dirname, "../project.schema.json"));
  const sourcesOf = (name: string) => sources.filter(({ guess }) => guess.entity.name === name);
  // Either is enough, and project.yaml may have one of them.
  const [first, second] = sourcesOf("orders").some(({ guess }) => guess.isComplete) || !sourcesOf("transactions").some(({ guess }) => guess.isComplete)
    ? ["orders", "transactions"] : ["transactions", "orders"];
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    "# Written from the first rows of the files found here. Check each line; an editor that knows the schema above completes and checks as you type.",
    "",
    "name: My company                # as the pages show it",
    "reporting_currency: EUR         # currency that all amounts are shown in",
    "# as_of_date: 2025-06-30        # day the analyses look from; the last order's date where absent",
    `privacy: { customers: pseudonym, salt: ${randomBytes(12).toString("hex")} } # how customers appear on the site: name, id or pseudonym; keep the salt secret`,
    "",
    sources.length > 0 ? "entities:" : "entities: {}                    # no file looks like one: map them by hand, as the README shows",
  ];
  for (const entity of entities) {
    const found = sourcesOf(entity.name);
    if (found.length === 0) continue;
    const block = [`  # ${entity.grain}.`, `  ${entity.name}:`, ...found.flatMap((source) => source.lines)];
    if (entity.name !== second || sourcesOf(first).length === 0) lines.push(...block);
    else lines.push(`  # Left out: ${first} and ${second} would be counted twice. To use these instead, take out ${first} and these marks.`,
      ...block.slice(1).map((line) => `  # ${line.slice(2)}`));
  }
  if (unknown.length > 0) lines.push("", "# Files that are not used:", ...unknown.map(({ name, why }) => `#   ${printable(`${name} ${why}`)}`));
  lines.push(
    "", "# Further entities that can be supplied:",
    ...entities.filter((entity) => sourcesOf(entity.name).length === 0)
      .map((entity) => `#   ${entity.name}: ${entity.grain.replace(/^One row per /, "one row per ")}. Enables: ${entity.enables}.`),
    "", "settings: {}                    # where they differ from the defaults in pipeline/settings.ts", "",
  );
  return lines.join("\n");
}

async function sourceText(db: Database, file: FoundFile, { entity, matches }: Guess): Promise<string[]> {
  const { fields } = compileContract(entity);
  const lines = [`    - files: ${yaml(escapePath(file.name))}`];
  if (file.csv.length > 0) lines.push(`      csv: { ${file.csv.join(", ")} }${file.note}`);
  else if (file.note !== "") lines.push(`     ${file.note}`);
  lines.push("      columns:");
  for (const field of fields) {
    const column = matches.get(field.name);
    const meaning = `${field.meaning}${field.unit ? ` [${field.unit}]` : ""}`;
    if (column !== undefined) {
      const { mapping, doubts, isRight } = await judge(db, file.table, field, column);
      if (entity.key.length === 1 && entity.key[0] === field.name && file.repeating.has(column)) {
        doubts.push("values repeat: say `rows_per_key: many` if the file has several rows of each");
      }
      const isUsed = isRight || field.isRequired;
      lines.push(`        ${isUsed ? "" : "# "}${field.name}: ${mapping}  # ${printable([meaning, ...doubts.map((doubt) => `CHECK: ${doubt}`)].join(". "))}`);
    } else if (field.isRequired) {
      lines.push(`        # ${field.name}:  REQUIRED, no column looked like it. ${meaning}`);
    }
  }
  const rest = file.columns.filter((name) => ![...matches.values()].includes(name));
  if (rest.length > 0) lines.push(`        # not used: ${printable(rest.join(", "))}`);
  const free = fields.filter((field) => !field.isRequired && !matches.has(field.name)).map((field) => field.name);
  if (free.length > 0) lines.push(`        # could be mapped too: ${free.join(", ")}`);
  return lines;
}

/** How the values of a column are written: the notation in which the contract accepts the most of them, and what is in doubt. */
async function judge(db: Database, table: string, field: CompiledField, column: string): Promise<{ mapping: string; doubts: string[]; isRight: boolean }> {
  const rules = field.rules.filter(({ rule }) => rule !== "required");
  const holds = rules.map((rule) => `(${rule.holds})`).join(" and ") || "true";
  const read = (notation: Notation) => `(select ${mapColumn(field, { column, ...notation }, [])} as ${quoteName(field.name)}, ${quoteName(column)} as written, times
    from (select ${quoteName(column)}, count(*)::integer as times from ${table} where trim(${quoteName(column)}) <> '' group by all))`;
  const notations = field.kind === "number" ? numberNotations : field.kind === "date" || field.kind === "timestamp" ? await dateNotations(db, table, column) : [{}];
  const tried: { notation: Notation; all: number; right: number; values: string | null }[] = [];
  for (const notation of notations) {
    tried.push({ notation, ...(await db.row<{ all: number; right: number; values: string | null }>(`
      select coalesce(sum(times), 0)::integer as all, coalesce(sum(times) filter (where ${holds}), 0)::integer as right,
        md5(string_agg(coalesce((${field.value})::varchar, ''), '|' order by written)) as values from ${read(notation)}`)) });
  }
  const right = Math.max(...tried.map((one) => one.right));
  const best = tried.find((one) => one.right === right)!;
  // Those that read the same values are one.
  const equals = new Map(tried.filter((one) => right > 0 && one.right === right).reverse().map((one) => [one.values, one]));
  const others = [...equals.values()].filter((one) => one.values !== best.values).reverse();
  const doubts = others.length === 0 ? [] : [`every value fits ${others.map(({ notation }) => notationText(notation)).join(" or ")} as well`];
  const wrong = best.all - right;
  let values = "";
  if (wrong > 0.01 * best.all) {
    const examples = await db.rows<{ written: string; message: string }>(`
      select written, case ${rules.map((rule) => `when not (${rule.holds}) then ${quoteText(rule.message)}`).join(" ")} end as message
      from ${read(best.notation)} where not (${holds}) order by times desc, written limit 8`);
    const example = field.personal || !examples[0] ? "" : `, such as ${JSON.stringify(examples[0].written.slice(0, 50))}: ${examples[0].message}`;
    doubts.push(`${wrong} of ${best.all} values do not fit${example}`);
    if (field.words && !field.isRequired) values = `values: { ${examples.map(({ written }) => `${yaml(written)}: ...`).join(", ")} }`;
  }
  const isRight = 2 * right >= best.all;
  const options = [...(right > 0 && notationText(best.notation) !== PLAIN ? [notationText(best.notation)] : []), ...(!isRight && values ? [values] : [])];
  return { mapping: options.length > 0 ? `{ column: ${yaml(column)}, ${options.join(", ")} }` : yaml(column), doubts, isRight };
}

/** ISO, and the formats in which any value of a column is a moment. */
async function dateNotations(db: Database, table: string, column: string): Promise<Notation[]> {
  const formats = days.flatMap((day) => times.map((time) => day + time));
  const fits = await db.row<Record<string, boolean>>(`select ${formats.map((format, index) =>
    `coalesce(bool_or(try_strptime(trim(written), ${quoteText(format)}) is not null), false) as f${index}`).join(", ")}
    from (select distinct ${quoteName(column)} as written from ${table})`);
  return [{}, ...formats.filter((_, index) => fits[`f${index}`]).map((format) => ({ format }))];
}

const PLAIN = "no format";
const notationText = (notation: Notation) => Object.entries(notation).map(([option, sign]) => `${option}: ${JSON.stringify(sign)}`).join(", ") || PLAIN;

/** A text as a YAML scalar. */
const yaml = (text: string) => (/^[\p{L}_]([\p{L}\p{N}_ ./-]*[\p{L}\p{N}_./-])?$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text
  : JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`));
