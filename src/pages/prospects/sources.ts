import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { interval } from "../../components/interval.js";
import { rankedBars } from "../../components/rankedBars.js";
import { withNote } from "../../components/withNote.js";
import { count, integer, MISSING, percent0 } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Conversion, Group, Headline, SourceCustomers } from "./rows.js";
import { sourceName, sourceWord } from "./words.js";

/** How many prospects of each source are won. */
export function conversion(context: Context, head: Headline): Element[] {
  const groups = context.read<Group>("prospects_groups");
  const courses = context.read<Conversion>("prospects_conversion");
  const rows = groups.rows.filter(({ dimension, won_rate: rate }) => dimension === "source" && rate !== null).sort((a, b) => b.won_rate! - a.won_rate! || sourceName(a.group_name).localeCompare(sourceName(b.group_name), "en"));
  if (rows.length === 0) return [];
  const all = courses.rows.filter(({ dimension, leads }) => dimension === "all" && leads > 0).sort((a, b) => a.months - b.months);
  const months = all.map((row) => row.months);
  const longest = all.at(-1);
  const ofSource = courses.rows.filter(({ dimension, months: own }) => dimension === "source" && months.includes(own));
  const names = rows.map((row) => sourceName(row.group_name));
  const column = (number: number) => count(number, "month");
  return [
    card(context, { title: sourceTitle(rows), subtitle: t`Share won of the prospects that were won or lost, by where they came from, with ${percent0(head.confidence)} intervals`, sources: [groups], span: 6 },
      interval(rows.map((row) => ({ name: sourceName(row.group_name), value: row.won_rate, low: row.won_low, high: row.won_high, detail: t`${integer(row.won_leads)} of ${integer(row.won_leads + row.lost_leads)}; ${count(row.win_days === null ? null : Math.round(row.win_days), "day")} to win` })), {
        caption: t`Share won by source`, nameTitle: t`Source`, valueTitle: t`Share won`, format: percent0, ...(head.won_rate !== null && { reference: { name: t`all`, value: head.won_rate } }), zero: true,
      })),
    card(context, { title: courseTitle(courses.rows), sources: [courses], span: 6, ...(longest && { subtitle: t`Share won so many months after they were recorded, of the prospects that were recorded ${column(longest.months)} ago or earlier: an open prospect is not won yet, and not lost` }) },
      !longest ? null : heatMap(ofSource.map((row) => ({ row: sourceName(row.source), column: column(row.months), value: row.won_rate, text: percent0(row.won_rate), detail: t`${integer(row.won_leads)} of ${integer(row.leads)}` })), {
        caption: t`Share won by source and months since the record`, rows: names, columns: months.map(column), rowTitle: t`Source`, columnTitle: t`After`,
      }),
      longest && longest.young_leads > 0 ? note(t`The same ${count(longest.leads, "prospect")} throughout; recorded later, and left out: ${integer(longest.young_leads)}.`) : null,
      head.undated_leads > 0 ? note(t`Won or lost on a day that is not known, and left out of the months: ${count(head.undated_leads, "prospect")}.`) : null),
  ];
}

/** The source of which most are won, and that of which least, where chance does not explain it. */
export function sourceTitle(rows: Pick<Group, "group_name" | "won_rate" | "won_low" | "won_high">[]): string {
  const [best, worst] = [rows[0], rows.at(-1)];
  if (!best || !worst) return t`Share won by source`;
  if (best === worst) return t`Of prospects from ${sourceWord(best.group_name)} ${percent0(best.won_rate)} are won`;
  return best.won_low! > worst.won_high! ? t`Of prospects from ${sourceWord(best.group_name)} ${percent0(best.won_rate)} are won, of those from ${sourceWord(worst.group_name)} ${percent0(worst.won_rate)}`
    : t`Of no source are more prospects won than chance explains: ${percent0(worst.won_rate)} to ${percent0(best.won_rate)}`;
}

/** How fast winning goes: the share of the longest time that is reached at each of the others. */
export function courseTitle(rows: Pick<Conversion, "dimension" | "months" | "won_rate">[]): string {
  const all = rows.filter(({ dimension, won_rate: rate }) => dimension === "all" && rate !== null).sort((a, b) => a.months - b.months);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return t`Too few prospects are old enough to say how fast they are won`;
  return first === last ? t`After ${count(first.months, "month")} ${percent0(first.won_rate)} of the prospects are won`
    : t`After ${count(first.months, "month")} ${percent0(first.won_rate)} of the prospects are won, after ${count(last.months, "month")} ${percent0(last.won_rate)}`;
}

