/** Rows of the exports that a customer's page shows, by name of the export. */
export interface CustomerParts {
  customer_file: CustomerFile[];
  customer_orders: CustomerOrder[];
  customer_quarters: CustomerQuarter[];
  customer_invoices: CustomerInvoice[];
  customer_statements: CustomerStatement[];
  customer_history: CustomerEvent[];
}

export interface CustomerFile {
  label: string;
  kind: string | null;
  region: string | null;
  country: string | null;
  industry: string | null;
  company_size: string | null;
  channel: string | null;
  source: string | null;
  owner: string | null;
  first_order_date: string | null;
  first_deal_date: string | null;
  recency_days: number | null;
  orders: number | null;
  current_orders: number | null;
  current_revenue: number | null;
  prior_revenue: number | null;
  change: number | null;
  driver: string | null;
  revenue_rank: number | null;
  tier: string | null;
  tier_reason: string | null;
  prior_tier: string | null;
  prior_tier_reason: string | null;
  tier_action: string | null;
  recency_score: number | null;
  frequency_score: number | null;
  monetary_score: number | null;
  segment: string | null;
  segment_zh: string | null;
  action: string | null;
  named_segment: string | null;
  class: string | null;
  class_zh: string | null;
  cluster_label: string | null;
  cost_to_serve: number | null;
  profit: number | null;
  profit_rate: number | null;
  profit_class: string | null;
  profit_reason: string | null;
  historical_value: number | null;
  period_end: string | null;
  age_months: number | null;
  grade: string | null;
  reasons: string | null;
  altman_zone: string | null;
  terms: string | null;
  limit_advice: string | null;
  prepayment: string | null;
  open_amount: number | null;
  overdue_amount: number | null;
  oldest_days_overdue: number | null;
  credit_limit: number | null;
  limit_use: number | null;
  quality_score: number | null;
  completeness_rate: number | null;
  file_age_days: number | null;
  missing_fields: string | null;
  wrong_fields: string | null;
  churn_probability: number | null;
  churn_band: string | null;
  reason_1: string | null;
  reason_2: string | null;
  reason_3: string | null;
  holdout_days: number;
  rhythm_days: number | null;
  next_order_date: string | null;
  next_order_from: string | null;
  next_order_until: string | null;
  next_order_state: string | null;
  year_purchases: number | null;
  predicted_value: number | null;
  predicted_low: number | null;
  predicted_high: number | null;
  potential_value: number | null;
  horizon_months: number;
  state: string | null;
  state_since: string | null;
  previous_state: string | null;
  relationship_level: string | null;
  contacts_due: number | null;
  contacts_made: number | null;
  contact_standing: string | null;
  contact_timing: string | null;
  last_contact_date: string | null;
  loyalty: string | null;
  due_orders: number | null;
  late_orders: number | null;
  short_orders: number | null;
  complaints: number | null;
  open_complaints: number | null;
  answered_date: string | null;
  recommend_score: number | null;
  satisfaction_score: number | null;
  dissatisfied_since: string | null;
  campaign: string | null;
  next_step: string | null;
  next_step_reason: string | null;
}

export interface CustomerOrder { order_date: string; orders: number; revenue: number; margin: number | null; channel: string | null }
export interface CustomerQuarter { quarter: string; orders: number; revenue: number; margin: number | null }
export interface CustomerInvoice { invoice_id: string; due_date: string | null; open_amount: number; days_overdue: number | null }
export interface CustomerStatement {
  period_end: string;
  currency: string;
  revenue: number | null;
  net_income: number | null;
  grade: string | null;
  current_ratio: number | null;
  quick_ratio: number | null;
  equity_ratio: number | null;
  interest_coverage: number | null;
  net_margin: number | null;
}
export interface CustomerEvent {
  event_date: string;
  kind: "state" | "contact" | "request" | "complaint" | "answer" | "failed order" | "return";
  about: string | null;
  before: string | null;
  is_open: boolean | null;
  days: number | null;
  recommend_score: number | null;
  satisfaction_score: number | null;
}
