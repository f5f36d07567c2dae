import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Database } from "../../pipeline/engine/database.js";
import { planModels, type Step } from "../../pipeline/engine/graph.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadModels } from "../../pipeline/engine/model.js";
import { runModels } from "../../pipeline/engine/run.js";
import { writeSettings } from "../../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../../pipeline/engine/warehouse.js";
import { settingsSchema } from "../../pipeline/settings.js";
import { bgNbd } from "../../pipeline/statistics/bgNbd.js";
import { historiesOf } from "../../pipeline/statistics/histories.js";
import { predictHistories } from "../../pipeline/statistics/lifetimeValue.js";
import { fitRepeatBuying } from "../../pipeline/statistics/repeatBuying.js";
import { report, type Report } from "./budgets.js";

/**
 * The numerics may cost no more than the SQL that makes what they read; k-means with what it reads, three times the SQL of R, F
 * and M. What reading and writing every customer adds stands beside them, without a promise.
 */
const FIT_AND_SCORE = { most: 1, isBelow: true };
const CLUSTERS = { most: 3, isBelow: true };
/** The promises are for the largest size: below it, set-up costs more than the work. */
const PROMISED = 5_000_000;

/**
 * npm run bench -- statistics [customers …]: repeat buying and clusters of companies of these sizes, in the models' own SQL and
 * numerics, as ratios to the time that DuckDB takes for the summary they read. Figures of one machine and moment: the ratios
 * alone can be compared.
 *
 * @returns the budgets that were broken
 */
export async function benchStatistics(sizes: number[]): Promise<string[]> {
  const { figure, breaches } = report((line) => console.log(line));
  for (const customers of sizes) await measure(customers, figure);
  figure("largest memory", process.resourceUsage().maxRSS / 1e6, (value) => `${value.toFixed(2)} GB`);
  return breaches();
}

const seconds = (value: number) => `${value.toFixed(2)} s`;
const times = (value: number) => `${value.toFixed(2)} ×`;

