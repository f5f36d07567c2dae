import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { escapePath, globSync } from "tinyglobby";
import { compileContract, type CompiledField } from "../contracts/compile.js";
import type { Entity } from "../contracts/entity.js";
import { entities } from "../contracts/index.js";
import { guessDelimiter, readCsv, type ReadFile } from "../sources/csv.js";
import { mapColumn } from "../sources/mapping.js";
import { readParquet } from "../sources/parquet.js";
import { firstBytes, guessEncoding, printable } from "../sources/text.js";
import { Database, quoteName, quoteText } from "./database.js";
import { fail } from "./errors.js";
import { shownPath, type ColumnMapping } from "./project.js";

/** Words that exports use for a field, besides its own name, as `plain` writes them; `entity.field` where they fit no other entity. */
const synonyms: Record<string, string> = {
  customer_id: "customerno customernumber customernr customerkey customercode custno custid custcode customer clientid clientno client accountid accountno kundennr kundennummer kundenid kdnr kunde debitornr debitorennr debitor 客户编号 客户id 客户号 客户代码 会员编号 会员号",
  order_id: "orderno ordernumber ordernr orderref order salesorder auftragsnr auftragsnummer auftragsid auftrag bestellnr bestellnummer bestellungsnr bestellid bestellung 订单编号 订单号 订单id",
  order_date: "date orderdate orderedat ordered createdat purchasedate auftragsdatum bestelldatum datum 日期 下单日期 订单日期 下单时间",
  transaction_date: "date orderdate purchasedate saledate day datum auftragsdatum bestelldatum kaufdatum verkaufsdatum belegdatum buchungsdatum 日期 交易日期 购买日期 订单日期 下单日期 销售日期",
  invoice_id: "invoiceno invoicenumber invoicenr invoice rechnungsnr rechnungsnummer rechnung belegnr belegnummer 发票号 发票编号 发票号码",
  invoice_date: "date invoicedate rechnungsdatum belegdatum datum 开票日期 发票日期",
  due_date: "due dueon faelligkeit faelligam faellig faelligkeitsdatum zahlbarbis 到期日 到期日期",
  paid_date: "paidon paidat datepaid paymentdate bezahltam gezahltam zahlungsdatum zahldatum 付款日期 收款日期 支付日期",
  paid_amount: "amountpaid paid bezahlt gezahlt bezahlterbetrag zahlbetrag 已付金额 付款金额 收款金额",
  amount: "total totalamount net netamount nettotal subtotal revenue turnover sales salesamount value nettobetrag netto nettoumsatz nettowert betrag umsatz summe gesamtbetrag auftragswert bestellwert warenwert rechnungsbetrag 金额 订单金额 总金额 销售额 交易金额 发票金额",
  cost: "costs cogs totalcost kosten wareneinsatz 成本",
  "customers.name": "customer client company companyname fullname kundenname kunde firma firmenname 名称 姓名 客户名称 客户姓名 公司名称",
  "leads.name": "company companyname fullname firma 名称 姓名 公司名称",
  "products.name": "title description bezeichnung artikelbezeichnung artikelname produktname artikel 名称 产品名称 商品名称",
  email: "emailaddress mail mailaddress emailadresse mailadresse 邮箱 电子邮箱 电子邮件",
  phone: "telephone phonenumber tel mobile telefon telefonnr telefonnummer rufnummer handy mobil 电话 手机 手机号 联系电话",
  address: "street streetaddress addressline1 address1 strasse strassehausnr strassehausnummer anschrift adresse 地址",
  city: "town ort stadt wohnort 城市",
  region: "territory state province gebiet vertriebsgebiet bundesland 地区 区域 省份",
  country: "countrycode countryname land staat 国家",
  postal_code: "postcode zip zipcode plz postleitzahl 邮编 邮政编码",
  kind: "type customertype segment kundentyp kundenart typ art 客户类型",
  owner: "accountmanager salesrep salesperson employee betreuer kundenbetreuer verkaeufer vertreter 客户经理 业务员 销售员 负责人",
  source: "leadsource herkunft quelle 来源 客户来源",
  channel: "saleschannel vertriebskanal vertriebsweg kanal 渠道 销售渠道",
  credit_limit: "kreditlimit kreditrahmen 信用额度",
  settlement_terms_days: "paymentterms paymenttermsdays zahlungsziel 账期",
  "customers.created_date": "createdat createdon created customersince angelegtam anlagedatum kundeseit 创建日期 注册日期",
  "leads.created_date": "createdat createdon created angelegtam anlagedatum 创建日期",
  birth_date: "dob birthday dateofbirth birthdate geburtsdatum geburtstag 出生日期 生日",
  sex: "gender geschlecht 性别",
  occupation: "job beruf 职业",
  legal_form: "rechtsform",
  web_site: "website homepage webseite url 网址",
  industry: "sector gicssector branche 行业",
  employees: "employeecount headcount staff mitarbeiter mitarbeiterzahl 员工人数",
  product_id: "productno productnumber productkey productcode sku item itemid itemno product artikelnr artikelnummer artnr artikel produktnr produktnummer 产品编号 商品编号 货号 产品id",
  category: "categoryname productcategory kategorie warengruppe produktgruppe 类别 品类",
  quantity: "qty units orderquantity menge anzahl stueck stueckzahl 数量",
  unit_price: "price preis einzelpreis stueckpreis 单价",
  discount_rate: "discount rabatt rabattsatz 折扣",
  line_number: "lineno line position pos posnr positionsnr 行号",
  period_end: "periodending fiscalyearend balancedate stichtag bilanzstichtag periodenende 报告期",
  list_price: "price unitprice preis listenpreis verkaufspreis 标价 售价",
  unit_cost: "cost productcost standardcost einkaufspreis einstandspreis 成本价",
  currency: "curr ccy currencycode waehrung 币种 货币",
  shipped_date: "shipdate shippedon versanddatum versendetam 发货日期",
  required_date: "requesteddate wunschtermin liefertermin",
  delivered_date: "deliverydate deliveredon lieferdatum geliefertam 送达日期 交货日期",
  status: "state orderstatus auftragsstatus 状态 订单状态",
  return_date: "date datum returnedon retourendatum ruecksendedatum 退货日期",
  reason: "grund retourengrund 退货原因",
  recommend_score: "nps npsscore likelihoodtorecommend",
  satisfaction_score: "csat satisfaction",
};

