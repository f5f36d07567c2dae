-- One row per customer. Merged duplicates are left out: their records count for the customer that remains.
-- A customer that only occurs in orders or transactions has a row with nothing but its identifier.
-- key: customer_id
-- columns:
--   customer_id            Customer
--   kind                   Kind of customer: consumer, business, distributor, internal
--   name                   Name of the person or company
--   phone                  Telephone number
--   email                  E-mail address
--   address                Street address
--   city                   City or town
--   region                 Sales region
--   country                Country
--   postal_code            Postal code
--   source                 How the customer was first won
--   channel                Channel the customer is served through
--   owner                  Account manager
--   credit_grade           Credit grade given by the company or an agency
--   marking                Mark set by the sales force
--   lost_reason            Why it no longer buys, as the sales force noted it
--   created_date           Date the file was opened
--   confirmed_date         Date the file was last confirmed
--   sex                    Sex
--   birth_date             Date of birth
--   occupation             Occupation
--   education              Education
--   income_band            Income band
--   household_size         Persons in the household [persons]
--   interests              Interests
--   legal_form             Legal form
--   web_site               Web site
--   industry               Industry
--   industry_position      Position in its industry
--   company_size           Size class
--   employees              Employees [persons]
--   founded_year           Year the company was founded
--   settlement_terms_days  Agreed time to pay [days]
--   credit_limit           Credit limit granted, at the as-of date's rate [reporting currency]
--   credit_status          Whether new credit is granted: open, review, hold
--   first_deal_date        Date of the first deal by the CRM
--   last_deal_date         Date of the last deal by the CRM
--   merged_into            Customer it should be merged into but is not: unknown, itself, or merged in a circle
--   has_file               Whether the customer file knows the customer
-- checks:
--   the kind is one of four: kind in ('consumer', 'business', 'distributor', 'internal')
select
    ids.customer_id,
    coalesce(files.kind, settings.analysis_default_kind) as kind,
    files.name,
    files.phone,
    files.email,
    files.address,
    files.city,
    files.region,
    files.country,
    files.postal_code,
    files.source,
    files.channel,
    files.owner,
    files.credit_grade,
    files.marking,
    files.lost_reason,
    files.created_date,
    files.confirmed_date,
    files.sex,
    files.birth_date,
    files.occupation,
    files.education,
    files.income_band,
    files.household_size,
    files.interests,
    files.legal_form,
    files.web_site,
    files.industry,
    files.industry_position,
    files.company_size,
    files.employees,
    files.founded_year,
    files.settlement_terms_days,
    (files.credit_limit * rates.rate)::decimal(18, 4) as credit_limit,
    files.credit_status,
    files.first_deal_date,
    files.last_deal_date,
    files.merged_into,
    files.customer_id is not null as has_file
from
    staging.stg_customer_ids as ids
    cross join run.settings as settings
    left join raw.customers as files on ids.customer_id = files.customer_id
    left join staging.stg_exchange_rates as rates on coalesce(files.credit_currency, settings.reporting_currency) = rates.currency
    and settings.as_of_date >= rates.valid_from
    and settings.as_of_date < rates.valid_until
where
    ids.source_customer_id = ids.customer_id
