import fc from "fast-check";
import { expect, test } from "vitest";
import { compileContract } from "../../pipeline/contracts/compile.js";
import { costs } from "../../pipeline/contracts/costs.js";
import { Database } from "../../pipeline/engine/database.js";
import { mapColumn } from "../../pipeline/sources/mapping.js";
import { ingestFiles } from "./files.js";

/*
 * How the text of a file becomes a value: each case is a file of one row with the column `x`, read as one source of costs.
 * What is expected is the value, or the rules that refuse it.
 */
type Case = [title: string, mapping: string, text: string, expected: string | string[] | null];

/** Reads all the cases of a field in one run. */
async function outcomes(cases: Case[], field: "amount" | "cost_date" | "kind" | "currency"): Promise<Map<string, unknown>> {
  const mappings = { amount: "{ constant: 1 }", cost_date: "{ constant: 2024-01-05 }", kind: "{ constant: service }", currency: "{ constant: EUR }" };
  const sources = cases.map(([, mapping], index) => {
    const columns = Object.entries({ ...mappings, [field]: mapping }).map(([name, how]) => `        ${name}: ${how}\n`);
    return `    - files: ${index}.csv\n      csv: { delimiter: "|", absent: ["-"] }\n      columns:\n${columns.join("")}        channel: { constant: "${index}" }\n`;
  });
  const files = Object.fromEntries(cases.map(([, , text], index) => [`${index}.csv`, `x|y\n${text}|7\n`]));
  const db = await ingestFiles(`  costs:\n${sources.join("")}`, files, "quarantine: { limit: 1 }\n");
  const rows = await db.rows<{ channel: string; value: string | null }>(`select channel, ${field}::varchar as value from raw.costs`);
  const rules = await db.rows<{ file: string; rules: string }>(
    `select file, string_agg(rule, ' ' order by rule) as rules from quarantine.rules where field = '${field}' group by file`);
  const found: [string, unknown][] = [
    ...rows.map(({ channel, value }): [string, unknown] => [channel, value]),
    ...rules.map(({ file, rules }): [string, unknown] => [file.replace(".csv", ""), rules.split(" ")]),
  ];
  return new Map(found.map(([index, outcome]) => [cases[Number(index)]![0], outcome]));
}

const expected = (cases: Case[]) => new Map(cases.map(([title, , , outcome]) => [title, outcome]));

test("numbers", async () => {
  const cases: Case[] = [
    ["a plain number", "x", "12.5", "12.5000"],
    ["blanks around it", "x", "  12.5  ", "12.5000"],
    ["a sign", "x", "-12.5", "-12.5000"],
    ["an exponent", "x", "1e3", "1000.0000"],
    ["more decimals than are kept", "x", "0.00005", "0.0001"],
    ["a decimal comma that is not declared", "x", "12,5", ["decimal_comma", "format"]],
    ["thousands that are not declared", "x", "1,234.50", ["format"]],
    ["a decimal comma", '{ column: x, decimal: "," }', "12,5", "12.5000"],
    ["a point where the decimal sign is a comma", '{ column: x, decimal: "," }', "12.5", ["format"]],
    ["thousands and a decimal comma", '{ column: x, decimal: ",", thousands: "." }', "-1.234.567,89", "-1234567.8900"],
    ["thousands left out", '{ column: x, decimal: ",", thousands: "." }', "1234,5", "1234.5000"],
    ["thousands in the wrong place", '{ column: x, decimal: ",", thousands: "." }', "12.34,5", ["format"]],
    ["a decimal point where points part thousands", '{ column: x, decimal: ",", thousands: "." }', "1.5", ["format"]],
    ["a comma between thousands", '{ column: x, thousands: "," }', "1,234.5", "1234.5000"],
    ["an apostrophe between thousands", `{ column: x, thousands: "'" }`, "1'234.5", "1234.5000"],
    ["any blank between thousands", '{ column: x, thousands: " ", decimal: "," }', "1 234\u00a0567\u202f890,5", "1234567890.5000"],
    ["cents", "{ column: x, unit: cents }", "1999", "19.9900"],
    ["thousands, exactly", "{ column: x, unit: thousands }", "1.2345678", "1234.5678"],
    ["millions", "{ column: x, unit: millions }", "0.000001", "1.0000"],
    ["percent", "{ column: x, unit: percent }", "7.5", "0.0750"],
    ["a unit of one's own, exactly", "{ column: x, unit: 0.1 }", "0.3", "0.0300"],
    ["a unit and a notation", '{ column: x, unit: 10000, decimal: ",", thousands: "." }', "1.234,5", "12345000.0000"],
    ["a unit does not let another notation pass", '{ column: x, unit: cents, decimal: "," }', "12.5", ["format"]],
    ["a unit on no number", "{ column: x, unit: cents }", "ten", ["format"]],
    ["a unit on a number too large", "{ column: x, unit: thousands }", "99999999999999999999", ["too_large"]],
    ["too large", "x", "10000000000001", ["too_large"]],
    ["an absent value", "x", "", ["required"]],
    ["a text that means absent", "x", " - ", ["required"]],
    ["a number for all rows", "{ constant: 12.5 }", "1", "12.5000"],
    ["an expression over the columns as text", "{ sql: 'x || y' }", "1", "17.0000"],
    ["an expression with a unit", "{ sql: 'x', unit: cents }", "150", "1.5000"],
    ["an expression without a value", "{ sql: 'try_cast(x as integer)' }", "ten", ["required"]],
  ];
  expect(await outcomes(cases, "amount")).toEqual(expected(cases));
});

