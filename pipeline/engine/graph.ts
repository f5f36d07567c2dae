import { pathToFileURL } from "node:url";
import { join, relative } from "node:path";
import type { Settings } from "../settings.js";
import { quoteText, type ColumnType, type Database, type NumericColumns } from "./database.js";
import { failIfAny, type Problem } from "./errors.js";
import type { CrossCheck, Model } from "./model.js";
import { personalProblems, type ParsedModel } from "./personal.js";

/** A table that a query reads, and where. */
export interface Reference {
  schema: string;
  table: string;
  line: number;
}

/** What a model in TypeScript exports. */
export interface NumericModule {
  /** Queries whose columns the model computes from, by name. */
  inputs: Record<string, string>;
  /** Columns of the table it makes, in their order. */
  columns: Record<string, ColumnType>;
  compute(inputs: Record<string, NumericColumns>, settings: Settings): NumericColumns;
}

/** A model ready to run, with what it reads. */
export interface Step {
  model: Model;
  references: Reference[];
  module?: NumericModule;
}

/** Which schemas a file of a layer may read. `run` is what the engine knows of the run itself. */
const readable: Record<string, string[]> = {
  staging: ["raw", "staging", "run"],
  marts: ["staging", "marts", "run", "quarantine"],
  exports: ["marts", "run"],
  checks: ["raw", "staging", "marts", "run", "quarantine"],
};

/** Same input, same bytes: what reads a clock, draws lots, or depends on which thread came first. */
const forbidden = new Map([
  ...["now", "current_date", "current_timestamp", "current_time", "today", "get_current_timestamp", "transaction_timestamp", "localtimestamp", "localtime"]
    .map((name) => [name, "reads a clock: use as_of_date of run.settings"] as const),
  ...["random", "uuid", "gen_random_uuid", "uuidv4", "uuidv7", "setseed", "nextval"].map((name) => [name, "draws lots: same input must give the same output"] as const),
  ...["any_value", "arbitrary", "mode", "approx_quantile", "approx_count_distinct", "approx_top_k", "reservoir_quantile", "median"]
    .map((name) => [name, "may change from run to run: use min, max or quantile_cont(x::double, 0.5)"] as const),
]);
/** Clocks that SQL reads without parentheses, so that they parse as columns. */
const clocks = ["current_date", "current_timestamp", "current_time", "localtimestamp", "localtime"];

/**
 * Finds what each model reads, from its SQL, and puts the models in an order in which each comes after what it reads.
 *
 * @param known tables that exist before any model runs, as `schema.table`
 * @throws UserError with every syntax error, unknown table, layer violation, forbidden function and cycle, and every export of what is personal
 */
export async function planModels(db: Database, models: Model[], known: Set<string>, root: string): Promise<Step[]> {
  const problems: Problem[] = [];
  const tables = new Set([...known, ...models.map((model) => `${model.schema}.${model.name}`)]);
  const steps: Step[] = [];
  const texts: SqlText[] = [];
  const parsed = new Map<Step, ParsedModel["selects"]>();
  for (const model of models) {
    const step: Step = { model, references: [] };
    const { path, schema: layer } = model;
    const found = (reference: Reference) => step.references.push(reference);
    const selects: ParsedModel["selects"] = [];
    parsed.set(step, selects);
    if (model.language === "ts") {
      try {
        step.module = (await import(pathToFileURL(join(root, path)).href)) as NumericModule;
      } catch (error) {
        problems.push(...syntaxProblems(error, root));
        continue;
      }
      for (const sql of Object.values(step.module.inputs)) texts.push({ sql, path, layer, found, selects, lineInFile: (line, word) => lineInModule(model.text, sql, line, word) });
    } else {
      texts.push({ sql: model.text, path, layer, found, selects });
    }
    // What a check reads is no dependency, but it keeps the same rules.
    const own = `${layer}.${model.name}`;
    for (const check of model.checks) texts.push({ sql: `select (${check.sql}) from ${own} as this`, path, layer, own, lineInFile: (line) => line + check.line - 1 });
    steps.push(step);
  }
  await readReferences(db, texts, tables, problems);
  failIfAny(problems);
  const ordered = order(steps);
  failIfAny(personalProblems(ordered.map((step) => {
    const { schema, name, path, columns } = step.model;
    return { schema, name, path, columns: columns.map((column) => column.name), reads: step.references.map((read) => `${read.schema}.${read.table}`), selects: parsed.get(step)! };
  })));
  return ordered;
}

/** Tables that a cross-table check reads; throws as planModels does. */
export async function planChecks(db: Database, checks: CrossCheck[], tables: Set<string>): Promise<void> {
  const problems: Problem[] = [];
  await readReferences(db, checks.map(({ text, path }) => ({ sql: text, path, layer: "checks" })), tables, problems);
  failIfAny(problems);
}

