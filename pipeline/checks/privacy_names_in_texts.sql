-- Bad rows: texts written by hand that name a customer whose name the site does not show
-- severity: warning
-- fix: write of the customer without its name: the text is shown as it stands
with
    texts as (
        select
            'annotations' as entity,
            text,
            source_file,
            source_row
        from
            raw.annotations
        union
        select
            'actions',
            action,
            source_file,
            source_row
        from
            raw.actions
        union
        select
            'actions',
            result,
            source_file,
            source_row
        from
            raw.actions
        union
        select
            'actions',
            goal,
            source_file,
            source_row
        from
            raw.actions
        union
        select
            'targets',
            goal,
            source_file,
            source_row
        from
            raw.targets
    ),
    -- Words with one space before and after each: a search for a name is then one for whole words, whatever stands between them.
    spoken as (
        select
            entity,
            source_file,
            source_row,
            ' ' || regexp_replace(lower(text), '[^\p{L}\p{N}]+', ' ', 'g') || ' ' as words
        from
            texts
        where
            text is not null
    ),
    -- A company is spoken of without its legal form.
    names as (
        select
            customers.customer_key,
            trim(
                regexp_replace(
                    trim(regexp_replace(lower(files.name), '[^\p{L}\p{N}]+', ' ', 'g')),
                    ' (gmbh( co kg)?|ag|kg|e ?k|ltd|limited|plc|llc|inc|corp|co|b ?v|n ?v|oy|ab|aps|a s|as|s ?a|s ?r ?l|s ?l|sas|sarl)$',
                    ''
                )
            ) as name
        from
            marts.customers as customers
            inner join staging.stg_customers as files on customers.customer_id = files.customer_id
            cross join run.settings as settings
        where
            settings.privacy_customers <> 'name'
            and files.name is not null
    ),
    sought as (
        select
            names.customer_key,
            -- Chinese has no spaces between words.
            case
                when regexp_matches(names.name, '\p{Han}') then names.name
                else ' ' || names.name || ' '
            end as words
        from
            names
            cross join run.settings as settings
        where
            length(regexp_replace(names.name, '[^\p{L}]', '', 'g')) >= settings.quality_told_name_letters
    )
select distinct
    spoken.entity || ': the text names the customer ' || sought.customer_key || ', whose name the site does not show' as problem,
    spoken.source_file || ':' || spoken.source_row as place
from
    spoken
    inner join sought on contains(spoken.words, sought.words)
