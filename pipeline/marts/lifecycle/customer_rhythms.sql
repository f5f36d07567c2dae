-- One row per customer that is not lost and has bought often enough for a rhythm of its own: when its next order is due.
-- The rhythm is the median gap between its purchases, on a logarithmic scale drawn towards the median of such medians of its
-- kind, which counts as much as prediction.rhythm_prior_gaps gaps of its own. The next order is expected that long after the
-- last. Its interval is what the past shows of such forecasts: for each customer of the kind the gap that ended last was
-- forecast from the gaps before it, and the quantiles of what it was by what was forecast, at prediction.rhythm_confidence,
-- are laid on the rhythm; all kinds count together where fewer than thirty of a kind have been forecast so. It holds for who orders again: that a
-- customer may not is in customer_churn. A purchase is a day with an order.
-- key: customer_id
-- columns:
--   customer_id       Customer
--   gaps              Gaps between its purchases [gaps]
--   own_gap_days      Median of them [days]
--   rhythm_days       Its rhythm [days]
--   last_order_date   Day of the last order
--   next_order_date   Day on which the next is expected
--   next_order_from   Lower end of its interval; NULL where nothing has been forecast yet
--   next_order_until  Upper end of its interval; NULL where nothing has been forecast yet
--   overdue_days      Days since it was expected; below 0 while it is not [days]
--   state             not due; due, where the day has passed; late, where the interval has
-- checks:
--   the day lies after the last order: next_order_date > last_order_date
--   the state is known: state in ('not due', 'due', 'late')
with
    gaps as (
        select
            customer_id,
            purchase_date,
            purchase_date - lag (purchase_date) over (
                partition by
                    customer_id
                order by
                    purchase_date
            ) as gap_days,
            row_number() over (
                partition by
                    customer_id
                order by
                    purchase_date desc
            ) as place
        from
            marts.purchases
    ),
    medians as (
        select
            gaps.customer_id,
            customers.kind,
            count(gaps.gap_days) as gaps,
            max(gaps.purchase_date) as last_order_date,
            quantile_cont(gaps.gap_days::double, 0.5) as own_gap_days,
            -- The rhythm that was known before the last gap.
            count(
                case
                    when gaps.place > 1 then gaps.gap_days
                end
            ) as gaps_before,
            quantile_cont(
                case
                    when gaps.place > 1 then gaps.gap_days
                end::double,
                0.5
            ) as own_gap_days_before,
            max(
                case
                    when gaps.place = 1 then gaps.gap_days
                end
            ) as last_gap_days
        from
            gaps
            inner join marts.customers as customers on gaps.customer_id = customers.customer_id
        group by
            gaps.customer_id,
            customers.kind
    ),
    kinds as (
        select
            medians.kind,
            quantile_cont(medians.own_gap_days, 0.5) as kind_gap_days
        from
            medians
            cross join run.settings as settings
        where
            medians.gaps >= settings.prediction_rhythm_min_gaps
        group by
            medians.kind
    ),
    rhythms as (
        select
            medians.*,
            exp(
                safe_div(
                    medians.gaps * ln(medians.own_gap_days) + settings.prediction_rhythm_prior_gaps * ln(kinds.kind_gap_days),
                    medians.gaps + settings.prediction_rhythm_prior_gaps
                )
            ) as rhythm_days,
            case
                when medians.gaps_before >= settings.prediction_rhythm_min_gaps then safe_div(
                    medians.last_gap_days,
                    exp(
                        safe_div(
                            medians.gaps_before * ln(medians.own_gap_days_before) + settings.prediction_rhythm_prior_gaps * ln(kinds.kind_gap_days),
                            medians.gaps_before + settings.prediction_rhythm_prior_gaps
                        )
                    )
                )
            end as last_ratio
        from
            medians
            inner join kinds on medians.kind = kinds.kind
            cross join run.settings as settings
        where
            medians.gaps >= settings.prediction_rhythm_min_gaps
    ),
    -- Of all kinds together too, under no name.
    forecasts as (
        select
            kind,
            last_ratio
        from
            rhythms
        where
            last_ratio is not null
        union all
        select
            null,
            last_ratio
        from
            rhythms
        where
            last_ratio is not null
    ),
    placed as (
        select
            kind,
            last_ratio,
            row_number() over (
                partition by
                    kind
                order by
                    last_ratio
            ) as place,
            count(*) over (
                partition by
                    kind
            ) as forecasts
        from
            forecasts
    ),
    -- Nearest rank.
    ratios as (
        select
            placed.kind,
            max(placed.forecasts) as forecasts,
            min(
                case
                    when placed.place >= placed.forecasts * (1 - settings.prediction_rhythm_confidence::decimal(20, 9)) / 2 then placed.last_ratio
                end
            ) as low_ratio,
            min(
                case
                    when placed.place >= placed.forecasts * (1 + settings.prediction_rhythm_confidence::decimal(20, 9)) / 2 then placed.last_ratio
                end
            ) as high_ratio
        from
            placed
            cross join run.settings as settings
        group by
            placed.kind
    ),
    expected as (
        select
            rhythms.customer_id,
            rhythms.gaps,
            rhythms.own_gap_days,
            rhythms.rhythm_days,
            rhythms.last_order_date,
            rhythms.last_order_date + greatest(1, round(rhythms.rhythm_days))::integer as next_order_date,
            rhythms.last_order_date + round(rhythms.rhythm_days * coalesce(own_ratios.low_ratio, all_ratios.low_ratio))::integer as next_order_from,
            rhythms.last_order_date + round(rhythms.rhythm_days * coalesce(own_ratios.high_ratio, all_ratios.high_ratio))::integer as next_order_until
        from
            rhythms
            left join ratios as own_ratios on rhythms.kind = own_ratios.kind
            and own_ratios.forecasts >= 30
            left join ratios as all_ratios on all_ratios.kind is null
    )
select
    expected.customer_id,
    expected.gaps::integer as gaps,
    expected.own_gap_days,
    expected.rhythm_days,
    expected.last_order_date,
    expected.next_order_date,
    expected.next_order_from,
    expected.next_order_until,
    (settings.as_of_date - expected.next_order_date)::integer as overdue_days,
    case
        when settings.as_of_date > expected.next_order_until then 'late'
        when settings.as_of_date > expected.next_order_date then 'due'
        else 'not due'
    end as state
from
    expected
    cross join run.settings as settings
    cross join marts.lost_after as horizons
where
    settings.as_of_date - expected.last_order_date <= horizons.days
