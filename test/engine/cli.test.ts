import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { EXIT, main } from "../../pipeline/engine/cli.js";
import { DatabaseError } from "../../pipeline/engine/database.js";
import { machineProblem, UserError } from "../../pipeline/engine/errors.js";
import { loadModels } from "../../pipeline/engine/model.js";
import { projectJsonSchema } from "../../pipeline/engine/project.js";

vi.setConfig({ testTimeout: 300_000 });

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "clientele-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await main(args, { write: (line) => output.push(line), writeError: (line) => errors.push(line), now: () => 0 });
  return { code, output: output.join("\n"), errors: errors.join("\n") };
}

function makeProject(name: string, files: Record<string, string>): string {
  const project = join(folder, name);
  mkdirSync(project, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text);
  return project;
}

test("every command and the exit codes are in the help, and each command is in the README", async () => {
  const { code, output } = await run("--help");
  expect(code).toBe(EXIT.good);
  const readme = readFileSync(join(root, "README.md"), "utf8");
  for (const command of ["build", "check", "list", "show", "compare", "init", "schema", "pack", "digest"]) {
    expect(output).toContain(`\n  ${command} `);
    expect(readme).toMatch(new RegExp(`\\| \`${command}[ \`]`));
  }
  expect(output).toContain("Exit codes:");
});

test("an unknown command, a missing project and an unknown model end with 1 and say what to do", async () => {
  expect((await run("biuld")).code).toBe(EXIT.mistake);
  const noDay = await run("build", "--as-of", "2025-02-30");
  expect([noDay.code, noDay.errors]).toEqual([EXIT.mistake, expect.stringContaining("'2025-02-30' is invalid. name a day such as 2025-06-30")]);
  const missing = await run("build", "--project", join(folder, "nowhere"));
  expect(missing.code).toBe(EXIT.mistake);
  expect(missing.output).toContain("✖ there is no project.yaml");
  expect(missing.output).toContain("init DIR");
  const unknown = await run("show", "value_by_teir", "--project", join(root, "data/sample"));
  expect(unknown.code).toBe(EXIT.mistake);
  expect(unknown.output).toContain("✖ no model is named value_by_teir");
  expect(unknown.output).toContain("marts.value_by_tier");
});

test("check names every mistake of project.yaml at once, each with its line, as text or as JSON", async () => {
  const project = makeProject("mistakes", {
    "project.yaml": "name: Shop\nreporting_currency: euro\nentities:\n  orders:\n    - files: orders.csv\n      columns:\n        order_id: No\n        ordered: Day\n",
  });
  const { code, output } = await run("check", "--project", project);
  expect(code).toBe(EXIT.mistake);
  for (const [what, line] of [
    ["reporting_currency: must be an ISO 4217 code such as EUR", 2],
    ["entities.orders.0.columns.customer_id: is missing", 6],
    ["entities.orders.0.columns.order_date: is missing", 6],
    ["entities.orders.0.columns.ordered is not known here", 8],
  ] as const) {
    expect(output).toMatch(new RegExp(`✖ ${what.replaceAll(".", "\\.")}\n  → at .*project\\.yaml:${line}(\n|$)`));
  }
  const json = await run("check", "--project", project, "--log", "json");
  const lines = json.output.split("\n").map((line) => JSON.parse(line) as { level: string; event: string; what: string });
  expect(lines).toHaveLength(4);
  expect(lines.every(({ level, event }) => level === "error" && event === "problem")).toBe(true);
});

test("a file that may not be read is named, without a stack", async () => {
  const project = makeProject("locked", {
    "log.csv": "customer,day,amount\nc1,2025-01-01,5\n",
    "project.yaml": "name: Shop\nreporting_currency: EUR\nentities:\n  transactions:\n    - files: log.csv\n      columns: { customer_id: customer, transaction_date: day, amount: amount }\n",
  });
  chmodSync(folder, 0o777);
  for (const file of ["log.csv", "project.yaml"]) {
    chmodSync(join(project, file), 0);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid!(65534);
    const { code, output, errors } = await run("build", "--project", project, "--out", join(folder, "locked-dist"), "--build-dir", join(folder, "locked-build"))
      .finally(() => isRoot && process.seteuid!(0));
    expect(output).toContain(`✖ permission denied (EACCES: permission denied, open '${join(project, file)}')\n  → at ${join(project, file)}`);
    expect(errors).toBe("");
    expect(code).toBe(EXIT.mistake);
    chmodSync(join(project, file), 0o644);
  }
});

