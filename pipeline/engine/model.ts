import { readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { globSync } from "tinyglobby";
import { failIfAny, type Problem } from "./errors.js";

/** A table of the warehouse as its file describes it: a header of comments, then one select or TypeScript. */
export interface Model {
  /** Layer, and schema of the table. */
  schema: "staging" | "marts" | "exports";
  /** File stem, and name of the table. */
  name: string;
  /** Folder inside the layer: the subject of a mart, the page of an export. */
  subject: string;
  /** Path from the folder of the pipeline's parent, with forward slashes: as messages and pages show it. */
  path: string;
  language: "sql" | "ts";
  /** "One row per ...". */
  grain: string;
  /** What else the header says: formulas, sources, odd cases. */
  notes: string;
  key: string[];
  columns: ModelColumn[];
  checks: ModelCheck[];
  /**
   * How an export leaves the warehouse: JSON for a handful of numbers, Arrow for tables a page computes with, shards for
   * what a page shows of one customer: the rows of a few customers of all such exports of the folder in one file.
   */
  format: "json" | "arrow" | "shard";
  /** How an Arrow export is divided among files, where it is: by the values of a column, or every so many rows. */
  parts?: { by: string } | { rows: number };
  /** The whole file. */
  text: string;
  /** What follows the header: what computes the numbers. */
  body: string;
  /** Line of the file in which the body begins. */
  bodyLine: number;
}

export interface ModelColumn {
  name: string;
  meaning: string;
  unit?: string;
  line: number;
}

/** A condition that every row keeps. */
export interface ModelCheck {
  title: string;
  sql: string;
  line: number;
}

/** A rule across tables: a select of the rows that break it. */
export interface CrossCheck {
  name: string;
  path: string;
  /** What a row that is found means. */
  title: string;
  severity: "error" | "warning";
  fix: string;
  text: string;
}

const layers = ["staging", "marts", "exports"] as const;

/** Reads all models below `root`/pipeline; throws every mistake in their headers at once. */
export function loadModels(root: string): Model[] {
  const problems: Problem[] = [];
  const models = layers.flatMap((schema) =>
    globSync(`pipeline/${schema}/**/*.{sql,ts}`, { cwd: root, ignore: "**/*.test.ts" }).sort().map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return parseModel(schema, path.split(sep).join("/"), text, problems);
    }));
  const byName = new Map<string, Model>();
  for (const model of models) {
    const twin = byName.get(model.name);
    if (twin) problems.push({ what: `two models are named ${model.name}`, where: `${model.path}:1`, fix: `rename it, or ${twin.path}` });
    byName.set(model.name, model);
  }
  failIfAny(problems);
  return models;
}

