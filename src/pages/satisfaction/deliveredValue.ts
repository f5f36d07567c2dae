import { html } from "htl";
import { card } from "../../components/card.js";
import { clusterProfile } from "../../components/clusterProfile.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { heading, note } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { count, decimal1, decimal2, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Component, Terms } from "./rows.js";
import { componentName, dimensionTitle, groupTitle, signed } from "./words.js";

/** The components in the order of their definition: what a customer gets, then what it takes. */
const components = ["product_value", "service_value", "people_value", "image_value", "money_cost", "time_cost", "energy_cost", "psychic_cost"];
/** Dimensions whose profiles are drawn, the first openly. */
const profiled = ["tier", "region", "segment", "kind", "service_point"];
/** Rows of the list of the weakest points. */
const WEAK_ROWS = 8;

/** What customers get, less what it takes them: by component, where each group lags, and the profile of each. */
export function deliveredValue(context: Context, terms: Terms): Element[] {
  const table = context.read<Component>("satisfaction_delivered_value");
  const all = table.rows.filter(({ dimension, mean }) => dimension === "all" && mean !== null);
  if (all.length === 0) return [];
  const shown = profiled.filter((dimension) => groupsOf(table.rows, dimension).length > 1);
  const profiles = shown.map((dimension) => profile(context, table, dimension));
  return [
    ...heading(t`What they get, and what it takes them`, t`Delivered value: the value of goods, service, people and image, less what it costs in money, time, effort and worry. Each from 1 to 5: of what they get more is better, of what it takes them more is worse.`),
    ...weakest(context, table, all, terms),
    ...profiles.slice(0, 1),
    ...(profiles.length < 2 ? [] : [disclosure(html`<h2>${t`Other profiles`}</h2>`, { id: "profiles", detail: t`By region, segment, kind and service point` }, html`<div class="page">${profiles.slice(1)}</div>`)]),
  ];
}

/** The groups of a dimension with a mean, each with its components. */
function groupsOf(rows: Component[], dimension: string): Component[][] {
  const own = rows.filter((row) => row.dimension === dimension && row.group_kind === "value");
  return [...new Set(own.map(({ group_name: name }) => name))].map((name) => own.filter((row) => row.group_name === name)).filter((group) => group.some(({ mean }) => mean !== null));
}

/** Which way the scale of a component is good. */
const scaleWords = ({ is_cost: isCost }: Pick<Component, "is_cost">): string => (isCost ? t`more is worse` : t`more is better`);

/** The place where a group lags most, in words. */
export function weakestTitle(rows: Component[]): string {
  const [first] = weakPoints(rows);
  if (!first) return t`No group gets less than the others by more than chance`;
  return first.is_cost ? t`${groupTitle(first)}, ${componentName(first.component).toLowerCase()}: a burden of ${decimal1(first.mean)} of 5, ${decimal1(-first.advantage!)} heavier than for all`
    : t`${groupTitle(first)}, ${componentName(first.component).toLowerCase()}: ${decimal1(first.mean)} of 5, ${decimal1(-first.advantage!)} less than all`;
}

/** Components at which a group lags by more than chance, the farthest first. */
const weakPoints = (rows: Component[]) => rows.filter(({ dimension, against_all: against, component }) => dimension !== "all" && against === "worse" && component !== "delivered_value")
  .sort((a, b) => a.advantage! - b.advantage!);

function weakest(context: Context, table: Table<Component>, all: Component[], terms: Terms): Element[] {
  const weak = weakPoints(table.rows);
  const comparisons = table.rows.find(({ dimension, adjusted_p: p }) => dimension !== "all" && p !== null)?.comparisons ?? 0;
  const whole = all.find(({ component }) => component === "delivered_value");
  const told = components.flatMap((name) => all.find(({ component }) => component === name) ?? []);
  return [
    card(context, { title: weakestTitle(table.rows), subtitle: t`Where a group gets less than all customers, or it takes more; the farthest first. ${count(comparisons, "comparison")} were made at once: only differences are shown that remain when that is allowed for, of which no more than ${percent0(terms.false_discovery_rate)} should be chance`, sources: [table], span: 7 },
      dataTable(weak, [
        { label: t`Group`, value: (row) => groupTitle(row), isRowHeader: true },
        { label: t`By`, value: (row) => dimensionTitle(row.dimension) },
        { label: t`Component`, value: (row) => withNote(componentName(row.component), scaleWords(row)) },
        { label: t`Mean`, value: (row) => decimal2(row.mean), align: "right" },
        { label: t`All customers`, value: (row) => decimal2(row.all_mean), align: "right" },
        { label: t`Answers`, value: (row) => integer(row.answers), align: "right" },
      ], { caption: t`Where groups lag`, first: WEAK_ROWS, noun: "point", empty: t`None, of groups with ${count(terms.min_answers, "answer")} or more.` })),
    card(context, {
      title: whole ? t`Delivered value ${decimal1(whole.mean)}, on a scale of −16 to 16` : t`What customers get, and what it takes them`,
      subtitle: t`Mean of each component, all customers, 1 to 5: + what they get, − what it takes them`, sources: [table], span: 5,
    }, dataTable(told, [
      { label: t`Component`, value: (row) => withNote(`${row.is_cost ? "−" : "+"} ${componentName(row.component)}`, scaleWords(row)), isRowHeader: true },
      { label: t`Mean`, value: (row) => decimal2(row.mean), align: "right", bar: (row) => row.mean! / 5 },
      { label: t`Answers`, value: (row) => integer(row.answers), align: "right" },
    ], { caption: t`Components of delivered value` }),
    whole ? note(t`Delivered value is of the ${count(whole.answers, "answer")} that say all eight.`) : null),
  ];
}

function profile(context: Context, table: Table<Component>, dimension: string): Element {
  const groups = groupsOf(table.rows, dimension);
  return card(context, { title: t`Profile by ${dimensionTitle(dimension).toLowerCase()}`, subtitle: t`How much better or worse than all customers each group finds us: to the right more value, or less of a cost`, sources: [table], span: 12 },
    clusterProfile(groups.map((group) => {
      const whole = group.find(({ component }) => component === "delivered_value");
      return {
        name: groupTitle(group[0]!), detail: whole?.mean === null || whole === undefined ? undefined : t`delivered value ${decimal1(whole.mean)}`,
        measures: components.flatMap((name) => group.find(({ component }) => component === name) ?? []).map((row) => ({
          name: componentName(row.component), difference: row.advantage, text: row.mean === null ? count(row.answers, "answer") : t`${decimal2(row.mean)} (${signed(row.advantage, decimal2)})`,
          isGood: row.against_all === "better" ? true : row.against_all === "worse" ? false : undefined,
        })),
      };
    }), { unit: t`points of 5, better to the right`, measureTitle: t`Component` }),
    note(t`Coloured is what differs by more than chance, all comparisons allowed for. The figures of what it takes are burdens, 5 the heaviest; the bars are turned so that right is always better.`));
}
