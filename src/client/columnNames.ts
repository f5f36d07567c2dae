import { columnNames } from "../languages/index.js";
import { columnName } from "../lib/format.js";
import { here, once } from "./site.js";

/** Names columns in the page's language, as the headers of CSV files do. */
export const columnNamer = (): Promise<(column: string) => string> => once("columns", async () => {
  const names = await columnNames[here.language]();
  return (column) => columnName(column, names);
});
