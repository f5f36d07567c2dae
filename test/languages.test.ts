import { globSync } from "tinyglobby";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileContract } from "../pipeline/contracts/compile.js";
import { entities } from "../pipeline/contracts/index.js";
import { Database } from "../pipeline/engine/database.js";
import { planModels } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadCrossChecks, loadModels } from "../pipeline/engine/model.js";
import { runModels } from "../pipeline/engine/run.js";
import { writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { settingsSchema } from "../pipeline/settings.js";
import { orphanMessages } from "../pipeline/sources/quarantine.js";
import { columnTexts, wholeCatalogs } from "../src/languages/whole.js";
import { phrase, useLanguage, type Texts } from "../src/lib/language.js";

const root = resolve(import.meta.dirname, "..");
const catalog = wholeCatalogs.zh!;
const columns = columnTexts.zh;
const models = loadModels(root);

/** The catalogs one by one: what a file of src/languages/zh says. Names of columns are a list of their own. */
const files = globSync("src/languages/zh/**/*.ts", { cwd: root, ignore: "**/columns.ts" }).sort();
const catalogs = await Promise.all(files.map(async (file) => ({
  file: file.replace("src/languages/zh/", ""),
  texts: Object.values(await import(pathToFileURL(join(root, file)).href) as Record<string, Texts>)[0]!,
})));
const isOfPages = (file: string) => !/^(?:data|models)\/|^checks\.ts$/.test(file);
const entries = catalogs.flatMap(({ file, texts }) => Object.entries(texts).map(([key, text]) => ({ file, key, text })));

/** A text that the code makes. */
interface Made { key: string; by: "t" | "mark"; at: string }

/** What a file of the code says: the texts it makes, those that would freeze the language, and every other literal. */
function read(path: string): { made: Made[]; frozen: string[]; literals: string[] } {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);
  const made: Made[] = [];
  const frozen: string[] = [];
  const literals: string[] = [];
  const at = (node: ts.Node) => `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  /** Literals that an expression may be: of a choice both. */
  const texts = (node: ts.Expression | undefined): string[] =>
    (!node ? [] : ts.isStringLiteralLike(node) ? [node.text] : ts.isConditionalExpression(node) ? [...texts(node.whenTrue), ...texts(node.whenFalse)] : []);
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    if (ts.isStringLiteralLike(node)) literals.push(node.text);
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "t") {
      const { template } = node;
      const key = ts.isNoSubstitutionTemplateLiteral(template) ? template.text
        : template.head.text + template.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`).join("");
      made.push({ key, by: "t", at: at(node) });
      if (!isInFunction) frozen.push(`${at(node)}: ${key}`);
    }
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText();
      if (["msg", "phrase", "sentence", "readable"].includes(called)) made.push(...texts(node.arguments[0]).map((key) => ({ key, by: "mark" as const, at: at(node) })));
      if (called === "count") made.push(...texts(node.arguments[1]).map((noun) => ({ key: `{0} ${noun}`, by: "mark" as const, at: at(node) })));
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === "noun") {
      const nouns = ts.isArrayLiteralExpression(node.initializer) ? texts(node.initializer.elements[0]) : texts(node.initializer);
      made.push(...nouns.map((noun) => ({ key: `{0} ${noun}`, by: "mark" as const, at: at(node) })));
    }
    ts.forEachChild(node, (child) => visit(child, isInFunction || ts.isFunctionLike(node)));
  };
  visit(source, false);
  return { made, frozen, literals };
}

const sources = globSync(["src/**/*.ts", "pipeline/engine/*.ts"], { cwd: root, ignore: ["src/languages/**", "**/*.d.ts"] }).sort().map((path) => ({ path, ...read(path) }));
const made = sources.flatMap(({ made }) => made);
const placeholders = (text: string) => text.match(/\{\d\}/g) ?? [];

beforeAll(() => useLanguage("zh", catalog));
afterAll(() => useLanguage("en"));

test("every text of the pages is translated", () => {
  const missing = made.filter(({ key, by }) => catalog.pages[key] === undefined && (by === "t" || catalog.data[key] === undefined)).map(({ key, at }) => `${at}: ${key}`);
  expect(missing).toEqual([]);
});

