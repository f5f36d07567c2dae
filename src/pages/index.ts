import type { Page } from "../lib/page.js";
import { changes } from "./changes.js";
import { actions } from "./actions.js";
import { campaigns } from "./campaigns.js";
import { composition } from "./composition.js";
import { customer } from "./customer.js";
import { customers } from "./customers.js";
import { definitions } from "./definitions.js";
import { forecast } from "./forecast.js";
import { lifetime } from "./lifetime.js";
import { overview } from "./overview.js";
import { prospects } from "./prospects.js";
import { quality } from "./quality.js";
import { relationship } from "./relationship.js";
import { retention } from "./retention.js";
import { rfm } from "./rfm.js";
import { sales } from "./sales.js";
import { satisfaction } from "./satisfaction.js";
import { service } from "./service.js";
import { solvency } from "./solvency.js";
import { states } from "./states.js";
import { targets } from "./targets.js";
import { value } from "./value.js";
import { whatIf } from "./whatIf.js";

/** All pages, in the order of the navigation. */
export const pages: Page[] = [overview, changes, actions, composition, solvency, value, lifetime, rfm, states, retention, satisfaction, service, relationship, prospects, campaigns, sales, targets, forecast, customers, whatIf, quality, definitions, customer];
