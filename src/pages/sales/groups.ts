import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { change, count, integer, percent, percent0, readable, sentence } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { MISSING_VALUE } from "../../selection/selection.js";
import { noTeams, ownerLink } from "./concentration.js";
import type { Group } from "./rows.js";
import { groupTitle } from "./words.js";

/** All figures of each account manager; who has none is a row of its own, so that the columns add up to the company's. */
export function byOwner(context: Context, source: Table<Group>, all: Group): Element {
  // Where orders name people and customers nobody, whose customers they are says nothing.
  const rows = source.rows.filter(({ dimension, name, orders, customers }) => dimension === "owner" && (name !== null || orders > 0 || (customers > 0 && isHeld(source.rows.filter((row) => row.dimension === "owner")))));
  return card(context, {
    title: growthTitle(rows, all), sources: [source], span: 12,
    subtitle: t`The last ${count(context.windowDays, "day")} against the ${count(context.windowDays, "day")} before; who sells most first. The rows add up to the company`,
  }, figures(context, [...rows, all], all, t`Account manager`),
  all.growth_reason === null ? null : note(sentence(readable(all.growth_reason))),
  all.open_leads === null ? note(t`The pipeline is not known: supply leads.`) : null,
  all.due_customers === null ? note(t`Who is contacted in time is not known: supply interactions.`) : null);
}

/** Teams where they are known, and channels. */
export function byTeamAndChannel(context: Context, source: Table<Group>, all: Group): Element[] {
  const teams = source.rows.filter(({ dimension }) => dimension === "team");
  const channels = source.rows.filter(({ dimension }) => dimension === "channel");
  const hasTeams = teams.some(({ name }) => name !== null);
  return [
    hasTeams ? card(context, {
      title: teamTitle(teams), sources: [source], span: 12, subtitle: t`As above, by the team of the account manager or sales person`,
    }, figures(context, teams, all, t`Team`)) : noTeams(context),
    ...(channels.some(({ name }) => name !== null) ? [card(context, {
      title: channelTitle(channels), sources: [source], span: 12,
      subtitle: t`Customers by the channel they are served through, whatever won them (that is on the page of campaigns); orders by the channel they came in; leads have none`,
    }, figures(context, channels, all, t`Channel`))] : []),
  ];
}

/** Whether customers name who looks after them. */
const isHeld = (rows: Group[]): boolean => rows.some(({ dimension, name, customers }) => dimension !== "all" && name !== null && customers > 0);

