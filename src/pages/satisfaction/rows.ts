export interface Headline {
  period: string;
  recommend_answers: number | null;
  promoters: number | null;
  passives: number | null;
  detractors: number | null;
  repeated: number | null;
  anonymous: number | null;
  score: number | null;
  standard_error: number | null;
  score_low: number | null;
  score_high: number | null;
  recommend_change: number | null;
  recommend_change_low: number | null;
  recommend_change_high: number | null;
  satisfaction_answers: number | null;
  satisfied: number | null;
  dissatisfied: number | null;
  satisfied_rate: number | null;
  satisfied_low: number | null;
  satisfied_high: number | null;
  mean_score: number | null;
  satisfied_change: number | null;
  satisfied_change_low: number | null;
  satisfied_change_high: number | null;
  asked: number | null;
  answered: number | null;
  anonymous_forms: number | null;
  response_rate: number | null;
  response_low: number | null;
  response_high: number | null;
}

/** The settings that the page names. */
export interface Terms {
  promoter_from: number;
  passive_from: number;
  satisfied_from: number;
  dissatisfied_to: number;
  min_answers: number;
  trend: string;
  driver_min_answers: number;
  recommend_from: number;
  attitude_days: number;
  regular_orders: number;
  regular_quarters: number;
  false_discovery_rate: number;
  confidence: number;
}

export interface Attention {
  tiers: string | null;
  attention_customers: number;
  open_customers: number;
  open_value: number;
  longest_days: number | null;
  median_days: number | null;
  came_customers: number;
  resolved_customers: number;
  resolved_median_days: number | null;
}

export interface Dissatisfied {
  place: number;
  label: string;
  customer_key: string;
  kind: string;
  owner: string | null;
  tier: string | null;
  prior_tier: string | null;
  value: number | null;
  since_date: string;
  days: number;
  band: number;
  from_days: number;
  to_days: number | null;
  recommend_score: number | null;
  satisfaction_score: number | null;
  last_answer_date: string | null;
  weak_component: string | null;
  has_comment: boolean;
  open_complaints: number;
  survey_id: string | null;
  ticket_id: string | null;
  complaint_category: string | null;
  next_step_reason: string | null;
}

export interface Resolved { label: string; customer_key: string; owner: string | null; since_date: string; resolved_date: string; days: number; ended_by: string; complaint_category: string | null }

export interface Driver {
  place: number | null;
  component: string;
  outcome: string;
  answers: number;
  importance: number | null;
  importance_low: number | null;
  importance_high: number | null;
  performance: number | null;
  importance_cut: number | null;
  performance_cut: number | null;
  quadrant: string | null;
}

/** A group of a dimension, by which forms are divided. */
export interface GroupOf { dimension: string; group_name: string; group_kind: string }

export interface Group extends GroupOf {
  position: number;
  recommend_answers: number | null;
  promoters: number | null;
  detractors: number | null;
  score: number | null;
  score_low: number | null;
  score_high: number | null;
  against_all: string | null;
  change: number | null;
  change_low: number | null;
  change_high: number | null;
  satisfaction_answers: number | null;
  satisfied_rate: number | null;
  satisfied_low: number | null;
  satisfied_high: number | null;
  satisfied_against_all: string | null;
  both_answers: number | null;
  expected_mean: number | null;
  perceived_mean: number | null;
  gap: number | null;
  gap_low: number | null;
  gap_high: number | null;
  gap_is: string | null;
  disappointed_rate: number | null;
  response_rate: number | null;
}

export interface Course extends GroupOf {
  start_date: string;
  end_date: string;
  is_complete: boolean;
  answers: number;
  score: number | null;
  score_low: number | null;
  score_high: number | null;
  before_score: number | null;
  satisfied_rate: number | null;
  satisfied_low: number | null;
  satisfied_high: number | null;
  asked: number | null;
  response_rate: number | null;
  response_low: number | null;
  response_high: number | null;
}

export interface Component extends GroupOf {
  position: number;
  component: string;
  is_cost: boolean;
  answers: number;
  mean: number | null;
  mean_low: number | null;
  mean_high: number | null;
  all_mean: number;
  advantage: number | null;
  adjusted_p: number | null;
  comparisons: number;
  against_all: string | null;
  weak_place: number | null;
}

export interface LoyaltyCell {
  attitude: string;
  behaviour: string;
  loyalty: string;
  customers: number;
  customer_share: number;
  known_share: number | null;
  revenue: number;
  revenue_share: number | null;
  leave_probability: number | null;
  rated_customers: number;
  lost_customers: number;
  action: string;
}

export interface Outcome {
  kind: string;
  recommend_class: string;
  position: number;
  days: number;
  customers: number;
  too_recent: number;
  too_early: number;
  revenue_before: number;
  revenue_after: number;
  change: number;
  change_rate: number | null;
  change_low: number | null;
  change_high: number | null;
  difference: number | null;
  difference_low: number | null;
  difference_high: number | null;
  ordered_again: number;
  again_rate: number | null;
  again_low: number | null;
  again_high: number | null;
}
