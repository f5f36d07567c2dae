import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadProject, projectJsonSchema, projectSlug } from "../../pipeline/engine/project.js";
import { folderOf, problemsOf } from "../sources/files.js";

const root = resolve(import.meta.dirname, "../..");
const load = (yaml: string) => () => loadProject(folderOf({ "project.yaml": yaml }));

const GOOD = `name: Shop
reporting_currency: EUR
entities:
  transactions:
    - files: log.csv
      columns: { customer_id: customer, transaction_date: day, amount: amount }
`;

test("what project.yaml leaves out has its default", () => {
  const project = load(GOOD)();
  expect(project).toMatchObject({ privacy: { customers: "pseudonym" }, quarantine: { limit: 0.01 }, settings: { analysis: { window_days: 365 } } });
  expect(project.as_of_date).toBeUndefined();
  expect(project.entities.transactions![0]).toMatchObject({
    required: true, rows_per_key: "one", csv: { delimiter: ",", encoding: "utf-8", header: true, skip: 0, absent: [""] },
  });
  expect([project.inputFolder, project.file]).toEqual([project.folder, join(project.folder, "project.yaml")]);
});

test("a place is found by its line, or by that of the nearest thing around it", () => {
  const { locate } = load(GOOD)();
  const line = (...path: (string | number)[]) => Number(locate(path).split(":").at(-1));
  expect([line("name"), line("entities", "transactions", 0, "columns", "amount"), line("entities", "transactions", 0, "csv"), line("settings")]).toEqual([1, 6, 5, 1]);
});

test("the slug of a project is the name of its folder, told apart by its path, for names repeat", () => {
  expect(projectSlug({ file: "/data/Nord & Süd 2/project.yaml" })).toMatch(/^nord-s-d-2-[0-9a-f]{6}$/);
  expect(projectSlug({ file: "/数据/project.yaml" })).toMatch(/^project-[0-9a-f]{6}$/);
  expect(projectSlug({ file: "/客户/project.yaml" })).not.toBe(projectSlug({ file: "/数据/project.yaml" }));
  expect(projectSlug({ file: resolve(import.meta.dirname, "../../data/sample/project.yaml") })).toBe("sample");
});

test("every mistake in project.yaml is told at once, with its line", async () => {
  expect(await problemsOf(load(`name: ""
reporting_currency: euro
as_of_date: 2025-02-30
privacy: { customers: everything }
quarantine: { limit: 2 }
colour: red
entities:
  customers:
    - files: []
      csv: { delimiter: ";;", encoding: klingon, header: [], skip: -1 }
      rows_per_key: several
      columns:
        name: Name
        nmae: Name
        email: { column: A, constant: B }
        phone: 5
        credit_limit: { column: L, unit: dozens, decimal: ";" }
        employees: { column: E, unit: 0.333333333333 }
        city: {}
  orders:
    files: orders.csv
  transactions:
    - columns: { customer_id: C, transaction_date: { column: D, format: 3 }, amount: A }
  client: []
  products:
settings:
  analysis: { window_days: 0, windw: 3 }
`))).toBe(`
✖ name: Too small: expected string to have >=1 characters
  → at FOLDER/project.yaml:1
✖ reporting_currency: must be an ISO 4217 code such as EUR
  → at FOLDER/project.yaml:2
✖ as_of_date: must be a date such as 2025-06-30
  → at FOLDER/project.yaml:3
✖ privacy.customers: Invalid option: expected one of "name"|"id"|"pseudonym"
  → at FOLDER/project.yaml:4
✖ quarantine.limit: Too big: expected number to be <=1
  → at FOLDER/project.yaml:5
✖ colour is not known here
  → at FOLDER/project.yaml:6
  known here: name, reporting_currency, as_of_date, inputs, privacy, contacts, quarantine, entities, settings
✖ entities.customers.0.files: Too small: expected array to have >=1 items
  → at FOLDER/project.yaml:9
✖ entities.customers.0.csv.encoding: names no encoding: utf-8, windows-1252, gb18030 ...
  → at FOLDER/project.yaml:10
✖ entities.customers.0.csv.header: Too small: expected array to have >=1 items
  → at FOLDER/project.yaml:10
✖ entities.customers.0.csv.skip: Too small: expected number to be >=0
  → at FOLDER/project.yaml:10
✖ entities.customers.0.csv.delimiter: must be one character, or \`whitespace\`
  → at FOLDER/project.yaml:10
✖ entities.customers.0.rows_per_key: Invalid option: expected one of "one"|"many"
  → at FOLDER/project.yaml:11
✖ entities.customers.0.columns.customer_id: is missing
  → at FOLDER/project.yaml:12
✖ entities.customers.0.columns.nmae is not known here
  → at FOLDER/project.yaml:14
  known here: customer_id, kind, name, phone, email, address, city, region, country, postal_code, source, channel, owner, credit_grade, marking, lost_reason, merged_into, created_date, confirmed_date, sex, birth_date, occupation, education, income_band, household_size, interests, legal_form, web_site, industry, industry_position, company_size, employees, founded_year, settlement_terms_days, credit_limit, credit_currency, credit_status, first_deal_date, last_deal_date
✖ entities.customers.0.columns.email: name exactly one of column, constant and sql
  → at FOLDER/project.yaml:15
✖ entities.customers.0.columns.phone: must be a column's name, or a mapping such as { column: NAME, format: ... }
  → at FOLDER/project.yaml:16
✖ entities.customers.0.columns.credit_limit.decimal: Invalid option: expected one of "."|","
  → at FOLDER/project.yaml:17
✖ entities.customers.0.columns.credit_limit.unit: Invalid option: expected one of "cents"|"thousands"|"millions"|"percent"
  → at FOLDER/project.yaml:17
✖ entities.customers.0.columns.employees.unit: has more than eight decimals
  → at FOLDER/project.yaml:18
✖ entities.customers.0.columns.city: name exactly one of column, constant and sql
  → at FOLDER/project.yaml:19
✖ entities.orders: Invalid input: expected array, received object
  → at FOLDER/project.yaml:20
✖ entities.transactions.0.files: is missing
  → at FOLDER/project.yaml:23
✖ entities.transactions.0.columns.transaction_date.format: must be string or array
  → at FOLDER/project.yaml:23
✖ entities.client is not known here
  → at FOLDER/project.yaml:24
  known here: exchange_rates, customers, products, orders, transactions, order_lines, returns, invoices, financials, campaigns, leads, campaign_responses, interactions, tickets, surveys, costs, targets, actions, annotations, judgements, account_managers, commission_rates, service_standards
✖ entities.products: Invalid input: expected array, received null
  → at FOLDER/project.yaml:25
✖ settings.analysis.window_days: Too small: expected number to be >=1
  → at FOLDER/project.yaml:27
✖ settings.analysis.windw is not known here
  → at FOLDER/project.yaml:27
  known here: window_days, default_kind, lost_after_days, lost_after_share, lost_after_least_days, lost_after_most_days`.trim());
});