/** Words that name the files of an entity, besides its own name. */
const fileWords: Record<string, string> = {
  customers: "client account kunde debitor 客户 会员",
  products: "article artikel produkt 产品 商品",
  orders: "auftrag auftraege bestellung 订单",
  transactions: "sale purchase umsatz umsaetze verkauf verkaeufe 交易 销售",
  order_lines: "orderitem orderdetail lineitem auftragsposition bestellposition 订单明细",
  returns: "retoure ruecksendung 退货",
  invoices: "rechnung faktura 发票",
  financials: "balancesheet incomestatement bilanz 财务",
  campaigns: "kampagne", leads: "interessent", surveys: "umfrage", tickets: "complaint reklamation", costs: "kosten", targets: "goal",
  exchange_rates: "fxrate wechselkurs 汇率",
};

/** How much of a file is looked at. */
const SAMPLE_BYTES = 4 << 20;
const SAMPLE_ROWS = 20_000;

/** The ways a value may be written, the likeliest first. */
const days = ["%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日",
  "%d.%m.%y", "%d/%m/%y", "%m/%d/%y", "%d-%m-%y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y"];
const times = ["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p"];
const numberNotations: Notation[] = [
  {}, { thousands: "," }, { decimal: "," }, { decimal: ",", thousands: "." }, { thousands: "'" }, { decimal: ",", thousands: " " }, { thousands: " " },
];
type Notation = Pick<ColumnMapping, "format" | "decimal" | "thousands">;

interface FoundFile {
  name: string;
  /** Options of the source, as YAML; the comma and UTF-8 need none. */
  csv: string[];
  note: string;
  columns: string[];
  /** Columns of which values stand on several rows. */
  repeating: Set<string>;
  /** Table of its first rows. */
  table: string;
}

