import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { guessEncoding, printable } from "../../pipeline/sources/text.js";
import { folderOf, problemsOf, readTable } from "./files.js";

let db: Database;
beforeAll(async () => { db = await Database.open(); });
afterAll(() => db.close());

const ROWS = [[2, "1", "a"], [3, "2", "b"], [4, "3", "c"]];

test.each([
  ["LF", "id,name\n1,a\n2,b\n3,c\n"],
  ["CRLF", "id,name\r\n1,a\r\n2,b\r\n3,c\r\n"],
  ["CR", "id,name\r1,a\r2,b\r3,c\r"],
  ["LF, CRLF and CR in one file", "id,name\r1,a\r\n2,b\n3,c"],
  ["no line end at the end of the file", "id,name\n1,a\n2,b\n3,c"],
  ["a byte order mark", "\ufeffid,name\n1,a\n2,b\n3,c\n"],
])("lines are read that end in %s", async (_, text) => {
  const table = await readTable(db, text);
  expect(table).toMatchObject({ columns: ["id", "name"], rows: 3, read: ROWS, refused: [] });
});

test("a blank line ended by CR, LF or both counts in the row numbers and is no row", async () => {
  const table = await readTable(db, "id,name\r\r\n1,a\n\n  \r2,b");
  expect(table).toMatchObject({ rows: 2, read: [[3, "1", "a"], [6, "2", "b"]] });
});

test.each([
  ["utf-16le", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("编号,名称\r\n1,王小明\r\n", "utf16le")]), ["编号", "名称"], "王小明"],
  // 编号 and 名称 in GB 18030, and 镕, which is not in GB 2312
  ["gb18030", Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x31, 0x2c, 0xe9, 0x46, 0x0a]), ["编号", "名称"], "镕"],
  ["windows-1252", Buffer.from("Gr\xf6\xdfe,Preis\n1,12 \x80\n", "latin1"), ["Größe", "Preis"], "12 €"],
])("a file declared as %s is decoded", async (encoding, bytes, columns, value) => {
  const table = await readTable(db, bytes, { encoding });
  expect(table).toMatchObject({ columns, rows: 1, read: [[2, "1", value]], refused: [] });
});

const latin1 = (text: string) => Buffer.from(text, "latin1");
const REASON = "holds bytes that are no UTF-8: the file mixes encodings";

test.each([["LF", "\n"], ["CRLF", "\r\n"], ["CR", "\r"]])(
  "of a UTF-8 file with lines ended by %s only the lines that are no UTF-8 are refused, shown as Windows-1252", async (_, end) => {
    const bytes = Buffer.concat([
      Buffer.from(`\ufeffid,name${end}1,Müller${end}`), latin1(`2,M\xfcller${end}`), Buffer.from(`3,王${end}`), latin1(`4,\xdf${end}`), Buffer.from("5,ß"),
    ]);
    const table = await readTable(db, bytes);
    expect(table).toMatchObject({ rows: 5, read: [[2, "1", "Müller"], [4, "3", "王"], [6, "5", "ß"]], refused: [[3, "encoding", REASON], [5, "encoding", REASON]] });
    expect([table.raw.get(3), table.raw.get(5)]).toEqual(["2,Müller", "4,ß"]);
  });

test("a record over several lines of which one is no UTF-8 is refused as a whole", async () => {
  const bytes = Buffer.concat([Buffer.from('id,name\n1,"one\n'), latin1("tw\xf6\n"), Buffer.from('three"\n2,é\n')]);
  const table = await readTable(db, bytes);
  expect(table).toMatchObject({ rows: 2, read: [[5, "2", "é"]], refused: [[2, "encoding", REASON]] });
  expect(table.raw.get(2)).toBe('1,"one\ntwö\nthree"');
});

const gb18030 = (...characters: number[]) => Buffer.from(characters.flatMap((pair) => [pair >> 8, pair & 0xff]));
const lines = (...parts: (string | Buffer)[]) => Buffer.concat(parts.flatMap((part) => [typeof part === "string" ? latin1(part) : part, latin1("\n")]));
/** 王小明 and 北京 in GB 18030. */
const NAME = gb18030(0xcdf5, 0xd0a1, 0xc3f7);
const CITY = gb18030(0xb1b1, 0xbea9);

