import { html } from "htl";
import { card } from "../components/card.js";
import { dataTable } from "../components/dataTable.js";
import { emptyState } from "../components/emptyState.js";
import { groupLink } from "../components/groupLink.js";
import { heading, note } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { count, day, integer, percent, percent0, readable, sentence } from "../lib/format.js";
import { msg, phrase, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { evidence } from "./retention/evidence.js";
import { calls, due } from "./retention/lists.js";
import type { Gate, Headline } from "./retention/rows.js";
import { stays } from "./retention/stays.js";

export const retention: Page = {
  path: "retention",
  title: msg("Retention"),
  question: msg("Whom are we about to lose, what did they bring, and how long do customers stay?"),
  follows: "customers",
  render(context) {
    const source = context.read<Headline>("retention_headline");
    const [head] = source.rows;
    if (!head) return [emptyState(context, ["customers", "orders"], t`This page says who may leave, whom to call first, whose next order is late and how long customers stay.`)];
    return [
      ...tiles(context, source, head),
      ...(head.has_chances ? doubts(head) : [noChances(context, source, head)]),
      ...toCall(context, head),
      ...evidence(context, source, head),
      ...stays(context, head),
    ];
  },
};

function toCall(context: Context, head: Headline): Element[] {
  const cards = [...(head.has_chances ? [calls(context, head)] : []), ...due(context)];
  return cards.length === 0 ? [] : [...heading(t`Whom to call`), ...cards];
}

function tiles(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const { money } = context;
  const active = kpi(context, {
    label: t`Customers today`, value: integer(head.active_customers), sources: [source],
    note: head.lost_after_days === null ? t`How long a customer may be silent is not known: nobody bought twice`
      : t`Ordered within ${count(head.lost_after_days, "day")}; ${integer(head.buyers)} ever did`,
  });
  if (!head.has_chances) return [active];
  const days = integer(head.holdout_days);
  return [
    active,
    kpi(context, {
      label: t`Expected to leave in ${days} days`, value: integer(head.expected_left), sources: [source],
      note: t`To order nothing in that time: ${integer(head.expected_left_low)} to ${integer(head.expected_left_high)} by the model, ${percent(head.expected_left_rate)} of the customers today`,
    }),
    kpi(context, {
      label: t`Revenue that they brought`, value: money(head.at_risk), sources: [source],
      note: t`${money(head.at_risk_low)} to ${money(head.at_risk_high)} in ${integer(context.windowDays)} days, ${percent(head.at_risk_rate)} of what customers today brought`,
    }),
    kpi(context, {
      label: t`With a high chance to leave`, value: integer(head.high_customers), sources: [source],
      note: t`${percent0(head.high_from)} or more; ${integer(head.medium_customers)} more have ${percent0(head.medium_from)} or more`,
    }),
  ];
}

/** What a reader has to know before the numbers are used. */
function doubts(head: Headline): Element[] {
  const links = html`<p class="lead">${groupLink(t`All with a high chance`, { churn_band: "high" }, head.high_customers)} · ${groupLink(t`All with a medium chance`, { churn_band: "medium" }, head.medium_customers)}</p>`;
  if (head.verdict === "good") return [links];
  const told = t`Tried on ${day(head.snapshot_date)}, it expected ${integer(head.expected_customers)} of ${count(head.tried_customers, "customer")} to leave; ${integer(head.left_customers)} did.`;
  const rather = head.expected_left_as_tried === null ? "" : t`If it is as far off again, ${integer(head.expected_left_as_tried)} will leave.`;
  return [html`<p class="caution"><b>${t`The numbers are rough.`}</b> ${sentence(readable(head.verdict_reason ?? ""))} ${told} ${rather}</p>`, links];
}

/** Why nobody's chance to leave is told, and what is missing for it. */
function noChances(context: Context, source: Table<Headline>, head: Headline): Element {
  const gates = context.read<Gate>("prediction_conditions");
  if (head.model !== null) {
    return card(context, { title: t`Nobody's chance to leave is told: the model was of no use`, subtitle: sentence(readable(head.reason ?? "")), sources: [source], span: 12 },
      note(t`It was tried on customers and a time that it had not seen, see below. What follows is what the orders show by themselves.`));
  }
  return card(context, {
    title: t`Who may leave cannot be told yet`, subtitle: head.reason === null ? undefined : sentence(head.reason), sources: [source, gates], span: 12,
  }, dataTable(gates.rows, [
    { label: t`What is needed`, value: (row) => phrase(gateName(row.gate)), isRowHeader: true },
    { label: t`Here`, value: (row) => integer(row.value), align: "right" },
    { label: t`Needed`, value: (row) => (row.gate === "recent orders" ? t`${integer(row.required)} at most` : t`${integer(row.required)} at least`), align: "right" },
    { label: t`Met`, value: (row) => (row.is_met ? t`✓ yes` : t`✗ no`) },
  ], { caption: t`What is needed to tell who may leave` }), note(t`Below is what the orders show by themselves.`));
}

function gateName(gate: string): string {
  switch (gate) {
    case "customers": return msg("Customers with an order");
    case "repeat customers": return msg("Customers who bought again");
    case "history": return msg("Days of history");
    case "calibration": return msg("Days of history before those held out");
    default: return msg("Days since the last order");
  }
}
