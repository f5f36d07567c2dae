import type { Catalog } from "../lib/language.js";
import { components } from "./zh/components.js";
import { composition } from "./zh/composition.js";
import { definitions } from "./zh/definitions.js";
import { overview } from "./zh/overview.js";
import { quality } from "./zh/quality.js";
import { rfm } from "./zh/rfm.js";
import { solvency } from "./zh/solvency.js";
import { value } from "./zh/value.js";
import { composition as compositionData } from "./zh/data/composition.js";
import { core as coreData } from "./zh/data/core.js";
import { quality as qualityData } from "./zh/data/quality.js";
import { rfm as rfmData } from "./zh/data/rfm.js";
import { solvency as solvencyData } from "./zh/data/solvency.js";
import { value as valueData } from "./zh/data/value.js";

/** Simplified Chinese. */
export const zh: Catalog = {
  pages: { ...components, ...overview, ...composition, ...solvency, ...value, ...rfm, ...quality, ...definitions },
  data: { ...coreData, ...compositionData, ...solvencyData, ...valueData, ...rfmData, ...qualityData },
};
