import * as d3 from "d3";
import { roundAmount } from "../../lib/amount.js";
import type { Row } from "../../lib/page.js";
import { wilsonInterval } from "../../../pipeline/statistics/wilson.js";
import { sumBy, type Sums } from "../cubes.js";
import { difference, ofWhole, rate, ratio, type Follower, type Selected } from "../follow.js";

/* Tiers are those of the whole company: what a customer has to bring for one does not change with who looks. */

const measures = ["customers", "orders", "revenue", "prior_revenue", "margin", "prior_margin", "prior_unmargined_customers", "cost_to_serve", "profit"] as const;
type Measure = (typeof measures)[number];
type Group = Sums<"tier" | "prior_tier" | "movement" | "profit_class", Measure>;

interface WholeHead extends Row { is_prior_complete: boolean; prior_reason: string | null; normal_quantile: number; margin: number | null; cost_to_serve: number | null; profit: number | null; prior_profit: number | null; cost_reason: string | null; profit_change_reason: string | null }
interface Tier extends Row { position: number; tier: string; customers: number | null; prior_reason: string | null }

const groupsOf = (selected: Selected): Group[] => sumBy(selected.cube("selection_tiers"), selected.mask, ["tier", "prior_tier", "movement", "profit_class"], measures);
const total = (groups: Group[], measure: Measure): number => sum4(groups.map((group) => group[measure]));
/** Amounts have four decimals. */
const sum4 = (values: number[]): number => roundAmount(d3.sum(values));

/** What stands in place of a tier for who bought nothing, now or before. */
const absent = new Set(["no purchase", "never bought"]);
const absentBefore = new Set(["no purchase", "not yet a customer"]);
const UNRANKED = "margin not known";
const UNCLASSED = "margin not known";
const IDLE = "no purchase and no cost";
const fell = ({ movement }: Group) => movement === "down" || movement === "lapsed";
const isClassed = ({ profit_class }: Group) => profit_class !== UNCLASSED && profit_class !== IDLE;

/** By tier, with the shares and comparisons of marts.value_by_tier. */
const pyramid: Follower = {
  cubes: ["selection_tiers"],
  needs: ["value_headlines"],
  scope: "customers",
  rows(selected) {
    const [head] = selected.whole<WholeHead>("value_headlines").rows;
    const whole = selected.whole<Tier>("value_pyramid").rows;
    const groups = groupsOf(selected);
    const names = new Set(whole.map(({ tier }) => tier));
    const ranked = total(groups.filter(({ tier }) => names.has(tier as string)), "customers");
    const rankedBefore = total(groups.filter(({ prior_tier }) => names.has(prior_tier as string)), "customers");
    if (!head || (ranked === 0 && rankedBefore === 0)) return [];
    const hasCost = whole.some(({ cost_to_serve }) => cost_to_serve !== null);
    const allRevenue = total(groups, "revenue");
    const isCompared = head.is_prior_complete && rankedBefore > 0;
    return whole.map((row) => {
      const own = groups.filter(({ tier }) => tier === row.tier);
      const was = groups.filter(({ prior_tier }) => prior_tier === row.tier);
      const customers = ranked > 0 ? total(own, "customers") : null;
      const isFilled = customers !== null && customers > 0;
      const unknown = total(own.filter(({ profit_class }) => profit_class === UNCLASSED), "customers");
      const known = isFilled && unknown === 0;
      const revenue = ranked > 0 ? total(own, "revenue") : null;
      const profit = known ? total(own, "profit") : null;
      const before = rankedBefore > 0 ? total(was, "customers") : null;
      const revenueBefore = rankedBefore > 0 ? total(was, "prior_revenue") : null;
      const wasFilled = before !== null && before > 0;
      const retained = total(was.filter(({ tier }) => !absent.has(tier as string)), "customers");
      const again = wilsonInterval(retained, before ?? 0, head.normal_quantile);
      const fallen = was.filter(fell);
      const change = difference(revenue, revenueBefore);
      const compared = <T>(value: T) => (isCompared ? value : null);
      return {
        ...row,
        customers, customers_share: ratio(customers, ranked), is_swollen: customers === null ? null : (row.is_swollen ?? null),
        orders: isFilled ? total(own, "orders") : null,
        revenue, revenue_share: rate(revenue, allRevenue), average_revenue: ratio(revenue, customers),
        orders_per_customer: isFilled ? ratio(total(own, "orders"), customers) : null,
        margin: known ? total(own, "margin") : null,
        cost_to_serve: isFilled && hasCost ? total(own, "cost_to_serve") : null,
        profit, profit_rate: rate(profit, revenue),
        bad_customers: isFilled && unknown < customers ? total(own.filter(({ profit_class }) => profit_class === "bad"), "customers") : null,
        profit_reason: isFilled ? (unknown > 0 ? `margin not known for ${unknown} of ${customers} customers` : null) : "nobody is in the tier",
        prior_customers: before, prior_revenue: revenueBefore,
        prior_margin: wasFilled && total(was, "prior_unmargined_customers") === 0 ? total(was, "prior_margin") : null,
        customers_change: compared(difference(customers, before)), revenue_change: compared(change),
        revenue_change_rate: compared(rate(change, revenueBefore)),
        retained_customers: compared(retained), retention_rate: compared(ratio(retained, before)),
        retention_low: wasFilled ? compared(again.low) : null, retention_high: wasFilled ? compared(again.high) : null,
        kept_customers: compared(total(was.filter(({ movement }) => movement === "same"), "customers")),
        fallen_customers: compared(total(fallen, "customers")),
        fallen_revenue_change: compared(difference(total(fallen, "revenue"), total(fallen, "prior_revenue"))),
        prior_reason: !head.is_prior_complete ? head.prior_reason
          : rankedBefore === 0 ? "nobody is ranked in the prior window" : wasFilled ? null : "nobody was in the tier in the prior window",
      };
    });
  },
};

