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

/**
 * Brings a file to UTF-8 with LF line ends in `copy`, or names the file itself if it is that already.
 *
 * DuckDB drops bytes where one file mixes CRLF, CR and LF, and skips lines it cannot decode; neither may happen
 * silently. A line of a UTF-8 file that is no UTF-8 is decoded as Windows-1252, so that it can be shown, and reported.
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
    await write((endsInCr ? joined.slice(0, -1) : joined).replace(/\r\n?/g, "\n"));
  }
  if (endsInCr) await write("\n");
  output.end();
  await finished(output);
  return { path: copy, undecodable };
}

async function isCleanUtf8(file: string): Promise<boolean> {
  let isFirst = true;
  for await (const block of wholeLines(file)) {
    const hasMark = isFirst && block.length >= 3 && block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
    if (hasMark || block.includes(CR) || !isUtf8(block)) return false;
    isFirst = false;
  }
  return true;
}

async function* decode(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file, { highWaterMark: BLOCK_BYTES })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

async function* decodeUtf8Blocks(file: string, undecodable: number[]): AsyncGenerator<string> {
  const utf8 = new TextDecoder("utf-8");
  const fallback = new TextDecoder("windows-1252");
  let line = 1;
  for await (const block of wholeLines(file)) {
    const isValid = isUtf8(block);
    if (isValid) {
      yield utf8.decode(block);
      line += countLines(block);
      continue;
    }
    for (const piece of splitLines(block)) {
      if (isUtf8(piece)) yield utf8.decode(piece);
      else {
        undecodable.push(line);
        yield fallback.decode(piece);
      }
      line += countLines(piece);
    }
  }
}

/** The file in blocks that end with a line, the last one excepted. */
async function* wholeLines(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: BLOCK_BYTES })) {
    const block = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    const end = block.lastIndexOf(LF) + 1;
    rest = Buffer.from(block.subarray(end));
    if (end > 0) yield block.subarray(0, end);
  }
  if (rest.length > 0) yield rest;
}

function* splitLines(block: Buffer): Generator<Buffer> {
  for (let start = 0; start < block.length;) {
    const feed = block.indexOf(LF, start);
    const end = feed < 0 ? block.length : feed + 1;
    yield block.subarray(start, end);
    start = end;
  }
}

/** Line ends of any kind: LF, CRLF, or CR alone. */
function countLines(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(LF); at >= 0; at = block.indexOf(LF, at + 1)) count++;
  for (let at = block.indexOf(CR); at >= 0; at = block.indexOf(CR, at + 1)) if (block[at + 1] !== LF) count++;
  return count;
}
