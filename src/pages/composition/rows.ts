/** Rows of the exports that the page reads. */

export interface Headline {
  window_start_date: string;
  prior_start_date: string;
  history_start_date: string | null;
  is_prior_complete: boolean;
  customers: number;
  buying_customers: number | null;
  prior_buying_customers: number | null;
  revenue: number | null;
  prior_revenue: number | null;
  change: number | null;
  change_rate: number | null;
  change_reason: string | null;
  buying_customers_change_rate: number | null;
}
export interface Margin {
  margin_rate: number | null;
  prior_margin_rate: number | null;
  margin_known_rate: number | null;
  known_margin_rate: number | null;
}
export interface Month {
  month: string;
  is_complete: boolean;
  revenue: number | null;
  buying_customers: number | null;
  margin_rate: number | null;
  average_order_value: number | null;
  year_before_revenue: number | null;
  three_month_revenue: number | null;
  three_month_change_rate: number | null;
  twelve_month_revenue: number | null;
  twelve_month_change_rate: number | null;
}
export interface Driver { driver: string; customers: number; change: number; growth_contribution: number | null }
export interface Effect { effect: string; change: number; growth_contribution: number | null }
export interface Product {
  product: string; category: string | null; status: string; customers: number;
  quantity: number | null; prior_quantity: number | null; change: number;
}
/** The product that moved revenue more than its change: apart from it revenue went the other way. */
export interface HidingProduct { product: string; product_change: number; others_change: number }
export interface Mover {
  customer_key?: string; label: string; kind: string; region: string | null; owner: string | null; driver: string;
  revenue: number; prior_revenue: number; change: number;
  /** NULL where no cost to serve is supplied. */
  cost_to_serve: number | null;
  profit: number | null; grade: string | null; is_weak: boolean | null;
  next_step_reason: string | null;
}
/** value: of one value, even of one called other; folded: the smaller groups together; missing: without a value; withheld: what the others withhold; internal: in no total. */
export type GroupKind = "value" | "folded" | "missing" | "withheld" | "internal";
export interface DriverGroup { dimension: string; group_name: string; group_kind: GroupKind; driver: string; customers: number; change: number | null }
/** Where the revenue of a group goes, and its months. */
export interface Course {
  dimension: string; group_name: string; group_kind: GroupKind;
  three_month_revenue: number | null; three_month_change: number | null; three_month_change_rate: number | null;
  twelve_month_revenue: number | null; twelve_month_change_rate: number | null;
}
export interface CourseMonth { dimension: string; group_name: string; group_kind: GroupKind; month: string; revenue: number; year_before_revenue: number | null }
export interface Finding {
  dimension: string;
  title: string;
  level: "customer" | "order" | "line";
  groups: number;
  known_share: number | null;
  known_revenue_share: number | null;
  is_sparse: boolean;
  largest_group: string;
  largest_known_revenue_share: number | null;
  largest_known_customer_share: number | null;
  riser: string | null;
  riser_change: number | null;
  riser_change_rate: number | null;
  faller: string | null;
  faller_change: number | null;
  faller_change_rate: number | null;
  mover: string | null;
  mover_share: number | null;
  mover_prior_share: number | null;
}
export interface Group {
  dimension: string;
  group_name: string;
  group_kind: GroupKind;
  /** Too few consumers bought for the figures of the window to be shown. */
  is_withheld: boolean;
  customers: number | null;
  customer_share: number | null;
  known_customer_share: number | null;
  buying_customers: number | null;
  buying_share: number | null;
  orders: number | null;
  revenue: number | null;
  revenue_share: number | null;
  known_revenue_share: number | null;
  margin_rate: number | null;
  change: number | null;
  change_rate: number | null;
}
export interface Concentration {
  period: "current" | "prior";
  customers: number;
  left_out_customers: number;
  left_out_revenue: number | null;
  top_customers: number;
  top_revenue_share: number | null;
  pareto_share: number;
  pareto_customers: number | null;
  pareto_customer_share: number | null;
  gini: number | null;
  hhi: number | null;
  equal_customers: number | null;
  reason: string | null;
}
export interface HeldShare { period: string; top_share: number; customers: number; revenue: number | null; revenue_share: number | null }
export interface LorenzPoint { period: string; customers: number; customer_share: number; revenue_share: number }
export interface TopCustomer {
  customer_key?: string; label: string; kind: string; region: string | null; owner: string | null; orders: number; revenue: number; revenue_share: number | null;
  cumulative_share: number | null; driver: string | null; change: number | null; prior_rank: number | null; rank: number; next_step_reason: string | null;
}

export interface Comparison {
  position: number;
  comparison: string;
  period: string;
  against: string;
  period_kind: "year" | "quarter";
  is_same_season: boolean;
  start_date: string;
  end_date: string;
  prior_start_date: string;
  prior_end_date: string;
  revenue: number;
  prior_revenue: number;
  change: number;
  change_rate: number | null;
}

export interface ComparedDriver { comparison: string; driver: string; customers: number; change: number }
export interface ComparedEffect { comparison: string; effect: string; change: number }