/**
 * The figures of marts.value_figures. Cost that is booked on no customer belongs to no selection, and the whale curve cannot
 * be drawn from sums: they are NULL. So is the profit of the time before, unless it is margin alone.
 */
const headlines: Follower = {
  cubes: ["selection_tiers"],
  needs: ["value_pyramid"],
  scope: "customers",
  rows(selected) {
    const [whole] = selected.whole<WholeHead>("value_headlines").rows;
    if (!whole) return [];
    const groups = groupsOf(selected);
    const counted = (isCounted: (group: Group) => boolean) => total(groups.filter(isCounted), "customers");
    const bought = ({ tier }: Group) => !absent.has(tier as string);
    const customers = counted(bought);
    const rankedBefore = counted(({ prior_tier }) => !absentBefore.has(prior_tier as string) && prior_tier !== UNRANKED);
    const classed = groups.filter(isClassed);
    const hasProfit = total(classed, "customers") > 0;
    if (customers === 0 && rankedBefore === 0 && !hasProfit) return [];
    const [key] = selected.selected<Tier>("value_pyramid").rows;
    const keyRow: Row = key ?? {};
    const isCompared = whole.is_prior_complete && rankedBefore > 0;
    const compared = (isCounted: (group: Group) => boolean) => (isCompared ? counted(isCounted) : null);
    const known = <T>(value: T) => (hasProfit ? value : null);
    const profit = known(total(classed, "profit"));
    const cost = whole.cost_to_serve === null ? null : known(total(classed, "cost_to_serve"));
    const bad = classed.filter(({ profit_class }) => profit_class === "bad");
    const lost = difference(0, total(bad, "profit"))!;
    const unknown = counted(({ profit_class }) => profit_class === UNCLASSED);
    const { priorProfit, reason } = profitBefore(selected, whole, groups, unknown, hasProfit);
    const profitChange = difference(profit, priorProfit);
    return [{
      ...whole,
      customers, unranked_customers: counted(({ tier }) => tier === UNRANKED),
      key_tier: keyRow.tier ?? null, key_customers: keyRow.customers ?? null, key_revenue: keyRow.revenue ?? null, key_revenue_share: keyRow.revenue_share ?? null,
      key_prior_customers: keyRow.prior_customers ?? null, key_kept_customers: keyRow.kept_customers ?? null, key_retained_customers: keyRow.retained_customers ?? null,
      key_fallen_customers: keyRow.fallen_customers ?? null, key_fallen_revenue_change: keyRow.fallen_revenue_change ?? null,
      moved_up_customers: compared(({ movement }) => movement === "up"), moved_down_customers: compared(({ movement }) => movement === "down"),
      lapsed_customers: compared(({ movement }) => movement === "lapsed"), fallen_customers: compared(fell),
      prior_reason: !whole.is_prior_complete ? whole.prior_reason : rankedBefore === 0 ? "nobody is ranked in the prior window" : null,
      margin: known(total(classed, "margin")), cost_to_serve: cost, profit,
      prior_profit: priorProfit, profit_change: profitChange, profit_change_rate: rate(profitChange, priorProfit), profit_change_reason: reason,
      unallocated_cost: ofWhole(selected, whole.unallocated_cost), profit_after_unallocated: ofWhole(selected, whole.profit_after_unallocated),
      unallocated_acquisition_cost: ofWhole(selected, whole.unallocated_acquisition_cost),
      cost_reason: hasProfit ? whole.cost_reason : null,
      good_customers: known(counted(({ profit_class }) => profit_class === "good")), bad_customers: known(total(bad, "customers")), lost_profit: known(lost),
      peak_customers: ofWhole(selected, whole.peak_customers), peak_customers_share: ofWhole(selected, whole.peak_customers_share), peak_profit_share: ofWhole(selected, whole.peak_profit_share),
      // The curve is at its highest with all who make no loss.
      peak_profit: selected.mask ? known(sum4([profit ?? 0, lost])) : (whole.peak_profit ?? null),
      profit_customers: total(classed, "customers"), unknown_profit_customers: unknown,
      idle_customers: counted((group) => !bought(group) && group.profit_class !== IDLE),
    }];
  },
};

