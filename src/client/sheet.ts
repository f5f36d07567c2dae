import { svgElement } from "../lib/element.js";

/** A drawing with its size [px]. */
export interface Drawing {
  element: Element;
  width: number;
  height: number;
}

/** Text and drawings below each other. */
export interface Sheet {
  /** Text in as many lines as it takes. */
  write(text: string, options?: { size?: number; weight?: string }): void;
  place(drawing: Drawing): void;
  /** Signs with their names, in as many rows as they take. */
  placeSideBySide(named: { sign: Drawing; text: string }[]): void;
  /** All of it, on the ground of the page. */
  drawn(): SVGElement;
}

/** Around what stands on a sheet, and between its parts [px]. */
const EDGE = 8;
const GAP = 6;
const SIZE = 12;
const LEADING = 1.35;

/**
 * Begins a drawing that says what it shows.
 *
 * @param width of what stands on it
 * @param style colours and type: those of an element of the page
 */
export function sheet(width: number, { color, fontFamily, backgroundColor }: CSSStyleDeclaration): Sheet {
  const parts: Element[] = [];
  const ruler = document.createElement("canvas").getContext("2d")!;
  let y = EDGE;

  const widthOf = (text: string, size: number, weight: string) => {
    ruler.font = `${weight} ${size}px ${fontFamily}`;
    return ruler.measureText(text).width;
  };
  const line = (text: string, x: number, size: number, weight: string) =>
    svgElement("text", { x: String(x), y: String(y), fill: color, "font-family": fontFamily, "font-size": String(size), "font-weight": weight }, text);
  const put = (element: Element, x: number, top: number) => {
    element.setAttribute("x", String(x));
    element.setAttribute("y", String(top));
    parts.push(element);
  };

  return {
    write(text, { size = SIZE, weight = "400" } = {}) {
      if (text === "") return;
      for (const part of brokenLines(text, (part) => widthOf(part, size, weight) <= width)) {
        y += size * LEADING;
        parts.push(line(part, EDGE, size, weight));
      }
      y += GAP;
    },
    place({ element, height }) {
      put(element, EDGE, y);
      y += height + GAP;
    },
    placeSideBySide(named) {
      if (named.length === 0) return;
      let x = EDGE;
      y += SIZE * LEADING;
      for (const { sign, text } of named) {
        const own = sign.width + GAP + widthOf(text, SIZE, "400");
        if (x > EDGE && x + own > EDGE + width) {
          x = EDGE;
          y += SIZE * LEADING;
        }
        put(sign.element, x, y - sign.height);
        parts.push(line(text, x + sign.width + GAP, SIZE, "400"));
        x += own + 2 * EDGE;
      }
      y += GAP;
    },
    drawn() {
      const [outer, height] = [String(width + 2 * EDGE), String(y + EDGE)];
      return svgElement("svg", { width: outer, height, viewBox: `0 0 ${outer} ${height}` }, svgElement("rect", { width: "100%", height: "100%", fill: backgroundColor }), ...parts);
    },
  };
}

/** A text broken where it may be, after a blank or a Chinese character, so that each line fits. */
function brokenLines(text: string, isFitting: (line: string) => boolean): string[] {
  const found = [""];
  for (const part of text.split(/(?<= )|(?<=[\u2e80-\uffef])/u)) {
    const line = found.at(-1)! + part;
    if (found.at(-1) === "" || isFitting(line.trimEnd())) found[found.length - 1] = line;
    else found.push(part);
  }
  return found.map((line) => line.trimEnd());
}
