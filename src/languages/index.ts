import type { Catalog, Language } from "../lib/language.js";

/** The catalog of each language, loaded when it is needed; English stands in the code itself. */
export const catalogs: Record<Language, () => Promise<Catalog | undefined>> = {
  en: async () => undefined,
  zh: async () => (await import("./zh.js")).zh,
};
