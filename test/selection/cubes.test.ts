import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundAmount } from "../../src/lib/amount.js";
import { condensed, sum, sumBy, sumKnownBy, type Cube } from "../../src/selection/cubes.js";
import { cellMask } from "../../src/selection/mask.js";
import { addressValue, FOLDED_VALUE, isNarrowed, MISSING_VALUE, narrowsCustomers, parseSelection, selectable, selectionQuery, type Selection } from "../../src/selection/selection.js";

/* Sums over cells, which of them are selected, and the selection in the address: by hand-worked cubes and by laws. */

const mask = (...cells: number[]) => Uint8Array.from({ length: 4 }, (_, cell) => Number(cells.includes(cell)));

describe("sums of a cube", () => {
  // cell  group  half  orders  amount
  //  0    North   1      2      1.5
  //  1    South   1      3      NULL
  //  0    (none)  2      5      0.1
  //  2    South   2      7      0.2
  //  3    East    1      1      NULL
  const cube: Cube = {
    length: 5,
    columns: {
      cell: { values: [0, 1, 0, 2, 3] },
      group: { values: [0, 1, null, 1, 2], names: ["North", "South", "East"] },
      half: { values: [1, 1, 2, 2, 1] },
      orders: { values: [2, 3, 5, 7, 1] },
      amount: { values: [1.5, null, 0.1, 0.2, null] },
    },
  };

  test("stand by key, text as text and what has none as NULL", () => {
    expect(sumBy(cube, undefined, ["group"], ["orders"])).toEqual([
      { group: "North", orders: 2 }, { group: "South", orders: 3 + 7 }, { group: null, orders: 5 }, { group: "East", orders: 1 },
    ]);
  });

  test("keep apart what differs in any of several keys", () => {
    expect(sumBy(cube, undefined, ["group", "half"], ["orders"])).toEqual([
      { group: "North", half: 1, orders: 2 }, { group: "South", half: 1, orders: 3 }, { group: null, half: 2, orders: 5 },
      { group: "South", half: 2, orders: 7 }, { group: "East", half: 1, orders: 1 },
    ]);
  });

  test("take in the cells selected alone", () => {
    expect(sumBy(cube, mask(0, 2), ["group"], ["orders", "amount"])).toEqual([
      { group: "North", orders: 2, amount: 1.5 }, { group: null, orders: 5, amount: 0.1 }, { group: "South", orders: 7, amount: 0.2 },
    ]);
    expect(sumBy(cube, mask(), ["group"], ["orders"])).toEqual([]);
  });

  test("count NULL as nothing, or are NULL where nothing is known", () => {
    expect(sumBy(cube, mask(1, 3), [], ["amount"])).toEqual([{ amount: 0 }]);
    expect(sumKnownBy(cube, mask(1, 3), [], ["amount"])).toEqual([{ amount: null }]);
    expect(sumKnownBy(cube, undefined, ["group"], ["amount"])).toEqual([
      { group: "North", amount: 1.5 }, { group: "South", amount: 0.2 }, { group: null, amount: 0.1 }, { group: "East", amount: null },
    ]);
  });

  test("are zero over no row, and exact to four decimals", () => {
    expect(sum(cube, mask(), ["orders", "amount"])).toEqual({ orders: 0, amount: 0 });
    // In doubles 0.1 + 0.2 is 0.30000000000000004.
    expect(sum(cube, mask(0, 2), ["amount"])).toEqual({ amount: 1.8 });
    expect(sumBy({ length: 0, columns: { cell: { values: [] }, orders: { values: [] } } }, undefined, [], ["orders"])).toEqual([]);
  });

  const sums = fc.array(fc.record({ cell: fc.integer({ min: 0, max: 3 }), group: fc.option(fc.integer({ min: 0, max: 2 })), half: fc.integer({ min: 1, max: 2 }), amount: fc.option(fc.integer({ min: -99_999, max: 99_999 })) }));
  const cubeOf = (rows: { cell: number; group: number | null; half: number; amount: number | null }[]): Cube => ({ length: rows.length, columns: {
    cell: { values: rows.map(({ cell }) => cell) }, group: { values: rows.map(({ group }) => group), names: ["North", "South", "East"] },
    half: { values: rows.map(({ half }) => half) }, amount: { values: rows.map(({ amount }) => (amount === null ? null : amount / 100)) },
  } });

  test("of a cube that is condensed are those of the cube, in its order", () => {
    const small = condensed(cube, mask(0, 2), ["group", "half"], ["orders", "amount"]);
    expect([small.length, sumBy(small, undefined, ["group", "half"], ["orders"])]).toEqual([3, [{ group: "North", half: 1, orders: 2 }, { group: null, half: 2, orders: 5 }, { group: "South", half: 2, orders: 7 }]]);
    fc.assert(fc.property(sums, fc.subarray([0, 1, 2, 3]), (rows, cells) => {
      const large = cubeOf(rows);
      expect(sumBy(condensed(large, mask(...cells), ["group", "half"], ["amount"]), undefined, ["half"], ["amount"])).toEqual(sumBy(large, mask(...cells), ["half"], ["amount"]));
    }));
  });

  test("of parts that divide the cells add up to those of all, whatever was asked before", () => {
    fc.assert(fc.property(sums, fc.subarray([0, 1, 2, 3]), (rows, cells) => {
      const large = cubeOf(rows);
      const others = [0, 1, 2, 3].filter((cell) => !cells.includes(cell));
      const of = (...part: number[]) => sum(large, mask(...part), ["amount"]).amount;
      expect(roundAmount(of(...cells) + of(...others))).toBe(sum(large, undefined, ["amount"]).amount);
    }));
  });

  test("name the column that a cube lacks", () => {
    expect(() => sumBy(cube, undefined, ["colour"], ["orders"])).toThrow("colour");
  });
});

