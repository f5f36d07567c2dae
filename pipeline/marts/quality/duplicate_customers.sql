-- One row per customer file that is likely the second one of a person or company.
-- Two files are alike if their names are, and their telephone number or e-mail address is the same. Names are alike if
-- they have the same letters and digits in any order, so that "Chen, Li", "Li Chen" and "CHEN LI" are, and 王小明 and
-- 王 小明: capitals, accents, blanks, signs, full-width forms and ue for ü make no difference. Legal forms do. Of a
-- telephone number the last eight digits count, without an extension. The file opened first is taken as the original.
-- key: customer_id
-- columns:
--   customer_id   Customer with the later file
--   original_id   Customer with the earliest file that is alike; by telephone number where that and the e-mail address
--                 lead to different ones
--   matched_by    What is the same besides the name: phone, e-mail, or phone and e-mail
--   revenue       Revenue to date of both customers; NULL where neither bought [reporting currency]
--   own_revenue   Part of it that stands under the later file; NULL where that never bought [reporting currency]
-- checks:
--   a file is not its own duplicate: customer_id <> original_id
with
    files as (
        select
            customers.customer_id,
            customers.revenue,
            files.created_date,
            files.name,
            nullif(
                right(regexp_replace(regexp_replace(files.phone, ' ?(x|ext\.?) ?[0-9]+$', ''), '[^0-9]', '', 'g'), 8),
                ''
            ) as phone_digits,
            lower(files.email) as mailbox
        from
            marts.customers as customers
            inner join staging.stg_customers as files on customers.customer_id = files.customer_id
        where
            files.has_file
            and files.name is not null
    ),
    -- Few telephone numbers and addresses occur twice: only the names of those are worth comparing.
    shared_phones as (
        select
            phone_digits
        from
            files
        where
            phone_digits is not null
        group by
            phone_digits
        having
            count(*) > 1
    ),
    shared_mailboxes as (
        select
            mailbox
        from
            files
        where
            mailbox is not null
        group by
            mailbox
        having
            count(*) > 1
    ),
    names as (
        select
            files.customer_id,
            files.revenue,
            files.created_date,
            shared_phones.phone_digits,
            shared_mailboxes.mailbox,
            regexp_replace(
                strip_accents(
                    replace(
                        translate(lower(files.name), 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９', 'abcdefghijklmnopqrstuvwxyz0123456789'),
                        'ß',
                        'ss'
                    )
                ),
                '[^\p{L}\p{N}]',
                '',
                'g'
            ) as plain_name
        from
            files
            left join shared_phones on files.phone_digits = shared_phones.phone_digits
            left join shared_mailboxes on files.mailbox = shared_mailboxes.mailbox
        where
            shared_phones.phone_digits is not null
            or shared_mailboxes.mailbox is not null
    ),
    letters as (
        select
            customer_id,
            revenue,
            created_date,
            phone_digits,
            mailbox,
            array_to_string(list_sort(string_split(regexp_replace(plain_name, '([aou])e', '\1', 'g'), '')), '') as name_letters
        from
            names
        where
            plain_name <> ''
    ),
    first_files as (
        select
            customer_id,
            revenue,
            case
                when phone_digits is not null then first_value (customer_id) over (
                    partition by
                        name_letters,
                        phone_digits
                    order by
                        created_date nulls last,
                        customer_id
                )
            end as first_by_phone,
            case
                when mailbox is not null then first_value (customer_id) over (
                    partition by
                        name_letters,
                        mailbox
                    order by
                        created_date nulls last,
                        customer_id
                )
            end as first_by_mail
        from
            letters
    ),
    twins as (
        select
            customer_id,
            revenue,
            nullif(first_by_phone, customer_id) as by_phone,
            nullif(first_by_mail, customer_id) as by_mail
        from
            first_files
    ),
    matches as (
        select
            twins.customer_id,
            coalesce(twins.by_phone, twins.by_mail) as original_id,
            case
                when twins.by_mail is null then 'phone'
                when twins.by_phone is null then 'e-mail'
                else 'phone and e-mail'
            end as matched_by,
            twins.revenue
        from
            twins
        where
            twins.by_phone is not null
            or twins.by_mail is not null
    )
select
    matches.customer_id,
    matches.original_id,
    matches.matched_by,
    coalesce(matches.revenue + originals.revenue, matches.revenue, originals.revenue)::decimal(18, 4) as revenue,
    matches.revenue as own_revenue
from
    matches
    inner join marts.customers as originals on matches.original_id = originals.customer_id
