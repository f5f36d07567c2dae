-- One row per month: how many came, left and came back, and at which rates. Active is who is first-time, repeat or loyal.
-- The rates are of those who could have gone: of the active at the month end before for leaving, of the lost for coming back. Of
-- the month of the as-of date they are of as much of it as is known.
-- key: month_end
-- columns:
--   month_end          Last day of the month, or the as-of date
--   is_complete        Whether the whole month is known
--   active_before      Active at the month end before [customers]
--   entered            Ordered for the first time, lost by the month end or not [customers]
--   won_back           Lost that ordered again [customers]
--   recounted          Lost that are no longer, without an order, for longer gaps have become usual [customers]
--   left_customers     Lost that were not [customers]
--   active             Active at the month end [customers]
--   lost_before        Lost at the month end before [customers]
--   lost               Lost at the month end [customers]
--   entry_rate         Entered by the active before; NULL where there was none [0 to 1]
--   exit_rate          Share of the active before that is lost at the month end; NULL where there was none [0 to 1]
--   exit_rate_low      Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   exit_rate_high     Upper end [0 to 1]
--   won_back_rate      Share of the lost before that was won back; NULL where there was none [0 to 1]
--   won_back_rate_low  Lower end of its interval [0 to 1]
--   won_back_rate_high  Upper end [0 to 1]
-- checks:
--   who came less who left is what changed: active = active_before + entered + won_back + recounted - left_customers
--   what the lost gained the active lost: lost = lost_before + left_customers - won_back - recounted
with
    ways as (
        select
            month_end,
            customers,
            buyers,
            case
                when from_state in ('first-time', 'repeat', 'loyal') then 'active'
                when from_state = 'lost' then 'lost'
                else 'not yet'
            end as was,
            case
                when to_state in ('first-time', 'repeat', 'loyal') then 'active'
                when to_state = 'lost' then 'lost'
                else 'not yet'
            end as became
        from
            marts.state_flows
    ),
    counts as (
        select
            months.month_end,
            months.is_complete,
            coalesce(
                sum(
                    case
                        when ways.was = 'active' then customers
                    end
                ),
                0
            ) as active_before,
            coalesce(
                sum(
                    case
                        when ways.was = 'not yet'
                        and ways.became <> 'not yet' then customers
                    end
                ),
                0
            ) as entered,
            coalesce(
                sum(
                    case
                        when ways.was = 'lost'
                        and ways.became = 'active' then buyers
                    end
                ),
                0
            ) as won_back,
            coalesce(
                sum(
                    case
                        when ways.was = 'lost'
                        and ways.became = 'active' then customers - buyers
                    end
                ),
                0
            ) as recounted,
            coalesce(
                sum(
                    case
                        when ways.was <> 'lost'
                        and ways.became = 'lost' then customers
                    end
                ),
                0
            ) as left_customers,
            coalesce(
                sum(
                    case
                        when ways.was = 'active'
                        and ways.became = 'lost' then customers
                    end
                ),
                0
            ) as left_active,
            coalesce(
                sum(
                    case
                        when ways.became = 'active' then customers
                    end
                ),
                0
            ) as active,
            coalesce(
                sum(
                    case
                        when ways.was = 'lost' then customers
                    end
                ),
                0
            ) as lost_before,
            coalesce(
                sum(
                    case
                        when ways.became = 'lost' then customers
                    end
                ),
                0
            ) as lost
        from
            marts.month_ends as months
            left join ways on months.month_end = ways.month_end
        group by
            months.month_end,
            months.is_complete
    )
select
    counts.month_end,
    counts.is_complete,
    counts.active_before::integer as active_before,
    counts.entered::integer as entered,
    counts.won_back::integer as won_back,
    counts.recounted::integer as recounted,
    counts.left_customers::integer as left_customers,
    counts.active::integer as active,
    counts.lost_before::integer as lost_before,
    counts.lost::integer as lost,
    safe_div(counts.entered, counts.active_before) as entry_rate,
    safe_div(counts.left_active, counts.active_before) as exit_rate,
    wilson_low (counts.left_active, counts.active_before, quantiles.normal_quantile) as exit_rate_low,
    wilson_high (counts.left_active, counts.active_before, quantiles.normal_quantile) as exit_rate_high,
    safe_div(counts.won_back, counts.lost_before) as won_back_rate,
    wilson_low (counts.won_back, counts.lost_before, quantiles.normal_quantile) as won_back_rate_low,
    wilson_high (counts.won_back, counts.lost_before, quantiles.normal_quantile) as won_back_rate_high
from
    counts
    cross join marts.interval_quantile as quantiles
