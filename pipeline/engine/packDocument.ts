import { count, day } from "../../src/lib/format.js";
import { t } from "../../src/lib/language.js";
import type { RunSite } from "./runSite.js";

/** What the contents name: a page of the site, or a part of one. */
export interface ContentsEntry {
  /** Id of its place in the document, and name of its destination in the PDF. */
  id: string;
  title: string;
  parts: ContentsEntry[];
}

export interface PackDocument {
  title: string;
  contents: ContentsEntry[];
  /** Texts of all headings. */
  headings: string[];
  /** The document itself, with the sheet on which each entry of the contents stands, by its id, once it is known. */
  html(sheets?: ReadonlyMap<string, number>): string;
  close(): void;
}

export const papers = ["a4", "letter"] as const;
export type Paper = (typeof papers)[number];

/** Attributes whose values name ids of the same document. */
const references = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list"];
/** Attributes of drawings whose values can name one as `url(#id)`. */
const drawings = ["clip-path", "mask", "filter", "fill", "stroke", "marker-start", "marker-mid", "marker-end"];
const identified = ["[id]", "use[href]", ...references.map((name) => `[${name}]`), ...drawings.map((name) => `[${name}^="url(#"]`)].join(", ");

/**
 * Puts a cover, the contents and pages of a site into one document, so that it prints as one piece: its links lead from
 * sheet to sheet, and each font is in the file once.
 *
 * @param styles address of the style sheet of the pack
 */
export function packDocument(site: RunSite, pages: string[], styles: string): PackDocument {
  const { facts } = site;
  const dom = site.read("index");
  const { document } = dom.window;
  const element = (name: string, className: string, ...content: (string | Node)[]) => {
    const made = document.createElement(name);
    if (className !== "") made.className = className;
    made.append(...content);
    return made;
  };
  const trust = document.querySelector(".trust > p")?.cloneNode(true) as HTMLElement | undefined;
  for (const link of trust?.querySelectorAll("a") ?? []) link.remove();
  const title = t`Customer review: ${facts.project}, ${day(facts.asOfDate)}`;
  const contents: ContentsEntry[] = [];
  const bodies = pages.map((page) => {
    const source = site.read(page);
    const body = document.importNode(source.window.document.querySelector<HTMLElement>("main .page")!, true);
    source.window.close();
    contents.push(nameParts(page, body));
    makeOwn(page, body, pages);
    return element("article", "pack-page", body);
  });

  const known: [string, string | undefined][] = [
    [t`Figures`, t`${count(facts.windowDays, "day")} to ${day(facts.asOfDate)}, in ${facts.currency}`],
    [t`Rests on`, trust?.textContent.trim()],
    [t`Questions to`, facts.contacts.default],
    [t`Run`, facts.run],
  ];
  const cover = element("section", "pack-cover",
    element("p", "pack-kind", t`Customer review`),
    element("h1", "", facts.project),
    element("p", "pack-date", t`As of ${day(facts.asOfDate)}`),
    element("dl", "", ...known.flatMap(([name, text]) => (text ? [element("div", "", element("dt", "", name), element("dd", "", text))] : []))));
  const numbers = new Map<string, HTMLElement>();
  const line = ({ id, title: name, parts }: ContentsEntry): HTMLElement => {
    const number = element("span", "pack-number");
    const link = element("a", "", element("span", "pack-name", name), number);
    numbers.set(id, number);
    link.setAttribute("href", `#${id}`);
    return element("li", "", link, ...(parts.length > 0 ? [element("ol", "", ...parts.map(line))] : []));
  };
  const list = element("nav", "pack-contents", element("h1", "", t`Contents`), element("ol", "", ...contents.map(line)));

  document.title = title;
  for (const script of document.querySelectorAll("script")) script.remove();
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = styles;
  document.head.append(link);
  const main = document.createElement("main");
  main.id = "observablehq-main";
  main.append(cover, list, ...bodies);
  document.body.replaceChildren(main);
  return {
    title, contents,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => heading.textContent.replace(/\s+/g, " ").trim()),
    html(sheets) {
      for (const [id, number] of numbers) number.textContent = String(sheets?.get(id) ?? "");
      return dom.serialize();
    },
    close: () => dom.window.close(),
  };
}

/** Style of the sheets: their size, and below each the company, the day and the number of the sheet. */
export function sheetStyle({ facts }: RunSite, paper: Paper): string {
  // A backslash and its number stand for any sign, so that a name can end no string.
  const quoted = (text: string) => `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
  const numbers = t`Page ${"\n"} of ${"\t"}`.split(/([\n\t])/).filter(Boolean)
    .map((part) => (part === "\n" ? "counter(page)" : part === "\t" ? "counter(pages)" : quoted(part))).join(" ");
  return `@page { size: ${paper === "a4" ? "A4" : "letter"};
  @bottom-left { content: ${quoted(facts.project)}; }
  @bottom-center { content: ${quoted(t`As of ${day(facts.asOfDate)}`)}; }
  @bottom-right { content: ${numbers}; }
}
`;
}

/** An id of a page within the pack: of letters that a destination in a PDF can have too. */
const ownId = (page: string, id: string) => `${page}.${id.replace(/[^\w-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`)}`;

/** Gives a page and its parts ids that no other page of the pack has. */
function nameParts(page: string, body: HTMLElement): ContentsEntry {
  const title = body.querySelector("h1")!;
  const parts = [...body.querySelectorAll(":scope > h2")];
  for (const [index, heading] of [title, ...parts].entries()) heading.id = index === 0 ? "page" : heading.id || `part-${index}`;
  const entry = (heading: Element): ContentsEntry => ({ id: ownId(page, heading.id), title: heading.textContent.trim(), parts: [] });
  return { ...entry(title), parts: parts.map(entry) };
}

/** Puts the page's name before its ids and what refers to them, and unlinks what the pack does not hold. */
function makeOwn(page: string, body: HTMLElement, pages: string[]): void {
  for (const part of body.querySelectorAll(identified)) {
    for (const { name, value } of [...part.attributes]) {
      if (name === "id") part.id = ownId(page, value);
      else if (references.includes(name)) part.setAttribute(name, value.split(/\s+/).map((id) => ownId(page, id)).join(" "));
      else if (drawings.includes(name)) part.setAttribute(name, value.replace(/url\(#([^)]*)\)/, (_, id: string) => `url(#${ownId(page, id)})`));
      else if (name === "href" && part.localName === "use") part.setAttribute(name, `#${ownId(page, value.slice(1))}`);
    }
  }
  for (const link of body.querySelectorAll("a[href]")) {
    const [, path, anchor] = /^(?:\.\/([\w-]*?)(?:\.html)?)?(?:#(.+))?$/.exec(link.getAttribute("href")!) ?? [];
    const target = path === undefined ? page : path || "index";
    if ((anchor === undefined && path === undefined) || !pages.includes(target)) unlink(link);
    else link.setAttribute("href", `#${ownId(target, decodeURIComponent(anchor ?? "page"))}`);
  }
}

/** Words that only lead elsewhere go with their link; a name, or a link within a sentence, stays as text. */
function unlink(link: Element): void {
  const paragraph = link.closest("p");
  const isName = link.matches(".customer-link, .group-link") || link.closest("table, h1, h2, h3, h4, summary, dl");
  if (isName || !paragraph || link.nextSibling?.textContent?.trim()) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.remove();
  if (paragraph.textContent.trim() === "") paragraph.remove();
}
