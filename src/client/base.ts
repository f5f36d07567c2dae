/**
 * What every page runs. Each part that is loaded later imports all of it, needed or not: the bundler then makes one file of it,
 * where it would make one for every set of parts that have a module in common, each a request of the first page.
 */
import "../languages/zh/client.js";
import "./cards.js";
import "./faults.js";
import "./filters.js";
import "./searchKey.js";
import "./tables.js";
