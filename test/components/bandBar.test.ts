import { expect, test } from "vitest";
import { bandBar, bandLegend, type BandScale, type Peers } from "../../src/components/bandBar.js";
import { zh } from "../../src/languages/zh.js";
import { useLanguage } from "../../src/lib/language.js";
import { faultsOf, withDocument } from "./document.js";

withDocument();

/** From critical to strong: 0.5 to 1, to 1.5, to 2, to 2.5. */
const higher: BandScale = { weak: 1, adequate: 1.5, strong: 2 };
/** 100 to 90, to 60, to 50, to 30: the outer bands are as wide as the inner two on average, 20. */
const lower: BandScale = { weak: 90, adequate: 60, strong: 50 };
const draw = (value: number | null, scale: BandScale, peers?: Peers | null) => bandBar(value, scale, { peers, label: "Current ratio: 1.75" });
const placesOf = (bar: Element, mark: string) => [...bar.querySelectorAll(mark)].map((found) => found.parentElement!.getAttribute("x"));
const bandsOf = (bar: Element) => [...bar.querySelectorAll("rect")].map((band) => [band.getAttribute("class"), band.getAttribute("x"), band.getAttribute("width")]);
const rangeOf = (bar: Element) => [...bar.querySelectorAll("line.band-range")].map((line) => [line.getAttribute("x1"), line.getAttribute("x2")]);

test("bands are drawn to scale from critical to strong, whichever way is good", () => {
  expect(bandsOf(draw(null, higher))).toEqual([["band-critical", "0%", "25%"], ["band-weak", "25%", "25%"], ["band-adequate", "50%", "25%"], ["band-strong", "75%", "25%"]]);
  // From 110, over 90 at 25 % and 50 at 75 %: 60 lies at (110 - 60) / 80.
  expect(bandsOf(draw(null, lower)).map(([, x]) => x)).toEqual(["0%", "25%", "62.5%", "75%"]);
});

test("a value stands at its place, and beyond the scale as an arrow at the edge", () => {
  expect(placesOf(draw(1.75, higher), "path.band-value")).toEqual(["62.5%"]);
  expect(placesOf(draw(70, lower), "path.band-value")).toEqual(["50%"]);
  const [far, low] = [draw(9, higher), draw(-9, higher)];
  expect([placesOf(far, "path.band-value"), placesOf(low, "path.band-value")]).toEqual([["100%"], ["0%"]]);
  const shapes = [draw(1.75, higher), far, low].map((bar) => bar.querySelector("path.band-value")!.getAttribute("d"));
  expect(new Set(shapes).size).toBe(3);
});

test("the industry is shown by its median and its middle half", () => {
  const bar = draw(1.75, higher, { lower: 1, median: 1.5, upper: 2.25 });
  expect(placesOf(bar, "circle.band-median")).toEqual(["50%"]);
  expect(rangeOf(bar)).toEqual([["25%", "87.5%"]]);
  expect(placesOf(bar, "path.band-range")).toEqual(["25%", "87.5%"]);
  // Where less is better the lower quartile lies to the right.
  expect(rangeOf(draw(70, lower, { lower: 50, median: 70, upper: 90 }))).toEqual([["75%", "25%"]]);
});

test("a quartile beyond the scale has no end there, a median beyond it is a hollow arrow", () => {
  const bar = draw(1.75, higher, { lower: 1.5, median: 4, upper: 9 });
  expect(rangeOf(bar)).toEqual([["50%", "100%"]]);
  expect(placesOf(bar, "path.band-range")).toEqual(["50%"]);
  expect(bar.querySelector("circle")).toBeNull();
  expect(placesOf(bar, "path.band-median")).toEqual(["100%"]);
});

test("without a value there is no mark of one, and without enough clients none of the industry", () => {
  const bar = draw(null, higher, null);
  expect(bar.querySelector(".band-value, .band-median, .band-range")).toBeNull();
  expect(faultsOf(bar)).toEqual([]);
  expect(draw(null, higher, { lower: 1, median: 1.5, upper: 2 }).querySelector(".band-median")).not.toBeNull();
});

test("it is an image with a name, in which text of the data stays text", () => {
  expect([draw(1, higher).getAttribute("role"), draw(1, higher).getAttribute("aria-label")]).toEqual(["img", "Current ratio: 1.75"]);
  const bar = bandBar(1, higher, { label: "\"><script>x</script>" });
  expect(bar.querySelector("script")).toBeNull();
  expect(bar.getAttribute("aria-label")).toBe("\"><script>x</script>");
});

test("the legend names every mark, in the language in use", () => {
  const said = () => [...bandLegend().querySelectorAll("li")].map((item) => item.textContent.trim());
  expect(said()).toEqual(["critical", "weak", "adequate", "strong", "the client", "beyond the scale", "median of its industry", "middle half of its industry (25th to 75th percentile)"]);
  useLanguage("zh", zh);
  try {
    expect(said().slice(-2)).toEqual(["同行业中位数", "同行业居中半数（第 25 至 75 百分位）"]);
  } finally {
    useLanguage("en");
  }
});
