/** What winning customers cost through a channel, in a window. */
export interface Channel {
  period: string;
  dimension: string;
  channel: string | null;
  spend: number;
  campaign_spend: number;
  is_new_known: boolean;
  customers_won: number;
  won_change_rate: number | null;
  campaign_customers: number;
  cost_per_customer: number | null;
  cost_reason: string | null;
  cost_change_rate: number | null;
  lifetime_value: number | null;
  valued_customers: number;
  predicted_customers: number;
  value_to_cost: number | null;
  payback_months: number | null;
  observed_months: number;
  payback_reason: string | null;
}

/** A campaign, what it cost and what came of it. */
export interface Result {
  campaign_id: string;
  label: string;
  channel: string | null;
  start_date: string;
  end_date: string | null;
  cost: number | null;
  purpose: string | null;
  reach: number | null;
  opened: number;
  answered: number;
  answer_rate: number | null;
  answer_low: number | null;
  answer_high: number | null;
  answer_reason: string | null;
  converted: number;
  converted_rate: number | null;
  opted_out: number;
  customers_won: number;
  followed_customers: number;
  active_customers: number;
  active_rate: number | null;
  active_low: number | null;
  active_high: number | null;
  revenue: number;
  margin: number | null;
  cost_per_customer: number | null;
  lifetime_value: number | null;
  valued_customers: number;
  value_to_cost: number | null;
  return_rate: number | null;
  existing_customers: number;
  existing_orders: number;
  existing_revenue: number;
  existing_margin: number | null;
  whole_return_rate: number | null;
  payback_date: string | null;
  payback_days: number | null;
  payback_reason: string | null;
}

/** What the customers that a campaign won had left some days after their first order. */
export interface Return {
  campaign_id: string;
  label: string;
  days: number;
  customers: number;
  young_customers: number;
  margin: number | null;
  margin_per_customer: number | null;
  cost_per_customer: number | null;
  return_rate: number | null;
}

/** Where a campaign stood at the end of a month. */
export interface Course {
  campaign_id: string;
  label: string;
  month_end: string;
  customers: number;
  margin: number | null;
  cost: number | null;
  cost_share: number | null;
}

/** The rules, and the record that they rest on. */
export interface Terms {
  attribution_days: number;
  payback_months: number;
  min_customers: number;
  campaigns: number;
  first_spend_date: string | null;
  spend: number;
  unknown_orders: number;
  unrecorded_customers: number;
  conversion_customers: number;
  lost_after_days: number | null;
  confidence: number;
}
