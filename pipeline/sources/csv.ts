import { dsvFormat } from "d3";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { quoteText, type Database } from "../engine/database.js";
import type { CsvOptions } from "../engine/project.js";
import { normaliseText } from "./text.js";

/** What reading one file brought to light, before any contract. */
export interface ReadFile {
  /** Columns of the file, in its order. */
  columns: string[];
  /** Rows in the file: those read and those that could not be. */
  rows: number;
  /** Query for the rows that were read: `_row`, and the columns as text. */
  query: string;
  /** Query for the rows that could not be read: `_row`, `rule`, `message`, `raw`. */
  unreadable: string;
  /** Query for the raw text of rows: `_row`, `raw`, to be joined on `_row`. */
  raw: string;
}

/** Longest record that line breaks inside quotes may spread over; beyond it a quote was never closed. */
const MAX_RECORD_LINES = 100;
const MAX_LINE_BYTES = 16 << 20;

/**
 * Reads a delimited file without losing a line of it.
 *
 * Lines are read whole first and judged by RFC 4180; only records that are well-formed reach DuckDB's parser, each
 * with the number of its first line. So a quote that is never closed costs its own line and not the ones after it.
 * Row numbers are line numbers of the file, from 1, the header included.
 *
 * @param table prefix of the temporary tables that hold the file's lines and its broken records
 */
export async function readCsv(db: Database, file: string, options: CsvOptions, workFolder: string, table: string): Promise<ReadFile> {
  const text = await normaliseText(file, options.encoding, join(workFolder, `${table}.txt`));
  const isBlankDelimited = options.delimiter === "whitespace";
  const delimiter = isBlankDelimited ? " " : options.delimiter;
  const header = headerOf(text.path, options, delimiter);
  const columns = header.map((title, index) => title.trim() || `column_${index + 1}`)
    .map((title, index, titles) => {
      const earlier = titles.slice(0, index).filter((other) => other === title).length;
      return earlier > 0 ? `${title}_${earlier + 1}` : title;
    });
  const firstLine = options.skip + (options.header === true ? 1 : 0);
  const line = isBlankDelimited ? "regexp_replace(trim(line), '\\s+', ' ', 'g')" : "line";
  await db.run(`create temp table ${table}_lines as
    select _row, coalesce(${line}, '') as line from (
      select row_number() over () as _row, line
      from read_csv(${quoteText(text.path)}, header = false, delim = '\x01', quote = '', escape = '', auto_detect = false,
        strict_mode = false, max_line_size = ${MAX_LINE_BYTES}, columns = {'line': 'VARCHAR'}))
    where _row > ${firstLine}`);

  const shape = recordPattern(delimiter, columns.length);
  await db.run(`create temp table ${table}_broken (_row bigint, rule varchar, message varchar, raw varchar)`);
  await db.run(`create temp table ${table}_records (_row bigint, last bigint)`);
  await db.run(`insert into ${table}_broken
    select _row, 'encoding', 'holds bytes that are no UTF-8: the file mixes encodings', line from ${table}_lines
    where _row in (${text.undecodable.length > 0 ? text.undecodable.join(", ") : "null"})`);
  await joinRecords(db, table, delimiter, columns.length, shape);

  const clean = join(workFolder, `${table}.csv`);
  await db.run(`copy (
      select lines._row || ${quoteText(delimiter)} || lines.line from ${table}_lines as lines
      where ${isFilled("lines")} and lines._row not in (select _row from ${table}_broken)
        and not exists (from ${table}_records as records where lines._row between records._row and records.last)
      union all
      select records._row || ${quoteText(delimiter)} || string_agg(lines.line, chr(10) order by lines._row)
      from ${table}_records as records
      join ${table}_lines as lines on lines._row between records._row and records.last
      group by records._row
    ) to ${quoteText(clean)} (format csv, header false, delim '\x01', quote '', escape '')`);
  const { rows } = await db.row<{ rows: number }>(`select (
      (select count(*) from ${table}_records)
      + (select count(*) from ${table}_lines as lines where ${isFilled("lines")}
          and not exists (from ${table}_records as records where lines._row between records._row and records.last))
    )::integer as rows`);
  const declared = ["_row", ...columns].map((column) => `${quoteText(column)}: '${column === "_row" ? "BIGINT" : "VARCHAR"}'`);
  return {
    columns,
    rows,
    query: `select * from read_csv(${quoteText(clean)}, header = false, delim = ${quoteText(delimiter)}, quote = '"', escape = '"',
      auto_detect = false, strict_mode = true, allow_quoted_nulls = false, nullstr = ${quoteText("\x01")}, max_line_size = ${MAX_LINE_BYTES},
      columns = {${declared.join(", ")}})`,
    unreadable: `select _row, rule, message, raw from ${table}_broken`,
    raw: `select lines._row, coalesce(joined.raw, lines.line) as raw from ${table}_lines as lines
      left join (
        select records._row, string_agg(inner_lines.line, chr(10) order by inner_lines._row) as raw
        from ${table}_records as records
        join ${table}_lines as inner_lines on inner_lines._row between records._row and records.last
        group by records._row
      ) as joined on joined._row = lines._row`,
  };
}

