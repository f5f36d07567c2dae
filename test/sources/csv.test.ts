import { dsvFormat } from "d3";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { join } from "node:path";
import { guessDelimiter, suspectDelimiter } from "../../pipeline/sources/csv.js";
import { folderOf, readTable } from "./files.js";

let db: Database;
beforeAll(async () => { db = await Database.open(); });
afterAll(() => db.close());

test("quoted fields hold delimiters, doubled quotes, line breaks and blank lines, and blanks around quotes are none of them", async () => {
  const table = await readTable(db, 'id,text\n1,"a, b"\n2,"a ""b"""\n3,"one\n\n  \nfour"\n4, "a, b" \n5,""\n6,""""\n7, a b \n');
  expect(table).toMatchObject({
    rows: 7, refused: [],
    read: [[2, "1", "a, b"], [3, "2", 'a "b"'], [4, "3", "one\n\n  \nfour"], [8, "4", "a, b"], [9, "5", ""], [10, "6", '"'], [11, "7", " a b "]],
  });
  expect(table.raw.get(4)).toBe('3,"one\n\n  \nfour"');
});

test("a record may end one quoted field and open the next on the same line", async () => {
  const table = await readTable(db, 'id,a,b\n1,"x\ny","z\nend"\n2,p,q\n');
  expect(table).toMatchObject({ rows: 2, read: [[2, "1", "x\ny", "z\nend"], [5, "2", "p", "q"]], refused: [] });
});

test("a quote that is never closed costs its own line", async () => {
  const table = await readTable(db, 'id,text\n1,a\n2,"open\n3,"closed, whole"\n4,""\n5,b\n6,also "open"\n');
  expect(table).toMatchObject({
    rows: 6,
    read: [[2, "1", "a"], [4, "3", "closed, whole"], [5, "4", ""], [6, "5", "b"], [7, "6", 'also "open"']],
    refused: [[3, "quote", "opens a quote that is never closed"]],
  });
  expect(table.raw.get(3)).toBe('2,"open');
});

test("a quote inside a field of another line closes none", async () => {
  const table = await readTable(db, 'id,a,b\n"open\n2,",x",b\n3,y,z\n');
  expect(table).toMatchObject({ rows: 3, read: [[3, "2", ",x", "b"], [4, "3", "y", "z"]], refused: [[2, "quote", "opens a quote that is never closed"]] });
});

test("a quote is given up after a hundred lines", async () => {
  const record = (lines: number) => `1,"${Array.from({ length: lines }, (_, index) => `line ${index}`).join("\n")}"\n`;
  expect(await readTable(db, `id,text\n${record(101)}2,b\n`)).toMatchObject({ rows: 2, refused: [] });
  const table = await readTable(db, `id,text\n${record(102)}2,b\n`);
  expect(table.rows).toBe(103);
  expect(table.read).toEqual([[104, "2", "b"]]);
});

test("a quote inside a field that none opens is a character, and text after a closing quote is refused", async () => {
  const table = await readTable(db, 'id,text\n1,12" pipe\n2,"12" pipe\n3,c\n');
  expect(table).toMatchObject({ rows: 3, read: [[2, "1", '12" pipe'], [4, "3", "c"]], refused: [[3, "quote", "has a quote where none may be"]] });
});

test("a row with too few or too many fields is refused, a blank line is no row", async () => {
  const table = await readTable(db, 'a,b,c\n1,2\n1,2,3\n1,2,3,4\n\n"1,1",2,3,4,5\n,,\nx\n');
  expect(table).toMatchObject({
    rows: 6, read: [[3, "1", "2", "3"], [7, "", "", ""]],
    refused: [
      [2, "fields", "has 2 fields where the header has 3"], [4, "fields", "has 4 fields where the header has 3"],
      [6, "fields", "has 5 fields where the header has 3"], [8, "fields", "has 1 field where the header has 3"],
    ],
  });
});

test.each([
  [";", "id;name\n1;a,b\n2;\"c;d\"\n"], ["\t", "id\tname\n1\ta,b\n2\t\"c\td\"\n"], ["|", "id|name\n1|a,b\n2|\"c|d\"\n"], ["；", "id；name\n1；a,b\n2；\"c；d\"\n"],
])("fields are told apart by %j", async (delimiter, text) => {
  expect((await readTable(db, text, { delimiter })).read).toEqual([[2, "1", "a,b"], [3, "2", `c${delimiter}d`]]);
});

