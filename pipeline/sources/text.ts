import { isUtf8 } from "node:buffer";
import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";

/** A text file as DuckDB can read it without loss: UTF-8, lines ended by LF. */
export interface NormalisedText {
  path: string;
  /** Lines, from 1, whose bytes are no valid UTF-8 though the file is declared to be. */
  undecodable: number[];
}

const BLOCK_BYTES = 4 << 20;
const LF = 0x0a;
const CR = 0x0d;
/** No text holds this character, so it serves as the delimiter of what has none; see csv.ts. */
const SOH = 0x01;

/**
 * Brings a file to UTF-8 with LF line ends in `copy`, or names the file itself if it is that already.
 *
 * DuckDB drops bytes where one file mixes CRLF, CR and LF, and skips lines it cannot decode; neither may happen
 * silently. A line of a UTF-8 file that is no UTF-8 is decoded as Windows-1252, so that it can be shown, and reported.
 * A character U+0001 becomes U+FFFD, which contracts refuse as unreadable too.
 */
export async function normaliseText(file: string, encoding: string, copy: string): Promise<NormalisedText> {
  const isDeclaredUtf8 = new TextDecoder(encoding).encoding === "utf-8";
  if (isDeclaredUtf8 && (await isCleanUtf8(file))) return { path: file, undecodable: [] };
  const undecodable: number[] = [];
  const output = createWriteStream(copy);
  const write = async (text: string) => {
    if (!output.write(text)) await once(output, "drain");
  };
  const lines = isDeclaredUtf8 ? decodeUtf8Blocks(file, undecodable) : decode(file, encoding);
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
  return { path: copy, undecodable };
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

async function* decodeUtf8Blocks(file: string, undecodable: number[]): AsyncGenerator<string> {
  // Every call to decode would take a byte order mark off its piece; only the one that opens the file is none of its text.
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  const fallback = new TextDecoder("windows-1252");
  let line = 1;
  for await (const block of wholeLines(file)) {
    const text = line === 1 && hasMark(block) ? block.subarray(3) : block;
    if (isUtf8(text)) {
      yield utf8.decode(text);
      line += countLines(text);
      continue;
    }
    for (const piece of splitLines(text)) {
      if (isUtf8(piece)) yield utf8.decode(piece);
      else {
        undecodable.push(line);
        yield fallback.decode(piece);
      }
      line++;
    }
  }
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
