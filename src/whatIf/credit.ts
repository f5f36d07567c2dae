import { roundAmount } from "../lib/amount.js";
/**
 * Credit grades with other least scores, by the rule of marts.statement_grades and marts.client_solvency: the best grade
 * whose least score is reached, but no better than what caps the client; without a score the last one, "not graded".
 */

export interface GradeRule {
  /** Least score; null for the last grade, of those that cannot be graded. */
  minScore: number | null;
  /** Share of what a client of the grade owes that counts as at risk. */
  weakness: number;
}

/** The place of each client's grade, from 0, the best. Scores and caps that are not there are NaN; a cap is a place, from 0. */
export function gradeClients(scores: Float64Array, caps: Float64Array, grades: readonly GradeRule[]): Int8Array {
  const last = grades.length - 1;
  const places = new Int8Array(scores.length);
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    let grade = 0;
    while (grade < last && !(score >= grades[grade]!.minScore!)) grade++;
    const cap = caps[row]!;
    places[row] = grade < last && cap > grade ? cap : grade;
  }
  return places;
}

/** What is at risk: the exposure by the weakness of the grade, or by what counts whatever the grade if that is more. */
export function atRisk(exposure: Float64Array, leastWeakness: Float64Array, places: Int8Array, grades: readonly GradeRule[]): Float64Array {
  return exposure.map((amount, row) => {
    const weakness = grades[places[row]!]!.weakness;
    const least = leastWeakness[row]!;
    return roundAmount(amount * (least > weakness ? least : weakness));
  });
}
