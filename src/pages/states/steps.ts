import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { heading, note } from "../../components/heading.js";
import { trend } from "../../components/trend.js";
import { change, count, day, integer, percent0, readable } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Count, Headline, Step } from "./rows.js";
import { stateName } from "./words.js";

/** Where customers stand today, what to do for each state, and how the states grew or shrank. */
export function steps(context: Context, head: Headline): Element[] {
  return [...heading(t`Where customers stand`), today(context, head), courses(context)];
}

function today(context: Context, head: Headline): Element {
  const { money } = context;
  const table = context.read<Step>("states_steps");
  const loyal = table.rows.find(({ state }) => state === "loyal");
  const title = loyal && loyal.customers > 0 && loyal.revenue_share !== null
    ? t`${count(loyal.customers, "loyal customer")} of ${integer(head.active)} active ones: ${percent0(loyal.revenue_share)} of revenue`
    : t`No active customer is loyal yet`;
  const leads = table.rows.some((row) => row.leads !== null);
  const before = head.from_date;
  return card(context, {
    title, sources: [table], span: 12,
    subtitle: t`Customers by state today, revenue of the last ${integer(context.windowDays)} days. Loyal: ${integer(head.loyal_orders)} orders or more, in ${integer(head.loyal_quarters)} of the last four quarters, no open complaint`,
  }, dataTable(table.rows, [
    { label: t`State`, value: (row) => groupLink(stateName(row.state), { state: row.state }, row.customers), isRowHeader: true },
    { label: t`Customers`, value: (row) => integer(row.customers), align: "right", bar: (row) => row.share },
    ...(before === null ? [] : [{
      label: t`On ${day(before)}`, value: (row: Step) => integer(row.customers_before), align: "right" as const,
    }, {
      label: t`Change`, value: (row: Step) => (row.change === null ? null : change(row.change)), number: (row: Step) => row.change, align: "right" as const,
    }]),
    { label: t`Revenue`, value: (row) => (row.revenue === null ? null : money(row.revenue)), number: (row) => row.revenue, align: "right" },
    ...(leads ? [{ label: t`Open leads`, value: (row: Step) => (row.leads === null ? null : integer(row.leads)), align: "right" as const }] : []),
    { label: t`What to do`, value: (row) => readable(row.action) },
  ], { caption: t`Customers by state` }), leads ? note(t`Open leads stand beside the customers: who a lead turns out to be is known once it is closed, and it may be a customer already.`) : null);
}

/** States that are drawn as lines, and the colour of each. */
const drawn = [["loyal", "series-1"], ["repeat", "series-3"], ["first-time", "series-2"], ["lost", "series-5"]] as const;

function courses(context: Context): Element {
  const table = context.read<Count>("states_courses");
  const of = (state: string) => table.rows.filter((row) => row.state === state);
  const lost = of("lost");
  const loyal = of("loyal");
  const [first, last] = [loyal.at(-13) ?? loyal[0], loyal.at(-1)];
  const title = first && last && first !== last && lost.length > 0
    ? last.customers >= first.customers ? t`Loyal customers: ${integer(last.customers)}, ${integer(last.customers - first.customers)} more than on ${day(first.month_end)}`
      : t`Loyal customers: ${integer(last.customers)}, ${integer(first.customers - last.customers)} fewer than on ${day(first.month_end)}`
    : t`Customers by state over time`;
  return card(context, { title, subtitle: t`Customers in each state at the end of each month, from what was known that day`, sources: [table], span: 12 },
    trend(drawn.map(([state, color]) => ({ name: stateName(state), color, isDashed: state === "lost", points: of(state).map((row) => ({ date: row.month_end, value: row.customers })) })),
      { label: title, format: integer, isFull: true }));
}
