import type { CompiledContract, Rule } from "../contracts/compile.js";
import type { Entity } from "../contracts/entity.js";
import { entities } from "../contracts/index.js";
import { quoteName, quoteText, type Database } from "../engine/database.js";
import type { Problem } from "../engine/errors.js";
import type { Project } from "../engine/project.js";
import type { ReadFile } from "./csv.js";
import { printable } from "./text.js";

/*
 * What keeps a row out: the rules of its contract, references, keys that repeat. A run of an entity works on two
 * temporary tables, input_rows (canonical text, from ingest.ts) and broken (a row for each rule that a row breaks); what
 * is broken ends in quarantine.*, and run.input_files counts both.
 */

export async function createQuarantine(db: Database): Promise<void> {
  await db.run("create schema if not exists quarantine");
  const broken = "entity varchar, file varchar, row_number bigint, field varchar, rule varchar, message varchar, value varchar";
  // Of an order also what it is worth, where that can be read: what is refused is not lost sight of.
  await db.run(`create table quarantine.rows (entity varchar, file varchar, row_number bigint, raw_text varchar, amount decimal(18, 4), currency varchar, day date)`);
  await db.run(`create table quarantine.rules (${broken})`);
  // The key tells whose value it was: the row itself was accepted.
  await db.run(`create table quarantine.values (${broken}, row_key varchar)`);
  await db.run(`create table run.input_files (entity varchar, file varchar, rows_read bigint, rows_accepted bigint,
    rows_quarantined bigint, values_quarantined bigint)`);
  // Whether a row names what was refused, or what is nowhere: the one is mended there, the other here.
  await db.run("create temp table refused_keys (entity varchar, key varchar)");
}

/** What is said of a row that refers to no accepted row of `target`. */
export const orphanMessages = (target: string) => ({ ofRefused: `names a row of ${target} that was refused`, ofNone: `is in no row of ${target}` });

/** Rules of a row, and references to rows of other entities; every one that a row breaks. */
export async function findBrokenRules(db: Database, contract: CompiledContract, references: [string, string][]): Promise<void> {
  const rules = [...contract.fields.filter((field) => !field.isLenient).flatMap((field) => field.rules), ...contract.rowRules];
  await insertBroken(db, "broken", rules);
  for (const [field, target] of references) {
    const key = entities.find(({ name }) => name === target)!.key[0]!;
    const messages = orphanMessages(target);
    await db.run(`insert into broken
      select _file, _row, ${quoteText(field)}, 'orphan',
        case when ${quoteName(field)} in (select key from refused_keys where entity = ${quoteText(target)}) then ${quoteText(messages.ofRefused)}
          else ${quoteText(messages.ofNone)} end, ${quoteName(field)}
      from input_rows where ${quoteName(field)} is not null
        and not exists (from raw.${quoteName(target)} as target where target.${quoteName(key)} = input_rows.${quoteName(field)})`);
  }
}

async function insertBroken(db: Database, table: string, rules: Rule[]): Promise<void> {
  if (rules.length === 0) return;
  const all = rules.map((rule) => `(${rule.holds})`).join(" and ");
  const each = rules.map(({ field, rule, message, holds }) =>
    `case when not (${holds}) then {field: ${quoteText(field)}, rule: ${quoteText(rule)}, message: ${quoteText(message)}, value: rtrim(${quoteName(field)})} end`);
  await db.run(`insert into ${table}
    select _file, _row, rule.field, rule.rule, rule.message, rule.value
    from (select _file, _row, unnest([${each.join(", ")}]) as rule from input_rows where not (${all}))
    where rule is not null`);
}

/**
 * Keeps one row of each key: the one with the most fields filled, and among those the greatest by content, so that
 * the order of the input decides nothing. Where the source says that keys repeat, equal rows are one and accepted.
 */
