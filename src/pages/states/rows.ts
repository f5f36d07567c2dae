/** Rows of the exports that the page shows. */

export interface Headline {
  active: number;
  lost: number;
  from_date: string | null;
  months: number | null;
  is_whole: boolean | null;
  active_before: number | null;
  entered: number | null;
  won_back: number | null;
  recounted: number | null;
  left_customers: number | null;
  lost_before: number | null;
  stayed: number | null;
  stayed_rate: number | null;
  stayed_rate_low: number | null;
  stayed_rate_high: number | null;
  back: number | null;
  back_rate: number | null;
  back_rate_low: number | null;
  back_rate_high: number | null;
  prior_stayed_rate: number | null;
  prior_back_rate: number | null;
  value_lost: number | null;
  span_lost: number | null;
  span_value_lost: number | null;
  span_share: number | null;
  noted: number | null;
  ranked: number;
  hindered: number;
  win_back_value: number | null;
  expected_back: number | null;
  lost_after_days: number | null;
  holdout_days: number;
  confidence: number;
  loyal_orders: number;
  loyal_quarters: number;
  win_back_silence: number;
}

export interface Step {
  position: number;
  state: string;
  customers: number;
  share: number | null;
  leads: number | null;
  customers_before: number | null;
  change: number | null;
  revenue: number | null;
  revenue_share: number | null;
  action: string;
}

export interface Count { month_end: string; position: number; state: string; customers: number; leads: number | null }

export interface Move {
  from_position: number | null;
  from_state: string;
  to_position: number;
  to_state: string;
  direction: "new" | "forward" | "same" | "back";
  customers: number;
  share: number | null;
  share_low: number | null;
  share_high: number | null;
  revenue: number | null;
}

export interface Rates {
  month_end: string;
  is_complete: boolean;
  active_before: number;
  entered: number;
  won_back: number;
  recounted: number;
  left_customers: number;
  active: number;
  lost: number;
  exit_rate: number | null;
  exit_rate_low: number | null;
  exit_rate_high: number | null;
  won_back_rate: number | null;
  won_back_rate_low: number | null;
  won_back_rate_high: number | null;
}

export type Grain = "month" | "quarter" | "year";

export interface CohortCell {
  grain: Grain;
  is_finest: boolean;
  cohort: string;
  age: number;
  period_end: string;
  customers: number;
  ordered: number;
  ordered_rate: number;
  ordered_rate_low: number;
  ordered_rate_high: number;
  active: number;
  active_rate: number;
  active_rate_low: number;
  active_rate_high: number;
  others_rate: number | null;
  stands_out: "below" | "above" | null;
}

export interface LostReason { reason: string; is_noted: boolean; since_date: string | null; customers: number; signs: number; share: number; value_lost: number }

export interface WinBack {
  place: number;
  label: string;
  customer_key: string;
  kind: string;
  owner: string | null;
  silent_days: number;
  orders: number;
  value_lost: number;
  margin_lost: number | null;
  reason: string | null;
  sign: string | null;
  chance: number;
  win_back_value: number;
  next_step_reason: string | null;
}

export interface WinBackChance {
  position: number;
  orders_group: string;
  silence: string;
  snapshot_date: string | null;
  until_date: string | null;
  customers: number;
  back: number;
  back_rate: number | null;
  back_rate_low: number | null;
  back_rate_high: number | null;
  basis: string | null;
  chance: number | null;
}
