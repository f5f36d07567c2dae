import { t } from "../../lib/language.js";

/** The change of most weight in a direction, if any. */
export const largest = <T extends { change: number | null }>(rows: T[], sign: 1 | -1) =>
  rows.filter((row) => Math.sign(row.change ?? 0) === sign).sort((a, b) => Math.abs(b.change!) - Math.abs(a.change!))[0];

/** How the largest gain and the largest loss read together. */
export function gainAndLoss<T extends { change: number }>(rows: T[], gain: (row: T) => string, loss: (row: T) => string): string {
  const parts = [largest(rows, 1), largest(rows, -1)].filter((row) => row !== undefined).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return parts.map((row) => (row.change > 0 ? gain(row) : loss(row))).join(t`, `);
}
