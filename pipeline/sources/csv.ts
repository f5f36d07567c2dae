import { dsvFormat, mode } from "d3";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { quoteText, type Database } from "../engine/database.js";
import { fail } from "../engine/errors.js";
import type { CsvOptions } from "../engine/project.js";
import { mixesEncodings, normaliseText, type NormalisedText } from "./text.js";

/** What reading one file brought to light, before any contract. */
export interface ReadFile {
  /** Columns of the file, in its order; none where the file is empty. */
  columns: string[];
  /** Rows in the file: those read and those that could not be. */
  rows: number;
  /** Query for the rows that were read: `_row`, and the columns as text. */
  query: string;
  /** Query for the rows that could not be read: `_row`, `rule`, `message`. */
  unreadable: string;
  /** Query for the raw text of rows: `_row`, `raw`, to be joined on `_row`. */
  raw: string;
  /** Temporary tables that the queries read. */
  tables: string[];
}

/** Longest record that line breaks inside quotes may spread over; beyond it a quote was never closed. */
const MAX_RECORD_LINES = 100;
const MAX_LINE_BYTES = 16 << 20;
/** RE2 repeats a group no more often. */
const MAX_COLUMNS = 1000;

/**
 * Reads a delimited file without losing a line of it.
 *
 * Lines are read whole first and judged by RFC 4180, blanks around quotes allowed; only records that are well-formed
 * reach DuckDB's parser, each with the number of its first line. So a quote that is never closed costs its own line and
 * not the ones after it. Row numbers are line numbers of the file, from 1, the header included. A blank line is no row.
 *
 * @param table prefix of the temporary tables that hold the file's lines and its broken records
 */
export async function readCsv(db: Database, file: string, options: CsvOptions, workFolder: string, table: string): Promise<ReadFile> {
  const text = await normaliseText(file, options.encoding, join(workFolder, `${table}.txt`));
  const isBlankDelimited = options.delimiter === "whitespace";
  const delimiter = isBlankDelimited ? " " : options.delimiter;
  const { titles, lines: headerLines } = readHeader(text.path, options, delimiter);
  const columns = distinctNames(titles);
  if (columns.length > MAX_COLUMNS) fail(`${file} has ${columns.length} columns, more than the ${MAX_COLUMNS} that can be read`);
  // As the file has it, and as it is split.
  const [raw, line] = isBlankDelimited ? ["raw", `${tidied("line")} as line, line as raw`] : ["line", "line"];
  await db.run(`create temp table ${table}_lines as
    select _row, ${line} from (
      select row_number() over () as _row, coalesce(line, '') as line
      from read_csv(${quotePath(text.path)}, header = false, delim = '\x01', quote = '', escape = '', auto_detect = false,
        strict_mode = false, max_line_size = ${MAX_LINE_BYTES}, columns = {'line': 'VARCHAR'}))
    where _row > ${headerLines}`);
  await db.run(`create temp table ${table}_records (_row bigint, last bigint)`);
  await db.run(`create temp table ${table}_broken (_row bigint, rule varchar, message varchar)`);
  await joinRecords(db, table, delimiter, columns.length, text);

  const isAlone = `${isFilled("lines")}
        and not exists (from ${table}_records as records where lines._row between records._row and records.last)`;
  const joined = (column: string) => `
      select records._row, string_agg(inner_lines.${column}, chr(10) order by inner_lines._row) as text
      from ${table}_records as records
      join ${table}_lines as inner_lines on inner_lines._row between records._row and records.last
      group by records._row`;
  const clean = join(workFolder, `${table}.csv`);
  await db.run(`copy (
      select _row || ${quoteText(delimiter)} || text
      from (select lines._row, lines.line as text from ${table}_lines as lines where ${isAlone} union all ${joined("line")})
      where _row not in (select _row from ${table}_broken)
    ) to ${quoteText(clean)} (format csv, header false, delim '\x01', quote '', escape '')`);
  const { rows } = await db.row<{ rows: number }>(`select (
      (select count(*) from ${table}_records) + (select count(*) from ${table}_lines as lines where ${isAlone}))::integer as rows`);
  const declared = ["_row", ...columns].map((column) => `${quoteText(column)}: '${column === "_row" ? "BIGINT" : "VARCHAR"}'`);
  return {
    columns,
    rows,
    query: `select * from read_csv(${quotePath(clean)}, header = false, delim = ${quoteText(delimiter)}, quote = '"', escape = '"',
      auto_detect = false, strict_mode = true, allow_quoted_nulls = false, nullstr = '\x01', max_line_size = ${MAX_LINE_BYTES + 64},
      columns = {${declared.join(", ")}})`,
    unreadable: `select _row, rule, message from ${table}_broken`,
    raw: `select lines._row, coalesce(joined.text, lines.${raw}) as raw from ${table}_lines as lines
      left join (${joined(raw)}) as joined on joined._row = lines._row`,
    tables: ["lines", "records", "broken"].map((name) => `${table}_${name}`),
  };
}

