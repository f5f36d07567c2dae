import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { heading, note } from "../../components/heading.js";
import { scatter } from "../../components/scatter.js";
import { withNote } from "../../components/withNote.js";
import { count, decimal1, decimal2, integer, list } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Driver, Terms } from "./rows.js";
import { componentName, quadrantAction, quadrantName } from "./words.js";

type Told = Driver & { place: number; importance: number; importance_low: number; importance_high: number; importance_cut: number; performance: number; performance_cut: number; quadrant: string };

/** What satisfaction hangs on, and how good we are at it. */
export function drivers(context: Context, terms: Terms): Element[] {
  const table = context.read<Driver>("satisfaction_driver_map");
  const head = heading(t`What to mend first`);
  const told = table.rows.filter((row): row is Told => row.importance !== null);
  if (table.rows.length === 0) return [...head, notAsked(context, table)];
  if (told.length === 0) {
    const most = Math.max(...table.rows.map(({ answers }) => answers));
    return [...head, card(context, { title: t`What drives satisfaction cannot be told yet`, sources: [table], span: 12 },
      note(t`It takes ${count(terms.driver_min_answers, "answer")} on one form with the satisfaction; there are ${integer(most)} at the most.`))];
  }
  return [...head, map(context, table, told), actions(context, table, told)];
}

/** What the questions on delivered value would show. */
const notAsked = (context: Context, table: Table<Driver>): Element =>
  card(context, { title: t`No form asks what customers get for what it costs them`, sources: [table], span: 12 },
    note(t`Ask for the eight components of delivered value, from 1 to 5, and map them in project.yaml under entities.surveys: product_value, service_value, people_value, image_value, money_cost, time_cost, energy_cost and psychic_cost. This part then shows what satisfaction hangs on, what to mend first, and where each group of customers gets less than the others.`));

/** The finding: what to concentrate on. */
export function driverTitle(told: Pick<Driver, "component" | "quadrant">[]): string {
  const weak = told.filter(({ quadrant }) => quadrant === "concentrate here").map(({ component }) => componentName(component).toLowerCase());
  if (weak.length > 0) return t`Mend first: ${list(weak)}. Satisfaction hangs there, and we are weak`;
  return t`What satisfaction hangs on most, we are good at`;
}

function map(context: Context, table: Table<Driver>, told: Told[]): Element {
  const title = driverTitle(told);
  const [{ importance_cut: y, performance_cut: x, outcome }] = told as [Told];
  const outcomeWords = outcome === "recommend" ? t`whether they would recommend us` : t`how satisfied they are`;
  return card(context, {
    title, subtitle: t`Each component of delivered value: how closely it goes along with ${outcomeWords} (upwards, rank correlation), and how good customers find us at it (to the right). Lines: the means`, sources: [table], span: 7,
  }, scatter(told.map((row) => ({ x: row.performance, y: row.importance, group: row.component })),
    told.map((row) => ({ group: row.component, name: componentName(row.component), mark: integer(row.place), middle: { x: row.performance, y: row.importance } })),
    {
      label: title, xLabel: t`Rated 1 to 5: better to the right →`, yLabel: t`↑ How much satisfaction hangs on it`, xFormat: decimal1, yFormat: decimal2, xLog: false, yLog: false, inset: { x: 24, y: 44 },
      quadrants: { x, y, names: { topLeft: quadrantName("concentrate here"), topRight: quadrantName("keep up"), bottomLeft: quadrantName("low priority"), bottomRight: quadrantName("possible overkill") } },
    }),
  note(t`More is better for all eight here: what it takes them is turned round, 5 being the lightest burden, while below it is told as a burden. What goes along with satisfaction need not bring it about: try one thing at a time, and ask again.`));
}

function actions(context: Context, table: Table<Driver>, told: Told[]): Element {
  const untold = table.rows.length - told.length;
  return card(context, { title: t`What each of them asks for`, subtitle: t`The most important first; of ${count(Math.max(...told.map(({ answers }) => answers)), "answer")}, one for each customer`, sources: [table], span: 5 },
    dataTable(told, [
      { label: t`Component`, value: (row) => `${integer(row.place)} ${componentName(row.component)}`, isRowHeader: true },
      { label: t`Importance`, value: (row) => withNote(decimal2(row.importance), t`${decimal2(row.importance_low)} to ${decimal2(row.importance_high)}`), number: (row) => row.importance, align: "right" },
      { label: t`Performance`, value: (row) => decimal2(row.performance), align: "right" },
      { label: t`What to do`, value: (row) => quadrantAction(row.quadrant) },
    ], { caption: t`What satisfaction hangs on, and what to do` }),
    untold === 0 ? null : note(t`${count(untold, "component")} not told: too few answers, or all alike.`));
}
