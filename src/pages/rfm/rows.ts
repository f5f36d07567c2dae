/** Rows of the exports that the page reads. */

export interface Summary {
  window_days: number | null;
  history_start_date: string | null;
  amount_is: "total" | "mean";
  customers: number;
  mean_recency_days: number;
  mean_orders: number;
  mean_amount: number;
  /** Of a selection: the means of all customers, which part better from worse. */
  all_mean_recency_days?: number;
  all_mean_orders?: number;
  all_mean_amount?: number;
  best_decision: string;
  best_customers: number;
  best_customer_share: number;
  best_revenue: number;
  best_revenue_share: number | null;
  top_segment: string;
  top_customers: number;
  top_revenue_share: number | null;
  fading_customers: number;
  fading_revenue: number;
  fading_revenue_share: number | null;
  recency_better_customers: number;
  frequency_better_customers: number;
  monetary_better_customers: number;
  clusters: number | null;
  silhouette: number | null;
  stability: number | null;
  explained_share: number | null;
  preferred_clusters: number;
  useful_clusters: number;
  min_share: number;
  min_stability: number;
}

export interface Group {
  scheme: "segment" | "class" | "decision" | "cluster";
  position: number;
  name: string;
  name_zh: string | null;
  action: string;
  customers: number;
  customer_share: number;
  revenue: number;
  revenue_share: number | null;
  mean_recency_days: number | null;
  mean_orders: number | null;
  mean_amount: number | null;
  recency_is_better: boolean | null;
  frequency_is_better: boolean | null;
  monetary_is_better: boolean | null;
  decision: string | null;
}

export interface ListedCustomer { decision: string; place: number; customer_key?: string; label: string; recency_days: number; orders: number; revenue: number; next_step_reason: string | null }

export interface Cell { recency_score: number; frequency_score: number; customers: number; customer_share: number; revenue: number; revenue_share: number | null }

export interface ScoreRange { measure: "recency" | "frequency" | "monetary"; score: number; customers: number; customer_share: number; lowest: number | null; highest: number | null }

export interface Cut { cut: number; share: number; recency_quantile_days: number; orders_quantile: number; amount_quantile: number; recency_bound_days: number; orders_bound: number; amount_bound: number }

export interface Cluster {
  cluster: number;
  cluster_label: string;
  class_zh: string;
  action: string | null;
  customers: number;
  customer_share: number;
  revenue: number;
  revenue_share: number | null;
  mean_recency_days: number | null;
  /** Medians are not known of a selection. */
  median_recency_days: number | null;
  mean_orders: number | null;
  median_orders: number | null;
  mean_amount: number | null;
  median_amount: number | null;
}

export interface ClusterName { cluster: number; state: "kept" | "new" | "gone"; moved: number | null }

export interface Scheme { scheme: string; position: number; segment: string; is_shown: boolean; action: string; customers: number; customer_share: number | null; revenue: number; revenue_share: number | null }

export interface Weight { measure: "recency" | "frequency" | "monetary"; weight: number; source: "judgements" | "settings"; top_customers: number; falls_to: number | null; rises_to: number | null; class_tau: number | null; decision_tau: number | null; limit_ratio: number }

export interface WeightTrial { measure: "recency" | "frequency" | "monetary"; change: number; weight: number; tau: number | null; compared_customers: number; top_customers: number; top_kept: number }

export interface Expert { is_combined: boolean; expert: string; experts: number; recency_weight: number; frequency_weight: number; monetary_weight: number; lambda_max: number; consistency_index: number; random_index: number; consistency_ratio: number; is_consistent: boolean }

export interface Choice { clusters: number; compared_customers: number | null; within_ss: number | null; explained_share: number | null; silhouette: number | null; stability: number | null; measured_customers: number | null; smallest_share: number | null; is_chosen: boolean; reason: string }

export interface Measure { measure: "recency" | "frequency" | "monetary"; is_log: boolean }

export interface Difference { cluster: number; cluster_label: string; customers: number; measure: "recency" | "frequency" | "monetary"; is_log: boolean; middle: number; difference: number | null }

export interface DrawnCustomer { recency_days: number; amount: number; cluster: number | null }

export interface Agreement { scheme: string; other_scheme: string; customers: number; adjusted_rand_index: number | null; majority_share: number }

export interface Overlap { scheme: string; other_scheme: string; name: string; other_name: string; customers: number; share_of_name: number; share_of_other: number }
