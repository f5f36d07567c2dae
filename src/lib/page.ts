import type { Format } from "./format.js";

/** A value of an export: what JSON and Arrow both carry. Dates are ISO text. */
export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** What an export wrote, and where it comes from. */
export interface Table<T = Row> {
  /** File stem of the export: also the name of its data file. */
  name: string;
  /** Path of the export's SQL. */
  path: string;
  sql: string;
  rows: T[];
  /** Meaning and unit of each column. */
  columns: { name: string; meaning: string; unit: string | null }[];
  /** The marts it reads. */
  marts: { name: string; path: string }[];
  /** Data file, relative to the pages. */
  file: string;
}

/** A table whatever its rows are: for what shows where numbers come from. */
export type AnyTable = Omit<Table, "rows">;

/** What every page is drawn from. */
export interface Context {
  project: string;
  currency: string;
  /** ISO date that the analyses look from. */
  asOfDate: string;
  /** Name of the run: what went into it, as a hash. */
  run: string;
  /** Length of the window analysed, in days. */
  windowDays: number;
  money: Format;
  moneyWhole: Format;
  moneyChange: Format;
  /** The table of an export; throws where no export has that name. */
  read<T = Row>(name: string): Table<T>;
  /** Whether the project supplies an entity. */
  has(entity: string): boolean;
  /** What an entity is and enables, for pages that lack it. */
  entity(name: string): { name: string; grain: string; enables: string };
}

/** A page of the site. */
export interface Page {
  /** Path without ending: "value"; the overview is "index". */
  path: string;
  title: string;
  /** What the page answers, in the words of whoever asks. */
  question: string;
  /** Body of the page, as elements. */
  render(context: Context): Element[];
}
