import type { Catalog, Language, Texts } from "../lib/language.js";
import { zh } from "./zh.js";
import { columns } from "./zh/columns.js";
import { explorer } from "./zh/explorer.js";
import { definitionTexts } from "./zhDefinitions.js";

/** The catalogs with all that models say of themselves: what the site is built with. The browser loads those of index.ts. */
export const wholeCatalogs: Record<Language, Catalog | undefined> = {
  en: undefined,
  zh: { pages: { ...zh.pages, ...explorer }, data: { ...zh.data, ...definitionTexts } },
};

/** Names of columns by language, for the search; English ones are their own. */
export const columnTexts: Record<Language, Texts> = { en: {}, zh: columns };
