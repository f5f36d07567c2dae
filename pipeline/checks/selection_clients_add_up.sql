-- Bad rows: grades and ageing buckets whose cells do not add up to marts.clients_by_grade and marts.ageing_by_bucket
-- severity: error
-- fix: marts.cell_clients or marts.cell_ageing loses or doubles a client or invoice; compare it with the mart named
with
    by_cell as (
        select
            'clients_by_grade' as mart,
            grade as name,
            sum(clients) as clients,
            sum(clients_before) as counted,
            coalesce(sum(exposure), 0) as amount,
            coalesce(sum(at_risk), 0) as at_risk,
            coalesce(sum(overdue_amount), 0) as overdue_amount
        from
            marts.cell_clients
        group by
            grade
        union all
        select
            'ageing_by_bucket',
            bucket,
            sum(customers),
            sum(invoices),
            sum(open_amount),
            0,
            0
        from
            marts.cell_ageing
        group by
            bucket
    ),
    by_mart as (
        select
            'clients_by_grade' as mart,
            grade as name,
            clients,
            coalesce(clients_before, 0) as counted,
            coalesce(exposure, 0) as amount,
            coalesce(at_risk, 0) as at_risk,
            coalesce(overdue_amount, 0) as overdue_amount
        from
            marts.clients_by_grade
        where
            clients > 0
            or clients_before > 0
        union all
        select
            'ageing_by_bucket',
            bucket,
            customers,
            invoices,
            open_amount,
            0,
            0
        from
            marts.ageing_by_bucket
        where
            customers > 0
    )
select
    coalesce(by_cell.mart, by_mart.mart) as mart,
    coalesce(by_cell.name, by_mart.name) as name,
    by_cell.clients,
    by_mart.clients as all_clients,
    by_cell.amount,
    by_mart.amount as all_amount
from
    by_cell
    full join by_mart on by_cell.mart = by_mart.mart
    and by_cell.name = by_mart.name
where
    (
        by_cell.clients = by_mart.clients
        and by_cell.counted = by_mart.counted
        and by_cell.amount = by_mart.amount
        and by_cell.at_risk = by_mart.at_risk
        and by_cell.overdue_amount = by_mart.overdue_amount
    ) is not true
