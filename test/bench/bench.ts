import { benchSite } from "./site.js";
import { benchStatistics } from "./statistics.js";

/* npm run bench -- site [customers], npm run bench -- statistics [customers …]; ends with 1 where a budget is broken */
const [name, ...sizes] = process.argv.slice(2);
const numbers = sizes.map(Number);
const breaches = numbers.some((size) => !(size > 0)) ? undefined
  : name === "site" ? await benchSite(numbers[0] ?? 100_000)
  : name === "statistics" ? await benchStatistics(numbers.length > 0 ? numbers : [2357, 100_000, 5_000_000]) : undefined;
if (!breaches) console.error("usage: npm run bench -- site [customers], or npm run bench -- statistics [customers …]");
for (const breach of breaches ?? []) console.error(`✖ ${breach}`);
if (!breaches || breaches.length > 0) process.exitCode = 1;
