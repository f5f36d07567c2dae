import { existsSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { compileContract } from "../contracts/compile.js";
import type { Entity } from "../contracts/entity.js";
import { entities } from "../contracts/index.js";
import { Database, quoteText } from "./database.js";
import { fail } from "./errors.js";
import { shownPath } from "./project.js";

/** Words that exports use for a field, besides its own name; letters and digits only. */
const synonyms: Record<string, string[]> = {
  customer_id: ["customerno", "custno", "custid", "customerkey", "customer", "clientid", "client", "accountid", "kundennr", "kundennummer", "客户编号", "客户id"],
  order_id: ["orderno", "ordernumber", "ordernr", "order", "salesorder", "auftragsnr", "订单编号", "订单号"],
  order_date: ["date", "orderdate", "orderedat", "createdat", "purchasedate", "datum", "日期", "下单日期"],
  transaction_date: ["date", "orderdate", "transactiondate", "purchasedate", "day", "日期"],
  invoice_date: ["date", "invoicedate", "rechnungsdatum", "开票日期"],
  invoice_id: ["invoiceno", "invoicenumber", "rechnungsnr", "发票号"],
  due_date: ["duedate", "faelligkeit", "到期日"],
  amount: ["total", "totalamount", "net", "netamount", "revenue", "sales", "value", "betrag", "umsatz", "金额"],
  cost: ["costs", "cogs", "totalcost"],
  name: ["customername", "companyname", "company", "fullname", "productname", "firma", "名称", "姓名"],
  email: ["emailaddress", "mail", "邮箱"],
  phone: ["telephone", "phonenumber", "tel", "mobile", "telefon", "电话"],
  kind: ["type", "customertype", "segment", "客户类型"],
  owner: ["accountmanager", "salesrep", "salesperson", "employee", "客户经理"],
  region: ["territory", "state", "province", "地区"],
  birth_date: ["dob", "birthday", "dateofbirth", "birthdate"],
  sex: ["gender"],
  industry: ["sector", "gicssector", "branche", "行业"],
  product_id: ["productno", "productkey", "sku", "item", "itemid", "product"],
  quantity: ["qty", "units", "orderquantity"],
  unit_price: ["price", "unitprice"],
  discount_rate: ["discount"],
  period_end: ["periodending", "fiscalyearend", "balancedate"],
  list_price: ["price", "unitprice", "listprice"],
  unit_cost: ["cost", "productcost", "standardcost"],
  currency: ["curr", "ccy", "waehrung", "币种"],
  shipped_date: ["shippeddate", "shipdate"],
  required_date: ["requireddate"],
  status: ["state", "orderstatus"],
  recommend_score: ["nps", "npsscore", "likelihoodtorecommend"],
  satisfaction_score: ["csat", "satisfaction"],
};

interface FoundFile {
  name: string;
  columns: { name: string; type: string }[];
  delimiter: string;
  dateFormat: string | null;
}

/**
 * Writes a project.yaml into a folder of exports: a source for each file that looks like an entity, each column that
 * it recognises mapped, the others named in a comment. What it guesses is for a person to check.
 *
 * @throws UserError where the folder does not exist, holds a project.yaml already, or no file
 */
export async function initProject(folder: string, write: (line: string) => void): Promise<void> {
  const target = join(resolve(folder), "project.yaml");
  if (!existsSync(folder) || !statSync(folder).isDirectory()) fail(`there is no folder ${folder}`, undefined, "name the folder that holds the exports");
  if (existsSync(target)) fail("there is a project.yaml already", shownPath(target), "edit it, or move it away first");
  const names = globSync("**/*.{csv,tsv,txt,parquet}", { cwd: folder, onlyFiles: true, expandDirectories: false }).sort();
  if (names.length === 0) fail(`no CSV or Parquet file in ${folder}`, undefined, "put the exports there first");
  const db = await Database.open();
  const files: FoundFile[] = [];
  const unread: string[] = [];
  try {
    for (const name of names) {
      const file = await describeFile(db, resolve(folder), name);
      if (file) files.push(file);
      else unread.push(name);
    }
  } finally {
    db.close();
  }
  const text = projectText(resolve(folder), files, unread);
  writeFileSync(target, text, { flag: "wx" });
  write(`wrote ${shownPath(target)} from ${files.length} ${files.length === 1 ? "file" : "files"}`);
  write(`look it over, then: npm run clientele check -- --project ${folder}`);
}

async function describeFile(db: Database, folder: string, name: string): Promise<FoundFile | undefined> {
  const path = quoteText(join(folder, name));
  try {
    if (name.toLowerCase().endsWith(".parquet")) {
      const columns = await db.rows<{ column_name: string; column_type: string }>(`describe select * from read_parquet(${path})`);
      return { name, delimiter: ",", dateFormat: null, columns: columns.map((column) => ({ name: column.column_name, type: column.column_type })) };
    }
    const sniffed = await db.row<{ delimiter: string; format: string | null; columns: string }>(
      `select Delimiter as delimiter, DateFormat as format, to_json(Columns)::varchar as columns
       from sniff_csv(${path}, ignore_errors = true, strict_mode = false, header = true)`);
    return { name, delimiter: sniffed.delimiter, dateFormat: sniffed.format, columns: JSON.parse(sniffed.columns) as FoundFile["columns"] };
  } catch {
    return undefined;
  }
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Columns of the file that a field of the entity is likely to be read from. */
function matchFields(entity: Entity, file: FoundFile): Map<string, string> {
  const matches = new Map<string, string>();
  const free = new Set(file.columns.map((column) => column.name));
  const singular = plain(entity.name.replace(/s$/, ""));
  for (const field of Object.keys(entity.schema.shape)) {
    const own = plain(field);
    const wanted = [own, `${singular}${own}`, ...(own.startsWith(singular) ? [own.slice(singular.length)] : []), ...(synonyms[field] ?? [])];
    const found = wanted.map((word) => [...free].find((column) => plain(column) === word)).find((column) => column !== undefined);
    if (found === undefined) continue;
    matches.set(field, found);
    free.delete(found);
  }
  return matches;
}

/** The entity a file is most likely to hold: by its name first, then by how many columns fit. */
function guessEntity(file: FoundFile): { entity: Entity; matches: Map<string, string> } | undefined {
  const stem = plain(basename(file.name).replace(/\.[^.]+$/, ""));
  const scored = entities.map((entity) => {
    const matches = matchFields(entity, file);
    const required = compileContract(entity).fields.filter((field) => field.isRequired);
    const hit = required.filter((field) => matches.has(field.name)).length / required.length;
    const isNamed = stem.includes(plain(entity.name)) || stem.includes(plain(entity.name.replace(/s$/, "")));
    return { entity, matches, score: 2 * hit + (isNamed ? 1 : 0) + matches.size / 100, nameLength: isNamed ? entity.name.length : 0, hit };
  });
  const best = scored.sort((a, b) => b.score - a.score || b.nameLength - a.nameLength)[0]!;
  return best.score >= 1 && best.hit > 0 ? best : undefined;
}

function projectText(folder: string, files: FoundFile[], unread: string[]): string {
  const schema = relative(folder, resolve(import.meta.dirname, "../project.schema.json"));
  const guessed = files.map((file) => ({ file, guess: guessEntity(file) }));
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    "# Written from the headers of the files found here. Check each line; an editor that knows the schema above completes and checks as you type.",
    "",
    "name: My company                # as the pages show it",
    "reporting_currency: EUR         # currency that all amounts are shown in",
    "# as_of_date: 2025-06-30        # day the analyses look from; the last order's date where absent",
    "privacy: { customers: pseudonym } # how customers appear on the site: name, id or pseudonym",
    "",
    "entities:",
  ];
  for (const entity of entities) {
    const sources = guessed.filter(({ guess }) => guess?.entity === entity);
    if (sources.length === 0) continue;
    lines.push(`  # ${entity.grain}.`, `  ${entity.name}:`);
    for (const { file, guess } of sources) lines.push(...sourceText(entity, file, guess!.matches));
  }
  const unused = [...guessed.filter(({ guess }) => !guess).map(({ file }) => `${file.name} (${file.columns.map((column) => column.name).join(", ")})`), ...unread];
  if (unused.length > 0) lines.push("", "# Files that look like no entity:", ...unused.map((name) => `#   ${name}`));
  lines.push(
    "", "# Further entities that can be supplied:",
    ...entities.filter((entity) => !guessed.some(({ guess }) => guess?.entity === entity)).map((entity) => `#   ${entity.name}: ${entity.grain.replace(/^One row per /, "one row per ")}. Enables: ${entity.enables}.`),
    "", "settings: {}                    # where they differ from the defaults in pipeline/settings.ts", "",
  );
  return lines.join("\n");
}

function sourceText(entity: Entity, file: FoundFile, matches: Map<string, string>): string[] {
  const contract = compileContract(entity);
  const lines = [`    - files: ${yaml(file.name)}`];
  if (file.delimiter !== "," && !file.name.endsWith(".parquet")) lines.push(`      csv: { delimiter: ${JSON.stringify(file.delimiter)} }`);
  lines.push("      columns:");
  for (const field of contract.fields) {
    const column = matches.get(field.name);
    const meaning = `# ${field.meaning}${field.unit ? ` [${field.unit}]` : ""}`;
    if (column !== undefined) {
      const needsFormat = field.kind === "date" && file.dateFormat && file.dateFormat !== "%Y-%m-%d";
      lines.push(`        ${field.name}: ${needsFormat ? `{ column: ${yaml(column)}, format: "${file.dateFormat}" }` : yaml(column)}  ${meaning}`);
    } else if (field.isRequired) {
      lines.push(`        # ${field.name}:  REQUIRED, no column looked like it. ${meaning.slice(2)}`);
    }
  }
  const rest = file.columns.map((column) => column.name).filter((name) => ![...matches.values()].includes(name));
  if (rest.length > 0) lines.push(`        # not used: ${rest.join(", ")}`);
  const free = contract.fields.filter((field) => !field.isRequired && !matches.has(field.name)).map((field) => field.name);
  if (free.length > 0) lines.push(`        # could be mapped too: ${free.join(", ")}`);
  return lines;
}

const yaml = (text: string) => (/^[\p{L}_][\p{L}\p{N}_ ./-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text));