function figures(context: Context, rows: Group[], all: Group, title: string): Element {
  const { money } = context;
  const isKnown = (value: (row: Group) => unknown) => rows.some((row) => value(row) !== null);
  const isChannel = rows[0]?.dimension === "channel";
  const hasHolders = isHeld(rows);
  const name = (row: Group): string | Element => (row.dimension === "all" ? element("b", {}, t`Company`)
    : row.dimension === "owner" ? (row.status === "left" || row.status === "notice given" ? withNote(ownerLink(row), element("span", { class: "bad" }, row.status === "left" ? t`left` : t`leaves`)) : ownerLink(row))
      : isChannel && row.name !== null ? groupLink(groupTitle(row), { channel: row.name }, row.customers) : groupTitle(row));
  const columns: (Column<Group> | false)[] = [
    { label: title, value: name, isRowHeader: true },
    { label: t`Revenue`, value: (row) => money(row.revenue), number: (row) => row.revenue, align: "right", bar: (row) => (row.dimension === "all" || all.revenue <= 0 ? null : row.revenue / Math.max(...rows.filter(({ dimension }) => dimension !== "all").map(({ revenue }) => revenue))) },
    all.growth_reason === null && { label: t`Revenue growth`, value: (row) => toned(row.growth_rate), number: (row) => row.growth_rate, align: "right" },
    isKnown((row) => (row.revenue === 0 ? null : row.margin)) && { label: t`Margin`, value: (row) => (row.margin === null ? null : withNote(money(row.margin), percent(row.margin_rate))), number: (row) => row.margin, align: "right" },
    hasHolders && { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
    hasHolders && { label: t`Won`, value: (row) => wonLink(row, all), number: (row) => row.won_customers, align: "right" },
    hasHolders && { label: t`Lost`, value: (row) => integer(row.lost_customers), align: "right" },
    isKnown((row) => row.open_leads) && { label: t`Pipeline`, value: (row) => (row.open_leads === null ? null : row.open_leads === 0 ? t`none` : withNote(money(row.pipeline_amount), count(row.open_leads, "lead"))), number: (row) => row.pipeline_amount, align: "right" },
    isKnown((row) => row.in_time_rate) && { label: t`Contacted in time`, value: (row) => (row.in_time_rate === null ? null : withNote(percent0(row.in_time_rate), t`${integer(row.in_time_customers)} of ${integer(row.due_customers)}`)), number: (row) => row.in_time_rate, align: "right" },
    isKnown((row) => row.commission) && { label: t`Commission`, value: (row) => money(row.commission), number: (row) => row.commission, align: "right" },
  ];
  return dataTable(rows, columns.filter((column) => column !== false), { caption: isChannel ? t`Sales by channel` : title === t`Team` ? t`Sales by team` : t`Sales by account manager`, first: 20, noun: isChannel ? "channel" : title === t`Team` ? "team" : "account manager" });
}

/** Who is new leads to them where the window before is on record, without which nobody is known to be new in the list. */
function wonLink(row: Group, all: Group): string | Element {
  const asked: Record<string, string> | undefined = row.dimension === "owner" ? { owner: row.owner ?? MISSING_VALUE } : row.dimension === "channel" ? { channel: row.name ?? MISSING_VALUE } : row.dimension === "all" ? {} : undefined;
  return asked && all.growth_reason === null ? groupLink(integer(row.won_customers), { ...asked, driver: "new" }, row.won_customers) : integer(row.won_customers);
}

const toned = (rate: number | null): string | Element => (rate !== null && rate < 0 ? element("span", { class: "bad" }, change(rate)) : change(rate));

/** Who grows most and who shrinks most of those that sold before; by amount, for a large rate of little says little. */
export function growthTitle(rows: Group[], all: Pick<Group, "growth_reason">): string {
  const moved = rows.filter(({ name, prior_revenue: prior }) => name !== null && prior !== null && prior > 0).sort((a, b) => b.revenue - b.prior_revenue! - (a.revenue - a.prior_revenue!));
  const [best, worst] = [moved[0], moved.at(-1)];
  if (all.growth_reason !== null || !best || !worst) return t`What each account manager holds and sells`;
  const up = best.growth_rate !== null && best.growth_rate > 0;
  const down = worst.growth_rate !== null && worst.growth_rate < 0;
  if (up && down) return t`${groupTitle(best)} sells ${change(best.growth_rate)}, ${groupTitle(worst)} ${change(worst.growth_rate)}`;
  return up ? t`All sell more; ${groupTitle(best)} gains most: ${change(best.growth_rate)}` : t`Nobody sells more; ${groupTitle(worst)} loses most: ${change(worst.growth_rate)}`;
}

/** The team that sells most. */
export function teamTitle(teams: Group[]): string {
  const [first] = teams.filter(({ name }) => name !== null);
  if (first && teams.length === 1) return t`${groupTitle(first)} is the only team`;
  return first && first.revenue_share !== null ? t`${groupTitle(first)} sells ${percent0(first.revenue_share)} of the revenue, most of the teams` : t`Sales by team`;
}

/** The channel that most comes in by. */
export function channelTitle(channels: Group[]): string {
  const [first] = channels.filter(({ name }) => name !== null);
  if (first && channels.length === 1) return t`${groupTitle(first)} is the only channel`;
  return first && first.revenue_share !== null ? t`${groupTitle(first)}: ${percent0(first.revenue_share)} of the revenue, most of the channels` : t`Sales by channel`;
}