test("dates", async () => {
  const cases: Case[] = [
    ["an ISO date", "x", "2024-01-05", "2024-01-05"],
    ["midnight", "x", "2024-01-05 00:00:00", "2024-01-05"],
    ["midnight in UTC", "x", "2024-01-05T00:00:00.000Z", "2024-01-05"],
    ["midnight with a zone of 0", "x", "2024-01-05 00:00:00+00", "2024-01-05"],
    ["a time of the day", "x", "2024-01-05 13:00:00", "2024-01-05"],
    ["a time in UTC", "x", "2024-05-01T10:00:00Z", "2024-05-01"],
    ["a time of another zone: the day it names", "x", "2024-05-01T00:30:00.123+02:00", "2024-05-01"],
    ["a time that is none", "x", "2024-05-01T25:00:00", ["date"]],
    ["a time on a day that is none", "x", "2024-02-30T10:00:00", ["date"]],
    ["a time where another format is declared", '{ column: x, format: "%d.%m.%Y" }', "2024-05-01T10:00:00", ["date"]],
    ["a date of another notation", "x", "05.01.2024", ["date"]],
    ["a date written short", "x", "2024-1-5", ["date"]],
    ["a declared format", '{ column: x, format: "%d.%m.%Y" }', "05.01.2024", "2024-01-05"],
    ["digits alone", '{ column: x, format: "%Y%m%d" }', "20240105", "2024-01-05"],
    ["the second of two formats", '{ column: x, format: ["%d.%m.%Y", "%m/%d/%y"] }', "01/05/24", "2024-01-05"],
    ["a format with a time", '{ column: x, format: "%d.%m.%Y %H:%M" }', "05.01.2024 13:30", "2024-01-05"],
    ["a day that is none", "x", "2023-02-29", ["date"]],
    ["a day that is none, in a declared format", '{ column: x, format: "%d.%m.%Y" }', "31.02.2024", ["date"]],
    ["the zero date of old systems", "x", "0000-00-00", ["date"]],
    ["the first day there is", "x", "1900-01-01", "1900-01-01"],
    ["the day before it", "x", "1899-12-31", ["too_small"]],
    ["the day after the last there is", "x", "2200-01-01", ["too_large"]],
    ["an expression", "{ sql: \"'2024-0' || x\" }", "1-05", "2024-01-05"],
  ];
  expect(await outcomes(cases, "cost_date")).toEqual(expected(cases));
});