/** Which sources bring customers that stay, and what these bring. */
export function staying(context: Context, head: Headline): Element[] {
  const { money } = context;
  const table = context.read<SourceCustomers>("prospects_customers");
  const all = table.rows.filter(({ dimension }) => dimension === "all");
  const longest = all.filter(({ customers }) => customers > 0).sort((a, b) => b.days - a.days)[0];
  if (!longest) return [card(context, { title: t`No prospect was won long ago enough to say whether it stayed as a customer`, sources: [table], span: 12 })];
  const days = count(longest.days, "day");
  const rows = table.rows.filter(({ dimension, days: own, new_customers: made }) => dimension === "source" && own === longest.days && made > 0)
    .sort((a, b) => (b.stayed_rate ?? -1) - (a.stayed_rate ?? -1) || sourceName(a.source).localeCompare(sourceName(b.source), "en"));
  const earlier = (row: SourceCustomers) => table.rows.filter((other) => other.dimension === row.dimension && other.source === row.source && other.days < row.days);
  const shorter = all.map((row) => row.days).filter((own) => own < longest.days).sort((a, b) => a - b);
  return [
    card(context, { title: stayTitle(rows, longest), subtitle: t`Share of the customers that prospects became who were active ${days} after they were won, by source, with ${percent0(head.confidence)} intervals`, sources: [table], span: 6 },
      interval(rows.map((row) => ({ name: sourceName(row.source), value: row.stayed_rate, low: row.stayed_low, high: row.stayed_high, detail: t`${integer(row.stayed_customers)} of ${integer(row.customers)}` })), {
        caption: t`Customers that stayed, by source`, nameTitle: t`Source`, valueTitle: t`Stayed`, format: percent0, ...(longest.stayed_rate !== null && { reference: { name: t`all`, value: longest.stayed_rate } }),
      }),
      note(t`Active: with an order within the time after which a customer counts as lost. A prospect won that never ordered did not stay: ${count(longest.never_customers, "customer")}.`)),
    card(context, { title: worthTitle(rows, longest, money), subtitle: t`Revenue and margin of a customer in the ${days} after it was won, mean of those won so long ago; below it how far chance reaches, at ${percent0(head.confidence)}`, sources: [table], span: 6 },
      dataTable([...rows].sort((a, b) => (b.revenue_per_customer ?? -Infinity) - (a.revenue_per_customer ?? -Infinity)), [
        { label: t`Source`, value: (row) => sourceName(row.source), isRowHeader: true },
        { label: t`Revenue`, value: (row) => (row.revenue_low === null ? money(row.revenue_per_customer) : withNote(money(row.revenue_per_customer), t`${money(row.revenue_low)} to ${money(row.revenue_high)}`)), number: (row) => row.revenue_per_customer, align: "right" },
        { label: t`Margin`, value: (row) => money(row.margin_per_customer), number: (row) => row.margin_per_customer, align: "right" },
        ...shorter.map((own) => ({ label: t`Stayed ${count(own, "day")}`, value: (row: SourceCustomers) => percent0(earlier(row).find((other) => other.days === own)?.stayed_rate), align: "right" as const })),
        { label: t`Customers`, value: (row) => (row.young_customers === 0 ? integer(row.customers) : withNote(integer(row.customers), t`${integer(row.young_customers)} too young`)), number: (row) => row.customers, align: "right" },
      ], { caption: t`What customers brought, by source` }),
      note(whatBecame(longest))),
  ];
}

/** Where the leads won went: all of them. */
function whatBecame(all: SourceCustomers): string {
  const parts = [t`${count(all.won_leads, "prospect")} won: ${count(all.new_customers, "new customer")}`,
    ...(all.other_leads > 0 ? [t`sold to customers that we had: ${integer(all.other_leads)}`] : []),
    ...(all.unnamed_leads > 0 ? [t`no customer named: ${integer(all.unnamed_leads)}`] : []),
    ...(all.young_customers > 0 ? [t`won less than ${count(all.days, "day")} ago: ${integer(all.young_customers)}`] : []),
    ...(all.undated_customers > 0 ? [t`day not known: ${integer(all.undated_customers)}`] : [])];
  return parts.join(" · ");
}

/** The source whose customers stay most, and least. */
export function stayTitle(rows: Pick<SourceCustomers, "source" | "stayed_rate" | "stayed_low" | "stayed_high">[], all: Pick<SourceCustomers, "days" | "stayed_rate">): string {
  const known = rows.filter(({ stayed_rate: rate }) => rate !== null);
  const [best, worst] = [known[0], known.at(-1)];
  const days = count(all.days, "day");
  if (!best || !worst || best === worst) return t`${percent0(all.stayed_rate)} of the customers won are still there after ${days}`;
  return best.stayed_low! > worst.stayed_high! ? t`Of customers won from ${sourceWord(best.source)} ${percent0(best.stayed_rate)} are still there after ${days}, of those from ${sourceWord(worst.source)} ${percent0(worst.stayed_rate)}`
    : t`${percent0(all.stayed_rate)} of the customers won are still there after ${days}; of no source more than chance explains`;
}

