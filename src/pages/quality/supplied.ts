import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { count, day, integer, list, percent0, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { MappedField, SuppliedEntity } from "./rows.js";
import { anchored, fieldName, fieldTitle, inputName } from "./words.js";

/** What the project supplies, how far it reaches, and what more would switch on. */
export function supplied(context: Context): Element[] {
  const entities = context.read<SuppliedEntity>("quality_entities");
  const fields = context.read<MappedField>("quality_mapped_fields");
  const missing = missingEntities(context, entities);
  return [
    ...(missing.length > 0 ? [notSupplied(context, entities, missing)] : []),
    reach(context, entities, fields),
  ];
}

/** Inputs that the project lacks; a transaction log stands in for orders, so that who has these does not lack it. */
export const missingEntities = (context: Context, table: Table<SuppliedEntity>) =>
  table.rows.filter((entity) => !entity.is_supplied && !(entity.entity === "transactions" && context.has("orders")));

function notSupplied(context: Context, table: Table<SuppliedEntity>, missing: SuppliedEntity[]): Element {
  return anchored("inputs-missing", card(context, {
    title: missing.length === 1 ? t`One input is not supplied` : t`${count(missing.length, "input")} are not supplied`,
    subtitle: t`What each would switch on; map it under entities in project.yaml`, sources: [table], span: 12,
  },
    dataTable(missing, [
      { label: t`Input`, value: input, isRowHeader: true },
      { label: t`Would enable`, value: (entity) => phrase(entity.enables) },
    ], { caption: t`Inputs that are not supplied` })));
}

const input = (entity: SuppliedEntity) => html`<span>${words(entity.entity)}<small>${phrase(entity.grain)}</small></span>`;

function reach(context: Context, table: Table<SuppliedEntity>, fields: Table<MappedField>): Element {
  const rows = table.rows.filter((entity) => entity.is_supplied);
  const unused = rows.filter((entity) => (entity.unused_rows ?? 0) > 0);
  const [oldest] = rows.filter((entity) => entity.days_since_last !== null);
  const title = !oldest ? t`${count(rows.length, "input")} supplied, none with dates`
    : oldest.days_since_last === 0 ? t`Every input reaches to ${day(context.asOfDate)}`
      : t`${words(oldest.entity)} lag most: they end ${count(oldest.days_since_last, "day")} before ${day(context.asOfDate)}`;
  return anchored("inputs", card(context, {
    title, subtitle: t`Accepted rows of each input, the dates they reach over, and how many of its fields are mapped`, sources: [table, fields], span: 12,
  },
    html`<div class="wide">${dataTable(rows, [
      { label: t`Input`, value: input, isRowHeader: true },
      { label: t`Rows`, value: (entity) => integer(entity.accepted_rows), align: "right" },
      { label: t`Last date`, value: (entity) => (entity.last_date === null ? null : day(entity.last_date)), align: "right" },
      { label: t`Days behind`, value: (entity) => integer(entity.days_since_last), align: "right" },
      { label: t`First date`, value: (entity) => (entity.first_date === null ? null : day(entity.first_date)), align: "right" },
      ...(unused.length > 0 ? [{ label: t`Rows not used`, value: (entity: SuppliedEntity) => integer(entity.unused_rows), align: "right" as const }] : []),
      { label: t`Fields mapped`, value: (entity) => t`${integer(entity.mapped_fields)} of ${integer(entity.fields)}`, align: "right" },
      { label: t`Enables`, value: (entity) => phrase(entity.enables) },
    ], { caption: t`Inputs that are supplied`, first: 6, noun: "input" })}</div>`,
    unused.length > 0 ? note(t`Rows are not used if they lie after ${day(context.asOfDate)} or are of no customer that is known; returns also if nothing tells their worth.`) : null,
    mappedFields(fields.rows, rows)));
}

/** Each field of each input: whether project.yaml maps it, and how many rows have a value. */
function mappedFields(fields: MappedField[], entities: SuppliedEntity[]): Element {
  const unmapped = fields.filter((field) => !field.is_mapped).length;
  return disclosure(t`Every field, input by input`, { detail: unmapped === 0 ? t`all are mapped` : t`${integer(unmapped)} of ${integer(fields.length)} are not mapped` },
    ...entities.map((entity) => {
      const rows = fields.filter((field) => field.entity === entity.entity);
      const missing = rows.filter((field) => !field.is_mapped).map((field) => fieldName(field.field));
      return disclosure(words(entity.entity), { detail: missing.length === 0 ? t`all are mapped` : t`not mapped: ${list(missing)}` },
        dataTable(rows, [
          { label: t`Field`, value: (field) => fieldTitle(field.field), isRowHeader: true },
          { label: t`Filled`, value: (field) => (field.is_mapped ? percent0(field.filled_rate) : t`not mapped`), align: "right", bar: (field) => field.filled_rate },
          { label: t`What it holds`, value: (field) => phrase(field.meaning) },
        ], { caption: t`Fields of ${inputName(entity.entity)}` }));
    }));
}
