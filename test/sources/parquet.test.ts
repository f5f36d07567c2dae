import { join } from "node:path";
import { expect, test } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { readParquet } from "../../pipeline/sources/parquet.js";
import { folderOf, ingestFiles } from "./files.js";
import { readFileSync } from "node:fs";

/** A Parquet file of the rows of a query. */
async function parquet(query: string): Promise<Buffer> {
  const file = join(folderOf({}), "made.parquet");
  const db = await Database.open();
  await db.run(`copy (${query}) to '${file}' (format parquet)`);
  db.close();
  return readFileSync(file);
}

test("typed columns come out as their contracts expect, and rows are numbered from 1", async () => {
  const bytes = await parquet(`select * from (values
    (1::bigint, 'C1', date '2024-01-05', timestamp '2024-01-05 10:30:00', timestamptz '2024-01-05 00:00:00+00', 12.50::decimal(10, 2), 0.1::double, 3.0::double, true),
    (2, 'C1', date '2024-01-06', timestamp '2024-01-06 00:00:00', timestamptz '2024-01-06 00:00:00+00', -0.01, 1e20::double, null, false),
    (null, 'C1', null, null, null, null, null, null, null))
    as typed (number, customer, day, moment, zoned, price, share, size, flag)`);
  const db = await ingestFiles(`
  leads:
    - files: typed.parquet
      columns: { lead_id: number, created_date: zoned, closed_date: day, status: { constant: open }, has_money: flag, expected_amount: { sql: 'abs("price"::double)' } }
  tickets:
    - files: typed.parquet
      columns: { ticket_id: number, customer_id: customer, kind: { constant: request }, opened_at: moment, cost: share }
  surveys:
    - files: typed.parquet
      columns: { survey_id: number, sent_date: moment, recommend_score: size }
`, { "typed.parquet": bytes }, "quarantine: { limit: 1 }\n");
  expect(await db.rows("select lead_id, created_date::varchar as created, closed_date::varchar as closed, has_money, expected_amount from raw.leads order by 1")).toEqual([
    { lead_id: "1", created: "2024-01-05", closed: "2024-01-05", has_money: true, expected_amount: 12.5 },
    { lead_id: "2", created: "2024-01-06", closed: "2024-01-06", has_money: false, expected_amount: 0.01 },
  ]);
  expect(await db.rows("select ticket_id, opened_at::varchar as opened, cost from raw.tickets order by 1")).toEqual([
    { ticket_id: "1", opened: "2024-01-05 10:30:00", cost: 0.1 },
  ]);
  expect(await db.rows("select survey_id, sent_date::varchar as sent, recommend_score::integer as score from raw.surveys order by 1")).toEqual([
    { survey_id: "1", sent: "2024-01-05", score: 3 },
    { survey_id: "2", sent: "2024-01-06", score: null },
  ]);
  expect(await db.rows("select entity, row_number::integer as row, field, rule from quarantine.rules order by all")).toEqual([
    { entity: "leads", row: 3, field: "created_date", rule: "required" },
    { entity: "leads", row: 3, field: "lead_id", rule: "required" },
    { entity: "surveys", row: 3, field: "survey_id", rule: "required" },
    { entity: "tickets", row: 2, field: "cost", rule: "too_large" },
    { entity: "tickets", row: 3, field: "opened_at", rule: "required" },
    { entity: "tickets", row: 3, field: "ticket_id", rule: "required" },
  ]);
  const raw = await db.row<{ raw_text: string }>("select raw_text from quarantine.rows where entity = 'tickets' and row_number = 2");
  expect(JSON.parse(raw.raw_text)).toMatchObject({ number: 2, customer: "C1", price: -0.01, flag: false });
});

test("rows are numbered over row groups, and a column may be named as the row number is", async () => {
  const folder = folderOf({ "made.parquet": await parquet("select range as _row, 'x' as \"two words\" from range(300000)") });
  const db = await Database.open();
  const file = await readParquet(db, join(folder, "made.parquet"));
  expect(file).toMatchObject({ columns: ["_row_2", "two words"], rows: 300_000 });
  expect(await db.row(`select count(*)::integer as rows, count(case when _row = _row_2::bigint + 1 then 1 end)::integer as numbered, max(_row)::integer as last from (${file.query})`))
    .toEqual({ rows: 300_000, numbered: 300_000, last: 300_000 });
  db.close();
});

test("a file is read alone, though its name is a pattern that another one fits", async () => {
  const folder = folderOf({ "a*.parquet": await parquet("select 'a' as id"), "a1.parquet": await parquet("select 'b' as id") });
  const db = await Database.open();
  const file = await readParquet(db, join(folder, "a*.parquet"));
  expect(await db.rows(`select id from (${file.query})`)).toEqual([{ id: "a" }]);
  db.close();
});
