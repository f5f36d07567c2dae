import { quoteName, quoteText, type Database } from "../engine/database.js";
import type { ReadFile } from "./csv.js";

/** Reads a Parquet file: its columns as text, its rows numbered from 1. Its types are judged by the contract, as text. */
export async function readParquet(db: Database, file: string): Promise<ReadFile> {
  const scan = `read_parquet(${quoteText(file)}, file_row_number = true)`;
  const described = await db.rows<{ column_name: string }>(`describe select * exclude (file_row_number) from ${scan}`);
  const columns = described.map((column) => column.column_name);
  const { rows } = await db.row<{ rows: number }>(`select count(*)::integer as rows from ${scan}`);
  return {
    columns,
    rows,
    query: `select file_row_number + 1 as _row, ${columns.map((column) => `${quoteName(column)}::varchar as ${quoteName(column)}`).join(", ")} from ${scan}`,
    unreadable: "select null::bigint as _row, null as rule, null as message, null as raw where false",
    raw: `select row_number + 1 as _row, to_json(content)::varchar as raw from (
      select file_row_number as row_number, {${columns.map((column) => `${quoteText(column)}: ${quoteName(column)}`).join(", ")}} as content from ${scan})`,
  };
}
