import { expect, test } from "vitest";
import { calibration } from "../../src/components/calibration.js";
import { dataOf, drawingOf, faultsOf, textsOf, withDocument } from "./document.js";

withDocument();

const options = { label: "Chances and what came", predictedLabel: "Predicted", shareLabel: "Share who left", membersLabel: "Customers" };
const points = [{ predicted: 0.05, share: 0.1, low: 0.04, high: 0.2, members: 50 }, { predicted: 0.6, share: 0.55, low: 0.4, high: 0.7, members: 49 }];

test("each group is a dot with its limits, and the diagonal says where the two are the same", () => {
  const figure = calibration(points, options);
  const { svg } = drawingOf(figure);
  expect(svg.querySelectorAll("circle")).toHaveLength(2);
  expect(textsOf(figure)).toEqual(expect.arrayContaining(["as predicted", "Predicted"]));
  expect(dataOf(figure)).toEqual([
    ["Predicted", "Share who left", "Lower limit", "Upper limit", "Customers"], ["5.0%", "10.0%", "4.0%", "20.0%", "50"], ["60.0%", "55.0%", "40.0%", "70.0%", "49"],
  ]);
  expect(faultsOf(figure)).toEqual([]);
});

test("both axes end where the largest limit does, at a whole tenth and never beyond all", () => {
  const place = (high: number) => drawingOf(calibration([{ ...points[1]!, high }], options)).texts.filter((text) => text.endsWith("%"));
  expect(place(0.65)).not.toContain("80%");
  expect(place(1)).toContain("100%");
  expect(place(1)).not.toContain("110%");
});

test("without a group it says so", () => {
  expect(calibration([], options).textContent).toBe("None.");
});