test.each([
  ["Windows-1252", lines("id,name", "1,M\xfcller", "2,Gr\xf6\xdfe", "3,Ann", "4,12 \x80"), "windows-1252", ["1,Müller", "2,Größe", "4,12 €"]],
  ["Windows-1252 with words in capitals", lines("id,name", "1,\xdc\xc4\xd6", "2,\xc4RZTE S\xdcD"), "windows-1252", ["1,ÜÄÖ", "2,ÄRZTE SÜD"]],
  ["GB 18030", lines("id,name", Buffer.concat([latin1("1,"), NAME]), Buffer.concat([latin1("2,"), CITY, latin1(" A")])), "gb18030", ["1,王小明", "2,北京 A"]],
  ["another encoding", lines("id,name", "1,\xcf\xf0\xe8\xe2\xe5\xf2", "2,\xcc\xee\xf1\xea\xe2\xe0"), "...", ["1,Ïðèâåò", "2,Ìîñêâà"]],
])("a file that is not declared and written in %s is told how to be", async (_, bytes, encoding, shown) => {
  const { refused, raw } = await readTable(db, bytes);
  expect(new Set(refused.map(([, , message]) => message))).toEqual(new Set([`holds bytes that are no UTF-8: declare \`csv: { encoding: ${encoding} }\` under the source`]));
  expect(refused.map(([row]) => raw.get(row))).toEqual(shown);
});

test("the names of columns are read in the encoding that the file seems to be written in", async () => {
  expect((await readTable(db, lines("Nr,Gr\xf6\xdfe", "1,2"))).columns).toEqual(["Nr", "Größe"]);
  expect((await readTable(db, lines(Buffer.concat([latin1("Nr,"), CITY]), "1,2"))).columns).toEqual(["Nr", "北京"]);
});

test("most lines tell the encoding of a file, whatever a few of them are", async () => {
  const few = await readTable(db, Buffer.concat([Buffer.from("id,name\n1,Müller\n2,Größe\n3,ß\n"), latin1("4,\xe9\n")]));
  expect(few.refused).toEqual([[5, "encoding", REASON]]);
  const most = await readTable(db, Buffer.concat([Buffer.from("id,name\n1,Müller\n"), latin1("2,\xe9\n3,\xe8\n4,\xfc\n")]));
  expect(most.refused.map(([row, , message]) => [row, message.includes("windows-1252")])).toEqual([[3, true], [4, true], [5, true]]);
});

const utf16 = (text: string) => Buffer.from(text, "utf16le");
const mark = Buffer.from([0xff, 0xfe]);

test.each([
  ["little end first", Buffer.concat([mark, utf16("id,name\n1,a\n")]), "utf-8", "utf-16le"],
  ["big end first", Buffer.concat([mark, utf16("id,name\n1,a\n")]).swap16(), "utf-8", "utf-16be"],
  ["little end first, declared as another encoding", Buffer.concat([mark, utf16("id,name\n")]), "windows-1252", "utf-16le"],
  ["big end first, declared the other way round", Buffer.concat([mark, utf16("id,name\n")]).swap16(), "utf-16le", "utf-16be"],
])("UTF-16 with the %s is told by its mark", async (_, bytes, encoding, expected) => {
  const message = await problemsOf(readTable(db, bytes, { encoding }));
  expect(message).toBe(`✖ it looks like UTF-16: declare \`csv: { encoding: ${expected} }\` under the source`);
});

