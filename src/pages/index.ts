import { msg } from "../lib/language.js";
import type { Page, PageGroup } from "../lib/page.js";
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

/** The visible pages as the navigation groups them, in its order. */
export const pageGroups: PageGroup[] = [
  { title: msg("At a glance"), pages: [overview, changes, actions, targets] },
  { title: msg("Customer base"), pages: [composition, solvency, customers] },
  { title: msg("Customer value"), pages: [value, lifetime, rfm] },
  { title: msg("Behaviour"), pages: [states, retention, forecast] },
  { title: msg("Experience"), pages: [satisfaction, service, relationship] },
  { title: msg("Sales & marketing"), pages: [prospects, campaigns, sales] },
  { title: msg("Tools & data"), pages: [whatIf, quality, definitions] },
];

/** All pages, in the order of the navigation; what is reached from other pages alone stands at the end. */
export const pages: Page[] = [...pageGroups.flatMap((group) => group.pages), customer];
