import { catalogs } from "../languages/index.js";
import { useLanguage } from "../lib/language.js";
import { here, once } from "./site.js";

/** Brings all texts of the page's language: until then those of the frame alone are there. */
export const useWholeLanguage = (): Promise<void> => once("language", async () => useLanguage(here.language, await catalogs[here.language]()));
