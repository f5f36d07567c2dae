/** Rows of the exports that the part on lifetime value reads, column by column. */

export interface LifetimeHeadline {
  customers: number;
  basis: string;
  historical_value: number | null;
  current_value: number | null;
  pattern_days: number;
  potential_value: number | null;
  predicted_value: number | null;
  predicted_low: number | null;
  predicted_high: number | null;
  predicted_as_tried: number | null;
  alive_customers: number | null;
  year_purchases: number | null;
  model: string | null;
  split_date: string;
  holdout_purchases: number | null;
  holdout_expected: number | null;
  deviation_rate: number | null;
  holdout_value: number | null;
  holdout_expected_value: number | null;
  value_deviation_rate: number | null;
  is_near: boolean | null;
  is_best: boolean | null;
  reason: string | null;
  horizon_months: number;
  discount_rate: number;
  holdout_days: number;
  fit_tolerance: number;
}
export interface LifetimeTier {
  tier: string;
  customers: number;
  alive_customers: number | null;
  historical_value: number | null;
  predicted_value: number | null;
  predicted_share: number | null;
  current_value: number | null;
  potential_value: number | null;
  mean_predicted_value: number | null;
}
export interface LifetimeCustomer {
  label: string;
  customer_key?: string;
  kind: string;
  region: string | null;
  owner: string | null;
  tier: string | null;
  recency_days: number;
  alive_probability: number;
  year_purchases: number;
  expected_spend: number;
  predicted_value: number;
  predicted_low: number;
  predicted_high: number;
  historical_value: number | null;
  current_value: number | null;
  potential_value: number | null;
  next_step_reason: string | null;
}
export interface Condition { position: number; gate: string; value: number | null; required: number; is_met: boolean; reason: string | null }
export interface ModelEvidence {
  model: string;
  customers: number | null;
  log_likelihood: number | null;
  aic: number | null;
  bic: number | null;
  gradient_norm: number | null;
  holdout_log_likelihood: number | null;
  is_usable: boolean;
  is_chosen: boolean;
  reason: string;
  parameters: string | null;
}
export interface SpendEvidence {
  customers: number;
  left_out: number;
  p: number | null;
  q: number | null;
  gamma: number | null;
  p_error: number | null;
  q_error: number | null;
  gamma_error: number | null;
  log_likelihood: number | null;
  mean_spend: number | null;
  correlation: number | null;
  correlation_low: number | null;
  correlation_high: number | null;
  is_usable: boolean;
  reason: string | null;
  spend_correlation_limit: number;
}
export interface PurchaseCount { frequency: number; customers: number; expected_customers: number }
/** Purchases to date. */
export interface HoldoutPoint { week_end: string; purchases: number; expected_purchases: number }
export interface CoursePoint extends HoldoutPoint { is_holdout: boolean }
export interface ByFrequency { frequency: number; customers: number; mean_purchases: number; expected_purchases: number }
export interface ByTenth { tenth: number; customers: number; alive_probability: number; bought_customers: number; bought_rate: number; bought_low: number; bought_high: number; expected_bought_rate: number; lift: number | null }
export interface Forecast {
  forecast: string;
  customers: number;
  purchases: number;
  expected_purchases: number;
  deviation_rate: number | null;
  mean_absolute_error: number;
  root_mean_square: number;
}
