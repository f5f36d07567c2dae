/** Rows of the exports that the page reads. */

export interface Trust {
  score: number | null;
  completeness_rate: number | null;
  accuracy_rate: number | null;
  freshness_rate: number | null;
  reason: string | null;
  customers: number | null;
  faulty_customers: number | null;
  judged_customers: number | null;
  fresh_customers: number | null;
  stale_customers: number | null;
  missing_points: number | null;
  wrong_points: number | null;
  stale_points: number | null;
  completeness_weight: number;
  accuracy_weight: number;
  freshness_weight: number;
  poor_score: number;
  freshness_limit_days: number;
  poor_files: number | null;
  likely_duplicates: number | null;
  duplicate_revenue: number | null;
  is_region_supplied: boolean;
  listed_regions: number;
  wanted_fields: number;
  supplied_fields: number;
  unsupplied_fields: number;
  files: number;
  rows_read: number | null;
  rows_accepted: number | null;
  rows_quarantined: number | null;
  order_rows_read: number | null;
  order_rows_lost: number | null;
  order_rows_repeated: number | null;
  order_lost_rate: number | null;
  order_revenue_lost: number | null;
  accepted_rate: number | null;
  values_quarantined: number | null;
  entities_supplied: number;
  entities: number;
  checks: number;
  checks_kept: number;
  checks_broken: number;
}

export interface InputFile {
  entity: string;
  file: string;
  rows_read: number;
  rows_accepted: number;
  rows_quarantined: number;
  rows_repeated: number;
  rows_lost: number;
  values_quarantined: number;
  accepted_rate: number | null;
}

export interface Refusal { entity: string; file: string; refused: "row" | "value"; field: string; rule: string; message: string; cases: number; first_row: number }

export interface RefusalRule { refused: "row" | "value"; rule: string; cases: number; files: number; entity: string; file: string; field: string; message: string; place_cases: number; first_row: number }

export interface Field {
  field: string;
  meaning: string;
  /** Whether an empty one is missing; else the field is only checked. */
  is_wanted: boolean;
  customers: number;
  fields_filled: number | null;
  fields_wrong: number | null;
  completeness_rate: number | null;
  accuracy_rate: number | null;
  score: number | null;
  reason: string | null;
  faulty_customers: number | null;
  lost_points: number | null;
}

export interface FileError { field: string; rule: string; message: string; is_refused: boolean; is_suspect: boolean; customers: number }

export interface Group {
  dimension: "all" | "kind" | "owner" | "source" | "region";
  member: string;
  /** Whether the files have none, so that the member is no name. */
  is_missing: boolean;
  customers: number;
  stale_customers: number;
  poor_customers: number;
  completeness_rate: number | null;
  accuracy_rate: number | null;
  freshness_rate: number | null;
  score: number | null;
  lost_points: number | null;
  excess_points: number | null;
  is_notable: boolean | null;
}

export interface AgeBand { position: number; file_age: string; from_days: number | null; to_days: number | null; is_fresh: boolean | null; customers: number; customers_share: number; poor_customers: number }

export interface PoorFile {
  place: number;
  customer_key?: string;
  label: string;
  kind: string;
  owner: string | null;
  revenue: number | null;
  score: number;
  completeness_rate: number | null;
  age_days: number | null;
  missing_fields: string | null;
  wrong_fields: string | null;
}

export interface Duplicate { place: number; customer_key?: string; original_key?: string; label: string; original_label: string; kind: string; owner: string | null; matched_by: string; revenue: number | null }

export interface SuppliedEntity {
  entity: string;
  is_supplied: boolean;
  grain: string;
  enables: string;
  accepted_rows: number | null;
  mapped_fields: number;
  fields: number;
  unused_rows: number | null;
  first_date: string | null;
  last_date: string | null;
  days_since_last: number | null;
}

export interface MappedField { entity: string; field: string; meaning: string; is_mapped: boolean; filled_rate: number | null }

export interface Check { subject: string; title: string; severity: string; path: string; line: number; fix: string | null; bad_rows: number; result: "kept" | "broken" }
