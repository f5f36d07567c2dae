-- One row per lead recorded by the as-of date: its class, what to do with it, and what became of it.
-- The class (MAN) says which of money, authority and need are there, by a capital letter each, as they are known today. Where one
-- of the three is not known the lead is not qualified yet: what is not known counts neither as there nor as missing. The chance of
-- a lead is the share won of all leads of its class that were closed (won or lost). Whoever still waits is seldom won: the chance of a
-- stale lead is the share won of the leads of all classes that closed after having been open as long, and no more than that of its class.
-- Of fewer closed leads than prospects.min_leads no chance is told. The weighted amount is the expected amount x the chance, and rather too high:
-- traits are often found out on the way, and leads that stay open are in no share.
-- A lead that was won made a new customer where the customer has no deal before the lead was recorded, and no other lead made
-- it before; of several the one won first counts, of one day the least lead_id. Open leads are ranked by weighted amount, without those
-- of a class to stop at and those of which no amount or chance is known.
-- key: lead_id
-- columns:
--   lead_id           Lead
--   label             Lead as the site may show it, by the project's privacy setting
--   source            Where the lead came from
--   owner             Who works on it
--   region            Sales region
--   created_date      Date the lead was recorded
--   closed_date       Date it was won or lost; NULL where it is open or that is not known
--   status            Where it stands: open, won, lost
--   class             MAN to man, or not qualified
--   class_position    Place of the class, from the best
--   standing          ideal, workable, nurture, find out or stop
--   step              Recommended step
--   unknown_traits    What is not known of money, authority, need; NULL where all is known
--   expected_amount   Worth expected if it is won [reporting currency]
--   chance            Share won of the closed leads of its class, of a stale lead that of the stale ones if it is less; NULL where too few are closed [0 to 1]
--   chance_basis      Of what leads that is the share: class or stale; NULL where there is none
--   chance_leads      Closed leads that it rests on [leads]
--   weighted_amount   Expected amount x chance, of open leads; NULL where either is not known [reporting currency]
--   days_to_close     Days from the record to the close; NULL where it is not closed or that day is not known [days]
--   age_days          Days since an open lead was recorded; NULL where it is closed [days]
--   is_stale          Whether an open lead is older than prospects.stale_days; NULL where it is closed
--   place             Place among the open leads to work on, from 1; NULL for the others
--   lost_reason       Why it was lost
--   customer_id       Customer of the analyses that it became
--   became            What a won lead became: new customer, further deal, existing customer, or no customer named; NULL for the others
--   won_date          Day it was won, or where that is not known its customer's first order; NULL for leads that made no new customer
-- checks:
--   a chance rests on leads: (chance is null) = (chance_leads is null) and (chance is null) = (chance_basis is null)
--   only open leads have an age: (age_days is not null) = (status = 'open')
--   a won lead became something: (became is not null) = (status = 'won')
--   the close is not before the record: days_to_close is null or days_to_close >= 0
with
    judged as (
        select
            leads.*,
            customers.customer_id as analysed_customer_id,
            customers.first_order_date,
            customers.first_deal_date,
            case
                when leads.has_money is null
                or leads.has_authority is null
                or leads.has_need is null then 'not qualified'
                else case
                    when leads.has_money then 'M'
                    else 'm'
                end || case
                    when leads.has_authority then 'A'
                    else 'a'
                end || case
                    when leads.has_need then 'N'
                    else 'n'
                end
            end as class,
            nullif(
                concat_ws(
                    ', ',
                    case
                        when leads.has_money is null then 'money'
                    end,
                    case
                        when leads.has_authority is null then 'authority'
                    end,
                    case
                        when leads.has_need is null then 'need'
                    end
                ),
                ''
            ) as unknown_traits
        from
            staging.stg_leads as leads
            left join marts.customers as customers on leads.customer_id = customers.customer_id
    ),
    closed as (
        select
            judged.class,
            case
                when judged.status = 'won' then 1
                else 0
            end as is_won,
            judged.closed_date - judged.created_date > settings.prospects_stale_days as was_stale
        from
            judged
            cross join run.settings as settings
        where
            judged.status <> 'open'
    ),
    class_chances as (
        select
            closed.class,
            count(*) as leads,
            safe_div(sum(closed.is_won), count(*)) as chance
        from
            closed
            cross join run.settings as settings
        group by
            closed.class,
            settings.prospects_min_leads
        having
            count(*) >= settings.prospects_min_leads
    ),
    stale_chances as (
        select
            count(*) as leads,
            safe_div(sum(closed.is_won), count(*)) as chance
        from
            closed
            cross join run.settings as settings
        where
            closed.was_stale
        group by
            settings.prospects_min_leads
        having
            count(*) >= settings.prospects_min_leads
    ),
    aged as (
        select
            judged.*,
            case
                when judged.status = 'open' then settings.as_of_date - judged.created_date
            end as age_days,
            case
                when judged.status = 'open' then settings.as_of_date - judged.created_date > settings.prospects_stale_days
            end as is_stale
        from
            judged
            cross join run.settings as settings
    ),
    -- A stale lead goes by its class where that says less of it than being stale does.
    chances as (
        select
            aged.lead_id,
            aged.is_stale is true
            and coalesce(class_chances.chance >= stale_chances.chance, true) as is_of_stale,
            class_chances.chance as class_chance,
            class_chances.leads as class_leads,
            stale_chances.chance as stale_chance,
            stale_chances.leads as stale_leads
        from
            aged
            left join class_chances on aged.class = class_chances.class
            left join stale_chances on true
    ),
    wins as (
        select
            lead_id,
            case
                when first_deal_date < created_date then 'existing customer'
                when row_number() over (
                    partition by
                        analysed_customer_id
                    order by
                        case
                            when first_deal_date < created_date then 1
                            else 0
                        end,
                        coalesce(closed_date, first_order_date) nulls last,
                        lead_id
                ) = 1 then 'new customer'
                else 'further deal'
            end as became
        from
            judged
        where
            status = 'won'
            and analysed_customer_id is not null
    ),
    valued as (
        select
            aged.*,
            classes.position as class_position,
            classes.standing,
            classes.step,
            case
                when chances.is_of_stale then chances.stale_chance
                else chances.class_chance
            end as chance,
            case
                when chances.is_of_stale
                and chances.stale_leads is not null then 'stale'
                when not chances.is_of_stale
                and chances.class_leads is not null then 'class'
            end as chance_basis,
            case
                when chances.is_of_stale then chances.stale_leads
                else chances.class_leads
            end as chance_leads,
            case
                when aged.status = 'won' then coalesce(wins.became, 'no customer named')
            end as became
        from
            aged
            inner join run.prospects_classes as classes on aged.class = classes.class
            inner join chances on aged.lead_id = chances.lead_id
            left join wins on aged.lead_id = wins.lead_id
    ),
    weighted as (
        select
            valued.*,
            case
                when status = 'open' then expected_amount::double * chance
            end as weighted_amount
        from
            valued
    ),
    places as (
        select
            lead_id,
            row_number() over (
                order by
                    weighted_amount desc,
                    lead_id
            ) as place
        from
            weighted
        where
            weighted_amount is not null
            and standing <> 'stop'
    )
