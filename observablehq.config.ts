import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * How Observable Framework turns the drawn pages into a site. The engine draws the pages of a run into a folder of its
 * own and names it by CLIENTELE_PAGES, and where the site goes by CLIENTELE_SITE.
 */
const root = process.env.CLIENTELE_PAGES ?? "data/build/pages";

/** What the engine says of the run: see renderPages in pipeline/engine/pages.ts. */
interface Frame {
  project: string;
  date: string;
  run: string;
  pages: { path: string; title: string }[];
}
const file = join(root, "frame.json");
const frame: Frame = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Frame) : { project: "", date: "", run: "", pages: [] };

const escape = (text: string) => text.replace(/[&<>"'$]/g, (character) => `&#${character.charCodeAt(0)};`);

export default {
  root,
  output: process.env.CLIENTELE_SITE ?? "dist",
  title: frame.project,
  pages: frame.pages.map(({ path, title }) => ({ name: title, path: `/${path}` })),
  style: "design/style.css",
  // Every byte comes from the site's own host.
  globalStylesheets: [],
  // Links name the file, so that any web server or none can show the site.
  preserveExtension: true,
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  header: ({ path }: { path: string }) => `
    <a class="skip-link" href="#observablehq-main">Skip to content</a>
    <div class="site-header">
      <div class="site-name">${escape(frame.project)}</div>
      <div class="site-date">As of ${escape(frame.date)}</div>
      <nav class="site-nav" aria-label="Pages"><ul>
        ${frame.pages.map((page) => `<li><a href="${page.path === "index" ? "./" : `./${page.path}`}"${`/${page.path}` === path ? ' aria-current="page"' : ""}>${escape(page.title)}</a></li>`).join("\n")}
      </ul></nav>
    </div>`,
  footer: `Run ${escape(frame.run)} · all figures as of ${escape(frame.date)} · made with Clientele`,
};
