/** Rows of the exports of the page on targets. */

export type Status = "reached" | "missed" | "on track" | "at risk" | "behind" | "to come" | "not measured";

export interface Goal {
  goal: string;
  metric: string;
  metric_name: string;
  page: string | null;
  unit: string | null;
  is_lower_better: boolean | null;
  owner: string | null;
  period_start: string;
  period_end: string;
  counted_days: number | null;
  counted_until: string | null;
  is_over: boolean;
  target: number;
  actual: number | null;
  actual_low: number | null;
  actual_high: number | null;
  is_miss_clear: boolean | null;
  expected_share: number | null;
  due_by: "year before" | "days" | "whole" | null;
  due: number | null;
  gap: number | null;
  is_gap_good: boolean | null;
  miss_rate: number | null;
  status: Status;
  reason: string | null;
  before_actual: number | null;
  change: number | null;
  is_better: boolean | null;
  judged_periods: number;
  reached_periods: number;
  next_start: string | null;
  next_end: string | null;
  next_target: number | null;
  is_next_reached: boolean | null;
  forecast_end: string | null;
  forecast_target: number | null;
  forecast_value: number | null;
  forecast_low: number | null;
  forecast_high: number | null;
  forecast_verdict: "reached already" | "sure" | "likely" | "unlikely" | "out of reach" | null;
  open_actions: number;
  overdue_actions: number;
  done_actions: number;
  unchecked_actions: number;
  next_due_date: string | null;
  standard: number | null;
  standard_value: number | null;
  is_standard_met: boolean | null;
  step: "supply the figure" | "finish what is overdue" | "look what came of it" | "agree on an action" | "strengthen the plan" | "watch it" | "raise the target" | "carry on" | "plan it" | "keep it up";
}

export interface CoursePoint { goal: string; period_start: string; period_end: string; is_over: boolean; target: number | null; actual: number | null; status: Status | null }

export interface Action {
  goal: string;
  action: string;
  owner: string | null;
  planned_date: string | null;
  due_date: string | null;
  done_date: string | null;
  status: "open" | "done" | "dropped";
  phase: "do" | "check" | "act" | null;
  is_overdue: boolean;
  days_overdue: number | null;
  late_days: number | null;
  result: string | null;
  place: string;
  problem: string | null;
}

export interface Owner {
  dimension: "all" | "owner";
  owner: string;
  has_owner: boolean;
  goals: number;
  reached_goals: number;
  on_track_goals: number;
  at_risk_goals: number;
  behind_goals: number;
  missed_goals: number;
  coming_goals: number;
  unmeasured_goals: number;
  judged_goals: number;
  chance_goals: number;
  unattended_goals: number;
  actions: number;
  open_actions: number;
  overdue_actions: number;
  done_actions: number;
  late_actions: number;
  unchecked_actions: number;
}

export interface Metric { metric: string; name: string; unit: string; is_lower_better: boolean; needs: string }
