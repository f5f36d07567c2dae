import { expect, test } from "vitest";
import type { Annotation } from "../src/components/annotations.js";
import { pageContext } from "../src/lib/context.js";
import type { Row, Table } from "../src/lib/page.js";
import { eventsOf } from "../src/pages/events.js";
import type { Selection } from "../src/selection/selection.js";

const event = (text: string, region: string | null = null): Annotation => ({ date: "2025-01-20", end_date: null, text, region });
const events = [event("Prices up"), event("Carrier late", "Benelux"), event("Shop opens", "~South")];
const context = (region?: string[]) => pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied: [], contacts: {} }, [],
  (name): Table => ({ name, path: "", columns: [], marts: [], scope: "whole", rows: events as unknown as Row[] }), { selection: { period: null, values: { ...(region && { region }) } } satisfies Selection });
const textsOf = (found: Annotation[]) => found.map(({ text }) => text);

test("on a page of all regions every event may have bent a curve", () => {
  expect(textsOf(eventsOf(context()))).toEqual(["Prices up", "Carrier late", "Shop opens"]);
});

test("of some regions, those of others are left out, and those of the whole company stay", () => {
  expect(textsOf(eventsOf(context(["Benelux", "DACH"])))).toEqual(["Prices up", "Carrier late"]);
  expect(textsOf(eventsOf(context(["DACH"])))).toEqual(["Prices up"]);
  // As an address writes it.
  expect(textsOf(eventsOf(context(["~~South"])))).toEqual(["Prices up", "Shop opens"]);
});

test("a curve of one region has the events of that one, whatever the page shows", () => {
  expect(textsOf(eventsOf(context(), ["Benelux"]))).toEqual(["Prices up", "Carrier late"]);
  expect(textsOf(eventsOf(context(["DACH"]), ["~missing"]))).toEqual(["Prices up"]);
});