async function measure(customers: number, figure: Report["figure"]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "clientele-bench-"));
  const root = resolve(import.meta.dirname, "../..");
  const settings = settingsSchema.parse({});
  const db = await Database.open(join(folder, "bench.duckdb"), { temporary: join(folder, "spill"), memoryLimit: "8GB" });
  try {
    await createEmptyInputs(db);
    await writeSettings(db, { name: "bench", reporting_currency: "EUR", privacy: { customers: "id" } }, "2025-06-30", settings);
    const steps = await planModels(db, loadModels(root), await existingTables(db), root);
    const marts = steps.filter(({ model }) => model.schema !== "exports");
    await runModels(db, marts, settings, silentLog);
    await fillOrders(db, customers);
    const again = async (names: string[]) => {
      const begun = performance.now();
      for (const step of marts.filter(({ model }) => names.includes(model.name))) await remake(db, step, settings);
      return (performance.now() - begun) / 1000;
    };

    const promised = customers >= PROMISED;
    console.log(`\n${customers.toLocaleString("en")} customers, ${(await db.row<{ orders: number }>("select count(*)::double as orders from marts.orders")).orders.toLocaleString("en")} orders`);
    const summary = await again(["purchases", "buying_histories", "distinct_histories"]);
    figure("summary of purchases, SQL", summary, seconds);
    const begun = performance.now();
    const { frequency, recency_days, age_days, customers: counts } = await db.numericColumns(`
      select frequency::double as frequency, recency_days::double as recency_days, age_days::double as age_days, customers::double as customers
      from marts.distinct_histories where sample = 'all' order by frequency, recency_days, age_days`) as Record<string, Float64Array>;
    const histories = historiesOf(frequency!, recency_days!, age_days!, counts!);
    const read = performance.now();
    const fit = fitRepeatBuying(bgNbd, histories);
    const fitted = performance.now();
    const { alive, purchases, noPurchase } = predictHistories(bgNbd, fit.parameters, histories, settings.prediction.holdout_days);
    const scored = performance.now();
    await db.run("create or replace table bench_scores (frequency integer, recency_days integer, age_days integer, alive double, purchases double, no_purchase double)");
    await db.append("main", "bench_scores", { frequency: "INTEGER", recency_days: "INTEGER", age_days: "INTEGER", alive: "DOUBLE", purchases: "DOUBLE", no_purchase: "DOUBLE" },
      { frequency: histories.frequency, recency_days: histories.recencyDays, age_days: histories.ageDays, alive, purchases, no_purchase: noPurchase });
    await db.run(`create or replace table bench_customers as select histories.customer_id, scores.alive, scores.purchases, scores.no_purchase
      from marts.buying_histories as histories inner join bench_scores as scores
      on histories.frequency = scores.frequency and histories.recency_days = scores.recency_days and histories.age_days = scores.age_days`);
    const written = performance.now();
    figure("different histories", histories.customers.length, (value) => value.toLocaleString("en"));
    figure("reading them", (read - begun) / 1000, seconds);
    figure("fit of BG/NBD", (fitted - read) / 1000, seconds);
    figure("scores: alive, purchases, none", (scored - fitted) / 1000, seconds);
    figure("writing, and joining to customers", (written - scored) / 1000, seconds);
    figure("fit and scores / summary", (scored - read) / 1000 / summary, times, promised ? FIT_AND_SCORE : undefined);
    figure("with reading and writing / summary", (written - begun) / 1000 / summary, times);
    if (!fit.isConverged) throw new Error("BG/NBD did not converge");

    const values = await again(["rfm_values"]);
    figure("R, F and M, SQL", values, seconds);
    const points = await again(["rfm_measures", "rfm_points"]);
    figure("different R, F and M, SQL", points, seconds);
    // The number of clusters and its evidence is found on samples; the clusters of the number chosen are of all customers.
    const evidence = await again(["rfm_cluster_evidence"]);
    figure("numbers of clusters 2 to 8, evidence", evidence, seconds);
    const clusters = await again(["rfm_centroids"]);
    const members = await again(["rfm_cluster_points", "rfm_cluster_members"]);
    const [chosen] = await db.rows<{ clusters: number; members: number }>("select count(distinct cluster)::integer as clusters, count(*)::integer as members from marts.rfm_cluster_members");
    figure("customers in clusters", chosen?.members ?? 0, (value) => `${value.toLocaleString("en")} in ${chosen?.clusters}`);
    figure("k-means", clusters, seconds);
    figure("cluster of each customer, read and written", members, seconds);
    figure("k-means / R, F and M", clusters / values, times, promised ? CLUSTERS : undefined);
    figure("with the cluster of each customer / R, F and M", (clusters + members) / values, times);
    figure("all of clusters / R, F and M", (points + evidence + clusters + members) / values, times);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function remake(db: Database, { model, module }: Step, settings: ReturnType<typeof settingsSchema.parse>): Promise<void> {
  await db.run(`delete from marts.${model.name}`);
  if (!module) return db.run(`insert into marts.${model.name} ${model.text}`);
  const inputs = Object.fromEntries(await Promise.all(Object.entries(module.inputs).map(async ([name, sql]) => [name, await db.numericColumns(sql)] as const)));
  await db.append("marts", model.name, module.columns, module.compute(inputs, settings));
}

/**
 * Customers who come over three years, buy at a rate of their own and leave at a time of their own, from hashes of their
 * numbers: some six orders each.
 */
async function fillOrders(db: Database, customers: number): Promise<void> {
  const draw = (seed: number) => `((hash(n * 7919 + ${seed}) % 1000000 + 0.5) / 1e6)`;
  await db.run(`
    create or replace table bench_people as
    select 'K' || n as customer_id, n, date '2022-07-01' + first_day as first_date, least(1095 - first_day, 30 - 900 * ln(${draw(3)}))::integer as days,
      0.007 * power(-ln(${draw(2)}), 2) as rate
    from (select n, floor(1090 * ${draw(1)})::integer as first_day from range(${customers}) as numbers(n))`);
  await db.run(`insert into marts.customers (customer_id, kind) select customer_id, 'consumer' from bench_people`);
  await db.run(`
    insert into marts.orders (order_id, customer_id, order_date, order_count, revenue, period)
    select n || ' ' || k, customer_id, first_date + case when k = 0 then 0 else 1 + floor(days * ((hash(n * 31 + k * 1000003) % 1000000) / 1e6))::integer end, 1,
      round(10 + 190 * power((hash(n * 17 + k) % 1000000) / 1e6, 2), 2), 'current'
    from bench_people cross join range(400) as numbers(k)
    where k <= floor(rate * days + (hash(n * 13) % 1000) / 1e3) and first_date + days <= date '2025-06-30'`);
}
