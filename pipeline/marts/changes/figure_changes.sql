-- One row per headline figure that this run or the last one has, and per group of it: what it was and is. Figures
-- and groups of one run alone have nothing on the other side. Shares change by points, all others by their rate too. A figure's rank
-- goes by how much of itself it changed, shares by their points, so that what moved most stands first.
-- key: figure, dimension, group_name, group_kind
-- columns:
--   figure           Name of the figure, see headline_figures
--   dimension        What customers are divided by; all for the figure of all
--   group_name       Group of that; all for the figure of all
--   group_kind       value, folded or missing; all for the figure of all
--   position         Order in which figures are told
--   unit             reporting currency, share, customers, orders, days or points
--   before_date      Day that the last run looked from
--   before           Value in the last run; NULL where it had none
--   now              Value in this one; NULL where it has none
--   change           Now less before; NULL where either is missing
--   change_rate      Change by the value before; NULL of shares and points, and where that value is not positive
--   is_better        Whether the change is for the better; NULL without a change, and of a whole that changed by less than changes.min_change
--   change_share     Change of a group by that of the whole figure; NULL for the whole, and where that did not change
--   change_rank      Rank of the figure of all by the size of its change, from 1, and of a group within figure and dimension by its
--                    change; NULL without a change
-- checks:
--   a change has both sides: (change is null) = (before is null or now is null)
--   who did not move is not ranked: (change_rank is null) = (coalesce(change, 0) = 0)
with
    last_day as (
        select
            max(as_of_date) as before_date
        from
            run.last_headline_figures
    ),
    paired as (
        select
            coalesce(figures.figure, last_figures.figure) as figure,
            coalesce(figures.dimension, last_figures.dimension) as dimension,
            coalesce(figures.group_name, last_figures.group_name) as group_name,
            coalesce(figures.group_kind, last_figures.group_kind) as group_kind,
            coalesce(figures.position, last_figures.position) as position,
            coalesce(figures.unit, last_figures.unit) as unit,
            coalesce(figures.is_lower_better, last_figures.is_lower_better) as is_lower_better,
            last_figures.value as before,
            figures.value as now,
            figures.value - last_figures.value as change
        from
            marts.headline_figures as figures
            full outer join run.last_headline_figures as last_figures on figures.figure = last_figures.figure
            and figures.dimension = last_figures.dimension
            and figures.group_name = last_figures.group_name
            and figures.group_kind = last_figures.group_kind
    ),
    rated as (
        select
            paired.*,
            wholes.change as whole_change,
            case
                when paired.unit not in ('share', 'points')
                and paired.before > 0 then paired.change / paired.before
            end as change_rate,
            -- Shares and points by a hundredth as others by a hundredth of themselves; from nothing on is more than any.
            case
                when paired.dimension <> 'all' then abs(paired.change)
                when paired.unit = 'share' then abs(paired.change)
                when paired.unit = 'points' then abs(paired.change) / 100
                else coalesce(abs(safe_div(paired.change, abs(paired.before))), 'infinity'::double)
            end as weight
        from
            paired
            left join paired as wholes on paired.figure = wholes.figure
            and wholes.dimension = 'all'
    )
select
    rated.figure,
    rated.dimension,
    rated.group_name,
    rated.group_kind,
    rated.position,
    rated.unit,
    last_day.before_date,
    rated.before,
    rated.now,
    rated.change,
    rated.change_rate,
    case
        when rated.dimension = 'all'
        and rated.weight < settings.changes_min_change then null
        when rated.change < 0 then rated.is_lower_better
        when rated.change > 0 then not rated.is_lower_better
    end as is_better,
    case
        when rated.dimension <> 'all' then safe_div(rated.change, rated.whole_change)
    end as change_share,
    case
        when rated.change <> 0 then rank() over (
            partition by
                case
                    when rated.dimension <> 'all' then rated.figure
                end,
                rated.dimension,
                rated.change <> 0
            order by
                rated.weight desc,
                rated.position,
                rated.group_name,
                rated.group_kind
        )
    end::integer as change_rank
from
    rated
    cross join last_day
    cross join run.settings as settings
