import * as d3 from "d3";
import { dataTable } from "../components/dataTable.js";
import { element } from "../lib/element.js";
import { language, t } from "../lib/language.js";

/** The columns of each table by its name, in the words of a language: name, meaning, unit if it has one, and type. */
export type DefinedColumns = Record<string, [name: string, meaning: string, unit: string | null, type: string][]>;

/** What the columns of a table mean. A link may lead to one of them by <table>.<column>. */
export function columnsTable(table: string, columns: DefinedColumns[string]): Element {
  return dataTable(columns, [
    { label: t`Column`, value: ([name]) => element("code", { id: `${table}.${name}` }, ...breakable(name)), isRowHeader: true },
    { label: t`Meaning`, value: ([, meaning]) => meaning },
    { label: t`Unit`, value: ([, , unit]) => unit },
    { label: t`Type`, value: ([, , , type]) => element("span", { translate: "no" }, type.toLowerCase()) },
  ], { caption: t`Columns of ${table}` });
}

/** Every name of a column, each with the tables that have it. */
export function columnIndex(tables: DefinedColumns): HTMLElement {
  const named = Object.entries(tables).flatMap(([table, columns]) => columns.map(([name]) => ({ table, name })));
  const names = d3.groups(named, ({ name }) => name).sort(([a], [b]) => d3.ascending(a, b));
  return element("dl", {}, ...names.map(([name, columns]) => element("div", {},
    element("dt", {}, element("code", {}, name)),
    element("dd", {}, ...commas(columns.map(({ table }) => anchorTo(`${table}.${name}`, table)))))));
}

/** A long name may go on in the next line after an underscore, nowhere else. */
const breakable = (name: string): (string | Node)[] => name.split("_").flatMap((part, position) => (position === 0 ? [part] : ["_", element("wbr", {}), part]));

/** A link within the page of definitions. */
export const anchorTo = (id: string, label: string): HTMLElement => element("a", { href: `#${id}` }, label);

/** Items in a line, told apart as the language does. */
export const commas = (items: (string | Node)[]): (string | Node)[] =>
  items.flatMap((item, position) => (position === 0 ? [item] : [language() === "en" ? ", " : "、", item]));
