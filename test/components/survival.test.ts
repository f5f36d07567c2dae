import { expect, test } from "vitest";
import { survival } from "../../src/components/survival.js";
import { dataOf, drawingOf, faultsOf, textsOf, withDocument } from "./document.js";

withDocument();

const web = { name: "Web", points: [{ time: 6, share: 0.8, low: 0.7, high: 0.9, atRisk: 100 }, { time: 12, share: 0.5, low: 0.4, high: 0.6, atRisk: 40 }] };
const fair = { name: "Fair", points: [{ time: 0, share: 1, atRisk: 9 }, { time: 12, share: 0.49, atRisk: 5 }] };

test("a curve begins with all, is named at its end, and says how many it rests on", () => {
  const figure = survival([web], { label: "Staying", timeLabel: "Months", timeStep: 6 });
  expect(textsOf(figure)).toEqual(expect.arrayContaining(["Web|50%", "Still followed", "100", "40"]));
  expect(dataOf(figure)).toEqual([
    ["Months", "Share left", "Confidence limits, from", "Confidence limits, to", "Still followed"],
    ["0", "100.0%", "100.0%", "100.0%", "100"], ["6", "80.0%", "70.0%", "90.0%", "100"], ["12", "50.0%", "40.0%", "60.0%", "40"],
  ]);
  expect(faultsOf(figure)).toEqual([]);
});

test("groups differ by dashes as well as by colour, and names that end close stand apart", () => {
  const figure = survival([web, fair], { label: "Staying", timeLabel: "Months" });
  const { svg, texts } = drawingOf(figure);
  expect(svg.querySelectorAll("[stroke-dasharray]").length).toBeGreaterThan(0);
  expect(texts).toEqual(expect.arrayContaining(["Web|50%", "Fair|49%"]));
  const places = [...svg.querySelectorAll("text")].filter((text) => /^(Web|Fair)\d/.test(text.textContent)).map((text) => Number(/translate\([-\d.]+,([-\d.]+)/.exec(text.getAttribute("transform") ?? "")?.[1]));
  expect(Math.abs(places[0]! - places[1]!)).toBeGreaterThanOrEqual(25);
  expect(dataOf(figure)[0]).toContain("Group");
  expect(dataOf(figure).at(-1)).toEqual(["12", "Fair", "49.0%", "–", "–", "5"]);
});

test("without a group it says so", () => {
  expect(survival([{ name: "Web", points: [] }], { label: "Staying", timeLabel: "Months" }).textContent).toBe("None.");
});
