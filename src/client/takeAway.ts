import { day } from "../lib/format.js";
import { t } from "../lib/language.js";
import { columnNamer } from "./columnNames.js";
import { csv, save } from "./csv.js";
import { pageTables } from "./pageTables.js";
import { selectedTable } from "./selectedTables.js";
import { here, siteData } from "./site.js";

/** The rows of a table that the page shows as CSV, unrounded, with headers in the page's language; of a selection, its name says so. */
export async function saveTable(page: string, name: string): Promise<void> {
  const selected = selectedTable(name);
  const table = selected ?? (await pageTables(page)).get(name);
  if (!table) throw new Error(`the page has no table ${name}`);
  const nameOf = await columnNamer();
  save(`${name}${selected && selected.scope !== "whole" ? "-filtered" : ""}.csv`, csv(table.columns.map((column) => nameOf(column.name)), table.rows.map((row) => table.columns.map((column) => row[column.name] ?? null))));
}

/** The chart of a card as an SVG file that stands by itself: its colours and type in it, its title above. */
export async function saveChart(frame: HTMLElement): Promise<void> {
  const chart = [...frame.querySelectorAll<SVGSVGElement>(".chart svg")].find((svg) => svg.checkVisibility());
  if (!chart) return;
  const { width, height } = chart.getBoundingClientRect();
  const title = frame.querySelector("h2, h3")?.textContent ?? "";
  const copy = withStyles(chart, ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "opacity", "paint-order"]) as SVGSVGElement;
  copy.setAttribute("y", "44");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const style = getComputedStyle(frame);
  const outer = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ xmlns: SVG, width: String(width), height: String(height + 72), viewBox: `0 0 ${width} ${height + 72}` })) outer.setAttribute(name, value);
  const ground = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: style.backgroundColor })) ground.setAttribute(name, value);
  outer.append(ground, line(title, 24, style, "650"), copy, line(await signature(), height + 62, style, "400"));
  save(`${fileName(title)}.svg`, serialized(outer), "image/svg+xml");
}

/** The card as a picture, twice as fine as the screen shows it. */
export async function savePicture(frame: HTMLElement): Promise<void> {
  const { width, height } = frame.getBoundingClientRect();
  const title = frame.querySelector("h2, h3")?.textContent ?? "";
  const copy = withStyles(frame) as HTMLElement;
  // What answers a reader answers nobody in a picture; in its place stands whose it is.
  copy.querySelector("footer")?.replaceChildren(document.createTextNode(await signature()));
  const content = serialized(copy);
  const picture = `<svg xmlns="${SVG}" width="${2 * width}" height="${2 * height}" viewBox="0 0 ${width} ${height}"><foreignObject width="100%" height="100%">${content}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext("2d")!.drawImage(image, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob) save(`${fileName(title)}.png`, blob);
}

/** Where a copy keeps its style until it is text: the page's policy lets none into the elements of a document. */
const STYLE = "data-style";

const serialized = (element: Element) => new XMLSerializer().serializeToString(element).replaceAll(` ${STYLE}="`, ' style="');

const SVG = "http://www.w3.org/2000/svg";

/** Company, day, page and filter: what a picture says of itself once it has left the site. */
async function signature(): Promise<string> {
  const { facts } = await siteData();
  const chosen = [...document.querySelectorAll("details.filter > summary")].filter((summary) => summary.querySelector(".filter-chosen")!.textContent !== "").map((summary) => summary.textContent.replace(/\s+/g, " ").replace(" :", ":").trim());
  return [t`${facts.project}, as of ${day(facts.asOfDate)}`, document.querySelector("h1")!.textContent, ...chosen].join(" · ");
}

function line(text: string, y: number, { color, fontFamily }: CSSStyleDeclaration, weight: string): SVGTextElement {
  const element = document.createElementNS(SVG, "text");
  const size = weight === "400" ? "11" : "15";
  for (const [name, value] of Object.entries({ x: "8", y: String(y), fill: color, "font-family": fontFamily, "font-size": size, "font-weight": weight })) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

/**
 * A copy of an element that looks the same without the page's style sheet.
 *
 * @param names of the properties that matter, as attributes, which every program that draws reads; all as a style where absent
 */
function withStyles(element: Element, names?: string[]): Element {
  const copy = element.cloneNode(true) as Element;
  const originals = [element, ...element.querySelectorAll("*")];
  const hidden: Element[] = [];
  for (const [index, part] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(originals[index]!);
    if (style.display === "none") hidden.push(part);
    // What classes and variables gave is written out.
    for (const { name, value } of [...part.attributes]) if (name === "class" || name === "style" || value.includes("var(")) part.removeAttribute(name);
    if (names) for (const name of names) part.setAttribute(name, style.getPropertyValue(name));
    else part.setAttribute(STYLE, [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(";"));
  }
  for (const part of hidden) part.remove();
  return copy;
}

const fileName = (title: string) => `${here.page}-${title.toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60)}`;

