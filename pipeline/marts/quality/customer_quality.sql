-- One row per customer with a file: how complete, right and fresh it is.
-- Score = 100 x the mean of completeness, accuracy and freshness (1 for a fresh file, 0 for another), by the weights of the
-- settings; a part that is not known is left out, and its weight with it. A customer is heard from by an order, a contact
-- that the customer sought or whose direction is not known, a service request, a survey answer, or a deal the CRM notes.
-- A file never confirmed, of a customer never heard from, is as old as its opening; one without any date is not fresh.
-- Freshness is left out only where no file of the project has a date. A date of the file that lies after the as-of date
-- counts as that date if the file may have been exported so late.
-- key: customer_id
-- columns:
--   customer_id        Customer
--   fields_wanted      Fields that matter for the kind of customer and that the project supplies [fields]
--   fields_filled      Fields of these that have a value, be it a wrong one [fields]
--   values_given       Values of these and of the fields that are only checked, see file_fields [fields]
--   fields_wrong       Values of all these that broke their contract or a cross-check [fields]
--   missing_fields     Fields that have no value
--   wrong_fields       Fields whose value is wrong
--   completeness_rate  Share of the fields wanted that are filled [0 to 1]
--   accuracy_rate      Share of the values given that are not wrong [0 to 1]
--   confirmed_date     Date the file was last confirmed, up to the as-of date
--   heard_date         Date the customer was last heard from
--   age_days           Days since the later of the two, or else since the file was opened; NULL without any date [days]
--   file_age           Band that this age is in, see file_age_bands
--   is_fresh           Whether these are no more than the freshness limit, no without any date; NULL where no file has one
--   score              Quality of the file [0 to 100]
--   reason             What the score leaves out, and why
--   is_poor            Whether the score is below the settings' poor_score
-- checks:
--   no more is wrong than given, and filled than wanted: fields_wrong <= values_given and fields_filled <= fields_wanted
--   a score is from 0 to 100: coalesce(score between 0 and 100, true)
with
    field_counts as (
        select
            customer_id,
            count(
                case
                    when is_wanted then 1
                end
            ) as fields_wanted,
            count(
                case
                    when is_wanted
                    and is_filled then 1
                end
            ) as fields_filled,
            count(
                case
                    when is_filled then 1
                end
            ) as values_given,
            count(
                case
                    when is_wrong then 1
                end
            ) as fields_wrong,
            -- A sorted list, for an ordered string_agg holds 32 kB for each customer.
            nullif(
                array_to_string(
                    list_sort(
                        list(
                            case
                                when is_wanted
                                and not is_filled then field
                            end
                        )
                    ),
                    ', '
                ),
                ''
            ) as missing_fields,
            nullif(
                array_to_string(
                    list_sort(
                        list(
                            case
                                when is_wrong then field
                            end
                        )
                    ),
                    ', '
                ),
                ''
            ) as wrong_fields
        from
            marts.customer_fields
        group by
            customer_id
    ),
    heard_dates as (
        select
            customer_id,
            last_order_date as heard_date
        from
            marts.customers
        union all
        select
            customer_id,
            interaction_date
        from
            staging.stg_interactions
        where
            direction is distinct from 'outbound'
        union all
        select
            customer_id,
            opened_at::date
        from
            staging.stg_tickets
        union all
        select
            customer_id,
            answered_date
        from
            staging.stg_surveys
        union all
        select
            files.customer_id,
            least(files.last_deal_date, settings.as_of_date)
        from
            staging.stg_customers as files
            cross join run.settings as settings
        where
            files.last_deal_date <= settings.as_of_date + settings.quality_late_export_days
    ),
    last_heard as (
        select
            customer_id,
            max(heard_date) as heard_date
        from
            heard_dates
        group by
            customer_id
    ),
    files as (
        select
            customers.customer_id,
            case
                when files.confirmed_date <= settings.as_of_date + settings.quality_late_export_days then least(files.confirmed_date, settings.as_of_date)
            end as confirmed_date,
            last_heard.heard_date,
            case
                when files.created_date <= settings.as_of_date + settings.quality_late_export_days then least(files.created_date, settings.as_of_date)
            end as created_date,
            coalesce(field_counts.fields_wanted, 0)::integer as fields_wanted,
            coalesce(field_counts.fields_filled, 0)::integer as fields_filled,
            coalesce(field_counts.values_given, 0)::integer as values_given,
            coalesce(field_counts.fields_wrong, 0)::integer as fields_wrong,
            field_counts.missing_fields,
            field_counts.wrong_fields
        from
            marts.customers as customers
            inner join staging.stg_customers as files on customers.customer_id = files.customer_id
            cross join run.settings as settings
            left join field_counts on customers.customer_id = field_counts.customer_id
            left join last_heard on customers.customer_id = last_heard.customer_id
        where
            files.has_file
    ),
    parts as (
        select
            files.*,
            safe_div(files.fields_filled, files.fields_wanted) as completeness_rate,
            safe_div(files.values_given - files.fields_wrong, files.values_given) as accuracy_rate,
            -- The greater of those that are known.
            (
                settings.as_of_date - coalesce(greatest(files.confirmed_date, files.heard_date), files.created_date)
            )::integer as age_days
        from
            files
            cross join run.settings as settings
    ),
    judged as (
        select
            parts.*,
            case
                when count(age_days) over () > 0 then coalesce(age_days <= settings.quality_freshness_limit_days, false)
            end as is_fresh
        from
            parts
            cross join run.settings as settings
    ),
    weighted as (
        select
            judged.*,
            -- Rounded, so that a score of 75 is not less than 75 by the last bit.
            round(
                safe_div(
                    100 * (
                        coalesce(settings.quality_completeness_weight * judged.completeness_rate, 0) + coalesce(settings.quality_accuracy_weight * judged.accuracy_rate, 0) + case
                            when judged.is_fresh then settings.quality_freshness_weight
                            else 0
                        end
                    ),
                    case
                        when judged.completeness_rate is null then 0
                        else settings.quality_completeness_weight
                    end + case
                        when judged.accuracy_rate is null then 0
                        else settings.quality_accuracy_weight
                    end + case
                        when judged.is_fresh is null then 0
                        else settings.quality_freshness_weight
                    end
                ),
                6
            ) as score
        from
            judged
            cross join run.settings as settings
    )
select
    weighted.customer_id,
    weighted.fields_wanted,
    weighted.fields_filled,
    weighted.values_given,
    weighted.fields_wrong,
    weighted.missing_fields,
    weighted.wrong_fields,
    weighted.completeness_rate,
    weighted.accuracy_rate,
    weighted.confirmed_date,
    weighted.heard_date,
    weighted.age_days,
    bands.file_age,
    weighted.is_fresh,
    weighted.score,
    nullif(
        concat_ws(
            '; ',
            case
                when weighted.completeness_rate is null then 'completeness: no field that matters is supplied'
            end,
            case
                when weighted.completeness_rate is not null
                and weighted.accuracy_rate is null then 'accuracy: no field is filled'
            end,
            case
                when weighted.is_fresh is null then 'freshness: no file has a date'
            end
        ),
        ''
    ) as reason,
    weighted.score < settings.quality_poor_score as is_poor
from
    weighted
    cross join run.settings as settings
    left join marts.file_age_bands as bands on (
        weighted.age_days >= bands.from_days
        and (
            bands.to_days is null
            or weighted.age_days <= bands.to_days
        )
    )
    or (
        weighted.age_days is null
        and bands.from_days is null
    )
