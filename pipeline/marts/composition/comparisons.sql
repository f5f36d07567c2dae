-- One row per two periods that are compared: the window with that before it, and each calendar year or quarter that is over and on record with each earlier one.
-- Those are the years and quarters that pages can be narrowed to (selection.years, selection.quarters). The running ones are compared
-- with the same days of the year before, see periods.
-- key: comparison
-- columns:
--   comparison        window, or the later and the earlier period: 2025-Q2 2024-Q1
--   period            The later period: window, 2025, 2025-Q2
--   against           The earlier one; prior for the window
--   period_kind       window, year or quarter
--   position          Order of the comparisons on a page: the window, years, quarters; the latest first
--   is_same_season    Whether both begin on the same day of the year
--   start_date        First day of the later period
--   end_date          Its last day
--   prior_start_date  First day of the earlier period
--   prior_end_date    Its last day
-- checks:
--   the earlier period lies before: prior_end_date < start_date
with
    pairs as (
        select
            'window' as comparison,
            period,
            'prior' as against,
            period_kind,
            0 as kind_position,
            start_date,
            end_date,
            prior_start_date,
            prior_end_date
        from
            marts.periods
        where
            period = 'window'
            and has_prior
        union all
        select
            laters.period || ' ' || earliers.period,
            laters.period,
            earliers.period,
            laters.period_kind,
            case laters.period_kind
                when 'year' then 1
                else 2
            end,
            laters.start_date,
            laters.end_date,
            earliers.start_date,
            earliers.end_date
        from
            marts.periods as laters
            inner join marts.periods as earliers on laters.period_kind = earliers.period_kind
            and earliers.end_date < laters.start_date
        where
            laters.period_kind in ('year', 'quarter')
            and laters.is_complete
            and earliers.is_complete
    )
select
    comparison,
    period,
    against,
    period_kind,
    row_number() over (
        order by
            kind_position,
            start_date desc,
            prior_start_date desc
    )::integer as position,
    extract (
        month
        from
            start_date
    ) = extract (
        month
        from
            prior_start_date
    )
    and extract (
        day
        from
            start_date
    ) = extract (
        day
        from
            prior_start_date
    ) as is_same_season,
    start_date,
    end_date,
    prior_start_date,
    prior_end_date
from
    pairs
