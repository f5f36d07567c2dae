import type { Column } from "../components/dataTable.js";
import { gradeBadge } from "../components/gradeBadge.js";
import { element } from "../lib/element.js";
import { integer, words, type Format } from "../lib/format.js";
import { t } from "../lib/language.js";

/** What says whether a customer's growth is worth having: what it leaves, and whether it can pay. */
export interface Worth {
  /** NULL where the cost of what it bought is not known. */
  profit: number | null;
  /** NULL for who is no client on credit. */
  grade: string | null;
  is_weak: boolean | null;
}

/** Of what is longer than a grade, words are enough: not graded. */
const LETTERS = 2;

/** What each leaves; no column where that is known of nobody. */
export const profitColumn = <T extends Worth>(rows: T[], money: Format, hasCost: boolean): Column<T>[] => (rows.every(({ profit }) => profit === null) ? [] : [{
  label: hasCost ? t`Profit` : t`Margin`, align: "right",
  value: ({ profit }) => (profit !== null && profit < 0 ? element("span", { class: "bad" }, money(profit)) : money(profit)),
}]);

/** Whether each can pay: of clients on credit alone. */
export const gradeColumn = <T extends Worth>(): Column<T> => ({
  label: t`Credit grade`, value: ({ grade, is_weak: isWeak }) => (grade === null ? null : grade.length > LETTERS ? element("small", {}, words(grade)) : gradeBadge(grade, isWeak ? "bad" : "neutral")),
});

/** How many of these lose money or may not pay; null where none does. */
export function doubts(rows: Worth[]): string | null {
  const losing = rows.filter(({ profit }) => profit !== null && profit < 0).length;
  const weak = rows.filter(({ is_weak: isWeak }) => isWeak).length;
  const all = integer(rows.length);
  if (losing > 0 && weak > 0) return t`Of these ${all}, ${integer(losing)} at a loss and ${integer(weak)} with a weak credit grade`;
  if (losing > 0) return t`Of these ${all}, ${integer(losing)} at a loss`;
  return weak > 0 ? t`Of these ${all}, ${integer(weak)} with a weak credit grade` : null;
}
