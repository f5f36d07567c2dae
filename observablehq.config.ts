import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * How Observable Framework lays out a site. The engine writes the frames of its pages into a folder of the run and names it by
 * CLIENTELE_FRAMES, and where the site goes by CLIENTELE_SITE; what is drawn is put into them after.
 */
const root = process.env.CLIENTELE_FRAMES ?? "data/build/frames";

const file = join(root, "frames.json");
const site = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { project: string; pages: string[] }) : { project: "", pages: [] };

export default {
  root,
  output: process.env.CLIENTELE_SITE ?? "dist",
  title: site.project,
  pages: site.pages.map((path) => ({ name: path, path })),
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
