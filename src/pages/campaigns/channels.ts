import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, day, integer, readable, sentence } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Channel, Terms } from "./rows.js";
import { channelName, times } from "./words.js";

/** What a customer costs through each channel, and what it is worth. */
export function channels(context: Context, table: Table<Channel>, terms: Table<Terms>): Element[] {
  const { money } = context;
  const [term] = terms.rows;
  const rows = table.rows.filter(({ period }) => period === "current");
  const all = rows.find(({ dimension }) => dimension === "all");
  if (!term || !all) return [];
  const before = (row: Channel) => table.rows.find((other) => other.period === "prior" && other.dimension === row.dimension && other.channel === row.channel);
  const shown = [...rows.filter(({ dimension }) => dimension === "channel"), all];
  const most = Math.max(1, ...rows.filter(({ dimension }) => dimension === "channel").map(({ spend }) => spend));
  const hasPrior = shown.some((row) => before(row)?.cost_per_customer);
  return [card(context, {
    title: channelTitle(rows, money), sources: [table, terms], span: 12,
    subtitle: t`Spent to win customers in the last ${count(context.windowDays, "day")} by the customers won in that time. Worth: margin to date and to come of a customer (lifetime value), before what winning and serving it cost, mean of these customers`,
  }, dataTable(shown, [
    { label: t`Won through`, value: (row) => (row.dimension === "all" ? element("b", {}, t`All channels`) : channelName(row.channel)), isRowHeader: true },
    { label: t`Spent`, value: (row) => (row.campaign_spend > 0 ? withNote(money(row.spend), t`${money(row.campaign_spend)} on campaigns`) : money(row.spend)), number: (row) => row.spend, align: "right", bar: (row) => (row.dimension === "all" ? null : row.spend / most) },
    { label: t`Customers won`, value: (row) => (row.campaign_customers > 0 ? withNote(integer(row.customers_won), t`${integer(row.campaign_customers)} by campaigns`) : integer(row.customers_won)), number: (row) => row.customers_won, align: "right" },
    { label: t`Cost of a customer`, value: (row) => (row.cost_per_customer === null ? element("small", {}, phrase(row.cost_reason ?? "")) : money(row.cost_per_customer)), number: (row) => row.cost_per_customer, align: "right" },
    ...(hasPrior ? [{ label: t`Before`, value: (row: Channel) => money(before(row)?.cost_per_customer), number: (row: Channel) => before(row)?.cost_per_customer ?? null, align: "right" as const }] : []),
    { label: t`Worth of a customer`, value: (row) => money(row.lifetime_value), number: (row) => row.lifetime_value, align: "right" },
    { label: t`Worth by cost`, value: (row) => (row.value_to_cost === null && row.cost_per_customer !== null && row.valued_customers < term.min_customers ? element("small", {}, t`too few customers`)
      : row.value_to_cost !== null && row.value_to_cost < 1 ? element("span", { class: "bad" }, times(row.value_to_cost)) : times(row.value_to_cost)), number: (row) => row.value_to_cost, align: "right" },
    { label: t`Paid back after`, value: (row) => (row.payback_months === null ? (row.cost_per_customer === null ? null : element("small", {}, row.payback_reason === "not yet observed" ? t`not within the ${count(row.observed_months, "month")} observed` : phrase(row.payback_reason ?? ""))) : count(row.payback_months, "month")), number: (row) => row.payback_months, align: "right" },
  ], { caption: t`Cost and worth of customers by channel`, noun: "channel" }),
  all.cost_reason === null ? null : note(sentence(readable(all.cost_reason))),
  note(t`A customer counts for the channel of the campaign that won it, else for the source in its file or of its lead. The page on the sales force divides the same customers by the channel that they are served through. Paid back: when the margin of a customer reaches the cost in the mean, each month taken from those who have had it whole; looked for up to ${count(term.payback_months, "month")}. Of fewer than ${integer(term.min_customers)} customers neither that nor worth by cost is told.`),
  all.valued_customers === 0 ? null : note(t`Worth is known of ${count(all.valued_customers, "customer")}, with what is still to come of ${integer(all.predicted_customers)}.`),
  term.first_spend_date === null ? null : note(t`On record since ${day(term.first_spend_date)}: ${money(term.spend)} spent to win customers. Costs booked on a campaign are part of what it cost and count once; costs of service and of keeping customers are left out.`))];
}

/** The channel whose customers are worth least by what they cost, and that of which they are worth most. */
export function channelTitle(rows: Channel[], money: Context["money"]): string {
  const known = rows.filter(({ dimension, value_to_cost: ratio }) => dimension === "channel" && ratio !== null).sort((a, b) => b.value_to_cost! - a.value_to_cost! || (a.channel! < b.channel! ? -1 : 1));
  const [best, worst] = [known[0], known.at(-1)];
  const all = rows.find(({ dimension }) => dimension === "all");
  if (!best || !worst) return all?.cost_per_customer ? t`A customer won cost ${money(all.cost_per_customer)}` : t`What winning customers costs, by channel`;
  if (best === worst) return t`${channelName(best.channel)}: a customer costs ${money(best.cost_per_customer)} and is worth ${money(best.lifetime_value)}`;
  return t`By what their customers are worth, ${channelName(worst.channel)} pays least: a customer costs ${money(worst.cost_per_customer)} and is worth ${money(worst.lifetime_value)}. ${channelName(best.channel)} pays most: ${money(best.cost_per_customer)} and ${money(best.lifetime_value)}`;
}
