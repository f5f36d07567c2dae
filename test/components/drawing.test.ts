import { expect, test } from "vitest";
import { inTurn, takeTurn, takingTurns } from "../../src/components/drawing.js";
import { element } from "../../src/lib/element.js";
import { withDocument } from "./document.js";

withDocument();

const table = (name: string, drawn: string[]) => inTurn(() => {
  drawn.push(name);
  return element("table", { id: name });
});

test("where cards take no turns all is drawn at once", () => {
  const drawn: string[] = [];
  expect(table("a", drawn).outerHTML).toBe('<table id="a"></table>');
  expect(drawn).toEqual(["a"]);
});

test("where they do, what takes long waits for the turn of its card, and stands where it would have stood", () => {
  const drawn: string[] = [];
  const page = takingTurns(() => element("main", {}, table("alone", drawn), ...["first", "second"].map((name) => element("section", { class: "card" }, element("h3", {}, name), table(name, drawn)))));
  expect(drawn).toEqual([]);
  // What stands in no card has no turn to wait for.
  takeTurn(page, ":not(.card *)");
  expect(drawn).toEqual(["alone"]);
  expect(page.firstElementChild!.id).toBe("alone");
  const [, second] = page.querySelectorAll(".card");
  expect(takeTurn(second!).map(({ id }) => id)).toEqual(["second"]);
  expect([drawn, second!.innerHTML]).toEqual([["alone", "second"], '<h3>second</h3><table id="second"></table>']);
  expect(takeTurn(second!)).toEqual([]);
  expect(takeTurn(page).map(({ id }) => id)).toEqual(["first"]);
  expect(page.querySelectorAll("[data-in-turn]").length).toBe(0);
});

test("what is drawn in a turn draws its own parts with it; a fault ends the turns", () => {
  const drawn: string[] = [];
  const page = takingTurns(() => element("main", {}, inTurn(() => element("div", {}, table("within", drawn)))));
  takeTurn(page);
  expect(page.innerHTML).toBe('<div><table id="within"></table></div>');
  expect(() => takingTurns(() => {
    throw new Error("no such table");
  })).toThrow("no such table");
  expect(table("after", drawn).id).toBe("after");
});
