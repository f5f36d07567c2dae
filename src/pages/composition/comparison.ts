import { html } from "htl";
import { card } from "../../components/card.js";
import { note } from "../../components/heading.js";
import { waterfall, type WaterfallStep } from "../../components/waterfall.js";
import { change, count } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { spanTitle } from "../../selection/periods.js";
import { drivers as driverNames, effects as effectNames } from "./names.js";
import type { ComparedDriver, ComparedEffect, Comparison } from "./rows.js";
import { gainAndLoss } from "./sentences.js";

/** Name of the card, by which the script finds it. */
export const COMPARISON = "any-two-periods";

/** What moved revenue between two periods of the reader's choice; a quarter and that of a year before, where none are chosen. */
export function comparison(context: Context): Element[] {
  const table = context.read<Comparison>("composition_comparisons");
  const chosen = table.rows.find((row) => row.comparison === context.comparison) ?? usual(table.rows);
  if (!chosen) return [];
  const { money } = context;
  const drivers = context.read<ComparedDriver>("composition_compared_drivers");
  const effects = context.read<ComparedEffect>("composition_compared_effects");
  const byCustomers = drivers.rows.filter((row) => row.comparison === chosen.comparison);
  const byEffects = effects.rows.filter((row) => row.comparison === chosen.comparison);
  const who = (row: ComparedDriver) => count(row.customers, ...driverNames[row.driver]!.noun);
  const why = gainAndLoss(byCustomers.filter((row) => row.change !== 0), (row) => t`${who(row)} added ${money(row.change)}`, (row) => t`${who(row)} took ${money(-row.change)}`);
  const pair = t`${periodName(chosen)} compared with ${priorName(chosen)}`;
  const amount = money(Math.abs(chosen.change));
  const moves = chosen.change > 0 ? t`Revenue rose by ${amount}` : chosen.change < 0 ? t`Revenue fell by ${amount}` : t`Revenue did not change`;
  const verb = chosen.change !== 0 && chosen.change_rate !== null ? t`${moves} (${change(chosen.change_rate)})` : moves;
  const element = card(context, {
    title: why ? t`${pair}: ${verb}: ${why}` : t`${pair}: ${verb}`, sources: [table, drivers, effects], span: 12,
    subtitle: t`Any two years or quarters that are over: what customers added or took, and what volume, mix and price did. Each adds up to the change exactly`,
  },
  choices(table.rows, chosen),
  html`<div class="compared">
    <div><h4>${t`By customers`}</h4>${bridge(context, chosen, t`${pair}: by customers`, byCustomers.map((row) => ({ name: valueName(row.driver, "driver"), value: row.change })))}</div>
    <div><h4>${t`By volume, mix and price`}</h4>${byEffects.length === 0 ? note(t`Order lines of both periods are needed to tell price, volume and mix apart.`)
      : bridge(context, chosen, t`${pair}: by volume, mix and price`, byEffects.map((row) => ({ name: phrase(effectNames[row.effect]!.name), value: row.change })))}</div>
  </div>`,
  chosen.is_same_season ? null : note(t`The two are of different seasons: part of the change is the time of the year.`));
  element.id = COMPARISON;
  return [element];
}

/** The latest quarter with that of a year before, or else the latest two periods. */
const usual = (rows: Comparison[]) => rows.find((row) => row.period_kind === "quarter" && row.is_same_season) ?? rows[0];

const periodName = (row: Comparison) => spanTitle(row.period_kind, { start: row.start_date, end: row.end_date, isWhole: true });
const priorName = (row: Comparison) => spanTitle(row.period_kind, { start: row.prior_start_date, end: row.prior_end_date, isWhole: true });

/** From the revenue of one period to that of the other. */
function bridge({ money, moneyChange }: Context, chosen: Comparison, label: string, steps: WaterfallStep[]): Element {
  return waterfall([
    { name: priorName(chosen), value: chosen.prior_revenue, isTotal: true }, ...steps.filter(({ value }) => value !== 0), { name: periodName(chosen), value: chosen.revenue, isTotal: true },
  ], { label, format: money, changeFormat: moneyChange });
}

/** The later period, and those that it can be compared with; without a script they would answer nothing, and are not shown. */
function choices(rows: Comparison[], chosen: Comparison): Element {
  const laters = rows.filter((row, index) => rows.findIndex(({ period }) => period === row.period) === index);
  const earliers = rows.filter(({ period }) => period === chosen.period);
  return html`<div class="compare-choices">
    <label>${t`Period`} <select name="period">${laters.map((row) => html.fragment`<option value=${row.period} selected=${row.period === chosen.period}>${periodName(row)}</option>`)}</select></label>
    <label>${t`Compared with`} <select name="against">${earliers.map((row) => html.fragment`<option value=${row.comparison} selected=${row.comparison === chosen.comparison}>${priorName(row)}</option>`)}</select></label>
  </div>`;
}

/** The comparison that a choice amounts to: of a new period that with the same season of the year before, if there is one. */
export function chosenComparison(rows: Comparison[], period: string): string | undefined {
  const own = rows.filter((row) => row.period === period);
  return (own.find(({ is_same_season: isSameSeason }) => isSameSeason) ?? own[0])?.comparison;
}