export async function findDuplicates(db: Database, entity: Entity, fields: string[]): Promise<void> {
  if (entity.key.length === 0) return;
  const key = entity.key.map(quoteName).join(", ");
  const filled = fields.map((field) => `(${field} is not null)::integer`).join(" + ");
  const content = fields.map((field) => `${field} desc nulls last`).join(", ");
  await db.run(`create temp table repeated as
    with sound as (
      from input_rows where not exists (from broken where broken._file = input_rows._file and broken._row = input_rows._row)
    ),
    ranked as (
      select _file, _row, _folds, [${fields.join(", ")}] as content, concat_ws(', ', ${key}) as key_text,
        row_number() over same_key as rank,
        first_value([${fields.join(", ")}]) over same_key as kept_content,
        first_value(_row) over same_key as kept_row
      from sound
      where (${key}) in (select (${key}) from sound group by ${key} having count(*) > 1)
        or ${entity.key.map((field) => `${quoteName(field)} is null`).join(" or ")}
      window same_key as (partition by ${key} order by ${filled} desc, ${content}, _file, _row)
    )
    select _file, _row, _folds, key_text, kept_row, content is not distinct from kept_content as is_equal from ranked where rank > 1`);
  await db.run(`insert into broken
    select _file, _row, ${quoteText(entity.key[0]!)},
      case when is_equal then 'duplicate_row' else 'duplicate_key' end,
      case when is_equal then 'repeats row ' || kept_row else 'is the key of row ' || kept_row || ' too, with other values' end,
      key_text
    from repeated where not (_folds and is_equal)`);
  // Accepted, but no further row of the entity.
  await db.run(`delete from input_rows using repeated
    where repeated._folds and repeated.is_equal and input_rows._file = repeated._file and input_rows._row = repeated._row`);
  await db.run("drop table repeated");
}

/** Entities whose rows are revenue, and the day of it. */
const REVENUE_DAYS: Record<string, string> = { orders: "order_date", transactions: "transaction_date" };

/** What a row of revenue is worth, as columns: an amount that is only negative can be read, one that breaks another rule cannot. */
function worthOf(entity: Entity, contract: CompiledContract): string {
  const field = (name: string) => contract.fields.find((found) => found.name === name);
  const [amount, currency, day] = [field("amount"), field("currency"), field(REVENUE_DAYS[entity.name] ?? "")];
  if (!amount || !currency || !day) return "null as amount, null as currency, null as day";
  const rules = amount.rules.filter(({ rule }) => rule !== "too_small" && rule !== "required").map(({ holds }) => holds);
  return `case when ${["true", ...rules].join(" and ")} then ${amount.value} end as amount, ${currency.value} as currency, ${day.value} as day`;
}

/** Takes what is broken into quarantine, with its raw text, and counts each file. */
export async function fillQuarantine(db: Database, entity: Entity, contract: CompiledContract, inputs: { number: number; name: string; read: ReadFile }[]): Promise<void> {
  await db.run("create temp table wrong_values (_file integer, _row bigint, field varchar, rule varchar, message varchar, value varchar)");
  await insertBroken(db, "wrong_values", contract.fields.filter((field) => field.isLenient).flatMap((field) => field.rules));
  if (entity.key.length > 0) {
    await db.run(`insert into refused_keys select distinct ${quoteText(entity.name)}, ${quoteName(entity.key[0]!)} from input_rows
      where ${quoteName(entity.key[0]!)} is not null and exists (from broken where broken._file = input_rows._file and broken._row = input_rows._row)`);
  }
  const key = entity.key.length > 0 ? `concat_ws(', ', ${entity.key.map(quoteName).join(", ")})` : "null";
  const worth = worthOf(entity, contract);
  for (const { number, name, read } of inputs) {
    const columns = `${quoteText(entity.name)}, ${quoteText(name)}, _row`;
    await db.run(`insert into quarantine.rules
      select ${columns}, field, rule, message, value from broken where _file = ${number} order by _row, field, rule`);
    const rows = await db.row<{ Count: bigint }>(`insert into quarantine.rows
      select ${columns}, raw, worth.amount, worth.currency, worth.day
      from (${read.raw}) left join (select _row, ${worth} from input_rows where _file = ${number}) as worth using (_row)
      where _row in (select _row from broken where _file = ${number}) order by _row`);
    const values = await db.row<{ Count: bigint }>(`insert into quarantine.values
      select ${columns}, wrong.field, wrong.rule, wrong.message, wrong.value, ${key} from wrong_values as wrong inner join input_rows using (_file, _row)
      where _file = ${number} and _row not in (select _row from broken where _file = ${number}) order by _row, wrong.field, wrong.rule`);
    await db.run(`insert into run.input_files
      select ${quoteText(entity.name)}, ${quoteText(name)}, ${read.rows},
        ${read.rows} - (select count(distinct _row) from broken where _file = ${number}), ${rows.Count}, ${values.Count}`);
  }
  await db.run("drop table wrong_values");
}

const shown = (value: bigint) => value.toLocaleString("en");

/** Fewer values say nothing about how the others are written. */
const TELLING_VALUES = 5;

