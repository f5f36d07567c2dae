import { t } from "../../lib/language.js";

/** What the database says of a query that it refuses. */
export interface QueryError {
  message: string;
  /** Line of the query that it names, from 1. */
  line: number | undefined;
}

/**
 * Reads a message of DuckDB. What it advises on extensions cannot be followed here, and of the tables it knows those alone
 * that were loaded.
 *
 * @param nearest gives the table whose name is most like another name, if any is
 */
export async function queryError(error: unknown, nearest: (name: string) => Promise<string | undefined>): Promise<QueryError> {
  const said = textOf(error instanceof Error ? error.message : String(error));
  if (said === "no statements") return { message: t`There is no query to run.`, line: undefined };
  const line = /^LINE (\d+):/m.exec(said)?.[1];
  return { message: await advised(said, nearest), line: line === undefined ? undefined : Number(line) };
}

async function advised(said: string, nearest: (name: string) => Promise<string | undefined>): Promise<string> {
  const extension = /it exists in the (\w+) extension/.exec(said)?.[1];
  if (extension !== undefined) {
    return `${said.replace(/\n+Please try installing[\s\S]*?(?=\n+LINE |$)/, "")}\n\n${t`The extension ${extension} is not part of this site, which works without a network and loads none.`}`;
  }
  const table = /^Catalog Error: Table with name (\w+) does not exist!/.exec(said)?.[1];
  if (table === undefined) return said;
  const near = await nearest(table);
  return said.replace(/\nDid you mean .*/, near === undefined ? "" : `\n${t`Did you mean ${near}?`}`);
}

/** A parser's message comes as JSON, all others as text. */
function textOf(message: string): string {
  if (!message.startsWith("{\"exception_type\"")) return message;
  const { exception_type: type, exception_message: text } = JSON.parse(message) as { exception_type: string; exception_message: string };
  return `${type} Error: ${text}`;
}
