import { html } from "htl";
import { dataTable } from "../../components/dataTable.js";
import { roundAmount } from "../../lib/amount.js";
import { count, daysAgo, decimal2, decimal3, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { mostInconsistent, principalWeights, randomIndices, reciprocalMatrix, scaleStep, type RandomIndex } from "../../../pipeline/statistics/ahp.js";
import type { Compare } from "../../whatIf/groups.js";
import { kendallTau } from "../../../pipeline/statistics/kendall.js";
import { loyaltyScores, ranks, rfmMeasures } from "../../../pipeline/statistics/loyalty.js";
import { roundedShares, sharesOf } from "../../whatIf/share.js";
import { lastRank } from "../../whatIf/tiers.js";
import { settingYaml } from "../../whatIf/yaml.js";
import { beforeAfter, eachFrame, moverList, panel, recipe, signed, slider } from "./controls.js";
import { picked, type WhatIfData } from "./data.js";
import type { Rule } from "./rule.js";

/** Parts of the ranking whose make-up is compared. */
const TOPS = [0.01, 0.05, 0.2];
/** Customers in each of the lists of those that rise and fall most. */
const LISTED = 10;
/** Parts that a weight is set in. */
const PARTS = 1000;
const settingNames = ["rfm.recency_weight", "rfm.frequency_weight", "rfm.monetary_weight"];
const pairs = [[0, 1], [0, 2], [1, 2]] as const;
type Triple = [number, number, number];

/** Weights of the loyalty score, set one by one or by pairwise judgements. */
export function weightRule(body: Element, context: Context, { customers, settings }: WhatIfData, changed: () => void): Rule {
  const { money } = context;
  const { controls, reset, say, show } = panel(body);
  const settingOf = (name: string) => settings.find(({ setting }) => setting === name)!;
  const initial = settingNames.map((name) => settingOf(name).value!) as Triple;
  const table = settingOf("rfm.random_index").choice as RandomIndex;
  const randomIndex = randomIndices[table];
  const limit = settingOf("rfm.consistency_limit").value!;
  const initialParts = initial.map((weight) => Math.round(weight * PARTS)) as Triple;
  const initialSteps = pairs.map(([row, column]) => nearestStep(initial[row] / initial[column])) as Triple;
  let mode: "weights" | "judgements" = "weights";
  let parts = initialParts;
  let judged = initialSteps;

  const scored = picked(customers, customers.numbers("rfm_orders"));
  const [recency, orders, amounts] = [scored.numbers("recency_days"), scored.numbers("rfm_orders"), scored.numbers("amount")];
  const measures = rfmMeasures(recency, orders, amounts);
  const before = ranks(loyaltyScores(measures, initial));
  const name = (measure: number) => [t`Recency`, t`Frequency`, t`Amount`][measure]!;

  const partSliders = parts.map((_, index) => slider(name(index), { min: 0, max: PARTS }, (value) => percent0(value / PARTS), () => {
    parts = parts.with(index, partSliders[index]!.value()) as Triple;
    update();
  }));
  const stepSliders = pairs.map(([row, column], index) => slider(t`${name(row)} compared with ${name(column)}`, { min: -8, max: 8 }, (step) => (step < 0 ? name(column) : name(row)), () => {
    judged = judged.with(index, stepSliders[index]!.value()) as Triple;
    update();
  }));
  const choices = (["weights", "judgements"] as const).map((value) => {
    const input = html`<input type="radio" name="what-if-weights" value=${value}>` as HTMLInputElement;
    input.addEventListener("change", () => {
      mode = value;
      update();
    });
    return { value, input, label: html`<label>${input} ${value === "weights" ? t`Set the weights themselves` : t`Judge the measures in pairs`}</label>` };
  });
  const judging = html`<div class="sliders">${stepSliders.map(({ element }) => element)}</div>`;
  const weighing = html`<div class="sliders">${partSliders.map(({ element }) => element)}</div>`;
  const consistency = html`<div class="what-if-consistency"></div>`;
  controls.className = "what-if-weighing";
  controls.append(html`<fieldset class="choices"><legend class="visually-hidden">${t`How the weights are set`}</legend>${choices.map(({ label }) => label)}</fieldset>`, weighing, judging, consistency);

  /** The weights tried; null where they cannot be used. */
  const tried = (): Triple | null => {
    if (mode === "weights") return parts.every((part, index) => part === initialParts[index]) ? initial : (sharesOf(parts) as Triple | null);
    const { weights, consistencyRatio } = principalWeights(reciprocalMatrix(3, judged.map(stepValue)), randomIndex);
    return consistencyRatio < limit ? (weights as Triple) : null;
  };
  const sayJudgements = () => {
    const values = judged.map(stepValue);
    for (const [index, { set, say: sayValue }] of stepSliders.entries()) {
      set(judged[index]!);
      const [row, column] = pairs[index]!;
      sayValue(judgementText(name(row), name(column), judged[index]!));
    }
    const { weights, lambdaMax, consistencyIndex, consistencyRatio } = principalWeights(reciprocalMatrix(3, values), randomIndex);
    consistency.replaceChildren(
      html`<p>${t`Weights that follow: recency ${decimal3(weights[0])}, frequency ${decimal3(weights[1])}, amount ${decimal3(weights[2])}.`}</p>`,
      html`<p class="note">${t`Principal eigenvector of the matrix of judgements; λmax ${decimal3(lambdaMax)}, consistency index CI = (λmax − 3) / 2 = ${decimal3(consistencyIndex)}, consistency ratio CR = CI / ${decimal2(randomIndex[2])} = ${decimal3(consistencyRatio)} (random index: ${tableName(table)}; below ${decimal2(limit)} is accepted).`}</p>`);
    if (consistencyRatio < limit) return;
    const { judgement, implied, mended, mendedRatio } = mostInconsistent(3, values, { randomIndex, limit });
    const [row, column] = pairs[judgement]!;
    const judgementName = t`${name(row)} compared with ${name(column)}`;
    consistency.append(html`<div class="what-if-error" role="alert"><p><strong>${t`These judgements contradict each other: CR ${decimal3(consistencyRatio)}, and ${decimal2(limit)} is too much already.`}</strong></p>
      <p>${t`The one to look at first is “${judgementName}”: it says ${scaleText(values[judgement]!)}, the other two together say ${decimal2(implied)}.`} ${mendedRatio < limit
        ? t`With ${scaleText(mended)} in its place CR would be ${decimal3(mendedRatio)}.` : t`No value of it alone mends this; with ${scaleText(mended)} CR would still be ${decimal3(mendedRatio)}, so another must change too.`}</p></div>`);
  };
  const draw = () => {
    for (const { value, input } of choices) input.checked = value === mode;
    weighing.hidden = mode !== "weights";
    judging.hidden = consistency.hidden = mode !== "judgements";
    const shares = sharesOf(parts);
    for (const [index, { set, say: sayValue }] of partSliders.entries()) {
      set(parts[index]!);
      sayValue(shares ? decimal3(shares[index]) : t`none`);
    }
    if (mode === "judgements") sayJudgements();
    const weights = tried();
    if (!weights) {
      say(mode === "weights" ? t`All weights are 0: give weight to one measure at least.` : t`Nothing is ranked by judgements that contradict each other.`, "bad");
      for (const part of ["result", "movers", "recipe"] as const) show(part);
      return;
    }
    showRanking(weights);
  };
  const showRanking = (weights: Triple) => {
    const after = ranks(loyaltyScores(measures, weights));
    const isInitial = weights.every((weight, index) => weight === initial[index]);
    const moved = [...before.keys()].filter((row) => before[row] !== after[row]);
    const tau = kendallTau(before, after);
    say(isInitial ? t`These are the weights as they are: ${count(before.length, "customer")} are ranked.` : moved.length === 0 ? t`Nobody would change rank.`
      : Number.isNaN(tau) ? t`${count(moved.length, "customer")} of ${integer(before.length)} would change rank: a measure in which all are equal ranks nobody.`
        : t`${count(moved.length, "customer")} of ${integer(before.length)} would change rank. Kendall’s tau of the two rankings is ${decimal3(tau)} (1: the same order, 0: no relation).`);
    const weightRows = weights.map((weight, index) => ({ name: name(index), before: initial[index]!, after: weight }));
    const tops = TOPS.map((share) => topOf(share, after));
    show("result", html`<div class="two-tables">${[
      dataTable(weightRows, [
        { label: t`Measure`, value: (row) => row.name, isRowHeader: true },
        ...beforeAfter(t`Weight`, weightRows, { before: (row) => row.before, after: (row) => row.after, format: decimal3, difference: (value) => `${value > 0 ? "+" : ""}${decimal3(value)}` }),
      ], { caption: t`Weights now and then` }),
      dataTable(tops, [
        { label: t`Of the ranking`, value: (row) => row.name, isRowHeader: true },
        { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
        { label: t`New in it`, value: (row) => integer(row.entered), align: "right" },
        ...beforeAfter(t`Amount`, tops, { before: (row) => row.before, after: (row) => row.after, format: money, difference: context.moneyChange }),
      ], { caption: t`The top of the ranking now and then` }),
    ]}</div>`);
    const rise = (row: number) => before[row]! - after[row]!;
    const figures = [
      { label: t`Rank now`, show: (row: number) => integer(before[row]), raw: (row: number) => before[row]!, align: "right" as const },
      { label: t`Rank then`, show: (row: number) => integer(after[row]), raw: (row: number) => after[row]!, align: "right" as const },
      { label: t`Places up`, show: (row: number) => signed(rise(row)), raw: rise, align: "right" as const },
      { label: t`Last order`, show: (row: number) => daysAgo(recency[row]), raw: (row: number) => recency[row]!, align: "right" as const },
      { label: t`Orders`, show: (row: number) => integer(orders[row]), raw: (row: number) => orders[row]!, align: "right" as const },
      { label: t`Amount`, show: (row: number) => money(amounts[row]), raw: (row: number) => amounts[row]!, align: "right" as const },
    ];
    const people = { ...customers, text: (column: string, row: number) => customers.text(column, scored.rows[row]!) };
    const rising = moved.filter((row) => rise(row) > 0);
    const falling = moved.filter((row) => rise(row) < 0);
    const furthest: Compare = (a, b) => Math.abs(rise(b)) - Math.abs(rise(a)) || amounts[b]! - amounts[a]! || a - b;
    show("movers", ...moverList(people, rising, figures, { title: rising.length > LISTED ? t`The ${integer(LISTED)} that would rise most` : t`Who would rise`, file: "what-if-rising", order: furthest, shown: LISTED }),
      ...moverList(people, falling, figures, { title: falling.length > LISTED ? t`The ${integer(LISTED)} that would fall most` : t`Who would fall`, file: "what-if-falling", order: furthest, shown: LISTED }));
    const [r, f, m] = roundedShares(weights);
    const fromJudgements = settingOf(settingNames[0]!).choice === "judgements" ? [html`<p class="note">${t`Now the weights follow from judgements of experts, which come before those of the settings: change these, or take them out of project.yaml.`}</p>`] : [];
    show("recipe", ...(isInitial ? [] : fromJudgements), ...(isInitial ? [] : recipe(settings.filter(({ setting }) => settingNames.includes(setting)), settingYaml("rfm", { recency_weight: r!, frequency_weight: f!, monetary_weight: m! }))));
  };
  const topOf = (share: number, after: Int32Array) => {
    const last = lastRank(share, before.length);
    const row = { name: t`First ${percent0(share)}`, customers: 0, entered: 0, before: 0, after: 0 };
    for (let place = 0; place < before.length; place++) {
      const amount = roundAmount(amounts[place]!);
      if (before[place]! <= last) row.before += amount;
      if (after[place]! > last) continue;
      row.after += amount;
      row.customers++;
      if (before[place]! > last) row.entered++;
    }
    return row;
  };
  const drawSoon = eachFrame(draw);
  const update = () => {
    drawSoon();
    changed();
  };
  reset.addEventListener("click", () => {
    [mode, parts, judged] = ["weights", initialParts, initialSteps];
    update();
  });
  return {
    read(parameters) {
      const wanted = (name: string, [min, max]: [number, number]) => {
        const values = (parameters.get(name) ?? "").split(",").map((part) => (part === "" ? NaN : Number(part)));
        return values.length === 3 && values.every((value) => Number.isInteger(value) && value >= min && value <= max) ? (values as Triple) : undefined;
      };
      const asked = wanted("judgements", [-8, 8]);
      mode = asked ? "judgements" : "weights";
      judged = asked ?? initialSteps;
      parts = wanted("weights", [0, PARTS]) ?? initialParts;
      draw();
    },
    write(parameters) {
      parameters.delete("weights");
      parameters.delete("judgements");
      if (mode === "judgements") parameters.set("judgements", judged.join(","));
      else if (parts.some((part, index) => part !== initialParts[index])) parameters.set("weights", parts.join(","));
    },
  };
}

/** Who published a table of random indices. */
function tableName(table: RandomIndex): string {
  switch (table) {
    case "saaty_old": return t`Saaty 1980`;
    case "saaty": return t`Saaty 2003`;
    case "donegan_dodd": return t`Donegan and Dodd 1991`;
  }
}

/** What a place on Saaty's scale stands for: 2 is 3 times as important, -2 is 1/3. */
const stepValue = (step: number): number => (step >= 0 ? step + 1 : 1 / (1 - step));

const nearestStep = (ratio: number): number => Math.max(-8, Math.min(8, Math.round(scaleStep(ratio))));

/** 3, or 1/3. */
const scaleText = (value: number): string => (value >= 1 ? String(Math.round(value)) : `1/${Math.round(1 / value)}`);

/** A judgement in the words of Saaty's scale. */
function judgementText(first: string, second: string, step: number): string {
  if (step === 0) return t`equally important (1)`;
  const [more, degree] = [step > 0 ? first : second, Math.abs(step) + 1];
  const value = scaleText(stepValue(step));
  if (degree === 9) return t`${more} is extremely more important (${value})`;
  if (degree >= 7) return t`${more} is very strongly more important (${value})`;
  if (degree >= 5) return t`${more} is strongly more important (${value})`;
  if (degree >= 3) return t`${more} is moderately more important (${value})`;
  return t`${more} is slightly more important (${value})`;
}
