import { html } from "htl";
import { day } from "../lib/format.js";
import { language, languages, phrase, t, type Language } from "../lib/language.js";
import type { Page, SiteFacts } from "../lib/page.js";

/** What stands above every page: the company, the day, the way to the other pages, the search, the other language. */
export function siteHeader({ project, asOfDate }: Pick<SiteFacts, "project" | "asOfDate">, pages: Page[], current: Page): HTMLElement {
  return html`<div class="site-header">
    <div class="site-name" translate="no">${project}</div>
    <div class="site-date">${t`As of ${day(asOfDate)}`}</div>
    <div class="site-tools">
      <button type="button" class="search-open" aria-haspopup="dialog">${t`Search`} <kbd>/</kbd></button>
      ${languageLinks(current)}
    </div>
    <nav class="site-nav" aria-label=${t`Pages`}><ul>${pages.filter((page) => !page.isHidden).map((page) =>
      html.fragment`<li><a href="./${page.path}.html" aria-current=${page === current ? "page" : null}>${phrase(page.title)}</a></li>`)}</ul></nav>
  </div>`;
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
