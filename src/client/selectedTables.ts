import type { Table } from "../lib/page.js";

let selected: ((name: string) => Table) | undefined;

/** Keeps the tables that the page is drawn from for a selection: what is taken away is what is seen. */
export function keepSelected(read: (name: string) => Table): void {
  selected = read;
}

/** The page shows all customers again. */
export function forgetSelected(): void {
  selected = undefined;
}

/** A table as the reader sees it; nothing while the page shows all customers. */
export const selectedTable = (name: string): Table | undefined => selected?.(name);
