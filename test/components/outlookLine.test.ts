import { expect, test } from "vitest";
import { outlookLine, type Outlook } from "../../src/components/outlookLine.js";
import { faultsOf, withDocument } from "./document.js";

withDocument();

// January of a year without a leap day to the next: 365 days, so that years stand equally far apart.
const points = (...values: (number | null)[]) => values.map((value, index) => ({ date: `${2021 + index}-01-01`, value }));
const leads: Outlook = { date: "2023-01-01", value: 3, low: 1, high: 5 };
/** Drawn 100 wide and 40 high between its margins: from 5 to 105, from 45 up to 5. */
const draw = (past: (number | null)[], outlook: Outlook | null = null, minimum?: number) =>
  outlookLine(points(...past), outlook, { label: "Dec 2022 2.0", minimum, width: 112, height: 50 });
const circlesOf = (drawn: Element, name: string) => [...drawn.querySelectorAll(`circle.${name}`)].map((circle) => [Number(circle.getAttribute("cx")), Number(circle.getAttribute("cy"))]);

test("values so far are points on a line, and the outlook a hollow point on the bar of its interval", () => {
  const drawn = draw([1, 3], leads);
  expect(circlesOf(drawn, "series-1")).toEqual([[5, 45], [55, 25]]);
  expect(circlesOf(drawn, "outlook-point")).toEqual([[105, 25]]);
  // From 5 at the top to 1 at the bottom, with an end 8 wide at both.
  expect(drawn.querySelector(".outlook-interval")!.getAttribute("d")).toBe("M101 5h8m-4 0V45m-4 0h8");
  expect(drawn.querySelector(".outlook-past")!.getAttribute("d")).toBe("M5,45L55,25");
  expect(drawn.querySelector(".outlook-path")!.getAttribute("d")).toBe("M55,25L105,25");
  expect([drawn.getAttribute("role"), drawn.getAttribute("aria-label")]).toEqual(["img", "Dec 2022 2.0"]);
});

test("a value that is not known is left out, not drawn as 0", () => {
  expect(circlesOf(draw([2, null, 4]), "series-1")).toEqual([[5, 45], [105, 5]]);
});

test("a small change looks small: the height stands for a least range", () => {
  // 2 to 3 within a range of 4: a quarter of the height, in its middle.
  expect(circlesOf(draw([2, 3], null, 4), "series-1")).toEqual([[5, 30], [105, 20]]);
});

test.each([[[1]], [[null]], [[]]])("one value is a point, none draws nothing: %j", (past) => {
  const drawn = draw(past);
  expect(circlesOf(drawn, "series-1")).toHaveLength(past.filter((value) => value !== null).length);
  expect(faultsOf(drawn)).toEqual([]);
  // An outlook leads on from a value.
  expect(circlesOf(draw(past, leads), "outlook-point")).toHaveLength(past[0] === 1 ? 1 : 0);
  expect(faultsOf(draw(past, leads))).toEqual([]);
});

test("its name stays text", () => {
  const drawn = outlookLine([], null, { label: "\"><script>x</script>" });
  expect(drawn.querySelector("script")).toBeNull();
  expect(drawn.getAttribute("aria-label")).toBe("\"><script>x</script>");
});
