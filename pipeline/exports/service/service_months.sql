-- One row per complete month in which orders were placed: how well they were served, with the standard of then.
-- columns:
--   month  First day of the month
--   on_time_standard  Standard of on_time_rate on the last day of the month; NULL without one [0 to 1]
--   response_mean     Mean hours to the first response to tickets opened in it [hours]
--   resolution_mean   Mean hours to their resolution [hours]
--   open_tickets      Tickets opened in it that are not resolved [tickets]
select
    service.group_name::date as month,
    service.orders,
    service.on_time_rate,
    standards.standard as on_time_standard,
    service.order_fill_rate,
    case
        when service.pending_orders = 0 then service.perfect_order_rate
    end as perfect_order_rate,
    service.complaints,
    service.complaints_per_100_orders,
    tickets.tickets,
    tickets.response_mean,
    tickets.resolution_mean,
    tickets.open_tickets
from
    marts.service_by_group as service
    inner join marts.month_ends as months on service.group_name::date = months.month
    and months.is_complete
    left join marts.service_standards as standards on standards.measure = 'on_time_rate'
    and standards.problem is null
    and coalesce(standards.valid_from <= months.month_end, true)
    and coalesce(standards.valid_until >= months.month_end, true)
    left join marts.tickets_by_group as tickets on tickets.dimension = 'month'
    and tickets.group_name = service.group_name
where
    service.dimension = 'month'
order by
    month