/** Margin of the time before, less a cost to serve that no cube holds: known where no such cost is supplied. */
function profitBefore(selected: Selected, whole: WholeHead, groups: Group[], unknown: number, hasProfit: boolean): { priorProfit: number | null; reason: string | null } {
  if (!selected.mask) return { priorProfit: whole.prior_profit, reason: whole.profit_change_reason };
  if (!hasProfit) return { priorProfit: null, reason: null };
  if (!whole.is_prior_complete) return { priorProfit: null, reason: whole.profit_change_reason };
  if (whole.cost_reason === null || total(groups, "prior_revenue") === 0) return { priorProfit: null, reason: null };
  return unknown === 0 && total(groups, "prior_unmargined_customers") === 0 ? { priorProfit: total(groups, "prior_margin"), reason: null } : { priorProfit: null, reason: "the margin of some orders is not known" };
}

const classes = ["good", "marginal", "bad", UNCLASSED];

/** By class, as in marts.profit_by_class. */
const profitClasses: Follower = {
  cubes: ["selection_tiers"],
  needs: ["value_headlines"],
  scope: "customers",
  rows(selected) {
    const cube = selected.cube("selection_tiers");
    const found = d3.sort(sumBy(cube, selected.mask, ["profit_class"], ["customers", "revenue", "margin", "cost_to_serve", "profit"])
      .filter(({ profit_class }) => profit_class !== IDLE), (row) => classes.indexOf(row.profit_class as string));
    const hasCost = selected.whole<WholeHead>("value_profit_classes").rows.some(({ cost_to_serve }) => cost_to_serve !== null);
    const customers = d3.sum(found, (row) => row.customers);
    const isKnown = found.some(({ profit_class }) => profit_class !== UNCLASSED);
    const profits = isKnown ? sum4(found.filter(({ profit_class }) => profit_class !== UNCLASSED).map(({ profit }) => profit)) : null;
    return found.map((row) => {
      const known = row.profit_class !== UNCLASSED;
      const profit = known ? row.profit : null;
      return {
        position: classes.indexOf(row.profit_class as string) + 1, profit_class: known ? row.profit_class : "not classified",
        customers: row.customers, customers_share: ratio(row.customers, customers), revenue: row.revenue,
        margin: known ? row.margin : null, cost_to_serve: hasCost ? row.cost_to_serve : null,
        profit, profit_rate: rate(profit, row.revenue), profit_share: rate(profit, profits),
      };
    });
  },
};

/** By tier before and now, as in marts.tier_migrations. */
const migrations: Follower = {
  cubes: ["selection_tiers"],
  needs: ["value_pyramid"],
  scope: "customers",
  rows(selected) {
    const position = new Map(selected.whole<Tier>("value_pyramid").rows.map((row) => [row.tier, row.position]));
    const steps = sumBy(selected.cube("selection_tiers"), selected.mask, ["prior_tier", "tier", "movement"], ["customers", "prior_revenue", "revenue"])
      .filter(({ tier, prior_tier }) => !(absent.has(tier as string) && absentBefore.has(prior_tier as string)));
    const stood = d3.rollup(steps, (rows) => d3.sum(rows, (row) => row.customers), (row) => row.prior_tier);
    const place = (tier: string | number | null) => position.get(tier as string) ?? null;
    return d3.sort(steps, (row) => place(row.prior_tier) ?? Infinity, (row) => row.prior_tier, (row) => place(row.tier) ?? Infinity, (row) => row.tier).map((row) => ({
      prior_tier: row.prior_tier, prior_tier_position: place(row.prior_tier), tier: row.tier, tier_position: place(row.tier), movement: row.movement,
      customers: row.customers, customers_share: ratio(row.customers, stood.get(row.prior_tier)!),
      prior_revenue: row.prior_revenue, revenue: row.revenue, revenue_change: difference(row.revenue, row.prior_revenue),
    }));
  },
};

export const value: Record<string, Follower> = {
  value_headlines: headlines,
  value_pyramid: pyramid,
  value_profit_classes: profitClasses,
  value_migrations: migrations,
};
