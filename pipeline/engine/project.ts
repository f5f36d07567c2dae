import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { LineCounter, parseDocument, type Document, type YAMLParseError } from "yaml";
import { z } from "zod";
import { entities } from "../contracts/index.js";
import { fieldInfo } from "../contracts/fields.js";
import { settingsSchema } from "../settings.js";
import { failIfAny, UserError, type Problem } from "./errors.js";

/** What the marts are divided into, and what a contact can be named for. */
export const subjects = ["composition", "solvency", "value", "rfm", "quality"] as const;

const unit = z.union([z.enum(["cents", "thousands", "millions", "percent"]), z.number().min(1e-8).max(1e9)
  .refine((value) => Number(value.toFixed(8)) === value, { error: "has more than eight decimals" })])
  .describe("What one unit of the column is worth: the value is multiplied by it");

const columnMapping = z.strictObject({
  column: z.string().optional().describe("Column of the file"),
  constant: z.union([z.string(), z.number(), z.boolean()]).optional().describe("The same value for every row"),
  sql: z.string().optional().describe("A SQL expression over the file's columns, all of them text"),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional()
    .describe("Words of the file and what they stand for; a word not listed stays as it is"),
  format: z.union([z.string(), z.array(z.string()).min(1)]).optional()
    .describe("Date format by strptime letters, or several to be tried in turn: %d.%m.%Y; ISO dates need none"),
  decimal: z.enum([".", ","]).optional().describe("Decimal sign; a point where absent"),
  thousands: z.enum([".", ",", " ", "'"]).optional().describe("Sign between thousands; none where absent"),
  unit: unit.optional(),
}).refine((mapping) => [mapping.column, mapping.constant, mapping.sql].filter((way) => way !== undefined).length === 1, {
  error: "name exactly one of column, constant and sql",
});

export type ColumnMapping = z.infer<typeof columnMapping>;

const csvOptions = z.strictObject({
  delimiter: z.string().default(",").describe("One character, or `whitespace` for any run of blanks"),
  encoding: z.string().default("utf-8").refine(isEncoding, { error: "names no encoding: utf-8, windows-1252, gb18030 ..." })
    .describe("Encoding of the file, by its WHATWG label"),
  header: z.union([z.boolean(), z.array(z.string()).min(1)]).default(true)
    .describe("Whether the first line names the columns; or the names, for a file without such a line"),
  skip: z.int().min(0).default(0).describe("Lines before the header that are no data"),
  absent: z.array(z.string()).default([""]).describe("Texts that mean an absent value"),
}).refine(({ delimiter }) => delimiter === "whitespace" || /^[^"\r\n]$/u.test(delimiter), {
  path: ["delimiter"], error: "must be one character, or `whitespace`",
});

export type CsvOptions = z.infer<typeof csvOptions>;

function sourceSchema(fields: [name: string, meaning: string, isRequired: boolean][]) {
  const columns = Object.fromEntries(fields.map(([name, meaning, isRequired]) => {
    const mapping = z.union([z.string(), columnMapping], {
      error: ({ input }) => (input === undefined ? "is missing" : "must be a column's name, or a mapping such as { column: NAME, format: ... }"),
    }).describe(meaning);
    return [name, isRequired ? mapping : mapping.optional()];
  }));
  return z.strictObject({
    files: z.union([z.string(), z.array(z.string()).min(1)])
      .describe("Glob, or several, from the inputs folder: *.csv, *.parquet; lookups/*.csv lie beside project.yaml"),
    format: z.enum(["csv", "parquet"]).optional().describe("Where the file's ending does not tell"),
    csv: csvOptions.prefault({}),
    required: z.boolean().default(true).describe("Whether the run fails when no file is there, all are without rows, or one has not even a header"),
    rows_per_key: z.enum(["one", "many"]).default("one")
      .describe("many: the file repeats this entity on several rows, say once per order line; equal rows are one"),
    columns: z.strictObject(columns).describe("Field of the entity: column of the file, or how it is made"),
  });
}

const entitySchemas = Object.fromEntries(entities.map((entity) => {
  const fields = Object.entries(entity.schema.shape).map(([name, field]): [string, string, boolean] => {
    const info = fieldInfo.get(field)!;
    return [name, `${info.meaning}${info.unit ? ` [${info.unit}]` : ""}`, !field.safeParse(null).success];
  });
  return [entity.name, z.array(sourceSchema(fields)).min(1).optional().describe(`${entity.grain}. Enables: ${entity.enables}`)];
}));

