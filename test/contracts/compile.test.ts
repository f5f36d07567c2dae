import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileContract } from "../../pipeline/contracts/compile.js";
import { entity, type Entity } from "../../pipeline/contracts/entity.js";
import { money, optional, text } from "../../pipeline/contracts/fields.js";
import { entities } from "../../pipeline/contracts/index.js";
import { Database, quoteName } from "../../pipeline/engine/database.js";

let db: Database;
beforeAll(async () => { db = await Database.open(); });
afterAll(() => db.close());

type TextRow = Record<string, string | null>;

/** Values near the edges of every rule, and text at large. */
const value = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  fc.constantFrom(
    "", " ", "a", "A-17", "0", "1", "-1", "+1", "1.", ".5", "1e3", "1E-2", "1e99", "12,50", "1,234.50", "007", "10", "11", "5", "6",
    "9999999999999", "10000000000000", "10000000000000.1", "999999999999999", "1234567890123456", "1.00001", "NaN", "Infinity", "０",
    "2024-02-29", "2023-02-29", "2024-02-30", "0000-00-00", "1899-12-31", "1900-01-01", "2199-12-31", "2200-01-01", "2024-1-5",
    "2024-01-05T10:00:00", "2024-01-05T10:00:00Z", "2024-01-05 10:00:00", "2024-01-05T24:00:00", "2024-01-05T10:00", "2199-12-31T23:59:59",
    "EUR", "eur", "EURO", "true", "false", "TRUE", "consumer", "business", "open", "completed", "won", "request", "acquisition", "female",
    "a@b.co", "a@b", "a b@c.de", "a@b..c", "@b.co", "a@b.co.", "+49 (30) 1234-567", "12345", "1234", "030/123 456 ext. 12", "call me",
    "Müller", "MÃ¼ller", "it’s", "itâ€™s", "tab\there", "line\nbreak", "bell\u0007", "\ufffd", "\u0085", "Har\u200ebour", "\u2029", "\ufdd0", "\uffff", "نامه\u200cها", "王小明", "👩‍🍳".repeat(30), "x".repeat(100), "x".repeat(101),
    "x".repeat(500), "x".repeat(501), "😀".repeat(250), "😀".repeat(251), "é".repeat(100), "é".repeat(101),
  ),
  fc.string({ unit: "binary", maxLength: 120 }).filter((text) => text.isWellFormed() && !text.includes("\0")),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.date({ min: new Date("1890-01-01"), max: new Date("2210-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.date({ min: new Date("1890-01-01"), max: new Date("2210-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 19)),
);

/** Fields that the SQL refuses, or "row" for a rule between fields, by row. */
async function sqlVerdicts(entity: Entity, rows: TextRow[]): Promise<boolean[]> {
  const contract = compileContract(entity);
  const rules = [...contract.fields.filter((field) => !field.isLenient).flatMap((field) => field.rules), ...contract.rowRules];
  const columns = contract.fields.map((field) => `'${field.name}': 'VARCHAR'`).join(", ");
  const result = await db.rows<{ valid: boolean }>(`
    select ${rules.map((rule) => `(${rule.holds})`).join(" and ") || "true"} as valid
    from (select unnest(from_json($rows, '[{${columns.replaceAll("'", '"')}}]'), recursive := true), generate_subscripts(from_json($rows, '[{${columns.replaceAll("'", '"')}}]'), 1) as position)
    order by position`, { rows: JSON.stringify(rows) });
  return result.map((row) => row.valid);
}

test.each(entities.map((entity) => [entity.name, entity] as const))(
  "zod and the compiled SQL give the same verdict on rows of %s",
  async (_, entity) => {
    const row = fc.record(Object.fromEntries(Object.keys(entity.schema.shape).map((field) => [field, value])));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const bySql = await sqlVerdicts(entity, rows);
        expect(bySql).toEqual(rows.map((row) => entity.schema.safeParse(row).success));
      }),
      { numRuns: 15 },
    );
  },
);

test.each(entities.flatMap((entity) => Object.keys(entity.schema.shape).map((field) => [entity.name, field, entity] as const)))(
  "zod and SQL agree on each value of %s.%s by itself, and on whether it is kept",
  async (_, field, entity) => {
    const contract = compileContract(entity);
    const compiled = contract.fields.find(({ name }) => name === field)!;
    const values = [...new Set(fc.sample(value, { numRuns: 250 }))];
    const rows = await db.rows<{ valid: boolean; kept: boolean }>(`
      select ${compiled.isLenient ? "true" : compiled.rules.map((rule) => `(${rule.holds})`).join(" and ") || "true"} as valid,
        (${compiled.value}) is not null as kept
      from (select unnest(from_json($rows, '["VARCHAR"]')) as ${quoteName(field)}, generate_subscripts(from_json($rows, '["VARCHAR"]'), 1) as position) order by position`,
      { rows: JSON.stringify(values) });
    const schema = entity.schema.shape[field]!;
    for (const [index, text] of values.entries()) {
      const verdict = schema.safeParse(text);
      expect(rows[index]!.valid, `${field} = ${JSON.stringify(text)}`).toBe(verdict.success);
      if (verdict.success) expect(rows[index]!.kept, `kept: ${field} = ${JSON.stringify(text)}`).toBe(verdict.data !== null);
    }
  },
);

test("a number that is less than the least allowed is told with what to do about it, where the field says what", () => {
  const made = entity("made", { grain: "One row", enables: "" }, {
    amount: optional(money("Amount", { min: 0, below: "give refunds as returns, or map the file as transactions" })), cost: optional(money("Cost", { min: 0 })),
  });
  const messages = compileContract(made).fields.map(({ rules }) => rules.find(({ rule }) => rule === "too_small")!.message);
  expect(messages).toEqual(["is less than 0: give refunds as returns, or map the file as transactions", "is less than 0"]);
});

test("text holds nothing that turns, breaks or hides text, and no code point that is no character; what stands beside those is text", async () => {
  const made = entity("made", { grain: "One row", enables: "" }, { name: optional(text("Name")) });
  const verdicts = async (codes: number[]) => {
    const rows = codes.map((code) => ({ name: `Har${String.fromCodePoint(code)}bour` }));
    const bySql = await sqlVerdicts(made, rows);
    expect(rows.map((row) => made.schema.safeParse(row).success)).toEqual(bySql);
    return codes.filter((_, index) => bySql[index]).map((code) => code.toString(16));
  };
  expect(await verdicts([0x1f, 0x7f, 0x9f, 0x61c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfdd0, 0xfdef, 0xfeff, 0xfffd, 0xfffe, 0xffff])).toEqual([]);
  expect(await verdicts([0x9, 0xa, 0x20, 0xa0, 0x61b, 0x61d, 0x200a, 0x200c, 0x200d, 0x2010, 0x2027, 0x202f, 0xfdcf, 0xfdf0, 0xff01, 0xfffc, 0x10000]))
    .toEqual(["9", "a", "20", "a0", "61b", "61d", "200a", "200c", "200d", "2010", "2027", "202f", "fdcf", "fdf0", "ff01", "fffc", "10000"]);
});