interface Guess {
  entity: Entity;
  /** Field -> column. */
  matches: Map<string, string>;
  isComplete: boolean;
}

/**
 * Writes a project.yaml into a folder of exports: a source for each file that looks like an entity, each column that
 * it recognises mapped, the others named in a comment. What it guesses is for a person to check: where the values
 * leave a doubt, the line says CHECK.
 *
 * @throws UserError where the folder does not exist, holds a project.yaml already, or no file
 */
export async function initProject(folder: string, write: (line: string) => void): Promise<void> {
  const target = join(resolve(folder), "project.yaml");
  if (!existsSync(folder) || !statSync(folder).isDirectory()) fail(`there is no folder ${folder}`, undefined, "name the folder that holds the exports");
  if (existsSync(target)) fail("there is a project.yaml already", shownPath(target), "edit it, or move it away first");
  const names = globSync("**/*.{csv,tsv,txt,parquet}", { cwd: folder, onlyFiles: true, expandDirectories: false, caseSensitiveMatch: false }).sort();
  if (names.length === 0) fail(`no CSV or Parquet file in ${folder}`, undefined, "put the exports there first");
  const work = mkdtempSync(join(tmpdir(), "clientele-init-"));
  const db = await Database.open();
  const sources: { guess: Guess; lines: string[] }[] = [];
  const unknown: { name: string; why: string }[] = [];
  try {
    for (const [index, name] of names.entries()) {
      const file = await describeFile(db, resolve(folder), name, work, `found_${index}`);
      const guess = typeof file === "string" ? undefined : guessEntity(file);
      if (typeof file === "string") unknown.push({ name, why: file });
      else if (!guess) unknown.push({ name, why: `looks like no entity, with the columns ${file.columns.join(", ")}` });
      else sources.push({ guess, lines: await sourceText(db, file, guess) });
    }
  } finally {
    db.close();
    rmSync(work, { recursive: true, force: true });
  }
  const text = projectText(resolve(folder), sources, unknown);
  writeFileSync(target, text, { flag: "wx" });
  const doubts = text.match(/^ .*(CHECK|REQUIRED)/gm)?.length ?? 0;
  write(`wrote ${shownPath(target)} from ${sources.length} of ${names.length} ${names.length === 1 ? "file" : "files"}`);
  if (unknown.length > 0) write(`not used: ${unknown.map(({ name }) => printable(name)).join(", ")}; its end says why`);
  write(`look it over${doubts > 0 ? `, first where it says CHECK or REQUIRED (${doubts} ${doubts === 1 ? "line" : "lines"})` : ""}, then: npm run clientele -- check --project ${folder}`);
}

/** What the first rows of a file show; or why it cannot be read. */
async function describeFile(db: Database, folder: string, name: string, work: string, table: string): Promise<FoundFile | string> {
  const path = join(folder, name);
  const csv: string[] = [];
  let note = "";
  let read: ReadFile;
  try {
    if (name.toLowerCase().endsWith(".parquet")) read = await readParquet(db, path);
    else {
      const encoding = await guessEncoding(path);
      const sample = join(work, `${table}.head`);
      writeFileSync(sample, headOf(path, encoding ?? "utf-8"));
      const delimiter = guessDelimiter(sample);
      if (delimiter !== ",") csv.push(`delimiter: ${JSON.stringify(delimiter)}`);
      if (encoding !== "utf-8") {
        csv.push(...(encoding ? [`encoding: ${encoding}`] : []));
        note = encoding?.startsWith("utf-16") ? "" : encoding ? "  # a guess: see that letters beyond ASCII read well" : "  # CHECK: no encoding known here fits all lines";
      }
      read = await readCsv(db, sample, { delimiter, encoding: "utf-8", header: true, skip: 0, absent: [""] }, work, `${table}_read`);
    }
    if (read.columns.length === 0) return "is empty";
    await db.run(`create temp table ${table} as select * from (${read.query}) where _row <= ${SAMPLE_ROWS + 1}`);
    for (const used of read.tables) await db.run(`drop table ${used}`);
  } catch (error) {
    return `cannot be read: ${(error as Error).message.split("\n")[0]!}`;
  }
  const counts = await db.row<Record<string, boolean>>(`select ${read.columns.map((column, index) =>
    `count(distinct ${quoteName(column)}) < 0.99 * count(${quoteName(column)}) as c${index}`).join(", ")} from ${table}`);
  return { name, csv, note, table, columns: read.columns, repeating: new Set(read.columns.filter((_, index) => counts[`c${index}`])) };
}

