import type { Format } from "./format.js";
import type { Selection } from "../selection/selection.js";

/** A value of an export: what JSON and Arrow both carry. Dates are ISO text. */
export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/**
 * How far a table follows the reader's selection: its customers and its period; its customers alone; as a list of customers
 * that keeps those selected of the ones it had; or not at all, the figures being those of the whole company.
 */
export type Scope = "selection" | "customers" | "listed" | "whole";

/** What an export wrote, and where it comes from. */
export interface Table<T = Row> {
  /** File stem of the export: also the name of its data file. */
  name: string;
  /** Path of the export's SQL. */
  path: string;
  rows: T[];
  /** Meaning and unit of each column. */
  columns: { name: string; meaning: string; unit: string | null }[];
  /** The marts it reads. */
  marts: { name: string; path: string }[];
  scope: Scope;
}

/** A table whatever its rows are: for what shows where numbers come from. */
export type AnyTable = Omit<Table, "rows">;

/** What the pages say of the run besides their data. */
export interface SiteFacts {
  project: string;
  currency: string;
  /** ISO date that the analyses look from. */
  asOfDate: string;
  /** Name of the run: what went into it, as a hash. */
  run: string;
  /** Length of the window analysed, in days. */
  windowDays: number;
  /** Entities that the project supplies. */
  supplied: string[];
  /** Whom to ask about the numbers of a subject; `default` for the others. */
  contacts: Partial<Record<string, string>>;
}

/** What a page picks from the marts: the export behind a card. */
export interface ExportFacts {
  name: string;
  path: string;
  /** The page that shows it: name of its folder. */
  subject: string;
  grain: string;
  marts: { name: string; path: string }[];
}

/** What an entity of project.yaml is, for pages that lack it. */
export interface EntityFacts {
  name: string;
  grain: string;
  enables: string;
}

/** What every page is drawn from. */
export interface Context extends SiteFacts {
  money: Format;
  moneyWhole: Format;
  moneyChange: Format;
  /** What the reader narrowed the page to. */
  selection: Selection;
  /** The two periods that a reader compares, as marts.comparisons names them; null where none were chosen. */
  comparison: string | null;
  /** The time that its figures are of, and the time they are compared with, in words: "365 days", "the 365 days before". */
  window: { title: string; prior: string };
  /** The table of an export; throws where no export has that name. */
  read<T = Row>(name: string): Table<T>;
  /** Whether the project supplies an entity. */
  has(entity: string): boolean;
  entity(name: string): EntityFacts;
  /** Every export, where the site is built; none in the browser. */
  exports: readonly ExportFacts[];
}

/** A page of the site. */
export interface Page {
  /** Path without ending: "value"; the overview is "index". */
  path: string;
  title: string;
  /** What the page answers, in the words of whoever asks. */
  question: string;
  /** What a reader can narrow it to; nothing where its figures are of the whole company; absent where it has none of those. */
  follows?: "customers" | "customers and period" | "nothing";
  /** Whether the browser fills it: its data is too large to be drawn as the site is built. */
  isLive?: boolean;
  /** Whether it is reached from other pages alone, and has no place in the navigation. */
  isHidden?: boolean;
  /** Body of the page, as elements. */
  render(context: Context): Element[];
}

/** Pages that belong together, as the navigation shows them. */
export interface PageGroup {
  title: string;
  pages: Page[];
}
