import { html } from "htl";
import { dataTable } from "../../components/dataTable.js";
import { count, daysAgo, integer, percent } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { horizonText } from "../../pages/whatIf.js";
import { groupTotals, largestFirst, movedRows } from "../../whatIf/groups.js";
import { lostAfter } from "../../whatIf/lostAfter.js";
import { settingYaml } from "../../whatIf/yaml.js";
import { beforeAfter, eachFrame, moverList, panel, recipe, SHOWN, signed, slider } from "./controls.js";
import type { WhatIfData } from "./data.js";
import type { Rule } from "./rule.js";

/** Shortest and longest time that is worth trying. */
const LEAST_DAYS = 30;
const MOST_DAYS = 1095;

/** The time without an order after which a customer is lost. */
export function lostRule(body: Element, context: Context, { customers, settings, horizon }: WhatIfData, changed: () => void): Rule | undefined {
  const initial = horizon?.days;
  // Without a horizon in force there is nothing to compare with: the page says so itself.
  if (initial == null) return undefined;
  const { money, moneyChange } = context;
  const { controls, reset, say, show } = panel(body);
  const [min, max] = [Math.min(LEAST_DAYS, initial), Math.max(MOST_DAYS, initial)];
  let days = initial;

  const recency = customers.numbers("recency_days");
  const revenue = customers.numbers("current_revenue");
  const toDate = customers.numbers("revenue");
  const before = lostAfter(recency, initial);
  const was = groupTotals(before, 2, [revenue, toDate]);
  const ordered = was.rows[0]! + was.rows[1]!;
  const state = (place: number) => (place === 1 ? t`Lost` : t`Active`);

  const horizonSlider = slider(t`Lost after`, { min, max }, (value) => count(value, "day"), () => {
    days = horizonSlider.value();
    update();
  });
  controls.append(horizonSlider.element);
  controls.before(html`<p>${horizonText(horizon)}</p>`);

  const draw = () => {
    const after = lostAfter(recency, days);
    const now = groupTotals(after, 2, [revenue, toDate]);
    horizonSlider.set(days);
    horizonSlider.say(t`${count(days, "day")} without an order`, t`${percent(now.rows[1]! / ordered)} of the ${count(ordered, "customer")} that ever ordered would be lost`);
    const moved = movedRows(before, after);
    const amount = moved.reduce((sum, row) => sum + (revenue[row]! || 0), 0);
    say(days === initial ? t`This is the horizon as it is: ${count(was.rows[1], "customer")} are lost, ${integer(was.rows[0])} active.` : moved.length === 0 ? t`Nobody would change.`
      : days > initial ? t`${count(moved.length, "customer")} that count as lost now would still be active; they brought ${money(amount)} of revenue in the window.`
        : t`${count(moved.length, "customer")} that count as active now would be lost; they brought ${money(amount)} of revenue in the window.`);
    const rows = [0, 1].map((place) => ({ place, customers: [was.rows[place]!, now.rows[place]!] as const, revenue: [was.sums[0]![place]!, now.sums[0]![place]!] as const, toDate: [was.sums[1]![place]!, now.sums[1]![place]!] as const }));
    const figures = (title: string, of: (row: (typeof rows)[number]) => readonly [number, number]) =>
      beforeAfter(title, rows, { before: (row) => of(row)[0], after: (row) => of(row)[1], format: money, difference: moneyChange });
    show("result", dataTable(rows, [
      { label: t`State`, value: (row) => state(row.place), isRowHeader: true },
      ...beforeAfter(t`Customers`, rows, { before: (row) => row.customers[0], after: (row) => row.customers[1], format: integer, difference: signed }),
      ...figures(t`Revenue in the window`, (row) => row.revenue),
      ...figures(t`Revenue to date`, (row) => row.toDate),
    ], { caption: t`Lost and active customers now and then` }), html`<p class="note">${t`The window is the last ${count(context.windowDays, "day")}. Customers that never ordered are in neither line.`}</p>`);
    show("movers", ...moverList(customers, moved, [
      { label: t`Last order`, show: (row) => daysAgo(recency[row]), raw: (row) => recency[row]!, align: "right" },
      { label: t`State now`, show: (row) => state(before[row]!), raw: (row) => state(before[row]!) },
      { label: t`State then`, show: (row) => state(after[row]!), raw: (row) => state(after[row]!) },
      { label: t`Revenue in the window`, show: (row) => money(revenue[row]), raw: (row) => revenue[row]!, align: "right" },
      { label: t`Revenue to date`, show: (row) => money(toDate[row]), raw: (row) => toDate[row]!, align: "right" },
    ], { title: moved.length > SHOWN ? t`Who would change: the 20 with the most revenue to date` : t`Who would change`, file: "what-if-lost", order: largestFirst(toDate) }));
    show("recipe", ...(days === initial ? [] : recipe(settings.filter(({ setting }) => setting === "analysis.lost_after_days"), settingYaml("analysis", { lost_after_days: days }))));
  };
  const drawSoon = eachFrame(draw);
  const update = () => {
    drawSoon();
    changed();
  };
  reset.addEventListener("click", () => {
    days = initial;
    update();
  });
  return {
    read(parameters) {
      const asked = Number(parameters.get("lost") ?? NaN);
      days = Number.isInteger(asked) && asked >= min && asked <= max ? asked : initial;
      draw();
    },
    write(parameters) {
      if (days === initial) parameters.delete("lost");
      else parameters.set("lost", String(days));
    },
  };
}
