/** Rows of the exports that the page shows. */

export interface Group {
  dimension: string;
  owner: string | null;
  name: string | null;
  team: string | null;
  status: string | null;
  left_date: string | null;
  customers: number;
  buying_customers: number;
  won_customers: number;
  lost_customers: number;
  lost_revenue: number | null;
  held_revenue: number;
  held_revenue_share: number | null;
  held_margin: number | null;
  held_margin_share: number | null;
  key_customers: number;
  key_customers_share: number | null;
  sole_key_customers: number | null;
  open_leads: number | null;
  unvalued_leads: number | null;
  pipeline_amount: number | null;
  orders: number;
  revenue: number;
  revenue_share: number | null;
  prior_revenue: number | null;
  growth_rate: number | null;
  growth_reason: string | null;
  margin: number | null;
  margin_rate: number | null;
  due_customers: number | null;
  in_time_customers: number | null;
  in_time_rate: number | null;
  in_time_low: number | null;
  in_time_high: number | null;
  commission: number | null;
  commission_rate: number | null;
  loss_commission: number | null;
  commission_reason: string | null;
}

export interface Concentration {
  measure: string;
  total: number | null;
  held: number | null;
  held_share: number | null;
  holders: number;
  top_owner: string | null;
  top_name: string | null;
  top_value: number | null;
  top_share: number | null;
  hhi: number | null;
  effective_holders: number | null;
  reason: string | null;
  concentrated_share: number;
}

export interface KeyCustomer {
  place: number;
  label: string;
  customer_key: string;
  kind: string;
  owner: string;
  owner_name: string;
  owner_status: string | null;
  left_date: string | null;
  revenue: number | null;
  margin: number | null;
  last_contact_date: string | null;
  contact_days: number | null;
  timing: string | null;
  next_step_reason: string | null;
}

export interface Rate {
  place: string;
  owner: string | null;
  team: string | null;
  channel: string | null;
  rate: number;
  base: string;
  valid_from: string | null;
  orders: number;
  base_amount: number | null;
  commission: number | null;
}
