import { card } from "../../components/card.js";
import { disclosure } from "../../components/disclosure.js";
import { heading, note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { count, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { CohortCell, Grain } from "./rows.js";
import { agesTitle, cohortName } from "./words.js";

/** How faithful those are who first ordered at the same time; a period that is not over is left empty. */
export function cohorts(context: Context): Element[] {
  const table = context.read<CohortCell>("states_cohorts");
  const finest = table.rows.filter((row) => row.is_finest);
  const months = table.rows.filter((row) => row.grain === "month" && !row.is_finest);
  const grain = finest[0]?.grain;
  // A cohort that nothing was seen of after its first period tells nothing yet.
  if (!grain || !finest.some(({ age }) => age > 0)) return [];
  return [
    ...heading(t`Whether new customers stay`, t`A cohort is who first ordered in the same period. Cells of periods that are not over are empty.`),
    triangle(context, table, finest, grain, "ordered"), triangle(context, table, finest, grain, "active"),
    ...(months.length === 0 ? [] : [disclosure(t`Cohorts by month`, { id: "cohorts", detail: t`The latest ones` }, triangle(context, table, months, "month", "ordered"))]),
  ];
}

/** Periods since the first order at which cohorts are told apart: about half a year, or the first one. */
const JUDGED: Record<Grain, number> = { month: 6, quarter: 2, year: 1 };

/** The cohort that ordered again least, or else most, of those that stand out; where none does, that they are alike. */
export function finding(rows: CohortCell[], grain: Grain): string {
  const age = JUDGED[grain];
  const seen = rows.filter((row) => row.age === age && row.others_rate !== null).sort((a, b) => a.ordered_rate - b.ordered_rate);
  const [worst, best] = [seen[0], seen.at(-1)];
  if (!worst) return t`Who ordered again, by cohort`;
  const told = worst.stands_out === "below" ? worst : best!.stands_out === "above" ? best! : undefined;
  if (!told) return t`No cohort stands out: chance alone makes them differ as much`;
  const [name, share, others] = [cohortName(told.cohort, grain), percent0(told.ordered_rate), percent0(told.others_rate)];
  return told.stands_out === "below" ? t`Who came in ${name} stays least: ${share} ordered ${since(age, grain)}, of the others ${others}`
    : t`Who came in ${name} stays best: ${share} ordered ${since(age, grain)}, of the others ${others}`;
}

function since(age: number, grain: Grain): string {
  switch (grain) {
    case "month": return t`${count(age, "month")} later`;
    case "quarter": return t`${count(age, "quarter")} later`;
    case "year": return t`${count(age, "year")} later`;
  }
}

function triangle(context: Context, source: Table<CohortCell>, rows: CohortCell[], grain: Grain, measure: "ordered" | "active"): Element {
  const isOrdered = measure === "ordered";
  const title = isOrdered ? finding(rows, grain) : t`Who is a customer still, by cohort`;
  const names = [...new Set(rows.map(({ cohort }) => cohort))];
  const sizes = new Map(rows.map((row) => [cohortName(row.cohort, grain), row.customers]));
  const ages = [...new Set(rows.map(({ age }) => age))].sort((a, b) => a - b).filter((age) => age > 0 || !isOrdered);
  const caption = isOrdered ? t`Share of each cohort that ordered in a period since` : t`Share of each cohort not lost at the end of a period`;
  return card(context, {
    title, sources: [source], span: 12,
    subtitle: isOrdered ? t`Share of the customers of each cohort that ordered in the period` : t`Share of the customers of each cohort that are not lost at the end of the period`,
  }, heatMap(rows.filter((row) => row.age > 0 || !isOrdered).map((row) => {
    const rate = isOrdered ? row.ordered_rate : row.active_rate;
    return { row: cohortName(row.cohort, grain), column: String(row.age), value: rate, text: percent0(rate) };
  }), {
    caption, rows: names.map((cohort) => cohortName(cohort, grain)), columns: ages.map(String), rowTitle: t`First order`, columnTitle: agesTitle(grain), isTriangle: true,
    total: { title: t`Customers`, text: (row) => integer(sizes.get(row)) },
  }), note(t`The first cohort holds all who had ordered before the record begins.`));
}
