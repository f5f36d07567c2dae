/** Rows of the exports that the page reads, column by column. */

export type Measure = "orders" | "revenue";
export type Refusal = "too short" | "no orders" | "ended" | "not predictable" | "too uncertain" | "not tested so far ahead" | "ends too far ahead" | "begins later" | "begins before history";

export interface Outlook {
  measure: Measure;
  months: number;
  needed_months: number;
  first_month: string | null;
  last_month: string | null;
  model: string | null;
  is_naive: boolean | null;
  tests: number | null;
  wape: number | null;
  naive_wape: number | null;
  gain: number | null;
  longest_horizon: number | null;
  longest_total_wape: number | null;
  grade: "good" | "fair" | "poor" | null;
  recent_value: number | null;
  recent_change_rate: number | null;
  is_break: boolean;
  silent_months: number | null;
  begun_month: string | null;
  begun_value: number | null;
  peak_month: string | null;
  peak_value: number | null;
  peak_excess: number | null;
  reason: Refusal | null;
  hindcast_months: number | null;
  hindcast_value: number | null;
  hindcast_actual: number | null;
  hindcast_error: number | null;
  confidence: number;
}
export interface Total {
  measure: Measure;
  months: number;
  from_month: string | null;
  to_month: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  year_before_value: number | null;
  change_rate: number | null;
  low_change_rate: number | null;
  high_change_rate: number | null;
  reason: Refusal | null;
}
export interface Month {
  measure: Measure;
  month: string;
  actual: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  year_before_value: number | null;
  change_rate: number | null;
  hindcast: number | null;
}
export interface Model {
  measure: Measure;
  position: number;
  model: string;
  trials: number | null;
  mae: number | null;
  rmse: number | null;
  wape: number | null;
  mape: number | null;
  mase: number | null;
  gain: number | null;
  alpha: number | null;
  beta: number | null;
  gamma: number | null;
  is_chosen: boolean;
  reason: string;
}
export interface Test {
  measure: Measure;
  months_ahead: number;
  trials: number;
  wape: number | null;
  naive_wape: number | null;
  total_wape: number | null;
  naive_total_wape: number | null;
}
export interface Target {
  goal: string;
  measure: Measure;
  owner: string | null;
  period_start: string;
  period_end: string;
  target: number;
  reached: number;
  months_left: number;
  value: number | null;
  low: number | null;
  high: number | null;
  gap: number | null;
  needed_rate: number | null;
  verdict: "reached already" | "sure" | "likely" | "unlikely" | "out of reach" | null;
  reason: Refusal | null;
}
export interface Gap {
  measure: string;
  months: number;
  forecast: number;
  present_value: number;
  new_value: number;
  customer_value: number;
  gap: number;
  gap_rate: number | null;
  season_gap: number | null;
  level_gap: number | null;
}
