-- One row per customer and day with an order: a purchase, as the models of repeat buying count it.
-- Orders of one day are one purchase, however many. Refunds are no purchases; they lower what the customer brought.
-- key: customer_id, purchase_date
-- columns:
--   customer_id      Customer
--   purchase_date    Day of the purchase
--   purchase_number  Number of the purchase of the customer, from 1
--   revenue          Revenue of the orders of the day, less what of them came back [reporting currency]
select
    customer_id,
    order_date as purchase_date,
    row_number() over (
        partition by
            customer_id
        order by
            order_date
    )::integer as purchase_number,
    sum(revenue)::decimal(18, 4) as revenue
from
    marts.orders
where
    order_count > 0
group by
    customer_id,
    order_date
