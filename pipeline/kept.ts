import type { ColumnType } from "./engine/database.js";

/** A mart that the next run of the same project knows of. */
interface Kept {
  /** Those of its columns that are kept. */
  columns: Record<string, ColumnType>;
  /** Whether it is what the next run compares itself with: then it is that of the last run of an earlier as-of day. */
  isCompared: boolean;
}

/**
 * Marts that the next run of the same project knows of: each stands there as run.last_<mart>, with these of its columns as
 * they were in the last good run, and empty where there was none. A mart with other columns than the run before had is empty
 * for one night.
 */
export const kept: Record<string, Kept> = {
  rfm_centroids: {
    columns: { cluster: "INTEGER", recency_days: "DOUBLE", orders: "DOUBLE", amount: "DOUBLE", numbers_given: "INTEGER", measured_as: "VARCHAR" },
    isCompared: false,
  },
  customer_standings: {
    columns: {
      customer_id: "VARCHAR", tier: "VARCHAR", tier_position: "INTEGER", profit_class: "VARCHAR", profit_class_position: "INTEGER", rfm_class: "VARCHAR", state: "VARCHAR",
      state_position: "INTEGER", grade: "VARCHAR", grade_position: "INTEGER", revenue: "DOUBLE", exposure: "DOUBLE",
    },
    isCompared: true,
  },
  headline_figures: {
    columns: {
      figure: "VARCHAR", dimension: "VARCHAR", group_name: "VARCHAR", group_kind: "VARCHAR", position: "INTEGER", unit: "VARCHAR", is_lower_better: "BOOLEAN",
      as_of_date: "DATE", value: "DOUBLE",
    },
    isCompared: true,
  },
};