test("of any ISO moment the day it names is kept, and zod and SQL say the same of what is none", async () => {
  const db = await Database.open();
  const field = compileContract(costs).fields.find(({ name }) => name === "cost_date")!;
  const digits = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, "0"));
  const day = fc.oneof(
    fc.date({ min: new Date("1890-01-01"), max: new Date("2210-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    fc.tuple(digits(13), digits(33)).map(([month, ofMonth]) => `2023-${month}-${ofMonth}`), fc.constantFrom("2024-1-5", "05.01.2024", "20240105"));
  const seconds = fc.constantFrom("", ":00", ":07", ":59.123456", ":60", ":7");
  const zone = fc.constantFrom("", "Z", " UTC", "+00", "+02:00", "-0530", "+9", "CET", "+15:00");
  const written = fc.tuple(day, fc.constantFrom("T", " ", "", "  "), digits(25), digits(61), seconds, zone)
    .map(([date, between, hour, minute, second, where]) => (between === "" ? date : `${date}${between}${hour}:${minute}${second}${where}`));
  // What is right is told by JavaScript: a day and a time that stay themselves when they are read.
  const isDay = (text: string) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text;
  const isTime = (text: string) => /^\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) && !text.startsWith("24") && !Number.isNaN(Date.parse(`2024-01-01T${text}Z`));
  const expectedDay = (text: string) => {
    const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:[T ]([\d:.]+) ?(?:Z|UTC|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/.exec(text) ?? [];
    return date !== undefined && isDay(date) && (time === undefined || isTime(time)) ? date : text;
  };
  await fc.assert(fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 60 }), async (texts) => {
    const rows = await db.rows<{ canonical: string; valid: boolean; kept: string | null }>(`
      select cost_date as canonical, ${field.rules.map(({ holds }) => `(${holds})`).join(" and ")} as valid, (${field.value})::varchar as kept
      from (select ${mapColumn(field, "x", [])} as cost_date, position from (
        select unnest(from_json($texts, '["VARCHAR"]')) as x, generate_subscripts(from_json($texts, '["VARCHAR"]'), 1) as position))
      order by position`, { texts: JSON.stringify(texts) });
    expect(rows.map(({ canonical }) => canonical)).toEqual(texts.map(expectedDay));
    for (const { canonical, valid, kept } of rows) {
      expect(valid, canonical).toBe(costs.schema.shape.cost_date!.safeParse(canonical).success);
      if (valid) expect(kept).toBe(canonical);
    }
  }), { numRuns: 60 });
  db.close();
});

test("what is refused is shown as the file has it, and told how to be declared", async () => {
  const db = await ingestFiles(`
  costs:
    - files: c.csv
      csv: { delimiter: ";" }
      columns:
        cost_date: day
        kind: { column: kind, values: { B: acquisition, S: servise } }
        amount: { column: amount, decimal: ",", thousands: "." }
`, { "c.csv": "day;kind;amount\n01/02/2024;B;1\n2024-01-05;b;1\n2024-01-05;S;1\n2024-01-05;B;zwölf \n" }, "quarantine: { limit: 1 }\n");
  const refused = await db.rows<Record<string, string>>("select field, value, message from quarantine.rules order by row_number");
  expect(refused.map(({ field, value, message }) => `${field} ${message}: ${value}`)).toEqual([
    "cost_date is no date such as 2024-05-31: declare how it is written, as in { column: Date, format: \"%d/%m/%Y\" }: 01/02/2024",
    "kind is none of: acquisition, service, retention; translate it with `values:`: b",
    "kind is none of: acquisition, service, retention; translate it with `values:`: S",
    "amount is no number: zwölf",
  ]);
});

