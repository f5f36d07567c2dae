/** Rows of the exports that the page shows. */

export interface Headline {
  buyers: number;
  active_customers: number | null;
  lost_after_days: number | null;
  holdout_days: number;
  confidence: number;
  medium_from: number;
  high_from: number;
  has_chances: boolean;
  reason: string | null;
  snapshot_date: string;
  high_customers: number | null;
  medium_customers: number | null;
  expected_left: number | null;
  expected_left_low: number | null;
  expected_left_high: number | null;
  expected_left_rate: number | null;
  expected_left_as_tried: number | null;
  revenue: number | null;
  at_risk: number | null;
  at_risk_low: number | null;
  at_risk_high: number | null;
  at_risk_rate: number | null;
  model: string | null;
  verdict: string | null;
  verdict_reason: string | null;
  tried_customers: number | null;
  left_customers: number | null;
  expected_customers: number | null;
}

export interface Gate { position: number; gate: string; value: number | null; required: number; is_met: boolean; reason: string | null }

interface Listed { place: number; label: string; customer_key: string; kind: string; owner: string | null; revenue: number | null; next_step_reason: string | null }
export interface Call extends Listed { probability: number; band: string; revenue_at_risk: number; reason_1: string | null; reason_2: string | null; reason_3: string | null }
export interface Due extends Listed {
  late_customers: number;
  late_revenue: number | null;
  gaps: number;
  rhythm_days: number;
  recency_days: number;
  next_order_date: string;
  next_order_until: string;
  overdue_days: number;
  probability: number | null;
}

export interface Rhythm { state: string; customers: number; revenue: number | null; until_share: number; min_gaps: number }

export interface Model {
  model: string;
  is_used: boolean;
  reason: string;
  verdict: string;
  verdict_reason: string | null;
  customers: number;
  left_customers: number;
  expected_customers: number;
  auc: number | null;
  auc_low: number | null;
  auc_high: number | null;
  brier: number;
  brier_skill: number | null;
  log_loss: number;
  calibration_slope: number | null;
  calibration_shift: number | null;
  top_tenth_rate: number;
  lift: number | null;
}

export interface CalibrationPart { part: number; customers: number; left_customers: number; predicted: number; left_rate: number; left_rate_low: number; left_rate_high: number }

export interface TermRow { position: number; term: string; odds_ratio: number; odds_ratio_low: number; odds_ratio_high: number; spread_ratio: number; p_value: number; is_converged: boolean; iterations: number; gradient: number }

export interface Fit { fit: string; snapshot_date: string; until_date: string; customers: number; left_customers: number; stayed_customers: number; left_rate: number | null; is_possible: boolean; reason: string | null }

export interface CurvePoint { dimension: string; group_name: string; position: number; time_days: number; share: number; share_low: number | null; share_high: number | null; followed: number }

export interface Stay {
  dimension: string;
  group_name: string;
  position: number;
  customers: number;
  lost_customers: number;
  back_customers: number;
  median_days: number | null;
  median_days_low: number | null;
  median_days_high: number | null;
  year_share: number | null;
  year_share_low: number | null;
  year_share_high: number | null;
  until_days: number;
  mean_days: number;
  mean_days_low: number;
  mean_days_high: number;
  groups: number | null;
  chi_square: number | null;
  p_value: number | null;
}

export interface Lifetimes { customers: number; compared: number; unknown_customers: number; earlier_customers: number; is_start_unknown: boolean; horizon_days: number }
