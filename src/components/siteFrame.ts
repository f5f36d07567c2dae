import { html } from "htl";
import { day } from "../lib/format.js";
import { language, languages, phrase, t, type Language } from "../lib/language.js";
import type { Page, PageGroup, SiteFacts } from "../lib/page.js";

/** The way past what stands above every page, for those who read by ear or by keyboard. */
export const skipLink = (): HTMLElement => html`<a class="skip-link" href="#observablehq-main">${t`Skip to content`}</a>`;

/** What stands above every page: the company, the day, the way to the other pages, the search, the other language. */
export function siteHeader({ project, asOfDate }: Pick<SiteFacts, "project" | "asOfDate">, groups: PageGroup[], current: Page): HTMLElement {
  return html`<div class="site-header">
    <div class="site-name" translate="no">${project}</div>
    <div class="site-date">${t`As of ${day(asOfDate)}`}</div>
    <div class="site-tools">
      <button type="button" class="search-open" aria-haspopup="dialog">${t`Search`} <kbd>/</kbd></button>
      ${languageLinks(current)}
    </div>
    <nav class="site-nav" aria-label=${t`Pages`}>${navigation(groups, current)}</nav>
  </div>`;
}

/** The groups, each leading to the first of its pages, and the pages of the group that is open: some twenty names at once are too many to find one. */
function navigation(groups: PageGroup[], current: Page): DocumentFragment {
  const open = groups.find(({ pages }) => pages.includes(current));
  const link = (page: Page, title: string, state: string | null) => html`<a href="./${page.path}.html" aria-current=${state}>${phrase(title)}</a>`;
  return html.fragment`<ul class="site-groups">${groups.map((group) => html.fragment`<li>${link(group.pages[0]!, group.title, group === open ? "true" : null)}</li>`)}</ul>
    ${open && html.fragment`<ul class="site-pages">${open.pages.map((page) => html.fragment`<li>${link(page, page.title, page === current ? "page" : null)}</li>`)}</ul>`}`;
}

/** The same page in the other languages. */
function languageLinks(current: Page): HTMLElement[] {
  const root = rootOf(language());
  return (Object.keys(languages) as Language[]).filter((other) => other !== language()).map((other) => {
    const { name, tag, folder } = languages[other];
    return html`<a class="language-link" href="${root}${folder}${current.path}.html" lang=${tag} hreflang=${tag}>${name}</a>`;
  });
}

/** Way to the root of the site from the pages of a language. */
export const rootOf = (name: Language): string => (languages[name].folder === "" ? "./" : "../");

/** What stands below every page: which run made it, and of which day its figures are. */
export const siteFooter = ({ run, asOfDate }: Pick<SiteFacts, "run" | "asOfDate">): HTMLElement =>
  html`<p>${t`Run ${run} · all figures as of ${day(asOfDate)} · made with Clientele`}</p>`;

/** What a page says where its script does not come: the style sheet shows it after a while, the script takes it away. */
export const unscripted = (): HTMLElement =>
  html`<p class="unscripted">${t`Filters, search and exports are missing: the script of this page did not come. A browser loads none for a page that is opened from disk; shown by a web server, the site has them.`}</p>`;
