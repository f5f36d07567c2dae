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
    -- A company is spoken of without its legal form.
    names as (
        select
            customers.customer_key,
            trim(
                regexp_replace(
                    lower(trim(files.name)),
                    '[\s,]+(gmbh( & co\.? kg)?|ag|kg|e\.?k\.?|ltd\.?|limited|plc|llc|inc\.?|corp\.?|co\.?|b\.?v\.?|n\.?v\.?|oy|ab|aps|a/s|as|s\.?a\.?|s\.?r\.?l\.?|s\.?l\.?|sas|sarl)$',
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
    )
select
    texts.entity || ': the text names the customer ' || names.customer_key || ', whose name the site does not show' as problem,
    texts.source_file || ':' || texts.source_row as place
from
    texts
    inner join names on contains(lower(texts.text), names.name)
    cross join run.settings as settings
where
    length(regexp_replace(names.name, '[^\p{L}]', '', 'g')) >= settings.quality_told_name_letters
    -- As a whole word; Chinese has no spaces between words.
    and (
        regexp_matches(names.name, '\p{Han}')
        or regexp_matches(lower(texts.text), '(^|[^\p{L}\p{N}])' || regexp_escape(names.name) || '($|[^\p{L}\p{N}])')
    )
group by
    texts.entity,
    names.customer_key,
    texts.source_file,
    texts.source_row
