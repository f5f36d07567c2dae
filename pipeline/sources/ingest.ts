import { statSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { compileContract, type CompiledContract } from "../contracts/compile.js";
import type { Entity } from "../contracts/entity.js";
import { entities } from "../contracts/index.js";
import { Database, DatabaseError, quoteName, quoteText } from "../engine/database.js";
import { failIfAny, UserError, type Problem } from "../engine/errors.js";
import { expressionProblem } from "../engine/graph.js";
import { silentLog, type Log } from "../engine/log.js";
import { dataFolders, inputFiles, startOf, type Project, type Source } from "../engine/project.js";
import { readCsv, suspectDelimiter, type ReadFile } from "./csv.js";
import { mapColumn } from "./mapping.js";
import { readParquet } from "./parquet.js";
import { firstBytes, printable } from "./text.js";
import { createQuarantine, fillQuarantine, findBrokenRules, findDuplicates, mostlyWrong, refusedTooMuch } from "./quarantine.js";

interface InputFile {
  /** Number of the file in the run, from 1. */
  number: number;
  /** Path relative to the inputs folder. */
  name: string;
  source: Source;
  sourceIndex: number;
  read: ReadFile;
}

/**
 * Reads every input of the project into raw.<entity>, rows that break their contract into quarantine.*, and the
 * counts of both into run.input_files. An entity that is not supplied gets an empty table, so that models need no
 * case for it.
 *
 * @throws UserError naming every missing, empty or unreadable file, missing column, wrong expression, field whose values
 *   are mostly wrong, and file with too many refused rows
 */
export async function ingest(db: Database, project: Project, workFolder: string, log: Log): Promise<void> {
  const { problems, inputs } = await readInputs(db, project, workFolder, log);
  const sourceOf = new Map(inputs.map(({ entity, name, sourceIndex }) => [`${entity}\0${name}`, sourceIndex]));
  failIfAny([...problems, ...(await refusedTooMuch(db, project, (entity, file) => sourceOf.get(`${entity}\0${file}`)))]);
}

/**
 * Reads the first rows of every input, and judges what no single row can be blamed for: files, columns, expressions,
 * formats. What a reference leads to, and how many rows are wrong, only the whole shows.
 *
 * @throws UserError as ingest does, but for rows
 */
export async function checkInputs(project: Project, workFolder: string): Promise<void> {
  const db = await Database.open();
  try {
    await db.confine([...dataFolders(project), workFolder]);
    failIfAny((await readInputs(db, project, workFolder, silentLog, { isSample: true })).problems);
  } finally {
    db.close();
  }
}

async function readInputs(
  db: Database, project: Project, workFolder: string, log: Log, { isSample = false } = {},
): Promise<{ problems: Problem[]; inputs: (InputFile & { entity: string })[] }> {
  await createTables(db);
  const problems: Problem[] = [];
  const all: (InputFile & { entity: string })[] = [];
  /** Entities whose rows are known: a reference to another one is not judged. */
  const known = new Set<string>();
  let files = 0;
  for (const entity of entities) {
    const contract = compileContract(entity);
    const sources = project.entities[entity.name] ?? [];
    const inputs: InputFile[] = [];
    const found: Problem[] = [];
    for (const [sourceIndex, source] of sources.entries()) {
      for (const name of findFiles(project, entity, source, sourceIndex, found)) {
        const number = ++files;
        const whole = join(startOf(project, name), name);
        const path = isSample ? headOf(whole, source, join(workFolder, `head_${number}`)) : whole;
        const read = await readFile(db, project, entity, source, sourceIndex, { name, path }, workFolder, `file_${number}`, found);
        if (read) inputs.push({ number, name, source, sourceIndex, read });
      }
    }
    found.push(...inputs.flatMap((input) => missingColumns(project, entity, input)), ...emptySources(project, entity, inputs));
    for (const input of inputs) found.push(...(await wrongExpressions(db, project, entity, input)));
    if (found.length === 0) found.push(...(await ingestEntity(db, project, entity, contract, inputs, known)));
    if (found.length === 0 && inputs.some(({ read }) => read.rows > 0) && !isSample) known.add(entity.name);
    problems.push(...found);
    all.push(...inputs.map((input) => ({ ...input, entity: entity.name })));
    if (inputs.length > 0) {
      const { read, refused } = await db.row<{ read: bigint; refused: bigint }>(
        `select coalesce(sum(rows_read), 0)::bigint as read, coalesce(sum(rows_quarantined), 0)::bigint as refused
         from run.input_files where entity = $entity`, { entity: entity.name });
      log.step("sources", `${entity.name}: ${count(read)} rows from ${count(inputs.length)} ${inputs.length === 1 ? "file" : "files"}`
        + (refused > 0n ? `, ${count(refused)} in quarantine` : ""), { entity: entity.name, rows: Number(read), quarantined: Number(refused) });
    }
  }
  return { problems, inputs: all };
}

/** Bytes that a check looks at of each text file. */
const HEAD_BYTES = 1 << 16;

/** A copy of the whole lines at the head of a large text file; a small one, or Parquet, as it is. */
function headOf(path: string, { csv }: Source, copy: string): string {
  if (path.toLowerCase().endsWith(".parquet") || statSync(path).size <= HEAD_BYTES) return path;
  const bytes = firstBytes(path, HEAD_BYTES);
  const end = bytes.lastIndexOf(0x0a) + 1;
  // The line's end of UTF-16 has two bytes, of which this may be the first.
  const whole = csv.encoding.startsWith("utf-16") ? end + (end % 2) : end;
  writeFileSync(copy, bytes.subarray(0, whole || bytes.length));
  return copy;
}

const count = (value: number | bigint) => value.toLocaleString("en");

async function createTables(db: Database): Promise<void> {
  for (const schema of ["raw", "run"]) await db.run(`create schema if not exists ${schema}`);
  await createQuarantine(db);
  await db.run(`create table run.entities (entity varchar, is_supplied boolean, row_count bigint, grain varchar, enables varchar)`);
  await db.run(`create table run.fields (entity varchar, field varchar, is_mapped boolean, meaning varchar, is_personal boolean,
    filled_rows bigint)`);
}

function findFiles(project: Project, entity: Entity, source: Source, index: number, problems: Problem[]): string[] {
  const patterns = [source.files].flat();
  const found = inputFiles(project, patterns);
  if (found.length === 0 && source.required) {
    problems.push({
      what: `${entity.name}: no file matches ${patterns.join(", ")} in ${startOf(project, patterns[0]!)}`,
      where: project.locate(["entities", entity.name, index, "files"]),
      fix: "mend the glob, supply the file, or say `required: false`",
    });
  }
  const outside = found.filter((name) => name.startsWith("..") || isAbsolute(name));
  if (outside.length > 0) {
    problems.push({
      what: `${entity.name}: ${outside[0]!} lies outside the inputs folder`, where: project.locate(["entities", entity.name, index, "files"]),
      fix: "name the folder that holds all files: inputs: ..",
    });
  }
  const files = new Map<string, string>();
  for (const name of found) {
    const { dev, ino } = statSync(join(startOf(project, name), name));
    const twin = files.get(`${dev} ${ino}`);
    if (twin !== undefined) {
      problems.push({
        what: `${entity.name}: ${name} is the same file as ${twin}, and would count twice`, where: project.locate(["entities", entity.name, index, "files"]),
        fix: "remove the link, or name the file itself",
      });
    }
    files.set(`${dev} ${ino}`, name);
  }
  return found.filter((name) => !outside.includes(name));
}

/** A file that is no text or no Parquet at all is for a person to mend, like what is wrong in it. */
async function readFile(
  db: Database, project: Project, entity: Entity, source: Source, index: number, { name, path }: { name: string; path: string }, workFolder: string,
  table: string, problems: Problem[],
): Promise<ReadFile | undefined> {
  const format = source.format ?? (name.toLowerCase().endsWith(".parquet") ? "parquet" : "csv");
  try {
    return format === "parquet" ? await readParquet(db, path) : await readCsv(db, path, source.csv, workFolder, table);
  } catch (error) {
    if (!(error instanceof DatabaseError || error instanceof UserError)) throw error;
    problems.push({ what: `${name} cannot be read: ${firstLine(error)}`, where: project.locate(["entities", entity.name, index, "files"]) });
    return undefined;
  }
}

/**
 * Sources that must have rows and have none in any file, or of which a file has not even a header: an export that broke off
 * must not pass for a month without orders.
 */
function emptySources(project: Project, entity: Entity, inputs: InputFile[]): Problem[] {
  return [...new Set(inputs.map(({ sourceIndex }) => sourceIndex))].flatMap((index) => {
    const all = inputs.filter(({ sourceIndex }) => sourceIndex === index);
    const files = all.every(({ read }) => read.rows === 0) ? all : all.filter(({ read }) => read.columns.length === 0);
    if (files.length === 0 || !files[0]!.source.required) return [];
    return [{
      what: `${entity.name}: no row in ${files.map(({ name }) => name).join(", ")}`,
      where: project.locate(["entities", entity.name, index, "files"]),
      fix: "supply the rows or take the file away; where none are right, say `required: false`",
    }];
  });
}

function missingColumns(project: Project, entity: Entity, { name, read, source, sourceIndex }: InputFile): Problem[] {
  if (read.columns.length === 0) return [];
  const problems = Object.entries(source.columns).flatMap(([field, mapping]) => {
    const column = typeof mapping === "string" ? mapping : mapping?.column;
    if (column === undefined || read.columns.includes(column)) return [];
    return [{
      what: `${name} has no column ${column}, which ${entity.name}.${field} is read from; it has: ${read.columns.map(printable).join(", ")}`,
      where: project.locate(["entities", entity.name, sourceIndex, "columns", field]),
    }];
  });
  const delimiter = problems.length > 0 ? suspectDelimiter(read.columns) : undefined;
  if (delimiter === undefined) return problems;
  return [{
    what: `${name}: its header is one column and holds ${JSON.stringify(delimiter)}: is that the delimiter?`,
    where: project.locate(["entities", entity.name, sourceIndex, "csv"]), fix: `csv: { delimiter: ${JSON.stringify(delimiter)} }`,
  }];
}

async function ingestEntity(
  db: Database, project: Project, entity: Entity, contract: CompiledContract, inputs: InputFile[], known: Set<string>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const fields = contract.fields.map((field) => quoteName(field.name));
  await db.run(`create temp table input_rows (_file integer, _row bigint, _folds boolean, ${fields.map((field) => `${field} varchar`).join(", ")})`);
  await db.run("create temp table broken (_file integer, _row bigint, field varchar, rule varchar, message varchar, value varchar)");
  for (const input of inputs.filter(({ read }) => read.rows > 0)) problems.push(...(await loadRows(db, project, entity, contract, input)));
  // Most projects supply a few of the entities; to judge no rows takes as long as to judge some.
  const hasInputs = inputs.length > 0;
  if (hasInputs) {
    const references = Object.entries(entity.references).filter(([, target]) => known.has(target));
    await findBrokenRules(db, contract, references);
    await findDuplicates(db, entity, fields);
  }

  const values = contract.fields.map((field) => `${field.value} as ${quoteName(field.name)}`);
  if (entity.isPlaced) {
    const files = inputs.map(({ number, name }) => `when ${number} then ${quoteText(name)}`).join(" ");
    values.push(`${files === "" ? "null::varchar" : `case _file ${files} end`} as source_file`, "_row as source_row");
  }
  await db.run(`create table raw.${quoteName(entity.name)} as select ${values.join(", ")} from input_rows
    where not exists (from broken where broken._file = input_rows._file and broken._row = input_rows._row)`);
  if (hasInputs) {
    await fillQuarantine(db, entity, contract, inputs);
    problems.push(...(await mostlyWrong(db, project, entity, contract, inputs)));
  }
  await db.run(`insert into run.entities select $entity, $supplied, (select count(*) from raw.${quoteName(entity.name)}), $grain, $enables`,
    { entity: entity.name, supplied: hasInputs, grain: entity.grain, enables: entity.enables });
  const filled = await db.row<Record<string, bigint>>(
    `select ${contract.fields.map(({ name }) => `count(${quoteName(name)}) as ${quoteName(name)}`).join(", ")} from raw.${quoteName(entity.name)}`);
  const isMapped = (field: string) => (project.entities[entity.name] ?? []).some((source) => source.columns[field] !== undefined);
  await db.run(`insert into run.fields values ${contract.fields.map((field) =>
    `(${quoteText(entity.name)}, ${quoteText(field.name)}, ${isMapped(field.name)}, ${quoteText(field.meaning)}, ${field.personal ?? false}, ${filled[field.name]!})`).join(", ")}`);
  for (const table of ["input_rows", "broken", ...inputs.flatMap(({ read }) => read.tables)]) await db.run(`drop table ${table}`);
  return problems;
}

/** Expressions of the mapping that SQL refuses. */
async function wrongExpressions(db: Database, project: Project, entity: Entity, input: InputFile): Promise<Problem[]> {
  const { read, source } = input;
  if (read.columns.length === 0) return [];
  const problems: Problem[] = [];
  for (const [field, mapping] of Object.entries(source.columns)) {
    if (typeof mapping !== "object" || mapping.sql === undefined) continue;
    const wrong = await expressionProblem(db, mapping.sql);
    try {
      if (wrong !== undefined) throw new DatabaseError(wrong, mapping.sql);
      await db.run(`select (${mapping.sql}\n)::varchar from (${read.query}) limit 0`);
    } catch (error) {
      problems.push({
        what: `${entity.name}.${field}: ${firstLine(error)} in the expression ${mapping.sql}`,
        where: project.locate(["entities", entity.name, input.sourceIndex, "columns", field, "sql"]),
        fix: `an expression over the columns of ${input.name}: ${read.columns.map(printable).join(", ")}`,
      });
    }
  }
  return problems;
}

/** Brings the rows of one file to canonical text. */
async function loadRows(db: Database, project: Project, entity: Entity, contract: CompiledContract, input: InputFile): Promise<Problem[]> {
  const { read, source } = input;
  const problems: Problem[] = [];
  const values = contract.fields.map((field) => {
    const mapping = source.columns[field.name];
    return mapping === undefined ? "null" : mapColumn(field, mapping, source.csv.absent);
  });
  try {
    await db.run(`insert into input_rows select ${input.number}, _row, ${source.rows_per_key === "many"}, ${values.join(", ")} from (${read.query})`);
  } catch (error) {
    problems.push({
      what: `${input.name} cannot be brought to ${entity.name}: ${firstLine(error)}`,
      where: project.locate(["entities", entity.name, input.sourceIndex]),
    });
  }
  await db.run(`insert into broken select ${input.number}, _row, null, rule, message, null from (${read.unreadable})`);
  return problems;
}

const firstLine = (error: unknown) => (error as Error).message.split("\n")[0]!;
