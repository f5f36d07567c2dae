/** Something a person can mend: what is wrong, where, and what to do about it. */
export interface Problem {
  what: string;
  /** `file:line`, `file:line:column`, or `file row n`. */
  where?: string;
  fix?: string;
}

/**
 * A person's mistake, or several of them found in one step. The command line prints all of them without a stack and
 * exits with 1; every other error is a bug and keeps its stack.
 */
export class UserError extends Error {
  override name = "UserError";
  constructor(readonly problems: Problem[]) {
    super(problems.map((problem) => problem.what).join("\n"));
  }
}

export function fail(what: string, where?: string, fix?: string): never {
  throw new UserError([{ what, where, fix }]);
}

/** Throws all the problems at once, if there are any. */
export function failIfAny(problems: Problem[]): void {
  if (problems.length > 0) throw new UserError(problems);
}

export function formatProblem({ what, where, fix }: Problem): string {
  return [`✖ ${what}`, where && `  → at ${where}`, fix && `  ${fix}`].filter(Boolean).join("\n");
}
