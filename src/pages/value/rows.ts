/** Rows of the exports that the page reads, column by column. */

export interface Headlines {
  measure: string;
  customers: number;
  unranked_customers: number;
  key_tier: string | null;
  key_customers: number | null;
  key_revenue: number | null;
  key_revenue_share: number | null;
  key_prior_customers: number | null;
  key_kept_customers: number | null;
  key_retained_customers: number | null;
  key_fallen_customers: number | null;
  key_fallen_revenue_change: number | null;
  moved_up_customers: number | null;
  moved_down_customers: number | null;
  lapsed_customers: number | null;
  fallen_customers: number | null;
  is_prior_complete: boolean;
  prior_start_date: string;
  history_start_date: string | null;
  prior_reason: string | null;
  margin: number | null;
  cost_to_serve: number | null;
  profit: number | null;
  profit_change_rate: number | null;
  unallocated_cost: number | null;
  profit_after_unallocated: number | null;
  unallocated_acquisition_cost: number | null;
  cost_reason: string | null;
  good_profit_rate: number;
  good_customers: number | null;
  bad_customers: number | null;
  lost_profit: number | null;
  peak_customers: number | null;
  peak_customers_share: number | null;
  peak_profit: number | null;
  peak_profit_share: number | null;
  profit_customers: number;
  unknown_profit_customers: number;
  idle_customers: number;
}
export interface Tier {
  tier: string;
  action: string;
  customers: number | null;
  customers_share: number | null;
  planned_customers: number | null;
  is_swollen: boolean | null;
  revenue: number | null;
  revenue_share: number | null;
  average_revenue: number | null;
  orders_per_customer: number | null;
  margin: number | null;
  cost_to_serve: number | null;
  profit: number | null;
  profit_rate: number | null;
  bad_customers: number | null;
  profit_reason: string | null;
  value_at_cut: number | null;
  prior_customers: number | null;
  customers_change: number | null;
  revenue_change: number | null;
  revenue_change_rate: number | null;
  retained_customers: number | null;
  retention_rate: number | null;
  retention_low: number | null;
  retention_high: number | null;
  kept_customers: number | null;
  fallen_customers: number | null;
  fallen_revenue_change: number | null;
}
export interface WhalePoint { customers: number; customers_share: number; profit_share: number | null; is_peak: boolean }
export interface ProfitClass { profit_class: string; customers: number; customers_share: number; revenue: number | null; profit: number | null; profit_rate: number | null }
export interface Migration {
  prior_tier: string;
  prior_tier_position: number | null;
  tier: string;
  tier_position: number | null;
  /** NULL where a margin is not known. */
  movement: string | null;
  customers: number;
  prior_revenue: number;
  revenue: number;
  revenue_change: number;
}
export interface Mover {
  direction: "up" | "down";
  customer_key?: string;
  label: string;
  kind: string;
  region: string | null;
  owner: string | null;
  prior_tier: string | null;
  prior_tier_reason: string | null;
  tier: string | null;
  tier_reason: string | null;
  prior_revenue: number;
  next_step_reason: string | null;
  revenue: number;
  change: number;
  profit: number | null;
  grade: string | null;
  is_weak: boolean | null;
}
export interface LossMaker {
  customer_key?: string;
  label: string;
  kind: string;
  region: string | null;
  owner: string | null;
  tier: string | null;
  revenue: number | null;
  margin: number | null;
  cost_to_serve: number | null;
  profit: number;
  profit_rate: number | null;
  historical_value: number | null;
  historical_value_reason: string | null;
}
