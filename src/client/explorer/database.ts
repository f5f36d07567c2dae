import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { Field, RecordBatch } from "apache-arrow";
import { fetchData, fetchUnpacked, here } from "../site.js";
import type { DatabaseProgram } from "./program.js";

/** What a query gave, by column. */
export interface QueryResult {
  fields: Field[];
  batches: RecordBatch[];
  rows: number;
  /** Whether it was ended at MOST_ROWS. */
  isCut: boolean;
}

/** Rows of a result that are kept: more would fill the memory of the page. */
export const MOST_ROWS = 1_000_000;

/**
 * What a query may not do is refused at once: loading an extension and reading a file would ask a host, and wait. Tables
 * stand where they stand in the warehouse, under `exports`, and need no such name; safe_div is the macro of the models.
 */
const PREPARATION = `
  set autoinstall_known_extensions = false;
  set autoload_known_extensions = false;
  set enable_external_access = false;
  create schema exports;
  use exports;
  create macro main.safe_div(dividend, divisor) as dividend::double / nullif(divisor::double, 0.0);
  set lock_configuration = true`;

/** DuckDB in a worker of its own. */
export class BrowserDatabase {
  readonly #tables = new Set<string>();

  private constructor(private readonly connection: AsyncDuckDBConnection) {}

  /**
   * Loads the database's program and starts it.
   *
   * @param signal ends it, in the middle of whatever it does: what was asked of it then never answers
   */
  static async start({ worker: script, program }: DatabaseProgram, signal: AbortSignal): Promise<BrowserDatabase> {
    const bytes = await fetchUnpacked(`assets/${program}`, signal);
    signal.throwIfAborted();
    const worker = new Worker(`${here.root}assets/${script}`);
    signal.addEventListener("abort", () => worker.terminate());
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    const url = URL.createObjectURL(new Blob([bytes], { type: "application/wasm" }));
    try {
      await database.instantiate(url);
    } finally {
      URL.revokeObjectURL(url);
    }
    await database.open({});
    const connection = await database.connect();
    await connection.query(PREPARATION);
    return new BrowserDatabase(connection);
  }

  /** Whether the rows of a table are in it. */
  has(table: string): boolean {
    return this.#tables.has(table);
  }

  /** Loads the rows of an export. */
  async load(table: string): Promise<void> {
    if (this.has(table)) return;
    await this.connection.insertArrowFromIPCStream(await fetchData(`explorer/${table}.arrow.gz`), { name: table, schema: "exports", create: true });
    this.#tables.add(table);
  }

  /** Runs statements and gives the result of the last. */
  async query(sql: string): Promise<QueryResult> {
    const reader = await (await this.connection.send(sql, true)).open();
    const { fields } = reader.schema;
    const batches: RecordBatch[] = [];
    let rows = 0;
    for await (const batch of reader) {
      batches.push(batch);
      rows += batch.numRows;
      if (rows >= MOST_ROWS) {
        await this.connection.cancelSent();
        return { fields, batches, rows, isCut: true };
      }
    }
    return { fields, batches, rows, isCut: false };
  }

  /** Of some words the one most like another word, if less than half of it differs. */
  async nearest(word: string, words: Iterable<string>): Promise<string | undefined> {
    const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
    const { batches } = await this.query(`select word from (values ${Array.from(words, (one) => `(${quoted(one)})`).join(", ")}) as words (word)
      where levenshtein(word, ${quoted(word.toLowerCase())}) < ${word.length} / 2 order by levenshtein(word, ${quoted(word.toLowerCase())}), word limit 1`);
    return (batches[0]?.getChildAt(0)?.get(0) as string | null | undefined) ?? undefined;
  }
}
