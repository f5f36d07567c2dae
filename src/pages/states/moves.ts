import { card } from "../../components/card.js";
import { disclosure } from "../../components/disclosure.js";
import { dataTable } from "../../components/dataTable.js";
import { flow, type FlowStep, type FlowTone } from "../../components/flow.js";
import { heading, note } from "../../components/heading.js";
import { trend } from "../../components/trend.js";
import { waterfall } from "../../components/waterfall.js";
import { count, day, integer, month, percent, percent0, words } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Headline, Move, Rates } from "./rows.js";
import { stateName } from "./words.js";

/** Who came, left and came back, month by month and over the span; from which state to which. */
export function moves(context: Context, source: Table<Headline>, head: Headline): Element[] {
  if (head.from_date === null) return [];
  return [
    ...heading(t`Who comes and who leaves`),
    balance(context, source, head), exits(context, head), flows(context, head), months(context, head),
  ];
}

const signed = (value: number | null | undefined) => (value && value > 0 ? `+${integer(value)}` : integer(value));

function balance(context: Context, source: Table<Headline>, head: Headline): Element {
  const gained = head.entered! + head.won_back!;
  const title = head.left_customers! > gained + head.recounted!
    ? t`${integer(head.left_customers)} times a customer was lost, ${integer(gained)} times one came or came back`
    : t`${integer(gained)} times a customer came or came back, ${integer(head.left_customers)} times one was lost`;
  return card(context, { title, subtitle: t`Active customers from ${day(head.from_date)} to today. Who was lost and came back in between counts in both`, sources: [source], span: 6 },
    waterfall([
      { name: t`At the start`, value: head.active_before!, isTotal: true },
      { name: t`New`, value: head.entered! },
      { name: t`Back`, value: head.won_back! },
      ...(head.recounted ? [{ name: t`Recounted`, value: head.recounted }] : []),
      { name: t`Lost`, value: -head.left_customers! },
      { name: t`Today`, value: head.active, isTotal: true },
    ], { label: title, format: integer, changeFormat: signed }),
    head.recounted ? note(t`${count(head.recounted, "lost customer")} counted as active again without an order, for longer gaps between orders have become usual.`) : null);
}

function exits(context: Context, head: Headline): Element {
  const table = context.read<Rates>("states_rates");
  const known = table.rows.filter((row) => row.is_complete && row.exit_rate !== null);
  const last = known.at(-1);
  const before = known.at(-13);
  const title = !last ? t`How many leave in a month is not known yet`
    : before ? t`${percent(last.exit_rate)} of active customers were lost in ${month(last.month_end)}, ${percent(before.exit_rate)} a year before`
      : t`${percent(last.exit_rate)} of active customers were lost in ${month(last.month_end)}`;
  return card(context, { title, subtitle: t`Share of the customers active at the end of the month before that are lost at the end of the month, with ${percent0(head.confidence)} limits; whole months`, sources: [table], span: 6 },
    trend([{ name: t`Lost, of active`, points: known.map((row) => ({ date: row.month_end, value: row.exit_rate })) }], {
      label: title, format: percent0,
      band: { name: t`${percent0(head.confidence)} limits`, points: known.map((row) => ({ date: row.month_end, low: row.exit_rate_low!, high: row.exit_rate_high! })) },
    }));
}

/** From the best to the worst, for the eye. */
const order = ["loyal", "repeat", "first-time", "target", "prospect", "new", "non-customer", "lost"];
const tones: Record<Move["direction"], FlowTone> = { forward: "good", new: "good", same: "neutral", back: "bad" };

function flows(context: Context, head: Headline): Element {
  const table = context.read<Move>("states_moves");
  // Who was in no state that money was earned in, before or after, would make the ribbons that matter thin.
  const shown = table.rows.filter(({ from_state: from, to_state: to }) => !(from === "lost" && to === "lost"));
  const left = table.rows.find(({ from_state: from, to_state: to }) => from === "lost" && to === "lost");
  const fallen = table.rows.filter(({ from_state: from, to_state: to }) => from === "loyal" && to === "lost")[0];
  const title = fallen ? t`${integer(fallen.customers)} customers who were loyal are lost: ${percent0(fallen.share)} of them` : t`Nobody who was loyal is lost`;
  const ids = (isEnd: boolean) => order.filter((state) => shown.some((row) => (isEnd ? row.to_state : row.from_state) === state)).map((state) => ({ id: state, name: state === "new" ? stateName(state) : words(state) }));
  const taken: (FlowStep & { row: Move })[] = shown.map((row) => ({ from: row.from_state, to: row.to_state, value: row.customers, tone: row.to_state === "lost" ? "bad" : tones[row.direction], row }));
  return card(context, { title, subtitle: t`Customers by state on ${day(head.from_date)} and today`, sources: [table], span: 12 },
    flow(taken, {
      label: title, isFull: true,
      columns: [{ title: t`On ${day(head.from_date)}`, states: ids(false) }, { title: t`Today`, states: ids(true) }],
      toneNames: { good: t`forward`, neutral: t`the same state`, bad: t`back or lost` }, valueTitle: t`Customers`,
      details: [
        { label: t`${percent0(head.confidence)} limits`, value: ({ row }) => (row.from_state === "new" ? null : t`${percent0(row.share_low)} to ${percent0(row.share_high)}`) },
        { label: t`Revenue now`, value: ({ row }) => (row.revenue === null ? null : context.money(row.revenue)), isNumber: true },
      ],
    }),
    left ? note(t`${count(left.customers, "customer")} lost before and lost still are not drawn.`) : null);
}

function months(context: Context, head: Headline): Element {
  const table = context.read<Rates>("states_rates");
  const limits = (low: number | null, high: number | null) => (low === null ? null : t`${percent(low)} to ${percent(high)}`);
  return disclosure(t`Month by month`, { id: "months", detail: t`Who came, left and came back, with rates and limits` },
    card(context, { title: t`Active customers, month by month`, subtitle: t`Rates of the customers active, or lost, at the end of the month before, with ${percent0(head.confidence)} limits`, sources: [table], span: 12 },
      dataTable([...table.rows].reverse(), [
        { label: t`Month`, value: (row) => (row.is_complete ? month(row.month_end) : t`${month(row.month_end)}, until ${day(row.month_end)}`), isRowHeader: true },
        { label: t`Active`, value: (row) => integer(row.active), align: "right" },
        { label: t`New`, value: (row) => integer(row.entered), align: "right" },
        { label: t`Back`, value: (row) => integer(row.won_back), align: "right" },
        { label: t`Recounted`, value: (row) => integer(row.recounted), align: "right" },
        { label: t`Lost`, value: (row) => integer(row.left_customers), align: "right" },
        { label: t`Lost, of active`, value: (row) => (row.exit_rate === null ? null : percent(row.exit_rate)), number: (row) => row.exit_rate, align: "right" },
        { label: t`Limits of lost`, value: (row) => limits(row.exit_rate_low, row.exit_rate_high), align: "right" },
        { label: t`Back, of lost`, value: (row) => (row.won_back_rate === null ? null : percent(row.won_back_rate)), number: (row) => row.won_back_rate, align: "right" },
        { label: t`Limits of back`, value: (row) => limits(row.won_back_rate_low, row.won_back_rate_high), align: "right" },
      ], { caption: t`Active customers, month by month`, first: 12, noun: "month" })));
}
