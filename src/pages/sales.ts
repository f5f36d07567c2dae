import { heading } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { element } from "../lib/element.js";
import { change, count, integer, percent0, readable, sentence } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { commission } from "./sales/commission.js";
import { byOwner, byTeamAndChannel } from "./sales/groups.js";
import { concentration, keyCustomers, leaving } from "./sales/concentration.js";
import type { Concentration, Group } from "./sales/rows.js";

export const sales: Page = {
  path: "sales",
  title: msg("Sales force"),
  question: msg("Who of us holds, wins and loses what, and what would leave with whom?"),
  follows: "customers",
  render(context) {
    const source = context.read<Group>("sales_groups");
    const all = source.rows.find(({ dimension }) => dimension === "all");
    const people = source.rows.filter(({ dimension, name }) => dimension === "owner" && name !== null);
    if (!all || people.length === 0) {
      return [noOwners()];
    }
    return [
      ...tiles(context, source, all),
      ...heading(t`What hangs on single people`, t`A customer, and what it brings, is the account manager's whom its file names.`),
      ...leaving(context, source, all),
      ...concentration(context, source, all),
      ...keyCustomers(context),
      ...heading(t`Who sells what`, t`Orders are the sales person's whom they name, or else the account manager's of the customer; customers held, won and lost are the account manager's.`),
      byOwner(context, source, all),
      ...byTeamAndChannel(context, source, all),
      ...heading(t`Commission`),
      ...commission(context, source, all),
    ];
  },
};

/** Field that names who looks after a customer or sold an order. */
const OWNER = "owner";

/** Customers and orders may be there, and nobody named who looks after them: what is missing is a field and no file. */
const noOwners = (): Element => element("section", { class: "card span-12 empty-state" }, element("h2", {}, t`No data yet`),
  element("p", {}, t`This page says what each account manager holds, wins, loses and sells, and what hangs on single people. It needs to know who looks after a customer or who sold an order: map the field ${OWNER} of customers or of orders in project.yaml.`));

function tiles(context: Context, source: Table<Group>, all: Group): Element[] {
  const { money } = context;
  const concentrations = context.read<Concentration>("sales_concentration");
  const revenue = concentrations.rows.find(({ measure }) => measure === "revenue");
  const isHeld = source.rows.some(({ dimension, name, customers }) => dimension === "owner" && name !== null && customers > 0);
  const seller = source.rows.find(({ dimension, name }) => dimension === "owner" && name !== null);
  return [
    revenue?.top_name || isHeld ? kpi(context, {
      label: t`Revenue held by one account manager`, value: percent0(revenue?.top_share), sources: [concentrations],
      note: !revenue?.top_name ? t`No account manager's customers bring revenue on balance` : revenue.top_share === null ? t`${revenue.top_name} holds ${money(revenue.top_value)}, most of all` : t`${revenue.top_name} holds ${money(revenue.top_value)}, most of all; ${percent0(revenue.held_share)} of the revenue has an account manager`,
    }) : kpi(context, {
      label: t`Revenue sold by one person`, value: percent0(seller?.revenue_share), sources: [source],
      note: t`${seller?.name ?? ""} sold ${money(seller?.revenue)}, most of all; customers have no account manager`,
    }),
    kpi(context, {
      label: t`Customers won`, value: integer(all.won_customers), sources: [source],
      note: all.lost_customers === 0 ? t`New in the last ${count(context.windowDays, "day")}, whatever won them; none was lost in that time` : t`New in the last ${count(context.windowDays, "day")}, whatever won them; ${integer(all.lost_customers)} lost in that time, who brought ${money(all.lost_revenue)} in the ${integer(context.windowDays)} days up to their last orders`,
    }),
    ...(all.open_leads === null ? [] : [kpi(context, {
      label: t`Pipeline`, value: money(all.pipeline_amount), sources: [source],
      note: all.unvalued_leads ? t`Expected of ${count(all.open_leads, "open lead")}; of ${integer(all.unvalued_leads)} of them the worth is not known` : t`Expected of ${count(all.open_leads, "open lead")}`,
    })]),
    kpi(context, {
      label: t`Revenue sold`, value: money(all.revenue), sources: [source],
      ...(all.growth_rate !== null && { delta: t`${change(all.growth_rate)} on the ${integer(context.windowDays)} days before`, isGood: all.growth_rate >= 0 }),
      note: all.commission === null ? (all.growth_reason === null ? undefined : sentence(readable(all.growth_reason))) : t`Commission on it: ${money(all.commission)}`,
    }),
  ];
}
