import { quoteName, quoteText, type Database } from "../engine/database.js";
import { distinctNames, quotePath, type ReadFile } from "./csv.js";

/** Reads a Parquet file: its columns as text, its rows numbered from 1. Its types are judged by the contract, as text. */
export async function readParquet(db: Database, file: string): Promise<ReadFile> {
  const scan = `read_parquet(${quotePath(file)}, file_row_number = true)`;
  const described = await db.rows<{ column_name: string }>(`describe select * exclude (file_row_number) from ${scan}`);
  const names = described.map((column) => column.column_name);
  const columns = distinctNames(names);
  const { rows } = await db.row<{ rows: number }>(`select count(*)::integer as rows from ${scan}`);
  return {
    columns,
    rows,
    query: `select file_row_number + 1 as _row, ${names.map((name, index) => `${quoteName(name)}::varchar as ${quoteName(columns[index]!)}`).join(", ")} from ${scan}`,
    unreadable: "select null::bigint as _row, null as rule, null as message where false",
    raw: `select row_number + 1 as _row, to_json(content)::varchar as raw from (
      select file_row_number as row_number, {${names.map((name) => `${quoteText(name)}: ${quoteName(name)}`).join(", ")}} as content from ${scan})`,
    tables: [],
  };
}
