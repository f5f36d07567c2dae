import { html } from "htl";
import { dataTable } from "../../components/dataTable.js";
import { count, integer, percent, pointsChange, words } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { stepsFor } from "../../whatIf/cuts.js";
import { groupTotals, largestFirst, movedRows } from "../../whatIf/groups.js";
import { placeTiers, rankedValues, tierBounds } from "../../whatIf/tiers.js";
import { settingYaml } from "../../whatIf/yaml.js";
import { beforeAfter, moverList, panel, recipe, SHOWN, signed, type Slider } from "./controls.js";
import { cutRule } from "./cutRule.js";
import type { WhatIfData } from "./data.js";
import type { Rule } from "./rule.js";

/** The cuts of the customer pyramid. */
export function tierRule(body: Element, context: Context, { customers, settings, tiers }: WhatIfData, changed: () => void): Rule {
  const { money, moneyChange } = context;
  const parts = panel(body);
  const { say, show } = parts;
  const shares = tiers.map(({ top_share: share }) => share);
  const steps = stepsFor(shares, 1000);
  const initial = shares.slice(0, -1).map((share) => Math.round(share * steps));

  const values = customers.numbers("value");
  const ranked = rankedValues(values);
  const revenue = customers.numbers("current_revenue");
  const before = placeTiers(values, ranked, shares);
  const was = groupTotals(before, tiers.length, [revenue]);
  const measure = settings.find(({ setting }) => setting === "value.measure")?.choice === "margin" ? t`margin` : t`revenue`;
  const name = (tier: number) => words(tiers[tier]!.tier);

  const draw = (cuts: readonly number[], sliders: readonly Slider[], isInitial: boolean) => {
    const tried = [...cuts.map((cut) => cut / steps), 1];
    const after = placeTiers(values, ranked, tried);
    const now = groupTotals(after, tiers.length, [revenue]);
    const bounds = tierBounds(ranked, tried);
    for (const [index, { say: sayValue }] of sliders.entries()) {
      sayValue(t`${percent(tried[index])} of customers`, bounds[index] === Infinity ? t`nobody is left for this tier`
        : t`${count(now.rows[index], "customer")}, from ${money(bounds[index])} of ${measure} on`);
    }
    const moved = movedRows(before, after);
    const up = moved.filter((row) => after[row]! < before[row]!).length;
    const movedRevenue = moved.reduce((sum, row) => sum + (revenue[row]! || 0), 0);
    say(isInitial ? t`These are the cuts as they are: ${count(ranked.length, "customer")} have a tier.` : moved.length === 0 ? t`Nobody would change tier.`
      : t`${count(moved.length, "customer")} with ${money(movedRevenue)} of revenue would change tier: ${integer(up)} up, ${integer(moved.length - up)} down.`);
    showTable(was, now);
    show("movers", ...moverList(customers, moved, [
      { label: t`Tier now`, show: (row) => name(before[row]!), raw: (row) => name(before[row]!) },
      { label: t`Tier then`, show: (row) => name(after[row]!), raw: (row) => name(after[row]!) },
      { label: t`Revenue in the window`, show: (row) => money(revenue[row]), raw: (row) => revenue[row]!, align: "right" },
    ], { title: moved.length > SHOWN ? t`Who would change tier: the 20 with the most revenue` : t`Who would change tier`, file: "what-if-tiers", order: largestFirst(revenue) }));
    show("recipe", ...(isInitial ? [] : recipe(settings.filter(({ setting }) => setting === "value.tiers"),
      settingYaml("value", { tiers: tiers.map(({ tier, action }, index) => ({ tier, top_share: tried[index]!, action })) }))));
  };
  const showTable = (old: typeof was, now: typeof was) => {
    const total = old.sums[0]!.reduce((sum, part) => sum + part, 0);
    const rows = [...tiers.map(({ tier }, index) => ({ name: words(tier), customers: [old.rows[index]!, now.rows[index]!] as const, revenue: [old.sums[0]![index]!, now.sums[0]![index]!] as const })),
      { name: t`All tiers`, customers: [ranked.length, ranked.length] as const, revenue: [total, total] as const }];
    const share = (part: number) => (total > 0 ? part / total : NaN);
    show("result", dataTable(rows, [
      { label: t`Tier`, value: (row) => row.name, isRowHeader: true },
      ...beforeAfter(t`Customers`, rows, { before: (row) => row.customers[0], after: (row) => row.customers[1], format: integer, difference: signed }),
      ...beforeAfter(t`Revenue`, rows, { before: (row) => row.revenue[0], after: (row) => row.revenue[1], format: money, difference: moneyChange }),
      ...beforeAfter(t`Share of revenue`, rows, { before: (row) => share(row.revenue[0]), after: (row) => share(row.revenue[1]), format: percent, difference: pointsChange }),
    ], { caption: t`Value tiers now and then` }), html`<p class="note">${t`Revenue of the last ${count(context.windowDays, "day")}. Equal customers stay together, in the upper tier.`}</p>`);
  };
  return cutRule(parts, { name: "tiers", initial, steps, isRising: true, label: (index) => t`${name(index)}: down to the first`, scale: (cut) => percent(cut / steps), draw, changed });
}
