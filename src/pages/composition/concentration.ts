import { alarm } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { curve, type CurveMark } from "../../components/curve.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { count, decimal2, decimal3, integer, MISSING, percent, percent0, sentence, words } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { named, section, signed } from "./cells.js";
import { isPart } from "../selected.js";
import type { Concentration, Headline, HeldShare, LorenzPoint, TopCustomer } from "./rows.js";

/** How far revenue hangs on few customers, and who they are. */
export function concentration(context: Context, head: Headline): Element[] {
  const table = context.read<Concentration>("composition_concentration");
  const now = table.rows.find((row) => row.period === "current");
  if (!now) return [];
  if (now.reason !== null) {
    return [...section("how-revenue-is-spread", t`How revenue is spread`), card(context, { title: t`Shares of revenue have no meaning here`, sources: [table], span: 12 }, note(sentence(now.reason)))];
  }
  return [
    ...section("how-revenue-is-spread", t`How revenue is spread`, t`How far the business hangs on few customers: the fewer, the more one loss costs. Counted are customers with positive revenue in the ${integer(context.windowDays)} days.`),
    lorenz(context, now),
    measures(context, now, head.is_prior_complete && context.selection.period === null ? table.rows.find((row) => row.period === "prior") : undefined),
    topCustomers(context),
  ];
}

function lorenz(context: Context, now: Concentration): HTMLElement {
  const held = context.read<HeldShare>("composition_held_shares");
  const points = context.read<LorenzPoint>("composition_lorenz");
  const current = points.rows.filter((point) => point.period === "current");
  const shares = held.rows.filter((row) => row.period === "current");
  const widest = shares.at(-1);
  const title = now.customers === 1
    ? t`One customer brings all revenue`
    : widest ? widestTitle(widest, now) : t`How revenue is spread over customers`;
  return card(context, {
    title, subtitle: t`Lorenz curve: share of revenue that the smallest customers bring together; on the dashed line all would bring the same`, sources: [points, held], span: 7,
  },
    current.length > 0
      ? curve(current.map((point) => ({ x: point.customer_share, y: point.revenue_share })), {
        label: title, xLabel: t`Customers, smallest first`, yLabel: t`Share of revenue`, marks: marksOn(current, shares, now), height: 400,
      })
      : note(t`No customer has positive revenue.`),
    ...whatToDo(now, current, shares),
    now.left_out_customers > 0 ? note(leftOut(context, now)) : null);
}

/** Customers of the window that no measure of concentration counts. */
const leftOut = ({ money }: Context, { left_out_customers: customers, left_out_revenue: revenue }: Concentration) =>
  (revenue === 0 ? t`Left out of every measure here: ${count(customers, "customer")} whose orders and returns come to nothing.`
    : t`Left out of every measure here: ${count(customers, "customer")} whose orders and returns come to nothing or less, ${money(revenue)} together.`);

/** What the largest bring: among fewer than a hundred customers a percentage would claim more than it knows. */
function widestTitle(share: HeldShare, { customers }: Concentration): string {
  const brought = percent0(share.revenue_share);
  if (customers >= 100) return t`${percent0(share.top_share)} of the customers bring ${brought} of revenue`;
  return share.customers === 1 ? t`One of ${count(customers, "customer")} brings ${brought} of revenue` : t`${integer(share.customers)} of ${count(customers, "customer")} bring ${brought} of revenue`;
}

/** Whom to keep first, and whom to serve at low cost. */
function whatToDo(now: Concentration, curvePoints: LorenzPoint[], shares: HeldShare[]): Element[] {
  const held = shares.find((share) => (share.revenue_share ?? 0) >= 0.5) ?? shares.at(-1);
  const half = curvePoints.find((point) => point.customer_share >= 0.5 && point.customer_share < 1);
  if (!held || !half || now.customers < 10) return [];
  return [
    note(held.customers === 1 ? t`Keep the largest customer first: with it would go ${percent0(held.revenue_share)} of revenue.`
      : t`Keep the ${integer(held.customers)} largest customers first: with them would go ${percent0(held.revenue_share)} of revenue.`),
    note(t`Serve the smaller half at low cost: ${count(half.customers, "customer")} who together bring ${percent(half.revenue_share)}.`),
  ];
}

/** The points of the curve where the largest customers begin; equal places are named once. */
function marksOn(curvePoints: LorenzPoint[], shares: HeldShare[], { customers }: Concentration): CurveMark[] {
  const marks = new Map<number, CurveMark>();
  for (const share of shares.filter((row) => row.customers < customers)) {
    const distance = (point: LorenzPoint) => Math.abs(customers - share.customers - point.customers);
    const nearest = [...curvePoints].sort((a, b) => distance(a) - distance(b))[0]!;
    marks.set(nearest.customers, { x: nearest.customer_share, y: nearest.revenue_share, text: t`largest ${customers < 100 ? integer(share.customers) : percent0(share.top_share)}: ${percent0(share.revenue_share)}`, side: nearest.customer_share < 0.4 ? "right" : "left" });
  }
  return [...marks.values()];
}

