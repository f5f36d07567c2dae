import { expect, test } from "vitest";
import { heatMap } from "../../src/components/heatMap.js";
import { tableOf, withDocument } from "./document.js";

withDocument();

const cells = [{ row: "Jan", column: "1", value: 0.5, text: "50%" }, { row: "Jan", column: "2", value: 0, text: "0%" }, { row: "Feb", column: "1", value: null, text: "" }];
const options = { caption: "Cohorts", rows: ["Jan", "Feb"], columns: ["1", "2"], rowTitle: "First order", columnTitle: "Months later" };

test("in a triangle what has not come yet is blank, what is missing a dash, and none a 0; each cohort has its size", () => {
  const table = heatMap(cells, { ...options, isTriangle: true, total: { title: "Customers", text: (row) => (row === "Jan" ? "20" : "9") } });
  expect(tableOf(table.querySelector("table")!)).toEqual([["", "", "Months later"], ["First order", "Customers", "1", "2"], ["Jan", "20", "50%", "0%"], ["Feb", "9", "–", ""]]);
  expect(table.querySelector("tr:last-child td:last-child")!.className).toBe("heat-blank");
});

test("otherwise a cell that is not there is a dash", () => {
  expect(tableOf(heatMap(cells, options).querySelector("table")!).at(-1)).toEqual(["Feb", "–", "–"]);
});
