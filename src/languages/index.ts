import type { Catalog, Language, Texts } from "../lib/language.js";

/** The catalog of each language, loaded when it is needed; English stands in the code itself. */
export const catalogs: Record<Language, () => Promise<Catalog | undefined>> = {
  en: () => Promise.resolve(undefined),
  zh: async () => withExplorer((await import("./zh.js")).zh, await explorerTexts()),
};

/** Texts of the page that a site has or has not: where it has not, they are left out as the script is bundled. */
const explorerTexts = async (): Promise<Texts> => (typeof CLIENTELE_EXPLORER === "undefined" ? {} : (await import("./zh/explorer.js")).explorer);
const withExplorer = (catalog: Catalog, texts: Texts): Catalog => ({ ...catalog, pages: { ...catalog.pages, ...texts } });

/** Names of columns for the headers of CSV files, without the texts of the pages. */
export const columnNames: Record<Language, () => Promise<Texts>> = {
  en: () => Promise.resolve({}),
  zh: async () => (await import("./zh/columns.js")).columns,
};