interface Measure { name: string; meaning: string; now: string; before: string }

function measures(context: Context, now: Concentration, before: Concentration | undefined): HTMLElement {
  const table = context.read<Concentration>("composition_concentration");
  const held = context.read<HeldShare>("composition_held_shares");
  const top = now.top_customers === 1 ? t`The largest customer` : t`The ${integer(now.top_customers)} largest customers`;
  const share = (row?: Concentration) => percent(row?.top_revenue_share);
  const brings = now.top_customers === 1 ? t`${top} brings ${share(now)} of revenue` : t`${top} bring ${share(now)} of revenue`;
  const title = !before || before.top_revenue_share === null ? brings : share(now) === share(before) ? t`${brings}, as before` : t`${brings}, after ${share(before)} before`;
  const both = (value: (row?: Concentration) => string) => ({ now: value(now), before: value(before) });
  const current = held.rows.filter((row) => row.period === "current");
  const shareBefore = (topShare: number) => held.rows.find((row) => row.period === "prior" && row.top_share === topShare)?.revenue_share;
  const rows: Measure[] = [
    { name: top, meaning: now.top_customers === 1 ? t`Share of revenue that would go with it.` : t`Share of revenue that would go with them.`, ...both(share) },
    ...current.filter((row, index) => row.customers < now.customers && row.customers !== current[index - 1]?.customers).map((row) => ({
      name: t`The largest ${percent0(row.top_share)}`, meaning: t`Share of revenue of ${count(row.customers, "customer")}: ${context.money(row.revenue)}.`,
      now: percent(row.revenue_share), before: percent(shareBefore(row.top_share)),
    })),
    { name: t`Customers for ${percent0(now.pareto_share)} of revenue`, meaning: t`The fewest that bring it: ${percent(now.pareto_customer_share)} of all counted.`, ...both((row) => integer(row?.pareto_customers)) },
    { name: t`Gini coefficient`, meaning: t`0: all customers bring the same. Towards 1: one brings everything.`, ...both((row) => decimal2(row?.gini)) },
    { name: t`HHI (Herfindahl–Hirschman)`, meaning: t`As concentrated as ${count(now.equal_customers === null ? null : Math.round(now.equal_customers), "customer")} of equal size would be.`, ...both((row) => decimal3(row?.hhi)) },
  ];
  return card(context, { title, subtitle: before ? t`Measures of dependence, now and in the window before` : t`Measures of dependence`, sources: [table, held], span: 5 },
    dataTable(rows, [
      { label: t`Measure`, value: (row) => named(row.name, row.meaning), isRowHeader: true },
      { label: t`Now`, value: (row) => row.now, align: "right" },
      ...(before ? [{ label: t`Before`, value: (row: Measure) => row.before, align: "right" as const }] : []),
    ], { caption: t`Measures of concentration, now and before` }));
}

function topCustomers(context: Context): HTMLElement {
  const table = context.read<TopCustomer>("composition_top_customers");
  const { money, moneyChange } = context;
  const [first] = table.rows;
  const largest = Math.max(0, ...table.rows.map((row) => row.revenue_share ?? 0));
  return card(context, {
    title: first ? (isPart(context) ? t`${first.label} is the largest customer selected` : t`${first.label} is the largest customer, with ${percent(first.revenue_share)} of revenue`)
      : isPart(context) ? t`None of those selected is among the largest customers` : t`No customer bought in the window`,
    ...(isPart(context) ? { subtitle: t`Shares and ranks are those among all customers` } : table.rows.length > 1 && { subtitle: t`The ${integer(table.rows.length)} largest customers of the window, together ${percent(table.rows.at(-1)?.cumulative_share)} of revenue: whom to keep first` }),
    sources: [table], span: 12, inFull: { sort: "current_revenue" },
  },
    dataTable(table.rows, [
      { label: t`Customer`, value: (row) => named(customerLink(row.label, row.customer_key), [words(row.kind), row.region].filter(Boolean).join(" · "), alarm(row)), isRowHeader: true },
      { label: t`Of revenue`, value: (row) => percent(row.revenue_share), align: "right", bar: (row) => (largest > 0 ? (row.revenue_share ?? 0) / largest : 0) },
      { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
      { label: t`Change`, value: (row) => (row.driver === null ? MISSING : signed(row.change === 0 ? "0" : moneyChange(row.change), row.change)), align: "right" },
      { label: t`Rank`, value: (row) => integer(row.rank), align: "right" },
      { label: t`Rank before`, value: (row) => (row.prior_rank === null && row.driver !== null ? valueName(row.driver, "driver") : integer(row.prior_rank)), align: "right" },
      ...(isPart(context) ? [] : [{ label: t`Together`, value: (row: TopCustomer) => percent(row.cumulative_share), align: "right" as const }]),
      { label: t`Orders`, value: (row) => integer(row.orders), align: "right" },
      { label: t`Account manager`, value: (row) => row.owner },
    ], { caption: t`The largest customers by share of revenue`, first: 10, noun: "customer" }));
}
