import {
  DuckDBDataChunk, DuckDBInstance, type DuckDBConnection, type DuckDBType, type DuckDBValue,
  BIGINT, BOOLEAN, DATE, DOUBLE, INTEGER, TIMESTAMP, VARCHAR, DuckDBDateValue, JSDuckDBValueConverter,
} from "@duckdb/node-api";

/** The only file that knows the database driver. */

export type Row = Record<string, unknown>;
/** Values by column, all of one length. */
export type Columns = Record<string, unknown[]>;
/**
 * The same for numerics: DOUBLE as Float64Array with NaN for NULL, the others as JavaScript values. What is written may
 * be Int32Array for INTEGER too; NaN becomes NULL.
 */
export type NumericColumns = Record<string, unknown[] | Float64Array | Int32Array>;
export type ColumnType = "VARCHAR" | "INTEGER" | "BIGINT" | "DOUBLE" | "BOOLEAN" | "DATE" | "TIMESTAMP";

const types: Record<ColumnType, DuckDBType> = { VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE, TIMESTAMP };
/** The catalog of a file that is written. */
export const WAREHOUSE = "warehouse";
/** DuckDB's vector size: the most rows one chunk holds. */
const CHUNK_ROWS = 2048;

const wilson = (sign: string) => `safe_div(successes + quantile * quantile / 2 ${sign} quantile * sqrt(safe_div(successes::double * (trials - successes), trials) + quantile * quantile / 4), trials + quantile * quantile)`;
/** Functions that models share, each in terms of those before it. */
const macros = [
  // Portable to engines whose integer division truncates, and NULL where a ratio has no meaning.
  "safe_div(dividend, divisor) as dividend::double / nullif(divisor::double, 0.0)",
  // The interval of a rate, see pipeline/statistics/wilson.ts.
  `wilson_low(successes, trials, quantile) as case when trials > 0 and successes = 0 then 0.0 when trials > 0 then ${wilson("-")} end`,
  `wilson_high(successes, trials, quantile) as case when trials > 0 and successes = trials then 1.0 when trials > 0 then ${wilson("+")} end`,
  // How a customer moved revenue from one period to a later one, see marts.changes_by_customer_and_period.
  `change_driver(orders, prior_orders, revenue, prior_revenue, first_deal_date, prior_end_date) as case
    when orders > 0 and prior_orders > 0 and revenue > prior_revenue then 'grown'
    when orders > 0 and prior_orders > 0 and revenue < prior_revenue then 'shrunk'
    when orders > 0 and prior_orders > 0 then 'unchanged'
    when orders > 0 and first_deal_date > prior_end_date then 'new'
    when orders > 0 then 'won back'
    when prior_orders > 0 then 'lost'
    else 'refunded' end`,
  // Expected revenue of a purchase by Gamma-Gamma, see pipeline/statistics/gammaGamma.ts. Refunds may take more than was brought; a spend below nothing is none.
  "expected_spend(p, q, gamma, purchases, revenue) as p * (gamma + greatest(coalesce(revenue, 0), 0)::double) / (p * purchases + q - 1)",
];

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
  /** One for a database in memory unless given, all of the machine's for a file: what is held in memory are a few rows, which take longer to share out than to work on. */
  threads?: number;
  readOnly?: boolean;
}

export class Database {
  private constructor(
    private readonly instance: DuckDBInstance, private readonly connection: DuckDBConnection,
    /** Whether it is written to a file, for others to look into. */
    readonly isWritten: boolean,
  ) {}

