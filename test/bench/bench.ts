import { benchSite } from "./site.js";

/* npm run bench -- site [customers] */
const [name, size = "100000"] = process.argv.slice(2);
if (name !== "site" || !(Number(size) > 0)) {
  console.error("usage: npm run bench -- site [customers]");
  process.exitCode = 1;
} else {
  await benchSite(Number(size));
}
