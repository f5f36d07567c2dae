import { isUtf8 } from "node:buffer";
import { closeSync, createReadStream, createWriteStream, openSync, readSync } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { fail } from "../engine/errors.js";

/** A text file as DuckDB can read it without loss: UTF-8, lines ended by LF. */
export interface NormalisedText extends Decoding {
  path: string;
}

/** What came of reading a file as UTF-8. */
interface Decoding {
  /** Lines, from 1, whose bytes are no valid UTF-8 though the file is declared to be. */
  undecodable: number[];
  /** Lines that are UTF-8 beyond ASCII. */
  decoded: number;
  /** What the undecodable lines seem to be written in. */
  encoding?: string;
}

const BLOCK_BYTES = 4 << 20;
/** Undecodable lines after which the rest of a file tells no more of its encoding. */
const TELLING_LINES = 10_000;
const LF = 0x0a;
const CR = 0x0d;
/** No text holds this character, so it serves as the delimiter of what has none; see csv.ts. */
const SOH = 0x01;

/**
 * Brings a file to UTF-8 with LF line ends in `copy`, or names the file itself if it is that already.
 *
 * DuckDB drops bytes where one file mixes CRLF, CR and LF, and skips lines it cannot decode; neither may happen
 * silently. A line of a UTF-8 file that is no UTF-8 is decoded as what it seems to be, so that it can be shown, and
 * reported. A character U+0001 becomes U+FFFD, which contracts refuse as unreadable too.
 *
 * @throws UserError for what is no text, and for UTF-16 that is not declared
 */
export async function normaliseText(file: string, encoding: string, copy: string): Promise<NormalisedText> {
  const declared = new TextDecoder(encoding).encoding;
  const found: Decoding = { undecodable: [], decoded: 0 };
  failUnlessText(file, declared);
  if (declared === "utf-8" && (await isCleanUtf8(file))) return { ...found, path: file };
  const output = createWriteStream(copy);
  const write = async (text: string) => {
    if (!output.write(text)) await once(output, "drain");
  };
  const lines = declared === "utf-8" ? decodeUtf8Blocks(file, found) : decode(file, encoding);
  let endsInCr = false;
  for await (const text of lines) {
    // A CR at the end of one piece may be half of a CRLF.
    const joined: string = endsInCr ? `\r${text}` : text;
    endsInCr = joined.endsWith("\r");
    await write((endsInCr ? joined.slice(0, -1) : joined).replace(/\r\n?/g, "\n").replaceAll("\x01", "\ufffd"));
  }
  if (endsInCr) await write("\n");
  output.end();
  await finished(output);
  return { ...found, path: copy };
}

/**
 * The encoding that a file seems to be written in: UTF-8, UTF-16 by its mark, GB 18030 or Windows-1252; none where it
 * seems to be another one, or several.
 *
 * @throws UserError for what is no text
 */
export async function guessEncoding(file: string): Promise<string | undefined> {
  const mark = failUnlessText(file);
  if (mark) return mark;
  const found: Decoding = { undecodable: [], decoded: 0 };
  const blocks = decodeUtf8Blocks(file, found);
  while (!(await blocks.next()).done && found.undecodable.length <= TELLING_LINES);
  await blocks.return(undefined);
  if (found.undecodable.length === 0) return "utf-8";
  return mixesEncodings(found) ? undefined : found.encoding;
}

/** Whether most of the lines that tell an encoding tell UTF-8, so that the others are strays. */
export const mixesEncodings = ({ undecodable, decoded }: Decoding) => undecodable.length <= decoded;

/** The first bytes of a file. */
export function firstBytes(file: string, count: number): Buffer {
  const handle = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(count);
    return buffer.subarray(0, readSync(handle, buffer, 0, count, 0));
  } finally {
    closeSync(handle);
  }
}

/** A text without the characters that would steer a terminal or end a comment. */
export const printable = (text: string) => text.replace(/\p{Cc}/gu, "\ufffd");

/** Files that are given as text and are none, by what they begin with. */
const formats: [start: string, what: string][] = [
  ["PAR1\x15", "it is a Parquet file: say `format: parquet` under the source"],
  ["\x1f\x8b", "it is compressed by gzip: unpack it"],
  ["\x28\xb5\x2f\xfd", "it is compressed by Zstandard: unpack it"],
  ["\xd0\xcf\x11\xe0", "it is an old Excel workbook: export it as CSV"],
  ["%PDF-", "it is a PDF document: export the data as CSV"],
];

