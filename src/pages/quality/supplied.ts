import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { count, day, integer, percent0, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { MappedField, SuppliedEntity } from "./rows.js";
import { anchored, fieldTitle } from "./words.js";

/** What the project supplies, how far it reaches, and what more would switch on. */
export function supplied(context: Context): Element[] {
  const entities = context.read<SuppliedEntity>("quality_entities");
  const fields = context.read<MappedField>("quality_mapped_fields");
  const missing = entities.rows.filter((entity) => !entity.is_supplied);
  return [
    ...(missing.length > 0 ? [notSupplied(context, entities, missing)] : []),
    reach(context, entities),
    mappedFields(context, fields, entities),
  ];
}

function notSupplied(context: Context, table: Table<SuppliedEntity>, missing: SuppliedEntity[]): Element {
  return anchored("inputs-missing", card(context, {
    title: `${count(missing.length, "input")} of ${integer(table.rows.length)} ${missing.length === 1 ? "is" : "are"} not supplied`,
    subtitle: "What each would switch on; map it under entities in project.yaml", sources: [table], span: 12,
  },
    dataTable(missing, [
      { label: "Input", value: (entity) => html`<span>${words(entity.entity)}<small>${entity.grain}</small></span>`, isRowHeader: true },
      { label: "Would enable", value: (entity) => entity.enables },
    ], { caption: "Inputs that are not supplied" })));
}

function reach(context: Context, table: Table<SuppliedEntity>): Element {
  const rows = table.rows.filter((entity) => entity.is_supplied);
  const unused = rows.filter((entity) => (entity.unused_rows ?? 0) > 0);
  const dated = rows.filter((entity) => entity.days_since_last !== null).sort((a, b) => b.days_since_last! - a.days_since_last!);
  const [oldest] = dated;
  const title = !oldest ? `${count(rows.length, "input")} supplied, none with dates`
    : oldest.days_since_last === 0 ? `Every input reaches to ${day(context.asOfDate)}`
      : `${words(oldest.entity)} lag most: they end ${count(oldest.days_since_last, "day")} before ${day(context.asOfDate)}`;
  return anchored("inputs", card(context, {
    title, subtitle: "Accepted rows of each input, the dates they reach over, and how many of its fields are mapped", sources: [table], span: 12,
  },
    dataTable(rows, [
      { label: "Input", value: (entity) => html`<span>${words(entity.entity)}<small>${entity.grain}</small></span>`, isRowHeader: true },
      { label: "Rows", value: (entity) => integer(entity.accepted_rows), align: "right" },
      { label: "Last date", value: (entity) => (entity.last_date === null ? null : day(entity.last_date)), align: "right" },
      { label: "Days behind", value: (entity) => integer(entity.days_since_last), align: "right" },
      { label: "First date", value: (entity) => (entity.first_date === null ? null : day(entity.first_date)), align: "right" },
      ...(unused.length > 0 ? [{ label: "Rows not used", value: (entity: SuppliedEntity) => integer(entity.unused_rows), align: "right" as const }] : []),
      { label: "Fields mapped", value: (entity) => `${integer(entity.mapped_fields)} of ${integer(entity.fields)}`, align: "right" },
      { label: "Enables", value: (entity) => entity.enables },
    ], { caption: "Inputs that are supplied" }),
    unused.length > 0 ? html`<p class="note">Rows are not used if they lie after ${day(context.asOfDate)} or are of no customer that is known.</p>` : null));
}

function mappedFields(context: Context, fields: Table<MappedField>, entities: Table<SuppliedEntity>): Element {
  const rows = entities.rows.filter((entity) => entity.is_supplied);
  const unmapped = fields.rows.filter((field) => !field.is_mapped).length;
  return anchored("mapped", card(context, {
    title: unmapped === 0 ? "Every field of the supplied inputs is mapped" : `${count(unmapped, "field")} of the supplied inputs ${unmapped === 1 ? "is" : "are"} not mapped`,
    subtitle: "Each field of each input: whether project.yaml maps it, and how many rows have a value", sources: [fields, entities], span: 12,
  },
    html`<div>${rows.map((entity) => disclosure(words(entity.entity), { detail: `${integer(entity.mapped_fields)} of ${count(entity.fields, "field")} mapped` },
      dataTable(fields.rows.filter((field) => field.entity === entity.entity), [
        { label: "Field", value: (field) => fieldTitle(field.field), isRowHeader: true },
        { label: "Filled", value: (field) => (field.is_mapped ? percent0(field.filled_rate) : "not mapped"), align: "right", bar: (field) => field.filled_rate },
        { label: "What it holds", value: (field) => field.meaning },
      ], { caption: `Fields of ${words(entity.entity).toLowerCase()}` })))}</div>`));
}