/** Fields of a file of which most values are wrong: then it is the mapping that is wrong. */
export async function mostlyWrong(
  db: Database, project: Project, entity: Entity, contract: CompiledContract, inputs: { number: number; name: string; sourceIndex: number }[],
): Promise<Problem[]> {
  const filled = contract.fields.map(({ name }) => `count(${quoteName(name)}) as ${quoteName(name)}`);
  const counts = new Map((await db.rows<Record<string, bigint | number>>(`select _file, ${filled.join(", ")} from input_rows group by _file`))
    .map((row) => [row._file as number, row]));
  const wrong = await db.rows<{ file: string; field: string; rows: bigint; message: string; value: string | null }>(`
    select file, field, count(distinct row_number) as rows, min_by(message, row_number) as message, min_by(value, row_number) as value
    from (select file, row_number, field, rule, message, value from quarantine.rules where entity = $entity
      union all select file, row_number, field, rule, message, value from quarantine.values where entity = $entity)
    where rule not in ('orphan', 'duplicate_row', 'duplicate_key', 'required', 'not_after') and field is not null
    group by file, field order by file, field`, { entity: entity.name });
  return wrong.flatMap(({ file, field, rows, message, value }) => {
    const input = inputs.find(({ name }) => name === file)!;
    const all = BigInt(counts.get(input.number)?.[field] ?? 0);
    if (all < TELLING_VALUES || Number(rows) <= project.quarantine.value_limit * Number(all)) return [];
    return [{
      what: `${file}: ${shown(rows)} of ${shown(all)} values of ${entity.name}.${field} are wrong, the first${value === null ? "" : `, ${printable(value)},`} ${message}`,
      where: project.locate(["entities", entity.name, input.sourceIndex, "columns", field]),
      fix: "mend the mapping: format, decimal, values or csv options; or allow it with `quarantine: { value_limit: 1 }` at the end of project.yaml",
    }];
  });
}

/** Files with more refused rows than the project allows. */
export async function refusedTooMuch(db: Database, project: Project, sourceOf: (entity: string, file: string) => number | undefined): Promise<Problem[]> {
  const limit = project.quarantine.limit;
  const files = await db.rows<{ entity: string; file: string; rows_read: bigint; rows_quarantined: bigint }>(`
    from run.input_files where rows_quarantined > ${limit} * rows_read order by entity, file`);
  const problems: Problem[] = [];
  for (const { entity, file, rows_read: read, rows_quarantined: refused } of files) {
    const reasons = await db.rows<{ text: string }>(`
      select count(*) || ' x ' || coalesce(field || ' ', '') || message
        || ' (first: row ' || min(row_number) || coalesce(', ' || arg_min(value, row_number), '') || ')' as text
      from quarantine.rules where entity = $entity and file = $file
      group by field, rule, message order by count(*) desc, text limit 5`, { entity, file });
    const source = sourceOf(entity, file);
    problems.push({
      what: `${file}: ${shown(refused)} of ${shown(read)} rows of ${entity} were refused, more than the ${Number((limit * 100).toPrecision(6))} % allowed\n`
        + reasons.map(({ text }) => `    ${printable(text)}`).join("\n"),
      where: project.locate(["entities", entity, ...(source === undefined ? [] : [source])]),
      fix: await remedyOf(db, entity, file, read, refused),
    });
  }
  // What follows from other problems stands after them.
  return problems.sort((a, b) => Number(a.fix!.includes(" first: ")) - Number(b.fix!.includes(" first: ")));
}

/** A limit that is proposed; where more was refused than that, the file is not to pass. */
const PROPOSED_LIMIT = 0.05;

/** What to do about the refused rows of a file, by what refused most of them. */
async function remedyOf(db: Database, entity: string, file: string, read: bigint, refused: bigint): Promise<string> {
  const targets = [...new Set(Object.values(entities.find(({ name }) => name === entity)!.references))].sort();
  const rowsWhere = async (message: (target: string) => string): Promise<{ count: bigint; targets: string[] }> => {
    const messages = new Map(targets.map((target) => [message(target), target]));
    const rows = await db.rows<{ message: string }>(`select min(message) as message from quarantine.rules where entity = $entity and file = $file
      group by row_number having bool_and(message in (${["null", ...[...messages.keys()].map(quoteText)].join(", ")}))`, { entity, file });
    return { count: BigInt(rows.length), targets: [...new Set(rows.map((row) => messages.get(row.message)!))].sort() };
  };
  const ofRefused = await rowsWhere((target) => orphanMessages(target).ofRefused);
  if (2n * ofRefused.count > refused) return `mend ${ofRefused.targets.join(" and ")} first: these rows name what was refused there`;
  const ofNone = await rowsWhere((target) => orphanMessages(target).ofNone);
  const mend = 2n * ofNone.count > refused ? `supply the rows of ${ofNone.targets.join(" and ")} that these name, or mend the file` : "mend the mapping or the file";
  return Number(refused) > PROPOSED_LIMIT * Number(read) ? mend
    : `${mend}; or allow more with \`quarantine: { limit: ${PROPOSED_LIMIT} }\` at the end of project.yaml`;
}
