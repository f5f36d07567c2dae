import { formatProblem, type Problem } from "./errors.js";

/** Where the run reports to. Steps nest no deeper than one: a step, and what it counted. */
export interface Log {
  /** A stage of the run begins or makes progress: "sources", "orders: 60,000 rows". */
  step(stage: string, message: string, figures?: Record<string, unknown>): void;
  /** One of many like it: shown while it lasts, on a terminal. */
  progress(stage: string, message: string, figures?: Record<string, unknown>): void;
  warn(problem: Problem): void;
  error(problem: Problem): void;
  /** The closing table: label and value. */
  summary(rows: [label: string, value: string][], figures: Record<string, unknown>): void;
}

type Write = (line: string) => void;

/**
 * Lines for a person: one a step, the problems in full.
 *
 * @param status shows a line that the next one replaces; left out where the output is no terminal
 */
export function textLog(output: Write, status?: Write): Log {
  const write = (line: string) => {
    status?.("");
    output(line);
  };
  return {
    progress: (stage, message) => status?.(`${stage.padEnd(9)} ${message}`),
    step: (stage, message) => write(`${stage.padEnd(9)} ${message}`),
    warn: (problem) => write(formatProblem(problem).replace(/^✖/, "⚠")),
    error: (problem) => write(formatProblem(problem)),
    summary(rows) {
      const width = Math.max(...rows.map(([label]) => label.length));
      write("");
      for (const [label, value] of rows) write(`${label.padEnd(width)}  ${value}`);
    },
  };
}

/** One JSON object a line, for machines: `{"level", "event", ...}`. */
export function jsonLog(write: Write): Log {
  const line = (level: string, event: string, fields: object) => write(JSON.stringify({ level, event, ...fields }));
  return {
    step: (stage, message, figures) => line("info", "step", { stage, message, ...figures }),
    progress: (stage, message, figures) => line("debug", "progress", { stage, message, ...figures }),
    warn: (problem) => line("warn", "problem", problem),
    error: (problem) => line("error", "problem", problem),
    summary: (_, figures) => line("info", "summary", figures),
  };
}

/** Says nothing: for callers that only want the result. */
export const silentLog: Log = { step() {}, progress() {}, warn() {}, error() {}, summary() {} };
