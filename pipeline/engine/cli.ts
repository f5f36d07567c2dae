import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { languages, type Language } from "../../src/lib/language.js";
import { compareWithRun } from "./compare.js";
import { DatabaseError } from "./database.js";
import { checkInputs } from "../sources/ingest.js";
import { failIfAny, machineProblem, UserError, type Problem } from "./errors.js";
import { initProject } from "./init.js";
import { listModels, showModel } from "./inspect.js";
import { jsonLog, textLog, type Log } from "./log.js";
import type { Model } from "./model.js";
import { papers, type Paper } from "./packDocument.js";
import { loadProject, projectJsonSchema } from "./project.js";
import { checkModels } from "./warehouse.js";

/** The outside world, passed in so that tests can stand in for it. */
export interface Effects {
  write(line: string): void;
  writeError(line: string): void;
  /** Shows a line that the next one replaces; absent where the output is no terminal. */
  status?(line: string): void;
  now(): number;
}

/** What a command ends with. */
export const EXIT = { good: 0, mistake: 1, bug: 2 } as const;

const root = resolve(import.meta.dirname, "../..");

/** What a person is to mend; a bug goes on. */
function problemsOf(error: unknown): Problem[] {
  if (!(error instanceof UserError)) throw error;
  return error.problems;
}

/** A day of the calendar, as the command line names it. */
function dayOf(text: string): string {
  const day = z.iso.date().safeParse(text);
  if (!day.success) throw new InvalidArgumentError("name a day such as 2025-06-30");
  return day.data;
}

/** A number of rows, as the command line names it. */
function rowsOf(text: string): number {
  const rows = Number(text);
  if (!Number.isInteger(rows) || rows < 1) throw new InvalidArgumentError("name a whole number such as 40");
  return rows;
}

