/** Rows of the exports what_if_...: the rules as they are. */

export interface SettingRow {
  setting: string;
  value: number | null;
  choice: string | null;
  default_file: string;
  default_line: number;
  project_file: string;
  project_line: number | null;
  settings_line: number | null;
}

export interface TierRow { position: number; tier: string; top_share: number; action: string }

export interface GradeRow {
  position: number;
  grade: string;
  min_score: number | null;
  weakness: number;
  is_watched: boolean;
  terms: string;
  limit: string;
  prepayment: string;
}

export interface HorizonRow { days: number | null; quantile_days: number | null; gaps: number; share: number | null; basis: "setting" | "quantile" | "least" | "most" | null }
