import type { Page } from "../lib/page.js";
import { composition } from "./composition.js";
import { definitions } from "./definitions.js";
import { overview } from "./overview.js";
import { value } from "./value.js";

/** All pages, in the order of the navigation. */
export const pages: Page[] = [overview, composition, value, definitions];