  /**
   * Opens a file, or a database in memory for ":memory:". What is written to a file is there for sure only after
   * "checkpoint": a warehouse is built aside and thrown away if its build does not end, so that a log to recover it by
   * would only cost time, most of that of a small project.
   */
  static async open(path = ":memory:", { temporary, memoryLimit, threads, readOnly = false }: DatabaseOptions = {}): Promise<Database> {
    const isFile = path !== ":memory:";
    const isWritten = !readOnly && isFile;
    const workers = threads ?? (isFile ? undefined : 1);
    const instance = await DuckDBInstance.create(isWritten ? ":memory:" : path, {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      ...(readOnly && { access_mode: "READ_ONLY" }),
      ...(temporary && { temp_directory: temporary }),
      ...(memoryLimit && { memory_limit: memoryLimit }),
      ...(workers && { threads: String(workers) }),
    });
    const connection = await instance.connect();
    await connection.run("set TimeZone = 'UTC'");
    if (isWritten) await connection.run(`attach ${quoteText(path)} as ${WAREHOUSE} (recovery_mode no_wal_writes); use ${WAREHOUSE}`);
    if (!readOnly) for (const macro of macros) await connection.run(`create or replace macro ${macro}`);
    return new Database(instance, connection, isWritten);
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

  /**
   * Makes a table and says which columns it has, with their types as SQL. In one call: a call by itself takes longer than a small statement.
   *
   * @param definition what follows its name in the statement: its columns in parentheses, or "as" and a select
   */
  async createTable(table: string, definition: string): Promise<{ name: string; type: string }[]> {
    const sql = `create table ${table} ${definition}`;
    const result = await this.attempt(sql, () => this.connection.run(`${sql};\nfrom ${table} limit 0`));
    return result.columnNames().map((name, index) => ({ name, type: String(result.columnType(index)) }));
  }

  /** Columns as arrays of JavaScript values, in the query's order. */
  async columns(sql: string): Promise<Columns> {
    return (await this.attempt(sql, () => this.connection.runAndReadAll(sql))).getColumnsObjectJS();
  }

  /** Columns to compute with, without an object for each number. */
  async numericColumns(sql: string): Promise<NumericColumns> {
    return this.attempt(sql, async () => {
      const result = await this.connection.run(sql);
      const names = result.columnNames();
      const isDouble = names.map((_, index) => result.columnType(index).typeId === DOUBLE.typeId);
      const parts = names.map((): (Float64Array | unknown[])[] => []);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        for (const [index, column] of parts.entries()) column.push(isDouble[index] ? numbersOf(chunk, index) : chunk.convertColumnValues(index, JSDuckDBValueConverter));
      }
      return Object.fromEntries(names.map((name, index) => [name, isDouble[index] ? joined(parts[index] as Float64Array[]) : (parts[index] as unknown[][]).flat()]));
    });
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
  async append(schema: string, table: string, columnTypes: Record<string, ColumnType>, columns: NumericColumns): Promise<void> {
    const names = Object.keys(columnTypes);
    const length = columns[names[0]!]?.length ?? 0;
    const appender = await this.connection.createAppender(table, schema);
    for (let start = 0; start < length; start += CHUNK_ROWS) {
      const chunk = DuckDBDataChunk.create(names.map((name) => types[columnTypes[name]!]));
      chunk.rowCount = Math.min(CHUNK_ROWS, length - start);
      for (const [index, name] of names.entries()) {
        const values = columns[name]!.slice(start, start + CHUNK_ROWS);
        if (!setNumbers(chunk, index, values, columnTypes[name]!)) chunk.setColumnValues(index, Array.from(values, (value) => toDuckDB(value, columnTypes[name]!)));
      }
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

/** Numbers of a chunk's column of DOUBLE, NaN for NULL. */
function numbersOf(chunk: DuckDBDataChunk, index: number): Float64Array {
  const vector = chunk.getColumnVector(index);
  // The driver keeps them as an array already, and hands them out one by one.
  const { items, validity } = vector as unknown as { items: Float64Array; validity: { itemValid(row: number): boolean } };
  const numbers = items.slice();
  for (let row = 0; row < numbers.length; row++) if (!validity.itemValid(row)) numbers[row] = NaN;
  return numbers;
}

/** Writes whole numbers of a typed array at once, as DOUBLE too where none is NaN; false where values have to be set one by one. */
function setNumbers(chunk: DuckDBDataChunk, index: number, values: NumericColumns[string], type: ColumnType): boolean {
  const isPlain = values instanceof Int32Array ? type === "INTEGER" : values instanceof Float64Array && type === "DOUBLE" && !values.includes(NaN);
  if (!isPlain) return false;
  const vector = chunk.getColumnVector(index);
  (vector as unknown as { items: Float64Array | Int32Array }).items.set(values as Float64Array);
  vector.flush();
  return true;
}

function joined(parts: Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let length = 0;
  for (const part of parts) {
    all.set(part, length);
    length += part.length;
  }
  return all;
}

function toDuckDB(value: unknown, type: ColumnType): DuckDBValue {
  if (value == null || Number.isNaN(value)) return null;
  if (type === "BIGINT") return BigInt(value as number);
  if (type === "DATE" && value instanceof Date) return new DuckDBDateValue(Math.round(value.getTime() / 86_400_000));
  return value as DuckDBValue;
}

/** An identifier as SQL. */
export const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** A text literal as SQL. */
export const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;