/** The first lines of a text file. */
function headOf(path: string, encoding: string): string {
  const bytes = firstBytes(path, SAMPLE_BYTES);
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(bytes, { stream: true });
  if (bytes.length < SAMPLE_BYTES) return text + decoder.decode();
  return text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1) || text;
}

/** Letters and digits only, small ones, umlauts written out, no accents. */
const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/[äöüß]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" })[letter]!)
  .normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]/gu, "");
const withoutCurrency = (title: string) => title.replace(/\s*[([（]?(EUR|USD|GBP|CHF|CNY|RMB|€|\$|元)[)\]）]?$/iu, "");
const words = (text = "") => text.split(" ").filter(Boolean);
const singular = (entity: Entity) => plain(entity.name.replace(/s$/, ""));

/** Columns that a field of the entity is likely to be read from. */
function matchFields(entity: Entity, columns: string[]): Map<string, string> {
  const matches = new Map<string, string>();
  const free = new Set(columns);
  for (const field of Object.keys(entity.schema.shape)) {
    const own = plain(field);
    const prefix = singular(entity);
    const wanted = [own, prefix + own, ...(own.startsWith(prefix) ? [own.slice(prefix.length)] : []),
      ...words(synonyms[`${entity.name}.${field}`]), ...words(synonyms[field])];
    const found = wanted.map((word) => [...free].find((column) => plain(column) === word || plain(withoutCurrency(column)) === word))
      .find((column) => column !== undefined);
    if (found === undefined) continue;
    matches.set(field, found);
    free.delete(found);
  }
  return matches;
}

/** Entities that the name of a file holds a word for; of order_lines the word is not that of orders. */
function entitiesNamed(name: string): Set<Entity> {
  const stem = plain(basename(name).replace(/\.[^.]+$/, ""));
  const hits = entities.flatMap((entity) => [singular(entity), ...words(fileWords[entity.name])]
    .filter((word) => stem.includes(word)).map((word) => ({ entity, word })));
  return new Set(hits.filter(({ entity, word }) => !hits.some((other) => other.entity !== entity && other.word !== word && other.word.includes(word)))
    .map(({ entity }) => entity));
}

/**
 * The entity that a file is most likely to hold. An id alone makes none, since every file has ids of others: either
 * the file is named so and most of what is required is there, or all of it is there, three columns fit at least, and
 * its rows can be of that grain.
 */
function guessEntity(file: FoundFile): Guess | undefined {
  const named = entitiesNamed(file.name);
  const guesses = entities.map((entity) => {
    const matches = matchFields(entity, file.columns);
    const required = compileContract(entity).fields.filter((field) => field.isRequired);
    const found = required.filter((field) => matches.has(field.name)).length;
    const isComplete = found === required.length;
    const isNamed = named.has(entity) && matches.size > 1;
    const isLikely = (isNamed && 2 * found > required.length) || (isComplete && matches.size > 2 && isGrain(entity, matches, file));
    return { entity, matches, isComplete, required: required.length, rank: isNamed && isComplete ? 2 : isLikely ? 1 : 0 };
  });
  const best = guesses.sort((a, b) =>
    b.rank - a.rank || b.matches.size - a.matches.size || Number(b.isComplete) - Number(a.isComplete) || b.required - a.required)[0]!;
  return best.rank > 0 ? best : undefined;
}

/** Whether a row can be one of the entity: its key does not repeat, and no id of what refers to it stands beside. */
function isGrain(entity: Entity, matches: Map<string, string>, file: FoundFile): boolean {
  if (entity.key.length === 1 && file.repeating.has(matches.get(entity.key[0]!)!)) return false;
  return !entities.some((other) => other.key.length === 1 && Object.values(other.references).includes(entity.name)
    && !(other.key[0]! in entity.schema.shape) && matchFields(other, file.columns).has(other.key[0]!));
}

