/* Places for text in charts. Pages are drawn where no browser measures text, so widths are estimates, rather too wide. */

/** Estimated width of text at the size of charts [px]. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character >= "\u2e80" ? 12 : /[A-Z0-9MWmw€%]/.test(character) ? 7.7 : /[ilj.,:;'|!]/.test(character) ? 3.8 : 6.5;
  return width;
}

/** Bold letters are wider than the others by this, at the most. */
export const BOLD = 1.2;

/** Text cut to a width; what is cut ends with an ellipsis. */
export function fitted(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join("")}…`) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Text in at most two lines of a width, broken between words; what is too much ends with an ellipsis. */
export function wrapped(text: string, width: number): string[] {
  if (textWidth(text) <= width) return [text];
  const parts = text.split(/(?<= )|(?<=[\u2e80-\uffef])/u);
  let first = "";
  while (parts.length > 0 && textWidth(first + parts[0]!.trimEnd()) <= width) first += parts.shift()!;
  const rest = parts.join("");
  return first.trim() === "" ? [fitted(text, width)] : [first.trimEnd(), fitted(rest.trim(), width)];
}

/** Puts spans of a line, given from left to right, into as many rows as it takes that no two overlap: row of each, from 0. */
export function rowsApart(spans: [start: number, end: number][]): number[] {
  const ends: number[] = [];
  return spans.map(([start, end]) => {
    const free = ends.findIndex((until) => until <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = end;
    return row;
  });
}

/**
 * Moves places that lie closer than `gap` apart, in their order, none by more than it takes.
 *
 * @param places ascending
 */
export function movedApart(places: number[], gap: number, [low, high]: [number, number]): number[] {
  const moved = [...places];
  for (let index = 0; index < moved.length; index++) moved[index] = Math.max(moved[index]!, index === 0 ? low : moved[index - 1]! + gap);
  for (let index = moved.length - 1; index >= 0; index--) moved[index] = Math.min(moved[index]!, index === moved.length - 1 ? Math.max(high, low) : moved[index + 1]! - gap);
  return moved;
}
