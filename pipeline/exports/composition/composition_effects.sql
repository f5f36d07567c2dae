-- One row per effect on revenue: volume, mix, price, products, and what lines do not explain.
select
    effect,
    position,
    change::double as change,
    growth_contribution
from
    marts.change_by_effect
order by
    position,
    effect
