import { card } from "../../components/card.js";
import { emptyState } from "../../components/emptyState.js";
import { heading, note } from "../../components/heading.js";
import { interval } from "../../components/interval.js";
import { count, day, decimal1, list, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import type { Headline, Later, Recovery } from "./rows.js";
import { recoveryName, serviceName } from "./words.js";

/** What customers did after they were served well, or failed. */
export function outcomes(context: Context, head: Headline): Element[] {
  const table = context.read<Later>("service_later_orders");
  const all = table.rows.filter(({ kind }) => kind === "all");
  const well = all.find(({ service }) => service === "served well");
  const failed = all.find(({ service }) => service === "failed");
  const beside = [...(well && failed ? [...score(context, head, all, well, failed), ...byKind(context, head, table.rows)] : []), ...(head.has_tickets ? recovery(context, head) : [])];
  const parts = [...(well && failed ? [again(context, head, all, well, failed, beside.length > 0 ? 6 : 12)] : []), ...beside];
  if (parts.length === 0) return [];
  return [...heading(t`Did it cost us?`, t`Failure and leaving may both have another cause, such as a customer far away: these figures show what goes along with failure, and prove no cause.`), ...parts,
    ...(head.has_surveys || !well ? [] : [emptyState(context, ["surveys"], t`How likely customers were to recommend us after they were served well, or failed, would stand here.`)])];
}

function again(context: Context, head: Headline, rows: Later[], well: Later, failed: Later, span: 6 | 12): Element {
  const table = context.read<Later>("service_later_orders");
  const days = count(head.later_days, "day");
  const told = t`${percent0(failed.back_rate)} of the customers failed ordered again within ${days}, of those served well ${percent0(well.back_rate)}`;
  return card(context, {
    title: failed.is_back_clear === false ? t`${told}: chance may explain it` : told, sources: [table], span,
    subtitle: t`Customers by their first order that came from ${day(well.from_date)} to ${day(well.until_date)}: share that ordered again within ${days}, with ${percent0(head.confidence)} intervals`,
  }, interval(rows.map((row) => ({ name: serviceName(row.service), value: row.back_rate, low: row.back_low, high: row.back_high, detail: count(row.customers, "customer") })), {
    caption: t`Ordered again, by the service they had`, nameTitle: t`Service`, valueTitle: t`Ordered again`, format: percent0,
  }),
  note(t`An order that was only returned, or of which a part is not known, is in neither group.`));
}

/** The same within a kind of customers: kinds order differently often. */
function byKind(context: Context, head: Headline, rows: Later[]): Element[] {
  const table = context.read<Later>("service_later_orders");
  const told = rows.filter(({ kind, service }) => kind !== "all" && (service === "served well" || service === "failed"));
  const kinds = [...new Set(told.map(({ kind }) => kind))].filter((kind) => told.filter((row) => row.kind === kind).length === 2);
  if (kinds.length < 2) return [];
  const clear = told.filter(({ is_back_clear: isClear, kind }) => isClear === true && kinds.includes(kind));
  const title = clear.length === 0 ? t`Within a kind of customers chance may explain the difference`
    : t`Told from chance for: ${list(clear.map(({ kind }) => valueName(kind, "kind")))}`;
  return [card(context, {
    title, sources: [table], span: 6,
    subtitle: t`Share that ordered again within ${count(head.later_days, "day")}, by kind of customer, with ${percent0(head.confidence)} intervals: kinds order differently often`,
  }, interval(told.filter(({ kind }) => kinds.includes(kind)).map((row) => ({
    name: valueName(row.kind, "kind"), value: row.back_rate, low: row.back_low, high: row.back_high, detail: t`${serviceName(row.service)}: ${count(row.customers, "customer")}`,
  })), { caption: t`Ordered again, by kind of customer`, nameTitle: t`Kind`, valueTitle: t`Ordered again`, format: percent0 }))];
}

function score(context: Context, head: Headline, rows: Later[], well: Later, failed: Later): Element[] {
  const table = context.read<Later>("service_later_orders");
  const shown = rows.filter(({ mean_score: mean }) => mean !== null);
  if (well.mean_score === null || failed.mean_score === null || shown.length < 2) return [];
  const told = t`After a failure customers give ${decimal1(failed.mean_score)} of 10, after good service ${decimal1(well.mean_score)}`;
  return [card(context, { title: failed.is_score_clear === false ? t`${told}: chance may explain it` : told, subtitle: t`Likelihood to recommend, 0 to 10: the first answer within ${count(head.later_days, "day")} of the order, with ${percent0(head.confidence)} intervals`, sources: [table], span: 6 },
    interval(shown.map((row) => ({ name: serviceName(row.service), value: row.mean_score, low: row.score_low, high: row.score_high, detail: count(row.answers, "answer") })), {
      caption: t`Likelihood to recommend, by the service they had`, nameTitle: t`Service`, valueTitle: t`Score`, format: decimal1,
    }),
    note(t`Who answers may differ from who does not; groups with fewer than ${count(head.min_answers, "answer")} are left out.`))];
}

function recovery(context: Context, head: Headline): Element[] {
  const table = context.read<Recovery>("service_recoveries");
  const rows = table.rows.filter(({ period }) => period === "current");
  const complained = rows.find(({ group_name: name }) => name === "complained");
  if (!complained) return [];
  const prior = table.rows.find(({ period, group_name: name }) => period === "prior" && name === "complained");
  const days = count(head.later_days, "day");
  const told = complained.like_rate === null ? t`${percent0(complained.back_rate)} of those who complained bought again within ${days}`
    : t`${percent0(complained.back_rate)} of those who complained bought again within ${days}; of customers like them without a complaint ${percent0(complained.like_rate)}`;
  const title = complained.is_like_clear === false ? t`${told}: chance may explain it` : told;
  const shown = [
    ...rows.filter(({ group_name: name }) => name !== "no complaint").map((row) => ({ name: recoveryName(row.group_name, head.quick_hours), value: row.back_rate, low: row.back_low, high: row.back_high, detail: count(row.customers, "customer") })),
    ...(complained.like_rate === null ? [] : [{ name: t`Like them, no complaint`, value: complained.like_rate, low: complained.like_low, high: complained.like_high, detail: t`same kind, as many orders before` }]),
    ...rows.filter(({ group_name: name }) => name === "no complaint").map((row) => ({ name: recoveryName(row.group_name, head.quick_hours), value: row.back_rate, low: row.back_low, high: row.back_high, detail: count(row.customers, "customer") })),
  ];
  return [card(context, {
    title, sources: [table], span: 6,
    subtitle: t`Customers by their first complaint from ${day(complained.from_date)} to ${day(complained.until_date)}, the others by their first order in that time, up to which they had not complained in it; with ${percent0(head.confidence)} intervals`,
  }, interval(shown, { caption: t`Bought again after a complaint`, nameTitle: t`Group`, valueTitle: t`Bought again`, format: percent0 }),
  note(`${t`Who buys often has more to complain of, and buys again anyway: compare with customers like them, not with all without a complaint.`} ${prior ? t`A year before, ${percent0(prior.back_rate)} of those who complained came back.` : ""}`.trim()))];
}
