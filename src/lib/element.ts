type Attributes = Record<string, string | null>;
type Child = Node | string | null;

/**
 * An element of the page by name, attributes and children, those that are null left out: what html`` gives, without a
 * parser for each, which is most of the time where a page has thousands of cells.
 */
export const element = (name: string, attributes: Attributes, ...children: Child[]): HTMLElement => fill(document.createElement(name), attributes, children);

/** The same of a drawing. */
export const svgElement = (name: string, attributes: Attributes, ...children: Child[]): SVGElement =>
  fill<SVGElement>(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

function fill<E extends Element>(made: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  for (const child of children) if (child !== null && child !== "") made.append(child);
  return made;
}
