import { day } from "../lib/format.js";
import { t } from "../lib/language.js";
import { columnNamer } from "./columnNames.js";
import { csv, fileWords } from "../lib/csv.js";
import { save } from "./save.js";
import { pageTables } from "./pageTables.js";
import { selectedTable } from "./selectedTables.js";
import { sheet, type Drawing } from "./sheet.js";
import { here, siteData } from "./site.js";

/** The rows of a table that the page shows as CSV, unrounded, with headers in the page's language; of a part of the customers, its name says so. */
export async function saveTable(page: string, name: string): Promise<void> {
  const { table, file } = selectedTable(name) ?? { table: (await pageTables(page)).get(name), file: name };
  if (!table) throw new Error(`the page has no table ${name}`);
  const nameOf = await columnNamer();
  save(`${file}.csv`, csv(table.columns.map((column) => nameOf(column.name)), table.rows.map((row) => table.columns.map((column) => row[column.name] ?? null))));
}

/** The charts of a card as an SVG file that stands by itself: colours and type in it, and what the card says around them. */
export async function saveChart(frame: HTMLElement): Promise<void> {
  const charts = [...frame.querySelectorAll<SVGSVGElement>(".chart svg")].filter((svg) => svg.checkVisibility());
  const title = frame.querySelector("h2, h3")?.textContent ?? "";
  const made = sheet(Math.max(...charts.map((chart) => chart.getBoundingClientRect().width)), getComputedStyle(frame));
  made.write(title, { size: 15, weight: "650" });
  made.write(frame.querySelector(".subtitle")?.textContent ?? "");
  for (const chart of charts) {
    const figure = chart.closest(".chart-figure")!;
    made.place(drawingOf(chart));
    made.placeSideBySide([...figure.querySelectorAll(":is(.flow-legend, .scatter-legend) > li")].map((item) => ({ sign: drawingOf(item.querySelector("svg")!), text: words(item) })));
    for (const [index, event] of figure.querySelectorAll(".chart-notes li").entries()) made.write(`${index + 1}. ${words(event)}`);
    made.write(words(figure.querySelector(".chart-notes .note")));
  }
  made.write(await signature());
  save(`${fileName(title)}.svg`, serialized(made.drawn()), "image/svg+xml");
}

const words = (element: Element | null) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";

/** Properties of a drawing that matter, as attributes, which every program that draws reads. */
const DRAWN = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "opacity", "paint-order"];

/** A copy of a drawing that needs no style sheet, as large as on the screen. */
function drawingOf(svg: SVGSVGElement): Drawing {
  const { width, height } = svg.getBoundingClientRect();
  const element = withStyles(svg, DRAWN);
  for (const [name, value] of Object.entries({ width, height })) element.setAttribute(name, String(value));
  return { element, width, height };
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

const fileName = (title: string) => `${here.page}-${fileWords(title)}`;