/** Parses the header of a model. */
export function parseModel(schema: Model["schema"], path: string, text: string, problems: Problem[]): Model {
  const language = path.endsWith(".ts") ? "ts" : "sql";
  const lines = headerLines(text, language === "ts" ? "//" : "--");
  const at = (line: number) => `${path}:${line}`;
  const model: Model = {
    schema, path, text, language, name: basename(path).replace(/\.(sql|ts)$/, ""), subject: path.split("/").slice(2, -1).join("/"),
    grain: "", notes: "", key: [], columns: [], checks: [], format: "json",
    ...bodyOf(text, lines.length),
  };
  if (!/^[a-z][a-z0-9_]*$/.test(model.name)) problems.push({ what: `${basename(path)} is no table name`, where: at(1), fix: "use lower case, digits and underscores" });

  let section: "grain" | "columns" | "checks" = "grain";
  let hasKey = false;
  const prose: string[] = [];
  for (const { line, content } of lines) {
    const title = /^(key|format|columns|checks):\s*(.*)$/.exec(content);
    if (title?.[1] === "format") {
      const format = /^(?:(json|arrow|shard)|arrow by ([a-z][a-z0-9_]*)|arrow in parts of ([1-9]\d*))$/.exec(title[2]!);
      if (!format) problems.push({ what: `unknown format: ${title[2]}`, where: at(line), fix: "json, arrow, arrow by <column>, arrow in parts of <rows>, or shard" });
      else model.format = (format[1] as Model["format"] | undefined) ?? "arrow";
      if (format?.[2]) model.parts = { by: format[2] };
      if (format?.[3]) model.parts = { rows: Number(format[3]) };
    } else if (title?.[1] === "key") {
      hasKey = true;
      model.key = title[2] === "none" ? [] : title[2]!.split(/,\s*/);
    } else if (title) {
      section = title[1] as "columns" | "checks";
    } else if (content.trim() === "") {
      if (section === "grain") prose.push("");
    } else if (section === "grain") {
      prose.push(content.trim());
    } else if (/^ {3,}/.test(content)) {
      const last = section === "columns" ? model.columns.at(-1) : model.checks.at(-1);
      if (!last) problems.push({ what: `a continued line with nothing before it: ${content.trim()}`, where: at(line) });
      else if ("meaning" in last) last.meaning += ` ${content.trim()}`;
      else last.sql += ` ${content.trim()}`;
    } else if (section === "columns") {
      const column = /^ {2}([a-z][a-z0-9_]*)(?: {2,}| )(.+)$/.exec(content);
      if (column) model.columns.push({ name: column[1]!, meaning: column[2]!, line });
      else problems.push({ what: `no column description: ${content.trim()}`, where: at(line), fix: "write: two blanks, name, two blanks, meaning, [unit]" });
    } else {
      const check = /^ {2}(.+?): (.+)$/.exec(content);
      if (check) model.checks.push({ title: check[1]!, sql: check[2]!, line });
      else problems.push({ what: `no check: ${content.trim()}`, where: at(line), fix: "write: what holds: a SQL condition on the row" });
    }
  }
  for (const column of model.columns) {
    const unit = /^(.*?)\s*\[([^\]]+)\]$/s.exec(column.meaning);
    if (unit) [column.meaning, column.unit] = [unit[1]!, unit[2]];
  }
  const [grain = "", ...notes] = prose.join("\n").split(/(?<=\.)\s+|\n\n/);
  model.grain = grain.replaceAll("\n", " ");
  model.notes = notes.join(" ").replaceAll("\n", " ").trim();
  if (schema === "exports" && !/\border by\b/i.test(text)) {
    problems.push({ what: `${model.name} has no order`, where: at(1), fix: "end it with: order by, over a full key" });
  }
  if (!/^One row per /.test(model.grain)) {
    problems.push({ what: `${model.name} does not say what a row is`, where: at(1), fix: "begin the file with: -- One row per ..." });
  }
  if (schema !== "exports") {
    if (!hasKey) problems.push({ what: `${model.name} names no key`, where: at(1), fix: "add to the header: key: column, column (or: key: none, for a table of at most one row)" });
    if (model.columns.length === 0) problems.push({ what: `${model.name} describes no columns`, where: at(1), fix: "add to the header: columns: and a line for each" });
  }
  return model;
}

/** Reads the rules across tables of `root`/pipeline/checks. */
export function loadCrossChecks(root: string): CrossCheck[] {
  const problems: Problem[] = [];
  const checks = globSync("pipeline/checks/*.sql", { cwd: root }).sort().map((path): CrossCheck => {
    const text = readFileSync(join(root, path), "utf8");
    const header = headerLines(text, "--").map(({ content }) => content).join("\n");
    const title = /^Bad rows: ([\s\S]+?)(?=\n(?:severity|fix):|$)/.exec(header)?.[1]?.replaceAll("\n", " ");
    const severity = /^severity: (error|warning)$/m.exec(header)?.[1];
    const fix = /^fix: ([\s\S]+)$/m.exec(header)?.[1]?.replaceAll("\n", " ");
    if (!title || !severity || !fix) {
      problems.push({ what: `the header of ${basename(path)} is not complete`, where: `${path}:1`, fix: "write: -- Bad rows: what they are, -- severity: error or warning, -- fix: what to do" });
    }
    return { name: basename(path, ".sql"), path, title: title ?? "", severity: (severity ?? "error") as CrossCheck["severity"], fix: fix ?? "", text };
  });
  failIfAny(problems);
  return checks;
}

function bodyOf(text: string, header: number): Pick<Model, "body" | "bodyLine"> {
  const lines = text.split("\n").slice(header);
  const blank = Math.max(0, lines.findIndex((line) => line.trim() !== ""));
  return { body: lines.slice(blank).join("\n").trimEnd(), bodyLine: header + blank + 1 };
}

function headerLines(text: string, mark: string): { line: number; content: string }[] {
  const lines: { line: number; content: string }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (!line.startsWith(mark)) break;
    lines.push({ line: index + 1, content: line.slice(mark.length).replace(/^ /, "").trimEnd() });
  }
  return lines;
}
