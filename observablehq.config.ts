import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "./pipeline/engine/pages.js";

/**
 * How Observable Framework turns the drawn pages into a site. The engine draws the pages of a run into a folder of its
 * own and names it by CLIENTELE_PAGES, and where the site goes by CLIENTELE_SITE.
 */
const root = process.env.CLIENTELE_PAGES ?? "data/build/pages";

const file = join(root, "frame.json");
const site = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { project: string; pages: Record<string, Frame> }) : { project: "", pages: {} };

export default {
  root,
  output: process.env.CLIENTELE_SITE ?? "dist",
  title: site.project,
  pages: Object.keys(site.pages).map((path) => ({ name: path, path })),
  style: "design/style.css",
  head: '<link rel="icon" type="image/svg+xml" href="./design/icon.svg">',
  // Every byte comes from the site's own host.
  globalStylesheets: [],
  // Links name the file, so that any web server or none can show the site.
  preserveExtension: true,
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  // The engine puts header and footer in with the page: Framework would parse each of them as a document of its own.
  header: null,
  footer: null,
};
