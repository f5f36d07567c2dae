/** Totals of what changed since the last run: exports/changes/changes_headline. */
export interface Headline {
  before_date: string;
  customers: number; moved_customers: number;
  worse_customers: number; worse_at_stake: number | null;
  better_customers: number; better_at_stake: number | null;
  came_customers: number; came_at_stake: number | null;
  went_customers: number; went_at_stake: number | null;
}

export type Unit = "reporting currency" | "share" | "customers" | "orders" | "days" | "points";

export interface Figure {
  figure: string; unit: Unit; before_date: string | null;
  before: number | null; now: number | null; change: number | null; change_rate: number | null;
  is_better: boolean | null; change_rank: number | null;
}

/** The group of a dimension that moved a figure most. */
export interface Group { figure: string; dimension: string; title: string; group_name: string; group_kind: string; change: number; change_share: number | null; is_better: boolean | null }

export type Direction = "worse" | "better" | "other" | "came" | "went";

export interface Move { attribute: string; before: string; now: string; direction: Direction; customers: number; at_stake: number | null }

export interface Moved {
  direction: "worse" | "better"; place: number;
  label: string; customer_key: string; owner: string | null; at_stake: number | null;
  tier_before: string | null; tier_now: string | null;
  state_before: string | null; state_now: string | null;
  grade_before: string | null; grade_now: string | null;
  profit_class_before: string | null; profit_class_now: string | null;
  rfm_class_before: string | null; rfm_class_now: string | null;
  next_step: string | null; next_step_reason: string | null;
}