/** The sources whose customers bring most and least, where chance does not explain it. */
export function worthTitle(rows: Pick<SourceCustomers, "source" | "revenue_per_customer" | "revenue_low" | "revenue_high">[], all: Pick<SourceCustomers, "days" | "revenue_per_customer">, money: Context["money"]): string {
  const known = rows.filter(({ revenue_low: low }) => low !== null).sort((a, b) => b.revenue_per_customer! - a.revenue_per_customer! || sourceName(a.source).localeCompare(sourceName(b.source), "en"));
  const [best, worst] = [known[0], known.at(-1)];
  const days = count(all.days, "day");
  if (!best || !worst || best === worst) return t`A customer won brings ${money(all.revenue_per_customer)} in ${days}`;
  return best.revenue_low! > worst.revenue_high! ? t`A customer won from ${sourceWord(best.source)} brings ${money(best.revenue_per_customer)} in ${days}, one from ${sourceWord(worst.source)} ${money(worst.revenue_per_customer)}`
    : t`A customer won brings ${money(all.revenue_per_customer)} in ${days}; from no source more than chance explains`;
}

/** Why prospects were lost, and how regions fare. */
export function losses(context: Context, head: Headline): Element[] {
  const { money } = context;
  const table = context.read<Group>("prospects_groups");
  const reasons = table.rows.filter(({ dimension }) => dimension === "lost reason").sort((a, b) => b.leads - a.leads || (a.group_name ?? "").localeCompare(b.group_name ?? "", "en"));
  const regions = table.rows.filter(({ dimension }) => dimension === "region").sort((a, b) => (b.won_rate ?? -1) - (a.won_rate ?? -1) || (a.group_name ?? "").localeCompare(b.group_name ?? "", "en"));
  const [first] = reasons.filter(({ group_name: name }) => name !== null);
  const hasRegions = regions.some(({ group_name: name }) => name !== null);
  return [
    ...(reasons.length === 0 ? [] : [card(context, {
      title: first ? t`Most often lost for: ${phrase(first.group_name!)} (${percent0(first.leads_share)})` : t`Why prospects were lost is not noted`,
      subtitle: t`Prospects lost, by the reason that was noted`, sources: [table], span: hasRegions ? 6 : 12,
    }, rankedBars(reasons, {
      caption: t`Prospects lost by reason`, groupTitle: t`Reason`, figureTitle: t`Prospects`, label: (row) => (row.group_name === null ? t`Not noted` : phrase(row.group_name)),
      figure: { value: (row) => row.leads, text: (row) => integer(row.leads) }, first: 10, noun: "reason",
      further: [{ label: t`Share`, value: (row) => percent0(row.leads_share), number: (row) => row.leads_share, align: "right" }, { label: t`Days to the loss`, value: (row) => integer(row.loss_days), number: (row) => row.loss_days, align: "right" }],
    }))]),
    ...(hasRegions ? [card(context, { title: regionTitle(regions), subtitle: t`Prospects by sales region; share won: of those won or lost, with ${percent0(head.confidence)} intervals`, sources: [table], span: reasons.length === 0 ? 12 : 6 },
      dataTable(regions, [
        { label: t`Region`, value: (row) => row.group_name ?? t`No region`, isRowHeader: true },
        { label: t`Share won`, value: (row) => (row.won_rate === null ? MISSING : withNote(percent0(row.won_rate), t`${percent0(row.won_low)} to ${percent0(row.won_high)}`)), number: (row) => row.won_rate, align: "right" },
        { label: t`Days to win`, value: (row) => integer(row.win_days), number: (row) => row.win_days, align: "right" },
        { label: t`Open prospects`, value: (row) => (row.stale_leads === 0 ? integer(row.open_leads) : withNote(integer(row.open_leads), t`${integer(row.stale_leads)} stale`)), number: (row) => row.open_leads, align: "right" },
        { label: t`Weighted pipeline`, value: (row) => money(row.weighted_amount), number: (row) => row.weighted_amount, align: "right" },
      ], { caption: t`Prospects by region`, first: 10, noun: "region" }))] : []),
  ];
}

/** The regions that win most and least of their prospects, where chance does not explain it. */
export function regionTitle(rows: Pick<Group, "group_name" | "won_rate" | "won_low" | "won_high">[]): string {
  const known = rows.filter(({ won_rate: rate, group_name: name }) => rate !== null && name !== null);
  const [best, worst] = [known[0], known.at(-1)];
  if (!best || !worst) return t`Prospects by region`;
  if (best === worst) return t`${best.group_name!} wins ${percent0(best.won_rate)} of its prospects`;
  return best.won_low! > worst.won_high! ? t`${best.group_name!} wins ${percent0(best.won_rate)} of its prospects, ${worst.group_name!} ${percent0(worst.won_rate)}` : t`No region wins more of its prospects than chance explains`;
}