function projectText(folder: string, sources: { guess: Guess; lines: string[] }[], unknown: { name: string; why: string }[]): string {
  const schema = relative(folder, resolve(import.meta.dirname, "../project.schema.json"));
  const sourcesOf = (name: string) => sources.filter(({ guess }) => guess.entity.name === name);
  // Either is enough, and project.yaml may have one of them.
  const [first, second] = sourcesOf("orders").some(({ guess }) => guess.isComplete) || !sourcesOf("transactions").some(({ guess }) => guess.isComplete)
    ? ["orders", "transactions"] : ["transactions", "orders"];
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    "# Written from the first rows of the files found here. Check each line; an editor that knows the schema above completes and checks as you type.",
    "",
    "name: My company                # as the pages show it",
    "reporting_currency: EUR         # currency that all amounts are shown in",
    "# as_of_date: 2025-06-30        # day the analyses look from; the last order's date where absent",
    `privacy: { customers: pseudonym, salt: ${randomBytes(12).toString("hex")} } # how customers appear on the site: name, id or pseudonym; keep the salt secret`,
    "",
    sources.length > 0 ? "entities:" : "entities: {}                    # no file looks like one: map them by hand, as the README shows",
  ];
  for (const entity of entities) {
    const found = sourcesOf(entity.name);
    if (found.length === 0) continue;
    const block = [`  # ${entity.grain}.`, `  ${entity.name}:`, ...found.flatMap((source) => source.lines)];
    if (entity.name !== second || sourcesOf(first).length === 0) lines.push(...block);
    else lines.push(`  # Left out: ${first} and ${second} would be counted twice. To use these instead, take out ${first} and these marks.`,
      ...block.slice(1).map((line) => `  # ${line.slice(2)}`));
  }
  if (unknown.length > 0) lines.push("", "# Files that are not used:", ...unknown.map(({ name, why }) => `#   ${printable(`${name} ${why}`)}`));
  lines.push(
    "", "# Further entities that can be supplied:",
    ...entities.filter((entity) => sourcesOf(entity.name).length === 0)
      .map((entity) => `#   ${entity.name}: ${entity.grain.replace(/^One row per /, "one row per ")}. Enables: ${entity.enables}.`),
    "", "settings: {}                    # where they differ from the defaults in pipeline/settings.ts", "",
  );
  return lines.join("\n");
}

async function sourceText(db: Database, file: FoundFile, { entity, matches }: Guess): Promise<string[]> {
  const { fields } = compileContract(entity);
  const lines = [`    - files: ${yaml(escapePath(file.name))}`];
  if (file.csv.length > 0) lines.push(`      csv: { ${file.csv.join(", ")} }${file.note}`);
  else if (file.note !== "") lines.push(`     ${file.note}`);
  lines.push("      columns:");
  for (const field of fields) {
    const column = matches.get(field.name);
    const meaning = `${field.meaning}${field.unit ? ` [${field.unit}]` : ""}`;
    if (column !== undefined) {
      const { mapping, doubts, isRight } = await judge(db, file.table, field, column);
      if (entity.key.length === 1 && entity.key[0] === field.name && file.repeating.has(column)) {
        doubts.push("values repeat: say `rows_per_key: many` if the file has several rows of each");
      }
      const isUsed = isRight || field.isRequired;
      lines.push(`        ${isUsed ? "" : "# "}${field.name}: ${mapping}  # ${printable([meaning, ...doubts.map((doubt) => `CHECK: ${doubt}`)].join(". "))}`);
    } else if (field.isRequired) {
      lines.push(`        # ${field.name}:  REQUIRED, no column looked like it. ${meaning}`);
    }
  }
  const rest = file.columns.filter((name) => ![...matches.values()].includes(name));
  if (rest.length > 0) lines.push(`        # not used: ${printable(rest.join(", "))}`);
  const free = fields.filter((field) => !field.isRequired && !matches.has(field.name)).map((field) => field.name);
  if (free.length > 0) lines.push(`        # could be mapped too: ${free.join(", ")}`);
  return lines;
}

