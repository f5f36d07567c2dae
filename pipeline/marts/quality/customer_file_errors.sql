-- One row per customer, field of its file, and rule that the value breaks.
-- A refused value broke its contract on reading: the field is empty and the value is in quarantine. The other values were
-- accepted, and contradict the as-of date, each other, the orders, or the other files. Of two dates that contradict each
-- other the one that should be the earlier is counted. A second file of one customer counts as an error of the name: one
-- that looks like another file, and one that cannot be merged into the file it names. What reads almost like a
-- more frequent value may be right: it is pointed out, and does not count as wrong. Values of fewer than five letters are
-- not compared, nor countries: Iran is no Iraq.
-- key: customer_id, field, rule
-- columns:
--   customer_id  Customer
--   field        Field of the customer file
--   rule         Rule that is broken
--   message      What the rule says of the value
--   is_refused   Whether the value broke its contract, so that the field is empty
--   is_suspect   Whether the value may be right, so that it does not count as wrong
with
    files as (
        select
            files.customer_id,
            files.name,
            files.region,
            files.source,
            files.channel,
            files.owner,
            files.industry,
            files.birth_date,
            files.created_date,
            files.confirmed_date,
            files.first_deal_date,
            files.last_deal_date,
            files.founded_year,
            files.merged_into,
            customers.age_years,
            customers.first_order_date
        from
            marts.customers as customers
            inner join staging.stg_customers as files on customers.customer_id = files.customer_id
        where
            files.has_file
    ),
    dates as (
        select
            customer_id,
            'birth_date' as field,
            birth_date as file_date,
            first_order_date
        from
            files
        union all
        select
            customer_id,
            'created_date',
            created_date,
            null
        from
            files
        union all
        select
            customer_id,
            'confirmed_date',
            confirmed_date,
            null
        from
            files
        union all
        select
            customer_id,
            'first_deal_date',
            first_deal_date,
            first_order_date
        from
            files
        union all
        select
            customer_id,
            'last_deal_date',
            last_deal_date,
            null
        from
            files
        union all
        -- A company may be founded in the year it first buys.
        select
            customer_id,
            'founded_year',
            make_date(founded_year, 1, 1),
            first_order_date
        from
            files
    ),
    words as (
        select
            customer_id,
            'region' as field,
            region as word
        from
            files
        union all
        select
            customer_id,
            'source',
            source
        from
            files
        union all
        select
            customer_id,
            'channel',
            channel
        from
            files
        union all
        select
            customer_id,
            'owner',
            owner
        from
            files
        union all
        select
            customer_id,
            'industry',
            industry
        from
            files
    ),
    word_counts as (
        select
            field,
            word,
            count(*) as customers
        from
            words
        where
            word is not null
        group by
            field,
            word
    ),
    typing_errors as (
        select distinct
            rare.field,
            rare.word
        from
            word_counts as rare
            cross join run.settings as settings
            inner join word_counts as frequent on rare.field = frequent.field
            and frequent.customers > rare.customers
            -- One letter more or less tells A from B, and Anna from Anne, but not Benelux from Benelx.
            and length(rare.word) > 3 * settings.quality_typing_error_letters
            and least(length(rare.word), length(frequent.word)) >= 5
            and abs(length(rare.word) - length(frequent.word)) <= settings.quality_typing_error_letters
            and damerau_levenshtein(lower(rare.word), lower(frequent.word)) <= settings.quality_typing_error_letters
        where
            rare.customers <= settings.quality_rare_value_customers
    ),
    errors as (
        select
            refused.row_key as customer_id,
            refused.field,
            refused.rule,
            min(refused.message) as message,
            true as is_refused,
            false as is_suspect
        from
            quarantine.values as refused
            inner join files on refused.row_key = files.customer_id
        where
            refused.entity = 'customers'
        group by
            refused.row_key,
            refused.field,
            refused.rule
        union all
        select
            dates.customer_id,
            dates.field,
            'in_future',
            'lies after the as-of date',
            false,
            false
        from
            dates
            cross join run.settings as settings
        where
            dates.file_date > settings.as_of_date + settings.quality_late_export_days
        union all
        select
            dates.customer_id,
            dates.field,
            'after_first_order',
            'lies after the first order',
            false,
            false
        from
            dates
        where
            dates.file_date > dates.first_order_date
        union all
        select
            files.customer_id,
            'birth_date',
            'too_old',
            'would make the person more than ' || settings.quality_oldest_age_years || ' years old',
            false,
            false
        from
            files
            cross join run.settings as settings
        where
            files.age_years > settings.quality_oldest_age_years
        union all
        select
            customer_id,
            'created_date',
            'after_confirmed',
            'lies after the date the file was confirmed',
            false,
            false
        from
            files
        where
            created_date > confirmed_date
        union all
        select
            customer_id,
            'first_deal_date',
            'after_last_deal',
            'lies after the date of the last deal',
            false,
            false
        from
            files
        where
            first_deal_date > last_deal_date
        union all
        select
            customer_id,
            'name',
            'not_merged',
            'should be merged, but the file to merge it into is not there or points back',
            false,
            false
        from
            files
        where
            merged_into is not null
        union all
        select
            words.customer_id,
            words.field,
            'typing_error',
            'may be a typing error: it reads almost like a more frequent value',
            false,
            true
        from
            words
            inner join typing_errors on words.field = typing_errors.field
            and words.word = typing_errors.word
        union all
        select
            files.customer_id,
            'region',
            'unknown',
            'is no sales region of the settings',
            false,
            false
        from
            files
        where
            exists (
                select
                    1
                from
                    run.quality_regions
            )
            and files.region not in (
                select
                    regions.value
                from
                    run.quality_regions as regions
            )
        union all
        select
            customer_id,
            'name',
            'likely_duplicate',
            'has another file too, with the same phone or e-mail',
            false,
            false
        from
            marts.duplicate_customers
    )
select
    customer_id,
    field,
    rule,
    message,
    is_refused,
    is_suspect
from
    errors
