import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Bool, DateDay, Dictionary, Float64, Int32, Table, tableToIPC, Utf8, vectorFromArray, type DataType } from "apache-arrow";
import type { Database } from "./database.js";
import type { Step } from "./graph.js";
import type { Model } from "./model.js";

/** An export as its file describes it, beside the rows. */
export interface ExportedTable {
  name: string;
  /** Folder of its page. */
  subject: string;
  grain: string;
  path: string;
  sql: string;
  format: Model["format"];
  /** Data file, relative to the folder of the pages. */
  file: string;
  columns: { name: string; type: string; meaning: string; unit: string | null }[];
  /** Marts that it reads, straight from its SQL. */
  marts: { name: string; path: string }[];
  /** Rows of a JSON export; an Arrow export is read from its file. */
  rows?: Record<string, unknown>[];
}

/**
 * Writes each export to `folder`/data/<page>/<name>.json or .arrow, in the order its SQL gives: same rows, same bytes.
 */
export async function writeExports(db: Database, steps: Step[], folder: string): Promise<ExportedTable[]> {
  const models = new Map(steps.map(({ model }) => [`${model.schema}.${model.name}`, model]));
  const exported: ExportedTable[] = [];
  for (const { model, references } of steps.filter((step) => step.model.schema === "exports")) {
    const columns = await db.rows<ExportedTable["columns"][number]>(
      `select column_name as name, column_type as type, meaning, unit from run.model_columns
       where schema_name = 'exports' and model = $model order by position`, { model: model.name });
    const marts = [...new Set(references.map(({ schema, table }) => `${schema}.${table}`))]
      .flatMap((name) => models.get(name) ?? []).map(({ name, path }) => ({ name, path }));
    const file = `data/${model.subject}/${model.name}.${model.format}`;
    const table: ExportedTable = { name: model.name, subject: model.subject, grain: model.grain, path: model.path, sql: model.text, format: model.format, file, columns, marts };
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const dates = columns.map(({ name, type }) => (type === "DATE" && model.format === "json" ? `"${name}"::varchar as "${name}"` : `"${name}"`));
    const query = `select ${dates.join(", ")} from exports.${model.name}`;
    if (model.format === "json") {
      table.rows = await db.rows(query);
      writeFileSync(join(folder, file), JSON.stringify({ name: table.name, columns, rows: table.rows }));
    } else {
      writeFileSync(join(folder, file), toArrow(columns, await db.columns(query)));
    }
    exported.push(table);
  }
  return exported;
}

const arrowTypes: Record<string, () => DataType> = {
  INTEGER: () => new Int32(), DOUBLE: () => new Float64(), DATE: () => new DateDay(), BOOLEAN: () => new Bool(),
};

/** Columns as an Arrow file; text by dictionary, for it repeats. */
function toArrow(columns: ExportedTable["columns"], values: Record<string, unknown[]>): Uint8Array {
  const vectors = columns.map(({ name, type }, index) => [
    name,
    // The dictionary's number is written into the file: fixed here, so that the same table gives the same bytes.
    vectorFromArray(values[name]!, arrowTypes[type]?.() ?? new Dictionary(new Utf8(), new Int32(), index)),
  ] as const);
  return tableToIPC(new Table(Object.fromEntries(vectors)), "file");
}
