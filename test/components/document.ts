import { afterAll, beforeAll } from "vitest";
import { useDocument } from "../../pipeline/engine/pages.js";

/** Lets the tests of a file draw: gives them a document before the first, and takes it back after the last. */
export function withDocument(): void {
  let restore: () => void;
  beforeAll(() => {
    restore = useDocument();
  });
  afterAll(() => restore());
}

/** The table behind a chart, row by row, its head first. */
export const dataOf = (figure: Element): string[][] => tableOf(figure.querySelector(".chart-data table")!);

export const tableOf = (table: Element): string[][] =>
  [...table.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent.trim()));

/** Texts of the drawing for wide screens, in their order. */
export const textsOf = (figure: Element): string[] => drawingOf(figure).texts;

/** A drawing of a chart: for wide screens where nothing else is said. */
export function drawingOf(figure: Element, screen: "full" | "wide" | "narrow" = "wide") {
  const svg = figure.querySelector(`.chart-${screen} svg`)!;
  const texts = [...svg.querySelectorAll("text")].map((text) => (text.querySelector("tspan") ? [...text.querySelectorAll("tspan")].map((line) => line.textContent).join("|") : text.textContent)).filter((text) => text !== "");
  return { svg, texts };
}

/** What a page may not hold: styles of its own, numbers that are none. */
export function faultsOf(element: Element): string[] {
  return ["style=", "<style", "NaN", "undefined", "Infinity", "[object"].filter((fault) => element.outerHTML.includes(fault));
}