/** The shape of project.yaml. */
export const projectSchema = z.strictObject({
  name: z.string().min(1).describe("Name of the company, as the pages show it"),
  reporting_currency: z.string().regex(/^[A-Z]{3}$/, { error: "must be an ISO 4217 code such as EUR", abort: true })
    .refine((code) => Intl.supportedValuesOf("currency").includes(code), { error: "is no currency of ISO 4217" })
    .describe("Currency that all amounts are shown in"),
  as_of_date: z.iso.date({ error: "must be a date such as 2025-06-30" }).optional()
    .describe("Day the analyses look from; the last order's date where absent"),
  inputs: z.string().default(".").describe("Folder the file globs start from, relative to this file"),
  privacy: z.strictObject({
    customers: z.enum(["name", "id", "pseudonym"]).default("pseudonym").describe("How a customer appears on the site"),
    salt: z.string().max(200).optional()
      .describe("A secret text that pseudonyms are made with, so that who knows an id cannot work out the pseudonym; CLIENTELE_PRIVACY_SALT where absent"),
  }).prefault({}).describe("What may leave the warehouse"),
  contacts: z.partialRecord(z.enum(["default", ...subjects]), z.string().min(1).max(200))
    .describe("Whom to ask about the numbers of a subject, say name and telephone; default for all that are not named").default({}),
  quarantine: z.strictObject({
    limit: z.number().min(0).max(1).default(0.01).describe("Largest share of a file's rows that may be refused before the run fails"),
    value_limit: z.number().min(0).max(1).default(0.5)
      .describe("Largest share of the values of one field in a file that may be wrong: more, and it is the mapping that is wrong, not the values"),
  }).prefault({}).describe("How much refused input is too much"),
  entities: z.strictObject(entitySchemas).refine((supplied) => Object.values(supplied).some((sources) => sources), {
    error: "supply at least one entity: customers and orders, or transactions alone",
  }).refine((supplied) => !(supplied.orders && supplied.transactions), {
    error: "supply orders or transactions, not both: they would be counted twice",
  }),
  settings: settingsSchema.prefault({}).describe("Settings of the analyses, where they differ from the defaults"),
});

export type Source = z.infer<ReturnType<typeof sourceSchema>>;
type ProjectFile = z.infer<typeof projectSchema>;

export interface Project extends Omit<ProjectFile, "entities"> {
  entities: Partial<Record<string, Source[]>>;
  /** Path of project.yaml. */
  file: string;
  /** Folder the globs start from. */
  inputFolder: string;
  /** Folder of project.yaml. */
  folder: string;
  /** `file:line` of a place in project.yaml, the nearest known one. */
  locate(path: readonly PropertyKey[]): string;
}

/** Lists that people keep by hand, such as annotations, lie beside project.yaml and not among what systems export. */
const LOOKUPS = "lookups";

/** Folders that a project's files lie below. */
export const dataFolders = (project: Project) => [project.inputFolder, join(project.folder, LOOKUPS)];

/** Folder that a file or glob starts from. */
export const startOf = (project: Project, glob: string) => (glob.replace(/^!/, "").startsWith(`${LOOKUPS}/`) ? project.folder : project.inputFolder);

/** Names of the files that globs find, sorted. */
export function inputFiles(project: Project, globs: string[]): string[] {
  const found = [...new Set(globs.map((glob) => startOf(project, glob)))].flatMap((cwd) =>
    globSync(globs.filter((glob) => startOf(project, glob) === cwd), { cwd, onlyFiles: true, absolute: false, expandDirectories: false })
      .map((name) => relative(cwd, join(cwd, name))));
  return [...new Set(found)].sort();
}

