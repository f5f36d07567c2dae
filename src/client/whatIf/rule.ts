/** A rule that a reader tries other values of. */
export interface Rule {
  /** Takes up what the address says, and draws it. */
  read(parameters: URLSearchParams): void;
  /** Puts what differs from the rule in force into the address. */
  write(parameters: URLSearchParams): void;
}
