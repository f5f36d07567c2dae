import type { Texts } from "../lib/language.js";
import { checks } from "./zh/checks.js";
import { actions } from "./zh/models/actions.js";
import { changes } from "./zh/models/changes.js";
import { campaigns } from "./zh/models/campaigns.js";
import { composition } from "./zh/models/composition.js";
import { core } from "./zh/models/core.js";
import { customers } from "./zh/models/customers.js";
import { picked } from "./zh/models/exports.js";
import { lifecycle } from "./zh/models/lifecycle.js";
import { outlook } from "./zh/models/outlook.js";
import { prospects } from "./zh/models/prospects.js";
import { quality } from "./zh/models/quality.js";
import { relationship } from "./zh/models/relationship.js";
import { rfm } from "./zh/models/rfm.js";
import { sales } from "./zh/models/sales.js";
import { satisfaction } from "./zh/models/satisfaction.js";
import { selection } from "./zh/models/selection.js";
import { service } from "./zh/models/service.js";
import { solvency } from "./zh/models/solvency.js";
import { staging } from "./zh/models/staging.js";
import { targets } from "./zh/models/targets.js";
import { value } from "./zh/models/value.js";

/** What models say of themselves in Simplified Chinese: a large catalog that pages are drawn with as the site is built, and that the browser does without. */
export const definitionTexts: Texts = {
  ...staging, ...core, ...customers, ...composition, ...solvency, ...value, ...rfm, ...satisfaction, ...lifecycle, ...service, ...relationship, ...campaigns, ...prospects, ...sales, ...outlook, ...quality, ...selection, ...targets, ...changes, ...actions, ...picked, ...checks,
};
