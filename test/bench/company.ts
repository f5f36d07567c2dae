import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Database, quoteText } from "../../pipeline/engine/database.js";

/**
 * Writes the exports of an invented company of so many customers: a file of customers, some eleven orders for each, invoices
 * of the business clients, and statements of a few of them. Numbers come from a hash of the row's number, so that the same
 * size gives the same bytes.
 */
export async function writeCompany(folder: string, customers: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const db = await Database.open(":memory:", { threads: availableParallelism() });
  const draw = (seed: string) => `((hash(n * 7919 + ${seed}) % 1000000) / 1e6)`;
  const pick = (values: string[], seed: string) => `list_value(${values.map(quoteText).join(", ")})[1 + (${draw(seed)} * ${values.length})::integer % ${values.length}]`;
  const regions = ["North", "South", "East", "West", "Central", "Islands", "Capital", "Coast", "Lakes", "Mountains"];
  try {
    await db.run(`create table customers as select n, 'K' || lpad(n::varchar, 7, '0') as id,
      case when ${draw("1")} < 0.12 then 'business' else 'consumer' end as kind,
      'Customer ' || n as name, ${pick(regions, "2")} as region, ${pick(["web", "shop", "phone", "partner"], "3")} as channel,
      ${pick(["referral", "advertisement", "fair", "search", "mail"], "4")} as source, 'Manager ' || (1 + (${draw("5")} * 29)::integer) as owner,
      ${pick(["food", "retail", "machines", "health", "energy", "transport", "building", "media"], "6")} as industry,
      date '2021-07-01' + (${draw("7")} * 1300)::integer as created,
      -- Few order often, many seldom.
      1 + floor(22 * power(${draw("8")}, 3))::integer as wanted
      from range(${customers}) as numbers(n)`);
    await db.run(`create table orders as select row_number() over (order by c.n, k)::varchar as id, c.id as customer,
      greatest(c.created, date '2025-06-30' - floor(1400 * power(((hash(c.n * 31 + k) % 1000000) / 1e6), 1.4))::integer) as day,
      round(20 + 600 * power(((hash(c.n * 17 + k * 3) % 1000000) / 1e6), 2), 2) as amount, c.kind
      from customers as c, range(22) as times(k) where k < c.wanted * 2`);
    const copy = (name: string, sql: string) => db.run(`copy (${sql}) to ${quoteText(join(folder, name))} (format parquet)`);
    await copy("customers.parquet", "select id, kind, name, region, channel, source, case when kind = 'business' then owner end as owner, case when kind = 'business' then industry end as industry, created from customers order by n");
    await copy("orders.parquet", "select id, customer, day, amount, round(amount * 0.6, 2) as cost from orders order by id");
    await copy("invoices.parquet", `select 'I' || id as id, customer, day, day + 30 as due, amount, case when hash(id) % 10 < 9 or day < date '2025-01-01' then amount else 0 end as paid,
      case when hash(id) % 10 < 9 or day < date '2025-01-01' then day + 25 + (hash(id) % 30)::integer end as paid_on from orders where kind = 'business' and day > date '2024-06-30' order by id`);
    await copy("financials.parquet", `select id as customer, (make_date(2022 + y::integer, 12, 31)) as period_end, 'EUR' as currency, 12 as months, round(assets, 2) as assets, round(assets * 0.5, 2) as current_assets,
      round(assets * (0.15 + 0.4 * ((hash(n) % 100) / 100.0)), 2) as current_liabilities, round(assets * 0.6, 2) as liabilities, round(assets * 0.4, 2) as equity, round(assets * 1.4, 2) as revenue, round(assets * 0.08, 2) as operating_profit
      from (select *, 100000 * (1 + (hash(n) % 90)) as assets from customers where kind = 'business' and n % 8 = 0), range(3) as years(y) order by id, y`);
  } finally {
    db.close();
  }
  writeFileSync(join(folder, "project.yaml"), `
name: Bench of ${customers.toLocaleString("en")} customers
reporting_currency: EUR
as_of_date: 2025-06-30
privacy: { customers: id }
entities:
  customers:
    - files: customers.parquet
      columns: { customer_id: id, kind: kind, name: name, region: region, channel: channel, source: source, owner: owner, industry: industry, created_date: created }
  orders:
    - files: orders.parquet
      columns: { order_id: id, customer_id: customer, order_date: day, amount: amount, cost: cost }
  invoices:
    - files: invoices.parquet
      columns: { invoice_id: id, customer_id: customer, invoice_date: day, due_date: due, amount: amount, paid_amount: paid, paid_date: paid_on }
  financials:
    - files: financials.parquet
      columns: { customer_id: customer, period_end: period_end, period_months: months, currency: currency, total_assets: assets, current_assets: current_assets, current_liabilities: current_liabilities, total_liabilities: liabilities, equity: equity, revenue: revenue, operating_profit: operating_profit }
`);
}
