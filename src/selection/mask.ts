import { valueOf, type Cube } from "./cubes.js";
import { addressValue, selectable, type Selection } from "./selection.js";

/** Which cells a selection takes in: 1 for each that it does, by number of the cell. Undefined where it takes in all. */
export function cellMask(cells: Cube, { values }: Pick<Selection, "values">): Uint8Array | undefined {
  const narrowed = selectable.flatMap((name) => {
    const chosen = values[name];
    return chosen ? [{ column: cells.columns[name]!, kind: cells.columns[`${name}_kind`], chosen: new Set(chosen) }] : [];
  });
  if (narrowed.length === 0) return undefined;
  const numbers = cells.columns.cell!.values as ArrayLike<number>;
  let largest = 0;
  for (let row = 0; row < cells.length; row++) largest = Math.max(largest, numbers[row]!);
  const mask = new Uint8Array(largest + 1);
  for (let row = 0; row < cells.length; row++) {
    const fits = narrowed.every(({ column, kind, chosen }) =>
      chosen.has(addressValue(valueOf(column, row) as string | null, kind ? (valueOf(kind, row) as "value" | "folded" | "missing") : undefined)));
    if (fits) mask[numbers[row]!] = 1;
  }
  return mask;
}
