import type { Catalog, Language, Texts } from "../lib/language.js";

/** The catalog of each language, loaded when it is needed; English stands in the code itself. */
export const catalogs: Record<Language, () => Promise<Catalog | undefined>> = {
  en: () => Promise.resolve(undefined),
  zh: async () => (await import("./zh.js")).zh,
};

/** Names of columns for the headers of CSV files, without the texts of the pages. */
export const columnNames: Record<Language, () => Promise<Texts>> = {
  en: () => Promise.resolve({}),
  zh: async () => (await import("./zh/columns.js")).columns,
};
