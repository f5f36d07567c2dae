import {
  DuckDBDataChunk, DuckDBInstance, type DuckDBConnection, type DuckDBType, type DuckDBValue,
  BIGINT, BOOLEAN, DATE, DOUBLE, INTEGER, TIMESTAMP, VARCHAR, DuckDBDateValue,
} from "@duckdb/node-api";

/** The only file that knows the database driver. */

export type Row = Record<string, unknown>;
/** Values by column, all of one length. */
export type Columns = Record<string, unknown[]>;
export type ColumnType = "VARCHAR" | "INTEGER" | "BIGINT" | "DOUBLE" | "BOOLEAN" | "DATE" | "TIMESTAMP";

const types: Record<ColumnType, DuckDBType> = { VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE, TIMESTAMP };
/** DuckDB's vector size: the most rows one chunk holds. */
const CHUNK_ROWS = 2048;

/** What DuckDB says of a statement it refuses, with the statement. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
  constructor(message: string, readonly sql: string) {
    super(message);
  }
}

export interface DatabaseOptions {
  /** Where DuckDB may spill; beside the database file unless given. */
  temporary?: string;
  memoryLimit?: string;
  threads?: number;
  readOnly?: boolean;
}

export class Database {
  private constructor(private readonly instance: DuckDBInstance, private readonly connection: DuckDBConnection) {}

  /** Opens a file, or a database in memory for ":memory:". */
  static async open(path = ":memory:", { temporary, memoryLimit, threads, readOnly = false }: DatabaseOptions = {}): Promise<Database> {
    const instance = await DuckDBInstance.create(path, {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      ...(readOnly && { access_mode: "READ_ONLY" }),
      ...(temporary && { temp_directory: temporary }),
      ...(memoryLimit && { memory_limit: memoryLimit }),
      ...(threads && { threads: String(threads) }),
    });
    const connection = await instance.connect();
    await connection.run("set TimeZone = 'UTC'");
    // Portable to engines whose integer division truncates, and NULL where a ratio has no meaning.
    if (!readOnly) await connection.run(
      "create or replace macro safe_div(dividend, divisor) as dividend::double / nullif(divisor::double, 0.0)",
    );
    return new Database(instance, connection);
  }

  /**
   * From now on the database reads and writes files below these folders alone, loads nothing and keeps its settings:
   * whatever a project or a model asks of it.
   */
  async confine(folders: string[]): Promise<void> {
    await this.run(`set allowed_directories = [${folders.map(quoteText).join(", ")}]`);
    await this.run("set enable_external_access = false");
    await this.run("set lock_configuration = true");
  }

  async run(sql: string, values?: Record<string, DuckDBValue>): Promise<void> {
    await this.attempt(sql, () => this.connection.run(sql, values));
  }

  /** Rows as objects of JavaScript values: BIGINT as bigint, DATE and TIMESTAMP as Date, DECIMAL as number. */
  async rows<T = Row>(sql: string, values?: Record<string, DuckDBValue>): Promise<T[]> {
    return (await this.attempt(sql, () => this.connection.runAndReadAll(sql, values))).getRowObjectsJS() as T[];
  }

  /** Columns as arrays of JavaScript values, in the query's order. */
  async columns(sql: string): Promise<Columns> {
    return (await this.attempt(sql, () => this.connection.runAndReadAll(sql))).getColumnsObjectJS();
  }

  private async attempt<T>(sql: string, statement: () => Promise<T>): Promise<T> {
    try {
      return await statement();
    } catch (error) {
      throw new DatabaseError((error as Error).message, sql);
    }
  }

  /** The one row of a query. */
  async row<T = Row>(sql: string, values?: Record<string, DuckDBValue>): Promise<T> {
    const rows = await this.rows<T>(sql, values);
    if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}: ${sql}`);
    return rows[0]!;
  }

  /** Writes columns to a table that exists, by chunks. */
  async append(schema: string, table: string, columnTypes: Record<string, ColumnType>, columns: Columns): Promise<void> {
    const names = Object.keys(columnTypes);
    const length = columns[names[0]!]?.length ?? 0;
    const appender = await this.connection.createAppender(table, schema);
    for (let start = 0; start < length; start += CHUNK_ROWS) {
      const chunk = DuckDBDataChunk.create(names.map((name) => types[columnTypes[name]!]));
      chunk.setColumns(names.map((name) =>
        columns[name]!.slice(start, start + CHUNK_ROWS).map((value) => toDuckDB(value, columnTypes[name]!))));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  /** Ends the statement that runs, which then fails. */
  interrupt(): void {
    this.connection.interrupt();
  }

  /** Closes the file; what was committed is in it, with no write-ahead log left. */
  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

function toDuckDB(value: unknown, type: ColumnType): DuckDBValue {
  if (value == null) return null;
  if (type === "BIGINT") return BigInt(value as number);
  if (type === "DATE" && value instanceof Date) return new DuckDBDateValue(Math.round(value.getTime() / 86_400_000));
  return value as DuckDBValue;
}

/** An identifier as SQL. */
export const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** A text literal as SQL. */
export const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;
