import { MISSING } from "../lib/format.js";

/**
 * The number that a formatted text stands for, so that a table can be sorted by what it shows: €1.2M, −3.4%, 12.3万, 30 June
 * 2025, 2025年6月30日. NaN where it begins with none.
 */
export function shownNumber(text: string): number {
  const trimmed = text.trim();
  const english = /^(?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]* (\d{4})$/.exec(trimmed);
  if (english) return Date.parse(`${english[1] ?? 1} ${english[2]!} ${english[3]!} UTC`);
  const chinese = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(trimmed);
  if (chinese) return Date.UTC(Number(chinese[1]), Number(chinese[2]) - 1, Number(chinese[3] ?? 1));
  const match = /^[^\d−-]{0,5}([−-]?)[^\d−]{0,5}(\d[\d,]*(?:\.\d+)?)\s?(K|M|B|T|万亿|万|亿)?(?![\d])/u.exec(trimmed);
  if (!match) return Number.NaN;
  return (match[1] ? -1 : 1) * Number(match[2]!.replaceAll(",", "")) * (scales[match[3] ?? ""] ?? 1);
}

const scales: Record<string, number> = { K: 1e3, M: 1e6, B: 1e9, T: 1e12, 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/**
 * Positions of cells in ascending or descending order; what shows nothing stands last either way, equal ones stay in
 * their order.
 *
 * @param values of a column: its texts, or the numbers that they stand for, NaN where they stand for none
 */
export function tableOrder(values: string[] | number[], { isDescending, language }: { isDescending: boolean; language: string }): number[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = isDescending ? -1 : 1;
  const isEmpty = (value: string | number) => value === "" || value === MISSING || Number.isNaN(value);
  const compared = (a: string | number, b: string | number) => (typeof a === "number" ? a - Number(b) : collator.compare(a, String(b)));
  return [...values.keys()].sort((a, b) => {
    const [one, other] = [values[a]!, values[b]!];
    if (isEmpty(one) || isEmpty(other)) return Number(isEmpty(one)) - Number(isEmpty(other)) || a - b;
    return sign * compared(one, other) || a - b;
  });
}