test.each([
  ["a Parquet file", Buffer.from("PAR1\x15\x04\x15", "latin1"), "it is a Parquet file: say `format: parquet` under the source"],
  ["gzip", gzipSync("id,name\n1,a\n"), "it is compressed by gzip: unpack it"],
  ["an Excel workbook", Buffer.from("PK\x03\x04\x14\0\x06\0[Content_Types].xml", "latin1"), "it is an Excel workbook: export it as CSV"],
  ["an old Excel workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "it is an old Excel workbook: export it as CSV"],
  ["a spreadsheet", Buffer.from("PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "latin1"), "it is a spreadsheet: export it as CSV"],
  ["a zip archive", Buffer.from("PK\x03\x04\x14\0orders.csv", "latin1"), "it is a zip archive: unpack it"],
  ["UTF-16 without a mark", utf16("id,name\n1,a\n"), "it is no text file: export the data as CSV"],
  ["a database", Buffer.from("SQLite format 3\0\x10\0", "latin1"), "it is no text file: export the data as CSV"],
])("%s is named as what it is", async (_, bytes, expected) => {
  const message = await problemsOf(readTable(db, bytes));
  expect(message).toBe(`✖ ${expected}`);
  expect(printable(message.replaceAll("\n", ""))).toBe(message);
});

test("UTF-16 that is declared needs no mark, and a name that begins as a format does is a name", async () => {
  expect(await readTable(db, utf16("id,name\n1,ü\n"), { encoding: "utf-16le" })).toMatchObject({ columns: ["id", "name"], read: [[2, "1", "ü"]] });
  expect(await readTable(db, "PAR1,PK\n1,a\n")).toMatchObject({ columns: ["PAR1", "PK"], rows: 1 });
});

test("the encoding of a file is guessed from all of it", async () => {
  const ascii = "1,a\n".repeat(2 << 20);
  const guesses: [Uint8Array | string, string | undefined][] = [
    ["id,name\n1,a\n", "utf-8"], ["\ufeffid\n", "utf-8"], ["", "utf-8"], [Buffer.concat([mark, utf16("id\n")]), "utf-16le"],
    [latin1(`${ascii}2,\xfc\n`), "windows-1252"], [lines("id", NAME), "gb18030"], [lines("id", "\xcf\xf0\xe8\xe2\xe5\xf2"), undefined],
    [Buffer.concat([Buffer.from("ü\nß\n"), latin1("\xfc\n")]), undefined],
  ];
  const folder = folderOf(Object.fromEntries(guesses.map(([content], index) => [String(index), content])));
  expect(await Promise.all(guesses.map((_, index) => guessEncoding(join(folder, String(index)))))).toEqual(guesses.map(([, encoding]) => encoding));
});

test("a byte order mark inside the file is a character of it", async () => {
  const bytes = Buffer.concat([Buffer.from("\ufeffid,name\n\ufeff1,a\n"), latin1("2,\xfc\n"), Buffer.from("\ufeff3,c\n")]);
  const table = await readTable(db, bytes);
  expect(table).toMatchObject({ read: [[2, "\ufeff1", "a"], [4, "\ufeff3", "c"]], refused: [[3, "encoding", REASON]] });
});

test("NUL and other control characters are kept, but for U+0001, which becomes an unreadable one", async () => {
  const table = await readTable(db, "id,name\n1,a\0b\n\0,\n2,c\x01d\n3,\x01\n");
  expect(table).toMatchObject({ rows: 4, read: [[2, "1", "a\0b"], [3, "\0", ""], [4, "2", "c\ufffdd"], [5, "3", "\ufffd"]] });
});

test.each([["without any byte", ""], ["of blank lines", "\n \r\n"]])("a file %s has no column and no row", async (_, text) => {
  expect(await readTable(db, text)).toMatchObject({ columns: [], rows: 0, read: [], refused: [] });
});

test("a file of nothing but a header has no row", async () => {
  expect(await readTable(db, "id,name")).toMatchObject({ columns: ["id", "name"], rows: 0, read: [], refused: [] });
});

test("a line of 3 MB is read", async () => {
  const long = "x".repeat(3 << 20);
  const table = await readTable(db, `id,name\n1,"${long}"\n2,${long}\n3,c\n`);
  expect(table.read.map(([row, id, name]) => [row, id, name!.length])).toEqual([[2, "1", 3 << 20], [3, "2", 3 << 20], [4, "3", 1]]);
});

test("a line of more than 16 MB is a person's to mend", async () => {
  await expect(readTable(db, `id,name\n1,${"x".repeat(17 << 20)}\n`)).rejects.toThrow("line");
});

// Blocks of 4 MB are read; so long a file has two ends of them, one of which falls between the CR and the LF of a line.
test.each([["LF", "\n"], ["CRLF", "\r\n"]])("a file of several blocks with lines ended by %s keeps its rows and their numbers", async (_, end) => {
  const lines = ["id,name"];
  let length = lines[0]!.length + end.length;
  for (let id = 1; length < 9 << 20; id++) {
    const start = `${id},`;
    const gap = (4 << 20) - 1 - (length % (4 << 20));
    // The CR of this line is the last byte of its block.
    const width = gap - start.length >= 0 && gap < 120 ? gap - start.length : 40;
    lines.push(start + "ü".repeat(Math.floor(width / 2)) + "x".repeat(width % 2));
    length += start.length + width + end.length;
  }
  const bytes = Buffer.from(lines.join(end) + end);
  if (end === "\r\n") expect(bytes.subarray((4 << 20) - 1, (4 << 20) + 1).toString()).toBe(end);
  const bad = Math.floor(lines.length / 2);
  const at = lines.slice(0, bad).reduce((sum, line) => sum + Buffer.byteLength(line) + end.length, 0);
  bytes[at + `${bad},`.length] = 0xff;
  const table = await readTable(db, bytes);
  expect(table.rows).toBe(lines.length - 1);
  expect(table.refused).toEqual([[bad + 1, "encoding", REASON]]);
  expect(table.read.length).toBe(lines.length - 2);
  expect(table.read.every(([row, id, name]) => Number(id) === row - 1 && lines[row - 1] === `${id},${name}`)).toBe(true);
});
