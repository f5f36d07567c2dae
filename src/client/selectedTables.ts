import type { Table } from "../lib/page.js";

let selected: { read: (name: string) => Table; part: string } | undefined;

/**
 * Keeps the tables that the page is drawn from for a part of the customers: what is exported is what is seen.
 *
 * @param part what the names of their files call it
 */
export function keepSelected(read: (name: string) => Table, part: string): void {
  selected = { read, part };
}

/** The page shows all customers again. */
export function forgetSelected(): void {
  selected = undefined;
}

/** Whether the page shows a part of the customers. */
export const isOfPart = (): boolean => selected !== undefined;

/** A table as the reader sees it, with the name of its file; nothing while the page shows all customers. */
export function selectedTable(name: string): { table: Table; file: string } | undefined {
  const table = selected?.read(name);
  return table && { table, file: table.scope === "whole" ? name : `${name}-${selected!.part}` };
}
