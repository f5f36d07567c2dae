/** A row of the export customer_index: what is known of a customer at a glance. */
export interface CustomerRow {
  customer_key: string;
  label: string;
  kind: string | null;
  region: string | null;
  tier: string | null;
  segment: string | null;
  owner: string | null;
  grade: string | null;
  recency_days: number | null;
  current_orders: number | null;
  current_revenue: number | null;
  prior_revenue: number | null;
  driver: string | null;
  profit: number | null;
  overdue_amount: number | null;
  churn_probability: number | null;
  next_step_reason: string | null;
}

/**
 * What a customer's revenue changed by. Without an order in one of the two windows nothing came in there; without a driver
 * nothing is known of the earlier one, or it bought in neither.
 */
export const changeOf = ({ driver, current_revenue: current, prior_revenue: prior }: Pick<CustomerRow, "driver" | "current_revenue" | "prior_revenue">): number | null =>
  (driver === null ? null : (current ?? 0) - (prior ?? 0));

/** What the list can be ordered by. */
export const customerOrders = ["current_revenue", "change", "gain", "profit", "overdue_amount", "recency_days", "label"] as const;
export type CustomerOrder = (typeof customerOrders)[number];
