-- Bad rows: amounts in a currency that has no exchange rate for their day
-- severity: error
-- fix: supply exchange_rates with a rate for the currency from that day on, in units of the reporting currency
with
    amounts as (
        select
            'orders' as entity,
            currency,
            order_date as day
        from
            raw.orders
        union all
        select
            'transactions',
            currency,
            transaction_date
        from
            raw.transactions
        union all
        select
            'invoices',
            currency,
            invoice_date
        from
            raw.invoices
        union all
        select
            'costs',
            currency,
            cost_date
        from
            raw.costs
        union all
        -- Converted as its order is.
        select
            'returns',
            coalesce(returns.currency, orders.currency),
            coalesce(orders.order_date, returns.return_date)
        from
            raw.returns as returns
            left join raw.orders as orders on returns.order_id = orders.order_id
        where
            returns.amount is not null
        union all
        select
            'tickets',
            currency,
            opened_at::date
        from
            raw.tickets
        union all
        select
            'leads',
            currency,
            created_date
        from
            raw.leads
        union all
        select
            'campaigns',
            currency,
            start_date
        from
            raw.campaigns
        union all
        select
            'products',
            products.currency,
            settings.as_of_date
        from
            raw.products as products
            cross join run.settings as settings
        union all
        select
            'customers',
            customers.credit_currency,
            settings.as_of_date
        from
            raw.customers as customers
            cross join run.settings as settings
    )
select
    amounts.entity,
    amounts.currency,
    min(amounts.day) as first_day,
    max(amounts.day) as last_day,
    count(*) as amounts
from
    amounts
    left join staging.stg_exchange_rates as rates on amounts.currency = rates.currency
    and amounts.day >= rates.valid_from
    and amounts.day < rates.valid_until
where
    amounts.currency is not null
    and rates.currency is null
group by
    amounts.entity,
    amounts.currency
