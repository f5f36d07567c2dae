import { day } from "../../src/lib/format.js";
import { languages, t } from "../../src/lib/language.js";
import type { RunSite } from "./runSite.js";

/** A chart as a picture: PNG bytes, and the size it is shown at. */
export interface Picture {
  png: Buffer;
  width: number;
  height: number;
}

/** What of the overview is drawn: a picture for each element that the selector finds, in the order of the page. */
export const drawn = { charts: ".card .chart", lines: ".kpi .sparkline" };
export type Pictures = Record<keyof typeof drawn, Picture[]>;

/** A colour of the design in light, by its name in tokens.css: "ink". */
export type Colours = (name: string) => string;

/** Width of the mail, and of what stands in it, in CSS pixels. */
export const MAIL_WIDTH = 640;
export const INNER_WIDTH = 592;

const font = "font-family:'Segoe UI',Helvetica,Arial,sans-serif";
const layout = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The overview as one mail: tables and inline styles, which every mail client keeps. Text, figures and links are those of
 * the built page. All colours are named with their ground, so that it reads well where the client turns it dark, and each
 * finding is text, so that it reads well without pictures.
 *
 * @param link address of the site; without it the mail holds no link
 */
export function digestDocument(site: RunSite, pictures: Pictures, colour: Colours, link?: string): string {
  const { facts, language } = site;
  const dom = site.read("index");
  const page = dom.window.document.querySelector<HTMLElement>("main .page")!;
  const home = link && `${link}/${languages[language].folder}`;
  const ink = `color:${colour("ink")};background-color:${colour("surface")}`;
  const soft = `color:${colour("ink-soft")};background-color:${colour("surface")}`;
  const linked = (address: string, text: string) => `<a href="${escape(address)}" style="color:${colour("accent")};text-decoration:underline">${text}</a>`;
  const tone = (element: Element) => colour(element.matches(".good") ? "good" : element.matches(".bad") ? "bad" : "ink-soft");

  /** Text of an element with its links, explanations on a line of their own. */
  const inline = (node: Node): string => {
    if (node.nodeType === 3) return escape(node.textContent!.replace(/\s+/g, " "));
    if (node.nodeType !== 1) return "";
    const element = node as Element;
    const content = () => [...element.childNodes].map(inline).join("");
    switch (element.localName) {
      case "svg": case "details": return "";
      case "small": return `<br><span style="font-size:12px;line-height:16px;font-weight:400;${soft}">${content()}</span>`;
      case "b": case "strong": return `<b>${content()}</b>`;
      case "a": {
        if (home) return linked(new URL(element.getAttribute("href")!, home).href, content());
        return element.matches(".customer-link, .group-link") ? content() : "";
      }
      default: return content();
    }
  };
  const text = (element: Element | null | undefined) => (element ? inline(element).trim() : "");
  const section = (...content: string[]) => `<tr><td style="padding:20px 24px 0 24px;${ink}">${content.join("\n")}</td></tr>`;
  const heading = (title: string, subtitle = "") => `<h2 style="margin:0;${font};font-size:17px;line-height:23px;font-weight:600;${ink}">${title}</h2>`
    + (subtitle === "" ? "" : `<p style="margin:2px 0 0 0;${font};font-size:13px;line-height:18px;${soft}">${subtitle}</p>`);
  const headingOf = (card: Element) => heading(text(card.querySelector("h3, h2")), text(card.querySelector(".subtitle")));

  const brief = [...page.querySelectorAll(".card:has(.facts)")].map((card) => section(headingOf(card),
    `<table ${layout} width="100%" style="margin-top:6px">${[...card.querySelectorAll(".facts > li")].map((fact, index) => {
      const sign = fact.matches(".good") ? " ▲" : fact.matches(".bad") ? " ▼" : "";
      const cell = `padding:7px 0;border-top:1px solid ${colour("line-soft")};vertical-align:top;${font};font-size:15px;line-height:22px`;
      return `<tr><td width="40" style="${cell};width:40px;font-weight:700;color:${tone(fact)};background-color:${colour("surface")};white-space:nowrap">${index + 1}${sign}</td><td style="${cell};${ink}">${text(fact)}</td></tr>`;
    }).join("\n")}</table>`));

  const image = ({ png, width, height }: Picture, said: string, style: string) =>
    `<img src="data:image/png;base64,${png.toString("base64")}" width="${width}" height="${height}" alt="${escape(said)}" style="display:block;width:100%;max-width:${width}px;border:0;${font};${style}">`;
  const lines = [...page.querySelectorAll(drawn.lines)];
  const tiles = [...page.querySelectorAll(".kpi")].map((tile) => {
    const line = (selector: string, style: string) => [...tile.querySelectorAll(selector)].map((found) => `<p style="margin:0;${font};${style.replace("TONE", tone(found))}">${text(found)}</p>`).join("");
    const history = tile.querySelector(drawn.lines);
    const picture = history && pictures.lines[lines.indexOf(history)];
    return `<td width="50%" style="width:50%;padding:8px 12px;vertical-align:top;border:1px solid ${colour("line")};${ink}">`
      + line("h2", `font-size:13px;line-height:18px;${soft}`)
      + line(".kpi-value", `font-size:24px;line-height:30px;font-weight:700;${ink}`)
      + line(".kpi-delta", `font-size:13px;line-height:18px;font-weight:600;color:TONE;background-color:${colour("surface")}`)
      + line(".kpi-target p", `font-size:13px;line-height:18px;${ink}`)
      + line(":scope > .kpi-note", `font-size:12px;line-height:16px;${soft}`)
      + (picture ? image(picture, history.getAttribute("aria-label") ?? "", `height:${picture.height}px;font-size:12px;line-height:16px;${soft}`) : "") + "</td>";
  });
  const rows = tiles.flatMap((tile, index) => (index % 2 === 0 ? [`<tr>${tile}${tiles[index + 1] ?? '<td width="50%"></td>'}</tr>`] : []));
  const figures = rows.length > 0 ? [`<tr><td style="padding:12px 16px 0 16px;${ink}"><table ${layout.replace('cellspacing="0"', 'cellspacing="8"')} width="100%">${rows.join("\n")}</table></td></tr>`] : [];

  const charts = [...page.querySelectorAll(drawn.charts)].slice(0, pictures.charts.length).map((chart, index) => {
    const card = chart.closest(".card")!;
    const [title, label] = [card.querySelector("h3")?.textContent.trim() ?? "", chart.querySelector("svg")?.getAttribute("aria-label") ?? ""];
    const said = label.includes(title) ? label : title.includes(label) ? title : `${title}. ${label}`;
    // The events that the chart numbers.
    const events = [...card.querySelectorAll(".chart-notes li")].map((event) => `<li>${text(event)}</li>`).join("");
    return section(headingOf(card), image(pictures.charts[index]!, said, `height:auto;margin-top:8px;font-size:14px;line-height:20px;${ink}`),
      events && `<ol style="margin:6px 0 0 0;padding:0 0 0 20px;${font};font-size:12px;line-height:17px;${soft}">${events}</ol>`);
  });

  const isOpen = (element: Element) => !element.closest("details:not([open])");
  const tables = [...page.querySelectorAll(".card")].map((card) => ({ card, found: [...card.querySelectorAll("table")].filter(isOpen) })).filter(({ found }) => found.length > 0);
  const lists = tables.map(({ card, found }) => section(headingOf(card), ...found.map((table) => {
    const cell = (source: Element, size: string, extra: string) => {
      const side = source.matches(".number") ? "right" : "left";
      return `align="${side}" style="padding:6px ${source.nextElementSibling ? "14px" : "0"} 6px 0;text-align:${side};vertical-align:top;${font};${size};border-bottom:1px solid ${colour("line-soft")};${extra}"`;
    };
    const head = [...table.querySelectorAll("thead th")].map((source) => `<th scope="col" ${cell(source, "font-size:12px;line-height:16px;font-weight:600", soft)}>${text(source)}</th>`).join("");
    const body = [...table.querySelectorAll("tbody tr:not(.folded-row)")].map((row) => `<tr>${[...row.children].map((source) => (source.localName === "th"
      ? `<th scope="row" ${cell(source, "font-size:14px;line-height:19px;font-weight:600", ink)}>${text(source)}</th>`
      : `<td ${cell(source, "font-size:14px;line-height:19px", ink)}>${text(source)}</td>`)).join("")}</tr>`).join("\n");
    return `<table cellpadding="0" cellspacing="0" border="0" width="100%" style="margin-top:8px;border-collapse:collapse"><thead><tr>${head}</tr></thead><tbody>\n${body}</tbody></table>`;
  }), ...[...card.querySelectorAll(".card-body > p")].map((rest) => text(rest)).filter((rest) => rest !== "")
    .map((rest) => `<p style="margin:6px 0 0 0;${font};font-size:13px;line-height:18px;${soft}">${rest}</p>`)));

  const trust = [...page.querySelectorAll(".trust > p")].map((rest) => section(heading(text(rest.closest(".card")?.previousElementSibling)),
    `<p style="margin:4px 0 0 0;${font};font-size:14px;line-height:20px;${ink}">${text(rest)}</p>`));

  const subject = t`${facts.project}: customer digest, ${day(facts.asOfDate)}`;
  const small = `margin:0;${font};font-size:12px;line-height:18px;${soft}`;
  const html = `<!DOCTYPE html>
<html lang="${languages[language].tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escape(subject)}</title>
</head>
<body style="margin:0;padding:0;background-color:${colour("ground")};color:${colour("ink")}">
<div role="main">
<table ${layout} width="100%" style="background-color:${colour("ground")}"><tr><td align="center" style="padding:16px 0">
<table ${layout} width="${MAIL_WIDTH}" style="width:100%;max-width:${MAIL_WIDTH}px;background-color:${colour("surface")};text-align:left">
<tr><td style="padding:24px 24px 0 24px;border-top:4px solid ${colour("series-1")};${ink}"><h1 style="margin:0;${font};font-size:24px;line-height:30px;font-weight:700;${ink}">${escape(facts.project)}</h1>
<p style="margin:2px 0 0 0;${font};font-size:14px;line-height:20px;${soft}">${escape(t`Customer digest, as of ${day(facts.asOfDate)}`)}${home ? ` · ${linked(new URL("./index.html", home).href, escape(t`Open the dashboards`))}` : ""}</p></td></tr>
${[...brief, ...figures, ...charts, ...lists, ...trust].join("\n")}
<tr><td style="padding:24px;${ink}"><p style="border-top:1px solid ${colour("line")};padding-top:12px;${small}">${escape(t`${facts.project} · as of ${day(facts.asOfDate)} · run ${facts.run}`)}</p></td></tr>
</table>
</td></tr></table>
</div>
</body>
</html>
`;
  dom.window.close();
  return html;
}