/** Fails for what is no text, or UTF-16 declared as something else; gives the mark of UTF-16 that the file begins with, if it does. */
function failUnlessText(file: string, declared?: string): string | undefined {
  const head = firstBytes(file, 1 << 16);
  const start = head.toString("latin1");
  const mark = start.startsWith("\xff\xfe") ? "utf-16le" : start.startsWith("\xfe\xff") ? "utf-16be" : undefined;
  if (mark && declared && mark !== declared) fail(`it looks like UTF-16: declare \`csv: { encoding: ${mark} }\` under the source`);
  if (mark || declared?.startsWith("utf-16")) return mark;
  const format = formats.find(([sign]) => start.startsWith(sign));
  if (format) fail(format[1]);
  if (start.startsWith("PK\x03\x04")) {
    fail(/\[Content_Types\]\.xml|xl\//.test(start) ? "it is an Excel workbook: export it as CSV"
      : start.includes("opendocument.spreadsheet") ? "it is a spreadsheet: export it as CSV" : "it is a zip archive: unpack it");
  }
  // A NUL further down costs its row and not the file.
  if (start.split(/[\r\n]/, 1)[0]!.includes("\0")) fail("it is no text file: export the data as CSV");
  return undefined;
}

async function isCleanUtf8(file: string): Promise<boolean> {
  let isFirst = true;
  for await (const block of wholeLines(file)) {
    if ((isFirst && hasMark(block)) || block.includes(CR) || block.includes(SOH) || !isUtf8(block)) return false;
    isFirst = false;
  }
  return true;
}

const hasMark = (block: Buffer) => block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;

async function* decode(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file, { highWaterMark: BLOCK_BYTES })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

async function* decodeUtf8Blocks(file: string, found: Decoding): AsyncGenerator<string> {
  // Every call to decode would take a byte order mark off its piece; only the one that opens the file is none of its text.
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  let fallback: TextDecoder | undefined;
  let line = 1;
  for await (const block of wholeLines(file)) {
    const bytes = line === 1 && hasMark(block) ? block.subarray(3) : block;
    if (isUtf8(bytes)) {
      const text = utf8.decode(bytes);
      found.decoded += countBeyondAscii(text);
      yield text;
      line += countLines(bytes);
      continue;
    }
    if (!fallback) {
      found.encoding = encodingOf(Buffer.concat([...splitLines(bytes)].filter((piece) => !isUtf8(piece))));
      fallback = new TextDecoder(found.encoding ?? "windows-1252");
    }
    for (const piece of splitLines(bytes)) {
      if (isUtf8(piece)) {
        const text = utf8.decode(piece);
        found.decoded += countBeyondAscii(text);
        yield text;
      } else {
        found.undecodable.push(line);
        // By pieces, or Node 20 reads Windows-1252 as Latin-1, which has no euro sign.
        yield fallback.decode(piece, { stream: true }) + fallback.decode();
      }
      line++;
    }
  }
}

const countBeyondAscii = (text: string) => text.match(/[^\0-\x7f].*/g)?.length ?? 0;

/** The encoding of lines that are no UTF-8. */
function encodingOf(lines: Buffer): string | undefined {
  if (isGb18030(lines)) return "gb18030";
  const text = lines.toString("latin1");
  const runs = text.match(/[\x80-\xff]+/g) ?? [];
  // Letters with accents stand among others that are ASCII; another script comes in whole words. Five bytes have no meaning.
  const isWestern = runs.join("").length < 2.5 * runs.length && !/[\x81\x8d\x8f\x90\x9d]/.test(text);
  return isWestern ? "windows-1252" : undefined;
}

/**
 * Whether bytes decode as GB 18030 and most of its characters are among the 3,755 in daily use and the signs, which
 * GB 2312 puts first: accented letters of Western text pair up to rare characters, if to any.
 */
function isGb18030(bytes: Buffer): boolean {
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  let common = 0;
  let rare = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    if (bytes[at]! >= 0xa1 && bytes[at]! <= 0xd7 && bytes[at + 1]! >= 0xa1) common++;
    else rare++;
    at++;
  }
  return common > rare;
}

/** The file in blocks that end with a line, the last one excepted. */
async function* wholeLines(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: BLOCK_BYTES })) {
    const block = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    // A CR that ends the chunk may be half of a CRLF.
    const end = Math.max(block.lastIndexOf(LF), block.lastIndexOf(CR, block.length - 2)) + 1;
    rest = Buffer.from(block.subarray(end));
    if (end > 0) yield block.subarray(0, end);
  }
  if (rest.length > 0) yield rest;
}

/** Lines with their ends, which are LF, CRLF, or CR alone. */
function* splitLines(block: Buffer): Generator<Buffer> {
  let start = 0;
  for (let at = 0; at < block.length; at++) {
    if (block[at] !== LF && (block[at] !== CR || block[at + 1] === LF)) continue;
    yield block.subarray(start, at + 1);
    start = at + 1;
  }
  if (start < block.length) yield block.subarray(start);
}

/** Line ends of any kind: LF, CRLF, or CR alone. */
function countLines(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(LF); at >= 0; at = block.indexOf(LF, at + 1)) count++;
  for (let at = block.indexOf(CR); at >= 0; at = block.indexOf(CR, at + 1)) if (block[at + 1] !== LF) count++;
  return count;
}