test("what a page says before its whole catalog is there is in the catalog that every page loads", () => {
  const client = catalogs.find(({ file }) => file === "client.ts")!.texts;
  const early = new Set<string>();
  const follow = (path: string): void => {
    const text = readFileSync(join(root, path), "utf8");
    if (early.has(path) || text.includes("useWholeLanguage(")) return;
    early.add(path);
    for (const [, way] of text.matchAll(/(?:from |import\()"(\..+?)\.js"/g)) {
      const next = join(path, "..", `${way!}.ts`);
      if (next.startsWith("src/client/")) follow(next);
    }
  };
  follow("src/client/main.ts");
  expect(early.size).toBeGreaterThan(10);
  expect(sources.filter(({ path }) => early.has(path)).flatMap(({ made }) => made).filter(({ key }) => client[key] === undefined).map(({ key, at }) => `${at}: ${key}`)).toEqual([]);
});

test("a translation holds the values of its source, each once at most", () => {
  const wrong = entries.filter(({ key, text }) => {
    const held = placeholders(text);
    return new Set(held).size < held.length || held.some((value) => !key.includes(value));
  });
  expect(wrong.map(({ file, key, text }) => `${file}: ${key} -> ${text}`)).toEqual([]);
});

test("no translation of a page is out of use", () => {
  const used = new Set([...made.map(({ key }) => key), ...sources.flatMap(({ literals }) => literals.map((text) => text.replaceAll("_", " "))), ...models.map(({ subject }) => subject)]);
  expect(entries.filter(({ file, key }) => isOfPages(file) && !used.has(key)).map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
});

test("no text has two translations", () => {
  const found = new Map<string, Map<string, string>>();
  for (const { file, key, text } of entries) found.set(key, (found.get(key) ?? new Map<string, string>()).set(text, file));
  const twice = [...found].filter(([, texts]) => texts.size > 1).map(([key, texts]) => `${key}: ${[...texts].map(([text, file]) => `${text} (${file})`).join(", ")}`);
  expect(twice).toEqual([]);
});

test("every file of the catalogs is in the whole one", () => {
  expect(entries.filter(({ file, key }) => (isOfPages(file) ? catalog.pages : catalog.data)[key] === undefined).map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
});

test("no module makes a text as it is loaded, in whatever language is in use then", () => {
  expect(sources.flatMap(({ frozen }) => frozen)).toEqual([]);
});

test("what models, checks and settings say is translated", () => {
  const said: [where: string, text: string | undefined][] = models.flatMap((model): [string, string | undefined][] => [
    [model.path, model.grain], [model.path, model.notes],
    ...model.columns.flatMap(({ name, meaning, unit }): [string, string | undefined][] => [[`${model.path} ${name}`, meaning], [`${model.path} ${name}`, unit]]),
    ...model.checks.map(({ title }): [string, string] => [model.path, title]),
  ]);
  for (const { path, title, fix } of loadCrossChecks(root)) said.push([path, title], [path, fix]);
  said.push(...defaults(settingsSchema.parse({})).map((text): [string, string] => ["pipeline/settings.ts", text]));
  // In so many words: a pattern that happens to fit would say something else.
  const missing = said.filter(([, text]) => text !== undefined && text !== "" && !isCode(text) && (catalog.pages[text] ?? catalog.data[text]) === undefined);
  expect(missing.map(([where, text]) => `${where}: ${text!}`)).toEqual([]);
  // The engine's own check of every key.
  expect(untranslated(models.map(({ path, key }) => [path, key.length === 0 ? "at most one row" : `one row per ${key.join(", ")}`]))).toEqual([]);
});

test("what contracts say is translated", () => {
  const said = entities.flatMap((entity): [string, string][] => {
    const { fields, rowRules } = compileContract(entity);
    const texts = [entity.name.replaceAll("_", " "), entity.grain, entity.enables,
      ...fields.flatMap((field) => [field.name.replaceAll("_", " "), field.meaning, ...field.rules.map(({ message }) => message)]),
      ...rowRules.map(({ message }) => message), ...Object.values(entity.references).flatMap((name) => Object.values(orphanMessages(name)))];
    return texts.map((text) => [`pipeline/contracts, ${entity.name}`, text]);
  });
  expect(untranslated(said)).toEqual([]);
});

test("every column of marts and exports has a name, and no two of an export have the same", async () => {
  const db = await Database.open();
  try {
    await createEmptyInputs(db);
    const settings = settingsSchema.parse({});
    await writeSettings(db, { name: "test", reporting_currency: "EUR", privacy: { customers: "id" } }, "2025-01-01", settings);
    await runModels(db, await planModels(db, models, await existingTables(db), root), settings, silentLog);
    const found = await db.rows<{ schema_name: string; model: string; column_name: string }>("select schema_name, model, column_name from run.model_columns where schema_name in ('marts', 'exports') order by all");
    const name = (column: string) => columns[column.replaceAll("_", " ")];
    expect(found.filter((row) => name(row.column_name) === undefined).map((row) => `${row.model}.${row.column_name}`), "a name in src/languages/zh/columns.ts").toEqual([]);
    const known = new Set(found.map((row) => row.column_name.replaceAll("_", " ")));
    expect(Object.keys(columns).filter((key) => !known.has(key))).toEqual([]);
    const seen = new Map<string, string>();
    const twins = found.filter((row) => row.schema_name === "exports").flatMap((row) => {
      const place = `${row.model}: ${name(row.column_name)}`;
      const twin = seen.get(place);
      seen.set(place, row.column_name);
      return twin === undefined ? [] : [`${place} (${twin}, ${row.column_name})`];
    });
    expect(twins).toEqual([]);
  } finally {
    db.close();
  }
});

test("Chinese has its own punctuation beside Chinese characters", () => {
  const wrong = [...entries, ...Object.entries(columns).map(([key, text]) => ({ file: "columns.ts", key, text }))]
    .filter(({ text }) => /\p{Script=Han} ?[,;:?!()]|[,;:?!()] ?\p{Script=Han}|\p{Script=Han}\.(?!\.)/u.test(text));
  expect(wrong.map(({ file, key, text }) => `${file}: ${key} -> ${text}`)).toEqual([]);
});

test("Chinese holds no English but names, formulas and codes", () => {
  const wrong = [...entries, ...Object.entries(columns).map(([key, text]) => ({ file: "columns.ts", key, text }))].flatMap(({ file, key, text }) => {
    const left = englishIn(text, key, !isOfPages(file));
    return left.length > 0 ? [`${file}: ${left.join(", ")} in ${key} -> ${text}`] : [];
  });
  expect(wrong).toEqual([]);
});

/** Names that stay as they are in any language. */
const kept = new Set([
  "Clientele", "RFM", "CSV", "PNG", "SVG", "PDF", "SQL", "CRM", "EDI", "NPS", "HHI", "DSO", "EBIT", "UTC", "NULL", "UTF", "YAML", "DuckDB", "Ctrl", "MB", "AHP", "CR", "CI", "CLV", "CAC", "MAN",
  "Altman", "Gini", "Horngren", "Datar", "Rajan", "Sen", "Herfindahl", "Hirschman", "Hubert", "Arabie", "Hyndman", "Fan", "Curry", "Kaplan", "Narayanan", "Fader", "Hardie", "Ross", "Kendall", "Saaty", "Reichheld", "Meier", "Greenwood", "Brookmeyer", "Crowley", "Mantel", "Wilson", "DeLong", "AUC", "ROC", "Gamma", "Donegan", "Dodd", "Holt", "Winters", "RMSE", "MASE", "MAPE",
  "Iran", "Iraq", "ue", "entities", "values",
]);

/**
 * English words of a translation. Names of files, settings and columns, titles of books and quotations are none; what the
 * data says may also keep single words of its source, which are codes or stand in a formula.
 */
function englishIn(text: string, key: string, isOfData: boolean): string[] {
  const bare = text.replace(/《[^》]*》|`[^`]*`|“[\p{Script=Latin}, ]+”/gu, "·").replace(/\{\d\}/g, "·")
    // Names of files, settings and columns: with a point, an underscore or a slash in them.
    .replace(/[\w-]*(?:[._][\w*-]+)+\.{0,3}/g, "·");
  const left = isOfData ? bare.replace(/（[a-z][a-z -]*(?:、[a-z][a-z -]*)*(?=[），])/g, "·") : bare;
  // Of one word alone a code is made; several in a row are a sentence that was forgotten.
  return (left.match(/[A-Za-z]{2,}(?:['’-][A-Za-z]+)*(?: [A-Za-z]{2,}(?:['’-][A-Za-z]+)*)*/g) ?? [])
    .filter((words) => !words.split(/[ -]/).every((word) => kept.has(word)) && !(isOfData && !words.includes(" ") && key.includes(words)));
}

const untranslated = (said: [where: string, text: string][]) =>
  said.filter(([, text]) => (phrase(text) === text || englishIn(phrase(text), text, true).length > 0) && !isCode(text)).map(([where, text]) => `${where}: ${text}`);

/** What reads alike in both: a grade, a name of three letters. */
const isCode = (text: string) => /^[A-Z]{1,3}$/.test(text);

/** The texts that settings put into the data unless a project says otherwise. */
function defaults(settings: object): string[] {
  const named = new Set(["title", "action", "tier", "segment", "class", "decision", "band", "subject", "grade", "terms", "limit", "prepayment", "bucket", "hold_advice", "level", "meaning"]);
  return Object.entries(settings).flatMap(([name, value]: [string, unknown]) =>
    (typeof value === "string" ? (named.has(name) ? [value] : []) : typeof value === "object" && value !== null ? defaults(value) : []));
}
