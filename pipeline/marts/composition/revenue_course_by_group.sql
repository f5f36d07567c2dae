-- One row per group of revenue_by_group_and_month: where its revenue goes, by its last three and twelve complete months
-- against the same months a year before. Three months turn before twelve do.
-- key: dimension, group_name, group_kind
-- columns:
--   dimension                 kind, region or owner
--   group_name                Value of the group; other or unknown where the kind says so
--   group_kind                value, folded or missing, see revenue_by_group_and_month
--   last_month                First day of the last complete month
--   three_month_revenue       Revenue of the three months to it; NULL unless all are complete [reporting currency]
--   three_month_change        That less the same months a year before; NULL unless all are complete [reporting currency]
--   three_month_change_rate   Change by the revenue of those; NULL where that is not positive
--   twelve_month_revenue      Revenue of the twelve months to it; NULL unless all are complete [reporting currency]
--   twelve_month_change       That less the twelve months before; NULL unless all are complete [reporting currency]
--   twelve_month_change_rate  Change by the revenue of those; NULL where that is not positive
with
    numbered as (
        select
            months.*,
            row_number() over (
                partition by
                    dimension,
                    group_name,
                    group_kind
                order by
                    month desc
            ) as months_back
        from
            marts.revenue_by_group_and_month as months
        where
            is_complete
    ),
    sums as (
        select
            dimension,
            group_name,
            group_kind,
            max(month) as last_month,
            sum(
                case
                    when months_back <= 3 then revenue
                end
            ) as three_months,
            sum(
                case
                    when months_back <= 3 then year_before_revenue
                end
            ) as three_months_before,
            count(
                case
                    when months_back <= 3 then year_before_revenue
                end
            ) = 3 as has_three_before,
            sum(
                case
                    when months_back <= 12 then revenue
                end
            ) as twelve_months,
            sum(
                case
                    when months_back <= 12 then year_before_revenue
                end
            ) as twelve_months_before,
            count(
                case
                    when months_back <= 12 then year_before_revenue
                end
            ) = 12 as has_twelve_before,
            count(*) as months
        from
            numbered
        group by
            dimension,
            group_name,
            group_kind
    )
select
    dimension,
    group_name,
    group_kind,
    last_month,
    case
        when months >= 3 then three_months
    end::decimal(18, 4) as three_month_revenue,
    case
        when has_three_before then three_months - three_months_before
    end::decimal(18, 4) as three_month_change,
    case
        when has_three_before
        and three_months_before > 0 then safe_div(three_months - three_months_before, three_months_before)
    end as three_month_change_rate,
    case
        when months >= 12 then twelve_months
    end::decimal(18, 4) as twelve_month_revenue,
    case
        when has_twelve_before then twelve_months - twelve_months_before
    end::decimal(18, 4) as twelve_month_change,
    case
        when has_twelve_before
        and twelve_months_before > 0 then safe_div(twelve_months - twelve_months_before, twelve_months_before)
    end as twelve_month_change_rate
from
    sums
