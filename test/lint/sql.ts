import { readFileSync, writeFileSync } from "node:fs";
import { duckdb, formatDialect, type DialectOptions } from "sql-formatter";
import { globSync } from "tinyglobby";

/*
 * The layout of SQL, so that no review has to speak of it: `npm run lint:sql` names the files that differ,
 * `npm run format:sql` rewrites them.
 */

const dialect: DialectOptions = {
  ...duckdb,
  tokenizerOptions: {
    ...duckdb.tokenizerOptions,
    reservedFunctionNames: [...duckdb.tokenizerOptions.reservedFunctionNames, "SAFE_DIV"],
  },
};

/** A file as the formatter lays it out, its header as it stands. */
export function formatSql(text: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => !line.startsWith("--"));
  const header = lines.slice(0, start).map((line) => line.trimEnd());
  const body = formatDialect(lines.slice(start).join("\n"), {
    dialect, tabWidth: 4, keywordCase: "lower", dataTypeCase: "lower", functionCase: "lower", expressionWidth: 100,
  });
  return `${[...header, body.trim()].join("\n")}\n`;
}

const isFixing = process.argv.includes("--fix");
const different = globSync("pipeline/**/*.sql").sort().filter((file) => {
  const text = readFileSync(file, "utf8");
  const formatted = formatSql(text);
  if (isFixing && formatted !== text) writeFileSync(file, formatted);
  return formatted !== text;
});
if (different.length > 0 && !isFixing) {
  console.error(different.map((file) => `✖ ${file} is not laid out as the formatter would`).join("\n"));
  console.error("  run: npm run format:sql");
  process.exitCode = 1;
}
