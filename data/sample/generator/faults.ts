import { Random } from "./random.js";
import { isLine, line, type Line, type Row, type Table } from "./tables.js";

/** Rows that are wrong in one way. The rules are named as the contracts name them. */
export interface Fault {
  rule: string;
  /** Canonical field that is wrong; none where the line as such is broken. */
  field?: string;
  rows: number;
  /** First cells of the rows. */
  ids: string[];
}

/** What one file holds: for each reason, the rows that must be refused, and those that lose a value only. */
export interface FileReport {
  entity: string;
  rows: number;
  refused: number;
  refusedBy: Fault[];
  valuesLostBy: Fault[];
}

/** Plants faults in a table, each in a row of its own, and keeps account of them. */
export class Spoiler {
  private readonly random: Random;
  private readonly touched = new Set<string[]>();
  private readonly added: { position: number; row: Row }[] = [];
  private readonly refusedBy: Fault[] = [];
  private readonly valuesLostBy: Fault[] = [];
  private readonly sound: string[][];

  constructor(readonly table: Table) {
    this.random = new Random(`faults ${table.path}`);
    this.sound = table.rows.filter((row): row is string[] => !isLine(row));
  }

  column(title: string): number {
    const index = this.table.header.indexOf(title);
    if (index < 0) throw new Error(`${this.table.path} has no column ${title}`);
    return index;
  }

  /** Rows without a fault so far that satisfy `where`, each given out once. */
  private take(count: number, where: (cells: string[]) => boolean): string[][] {
    const fit = this.sound.filter((cells) => !this.touched.has(cells) && where(cells));
    if (fit.length < count) throw new Error(`${this.table.path} has ${fit.length} rows that could be spoiled, not ${count}`);
    const chosen = this.random.sample(fit, count);
    for (const cells of chosen) this.touched.add(cells);
    return chosen;
  }

  private note(list: Fault[], rule: string, field: string | undefined, rows: readonly string[][]): void {
    list.push({ rule, ...(field && { field }), rows: rows.length, ids: rows.map((cells) => cells[0] as string) });
  }

  /** Spoils a cell of `count` rows; the rows must be refused. */
  change(
    count: number,
    rule: string,
    field: string,
    title: string,
    spoil: (cell: string, number: number, cells: string[]) => string,
    where: (cells: string[]) => boolean = () => true,
  ): string[][] {
    const column = this.column(title);
    const rows = this.take(count, (cells) => cells[column] !== "" && where(cells));
    rows.forEach((cells, number) => (cells[column] = spoil(cells[column] as string, number, cells)));
    this.note(this.refusedBy, rule, field, rows);
    return rows;
  }

  /** Spoils a cell that describes the customer; the rows are accepted without the value. */
  lose(
    count: number,
    rule: string,
    field: string,
    title: string,
    spoil: (cell: string, number: number) => string,
    where: (cells: string[]) => boolean = () => true,
  ): void {
    const column = this.column(title);
    const rows = this.take(count, (cells) => cells[column] !== "" && where(cells));
    rows.forEach((cells, number) => (cells[column] = spoil(cells[column] as string, number)));
    this.note(this.valuesLostBy, rule, field, rows);
  }

  /** Rows of the table that must be refused for what happened elsewhere. */
  condemn(rule: string, field: string, title: string, ids: ReadonlySet<string>): void {
    const column = this.column(title);
    const rows = this.sound.filter((cells) => !this.touched.has(cells) && ids.has(cells[column] as string));
    for (const cells of rows) this.touched.add(cells);
    this.note(this.refusedBy, rule, field, rows);
  }

  /** Adds rows made from good ones, to be refused. */
  add(
    count: number,
    rule: string,
    field: string | undefined,
    make: (cells: string[], number: number) => string[],
    where: (cells: string[]) => boolean = () => true,
  ): void {
    const rows = this.take(count, where).map((cells, number) => make([...cells], number));
    for (const cells of rows) this.insert(cells);
    this.note(this.refusedBy, rule, field, rows);
  }

  /** Repeats rows, once as they are and once with other values and fewer of them. */
  repeat(equal: number, different: number, key: string, alter: (cells: string[]) => void): void {
    this.add(equal, "duplicate_row", key, (cells) => cells);
    if (different > 0) {
      this.add(different, "duplicate_key", key, (cells) => {
        alter(cells);
        return cells;
      });
    }
  }

  /** Adds lines with a field too few or too many. `rename` gives them an identifier that nothing refers to. */
  misshape(count: number, rename: (number: number) => string): void {
    const rows = this.take(count, (cells) => !cells.some((cell) => cell.includes("\n"))).map((cells, number) => {
      const shape = [rename(number), ...cells.slice(1)];
      return number % 2 ? shape.slice(0, -2) : [...shape, "", "?"];
    });
    for (const cells of rows) this.insert(cells);
    this.note(this.refusedBy, "fields", undefined, rows);
  }

  /** Adds a line whose last field opens a quote that nothing closes; at the end of the file if the export broke off there. */
  leaveOpen(id: string, atEnd = false): void {
    const [cells] = this.take(1, (cells) => !cells.some((cell) => /["\n]/.test(cell))) as [string[]];
    const open = [id, ...cells.slice(1, -1)];
    this.insert({ text: `${line(open, this.table.delimiter)}${this.table.delimiter}"${cells.at(-1)}` }, atEnd);
    this.note(this.refusedBy, "quote", undefined, [open]);
  }

  /** Writes the line of a row in the bytes of another encoding. */
  miscode(count: number, where: (cells: string[]) => boolean): void {
    const rows = this.take(
      count,
      (cells) => where(cells) && /[\u00c0-\u00ff]/.test(cells.join("")) && !cells.some((cell) => cell.includes("\n")),
    );
    for (const cells of rows) {
      const strange: Line = { text: line(cells, this.table.delimiter), encoding: "windows-1252" };
      this.table.rows[this.table.rows.indexOf(cells)] = strange;
    }
    this.note(this.refusedBy, "encoding", undefined, rows);
  }

  private insert(row: Row, atEnd = false): void {
    this.added.push({ row, position: atEnd ? Infinity : this.random.integer(1, this.table.rows.length) });
  }

  /** Puts the added rows into the table. */
  finish(): FileReport {
    this.added.sort((a, b) => a.position - b.position);
    const rows: Row[] = [];
    let next = 0;
    this.table.rows.forEach((row, position) => {
      while (this.added[next] && (this.added[next] as { position: number }).position === position)
        rows.push((this.added[next++] as { row: Row }).row);
      rows.push(row);
    });
    rows.push(...this.added.slice(next).map(({ row }) => row));
    this.table.rows = rows;
    const refusedBy = this.refusedBy.filter((fault) => fault.rows > 0);
    return {
      entity: this.table.entity,
      rows: rows.filter((row) => !isLine(row) || row.text !== "").length,
      refused: refusedBy.reduce((sum, fault) => sum + fault.rows, 0),
      refusedBy,
      valuesLostBy: this.valuesLostBy,
    };
  }
}
