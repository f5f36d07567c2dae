import { expect, test } from "vitest";
import type { Problem } from "../../pipeline/engine/errors.js";
import { loadCrossChecks, loadModels, parseModel } from "../../pipeline/engine/model.js";
import { folderOf, problemsOf } from "../sources/files.js";

test("a header is read with its continued lines, units and checks", () => {
  const problems: Problem[] = [];
  const model = parseModel("marts", "pipeline/marts/value/tiers.sql", `-- One row per tier. Tiers follow the settings;
-- a tier may be empty.
--
-- Formula: share = part / whole (Author, 2001).
-- key: tier, period
-- columns:
--   tier       Name of the tier
--   revenue    Revenue in the window; NULL where
--              nobody bought [reporting currency]
--   share      Share of all [0 to 1]
--   note       In [brackets] inside the meaning
-- checks:
--   a share is a share: share between 0
--     and 1
--   ratio: of a: b = 1
select 1 -- key: none
`, problems);
  expect(problems).toEqual([]);
  expect(model).toMatchObject({
    name: "tiers", subject: "value", schema: "marts", language: "sql", format: "json", key: ["tier", "period"],
    grain: "One row per tier.",
    notes: "Tiers follow the settings; a tier may be empty. Formula: share = part / whole (Author, 2001).",
    columns: [
      { name: "tier", meaning: "Name of the tier", line: 7 },
      { name: "revenue", meaning: "Revenue in the window; NULL where nobody bought", unit: "reporting currency", line: 8 },
      { name: "share", meaning: "Share of all", unit: "0 to 1", line: 10 },
      { name: "note", meaning: "In [brackets] inside the meaning", line: 11 },
    ],
    checks: [
      { title: "a share is a share", sql: "share between 0 and 1", line: 13 },
      { title: "ratio", sql: "of a: b = 1", line: 15 },
    ],
  });
});

test("a model in TypeScript has the same header in its own comments, and an export may name a format", () => {
  const problems: Problem[] = [];
  expect(parseModel("marts", "pipeline/marts/rfm/clusters.ts", "// One row per cluster.\n// key: none\n// columns:\n//   a  A\n\nexport const x = 1;\n", problems))
    .toMatchObject({ name: "clusters", language: "ts", key: [], columns: [{ name: "a" }], body: "export const x = 1;", bodyLine: 6 });
  expect(parseModel("exports", "pipeline/exports/a/b.sql", "-- One row per x.\n-- format: arrow\nselect 1 order by 1\n", problems)).toMatchObject({ format: "arrow", columns: [] });
  expect(problems).toEqual([]);
});

test.each([
  ["json", { format: "json", parts: undefined }],
  ["shard", { format: "shard", parts: undefined }],
  ["arrow by period", { format: "arrow", parts: { by: "period" } }],
  ["arrow in parts of 5000", { format: "arrow", parts: { rows: 5000 } }],
])("an export leaves the warehouse as %s", (format, expected) => {
  const problems: Problem[] = [];
  const model = parseModel("exports", "pipeline/exports/a/b.sql", `-- One row per x.\n-- format: ${format}\nselect 1 order by 1\n`, problems);
  expect({ format: model.format, parts: model.parts }).toEqual(expected);
  expect(problems).toEqual([]);
});

test.each(["shard by period", "arrow by", "arrow in parts of 0", "json by period", "arrow in parts of many"])("an export cannot leave it as %s", (format) => {
  const problems: Problem[] = [];
  parseModel("exports", "pipeline/exports/a/b.sql", `-- One row per x.\n-- format: ${format}\nselect 1 order by 1\n`, problems);
  expect(problems).toMatchObject([{ what: `unknown format: ${format}` }]);
});

test("every mistake in the headers of all models is told at once, with its line", async () => {
  const root = folderOf({
    "pipeline/staging/stg_a.sql": "select 1",
    "pipeline/staging/stg_B.sql": "-- One row per x.\n-- key: a\n-- columns:\n--   a  A\nselect 1",
    "pipeline/marts/x/broken.sql": "-- One row per x.\n-- key: a\n-- format: csv\n-- columns:\n--    continued\n-- a  no blanks before\n--   Upper  no name\n-- checks:\n--   no colon\nselect 1",
    "pipeline/marts/x/twin.sql": "-- One row per x.\n-- key: a\n-- columns:\n--   a  A\nselect 1",
    "pipeline/exports/page/twin.sql": "-- One row per x.\nselect 1",
  });
  expect(await problemsOf(() => loadModels(root))).toBe(`
✖ stg_B.sql is no table name
  → at pipeline/staging/stg_B.sql:1
  use lower case, digits and underscores
✖ stg_a does not say what a row is
  → at pipeline/staging/stg_a.sql:1
  begin the file with: -- One row per ...
✖ stg_a names no key
  → at pipeline/staging/stg_a.sql:1
  add to the header: key: column, column (or: key: none, for a table of at most one row)
✖ stg_a describes no columns
  → at pipeline/staging/stg_a.sql:1
  add to the header: columns: and a line for each
✖ unknown format: csv
  → at pipeline/marts/x/broken.sql:3
  json, arrow, arrow by <column>, arrow in parts of <rows>, or shard
✖ a continued line with nothing before it: continued
  → at pipeline/marts/x/broken.sql:5
✖ no column description: a  no blanks before
  → at pipeline/marts/x/broken.sql:6
  write: two blanks, name, two blanks, meaning, [unit]
✖ no column description: Upper  no name
  → at pipeline/marts/x/broken.sql:7
  write: two blanks, name, two blanks, meaning, [unit]
✖ no check: no colon
  → at pipeline/marts/x/broken.sql:9
  write: what holds: a SQL condition on the row
✖ broken describes no columns
  → at pipeline/marts/x/broken.sql:1
  add to the header: columns: and a line for each
✖ twin has no order
  → at pipeline/exports/page/twin.sql:1
  end it with: order by, over a full key
✖ two models are named twin
  → at pipeline/exports/page/twin.sql:1
  rename it, or pipeline/marts/x/twin.sql`.trim());
});

test("the header of a check across tables says what bad rows are, how bad, and what to do", async () => {
  const header = "-- Bad rows: orders that\n-- nobody placed\n-- severity: warning\n-- fix: ask\n-- who placed them\n";
  expect(loadCrossChecks(folderOf({ "pipeline/checks/a.sql": `${header}select 1` }))).toMatchObject(
    [{ name: "a", path: "pipeline/checks/a.sql", title: "orders that nobody placed", severity: "warning", fix: "ask who placed them" }]);
  for (const line of ["Bad rows", "severity", "fix"]) {
    const text = header.replace(new RegExp(`-- ${line}:.*\n`), "");
    expect(await problemsOf(() => loadCrossChecks(folderOf({ "pipeline/checks/a.sql": text })))).toBe(
      "✖ the header of a.sql is not complete\n  → at pipeline/checks/a.sql:1\n  write: -- Bad rows: what they are, -- severity: error or warning, -- fix: what to do");
  }
});
