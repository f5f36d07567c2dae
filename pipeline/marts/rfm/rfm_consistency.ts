// One row per expert, and one of all together, where judgements are supplied: the weights that follow and how far the
// judgements contradict each other. The analytic hierarchy process (层次分析法): T. L. Saaty 1980. Judgements of several
// experts are combined by their geometric mean (Aczél and Saaty 1983), the weights are the principal right eigenvector,
// CI = (lambda max - n) / (n - 1), CR = CI / random index. Only experts whose judgements are complete and right count; while one
// is not, there is no row of all together. The judgement that contradicts the others most is that of the pair furthest from
// the ratio of the weights; of all together, that of the expert who is furthest from it.
// key: is_combined, expert
// columns:
//   is_combined        Whether it is the row of all together
//   expert             Who judges; all: of all together
//   experts            Experts in it [experts]
//   recency_weight     Weight of recency [0 to 1]
//   frequency_weight   Weight of the number of orders [0 to 1]
//   monetary_weight    Weight of the amount [0 to 1]
//   lambda_max         Largest eigenvalue; 3 where nothing contradicts
//   consistency_index  CI
//   random_index       Random index of three measures, by the table of the settings
//   consistency_ratio  CR
//   is_consistent      Whether CR is below the limit of the settings
//   place              File and line of the judgement that contradicts the others most
//   judged_by          Whose it is
//   first_measure      What it judges
//   second_measure     What it compares with
//   judgement          Its value, how many times as important the first is [1/9 to 9]
//   implied            What the others imply
//   mended             Value of the scale nearest to it with which CR would be below the limit; that with the lowest CR where none is
//   mended_ratio       CR with that value
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { combinedJudgements, judgementToMend, mostInconsistent, principalWeights, randomIndices, reciprocalMatrix } from "../../statistics/ahp.js";

export const inputs = {
  judgements: `select place, expert, first_measure, second_measure, judgement, problem is not null as is_wrong
    from marts.rfm_judgements as judgements order by judgements.expert, judgements.place`,
};

export const columns = {
  is_combined: "BOOLEAN", expert: "VARCHAR", experts: "INTEGER", recency_weight: "DOUBLE", frequency_weight: "DOUBLE", monetary_weight: "DOUBLE",
  lambda_max: "DOUBLE", consistency_index: "DOUBLE", random_index: "DOUBLE", consistency_ratio: "DOUBLE", is_consistent: "BOOLEAN",
  place: "VARCHAR", judged_by: "VARCHAR", first_measure: "VARCHAR", second_measure: "VARCHAR", judgement: "DOUBLE", implied: "DOUBLE", mended: "DOUBLE", mended_ratio: "DOUBLE",
} as const;

/** In the order of the judgements above the diagonal of the matrix. */
const pairs = [["recency", "frequency"], ["recency", "monetary"], ["frequency", "monetary"]] as const;

interface Expert { name: string; values: number[]; places: string[] }

export function compute({ judgements }: Record<string, NumericColumns>, { rfm: settings }: Settings): NumericColumns {
  const names = [...new Set(judgements!.expert as string[])];
  const experts = names.map((name) => expertOf(judgements!, name)).filter((expert) => expert !== undefined);
  const rows = experts.map((expert) => ({ is_combined: false, expert: expert.name, ...evidence([expert], settings) }));
  if (experts.length > 0 && experts.length === names.length) rows.push({ is_combined: true, expert: "all", ...evidence(experts, settings) });
  return Object.fromEntries(Object.keys(columns).map((name) => [name, rows.map((row) => (row as Record<string, unknown>)[name])]));
}

/** An expert who has judged each pair once, and none wrongly. */
function expertOf(judgements: NumericColumns, name: string): Expert | undefined {
  const rows = (judgements.expert as string[]).flatMap((expert, row) => (expert === name ? [row] : []));
  if (rows.some((row) => judgements.is_wrong![row])) return undefined;
  const found = pairs.map(([first, second]) => rows.find((row) => judgements.first_measure![row] === first && judgements.second_measure![row] === second));
  if (found.includes(undefined)) return undefined;
  return { name, values: found.map((row) => judgements.judgement![row!] as number), places: found.map((row) => judgements.place![row!] as string) };
}

function evidence(experts: Expert[], settings: Settings["rfm"]) {
  const options = { randomIndex: randomIndices[settings.random_index], limit: settings.consistency_limit };
  const values = experts.map((expert) => expert.values);
  const combined = combinedJudgements(values);
  const { weights, lambdaMax, consistencyIndex, consistencyRatio } = principalWeights(reciprocalMatrix(3, combined), options.randomIndex);
  const worst = mostInconsistent(3, combined, options);
  const { expert, mended, mendedRatio } = judgementToMend(3, values, worst.judgement, options);
  const [first, second] = pairs[worst.judgement]!;
  return {
    experts: experts.length, recency_weight: weights[0], frequency_weight: weights[1], monetary_weight: weights[2],
    lambda_max: lambdaMax, consistency_index: consistencyIndex, random_index: options.randomIndex[2], consistency_ratio: consistencyRatio,
    is_consistent: consistencyRatio < settings.consistency_limit,
    place: experts[expert]!.places[worst.judgement], judged_by: experts[expert]!.name, first_measure: first, second_measure: second,
    judgement: values[expert]![worst.judgement], implied: worst.implied, mended, mended_ratio: mendedRatio,
  };
}