test("what the machine refuses is told from a bug", () => {
  const system = (message: string, path?: string) => Object.assign(new Error(message), path && { path });
  const told = (error: unknown) => machineProblem(error, "/app", "/runs");
  expect(told(system("ENOSPC: no space left on device, write"))).toMatchObject({ what: "the disk is full (ENOSPC: no space left on device, write)", where: "/runs" });
  expect(told(system("EROFS: read-only file system, mkdir '/runs/x'", "/runs/x"))).toMatchObject({ where: "/runs/x" });
  expect(told(system("Observable Framework ended with 1:\n  Error: EDQUOT: disk quota exceeded, write\n    at x"))?.what)
    .toBe("the disk quota is used up (EDQUOT: disk quota exceeded, write)");
  expect(told(system("ENOENT: no such file or directory, open '/data/log.csv'", "/data/log.csv"))).toMatchObject({ where: "/data/log.csv" });
  expect(told(new DatabaseError('IO Error: Could not write file "/runs/w.duckdb": No space left on device', "select 1")))
    .toMatchObject({ what: expect.stringContaining("the disk is full") as string, where: "/runs/w.duckdb" });
  expect(told(new DatabaseError('IO Error: Could not write file "/runs/w.duckdb": Disk quota exceeded', "select 1"))?.what).toContain("the disk quota is used up");
  expect(told(new UserError([{ what: "Out of Memory Error: failed to offload data block.\nThis limit was set by the 'max_temp_directory_size' setting.", where: "pipeline/marts/x.sql:1" }])))
    .toMatchObject({ what: expect.stringContaining("the disk is full") as string, where: "/runs" });

  expect(told(system("ENOENT: no such file or directory, open '/app/src/x.css'", "/app/src/x.css"))).toBeUndefined();
  expect(told(system("Observable Framework ended with 1:\nENOENT: no such file or directory, open '/runs/pages/x.csv'"))).toBeUndefined();
  expect(told(new TypeError("x is not a function"))).toBeUndefined();
  expect(told(new DatabaseError("Binder Error: no column x", "select x"))).toBeUndefined();
  expect(told(new UserError([{ what: "tickets.csv: the text 'No space left on device' is no date" }]))).toBeUndefined();
});

test("check runs every model of the real tree without data", async () => {
  const { code, output } = await run("check", "--project", join(root, "data/sample"));
  expect(output).toContain("all sound");
  expect(code).toBe(EXIT.good);
});

test("list names each model with what a row of it is", async () => {
  const { code, output } = await run("list");
  expect(code).toBe(EXIT.good);
  for (const model of loadModels(root)) expect(output).toContain(`${model.schema}.${model.name}`);
  expect(output.split("\n").every((line) => /One row per/.test(line))).toBe(true);
});

test("init writes a project.yaml that builds, from the headers alone, and never overwrites one", async () => {
  const project = makeProject("first", {
    "customers.csv": "CustomerNo,Company,Phone,Territory\nC1,Alder & Sons,030 123456,North\nC2,Birch Ltd,030 654321,South\n",
    "orders_2025.csv": "OrderNo;CustomerNo;OrderDate;Total\nO1;C1;15.03.2025;120.50\nO2;C2;16.03.2025;80\nO3;C1;17.04.2025;20\n",
    "notes.txt": "nothing to see\n",
  });
  const init = await run("init", project);
  expect(init.code).toBe(EXIT.good);
  const text = readFileSync(join(project, "project.yaml"), "utf8");
  expect(text).toContain("customer_id: CustomerNo");
  expect(text).toContain('csv: { delimiter: ";" }');
  expect(text).toContain('order_date: { column: OrderDate, format: "%d.%m.%Y" }');
  const built = await run("build", "--project", project, "--out", join(folder, "dist"), "--build-dir", join(folder, "build"), "--log", "json", "--as-of", "2025-05-02");
  expect(built.output).toContain('"rows_read":5');
  expect(built.code).toBe(EXIT.good);
  // Not of the day of the last order.
  expect(readFileSync(join(folder, "dist/index.html"), "utf8")).toContain("As of 2 May 2025");

  const shown = await run("show", "marts.customers", "--project", project, "--build-dir", join(folder, "build"));
  expect(shown.output).toContain("pipeline/marts/core/customers.sql");
  expect(shown.output).toMatch(/2 rows for .*, in /);
  expect(shown.output).toContain("customer_id=C1");
  const fewer = await run("show", "marts.customers", "--project", project, "--build-dir", join(folder, "build"), "--rows", "1");
  expect(fewer.output).toMatch(/2 rows for .*; the first 1, more with --rows:\n.*customer_id=C1/);
  expect(fewer.output).not.toContain("customer_id=C2");
  expect((await run("show", "marts.customers", "--rows", "none")).code).toBe(EXIT.mistake);
  const ofPage = await run("show", "retention_headline", "--project", project, "--build-dir", join(folder, "build"));
  expect(ofPage.output).toContain("read by  the page retention");
  expect(ofPage.output).toMatch(/1 row for .*\n {2}buyers=2 /);

  cpSync(join(project, "project.yaml"), join(folder, "before.yaml"));
  const again = await run("init", project);
  expect(again.code).toBe(EXIT.mistake);
  expect(again.output).toContain("there is a project.yaml already");
  expect(readFileSync(join(project, "project.yaml"), "utf8")).toBe(readFileSync(join(folder, "before.yaml"), "utf8"));
});

test("the JSON Schema that editors use is up to date", async () => {
  const committed = JSON.parse(readFileSync(join(root, "pipeline/project.schema.json"), "utf8")) as unknown;
  expect(committed, "run: npm run schema").toEqual(JSON.parse(JSON.stringify(projectJsonSchema())));
  const { output } = await run("schema");
  expect(JSON.parse(output)).toEqual(committed);
});
