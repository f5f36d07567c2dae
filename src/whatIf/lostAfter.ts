/** Which customers are lost: whoever has not ordered for longer than the horizon, as marts.lost_after has it. */

/** 1 for lost, 0 for active, -1 for who never ordered (NaN). */
export function lostAfter(recencyDays: Float64Array, horizonDays: number): Int8Array {
  return Int8Array.from(recencyDays, (days) => (Number.isNaN(days) ? -1 : days > horizonDays ? 1 : 0));
}