/** Reads and checks project.yaml; throws every mistake in it at once. */
export function loadProject(folderOrFile: string): Project {
  const file = folderOrFile.endsWith(".yaml") ? resolve(folderOrFile) : join(resolve(folderOrFile), "project.yaml");
  if (!existsSync(file)) {
    throw new UserError([{
      what: "there is no project.yaml", where: shownPath(file),
      fix: "name the project's folder with --project DIR, or make one there with: npm run clientele -- init DIR",
    }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const locate = (path: readonly PropertyKey[]) => `${shownPath(file)}:${lineOf(document, lines, path)}`;
  failIfAny(yamlProblems(document.errors, shownPath(file)));

  const parsed = projectSchema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const lineNumber = (problem: Problem) => Number(problem.where!.split(":").at(-1));
    failIfAny(parsed.error.issues.flatMap((issue) => toProblems(issue, locate)).sort((a, b) => lineNumber(a) - lineNumber(b)));
  }
  const project = parsed.data!;
  const inputFolder = resolve(dirname(file), project.inputs);
  if (!existsSync(inputFolder) || !statSync(inputFolder).isDirectory()) {
    throw new UserError([{ what: `the inputs folder does not exist: ${shownPath(inputFolder)}`, where: locate(["inputs"]) }]);
  }
  const privacy = { ...project.privacy, salt: project.privacy.salt ?? process.env.CLIENTELE_PRIVACY_SALT };
  return { ...project, privacy, entities: project.entities, file, inputFolder, folder: dirname(file), locate };
}

/** In words, for those who do not write YAML every day; after a mistake of form the others are mostly its consequences. */
function yamlProblems(errors: Pick<YAMLParseError, "code" | "message" | "linePos">[], file: string): Problem[] {
  const problems = errors.map(({ code, message, linePos }) => ({
    code, what: `project.yaml is no valid YAML: ${yamlWords[code] ?? message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "")}`,
    where: `${file}:${linePos?.[0].line ?? 1}`,
  }));
  const first = problems.findIndex(({ code }) => code !== "DUPLICATE_KEY");
  return (first < 0 ? problems : problems.slice(0, first + 1)).map(({ what, where }) => ({ what, where }));
}

const yamlWords: Partial<Record<YAMLParseError["code"], string>> = {
  TAB_AS_INDENT: "a tab stands where blanks must indent the line",
  DUPLICATE_KEY: "the key of this line stands twice in its block",
  BLOCK_AS_IMPLICIT_KEY: "a text that holds a colon and a blank must stand in quotes: \"Gasthof: Handel\"",
  BAD_INDENT: "the line is indented like no block around it, or a bracket above it is not closed",
};

/** The JSON Schema that editors complete and check project.yaml with. */
export function projectJsonSchema(): object {
  return { title: "Clientele project", ...z.toJSONSchema(projectSchema, { io: "input", reused: "ref" }) };
}

/** A name for the project's build folder: its folder's name, and a hash of the whole path, for names repeat. */
export function projectSlug(project: Pick<Project, "file">): string {
  const folder = dirname(project.file);
  const name = basename(folder).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "project";
  return folder === sample ? name : `${name}-${createHash("sha256").update(folder).digest("hex").slice(0, 6)}`;
}

/** The one project that everyone has. */
const sample = resolve(import.meta.dirname, "../../data/sample");

/** A path as messages show it: relative to where the command was started, unless that leads far away. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith(join("..", "..", "..")) || near === "" ? path : near;
}

function toProblems(issue: z.core.$ZodIssue, locate: (path: readonly PropertyKey[]) => string): Problem[] {
  const place = (path: readonly PropertyKey[]) => path.map(String).join(".") || "project.yaml";
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(projectSchema, issue.path);
    return issue.keys.map((key) => {
      const elsewhere = pathsOf(projectSchema).filter((path) => path.at(-1) === key);
      return {
        what: `${place([...issue.path, key])} is not known here`,
        where: locate([...issue.path, key]),
        fix: `known here: ${known.join(", ")}${elsewhere.length > 0 ? `; elsewhere: ${elsewhere.slice(0, 3).map((path) => path.join(".")).join(", ")}` : ""}`,
      };
    });
  }
  if (issue.code === "invalid_union") {
    // The variant that fits best is the one that got furthest into the value.
    const variants = issue.errors.filter((errors) => errors.some((error) => error.code !== "invalid_type" || error.path.length > 0));
    const best = variants[0];
    if (best) return best.flatMap((error) => toProblems({ ...error, path: [...issue.path, ...error.path] }, locate));
  }
  const isAbsent = ({ code, message }: z.core.$ZodIssue) => code === "invalid_type" && message.endsWith("received undefined");
  // Where all variants of a union were refused for their type alone, what is wanted is one of the types.
  const types = issue.code === "invalid_union" ? issue.errors.flat() : [];
  const message = types.length > 0 && issue.message === "Invalid input"
    ? `must be ${types.map((type) => (type.code === "invalid_type" ? type.expected : type.message)).join(" or ")}`
    : issue.message;
  return [{ what: `${place(issue.path)}: ${[issue, ...types].some(isAbsent) ? "is missing" : message}`, where: locate(issue.path) }];
}

/** What zod records of a schema, as far as it leads to keys. */
interface SchemaDefinition { type: string; innerType?: z.core.$ZodType; element?: z.core.$ZodType; options?: z.core.$ZodType[]; shape?: Record<string, z.core.$ZodType> }

/** The objects that a value may be: through defaults, lists and unions. */
function objectsOf(schema: z.core.$ZodType): Record<string, z.core.$ZodType>[] {
  const { shape, innerType, element, options } = (schema as unknown as { _zod: { def: SchemaDefinition } })._zod.def;
  if (shape) return [shape];
  return [innerType, element, ...(options ?? [])].flatMap((inner) => (inner ? objectsOf(inner) : []));
}

/** Keys that an object at a path may have; the numbers of a list lead to its elements. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const [first, ...rest] = path.filter((part) => typeof part !== "number");
  if (first === undefined) return [...new Set(objectsOf(schema).flatMap((shape) => Object.keys(shape)))];
  return objectsOf(schema).flatMap((shape) => (shape[String(first)] ? keysAt(shape[String(first)]!, rest) : []));
}

/** The path of every key outside the entities, whose fields have names in common. */
function pathsOf(schema: z.core.$ZodType, path: string[] = []): string[][] {
  return objectsOf(schema).flatMap((shape) => Object.entries(shape).flatMap(([key, inner]) =>
    (key === "entities" ? [] : [[...path, key], ...pathsOf(inner, [...path, key])])));
}

/** Line of the deepest part of `path` that the document has. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    const parent = document.getIn(path.slice(0, length - 1), true) as { items?: { key?: { value?: unknown; range?: [number, number, number] } }[] } | undefined;
    const key = parent?.items?.find((item) => item.key?.value === path[length - 1])?.key;
    const start = key?.range?.[0] ?? node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
