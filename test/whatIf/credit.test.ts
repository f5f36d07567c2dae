import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { settingsSchema } from "../../pipeline/settings.js";
import { atRisk, gradeClients } from "../../src/whatIf/credit.js";
import { groupTotals } from "../../src/whatIf/groups.js";
import { settingYaml } from "../../src/whatIf/yaml.js";
import { settingPlaces } from "../../pipeline/engine/settingPlaces.js";
import { loadProject } from "../../pipeline/engine/project.js";
import { folderOf } from "../sources/files.js";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const grades = [{ minScore: 0.8, weakness: 0 }, { minScore: 0.4, weakness: 0.3 }, { minScore: 0, weakness: 1 }, { minScore: null, weakness: 0.3 }];

test("a grade is that of the score, no better than the cap; without a score there is none", () => {
  const scores = Float64Array.of(0.8, 0.79, 0, NaN, 0.9, 0.5, 0.1);
  const caps = Float64Array.of(NaN, NaN, NaN, NaN, 1, 0, 1);
  // 0.9 is an A, capped to the second; 0.5 is a second, and a cap of the first changes nothing, nor one better than the grade.
  expect([...gradeClients(scores, caps, grades)]).toEqual([0, 1, 2, 3, 1, 1, 2]);
});

test("at risk is the exposure by the weakness, or by what counts whatever the grade if that is more", () => {
  const places = Int8Array.of(0, 1, 1, 2, 0);
  expect([...atRisk(Float64Array.of(100, 100, 100, 50, NaN), Float64Array.of(NaN, 0.2, 0.5, 0.4, 1), places, grades)]).toEqual([0, 30, 50, 50, NaN]);
});

test("exposure is kept, and lower bands never worsen a grade", () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(NaN, 0, 1, 2), fc.nat(1000))), fc.double({ min: 0.41, max: 0.8, noNaN: true }), (clients, cut) => {
    const [scores, caps, exposure] = [0, 1, 2].map((index) => Float64Array.from(clients, (client) => client[index]!)) as [Float64Array, Float64Array, Float64Array];
    const before = gradeClients(scores, caps, grades);
    const after = gradeClients(scores, caps, grades.with(0, { ...grades[0]!, minScore: cut }));
    expect(after.every((place, row) => place <= before[row]!)).toBe(true);
    const sum = (places: Int8Array) => groupTotals(places, 4, [exposure]).sums[0]!.reduce((all, part) => all + part, 0);
    expect(sum(after)).toBe(sum(before));
  }));
});

test("the lines to paste are the settings that were tried", () => {
  const tiers = [{ tier: 'the "key": a # b', top_share: 0.02, action: "Visit" }, { tier: "rest", top_share: 1, action: "" }];
  const text = settingYaml("value", { tiers });
  expect(text).toBe('settings:\n  value:\n    tiers:\n      - { tier: "the \\"key\\": a # b", top_share: 0.02, action: "Visit" }\n      - { tier: "rest", top_share: 1, action: "" }');
  expect(settingsSchema.parse((parse(text) as { settings: unknown }).settings).value.tiers).toEqual(tiers);
  const days = settingYaml("analysis", { lost_after_days: 200 });
  expect(settingsSchema.parse((parse(days) as { settings: unknown }).settings).analysis.lost_after_days).toBe(200);
  const own = settingsSchema.parse({}).solvency.grades;
  expect(settingsSchema.parse((parse(settingYaml("solvency", { grades: own })) as { settings: unknown }).settings).solvency.grades).toEqual(own);
});

test("every setting has the line of its default, and that of project.yaml where one says otherwise", () => {
  const source = readFileSync(resolve(import.meta.dirname, "../../pipeline/settings.ts"), "utf8").split("\n");
  const places = settingPlaces();
  expect(places.map(({ setting }) => setting).sort()).toEqual(Object.entries(settingsSchema.parse({})).flatMap(([subject, group]) => Object.keys(group).map((name) => `${subject}.${name}`)).sort());
  for (const { setting, default_line: line } of places) expect(source[line - 1]).toMatch(new RegExp(`^ {2}${setting.split(".")[1]}: `));

  const project = (settings: string) => loadProject(folderOf({ "project.yaml": `name: Test\nreporting_currency: EUR\nentities:\n  customers: [{ files: a.csv, columns: { customer_id: A } }]\n${settings}` }));
  const lines = (settings: string, name: string) => {
    const { project_line, settings_line } = settingPlaces(project(settings)).find(({ setting }) => setting === name)!;
    return [project_line, settings_line];
  };
  expect(lines("", "value.tiers")).toEqual([null, null]);
  expect(lines("settings: {}", "value.tiers")).toEqual([null, 5]);
  expect(lines("settings:\n  value:\n    list_customers: 3\n    measure: margin", "value.measure")).toEqual([8, 5]);
  expect(lines("settings:\n  value:\n    list_customers: 3", "value.measure")).toEqual([null, 5]);
});
