import type { Catalog } from "../lib/language.js";
import { actions } from "./zh/actions.js";
import { campaigns } from "./zh/campaigns.js";
import { changes } from "./zh/changes.js";
import { charts } from "./zh/charts.js";
import { client } from "./zh/client.js";
import { components } from "./zh/components.js";
import { composition } from "./zh/composition.js";
import { customers } from "./zh/customers.js";
import { campaigns as campaignsData } from "./zh/data/campaigns.js";
import { actions as actionsData } from "./zh/data/actions.js";
import { changes as changesData } from "./zh/data/changes.js";
import { composition as compositionData } from "./zh/data/composition.js";
import { core as coreData } from "./zh/data/core.js";
import { customers as customersData } from "./zh/data/customers.js";
import { lifecycle as lifecycleData } from "./zh/data/lifecycle.js";
import { outlook as outlookData } from "./zh/data/outlook.js";
import { prospects as prospectsData } from "./zh/data/prospects.js";
import { quality as qualityData } from "./zh/data/quality.js";
import { relationship as relationshipData } from "./zh/data/relationship.js";
import { rfm as rfmData } from "./zh/data/rfm.js";
import { sales as salesData } from "./zh/data/sales.js";
import { satisfaction as satisfactionData } from "./zh/data/satisfaction.js";
import { service as serviceData } from "./zh/data/service.js";
import { solvency as solvencyData } from "./zh/data/solvency.js";
import { targets as targetsData } from "./zh/data/targets.js";
import { value as valueData } from "./zh/data/value.js";
import { definitions } from "./zh/definitions.js";
import { forecast } from "./zh/forecast.js";
import { lifetime } from "./zh/lifetime.js";
import { overview } from "./zh/overview.js";
import { print } from "./zh/print.js";
import { prospects } from "./zh/prospects.js";
import { quality } from "./zh/quality.js";
import { relationship } from "./zh/relationship.js";
import { retention } from "./zh/retention.js";
import { rfm } from "./zh/rfm.js";
import { sales } from "./zh/sales.js";
import { satisfaction } from "./zh/satisfaction.js";
import { selected } from "./zh/selected.js";
import { service } from "./zh/service.js";
import { solvency } from "./zh/solvency.js";
import { states } from "./zh/states.js";
import { targets } from "./zh/targets.js";
import { value } from "./zh/value.js";
import { whatIf } from "./zh/whatIf.js";

/** Simplified Chinese. */
export const zh: Catalog = {
  pages: { ...client, ...print, ...charts, ...components, ...customers, ...overview, ...changes, ...actions, ...composition, ...solvency, ...value, ...lifetime, ...rfm, ...states, ...retention, ...satisfaction, ...service, ...relationship, ...prospects, ...campaigns, ...sales, ...targets, ...forecast, ...quality, ...selected, ...definitions, ...whatIf },
  data: { ...coreData, ...changesData, ...actionsData, ...customersData, ...compositionData, ...solvencyData, ...valueData, ...rfmData, ...lifecycleData, ...satisfactionData, ...serviceData, ...relationshipData, ...prospectsData, ...campaignsData, ...salesData, ...outlookData, ...targetsData, ...qualityData },
};
