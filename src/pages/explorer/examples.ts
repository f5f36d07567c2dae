import { msg } from "../../lib/language.js";

export interface Example {
  title: string;
  sql: string;
}

/** Questions that no page asks, each answered by a query that runs on the exports of any project. */
export const examples: Example[] = [
  {
    title: msg("Revenue by region, and the share of those who bought before"),
    sql: `select
    region,
    count(*) as customers,
    round(sum(current_revenue), 2) as revenue_now,
    round(sum(current_revenue) filter (where prior_revenue > 0), 2) as of_earlier_buyers,
    round(safe_div(of_earlier_buyers, revenue_now), 3) as share
from customer_index
where current_revenue is not null
group by region
order by revenue_now desc, region`,
  },
  {
    title: msg("Customers that stopped ordering, by the revenue they brought"),
    sql: `select label, region, owner, recency_days, prior_revenue, overdue_amount
from customer_index
where prior_revenue > 0 and coalesce(current_orders, 0) = 0
order by prior_revenue desc, customer_key
limit 50`,
  },
  {
    title: msg("Revenue by the year of the first order, and by year"),
    sql: `with first_years as (
    select customer_key, min(year(quarter)) as first_year
    from customer_quarters
    where orders > 0
    group by customer_key
)
select first_year, year(quarter) as year, count(distinct customer_key) as customers, round(sum(revenue), 2) as revenue
from customer_quarters
inner join first_years using (customer_key)
group by first_year, year
order by first_year, year`,
  },
  {
    title: msg("How much the largest customers bring: 1, 5, 10, 20 and 50 percent of them"),
    sql: `with ranked as (
    select
        current_revenue,
        row_number() over (order by current_revenue desc, customer_key) as place,
        count(*) over () as customers
    from customer_index
    where current_revenue > 0
)
select share, round(sum(current_revenue), 2) as revenue,
    round(safe_div(sum(current_revenue), (select sum(current_revenue) from ranked)), 3) as share_of_revenue
from ranked
inner join (values (0.01), (0.05), (0.1), (0.2), (0.5)) as cuts (share) on place <= ceil(share * customers)
group by share
order by share`,
  },
  {
    title: msg("Overdue customers that still order"),
    sql: `select customers.label, customers.owner, customers.recency_days,
    count(*) as overdue_invoices, max(invoices.days_overdue) as longest_days, round(sum(invoices.open_amount), 2) as overdue_amount
from customer_invoices as invoices
inner join customer_index as customers using (customer_key)
where invoices.state = 'owed' and invoices.days_overdue > 0 and customers.recency_days <= 90
group by customers.label, customers.owner, customers.recency_days, customer_key
order by overdue_amount desc, customer_key
limit 50`,
  },
  { title: msg("What the columns of a table hold"), sql: "summarize customer_index" },
];
