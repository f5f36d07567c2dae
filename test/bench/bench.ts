import { benchSite } from "./site.js";

/* npm run bench -- site [customers]; ends with 1 where a budget is broken */
const [name, size = "100000"] = process.argv.slice(2);
if (name !== "site" || !(Number(size) > 0)) {
  console.error("usage: npm run bench -- site [customers]");
  process.exitCode = 1;
} else {
  const breaches = await benchSite(Number(size));
  for (const breach of breaches) console.error(`✖ ${breach}`);
  if (breaches.length > 0) process.exitCode = 1;
}
