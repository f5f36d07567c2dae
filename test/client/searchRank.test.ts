import { expect, test } from "vitest";
import { bestMatches, matchesInParts, searchable, type SearchEntry } from "../../src/client/searchRank.js";

const entry = (title: string, text = "", kind: SearchEntry["kind"] = "page"): SearchEntry => ({ kind, title, text, href: `./${title}.html` });
const titles = (typed: string, entries: SearchEntry[], limit = 9) => bestMatches(typed, searchable(entries), limit).best.map(({ title }) => title);

test("titles that begin with what was typed come before those with a word that does, those that have it within, and texts", () => {
  const entries = [entry("Solvency", "who may not pay late"), entry("Chocolate"), entry("Paid late"), entry("Late payers"), entry("Order")];
  expect(titles("late", entries)).toEqual(["Late payers", "Paid late", "Chocolate", "Solvency"]);
});

test("of equally good ones the shorter comes first, of equally long ones that which was there first", () => {
  expect(titles("rev", [entry("Revenue by month"), entry("Revenue"), entry("Reviews")])).toEqual(["Revenue", "Reviews", "Revenue by month"]);
});

test("each word must occur, in title or text, whatever case and accents; an underscore is a blank", () => {
  const entries = [entry("Café Müller", "Zürich"), entry("Cafe Adler"), entry("customer_tiers")];
  expect(titles("MULLER cafe", entries)).toEqual(["Café Müller"]);
  expect(titles("cafe zurich", entries)).toEqual(["Café Müller"]);
  expect(titles("customer tiers", entries)).toEqual(["customer_tiers"]);
  expect(titles("muller berlin", entries)).toEqual([]);
});

test("all that fit are counted, though the best alone are given", () => {
  const entries = Array.from({ length: 46 }, (_, index) => entry(`Hotel ${index}`)).concat(entry("Shop"));
  const { count, best } = bestMatches("hotel", searchable(entries), 8);
  expect([count, best.length]).toEqual([46, 8]);
  expect(bestMatches("hotel", searchable(entries), 0)).toEqual({ count: 46, best: [] });
  expect(bestMatches("  ", searchable(entries), 8)).toEqual({ count: 0, best: [] });
});

test("a customer is found by name, not by what tells it from others of its name", () => {
  const entries = [entry("Adler", "Benelux", "customer"), entry("Revenue", "by region: Benelux", "card")];
  expect(titles("benelux", entries)).toEqual(["Revenue"]);
  expect(titles("adler", entries)).toEqual(["Adler"]);
});

test("of a list in parts no more is read than there is to show, and it says whether more may follow", async () => {
  const read: number[] = [];
  const parts = [["Hotel A", "Shop A"], ["Shop B"], ["Hotel B", "Hotel C"], ["Hotel D", "Shop C"]]
    .map((names, index) => async () => (read.push(index), Promise.resolve(searchable(names.map((name) => entry(name, "", "customer"))))));
  const steps = async (typed: string, limit: number) => {
    read.length = 0;
    const found = [];
    for await (const { count, best, state } of matchesInParts(typed, parts, limit)) found.push([state, count, best.map(({ title }) => title).join(", ")]);
    return found;
  };
  expect(await steps("hotel", 2)).toEqual([["searching", 1, "Hotel A"], ["enough", 3, "Hotel A, Hotel B"]]);
  expect(read).toEqual([0, 1, 2]);
  expect(await steps("shop", 2)).toEqual([["searching", 1, "Shop A"], ["enough", 2, "Shop A, Shop B"]]);
  expect(await steps("hotel", 4)).toEqual([["searching", 1, "Hotel A"], ["searching", 3, "Hotel A, Hotel B, Hotel C"], ["complete", 4, "Hotel A, Hotel B, Hotel C, Hotel D"]]);
  expect(await steps("inn", 4)).toEqual([["complete", 0, ""]]);
  expect(read).toEqual([0, 1, 2, 3]);
  const none = [];
  for await (const { state } of matchesInParts("hotel", [], 4)) none.push(state);
  expect(none).toEqual(["complete"]);
});
