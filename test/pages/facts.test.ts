import { expect, test } from "vitest";
import { moneyFormats } from "../../src/lib/format.js";
import type { Context } from "../../src/lib/page.js";
import { hiddenByProduct } from "../../src/pages/composition/change.js";

/* Sentences made from the data, worked by hand. */

const context = moneyFormats("EUR") as unknown as Context;

test("one product hides that all others fell, or rose, or none does", () => {
  expect(hiddenByProduct(context, { product: "Decaf", product_change: 144_000, others_change: -123_000 })).toBe("Apart from Decaf (+\u2060€144K), revenue fell by €123K.");
  expect(hiddenByProduct(context, { product: "P1", product_change: -2500, others_change: 1500 })).toBe("Apart from P1 (−€2,500), revenue rose by €1,500.");
  expect(hiddenByProduct(context, undefined)).toBe("");
});
