import * as d3 from "d3";
import { roundAmount } from "../../lib/amount.js";
import type { Row } from "../../lib/page.js";
import { sumBy } from "../cubes.js";
import { ofWhole, rate, ratio, type Follower, type Selected } from "../follow.js";

/* Scores, classes and clusters are those of the whole company: what is late or much does not change with who looks. */

const measures = ["customers", "orders", "revenue", "recency_days", "amount"] as const;
type Sums = Record<(typeof measures)[number], number>;
const none: Sums = { customers: 0, orders: 0, revenue: 0, recency_days: 0, amount: 0 };

interface Figures { customers: number; customer_share: number | null; orders: number; revenue: number; revenue_share: number | null; mean_recency_days: number | null; mean_orders: number | null; mean_amount: number | null }

/** The figures of groups, by scheme and name, as shares of all that are scored. */
function figuresOf(selected: Selected): { total: Sums; of(scheme: string, name: string): Figures } {
  const found = sumBy(selected.cube("selection_rfm"), selected.mask, ["scheme", "name"], measures);
  const byName = new Map(found.map((row) => [`${row.scheme}\0${row.name}`, row]));
  // Each scheme divides all that are scored.
  const scored = found.filter(({ scheme }) => scheme === "score");
  const total = Object.fromEntries(measures.map((measure) => [measure, roundAmount(d3.sum(scored, (row) => row[measure]))])) as unknown as Sums;
  return { total, of: (scheme, name) => figures(byName.get(`${scheme}\0${name}`) ?? none, total) };
}

const figures = (sums: Sums, total: Sums): Figures => ({
  customers: sums.customers, customer_share: ratio(sums.customers, total.customers), orders: sums.orders,
  revenue: sums.revenue, revenue_share: rate(sums.revenue, total.revenue),
  mean_recency_days: ratio(sums.recency_days, sums.customers), mean_orders: ratio(sums.orders, sums.customers), mean_amount: ratio(sums.amount, sums.customers),
});

interface Group extends Row { scheme: string; name: string; customers: number; revenue: number; recency_is_better: boolean | null; frequency_is_better: boolean | null; monetary_is_better: boolean | null }

/** By scheme and group, as in marts.rfm_groups. */
const groupFigures: Follower = {
  cubes: ["selection_rfm"],
  scope: "customers",
  rows(selected) {
    const found = figuresOf(selected);
    if (found.total.customers === 0) return [];
    return selected.whole<Group>("rfm_group_figures").rows.map((row) => ({ ...row, ...found.of(row.scheme, row.name) }));
  },
};

/** By the scores for recency and frequency, as in marts.rfm_cells. */
const heatMap: Follower = {
  cubes: ["selection_rfm"],
  scope: "customers",
  rows(selected) {
    const found = figuresOf(selected);
    if (found.total.customers === 0) return [];
    return selected.whole<Row>("rfm_heat_map").rows.map((row) => {
      const { customers, customer_share, revenue, revenue_share, mean_amount } = found.of("score", `${row.recency_score}-${row.frequency_score}`);
      return { ...row, customers, customer_share, revenue, revenue_share, mean_amount };
    });
  },
};

interface Summary extends Row { best_decision: string; top_segment: string; mean_recency_days: number; mean_orders: number; mean_amount: number }

/**
 * The figures of marts.rfm_totals and marts.rfm_headlines. The means are those of the selection; beside them stand those of
 * all customers, which part better from worse.
 */
const summary: Follower = {
  cubes: ["selection_rfm"],
  needs: ["rfm_group_figures"],
  scope: "customers",
  rows(selected) {
    const [whole] = selected.whole<Summary>("rfm_summary").rows;
    const { total, of } = figuresOf(selected);
    if (!whole || total.customers === 0) return [];
    const classes = selected.selected<Group>("rfm_group_figures").rows.filter(({ scheme }) => scheme === "class");
    const customers = (rows: Group[]) => d3.sum(rows, (row) => row.customers);
    const fading = classes.filter((row) => row.monetary_is_better && !row.recency_is_better);
    const fadingRevenue = roundAmount(d3.sum(fading, (row) => row.revenue));
    const best = of("decision", whole.best_decision);
    const top = of("segment", whole.top_segment);
    const { mean_recency_days, mean_orders, mean_amount } = figures(total, total);
    return [{
      ...whole, customers: total.customers, orders: total.orders, revenue: total.revenue, mean_recency_days, mean_orders, mean_amount,
      best_customers: best.customers, best_customer_share: best.customer_share, best_revenue: best.revenue, best_revenue_share: best.revenue_share,
      top_customers: top.customers, top_revenue_share: top.revenue_share,
      fading_customers: customers(fading), fading_revenue: fadingRevenue, fading_revenue_share: rate(fadingRevenue, total.revenue),
      recency_better_customers: customers(classes.filter((row) => row.recency_is_better)),
      frequency_better_customers: customers(classes.filter((row) => row.frequency_is_better)),
      monetary_better_customers: customers(classes.filter((row) => row.monetary_is_better)),
      ...(selected.mask && { all_mean_recency_days: whole.mean_recency_days, all_mean_orders: whole.mean_orders, all_mean_amount: whole.mean_amount }),
    }];
  },
};

/** By cluster, as in marts.rfm_clusters; its medians do not add up. */
const clusterProfiles: Follower = {
  cubes: ["selection_rfm"],
  scope: "customers",
  rows(selected) {
    const found = figuresOf(selected);
    if (found.total.customers === 0) return [];
    return selected.whole<Row & { cluster_label: string }>("rfm_cluster_profiles").rows.map((row) => ({
      ...row, ...found.of("cluster", row.cluster_label),
      median_recency_days: ofWhole(selected, row.median_recency_days), median_orders: ofWhole(selected, row.median_orders), median_amount: ofWhole(selected, row.median_amount),
    }));
  },
};

export const rfm: Record<string, Follower> = {
  rfm_summary: summary,
  rfm_group_figures: groupFigures,
  rfm_heat_map: heatMap,
  rfm_cluster_profiles: clusterProfiles,
};
