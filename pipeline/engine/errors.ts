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

const places = "name another place with --build-dir or --out";
const rights = "give the user who runs Clientele the right to it, or name another place or file";
const absent = "see what removed it while the command ran, and start again";

/** What a machine refuses: by Node's code, DuckDB's words for it, what it means and what a person can do. */
const refusals: [code: string, words: RegExp, what: string, fix: string][] = [
  ["ENOSPC", /No space left on device|max_temp_directory_size/, "the disk is full", "free some space there, or name another place with --build-dir"],
  ["EDQUOT", /Disk quota exceeded/, "the disk quota is used up", "free some space there, or name another place with --build-dir"],
  ["EFBIG", /File too large/, "a file grew larger than the system allows", "raise the limit (ulimit -f), or name another place with --build-dir"],
  ["EROFS", /Read-only file system/, "the file system can only be read", places],
  ["EACCES", /Permission denied/, "permission denied", rights],
  ["EPERM", /Operation not permitted/, "the system does not permit it", rights],
  ["ENOTDIR", /Not a directory/, "a file stands where a folder should be", places],
  ["EEXIST", /File exists/, "a file stands where a folder should be", places],
  ["ENOENT", /No such file or directory/, "a file or folder is not there any more", absent],
  ["ENOSPC", /could not write/i, "a file could not be written: the disk may be full", "free some space there, or name another place with --build-dir"],
];
/** What DuckDB says of one statement can be the whole disk's fault. */
const fullDisk = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/**
 * An error of the system, Node's or DuckDB's, as what a person can mend; undefined for a bug.
 *
 * @param code folder of the program, in which a missing file is a bug
 * @param place where the command writes, for errors that name no path
 */
export function machineProblem(error: unknown, code: string, place?: string): Problem | undefined {
  if (error instanceof UserError) {
    const found = error.problems.map(({ what }) => refusalOf(what)).find((refusal) => refusal && fullDisk.has(refusal.code));
    return found && problemOf(found, place);
  }
  if (!(error instanceof Error)) return undefined;
  const found = refusalOf(error.message);
  if (!found) return undefined;
  const path = (error as NodeJS.ErrnoException).path ?? found.path;
  const isOwn = ["pipeline", "src", "node_modules"].some((folder) => path?.startsWith(`${code}/${folder}/`));
  // What Framework does not find is what a page asks for.
  if (found.code === "ENOENT" && (path === undefined || isOwn || !error.message.startsWith(found.line))) return undefined;
  return problemOf({ ...found, path }, place);
}

interface Refusal { code: string; line: string; path?: string; what: string; fix: string }

/** `ENOSPC: no space left on device, write`, also within what a child process printed; `IO Error: Could not write file "x": ...`. */
function refusalOf(message: string): Refusal | undefined {
  const node = /\b(E[A-Z]{4,6}): [a-z][^\n]*, [a-z]+\b[^\n]*/.exec(message);
  const duckdb = node ? null : /\b(?:IO|FATAL|TransactionContext|Out of Memory) Error: [^]*/.exec(message);
  const found = refusals.find(([code, words]) => (node ? node[1] === code : duckdb && words.test(duckdb[0])));
  if (!found) return undefined;
  const line = (node ?? duckdb)![0].split("\n")[0]!;
  return { code: found[0], what: found[2], fix: found[3], line, path: /'(\/[^']*)'|"(\/[^"]*)"/.exec(line)?.slice(1).find(Boolean) };
}

const problemOf = ({ what, line, path, fix }: Refusal, place: string | undefined): Problem => ({ what: `${what} (${line})`, where: path ?? place, fix });