/** A select of a file, and what its references are read for. */
interface SqlText {
  sql: string;
  path: string;
  layer: string;
  /** The table that the text is about, which it may read itself. */
  own?: string;
  /** Line of the file that holds a line of the text; the same where absent. */
  lineInFile?: (line: number, word: string) => number;
  found?: (reference: Reference) => void;
  /** Takes up what the text selects. */
  selects?: ParsedModel["selects"];
}

/** The first line that is no comment. */
const STATEMENT = /^(?!\s*--|\s*$)/m;

/* A node of DuckDB's syntax tree, as json_serialize_sql prints it. */
type Node = { [key: string]: unknown };

/** DuckDB's syntax tree of each text, or what is wrong with it. All at once: a statement for each would take most of the time. */
async function parseAll(db: Database, texts: string[]): Promise<SyntaxTree[]> {
  if (texts.length === 0) return [];
  const rows = await db.rows<{ tree: string }>(`select json_serialize_sql(text) as tree from (values ${texts.map((text, index) => `(${index}, ${quoteText(text)})`).join(", ")}) as texts (place, text) order by place`);
  return rows.map(({ tree }) => JSON.parse(tree) as SyntaxTree);
}

interface SyntaxTree {
  error: boolean;
  error_type?: string;
  error_message?: string;
  position?: string;
  statements?: Node[];
}

async function readReferences(db: Database, texts: SqlText[], tables: Set<string>, problems: Problem[]): Promise<void> {
  const trees = await parseAll(db, texts.map(({ sql }) => sql));
  for (const [index, text] of texts.entries()) findReferences(trees[index]!, text, tables, problems);
}

function findReferences(parsed: SyntaxTree, { sql, path, layer, own, lineInFile = (line) => line, found, selects }: SqlText, tables: Set<string>, problems: Problem[]): void {
  const lineAt = (position: number) => lineInFile(lineOf(sql, position), /^\w*/.exec(Buffer.from(sql).subarray(position).toString("utf8"))![0]);
  const at = (position: number) => `${path}:${lineAt(position)}`;
  const bytes = (index: number) => Buffer.byteLength(sql.slice(0, index));
  const statement = bytes(sql.search(STATEMENT));
  if (parsed.error) {
    const isOther = parsed.error_type === "not implemented";
    problems.push({
      what: isOther ? "a model is one select, and nothing else" : `${parsed.error_message}`,
      where: isOther ? at(statement) : at(Number(parsed.position ?? 0)),
    });
    return;
  }
  if (parsed.statements!.length !== 1) {
    problems.push({ what: `a file holds one select; this one has ${parsed.statements!.length} statements`, where: at(bytes(sql.indexOf(";", sql.search(STATEMENT)))) });
    return;
  }
  selects?.push({ tree: parsed.statements![0]!.node as Node, lineAt });
  const commonTables = new Set<string>();
  visit(parsed.statements![0], (node) => {
    const map = (node.cte_map as { map?: { key: string }[] } | undefined)?.map;
    for (const { key } of map ?? []) commonTables.add(key.toLowerCase());
  });
  visit(parsed.statements![0], (node) => {
    const position = Number(node.query_location ?? 0);
    if (node.sample) problems.push({ what: "a sample draws lots: same input must give the same output", where: at(position) });
    if (node.type === "BASE_TABLE") {
      const [schema, table] = [String(node.schema_name).toLowerCase(), String(node.table_name).toLowerCase()];
      if ((schema === "" && commonTables.has(table)) || `${schema}.${table}` === own) return;
      const problem = referenceProblem(schema, table, layer, tables);
      if (problem) problems.push({ ...problem, where: at(position) });
      else found?.({ schema, table, line: lineAt(position) });
    } else if (node.type === "SHOW_REF") {
      problems.push({ what: "a model reads tables, not what the database says of itself", where: at(position) });
    } else if (node.type === "TABLE_FUNCTION") {
      const name = String((node.function as Node).function_name);
      if (!["range", "generate_series", "unnest"].includes(name)) {
        problems.push({ what: `${name}() reads from outside the warehouse; a model reads tables`, where: at(position) });
      }
    } else {
      const why = forbiddenIn(node);
      if (why) problems.push({ what: why, where: at(position) });
    }
  });
}

/** Why an expression of the syntax tree would not give the same output for the same input. */
function forbiddenIn(node: Node): string | undefined {
  if (!["FUNCTION", "WINDOW", "COLUMN_REF"].includes(String(node.class))) return undefined;
  const name = String(node.function_name ?? (node.column_names as string[] | undefined)?.join(".")).toLowerCase();
  const why = forbidden.get(name);
  return why && (node.class !== "COLUMN_REF" || clocks.includes(name)) ? `${name} ${why}` : undefined;
}

