-- One row per effect that moved revenue from the window before to the current one; none unless both windows have order
-- lines. They are those of effect_changes.
-- key: effect
-- columns:
--   effect               volume, mix, price: see product_changes; new products; discontinued products; unpriced lines;
--                        beyond lines
--   position             Order of the effects on a page
--   change               Change in revenue by it [reporting currency]
--   growth_contribution  Change by all revenue of the window before; adds up to the rate of change
select
    effects.effect,
    effects.position,
    effects.change,
    case
        when totals.change_reason is null then safe_div(effects.change, totals.prior_revenue)
    end as growth_contribution
from
    marts.effect_changes as effects
    cross join marts.revenue_totals as totals
where
    effects.comparison = 'window'
