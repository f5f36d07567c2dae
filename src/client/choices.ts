import { sum, sumBy, type Cube } from "../selection/cubes.js";
import { periodTitle, type Period } from "../selection/periods.js";
import { cellMask } from "../selection/mask.js";
import { addressValue, FOLDED_VALUE, MISSING_VALUE, wholeSelection, type Selectable, type Selection } from "../selection/selection.js";
import { fetchCube } from "./arrow.js";
import { fetchJson, once } from "./site.js";

export interface Choice { value: string; customers: number }

/** What the reader can choose from, and what a choice amounts to. */
export interface Choices {
  cells: Cube;
  periods: (Period & { title: string })[];
  periodTitle(period: string): string;
  /** Values of an attribute with the customers that have them, given what else is selected. */
  of(name: Selectable, selection: Selection): Choice[];
  /** What of a selection this run has: an address may come from another run, or from anybody. */
  known(selection: Selection): Selection;
  /** Customers that are selected, and all there are. */
  count(selection: Selection): { customers: number; all: number };
}

export const loadChoices = (): Promise<Choices> => once("choices", async () => {
  const [cells, { rows }] = await Promise.all([
    fetchCube("selection/selection_cells.arrow.gz"), fetchJson<{ rows: Period[] }>("selection/selection_periods.json"),
  ]);
  const knownValues = new Map<Selectable, Set<string>>();
  /** Values of an attribute that anybody has, as an address writes them. */
  function valuesOf(name: Selectable): Set<string> {
    const values = knownValues.get(name) ?? new Set(name in cells.columns ? choicesOf(cells, name, wholeSelection).map(({ value }) => value) : []);
    knownValues.set(name, values);
    return values;
  }
  const all = sum(cells, undefined, ["customers"]).customers;
  return {
    cells,
    periods: rows.map((period) => ({ ...period, title: periodTitle(period) })),
    periodTitle: (name) => {
      const period = rows.find(({ period }) => period === name);
      return period ? periodTitle(period) : name;
    },
    of: (name, selection) => choicesOf(cells, name, selection),
    known: ({ period, values }) => ({
      period: rows.some((row) => row.period === period) ? period : null,
      values: Object.fromEntries((Object.entries(values) as [Selectable, string[]][]).flatMap(([name, wanted]) => {
        const own = wanted.filter((value) => valuesOf(name).has(value));
        return own.length > 0 ? [[name, own]] : [];
      })),
    }),
    count: (selection) => ({ customers: sum(cells, cellMask(cells, selection), ["customers"]).customers, all }),
  };
});

/** The cube that says what customers did in a period. */
export const changesFile = (period: string): string => `selection/selection_changes/${period}.arrow.gz`;

/** Fetches what the periods need before one of them is chosen, one after another; what fails is asked for again by whoever needs it. */
export async function fetchPeriods({ periods }: Choices): Promise<void> {
  for (const { period } of periods) await fetchCube(changesFile(period)).catch(() => undefined);
}

function choicesOf(cells: Cube, name: Selectable, selection: Selection): Choice[] {
  const others = { ...selection.values, [name]: undefined };
  const kind = `${name}_kind`;
  const position = `${name}_position`;
  const keys = [name, ...[kind, position].filter((column) => column in cells.columns)];
  const counted = new Map(sumBy(cells, cellMask(cells, { values: others }), keys, ["customers"]).map((row) => [address(row), row.customers]));
  return sumBy(cells, undefined, keys, ["customers"])
    .sort((a, b) => rank(a) - rank(b) || Number(a[position] ?? 0) - Number(b[position] ?? 0) || b.customers - a.customers)
    .map((row) => ({ value: address(row), customers: counted.get(address(row)) ?? 0 }));

  function address(row: Record<string, unknown>): string {
    return addressValue(row[name] as string | null, (row[kind] as "value" | undefined) ?? undefined);
  }
  /** What is no value of its own stands last. */
  function rank(row: Record<string, unknown>): number {
    return address(row) === MISSING_VALUE ? 2 : address(row) === FOLDED_VALUE ? 1 : 0;
  }
}
