/** Rows of the exports that the page reads, column by column. */

export interface Headline {
  clients: number;
  clients_with_statement: number | null;
  clients_graded: number | null;
  graded_share: number | null;
  clients_stale: number | null;
  clients_unbalanced: number | null;
  clients_improved: number | null;
  clients_worsened: number | null;
  statements: number | null;
  statements_restated: number | null;
  statements_unbalanced: number | null;
  scored_as_manufacturers: number | null;
  scored_as_others: number | null;
  weak_clients: number | null;
  clients_known_before: number | null;
  weak_clients_before: number | null;
  exposure: number | null;
  weak_exposure: number | null;
  weak_exposure_share: number | null;
  weak_exposure_before: number | null;
  weak_exposure_change: number | null;
  ungraded_exposure: number | null;
  ungraded_exposure_share: number | null;
  at_risk: number | null;
  watched_clients: number;
  watched_exposure: number | null;
  watched_at_risk: number | null;
  clients_ordering_on: number;
  owed_amount: number | null;
  open_amount: number | null;
  overdue_amount: number | null;
  overdue_share: number | null;
  dso_days: number | null;
  open_amount_change: number | null;
  overdue_share_before: number | null;
  overdue_share_change: number | null;
  dso_days_before: number | null;
  dso_change_days: number | null;
  before_date: string | null;
  serious_overdue_days: number;
  stale_after_months: number;
  dso_window_days: number;
  trend_confidence: number;
  trend_min_periods: number;
  recent_order_days: number;
  min_peers: number;
  list_customers: number;
}
export interface Grade {
  grade: string;
  position: number;
  is_watched: boolean;
  weakness: number;
  clients: number;
  client_share: number | null;
  exposure: number | null;
  exposure_share: number | null;
  at_risk: number | null;
  overdue_amount: number | null;
  clients_before: number | null;
  terms: string;
  limit_advice: string;
  prepayment: string;
}
export interface GradeMove {
  prior_grade: string;
  prior_grade_position: number | null;
  grade: string;
  grade_position: number;
  movement: string | null;
  clients: number;
  exposure: number | null;
}
export interface Worsened { customer_key?: string; label: string; industry: string | null; owner: string | null; prior_grade: string; grade: string; exposure: number | null; at_risk: number | null }
export interface Ungraded {
  customer_key?: string;
  label: string;
  industry: string | null;
  owner: string | null;
  statement: string;
  reasons: string;
  exposure: number | null;
  overdue_amount: number | null;
}
export interface Group {
  dimension: string;
  group_name: string;
  clients: number;
  client_share: number | null;
  graded_clients: number;
  weak_clients: number;
  weak_share: number | null;
  weak_low: number | null;
  weak_high: number | null;
  exposure: number | null;
  exposure_share: number | null;
  at_risk: number | null;
  at_risk_share: number | null;
  overdue_amount: number | null;
}
export interface Watched {
  watch_rank: number;
  customer_key?: string;
  label: string;
  industry: string | null;
  country: string | null;
  owner: string | null;
  watch_reason: string;
  listed_risk_share: number | null;
  exposure: number | null;
  exposure_basis: string | null;
  weakness: number;
  at_risk: number | null;
  overdue_amount: number | null;
  overdue_share: number | null;
  oldest_days_overdue: number | null;
  recency_days: number | null;
  is_doubtful: boolean;
  limit_use: number | null;
  limit_reason: string | null;
  credit_stop: string | null;
  orders_on: boolean;
  due_invoices: number | null;
  due_days_late: number | null;
  grade: string;
  prior_grade: string | null;
  grade_change: number | null;
  reasons: string;
  statement: string;
  period_end: string | null;
  age_months: number | null;
  is_restated: boolean | null;
  altman_score: number | null;
  altman_zone: string | null;
  terms: string;
  limit_advice: string;
  prepayment: string;
}
export interface Ratio {
  watch_rank: number;
  period_end: string;
  period_months: number;
  position: number;
  ratio: string;
  subject: string;
  formula: string;
  unit: string;
  better: "higher" | "lower";
  is_weighted: boolean;
  strong: number | null;
  adequate: number | null;
  weak: number | null;
  value: number | null;
  reason: string | null;
  band: string | null;
  is_latest: boolean;
  peers: number | null;
  peer_rank: number | null;
  lower_quartile: number | null;
  median: number | null;
  upper_quartile: number | null;
}
export interface RatioOutlook {
  watch_rank: number;
  ratio: string;
  period_months: number;
  last_value: number;
  direction: string;
  next_period_end: string;
  outlook: number | null;
  outlook_low: number | null;
  outlook_high: number | null;
  outlook_reason: string | null;
}
export interface Statement {
  watch_rank: number;
  period_end: string;
  published_date: string;
  publications: number;
  period_months: number;
  currency: string;
  is_stale: boolean;
  balance: string;
  balance_gap_share: number | null;
  age_months: number;
  equity: number | null;
  revenue: number | null;
  net_income: number | null;
  grade: string;
  altman_model: string;
  altman_score: number | null;
  altman_zone: string | null;
}
export interface Bucket { position: number; bucket: string; customers: number; invoices: number; open_amount: number; owed_share: number | null }
export interface Month {
  month_end: string;
  owed_amount: number;
  overdue_amount: number;
  overdue_share: number | null;
  dso_days: number | null;
  days_late: number | null;
}
export interface Debtor {
  debtor_rank: number;
  customer_key?: string;
  label: string;
  owner: string | null;
  owed_amount: number;
  overdue_amount: number;
  overdue_share: number | null;
  oldest_days_overdue: number;
  overdue_days: number | null;
  dso_days: number | null;
  dso_reason: string | null;
  limit_use: number | null;
  limit_reason: string | null;
}
export interface DebtorBucket { debtor_rank: number; position: number; bucket: string; open_amount: number }
export interface LatePayer { customer_key?: string; label: string; owner: string | null; due_invoices: number; due_days_late: number | null; late_amount: number; late_credit: number; overdue_amount: number }
export interface OverdueInvoice { invoice_id: string; customer_key?: string; label: string; owner: string | null; due_date: string; open_amount: number; days_overdue: number }
export interface IndustryRatio {
  industry: string;
  position: number;
  ratio: string;
  subject: string;
  unit: string;
  better: "higher" | "lower";
  is_weighted: boolean;
  formula: string;
  clients: number;
  lower_quartile: number | null;
  median: number | null;
  upper_quartile: number | null;
  strong: number | null;
  adequate: number | null;
  weak: number | null;
  critical: number | null;
  weak_share: number | null;
  critical_share: number | null;
}
export interface Restatement {
  place: number;
  customer_key?: string;
  label: string;
  period_end: string;
  first_published: string;
  last_published: string;
  line: string;
  change_rate: number | null;
}
export interface Unbalanced { customer_key?: string; label: string; owner: string | null; period_end: string; is_latest: boolean; currency: string; total_assets: number; balance_gap: number; balance_gap_share: number | null }
