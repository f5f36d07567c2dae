/**
 * An element of the page by name, attributes (none where null) and children: what html`` gives, without a parser for
 * each, which is most of the time where a table has thousands of cells.
 */
export function element(name: string, attributes: Record<string, string | null>, ...children: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== ""));
  return made;
}