select
    weighted.lead_id,
    case settings.privacy_customers
        when 'name' then coalesce(weighted.name, weighted.lead_id)
        when 'id' then weighted.lead_id
        else 'Lead ' || upper(substr(sha256('lead ' || settings.privacy_salt || weighted.lead_id), 1, 12))
    end as label,
    weighted.source,
    weighted.owner,
    weighted.region,
    weighted.created_date,
    weighted.closed_date,
    weighted.status,
    weighted.class,
    weighted.class_position::integer as class_position,
    weighted.standing,
    weighted.step,
    weighted.unknown_traits,
    weighted.expected_amount,
    weighted.chance,
    weighted.chance_basis,
    weighted.chance_leads::integer as chance_leads,
    weighted.weighted_amount,
    case
        when weighted.status <> 'open' then (weighted.closed_date - weighted.created_date)::integer
    end as days_to_close,
    weighted.age_days::integer as age_days,
    weighted.is_stale,
    places.place::integer as place,
    weighted.lost_reason,
    weighted.analysed_customer_id as customer_id,
    weighted.became,
    case
        when weighted.became = 'new customer' then coalesce(weighted.closed_date, weighted.first_order_date)
    end as won_date
from
    weighted
    cross join run.settings as settings
    left join places on weighted.lead_id = places.lead_id
