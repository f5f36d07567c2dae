import { html } from "htl";
import { dataTable } from "../../components/dataTable.js";
import { count, decimal2, integer, words } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { atRisk, gradeClients } from "../../whatIf/credit.js";
import { stepsFor } from "../../whatIf/cuts.js";
import { groupTotals, largestFirst, movedRows } from "../../whatIf/groups.js";
import { settingYaml } from "../../whatIf/yaml.js";
import { beforeAfter, moverList, panel, recipe, SHOWN, signed, type Slider } from "./controls.js";
import { cutRule } from "./cutRule.js";
import type { WhatIfData } from "./data.js";
import type { Rule } from "./rule.js";

/** The least scores of the credit grades. */
export function creditRule(body: Element, context: Context, { clients, settings, grades }: WhatIfData, changed: () => void): Rule {
  const { money, moneyChange } = context;
  const parts = panel(body);
  const { say, show } = parts;
  // The last two grades have none to cut: the worst begins at 0, and who is not graded has no score.
  const scores = grades.slice(0, -2).map(({ min_score: score }) => score!);
  const steps = stepsFor(scores, 100);
  const initial = scores.map((score) => Math.round(score * steps));

  const score = clients.numbers("score");
  const caps = clients.numbers("cap_position").map((position) => position - 1);
  const least = clients.numbers("least_weakness");
  const exposure = clients.numbers("exposure");
  const isExposed = exposure.some((amount) => !Number.isNaN(amount));
  const rules = (tried: readonly number[]) => grades.map(({ min_score, weakness }, index) => ({ minScore: tried[index] === undefined ? min_score : tried[index] / steps, weakness }));
  const outcome = (tried: readonly number[]) => {
    const places = gradeClients(score, caps, rules(tried));
    const risk = atRisk(exposure, least, places, rules(tried));
    return { places, risk, totals: groupTotals(places, grades.length, [exposure, risk]) };
  };
  const before = outcome(initial);
  const order = isExposed ? exposure : clients.numbers("current_revenue");
  const name = (place: number) => words(grades[place]!.grade);
  const capped = gradeCapped(before.places, score, rules(initial));

  const draw = (cuts: readonly number[], sliders: readonly Slider[], isInitial: boolean) => {
    const after = outcome(cuts);
    for (const [index, { say: sayValue }] of sliders.entries()) {
      sayValue(t`${decimal2(cuts[index]! / steps)} of 1`, isExposed ? t`${count(after.totals.rows[index], "client")} with an exposure of ${money(after.totals.sums[0]![index])}` : count(after.totals.rows[index], "client"));
    }
    const moved = movedRows(before.places, after.places);
    const better = moved.filter((row) => after.places[row]! < before.places[row]!).length;
    const risk = total(after.totals.sums[1]!) - total(before.totals.sums[1]!);
    say(isInitial ? t`These are the bands as they are: ${count(clients.length - before.totals.rows.at(-1)!, "client")} have a grade.` : moved.length === 0 ? t`Nobody would change grade.`
      : isExposed ? t`${count(moved.length, "client")} would change grade: ${integer(better)} for the better, ${integer(moved.length - better)} for the worse. What is at risk would change by ${moneyChange(risk)}.`
        : t`${count(moved.length, "client")} would change grade: ${integer(better)} for the better, ${integer(moved.length - better)} for the worse.`);
    showTable(before.totals, after.totals);
    show("movers", ...moverList(clients, moved, [
      { label: t`Score`, show: (row) => decimal2(score[row]), raw: (row) => score[row]!, align: "right" },
      { label: t`Grade now`, show: (row) => name(before.places[row]!), raw: (row) => name(before.places[row]!) },
      { label: t`Grade then`, show: (row) => name(after.places[row]!), raw: (row) => name(after.places[row]!) },
      ...(isExposed ? [
        { label: t`Exposure`, show: (row: number) => money(exposure[row]), raw: (row: number) => exposure[row]!, align: "right" as const },
        { label: t`At risk now`, show: (row: number) => money(before.risk[row]), raw: (row: number) => before.risk[row]!, align: "right" as const },
        { label: t`At risk then`, show: (row: number) => money(after.risk[row]), raw: (row: number) => after.risk[row]!, align: "right" as const },
      ] : []),
    ], { title: moved.length <= SHOWN ? t`Who would change grade` : isExposed ? t`Who would change grade: the 20 with the largest exposure` : t`Who would change grade: the 20 with the most revenue`, file: "what-if-grades", order: largestFirst(order) }));
    show("recipe", ...(isInitial ? [] : recipe(settings.filter(({ setting }) => setting === "solvency.grades"), settingYaml("solvency", {
      grades: grades.map(({ grade, min_score, weakness, is_watched, terms, limit, prepayment }, index) =>
        ({ grade, min_score: cuts[index] === undefined ? min_score : cuts[index] / steps, weakness, is_watched, terms, limit, prepayment })),
    }))));
  };
  const showTable = (was: typeof before.totals, now: typeof before.totals) => {
    type Figures = readonly [now: number, then: number];
    const of = (name: string, pick: (figures: readonly number[]) => number): { name: string; clients: Figures; amounts: readonly Figures[] } =>
      ({ name, clients: [pick(was.rows), pick(now.rows)], amounts: [0, 1].map((index) => [pick(was.sums[index]!), pick(now.sums[index]!)] as const) });
    const rows = [...grades.map(({ grade }, index) => of(words(grade), (figures) => figures[index]!)), of(t`All clients`, total)];
    const figures = (title: string, figure: 0 | 1) =>
      beforeAfter(title, rows, { before: (row) => row.amounts[figure]![0], after: (row) => row.amounts[figure]![1], format: money, difference: moneyChange });
    show("result", dataTable(rows, [
      { label: t`Grade`, value: (row) => row.name, isRowHeader: true },
      ...beforeAfter(t`Clients`, rows, { before: (row) => row.clients[0], after: (row) => row.clients[1], format: integer, difference: signed }),
      ...(isExposed ? [...figures(t`Exposure`, 0), ...figures(t`At risk`, 1)] : []),
    ], { caption: t`Credit grades now and then` }), html`<p class="note">${isExposed ? t`At risk is the exposure by the weakness of the grade, or by the share that is seriously overdue or the weakness of its last grade, if its statement since cannot be graded, where that is more.` : t`What is at stake is not known: neither invoices nor credit limits are supplied.`} ${capped > 0 ? t`${count(capped, "client")} would have a better grade by the score alone, but a cap holds.` : ""}</p>`);
  };
  return cutRule(parts, { name: "grades", initial, steps, isRising: false, label: (index) => t`Grade ${name(index)}: from a score of`, scale: (cut) => decimal2(cut / steps), draw, changed });
}

const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

/** Clients whose grade is worse than that of their score. */
function gradeCapped(places: Int8Array, score: Float64Array, rules: Parameters<typeof gradeClients>[2]): number {
  const free = gradeClients(score, new Float64Array(score.length).fill(NaN), rules);
  return places.filter((place, row) => place > free[row]!).length;
}