/** The titles of the columns: as declared, or the fields of the header line. */
function headerOf(path: string, options: CsvOptions, delimiter: string): string[] {
  if (Array.isArray(options.header)) return options.header;
  const [header = [], row = []] = firstLines(path, options.skip + 2).slice(options.skip).map((line) =>
    dsvFormat(delimiter).parseRows(options.delimiter === "whitespace" ? line.trim().replace(/\s+/g, " ") : line)[0] ?? []);
  if (!options.header) return header.map((_, index) => `column_${index + 1}`);
  // Tables written with row names, as by R, name every column but the first.
  return row.length === header.length + 1 ? ["", ...header] : header;
}

function firstLines(path: string, count: number): string[] {
  const file = openSync(path, "r");
  try {
    for (let size = 1 << 16; ; size *= 4) {
      const buffer = Buffer.alloc(size);
      const length = readSync(file, buffer, 0, size, 0);
      const lines = buffer.subarray(0, length).toString("utf8").split("\n");
      if (lines.length > count || length < size) return lines.slice(0, count);
    }
  } finally {
    closeSync(file);
  }
}

/** A line with nothing on it is no row, unless it lies inside a quoted field. */
const isFilled = (lines: string) => `trim(${lines}.line) <> ''`;

/** RE2 for one field: quoted with doubled quotes inside, or free of delimiters and not opened by a quote. */
function fieldPattern(delimiter: string): string {
  const sign = `\\x{${delimiter.codePointAt(0)!.toString(16)}}`;
  return `(?:"(?:[^"]|"")*"|(?:[^"${sign}][^${sign}]*)?)`;
}

/** RE2 for a whole record of `count` fields. */
function recordPattern(delimiter: string, count: number): string {
  const field = fieldPattern(delimiter);
  const sign = `\\x{${delimiter.codePointAt(0)!.toString(16)}}`;
  // RE2 repeats a group at most 1,000 times, and a wide file rarely has as many columns.
  return count > 1 ? `${field}(?:${sign}${field}){${count - 1}}` : field;
}

/**
 * Finds the lines that are no record by themselves: starts of records that go on over several lines, which are
 * recorded as such, and broken ones. Only these few lines are looked at here, in their order, because whether a line
 * begins a record depends on where the one before it ended.
 */
async function joinRecords(db: Database, table: string, delimiter: string, count: number, shape: string): Promise<void> {
  const field = fieldPattern(delimiter);
  const sign = `\\x{${delimiter.codePointAt(0)!.toString(16)}}`;
  const suspects = await db.rows<{ row: number; opens: boolean }>(`
    select _row::integer as row, regexp_full_match(line, ${quoteText(`(?:${field}${sign})*"(?:[^"]|"")*`)}) as opens
    from ${table}_lines
    where not regexp_full_match(line, ${quoteText(shape)}) and ${isFilled(`${table}_lines`)}
      and _row not in (select _row from ${table}_broken)
    order by _row`);
  if (suspects.length === 0) return;
  // For each line that leaves a quote open: the first line after it that closes it, and whether they make a record.
  const spans = await db.rows<{ row: number; last: number }>(`
    with openers as (
      select _row, line from ${table}_lines
      where regexp_full_match(line, ${quoteText(`(?:${field}${sign})*"(?:[^"]|"")*`)})
        and not regexp_full_match(line, ${quoteText(shape)})
    ),
    closers as (
      select openers._row, min(lines._row) as last from openers
      join ${table}_lines as lines on lines._row > openers._row and lines._row <= openers._row + ${MAX_RECORD_LINES}
        and regexp_full_match(lines.line, ${quoteText(`(?:[^"]|"")*"(?:${sign}${field})*`)})
      group by openers._row
    )
    select closers._row::integer as row, closers.last::integer as last
    from closers
    join ${table}_lines as lines on lines._row between closers._row and closers.last
    group by closers._row, closers.last
    having regexp_full_match(string_agg(lines.line, chr(10) order by lines._row), ${quoteText(shape)})`);
  const lastOf = new Map(spans.map(({ row, last }) => [row, last]));
  const records: [number, number][] = [];
  const broken: number[] = [];
  let end = 0;
  for (const { row } of suspects) {
    if (row <= end) continue;
    const last = lastOf.get(row);
    if (last === undefined) broken.push(row);
    else {
      records.push([row, last]);
      end = last;
    }
  }
  const opening = new Set(suspects.filter((suspect) => suspect.opens).map((suspect) => suspect.row));
  await db.run(`insert into ${table}_records
    select span[1], span[2] from (select unnest($spans::json::bigint[][]) as span)`, { spans: JSON.stringify(records) });
  if (broken.length === 0) return;
  const unquoted = `regexp_replace(line, '"(?:[^"]|"")*"', '', 'g')`;
  await db.run(`insert into ${table}_broken
    select _row,
      case when _row in (${[...opening, -1].join(", ")}) then 'quote' else 'fields' end,
      case when _row in (${[...opening, -1].join(", ")}) then 'opens a quote that is never closed'
        else 'has ' || (length(${unquoted}) - length(replace(${unquoted}, ${quoteText(delimiter)}, '')) + 1) || ' fields where the header has ${count}' end,
      line
    from ${table}_lines where _row in (${broken.join(", ")})`);
}
