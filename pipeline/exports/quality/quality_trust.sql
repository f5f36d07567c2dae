-- One row per run: how far its numbers can be trusted.
-- columns:
--   as_of_date            Day the analyses look from
--   score                 Quality of the customer file; NULL where none is supplied [0 to 100]
--   wanted_fields         Fields of the customer file that matter for any customer
--   supplied_fields       Fields of these that the project supplies
--   unsupplied_fields     Fields of these that it does not
--   faulty_customers      Customers with a value of their file missing or wrong [customers]
--   judged_customers      Customers whose file is fresh or not: all, or none where no file has a date [customers]
--   fresh_customers       Customers of these whose file is fresh [customers]
--   stale_customers       Customers of these whose file is not fresh, or has no date [customers]
--   completeness_weight   Weight of completeness in the score, which is divided by the sum of the weights [0 to 1]
--   accuracy_weight       Weight of accuracy [0 to 1]
--   freshness_weight      Weight of freshness [0 to 1]
--   poor_score            Score below which a file is poor [0 to 100]
--   freshness_limit_days  Time within which a file is fresh [days]
--   likely_duplicates     Customer files that are likely the second one of a customer; NULL where neither telephone numbers
--                         nor e-mail addresses are supplied [customers]
--   duplicate_revenue     Revenue to date under those second files; NULL where none brought any [reporting currency]
--   poor_files            Customer files whose score is below quality_poor_score [customers]
--   is_region_supplied    Whether the project supplies the sales regions of customers
--   listed_regions        Sales regions that the settings list; none: any region counts as right
--   entities_supplied     Entities the project supplies
--   entities              Entities it could supply
--   models                Tables of staging and marts built
--   checks                Checks made of them
--   checks_kept           Checks of these that found nothing
--   checks_broken         Checks of these that found something: warnings, for an error stops the run
with
    entities as (
        select
            count(
                case
                    when is_supplied then 1
                end
            ) as entities_supplied,
            count(*) as entities
        from
            run.entities
    ),
    models as (
        select
            count(*) as models
        from
            run.models
        where
            schema_name in ('staging', 'marts')
    ),
    checks as (
        select
            count(*) as checks,
            count(
                case
                    when bad_rows = 0 then 1
                end
            ) as checks_kept,
            count(
                case
                    when bad_rows > 0 then 1
                end
            ) as checks_broken
        from
            run.check_results
        where
            subject not like 'exports.%'
    ),
    poor as (
        select
            case
                when count(*) > 0 then count(
                    case
                        when is_poor then 1
                    end
                )
            end as poor_files
        from
            marts.customer_quality
    ),
    duplicates as (
        select
            count(*) as likely_duplicates,
            sum(own_revenue) as duplicate_revenue
        from
            marts.duplicate_customers
    ),
    contacts as (
        select
            count(*) as contact_fields
        from
            run.fields
        where
            entity = 'customers'
            and field in ('phone', 'email')
            and is_mapped
    ),
    regions as (
        select
            count(*) > 0 as is_region_supplied,
            (
                select
                    count(*)
                from
                    run.quality_regions
            ) as listed_regions
        from
            run.fields
        where
            entity = 'customers'
            and field = 'region'
            and is_mapped
    ),
    fields as (
        select
            count(*) as wanted_fields,
            count(fields_wanted) as supplied_fields
        from
            marts.quality_scores
        where
            dimension = 'field'
            and is_wanted
    )
select
    settings.as_of_date,
    scores.score,
    scores.completeness_rate,
    scores.accuracy_rate,
    scores.freshness_rate,
    scores.reason,
    scores.customers,
    scores.faulty_customers,
    scores.judged_customers,
    scores.fresh_customers,
    scores.stale_customers,
    scores.missing_points,
    scores.wrong_points,
    scores.stale_points,
    settings.quality_completeness_weight::double as completeness_weight,
    settings.quality_accuracy_weight::double as accuracy_weight,
    settings.quality_freshness_weight::double as freshness_weight,
    settings.quality_poor_score::double as poor_score,
    settings.quality_freshness_limit_days::integer as freshness_limit_days,
    poor.poor_files::integer as poor_files,
    case
        when contacts.contact_fields > 0 then duplicates.likely_duplicates
    end::integer as likely_duplicates,
    duplicates.duplicate_revenue::double as duplicate_revenue,
    regions.is_region_supplied,
    regions.listed_regions::integer as listed_regions,
    fields.wanted_fields::integer as wanted_fields,
    fields.supplied_fields::integer as supplied_fields,
    (fields.wanted_fields - fields.supplied_fields)::integer as unsupplied_fields,
    totals.files,
    totals.rows_read::double as rows_read,
    totals.rows_accepted::double as rows_accepted,
    totals.rows_quarantined::double as rows_quarantined,
    totals.order_rows_read::double as order_rows_read,
    totals.order_rows_lost::double as order_rows_lost,
    totals.order_rows_repeated::double as order_rows_repeated,
    totals.order_lost_rate,
    totals.order_revenue_lost::double as order_revenue_lost,
    totals.accepted_rate,
    totals.values_quarantined::double as values_quarantined,
    entities.entities_supplied::integer as entities_supplied,
    entities.entities::integer as entities,
    models.models::integer as models,
    checks.checks::integer as checks,
    checks.checks_kept::integer as checks_kept,
    checks.checks_broken::integer as checks_broken
from
    run.settings as settings
    cross join marts.read_totals as totals
    cross join entities
    cross join models
    cross join checks
    cross join poor
    cross join duplicates
    cross join contacts
    cross join regions
    cross join fields
    left join marts.quality_scores as scores on scores.dimension = 'all'
order by
    settings.as_of_date
