import { expect, test } from "vitest";
import { scatter } from "../../src/components/scatter.js";
import { integer } from "../../src/lib/format.js";
import { dataOf, faultsOf, textsOf, withDocument } from "./document.js";

withDocument();

const points = [{ x: 1, y: 1, group: "a" }, { x: 5, y: 5, group: "a" }, { x: 9, y: 1, group: "b" }];
const options = { label: "Loyalty", xLabel: "Behaviour", yLabel: "Attitude", xFormat: integer, yFormat: integer, xLog: false, yLog: false };

test("the table behind the points sums them up by group", () => {
  const figure = scatter(points, [{ group: "a", name: "First", mark: "1", middle: { x: 3, y: 3 } }, { group: "b", name: "Second", mark: "2", middle: { x: 9, y: 1 } }], options);
  expect(dataOf(figure)).toEqual([["Group", "Points", "Behaviour, in the middle", "Attitude, in the middle"], ["First", "2", "3", "3"], ["Second", "1", "9", "1"]]);
  expect(faultsOf(figure)).toEqual([]);
});

test("quadrants name and count their points; a point on a cut belongs to the greater side", () => {
  const names = { topLeft: "Latent", topRight: "True", bottomLeft: "None", bottomRight: "Spurious" };
  const figure = scatter(points, [{ group: "a", name: "First", mark: "" }], { ...options, quadrants: { x: 5, y: 5, names } });
  expect(textsOf(figure)).toEqual(expect.arrayContaining(["Latent|0", "True|1", "None|1", "Spurious|1"]));
  expect(dataOf(figure)).toEqual([["Group", "Points"], ["First", "2"], ["Latent", "0"], ["True", "1"], ["None", "1"], ["Spurious", "1"]]);
});
