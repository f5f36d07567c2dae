import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { count, day, integer, list, percent, sentence, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";
import type { Context, Table } from "../../lib/page.js";
import { ownerLink } from "./concentration.js";
import type { Group, Rate } from "./rows.js";

/** What is paid to whom, what it takes of the margin, and by which rates. */
export function commission(context: Context, source: Table<Group>, all: Group): Element[] {
  const { money } = context;
  if (!context.has("commission_rates")) {
    return [emptyState(context, ["commission_rates"], t`Commission rates by account manager, team or channel would show what is paid to whom, and what it takes of the margin.`)];
  }
  const rates = context.read<Rate>("sales_rates");
  const paid = source.rows.filter(({ dimension, name, commission_reason: reason }) => dimension === "owner" && name !== null && reason !== "nothing sold")
    .sort((a, b) => (b.commission ?? -Infinity) - (a.commission ?? -Infinity));
  const most = highestPaid(paid);
  const unknown = paid.filter(({ commission: amount }) => amount === null);
  return [
    card(context, {
      title: commissionTitle(paid, all, money), sources: [source], span: 7,
      subtitle: t`Commission on orders of the last ${count(context.windowDays, "day")}, less what refunds take back, and its share of the margin of what was sold`,
    }, rankedBars(paid, {
      caption: t`Commission by account manager`, groupTitle: t`Account manager`, figureTitle: t`Commission`, first: 5, noun: "account manager", label: ownerLink,
      figure: { value: (row) => row.commission, text: (row) => money(row.commission) },
      further: [
        { label: t`Revenue sold`, value: (row) => money(row.revenue), number: (row) => row.revenue, align: "right" },
        { label: t`Margin`, value: (row) => money(row.margin), number: (row) => row.margin, align: "right" },
        ...(paid.some(({ loss_commission: loss }) => loss !== null) ? [{ label: t`On loss makers`, value: (row: Group) => money(row.loss_commission), number: (row: Group) => row.loss_commission, align: "right" as const }] : []),
        { label: t`Of the margin`, value: (row) => percent(row.commission_rate), number: (row) => row.commission_rate, align: "right" },
      ],
    }), most === undefined ? null : note(t`${most.name ?? ""} is paid most of what is left: ${percent(most.commission_rate)} of the margin of what was sold, against ${percent(all.commission_rate)} of all that commission is paid on.`), unknown.length > 0 ? note(t`Not known: ${list(unknown.map((row) => t`${row.name ?? ""} (${phrase(row.commission_reason ?? "")})`))}.`) : null,
    all.commission === null && all.commission_reason !== null ? note(sentence(all.commission_reason)) : null),
    card(context, {
      title: t`The rates that it is paid by`, sources: [rates], span: 5,
      subtitle: t`Of the rates that fit an order the closest holds: the person's own, then that of the team, then that of the channel`,
    }, dataTable(rates.rows, [
      { label: t`For`, value: (row) => rateFor(row), isRowHeader: true },
      { label: t`Rate`, value: (row) => t`${percent(row.rate)} of the ${words(row.base).toLowerCase()}`, number: (row) => row.rate, align: "right" },
      { label: t`Valid from`, value: (row) => (row.valid_from === null ? t`always` : day(row.valid_from)), align: "right" },
      { label: t`Orders`, value: (row) => integer(row.orders), align: "right" },
      { label: t`Paid`, value: (row) => money(row.commission), number: (row) => row.commission, align: "right" },
    ], { caption: t`Commission rates` })),
  ];
}

/** Whom a rate is for. */
function rateFor(row: Rate): string {
  const named = [row.owner, row.team, valueName(row.channel, "channel")].filter((part) => part !== null);
  return named.length === 0 ? t`All others` : named.join(" · ");
}

/** Who is paid most of the margin of what was sold. */
const highestPaid = (paid: Group[]): Group | undefined =>
  paid.filter(({ commission_rate: rate }) => rate !== null).sort((a, b) => b.commission_rate! - a.commission_rate!)[0];

/** What is paid on business that leaves nothing; else who is paid most of what is left. */
export function commissionTitle(paid: Group[], all: Group, money: Context["money"]): string {
  const most = highestPaid(paid);
  if (all.commission === null || !most || all.commission_rate === null) return t`Commission by account manager`;
  if (all.loss_commission !== null && all.loss_commission > 0) return t`${money(all.commission)} of commission, ${money(all.loss_commission)} of it on customers that make a loss`;
  return paid.length === 1 ? t`${money(all.commission)} of commission, all to ${most.name ?? ""}` : t`${money(all.commission)} of commission; ${most.name ?? ""} is paid ${percent(most.commission_rate)} of the margin sold, most of all`;
}
