import { readdirSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";

/** Paths of all files below a folder, with forward slashes, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(resolve(folder, name)).isFile())
    .map((name) => relative(folder, resolve(folder, name)).split(sep).join("/"))
    .sort();
}
