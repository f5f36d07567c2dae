-- One row per customer with a file and field that matters for its kind, or is checked, and that the project supplies.
-- A value that its contract refused was given, though wrongly: it is filled, and wrong. One that is only suspected is not.
-- key: customer_id, field
-- columns:
--   customer_id  Customer
--   field        Field of the customer file
--   is_wanted    Whether the field matters, so that an empty one is missing; else it is only checked
--   is_filled    Whether a value was given
--   is_wrong     Whether the value broke its contract or a cross-check
-- checks:
--   every field that the settings may name is looked for: is_filled is not null
--   only a value that was given can be wrong: is_filled or not is_wrong
with
    errors as (
        select
            customer_id,
            field,
            bool_or(is_refused) as is_refused
        from
            marts.customer_file_errors
        where
            not is_suspect
        group by
            customer_id,
            field
    ),
    fields as (
        select
            files.customer_id,
            wanted.field,
            wanted.is_wanted,
            case wanted.field
                when 'name' then files.name is not null
                when 'phone' then files.phone is not null
                when 'email' then files.email is not null
                when 'address' then files.address is not null
                when 'city' then files.city is not null
                when 'region' then files.region is not null
                when 'country' then files.country is not null
                when 'postal_code' then files.postal_code is not null
                when 'source' then files.source is not null
                when 'channel' then files.channel is not null
                when 'owner' then files.owner is not null
                when 'credit_grade' then files.credit_grade is not null
                when 'sex' then files.sex is not null
                when 'birth_date' then files.birth_date is not null
                when 'occupation' then files.occupation is not null
                when 'education' then files.education is not null
                when 'income_band' then files.income_band is not null
                when 'household_size' then files.household_size is not null
                when 'interests' then files.interests is not null
                when 'legal_form' then files.legal_form is not null
                when 'web_site' then files.web_site is not null
                when 'industry' then files.industry is not null
                when 'industry_position' then files.industry_position is not null
                when 'company_size' then files.company_size is not null
                when 'employees' then files.employees is not null
                when 'founded_year' then files.founded_year is not null
                when 'settlement_terms_days' then files.settlement_terms_days is not null
                when 'credit_limit' then files.credit_limit is not null
                when 'credit_status' then files.credit_status is not null
                when 'first_deal_date' then files.first_deal_date is not null
                when 'last_deal_date' then files.last_deal_date is not null
                when 'created_date' then files.created_date is not null
                when 'confirmed_date' then files.confirmed_date is not null
            end as has_value
        from
            marts.customers as customers
            inner join staging.stg_customers as files on customers.customer_id = files.customer_id
            inner join marts.file_fields as wanted on customers.kind = wanted.kind
        where
            files.has_file
            and wanted.is_supplied
    )
select
    fields.customer_id,
    fields.field,
    fields.is_wanted,
    fields.has_value
    or coalesce(errors.is_refused, false) as is_filled,
    errors.customer_id is not null as is_wrong
from
    fields
    left join errors on fields.customer_id = errors.customer_id
    and fields.field = errors.field