/** How the values of a column are written: the notation in which the contract accepts the most of them, and what is in doubt. */
async function judge(db: Database, table: string, field: CompiledField, column: string): Promise<{ mapping: string; doubts: string[]; isRight: boolean }> {
  const rules = field.rules.filter(({ rule }) => rule !== "required");
  const holds = rules.map((rule) => `(${rule.holds})`).join(" and ") || "true";
  const read = (notation: Notation) => `(select ${mapColumn(field, { column, ...notation }, [])} as ${quoteName(field.name)}, ${quoteName(column)} as written, times
    from (select ${quoteName(column)}, count(*)::integer as times from ${table} where trim(${quoteName(column)}) <> '' group by all))`;
  const notations = field.kind === "number" ? numberNotations : field.kind === "date" || field.kind === "timestamp" ? await dateNotations(db, table, column) : [{}];
  const tried: { notation: Notation; all: number; right: number; values: string | null }[] = [];
  for (const notation of notations) {
    tried.push({ notation, ...(await db.row<{ all: number; right: number; values: string | null }>(`
      select coalesce(sum(times), 0)::integer as all, coalesce(sum(times) filter (where ${holds}), 0)::integer as right,
        md5(string_agg(coalesce((${field.value})::varchar, ''), '|' order by written)) as values from ${read(notation)}`)) });
  }
  const right = Math.max(...tried.map((one) => one.right));
  const best = tried.find((one) => one.right === right)!;
  // Those that read the same values are one.
  const equals = new Map(tried.filter((one) => right > 0 && one.right === right).reverse().map((one) => [one.values, one]));
  const others = [...equals.values()].filter((one) => one.values !== best.values).reverse();
  const doubts = others.length === 0 ? [] : [`every value fits ${others.map(({ notation }) => notationText(notation)).join(" or ")} as well`];
  const wrong = best.all - right;
  let values = "";
  if (wrong > 0.01 * best.all) {
    const examples = await db.rows<{ written: string; message: string }>(`
      select written, case ${rules.map((rule) => `when not (${rule.holds}) then ${quoteText(rule.message)}`).join(" ")} end as message
      from ${read(best.notation)} where not (${holds}) order by times desc, written limit 8`);
    const example = field.personal || !examples[0] ? "" : `, such as ${JSON.stringify(examples[0].written.slice(0, 50))}: ${examples[0].message}`;
    doubts.push(`${wrong} of ${best.all} values do not fit${example}`);
    if (field.words && !field.isRequired) values = `values: { ${examples.map(({ written }) => `${yaml(written)}: ...`).join(", ")} }`;
  }
  const isRight = 2 * right >= best.all;
  const options = [...(right > 0 && notationText(best.notation) !== PLAIN ? [notationText(best.notation)] : []), ...(!isRight && values ? [values] : [])];
  return { mapping: options.length > 0 ? `{ column: ${yaml(column)}, ${options.join(", ")} }` : yaml(column), doubts, isRight };
}

/** ISO, and the formats in which any value of a column is a moment. */
async function dateNotations(db: Database, table: string, column: string): Promise<Notation[]> {
  const formats = days.flatMap((day) => times.map((time) => day + time));
  const fits = await db.row<Record<string, boolean>>(`select ${formats.map((format, index) =>
    `coalesce(bool_or(try_strptime(trim(written), ${quoteText(format)}) is not null), false) as f${index}`).join(", ")}
    from (select distinct ${quoteName(column)} as written from ${table})`);
  return [{}, ...formats.filter((_, index) => fits[`f${index}`]).map((format) => ({ format }))];
}

const PLAIN = "no format";
const notationText = (notation: Notation) => Object.entries(notation).map(([option, sign]) => `${option}: ${JSON.stringify(sign)}`).join(", ") || PLAIN;

/** A text as a YAML scalar. */
const yaml = (text: string) => (/^[\p{L}_]([\p{L}\p{N}_ ./-]*[\p{L}\p{N}_./-])?$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text
  : JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`));
