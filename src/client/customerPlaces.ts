import { changeOf, type CustomerOrder } from "../lib/customerRow.js";
import type { Row } from "../lib/page.js";
import { columnOf, valueOf, type Cube } from "../selection/cubes.js";
import { fits, type WantedAttribute } from "../selection/linked.js";

type Value = string | number | null;

/** A customer by the file of the index and its row there; in a period of the reader's, with what it did there. */
export interface Place {
  part: Cube;
  row: number;
  /** Figures of the period; of a customer without any in it, none but NULLs. Absent in the current window. */
  period?: { cube: Cube; row: number | undefined };
}

/** What customers did in a period: the rows of its file by the row of the customer in the index. */
export interface PeriodFigures {
  cube: Cube;
  rowOf: ReadonlyMap<number, number>;
}

/** @param cube file of the period; absent where nobody has figures in it */
export function periodFigures(cube: Cube | undefined): PeriodFigures {
  if (!cube) return { cube: { length: 0, columns: {} }, rowOf: new Map() };
  const customers = cube.columns.customer_row!.values as ArrayLike<number>;
  return { cube, rowOf: new Map(Array.from(customers, (customer, row) => [customer, row])) };
}

/** Columns of the index that are of the current window, with those of customer_periods that stand for them in a period. */
const windowColumns: Record<string, string | null> = {
  driver: "period_driver", current_orders: "period_orders", current_revenue: "period_revenue", prior_revenue: "prior_period_revenue",
  // Not known of other periods.
  profit: null,
};

/** A figure of a customer as the index has it. */
export const indexValue = ({ part, row }: Place, column: string): Value => valueOf(part.columns[column]!, row);

/** A figure of a customer in the period of the place. */
export const periodValue = ({ period }: Place, column: string): Value => (period?.row === undefined ? null : valueOf(period.cube.columns[column]!, period.row));

/** A figure of a customer: of the period of the place where it depends on one. */
export function at(place: Place, column: string): Value {
  const own = place.period && windowColumns[column];
  return own === undefined ? indexValue(place, column) : own === null ? null : periodValue(place, own);
}

/** All that is known of a customer, in the period of the place. */
export const rowOf = (place: Place): Row => Object.fromEntries(Object.keys(place.part.columns).map((name) => [name, at(place, name)]));

/** What a list of customers is narrowed to. */
export interface Wanted {
  /** 1 for each cell that is selected; all where absent. */
  mask: Uint8Array | undefined;
  attributes: WantedAttribute[];
  /** Part of the name, in whatever case. */
  text: string;
}

/** A part of the index, the groups of its customers in the same order where they are asked for, and the row of the index that it begins with. */
export interface IndexPart { cube: Cube; groups: Cube | undefined; offset: number }

/** The customers of a part of the index that fit, in its order. */
export function placesIn({ cube: part, groups, offset }: IndexPart, { mask, attributes, text }: Wanted, figures: PeriodFigures | undefined): Place[] {
  const cells = part.columns.cell!.values as ArrayLike<number>;
  const typed = text.trim().toLocaleLowerCase();
  const found: Place[] = [];
  for (let row = 0; row < part.length; row++) {
    if (mask && mask[cells[row]!] !== 1) continue;
    const place: Place = { part, row, ...(figures && { period: { cube: figures.cube, row: figures.rowOf.get(offset + row) } }) };
    if (!fits(attributes, (column) => (column in part.columns ? at(place, column) : valueOf(columnOf(groups!, column), row)))) continue;
    if (typed !== "" && !String(at(place, "label")).toLocaleLowerCase().includes(typed)) continue;
    found.push(place);
  }
  return found;
}

/** Customers in an order; those without the figure stand last. */
export function sorted(places: Place[], order: CustomerOrder): Place[] {
  // The index has those with the most revenue in the window first.
  if (order === "current_revenue" && !places[0]?.period) return places;
  if (order === "label") {
    const collator = new Intl.Collator(undefined, { numeric: true });
    return [...places].sort((a, b) => collator.compare(String(at(a, "label")), String(at(b, "label"))));
  }
  const isAscending = order === "change" || order === "profit";
  const keyed = places.map((place) => {
    const value = order === "change" || order === "gain" ? changeAt(place) : (at(place, order) as number | null);
    return { place, key: value === null ? Infinity : isAscending ? value : -value };
  });
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ place }) => place);
}

const changeAt = (place: Place) => changeOf({
  driver: at(place, "driver") as string | null, current_revenue: at(place, "current_revenue") as number | null, prior_revenue: at(place, "prior_revenue") as number | null,
});