test("fields are told apart by any run of blanks, and quarantine shows the line as it is", async () => {
  const table = await readTable(db, "  id   name\n\t1 \t a\n   2  b  c\n 3 d \n", { delimiter: "whitespace" });
  expect(table).toMatchObject({ columns: ["id", "name"], rows: 3, read: [[2, "1", "a"], [4, "3", "d"]], refused: [[3, "fields", "has 3 fields where the header has 2"]] });
  expect(table.raw.get(3)).toBe("   2  b  c");
});

test("lines before the header are passed over, and so are blank ones", async () => {
  expect(await readTable(db, "junk, \"junk\n\nid,name\n1,a\n", { skip: 1 })).toMatchObject({ columns: ["id", "name"], read: [[4, "1", "a"]] });
});

test("a file without a header has the names that the project gives", async () => {
  expect(await readTable(db, "1,a\n2,b\n", { header: ["id", "name"] })).toMatchObject({ columns: ["id", "name"], read: [[1, "1", "a"], [2, "2", "b"]] });
});

test("a file without names has numbered ones, as many as most rows have fields", async () => {
  const table = await readTable(db, "1,a,too many\n2,b\n3,c\n", { header: false });
  expect(table).toMatchObject({ columns: ["column_1", "column_2"], read: [[2, "2", "b"], [3, "3", "c"]], refused: [[1, "fields", "has 3 fields where the header has 2"]] });
});

test("names that are empty, repeated, alike but for capitals, or taken by the row number are told apart", async () => {
  const table = await readTable(db, " a ,A,,a,a_2,_row\n1,2,3,4,5,6\n");
  expect(table).toMatchObject({ columns: ["a", "A_3", "column_3", "a_4", "a_2", "_row_2"], read: [[2, "1", "2", "3", "4", "5", "6"]] });
});

test("a name may hold line breaks in quotes", async () => {
  expect(await readTable(db, '"the\nid",name\n1,a\n')).toMatchObject({ columns: ["the\nid", "name"], rows: 1, read: [[3, "1", "a"]] });
});

test("a header that is one name short belongs to a table with row names", async () => {
  const table = await readTable(db, '"x","y"\n"1",10,20\n"2",11\n"3",12,22\n');
  expect(table).toMatchObject({ columns: ["column_1", "x", "y"], read: [[2, "1", "10", "20"], [4, "3", "12", "22"]] });
});

test("one row with a field too many does not make a table with row names", async () => {
  expect(await readTable(db, "x,y\n1,2,3\n4,5\n6,7\n")).toMatchObject({ columns: ["x", "y"], read: [[3, "4", "5"], [4, "6", "7"]] });
});

test("a file of one column has a row for each line that is not blank", async () => {
  const table = await readTable(db, 'id\na\n\n"b ""c"""\nd,e\n""\n');
  expect(table).toMatchObject({ columns: ["id"], rows: 4, read: [[2, "a"], [4, 'b "c"'], [6, ""]], refused: [[5, "fields", "has 2 fields where the header has 1"]] });
});

test("a header in one column that holds another sign was to be split there, most likely", async () => {
  const suspected = async (text: string, delimiter = ",") => suspectDelimiter((await readTable(db, text, { delimiter })).columns);
  expect(await suspected("id;name;amount\n1;a;2\n")).toBe(";");
  // The decimal comma of the rows makes a table with row names of it.
  expect(await suspected("id;name;amount\n1;a;2,50\n")).toBe(";");
  expect(await suspected("id\tname, first\tamount\n1\ta\t2\n", ";")).toBe("\t");
  expect(await suspected("id,name\n1,a\n", ";")).toBe(",");
  expect(await suspected("id|name\n1|a\n")).toBe("|");
  for (const text of ["id\n1\n", "id,a;b\n1,2\n", ""]) expect(await suspected(text)).toBeUndefined();
});

test.each([
  ["id,name\n1,a\n", ","], ["id;name\n1;a\n", ";"], ["id\tname\n1\ta\n", "\t"], ["id|name\n1|a\n", "|"], ["id\n1\n", ","], ["", ","],
  ["Nr;Name, Vorname;Betrag\n1;Müller, Anna;1,50\n2;Maier, Otto;2,75\n", ";"],
  ['"a;b","c;d"\n"1;2","3;4"\n', ","], ["x;y\n1;10;20\n2;11;21\n", ";"],
])("of %j the delimiter is told", (text, delimiter) => {
  expect(guessDelimiter(join(folderOf({ "a.csv": text }), "a.csv"))).toBe(delimiter);
});