/**
 * What keeps a text from being one SQL expression over the columns of a file: an expression of project.yaml reads no
 * table, no file, no clock.
 */
export async function expressionProblem(db: Database, sql: string): Promise<string | undefined> {
  const [parsed] = (await parseAll(db, [`select (${sql}\n)`])) as [SyntaxTree & { statements?: { node: Node }[] }];
  if (parsed.error) return parsed.error_type === "not implemented" ? "is one expression, and no other statement" : parsed.error_message;
  const [statement, ...others] = parsed.statements!;
  const { select_list: list, from_table: from } = statement!.node as { select_list?: unknown[]; from_table?: Node };
  if (others.length > 0 || list?.length !== 1 || from?.type !== "EMPTY") return "is one expression, and no other statement";
  let problem: string | undefined;
  visit(statement!.node, (node) => {
    if (node.class === "SUBQUERY") problem ??= "reads the columns of its row, and no table or file";
    problem ??= forbiddenIn(node);
  });
  return problem;
}

function referenceProblem(schema: string, table: string, layer: string, tables: Set<string>): Problem | undefined {
  if (schema === "") {
    const named = [...tables].find((name) => name.endsWith(`.${table}`));
    return { what: `unknown table: ${table}`, fix: named ? `write ${named}` : "name a table as schema.table, or a common table of this file" };
  }
  if (!(readable[layer] ?? []).includes(schema)) {
    return { what: `${layer} may not read ${schema}.${table}`, fix: `a file of ${layer} reads ${readable[layer]!.join(", ")}` };
  }
  if (!tables.has(`${schema}.${table}`)) {
    const near = [...tables].filter((name) => name.startsWith(`${schema}.`)).sort((a, b) => distance(a, `${schema}.${table}`) - distance(b, `${schema}.${table}`))[0];
    return { what: `unknown table: ${schema}.${table}`, fix: near ? `did you mean ${near}?` : undefined };
  }
  return undefined;
}

function visit(node: unknown, each: (node: Node) => void): void {
  if (Array.isArray(node)) for (const item of node) visit(item, each);
  else if (node && typeof node === "object") {
    each(node as Node);
    for (const value of Object.values(node)) visit(value, each);
  }
}

function order(steps: Step[]): Step[] {
  const byTable = new Map(steps.map((step) => [`${step.model.schema}.${step.model.name}`, step]));
  const ordered: Step[] = [];
  const state = new Map<Step, "open" | "done">();
  const problems: Problem[] = [];
  const enter = (step: Step, trail: Step[]) => {
    if (state.get(step) === "done") return;
    if (state.get(step) === "open") {
      const circle = [...trail.slice(trail.indexOf(step)), step].map(({ model }) => model.name);
      const back = trail.at(-1)!;
      const line = back.references.find(({ table }) => table === step.model.name)!.line;
      problems.push({ what: `models read each other in a circle: ${circle.join(" -> ")}`, where: `${back.model.path}:${line}` });
      return;
    }
    state.set(step, "open");
    for (const { schema, table } of step.references) {
      const next = byTable.get(`${schema}.${table}`);
      if (next) enter(next, [...trail, step]);
    }
    state.set(step, "done");
    ordered.push(step);
  };
  for (const step of steps) enter(step, []);
  failIfAny(problems);
  return ordered;
}

/** What keeps a file of TypeScript from being read, by file and line; any other fault is a bug and goes on. */
function syntaxProblems(error: unknown, root: string): Problem[] {
  const found = [...(error as Error).message.matchAll(/^(.+?):(\d+):\d+: ERROR: (.+)$/gm)];
  if (found.length === 0) throw error;
  return found.map(([, file, line, what]) => ({ what: what!, where: `${relative(root, file!)}:${line!}` }));
}

/**
 * Line of a model in TypeScript that holds a line of one of its queries: where names are put into the query, so that it does not
 * stand in the file as it is, the line that shares the most words with it, of those with the word that is meant.
 */
export function lineInModule(text: string, sql: string, line: number, word = ""): number {
  const start = text.indexOf(sql);
  if (start >= 0) return text.slice(0, start).split("\n").length + line - 1;
  const wordsOf = (words: string): string[] => words.match(/\w+/g) ?? [];
  const sought = new Set(wordsOf(sql.split("\n")[line - 1] ?? ""));
  const shared = text.split("\n").map((other) => {
    if (/^\s*\/\//.test(other)) return 0;
    const words = new Set(wordsOf(other).filter((own) => sought.has(own)));
    return words.size + (words.has(word) ? sought.size : 0);
  });
  return shared.indexOf(Math.max(...shared)) + 1;
}

/** Line of a byte position of DuckDB's, which counts bytes and not characters. */
function lineOf(text: string, position: number): number {
  return Buffer.from(text).subarray(0, position).toString("utf8").split("\n").length;
}

/** Edits that turn one name into the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
