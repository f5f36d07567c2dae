/** How many prospects are open, and what became of all. */
export interface Headline {
  leads: number;
  open_leads: number;
  won_leads: number;
  lost_leads: number;
  undated_leads: number;
  won_rate: number | null;
  won_low: number | null;
  won_high: number | null;
  current_closed: number;
  current_won_rate: number | null;
  prior_closed: number;
  prior_won_rate: number | null;
  won_change: number | null;
  change_low: number | null;
  change_high: number | null;
  win_days: number | null;
  win_days_p90: number | null;
  loss_days: number | null;
  loss_days_p90: number | null;
  open_age_days: number | null;
  stale_leads: number;
  stale_amount: number | null;
  pipeline_amount: number | null;
  unvalued_leads: number;
  weighted_amount: number | null;
  unweighted_leads: number;
  stale_weighted: number | null;
  classed_leads: number;
  ideal_leads: number;
  ideal_stale: number;
  ranked_leads: number;
  stop_leads: number;
  stop_amount: number | null;
  stale_chance: number | null;
  stale_closed: number | null;
  stale_days: number;
  window_days: number;
  confidence: number;
}

/** An open lead to work on. */
export interface Lead {
  place: number;
  label: string;
  class: string;
  standing: string;
  step: string;
  unknown_traits: string | null;
  expected_amount: number;
  chance: number;
  chance_basis: string;
  weighted_amount: number;
  age_days: number;
  is_stale: boolean;
  source: string | null;
  region: string | null;
  owner: string | null;
}

/** Leads of a class, source, owner, region or lost reason. */
export interface Group {
  dimension: string;
  group_name: string | null;
  position: number | null;
  standing: string | null;
  step: string | null;
  leads: number;
  leads_share: number;
  open_leads: number;
  won_leads: number;
  lost_leads: number;
  undated_leads: number;
  won_rate: number | null;
  won_low: number | null;
  won_high: number | null;
  win_days: number | null;
  win_days_p90: number | null;
  loss_days: number | null;
  open_age_days: number | null;
  stale_leads: number;
  stale_amount: number | null;
  pipeline_amount: number | null;
  unvalued_leads: number;
  weighted_amount: number | null;
}

/** Share won some months after leads were recorded. */
export interface Conversion {
  dimension: string;
  source: string | null;
  months: number;
  followed_months: number | null;
  leads: number;
  young_leads: number;
  undated_leads: number;
  won_leads: number;
  won_rate: number | null;
  won_low: number | null;
  won_high: number | null;
}

/** The customers that leads of a source became, some days later. */
export interface SourceCustomers {
  dimension: string;
  source: string | null;
  days: number;
  won_leads: number;
  unnamed_leads: number;
  other_leads: number;
  new_customers: number;
  never_customers: number;
  undated_customers: number;
  young_customers: number;
  customers: number;
  stayed_customers: number;
  stayed_rate: number | null;
  stayed_low: number | null;
  stayed_high: number | null;
  revenue_per_customer: number | null;
  revenue_low: number | null;
  revenue_high: number | null;
  margin_per_customer: number | null;
}