test("words", async () => {
  const cases: Case[] = [
    ["capitals", "x", "Service", "service"],
    ["a word that stands for another", "{ column: x, values: { S: service } }", "S", "service"],
    ["a word with a quote", `{ column: x, values: { "it's": service } }`, "it's", "service"],
    ["a word that is not listed stays", "{ column: x, values: { S: service } }", "retention", "retention"],
    ["a word that means absent", '{ column: x, values: { none: "" } }', "none", ["required"]],
    ["a word there is not", "x", "other", ["choice"]],
    ["a word that stands for none there is", "{ column: x, values: { S: servise } }", "S", ["choice"]],
    ["a word there is that stands for none there is", "{ column: x, values: { service: servise } }", "service", ["choice"]],
  ];
  expect(await outcomes(cases, "kind")).toEqual(expected(cases));
});

test("an optional field that is absent, or wrong", async () => {
  const cases: Case[] = [
    ["absent", "x", "", null],
    ["a text that means absent", "x", "-", null],
    ["right", "x", "USD", "USD"],
    ["wrong: the row is refused", "x", "usd", ["format"]],
  ];
  expect(await outcomes(cases, "currency")).toEqual(expected(cases));
});

test("moments are UTC, in ISO or in a declared format", async () => {
  const source = (index: number, mapping: string) => `    - files: ${index}.csv
      columns: { ticket_id: id, customer_id: { constant: C }, kind: { constant: request }, opened_at: ${mapping} }\n`;
  const cases: [mapping: string, text: string, expected: string | null][] = [
    ["x", "2024-01-05T10:00:00", "2024-01-05 10:00:00"],
    ["x", "2024-01-05 10:00", "2024-01-05 10:00:00"],
    ["x", "2024-01-05T10:00:00Z", "2024-01-05 10:00:00"],
    ["x", "2024-01-05 23:30:00-05:00", "2024-01-06 04:30:00"],
    ["x", "2024-01-05", "2024-01-05 00:00:00"],
    ['{ column: x, format: "%d.%m.%Y %H:%M" }', "05.01.2024 10:15", "2024-01-05 10:15:00"],
    ["x", "05.01.2024 10:15", null],
    ["x", "2024-01-05 25:00:00", null],
  ];
  const db = await ingestFiles(`  tickets:\n${cases.map(([mapping], index) => source(index, mapping)).join("")}`,
    Object.fromEntries(cases.map(([, text], index) => [`${index}.csv`, `id,x\n${index},${text}\n`])), "quarantine: { limit: 1 }\n");
  const rows = await db.rows<{ id: string; at: string }>("select ticket_id as id, opened_at::varchar as at from raw.tickets");
  const at = new Map(rows.map(({ id, at }) => [Number(id), at]));
  expect(cases.map((_, index) => at.get(index) ?? null)).toEqual(cases.map(([, , expected]) => expected));
  expect(await db.rows("select file, rule from quarantine.rules order by file")).toEqual([{ file: "6.csv", rule: "timestamp" }, { file: "7.csv", rule: "timestamp" }]);
});

test("flags and whole numbers", async () => {
  const db = await ingestFiles(`
  customers:
    - files: c.csv
      columns: { customer_id: id, household_size: size, employees: { column: staff, unit: thousands } }
  leads:
    - files: l.csv
      columns: { lead_id: id, created_date: { constant: 2024-01-05 }, status: { constant: open }, has_need: { column: need, values: { "Y": true, "N": false } } }
`, { "c.csv": "id,size,staff\n1,3,1.5\n2,3.0,0.001\n3,3.5,2\n4,,\n", "l.csv": "id,need\n1,Y\n2,N\n3,TRUE\n4,\n5,perhaps\n" }, "quarantine: { limit: 1 }\n");
  expect(await db.rows("select customer_id as id, household_size::integer as size, employees::integer as staff from raw.customers order by id")).toEqual([
    { id: "1", size: 3, staff: 1500 }, { id: "2", size: 3, staff: 1 }, { id: "3", size: null, staff: 2000 }, { id: "4", size: null, staff: null },
  ]);
  expect(await db.rows("select lead_id as id, has_need from raw.leads order by id")).toEqual([
    { id: "1", has_need: true }, { id: "2", has_need: false }, { id: "3", has_need: true }, { id: "4", has_need: null },
  ]);
});
