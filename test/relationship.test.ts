import { expect, test } from "vitest";
import { settingsSchema } from "../pipeline/settings.js";

const { levels } = settingsSchema.parse({}).relationship;

// Entry kotler.levels of the reference numbers: the five levels of Kotler and Keller, in their order.
test("the levels of relationship are those of the literature, and no higher one asks for fewer contacts", () => {
  expect(levels.map(({ level }) => level)).toEqual(["basic", "reactive", "accountable", "proactive", "partnership"]);
  // A contact each quarter, each month, every two weeks and each week.
  expect(levels.map(({ contacts_per_month: contacts }) => contacts)).toEqual([0, 1 / 3, 1, 2, 4]);
});

test("settings that contradict each other are told", () => {
  const told = (own: object) => settingsSchema.safeParse({ relationship: own }).error?.issues.map(({ message }) => message);
  expect(told({ few_share: 0.1, many_share: 0.05 })).toEqual(["many_share is below few_share"]);
  expect(told({ low_margin_factor: 3 })).toEqual(["high_margin_factor is below low_margin_factor"]);
  expect(told({ levels: levels.map((level) => ({ ...level, level: "same" })) })).toEqual(["two levels have one name"]);
  expect(told({ levels: [...levels].reverse() })).toEqual(["contacts_per_month must not fall from level to level"]);
  expect(told({ levels: levels.slice(1) })).toHaveLength(1);
});
