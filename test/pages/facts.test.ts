import { expect, test } from "vitest";
import { moneyFormats } from "../../src/lib/format.js";
import type { Context } from "../../src/lib/page.js";
import { hiddenByProduct } from "../../src/pages/composition/change.js";
import type { Product } from "../../src/pages/composition/rows.js";

/* Sentences made from the data, worked by hand. */

const context = moneyFormats("EUR") as unknown as Context;
const product = (name: string, change: number): Product => ({ product: name, category: null, status: "kept", customers: 1, quantity: null, prior_quantity: null, change });

test("one product hides that all others fell, or rose", () => {
  // 21,000 - 144,000 = -123,000
  expect(hiddenByProduct(context, [product("Decaf", 144_000), product("Tea", -26_000)], 21_000)).toBe("Apart from Decaf (+\u2060€144K), revenue fell by €123K.");
  // -1,000 + 2,500 = 1,500
  expect(hiddenByProduct(context, [product("Decaf", 144), product("P1", -2500)], -1000)).toBe("Apart from P1 (-€2,500), revenue rose by €1,500.".replace("-", "−"));
});

test.each([
  ["the others rose too", [product("Decaf", 100)], 300],
  ["the others stayed as they were", [product("Decaf", 100)], 100],
  ["the largest move goes against the change", [product("Tea", -50)], 100],
  ["nothing changed", [product("Decaf", 100), product("Tea", -100)], 0],
  ["the change is not known", [product("Decaf", 100)], null],
  ["no product is known", [], 100],
])("no product hides anything where %s", (_, products, change) => {
  expect(hiddenByProduct(context, products, change)).toBe("");
});
