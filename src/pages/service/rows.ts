/** Rows of the exports that the page shows. */

export interface Headline {
  orders: number | null;
  prior_orders: number | null;
  has_due: boolean;
  has_hours: boolean;
  has_fills: boolean;
  has_returns: boolean;
  has_tickets: boolean;
  has_surveys: boolean;
  has_standards: boolean;
  is_damage_named: boolean | null;
  judged_by_shipping: number | null;
  overdue_orders: number | null;
  hour_alone_orders: number | null;
  hour_orders: number | null;
  pending_orders: number | null;
  unknown_perfect_orders: number | null;
  known_lines: number | null;
  filled_lines: number | null;
  followed_lines: number | null;
  awaited_lines: number | null;
  unknown_lines: number | null;
  on_time_by: "delivered" | "shipped";
  follow_up_days: number;
  repeat_days: number;
  first_contact_hours: number;
  first_contact_days: number;
  later_days: number;
  quick_hours: number;
  min_answers: number;
  confidence: number;
  recent_from: string | null;
  recent_until: string | null;
  failed_customers: number;
  upper_failed_customers: number;
  upper_customers: number;
  first_tier: string;
  second_tier: string;
  open_complaints: number;
  oldest_days: number | null;
}

export interface Measure {
  measure: string;
  position: number;
  phase: "before" | "during" | "after";
  unit: string;
  is_lower_better: boolean;
  value: number | null;
  low: number | null;
  high: number | null;
  base: number | null;
  base_noun: string | null;
  unknown: number | null;
  prior_value: number | null;
  change: number | null;
  is_better: boolean | null;
  is_change_clear: boolean | null;
  standard: number | null;
  standard_from: string | null;
  verdict: "met" | "missed" | "no standard" | "not measured";
  is_clear: boolean | null;
  miss_rate: number | null;
}

/** A measure of a group that answers for it: now, over the window, and at its worst. */
export interface Trouble {
  measure: string;
  dimension: "all" | "region" | "service_point";
  group_name: string;
  unit: string;
  is_lower_better: boolean;
  recent_from: string | null;
  recent_until: string | null;
  recent_value: number | null;
  recent_base: number;
  year_value: number | null;
  year_base: number;
  reference: number | null;
  reference_is: "standard" | "all" | null;
  shortfall: number | null;
  status: "bad now" | "was bad" | "unclear" | "kept" | "not judged";
  place: number | null;
  bad_from: string | null;
  bad_until: string | null;
  bad_value: number | null;
  since_value: number | null;
  is_since_kept: boolean | null;
}

export interface Month {
  month: string;
  orders: number;
  on_time_rate: number | null;
  on_time_standard: number | null;
  order_fill_rate: number | null;
  perfect_order_rate: number | null;
  complaints: number | null;
  complaints_per_100_orders: number | null;
  tickets: number | null;
  response_mean: number | null;
  resolution_mean: number | null;
  open_tickets: number | null;
}

export interface Group {
  dimension: string;
  group_name: string;
  tier_position: number | null;
  orders: number;
  customers: number;
  on_time_rate: number | null;
  on_time_low: number | null;
  on_time_high: number | null;
  prior_on_time_rate: number | null;
  on_time_by_hour_rate: number | null;
  order_fill_rate: number | null;
  line_fill_rate: number | null;
  short_orders: number;
  perfect_order_rate: number | null;
  prior_perfect_order_rate: number | null;
  return_rate: number | null;
  delivery_days: number | null;
  hit_customers: number;
  hit_rate: number | null;
  complaints: number | null;
  complaints_per_100_orders: number | null;
}

export interface Cycle {
  stage: string;
  stage_position: number;
  dimension: string;
  group_name: string;
  period: "current" | "prior";
  orders: number;
  mean_days: number;
  spread_days: number | null;
  median_days: number;
  p90_days: number;
  longest_days: number;
}

export interface CycleDays { stage: string; days: number; orders: number }

interface Listed { place: number; label: string; customer_key: string; kind: string; owner: string | null; tier: string | null; revenue: number | null; next_step_reason: string | null }

export interface Failed extends Listed {
  orders: number;
  failed_orders: number;
  late_orders: number;
  overdue_orders: number;
  short_orders: number;
  most_days_late: number | null;
  complaints: number;
  open_complaints: number;
  last_failed_date: string;
  probability: number | null;
}

export interface OpenComplaint extends Listed {
  complaints: number;
  ticket_id: string;
  category: string | null;
  service_point: string | null;
  opened_date: string;
  age_days: number;
  is_answered: boolean;
  is_repeat: boolean;
}

export interface Cause { failure: string; cause: string; cases: number; customers: number; upper_customers: number; share: number; prior_cases: number | null }

export interface Product {
  place: number;
  product_id: string;
  name: string | null;
  category: string | null;
  lines: number;
  short_lines: number;
  awaited_lines: number;
  line_fill_rate: number | null;
  returns: number;
  complaints: number;
  failures: number;
  excess_failures: number;
  failures_per_100_lines: number;
  customers: number;
  recent_lines: number;
  recent_short_lines: number;
  recent_returns: number;
  recent_complaints: number;
  recent_failures: number;
  recent_excess_failures: number | null;
  is_recent_clear: boolean;
}

export interface Desk {
  dimension: string;
  group_name: string;
  group_title: string;
  period: "current" | "prior";
  place: number;
  tickets: number;
  complaints: number;
  unanswered: number;
  response_mean: number | null;
  response_median: number | null;
  response_p90: number | null;
  resolution_mean: number | null;
  resolution_median: number | null;
  resolution_p90: number | null;
  open_tickets: number;
  oldest_days: number | null;
  first_contact_rate: number | null;
  repeat_complaints: number;
  cost: number | null;
  charge: number | null;
  net_cost: number | null;
}

export interface Later {
  kind: string;
  service: string;
  from_date: string;
  until_date: string;
  customers: number;
  back_rate: number;
  back_low: number;
  back_high: number;
  answers: number;
  mean_score: number | null;
  score_low: number | null;
  score_high: number | null;
  is_back_clear: boolean | null;
  is_score_clear: boolean | null;
}

export interface Recovery {
  period: "current" | "prior";
  group_name: string;
  from_date: string;
  until_date: string;
  customers: number;
  back_rate: number;
  back_low: number;
  back_high: number;
  like_customers: number | null;
  like_rate: number | null;
  like_low: number | null;
  like_high: number | null;
  is_like_clear: boolean | null;
}