test("a file of more columns than can be read is a person's to mend", async () => {
  const line = (columns: number) => `${Array.from({ length: columns }, (_, index) => `c${index}`).join(",")}\n`;
  expect((await readTable(db, line(1000) + line(1000))).rows).toBe(1);
  await expect(readTable(db, line(1001))).rejects.toThrow("1001 columns, more than the 1000");
});

/** Text in which what separates, encloses and ends fields is frequent. */
const cell = fc.string({ unit: fc.constantFrom(",", ";", "\t", '"', "\n", "\r", "\r\n", " ", "a", "b", "1", "é", "王", "😀", "'", "\\", "\0", "\u0085", "\u2028", "\ufeff"), maxLength: 8 });
const tables = fc.integer({ min: 2, max: 5 }).chain((columns) => fc.record({
  columns: fc.constant(columns),
  rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 12 }),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
}));
const names = (columns: number) => Array.from({ length: columns }, (_, index) => `c${index + 1}`);
const asRead = (text: string) => text.replace(/\r\n?/g, "\n");

test("any table that RFC 4180 can write is read back, line ends in fields as LF", async () => {
  await fc.assert(fc.asyncProperty(tables, fc.constantFrom("\n", "\r\n"), fc.boolean(), async ({ columns, rows, delimiter }, end, endsOpen) => {
    const text = [names(columns), ...rows].map((row) => dsvFormat(delimiter).formatRow(row)).join(end) + (endsOpen ? "" : end);
    const table = await readTable(db, text, { delimiter });
    expect(table.columns).toEqual(names(columns));
    expect(table.refused).toEqual([]);
    expect(table.rows).toBe(rows.length);
    expect(table.read.map(([, ...fields]) => fields)).toEqual(rows.map((row) => row.map(asRead)));
  }), { numRuns: 60 });
});

/** Edits of a line: a character put in or taken out. */
const edit = fc.record({ line: fc.nat(), at: fc.nat(), sign: fc.constantFrom('"', ",", "x", '"x', "\n", ""), length: fc.integer({ min: 0, max: 3 }) });

test("whatever is broken in a file, no line of it is lost: each belongs to one row, read or refused", async () => {
  await fc.assert(fc.asyncProperty(tables, fc.array(edit, { minLength: 1, maxLength: 6 }), async ({ columns, rows }, edits) => {
    const lines = rows.map((row) => dsvFormat(",").formatRow(row));
    for (const { line, at, sign, length } of edits) {
      if (lines.length === 0) break;
      const signs = Array.from(lines[line % lines.length]!);
      signs.splice(at % (signs.length + 1), length, sign);
      lines[line % lines.length] = signs.join("");
    }
    const fileLines = asRead([names(columns).join(","), ...lines].join("\n")).split("\n");
    const table = await readTable(db, fileLines.join("\n"));
    const refusedRows = [...new Set(table.refused.map(([row]) => row))];
    const readRows = table.read.map(([row]) => row);
    expect(table.rows).toBe(readRows.length + refusedRows.length);
    const left = new Map(fileLines.map((line, index) => [index + 1, line] as const).slice(1));
    for (const row of [...readRows, ...refusedRows]) {
      for (const [offset, line] of table.raw.get(row)!.split("\n").entries()) {
        expect(left.get(row + offset)).toBe(line);
        left.delete(row + offset);
      }
    }
    expect([...left.values()].filter((line) => line.replaceAll(" ", "") !== "")).toEqual([]);
  }), { numRuns: 120 });
});

test("one quote too many costs one line, wherever it stands", async () => {
  const oneLine = fc.array(fc.array(cell.map((text) => text.replace(/[\r\n]/g, "")), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  await fc.assert(fc.asyncProperty(oneLine, fc.nat(), fc.nat(), async (rows, line, at) => {
    const lines = rows.map((row) => dsvFormat(",").formatRow(row));
    const hit = line % lines.length;
    const signs = Array.from(lines[hit]!);
    signs.splice(at % (signs.length + 1), 0, '"');
    lines[hit] = signs.join("");
    const table = await readTable(db, ["c1,c2,c3", ...lines].join("\n"));
    const others = (all: [number, ...string[]][]) => all.filter(([row]) => row !== hit + 2);
    expect(others(table.read)).toEqual(others(rows.map((row, index) => [index + 2, ...row])));
    expect(table.rows).toBe(rows.length);
  }), { numRuns: 80 });
});
