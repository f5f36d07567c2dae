/** An amount with the four decimals that amounts have: what binary fractions add to a sum is taken off again. */
export const roundAmount = (value: number): number => Math.round(value * 1e4) / 1e4;
