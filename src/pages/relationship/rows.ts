/** Rows of the exports that the page shows. */

export interface Headline {
  measure: string;
  mean_value: number | null;
  low_limit: number | null;
  high_limit: number | null;
  customers: number;
  contacts: number;
  first_contact_date: string | null;
  last_contact_date: string | null;
  uncounted_contacts: number;
  forbidden_contacts: number | null;
  unowned_due_customers: number | null;
  over_served_customers: number | null;
  over_served_margin: number | null;
  over_served_cost: number | null;
  over_served_losses: number | null;
  due_customers: number | null;
  in_time_customers: number | null;
  in_time_rate: number | null;
  in_time_low: number | null;
  in_time_high: number | null;
  lapsed_customers: number | null;
  lapsed_in_time_customers: number | null;
  lapsed_neglected_customers: number | null;
  overdue_customers: number | null;
  never_customers: number | null;
  overdue_revenue: number | null;
  neglected_customers: number | null;
  as_due_customers: number | null;
  judged_customers: number | null;
  neglected_revenue: number | null;
  contacts_due: number | null;
  contacts_made: number | null;
  contacts_short: number | null;
  contacts_above: number | null;
  all_revenue: number;
  basic_contacts: number | null;
  window_days: number;
  order_days: number;
  grace_days: number;
  few_share: number;
  many_share: number;
  neglected_below: number;
  over_served_above: number;
  over_served_contacts: number;
}

export interface Segment {
  segment: string;
  tier: string | null;
  kind: string | null;
  measure: string;
  customers: number;
  customers_share: number;
  number_class: string;
  revenue: number | null;
  margin: number | null;
  value_per_customer: number | null;
  value_ratio: number | null;
  margin_class: string | null;
  level_position: number | null;
  level: string | null;
  level_reason: string | null;
}

export interface Level {
  position: number | null;
  level: string | null;
  contacts_per_month: number | null;
  meaning: string | null;
  customers: number;
  due_customers: number | null;
  in_time_customers: number | null;
  in_time_rate: number | null;
  neglected_customers: number | null;
  as_due_customers: number | null;
  over_served_customers: number | null;
  contacts_due: number | null;
  contacts_made: number | null;
  contacts_judged: number | null;
  contacts_short: number | null;
  revenue: number | null;
}

export interface Manager {
  dimension: string;
  owner: string | null;
  name: string | null;
  team: string | null;
  status: string | null;
  left_date: string | null;
  customers: number;
  due_customers: number | null;
  in_time_customers: number | null;
  in_time_rate: number | null;
  in_time_low: number | null;
  in_time_high: number | null;
  lapsed_customers: number | null;
  overdue_customers: number | null;
  never_customers: number | null;
  overdue_revenue: number | null;
  neglected_customers: number | null;
  over_served_customers: number | null;
  contacts_due: number | null;
  contacts_made: number | null;
  contacts_short: number | null;
  contacts_above: number | null;
}

interface Listed {
  place: number;
  label: string;
  customer_key: string;
  kind: string;
  owner: string | null;
  tier: string | null;
  level: string;
  contacts_due: number;
  contacts_made: number;
  revenue: number | null;
  next_step_reason: string | null;
}

export interface Overdue extends Listed {
  level_basis: string;
  interval_days: number;
  timing: string;
  contact_days: number | null;
  waiting_days: number;
  overdue_days: number;
  standing: string;
}

export interface OverServed extends Listed {
  contacts_above: number;
  margin: number | null;
  cost_to_serve: number | null;
  profit: number | null;
}

/** A customer whose account manager leaves or has left. */
export interface HandedOver {
  place: number;
  label: string;
  customer_key: string;
  owner: string;
  owner_name: string;
  owner_status: string;
  left_date: string | null;
  level: string;
  timing: string;
  contact_days: number | null;
  waiting_days: number;
  revenue: number | null;
  next_step_reason: string | null;
}

/** A customer that was not to be contacted, and was. */
export interface Forbidden {
  place: number;
  label: string;
  customer_key: string;
  owner: string | null;
  contacts: number;
  campaign_contacts: number;
  last_contact_date: string;
  contact_days: number;
  people: string | null;
}