test.each([
  ["", "✖ name: is missing\n  → at FOLDER/project.yaml:1\n✖ reporting_currency: is missing\n  → at FOLDER/project.yaml:1\n✖ entities: is missing\n  → at FOLDER/project.yaml:1"],
  ["- a list\n", "✖ project.yaml: Invalid input: expected object, received array\n  → at FOLDER/project.yaml:1"],
  ["name: A\nentities:\n  customers:\n    - files: a\n     columns: {}\nname: B\n",
    "✖ project.yaml is no valid YAML: Sequence item without - indicator\n  → at FOLDER/project.yaml:5"],
  ["name: Gasthof: Handel\n", "✖ project.yaml is no valid YAML: a text that holds a colon and a blank must stand in quotes: \"Gasthof: Handel\"\n  → at FOLDER/project.yaml:1"],
  ["name: A\n\tb: 1\n\tc: 1\n", "✖ project.yaml is no valid YAML: a tab stands where blanks must indent the line\n  → at FOLDER/project.yaml:2"],
  ["name: A\nname: B\n", "✖ project.yaml is no valid YAML: the key of this line stands twice in its block\n  → at FOLDER/project.yaml:2"],
  [`${GOOD}settings: { window_days: 3 }\n`, "✖ settings.window_days is not known here\n  → at FOLDER/project.yaml:7\n  known here: analysis, quality, composition, solvency, value, rfm, states, relationship, prospects, campaigns, sales, satisfaction, service, prediction, outlook, changes, targets, selection; elsewhere: settings.analysis.window_days, settings.rfm.window_days, settings.relationship.window_days"],
  [GOOD.replace("EUR", "XYZ"), "✖ reporting_currency: is no currency of ISO 4217\n  → at FOLDER/project.yaml:2"],
  [GOOD.replace(/entities:[\s\S]*/, "entities: {}\n"), "✖ entities: supply at least one entity: customers and orders, or transactions alone\n  → at FOLDER/project.yaml:3"],
  [`${GOOD}  orders:\n    - files: o.csv\n      columns: { order_id: id, customer_id: customer, order_date: day }\n`,
    "✖ entities: supply orders or transactions, not both: they would be counted twice\n  → at FOLDER/project.yaml:3"],
  [`${GOOD}inputs: nowhere\n`, "✖ the inputs folder does not exist: FOLDER/nowhere\n  → at FOLDER/project.yaml:7"],
])("project.yaml of %j", async (yaml, problems) => {
  expect(await problemsOf(load(yaml))).toBe(problems);
});

test("a folder without project.yaml is told how to get one", async () => {
  expect(await problemsOf(() => loadProject(folderOf({})))).toBe(
    "✖ there is no project.yaml\n  → at FOLDER/project.yaml\n  name the project's folder with --project DIR, or make one there with: npm run clientele -- init DIR");
});

test("the JSON Schema says of a project what loading it says", () => {
  const schema = z.fromJSONSchema(projectJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  const projects = globSync(["test/projects/*/project.yaml", "data/sample/project.yaml"], { cwd: root });
  expect(projects.length).toBeGreaterThan(5);
  for (const file of projects) expect(schema.safeParse(parse(readFileSync(join(root, file), "utf8"))).error, file).toBeUndefined();
  const good = parse(GOOD) as Record<string, unknown>;
  expect(schema.safeParse(good).success).toBe(true);
  for (const bad of [{ colour: "red" }, { name: 5 }, { reporting_currency: "euro" }, { quarantine: { limit: 2 } }, { settings: { analysis: { windw: 3 } } }, { entities: { client: [] } }]) {
    expect(schema.safeParse({ ...good, ...bad }).success, JSON.stringify(bad)).toBe(false);
  }
});

const committed = join(root, "pipeline/project.schema.json");
test.runIf(existsSync(committed))("the schema that editors read is the one of the code", () => {
  expect(JSON.parse(readFileSync(committed, "utf8")), "renew it with: npm run schema").toEqual(JSON.parse(JSON.stringify(projectJsonSchema())));
});
