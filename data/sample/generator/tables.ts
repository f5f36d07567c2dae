/** One exported file: a table of text, and how it is written down. */
export interface Table {
  /** Path under the inputs folder; of lookups/, beside it. */
  path: string;
  entity: string;
  header: readonly string[];
  rows: Row[];
  delimiter: "," | ";" | "|";
  lineEnd: "\n" | "\r\n";
  encoding: Encoding;
  /** Starts with a byte order mark, as spreadsheets write it. */
  mark: boolean;
}

export type Encoding = "utf-8" | "windows-1252" | "gb18030";

/** Cells in the order of the header, or a line that is written as it stands: the way faults get in. */
export type Row = string[] | Line;

export interface Line {
  text: string;
  encoding?: Encoding;
}

export const isLine = (row: Row): row is Line => !Array.isArray(row);

export function table(
  path: string,
  entity: string,
  header: readonly string[],
  rows: Row[],
  {
    delimiter = ",",
    lineEnd = "\n",
    encoding = "utf-8",
    mark = false,
  }: Partial<Pick<Table, "delimiter" | "lineEnd" | "encoding" | "mark">> = {},
): Table {
  return { path, entity, header, rows, delimiter, lineEnd, encoding, mark };
}

/** One line of the file: quoted by RFC 4180 where delimiter, line break or a leading quote demand it, and not elsewhere. */
export function line(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) => (cell.startsWith('"') || /[\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}

export function bytes({ header, rows, delimiter, lineEnd, encoding, mark }: Table): Buffer {
  const parts: Buffer[] = [];
  let pending = `${mark ? "\ufeff" : ""}${line(header, delimiter)}${lineEnd}`;
  for (const row of rows) {
    const text = isLine(row) ? row.text : line(row, delimiter);
    if (isLine(row) && row.encoding && row.encoding !== encoding) {
      parts.push(encode(pending, encoding), encode(text + lineEnd, row.encoding));
      pending = "";
    } else pending += text + lineEnd;
  }
  parts.push(encode(pending, encoding));
  return Buffer.concat(parts);
}

/** Every character of the encoding that takes at most two bytes. */
const codes = new Map<Encoding, Map<string, number[]>>();

function codesOf(encoding: Encoding): Map<string, number[]> {
  const known = codes.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const map = new Map<string, number[]>();
  const learn = (...code: number[]) => {
    const character = decoder.decode(Uint8Array.from(code));
    if (Array.from(character).length === 1 && character !== "\ufffd" && !map.has(character)) map.set(character, code);
  };
  for (let byte = 0; byte < 256; byte++) learn(byte);
  if (encoding === "gb18030") {
    for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) learn(lead, trail);
  }
  codes.set(encoding, map);
  return map;
}

/** Text in the given encoding; a character that it lacks is an error of the generator. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  const map = codesOf(encoding);
  const out: number[] = [];
  for (const character of text) {
    const code = map.get(character);
    if (!code) throw new Error(`character ${JSON.stringify(character)} is not in ${encoding}`);
    for (const byte of code) out.push(byte);
  }
  return Buffer.from(out);
}

/** 1234 -> "12.34" */
export const cents = (amount: number): string => (amount / 100).toFixed(2);

/** 123456 -> "1.234,56" */
export const germanCents = (amount: number): string =>
  cents(amount)
    .replace(".", ",")
    .replace(/\B(?=(\d{3})+(?!\d))/g, (_, __, position: number, text: string) => (position < text.indexOf(",") ? "." : ""));
