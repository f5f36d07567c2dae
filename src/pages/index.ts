import type { Page } from "../lib/page.js";
import { composition } from "./composition.js";
import { definitions } from "./definitions.js";
import { overview } from "./overview.js";
import { quality } from "./quality.js";
import { rfm } from "./rfm.js";
import { solvency } from "./solvency.js";
import { value } from "./value.js";

/** All pages, in the order of the navigation. */
export const pages: Page[] = [overview, composition, solvency, value, rfm, quality, definitions];