/** A path as SQL for DuckDB's readers, which would take it for a glob. */
export const quotePath = (path: string) => quoteText(path.replace(/[*?[]/g, "[$&]"));

/** One blank for each run of them, none at the ends. */
const tidied = (column: string) => `trim(regexp_replace(${column}, '\\s+', ' ', 'g'))`;

/** Names of columns that DuckDB tells apart, which it does without regard to case; `_row` is taken. */
export function distinctNames(titles: string[]): string[] {
  const names = titles.map((title, index) => title.trim() || `column_${index + 1}`);
  const taken = new Set(["_row", ...names.map((name) => name.toLowerCase())]);
  const seen = new Set(["_row"]);
  return names.map((name) => {
    let free = name;
    for (let number = 2; seen.has(name.toLowerCase()) && taken.has(free.toLowerCase()); number++) free = `${name}_${number}`;
    seen.add(name.toLowerCase());
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Signs that commonly part fields, the most common first. */
const DELIMITERS = [",", ";", "\t", "|"];

/**
 * The sign that a header which came out as one column was more likely to be split at, for columns that are looked for
 * and not there; none where the header has several columns or holds no such sign.
 */
export function suspectDelimiter(columns: string[]): string | undefined {
  // A header one name short is taken for a table with row names, whose first column has none.
  const [title, ...others] = columns[0] === "column_1" ? columns.slice(1) : columns;
  if (title === undefined || others.length > 0) return undefined;
  const times = (delimiter: string) => title.split(delimiter).length - 1;
  return DELIMITERS.filter((delimiter) => times(delimiter) > 0).sort((a, b) => times(b) - times(a))[0];
}

/** The sign that splits the header of a UTF-8 file, and its first rows as the header; a comma where none does. */
export function guessDelimiter(path: string): string {
  const guesses = DELIMITERS.map((delimiter) => {
    const { titles, agreement } = readHeader(path, { header: true, skip: 0, delimiter }, delimiter);
    const named = titles.filter((title) => title !== "").length;
    return { delimiter, fit: titles.length > 1 ? named * agreement : 0 };
  });
  return guesses.sort((a, b) => b.fit - a.fit)[0]!.delimiter;
}

interface Header {
  titles: string[];
  /** Lines to be passed over before the first row. */
  lines: number;
  /** Share of the first rows that have as many fields as there are titles. */
  agreement: number;
}

function readHeader(path: string, options: Pick<CsvOptions, "header" | "skip" | "delimiter">, delimiter: string): Header {
  if (Array.isArray(options.header)) return { titles: options.header, lines: options.skip, agreement: 1 };
  const lines = firstLines(path, options.skip + MAX_RECORD_LINES)
    .map((line) => (options.delimiter === "whitespace" ? line.trim().replace(/\s+/g, " ") : line));
  const start = lines.findIndex((line, index) => index >= options.skip && line.trim() !== "");
  if (start < 0) return { titles: [], lines: options.skip, agreement: 1 };
  const fields = (text: string) => dsvFormat(delimiter).parseRows(text)[0] ?? [];
  const head = recordAt(lines, start) ?? [lines[start]!];
  const widths: number[] = [];
  for (let at = options.header ? start + head.length : start; at < lines.length;) {
    const record = recordAt(lines, at);
    if (record && record.join("").trim() !== "") widths.push(fields(record.join("\n")).length);
    at += record?.length ?? 1;
  }
  const rowsOf = (width: number) => widths.filter((other) => other === width).length;
  const header = (titles: string[], passed: number): Header =>
    ({ titles, lines: passed, agreement: widths.length === 0 ? 1 : rowsOf(titles.length) / widths.length });
  if (!options.header) return header(Array.from({ length: mode(widths) || 1 }, () => ""), options.skip);
  const titles = fields(head.join("\n"));
  // Tables written with row names, as by R, name every column but the first.
  const hasRowNames = rowsOf(titles.length + 1) > rowsOf(titles.length);
  return header(hasRowNames ? ["", ...titles] : titles, start + head.length);
}

/** The lines from `start` on that make a record, as far as quotes in pairs tell; none if a quote is left open. */
function recordAt(lines: string[], start: number): string[] | undefined {
  let isOpen = false;
  for (let end = start; end < lines.length; end++) {
    isOpen = isOpen !== (lines[end]!.split('"').length % 2 === 0);
    if (!isOpen) return lines.slice(start, end + 1);
  }
  return undefined;
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

/** RE2 for the parts of a record. */
function patternsOf(delimiter: string, count: number) {
  const sign = `\\x{${delimiter.codePointAt(0)!.toString(16)}}`;
  const blanks = delimiter === " " ? "" : " *";
  const inside = `(?:[^"]|"")*`;
  const quoted = `${blanks}"${inside}"${blanks}`;
  // Not opened by a quote, but there may be one in it: 12" pipe.
  const field = `(?:${quoted}|${blanks}(?:[^" ${sign}\\n][^${sign}\\n]*)?)`;
  return {
    record: field + (count > 1 ? `(?:${sign}${field}){${count - 1}}` : ""),
    opens: `(?:${field}${sign})*${blanks}"${inside}`,
    // Strictly: or a quote that nothing closes would take up a line with 12" pipe in it.
    closes: `${inside}"${blanks}(?:${sign}(?:${quoted}|[^"${sign}\\n]*))*`,
  };
}

/**
 * Finds the lines that are no record by themselves: starts of records that go on over several lines, which are
 * recorded as such, and broken ones. Only these few lines are looked at here, in their order, because whether a line
 * begins a record depends on where the one before it ended.
 */
async function joinRecords(db: Database, table: string, delimiter: string, count: number, decoding: NormalisedText): Promise<void> {
  const patterns = patternsOf(delimiter, count);
  const isRecord = (text: string) => `regexp_full_match(${text}, ${quoteText(patterns.record)})`;
  const opens = `regexp_full_match(line, ${quoteText(patterns.opens)})`;
  const suspects = await db.rows<{ row: number; opens: boolean }>(`
    select _row::integer as row, ${opens} as opens from ${table}_lines
    where not ${isRecord("line")} and ${isFilled(`${table}_lines`)} order by _row`);
  // For each line that leaves a quote open: the first line after it that closes it, and whether they make a record.
  const spans = suspects.length === 0 ? [] : await db.rows<{ row: number; last: number }>(`
    with openers as (
      select _row from ${table}_lines where ${opens} and not ${isRecord("line")}
    ),
    closers as (
      select openers._row, min(lines._row) as last from openers
      join ${table}_lines as lines on lines._row > openers._row and lines._row <= openers._row + ${MAX_RECORD_LINES}
        and regexp_full_match(lines.line, ${quoteText(patterns.closes)})
      group by openers._row
    )
    select closers._row::integer as row, closers.last::integer as last
    from closers
    join ${table}_lines as lines on lines._row between closers._row and closers.last
    group by closers._row, closers.last
    having ${isRecord("string_agg(lines.line, chr(10) order by lines._row)")}`);
  const lastOf = new Map(spans.map(({ row, last }) => [row, last]));
  const records: [number, number][] = [];
  const broken: { row: number; opens: boolean }[] = [];
  let end = 0;
  for (const suspect of suspects) {
    if (suspect.row <= end) continue;
    const last = lastOf.get(suspect.row);
    if (last === undefined) broken.push(suspect);
    else records.push([suspect.row, (end = last)]);
  }
  await db.run(`insert into ${table}_records
    select span[1], span[2] from (select unnest($records::json::bigint[][]) as span)`, { records: JSON.stringify(records) });
  const unquoted = `regexp_replace(lines.line, '"(?:[^"]|"")*"', '', 'g')`;
  const fields = `(length(${unquoted}) - length(replace(${unquoted}, ${quoteText(delimiter)}, '')) + 1)`;
  await db.run(`insert into ${table}_broken
    select lines._row,
      case when opens or ${fields} = ${count} then 'quote' else 'fields' end,
      case
        when opens then 'opens a quote that is never closed'
        when ${fields} = ${count} then 'has a quote where none may be'
        else 'has ' || ${fields} || case when ${fields} = 1 then ' field' else ' fields' end || ' where the header has ${count}'
      end
    from (select unnest(from_json($broken, '[{"row": "BIGINT", "opens": "BOOLEAN"}]'), recursive := true)) as found
    join ${table}_lines as lines on lines._row = found.row`, { broken: JSON.stringify(broken) });
  const reason = mixesEncodings(decoding) ? "the file mixes encodings" : `declare \`csv: { encoding: ${decoding.encoding ?? "..."} }\` under the source`;
  await db.run(`insert into ${table}_broken
    select distinct coalesce(records._row, lines._row), 'encoding', ${quoteText(`holds bytes that are no UTF-8: ${reason}`)}
    from (select unnest($undecodable::json::bigint[]) as _row) as found
    join ${table}_lines as lines on lines._row = found._row
    left join ${table}_records as records on lines._row between records._row and records.last`, { undecodable: JSON.stringify(decoding.undecodable) });
}
