import type { Page } from "../lib/page.js";
import { definitions } from "./definitions.js";
import { value } from "./value.js";

/** All pages, in the order of the navigation. */
export const pages: Page[] = [value, definitions];
