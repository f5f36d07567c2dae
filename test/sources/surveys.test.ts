import { expect, test } from "vitest";
import { ingestFiles } from "./files.js";

const SURVEYS = `
  customers:
    - files: customers.csv
      columns: { customer_id: id }
  surveys:
    - files: surveys.csv
      columns: { survey_id: id, customer_id: customer, answered_date: day, recommend_score: recommend, satisfaction_score: satisfied, product_value: goods, time_cost: time }
`;

test("an answer outside its scale goes to quarantine with its row, at either end; the ends themselves are answers", async () => {
  const surveys = [
    "id,customer,day,recommend,satisfied,goods,time",
    "1,A,2025-01-01,0,1,1,1", // 2
    "2,A,2025-01-02,10,5,5,5",
    "3,A,2025-01-03,11,,,",
    "4,A,2025-01-04,-1,,,", // 5
    "5,A,2025-01-05,,0,,",
    "6,A,2025-01-06,,6,,",
    "7,A,2025-01-07,,,0,",
    "8,A,2025-01-08,,,6,",
    "9,A,2025-01-09,,,,0", // 10
    "10,A,2025-01-10,,,,6",
    "11,A,2025-01-11,,,4.5,",
    "12,,2025-01-12,8,,,", // anonymous
  ];
  const db = await ingestFiles(SURVEYS, { "customers.csv": "id\nA\n", "surveys.csv": `${surveys.join("\n")}\n` }, "quarantine: { limit: 1, value_limit: 1 }\n");
  expect((await db.rows<{ rule: string }>("select concat_ws(' ', row_number, field, rule) as rule from quarantine.rules order by row_number")).map(({ rule }) => rule)).toEqual([
    "4 recommend_score too_large", "5 recommend_score too_small", "6 satisfaction_score too_small", "7 satisfaction_score too_large",
    "8 product_value too_small", "9 product_value too_large", "10 time_cost too_small", "11 time_cost too_large", "12 product_value format",
  ]);
  expect(await db.rows("select survey_id from raw.surveys order by survey_id")).toEqual([{ survey_id: "1" }, { survey_id: "12" }, { survey_id: "2" }]);
  expect(await db.row("select rows_read::integer as read, rows_accepted::integer as accepted, rows_quarantined::integer as refused from run.input_files where entity = 'surveys'"))
    .toEqual({ read: 12, accepted: 3, refused: 9 });
});
