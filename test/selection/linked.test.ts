import { expect, test } from "vitest";
import { columnOf, valueOf, type Cube, type CubeColumn } from "../../src/selection/cubes.js";
import { fits, wantedAttributes } from "../../src/selection/linked.js";

/* Which customers a link asks for. */

const texts = (...values: (string | null)[]): CubeColumn => {
  const names = [...new Set(values.filter((value) => value !== null))];
  return { names, values: values.map((value) => (value === null ? null : names.indexOf(value))) };
};
const index: Cube = {
  length: 4,
  columns: {
    country: texts("Austria", "Spain", null, "Spain"),
    region: texts("North", "South", "South", null),
    debt_ages: texts("1 to 30 days\nover 90 days", "over 90 days", null, "credit"),
    recency_score: { values: [5, 4, 5, null] },
  },
};
/** Rows that fit an address. */
const found = (query: string) => {
  const wanted = wantedAttributes(query);
  return [0, 1, 2, 3].filter((row) => fits(wanted, (column) => valueOf(columnOf(index, column), row)));
};

test("a customer has one of the values of each attribute that is asked for", () => {
  expect(found("")).toEqual([0, 1, 2, 3]);
  expect(found("country=Spain")).toEqual([1, 3]);
  expect(found("country=Spain&country=Austria&recency_score=5")).toEqual([0]);
});

test("who has several values has each of them, whole", () => {
  expect(found("debt_age=over+90+days")).toEqual([0, 1]);
  expect(found("debt_age=1+to+30+days")).toEqual([0]);
  expect(found("debt_age=30+days")).toEqual([]);
});

test("who has no value is asked for by that, and has none of the others", () => {
  expect(found("country=~missing")).toEqual([2]);
  expect(found("country=~missing&country=Austria")).toEqual([0, 2]);
});

test("all but some values are those who have another", () => {
  expect(found("not_country=Spain")).toEqual([0]);
  expect(found("not_debt_age=over+90+days")).toEqual([0, 3]);
});

test("what the pages are filtered by is left to the filter, but for all but some", () => {
  expect(found("region=North")).toEqual([0, 1, 2, 3]);
  expect(found("not_region=North")).toEqual([1, 2]);
});
