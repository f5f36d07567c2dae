/** What a figure of the benchmark may be at most. */
export interface Budget {
  most: number;
  /** Whether the most itself is too much. */
  isBelow?: boolean;
}

/** Figures of a benchmark as they are measured, and which of them broke their budget. */
export interface Report {
  /** Tells a figure, with what it may be where that is set. */
  figure(name: string, value: number, format: (value: number) => string, budget?: Budget): void;
  /** A line for each budget that was broken. */
  breaches(): string[];
}

/** @param tell where each line goes */
export function report(tell: (line: string) => void): Report {
  const broken: string[] = [];
  return {
    figure(name, value, format, budget) {
      const limit = budget && `${budget.isBelow ? "under" : "at most"} ${format(budget.most)}`;
      // What could not be measured keeps no budget.
      const isKept = !budget || (budget.isBelow ? value < budget.most : value <= budget.most);
      tell(`${name.padEnd(38)} ${format(value).padStart(12)}  ${limit ?? ""}${isKept ? "" : " ✗"}`.trimEnd());
      if (!isKept) broken.push(`${name}: ${format(value)}, not ${limit}`);
    },
    breaches: () => broken,
  };
}