/** Runs one command line and returns its exit code. */
export async function main(args: string[], effects: Effects): Promise<number> {
  const write = (line: string) => effects.write(line);
  const makeLog = (format: string) => (format === "json" ? jsonLog(write) : textLog(write, effects.status));
  let log: Log = makeLog("text");
  /** Where the command writes. */
  let place: string | undefined;
  const program = new Command("clientele")
    .description("Customer analytics as code: exports of CRM, orders and surveys in, static dashboards out.")
    .exitOverride()
    .configureOutput({ writeOut: (text) => effects.write(text.trimEnd()), writeErr: (text) => effects.writeError(text.trimEnd()) })
    .addHelpText("after", `
Exit codes:
  0  done
  1  a mistake in the project, its inputs, a model or the command line, or a machine that refuses: a full disk, a file
     that may not be read; the last good site stays
  2  a bug in Clientele; its stack is printed, the last good site stays
  130, 143  ended by Ctrl-C or SIGTERM; the last good site stays`);
  const project = () => new Option("--project <dir>", "folder of project.yaml").env("CLIENTELE_PROJECT").default("data/sample");
  const format = () => new Option("--log <format>", "lines to read, or a JSON object a line").choices(["text", "json"]).default("text");

  program.command("build")
    .description("read the inputs, build warehouse, checks and site, and swap them in when all is good")
    .addOption(project()).addOption(format())
    .option("--explorer", "with a page for analysts that queries the exports by SQL, in a site of its own")
    .addOption(new Option("--as-of <day>", "day that the analyses look from, in place of the project's own: the site as it would have been then").argParser(dayOf))
    .option("--out <dir>", "where the site is found; dist where absent, dist-explorer with --explorer")
    .option("--build-dir <dir>", "where runs are kept", "data/build")
    .action(async ({ explorer = false, out = explorer ? "dist-explorer" : "dist", asOf, ...options }: { project: string; log: string; explorer?: boolean; asOf?: string; out?: string; buildDir: string }) => {
      log = makeLog(options.log);
      place = resolve(options.buildDir);
      const { build } = await import("./build.js");
      const project = loadProject(options.project);
      await build(asOf === undefined ? project : { ...project, as_of_date: asOf }, {
        root, log, buildFolder: place, dist: resolve(out), explorer, now: () => effects.now(),
      });
    });
  program.command("check")
    .description("check project.yaml, how the first rows of each file read, every model and every check, in seconds")
    .addOption(project()).addOption(format())
    .action(async (options: { project: string; log: string }) => {
      log = makeLog(options.log);
      const loaded = loadProject(options.project);
      const workFolder = mkdtempSync(join(tmpdir(), "clientele-check-"));
      // Side by side, and both to the end, so that all mistakes come to light at once.
      const [inputs, models] = await Promise.allSettled([checkInputs(loaded, workFolder), checkModels(root)]);
      rmSync(workFolder, { recursive: true, force: true });
      failIfAny([inputs, models].flatMap((checked) => (checked.status === "rejected" ? problemsOf(checked.reason) : [])));
      const checked = (models as PromiseFulfilledResult<Model[]>).value;
      log.summary([["project", loaded.name], ["models", `${checked.length}, all sound`]], { project: loaded.name, models: checked.length });
    });
  program.command("list")
    .description("list the models: layer, name, what a row is")
    .action(() => listModels(root, (line) => effects.write(line)));
  program.command("show")
    .description("show a model: meaning, file, columns, what it reads and what reads it, and its first rows in the last run; or the rows of an input")
    .argument("<name>", "name of a model, such as value_by_tier or marts.value_by_tier; raw.orders, quarantine.rows, quarantine.rules, quarantine.values")
    .addOption(project())
    .option("--build-dir <dir>", "where runs are kept", "data/build")
    .addOption(new Option("--rows <rows>", "how many rows to show; 5 of a model and 50 of an input where absent").argParser(rowsOf))
    .action((name: string, options: { project: string; buildDir: string; rows?: number }) =>
      showModel(root, name, { project: options.project, buildFolder: resolve(options.buildDir), write: (line) => effects.write(line), rows: options.rows }));
  program.command("compare")
    .description("say what changed models and settings do to the numbers: run them and all that read them over the inputs of the last run, and list the rows that come out otherwise")
    .argument("[names...]", "models to run although their own files are as they were")
    .addOption(project())
    .option("--build-dir <dir>", "where runs are kept", "data/build")
    .action((names: string[], options: { project: string; buildDir: string }) =>
      compareWithRun(root, loadProject(options.project), { names, buildFolder: resolve(options.buildDir), write: (line) => effects.write(line) }));
  const buildDir = () => new Option("--build-dir <dir>", "where runs are kept").default("data/build");
  const inLanguage = () => new Option("--language <language>", "language of the pages").choices(Object.keys(languages)).default("en");
  program.command("pack")
    .description("print the site of the last good run as one PDF: cover, contents, every page")
    .addOption(project()).addOption(buildDir()).addOption(inLanguage()).addOption(format())
    .addOption(new Option("--paper <paper>", "size of the sheets").choices(papers).default("a4"))
    .option("--pages <pages>", "the pages wanted, such as index,value; all but the definitions where absent")
    .option("--out <file>", "the PDF to write; customer-review-<date>.pdf where absent")
    .action(async (options: { project: string; buildDir: string; language: Language; log: string; paper: Paper; pages?: string; out?: string }) => {
      log = makeLog(options.log);
      const { pack } = await import("./pack.js");
      const pages = options.pages?.split(",").map((page) => page.trim()).filter((page) => page !== "");
      await pack({ ...options, root, pages, buildFolder: resolve(options.buildDir), log });
    });
  program.command("digest")
    .description("make one HTML file of the overview of the last good run, to be sent as a mail")
    .addOption(project()).addOption(buildDir()).addOption(inLanguage()).addOption(format())
    .option("--out <file>", "the file to write; customer-digest-<date>.html where absent")
    .option("--link <url>", "address of the site, for links from the mail to its pages")
    .action(async (options: { project: string; buildDir: string; language: Language; log: string; out?: string; link?: string }) => {
      log = makeLog(options.log);
      const { digest } = await import("./digest.js");
      await digest({ ...options, root, buildFolder: resolve(options.buildDir), log });
    });
  program.command("init")
    .description("write a commented project.yaml from the headers of the files in a folder")
    .argument("<dir>", "folder that holds the exports")
    .action((folder: string) => initProject(folder, (line) => effects.write(line)));
  program.command("schema")
    .description("print the JSON Schema of project.yaml, for editors")
    .action(() => effects.write(JSON.stringify(projectJsonSchema(), null, 1)));

  try {
    await program.parseAsync(args, { from: "user" });
    return EXIT.good;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.mistake;
    const refused = machineProblem(error, root, place);
    if (refused) {
      log.error(refused);
      return EXIT.mistake;
    }
    if (error instanceof UserError) {
      for (const problem of error.problems) log.error(problem);
      const { length } = error.problems;
      if (length > 1) effects.writeError(`${length} problems`);
      return EXIT.mistake;
    }
    effects.writeError(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (error instanceof DatabaseError) effects.writeError(`in the statement:\n${error.sql}`);
    return EXIT.bug;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  // Whoever reads the output may have seen enough of it: `… | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.good);
    throw error;
  });
  process.exitCode = await main(process.argv.slice(2), {
    write: (line) => console.log(line),
    writeError: (line) => console.error(line),
    status: process.stdout.isTTY ? (line) => process.stdout.write(`\r\u001b[K${line}`) : undefined,
    now: () => performance.now(),
  });
}
