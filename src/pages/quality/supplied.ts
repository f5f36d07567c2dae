import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { count, day, integer, list, percent0, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { MappedField, SuppliedEntity } from "./rows.js";
import { anchored, fieldName, fieldTitle } from "./words.js";

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
    title: `${count(missing.length, "input")} ${missing.length === 1 ? "is" : "are"} not supplied`,
    subtitle: "What each would switch on; map it under entities in project.yaml", sources: [table], span: 12,
  },
    dataTable(missing, [
      { label: "Input", value: (entity) => html`<span>${words(entity.entity)}<small>${entity.grain}</small></span>`, isRowHeader: true },
      { label: "Would enable", value: (entity) => entity.enables },
    ], { caption: "Inputs that are not supplied" })));
}

function reach(context: Context, table: Table<SuppliedEntity>, fields: Table<MappedField>): Element {
  const rows = table.rows.filter((entity) => entity.is_supplied);
  const unused = rows.filter((entity) => (entity.unused_rows ?? 0) > 0);
  const [oldest] = rows.filter((entity) => entity.days_since_last !== null);
  const title = !oldest ? `${count(rows.length, "input")} supplied, none with dates`
    : oldest.days_since_last === 0 ? `Every input reaches to ${day(context.asOfDate)}`
      : `${words(oldest.entity)} lag most: they end ${count(oldest.days_since_last, "day")} before ${day(context.asOfDate)}`;
  return anchored("inputs", card(context, {
    title, subtitle: "Accepted rows of each input, the dates they reach over, and how many of its fields are mapped", sources: [table, fields], span: 12,
  },
    html`<div class="wide">${dataTable(rows, [
      { label: "Input", value: (entity) => html`<span>${words(entity.entity)}<small>${entity.grain}</small></span>`, isRowHeader: true },
      { label: "Rows", value: (entity) => integer(entity.accepted_rows), align: "right" },
      { label: "Last date", value: (entity) => (entity.last_date === null ? null : day(entity.last_date)), align: "right" },
      { label: "Days behind", value: (entity) => integer(entity.days_since_last), align: "right" },
      { label: "First date", value: (entity) => (entity.first_date === null ? null : day(entity.first_date)), align: "right" },
      ...(unused.length > 0 ? [{ label: "Rows not used", value: (entity: SuppliedEntity) => integer(entity.unused_rows), align: "right" as const }] : []),
      { label: "Fields mapped", value: (entity) => `${integer(entity.mapped_fields)} of ${integer(entity.fields)}`, align: "right" },
      { label: "Enables", value: (entity) => entity.enables },
    ], { caption: "Inputs that are supplied" })}</div>`,
    unused.length > 0 ? note(`Rows are not used if they lie after ${day(context.asOfDate)} or are of no customer that is known; returns also if nothing tells their worth.`) : null,
    mappedFields(fields.rows, rows)));
}

/** Each field of each input: whether project.yaml maps it, and how many rows have a value. */
function mappedFields(fields: MappedField[], entities: SuppliedEntity[]): Element {
  const unmapped = fields.filter((field) => !field.is_mapped).length;
  return disclosure("Every field, input by input", { detail: unmapped === 0 ? "all are mapped" : `${integer(unmapped)} of ${integer(fields.length)} are not mapped` },
    ...entities.map((entity) => {
      const rows = fields.filter((field) => field.entity === entity.entity);
      const missing = rows.filter((field) => !field.is_mapped).map((field) => fieldName(field.field));
      return disclosure(words(entity.entity), { detail: missing.length === 0 ? "all mapped" : `not mapped: ${list(missing)}` },
        dataTable(rows, [
          { label: "Field", value: (field) => fieldTitle(field.field), isRowHeader: true },
          { label: "Filled", value: (field) => (field.is_mapped ? percent0(field.filled_rate) : "not mapped"), align: "right", bar: (field) => field.filled_rate },
          { label: "What it holds", value: (field) => field.meaning },
        ], { caption: `Fields of ${words(entity.entity).toLowerCase()}` }));
    }));
}