// cell  kind      region        owner
//  0    business  North         Ann
//  1    business  (folded)      (missing)
//  2    consumer  (missing)     Ann
//  3    (none)    ~odd & named  (folded)
const regions = ["North", "~odd & named"];
const cells: Cube = {
  length: 4,
  columns: {
    cell: { values: [0, 1, 2, 3] },
    kind: { values: [0, 0, 1, null], names: ["business", "consumer"] },
    region: { values: [0, null, null, 1], names: regions },
    region_kind: { values: [0, 1, 2, 0], names: ["value", "folded", "missing"] },
    tier: { values: [0, 0, 1, 1], names: ["key", "small"] },
    segment: { values: [0, null, 0, null], names: ["loyal"] },
    owner: { values: [0, null, 0, null], names: ["Ann"] },
    owner_kind: { values: [0, 2, 0, 1], names: ["value", "folded", "missing"] },
    customers: { values: [1, 2, 3, 4] },
  },
};
const chosen = (values: Selection["values"]) => [...(cellMask(cells, { values }) ?? [1, 1, 1, 1])];

describe("the cells of a selection", () => {
  test("are all where nothing is selected", () => expect(cellMask(cells, { values: {} })).toBeUndefined());

  test.each([
    ["a value", { kind: ["business"] }, [1, 1, 0, 0]],
    ["a value that no customer has", { kind: ["distributor"] }, [0, 0, 0, 0]],
    ["those without a value", { kind: [MISSING_VALUE] }, [0, 0, 0, 1]],
    ["those without a region, which are not the folded ones", { region: [MISSING_VALUE] }, [0, 0, 1, 0]],
    ["the folded ones", { region: [FOLDED_VALUE] }, [0, 1, 0, 0]],
    ["a value that begins as the address form of no value does", { region: ["~~odd & named"] }, [0, 0, 0, 1]],
  ])("take in %s", (_, values, expected) => expect(chosen(values)).toEqual(expected));

  const values = fc.record(Object.fromEntries(selectable.map((name) => [name, fc.subarray(
    name === "kind" ? ["business", "consumer", MISSING_VALUE] : name === "region" ? ["North", "~~odd & named", MISSING_VALUE, FOLDED_VALUE]
      : name === "tier" ? ["key", "small"] : name === "segment" ? ["loyal", MISSING_VALUE] : ["Ann", MISSING_VALUE, FOLDED_VALUE], { minLength: 1 })])), { requiredKeys: [] });

  test("of several values are those of any, of several attributes those of all", () => {
    fc.assert(fc.property(values, (selection) => {
      const parts = Object.entries(selection).map(([name, several]) => {
        const union = (several as string[]).map((value) => chosen({ [name]: [value] }));
        expect(chosen({ [name]: several })).toEqual([0, 1, 2, 3].map((cell) => Number(union.some((one) => one[cell] === 1))));
        return chosen({ [name]: several });
      });
      expect(chosen(selection)).toEqual([0, 1, 2, 3].map((cell) => Number(parts.every((part) => part[cell] === 1))));
    }), { numRuns: 200 });
  });
});

describe("a selection in the address", () => {
  const name = fc.oneof(fc.string({ minLength: 1, unit: "grapheme" }), fc.constantFrom("North & South", "a=b", "100 %", "~tilde", "Zürich", "华东", "a+b", "#1"));
  const selection = fc.record({
    period: fc.option(fc.constantFrom("2025", "2025-Q3", "last-3-months"), { nil: null }),
    values: fc.record(Object.fromEntries(selectable.map((attribute) => [attribute, fc.uniqueArray(name.map((value) => addressValue(value)), { minLength: 1, maxLength: 3 })])), { requiredKeys: [] }),
  }) as fc.Arbitrary<Selection>;

  test("reads as it was written, whatever the values are", () => {
    fc.assert(fc.property(selection, (written) => { expect(parseSelection(selectionQuery(written))).toEqual(written); }), { numRuns: 300 });
  });

  test("keeps what is no value apart from every value", () => {
    fc.assert(fc.property(fc.string(), (value) => {
      expect([MISSING_VALUE, FOLDED_VALUE]).not.toContain(addressValue(value));
    }));
    expect([addressValue(null), addressValue(null, "folded"), addressValue("~missing")]).toEqual([MISSING_VALUE, FOLDED_VALUE, "~~missing"]);
  });

  test("passes over what it does not know, what is empty and what is said twice", () => {
    const read = parseSelection("?colour=red&region=&region=North&region=North&period=");
    expect(read).toEqual({ period: null, values: { region: ["North"] } });
    expect(selectionQuery(read)).toBe("region=North");
    expect([isNarrowed(read), narrowsCustomers(read)]).toEqual([true, true]);
    expect([isNarrowed(parseSelection("period=2025")), narrowsCustomers(parseSelection("period=2025")), isNarrowed(parseSelection(""))]).toEqual([true, false, false]);
  });
});
