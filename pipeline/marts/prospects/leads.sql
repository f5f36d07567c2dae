-- One row per lead recorded by the as-of date: its class, what to do with it, and what became of it.
-- The class (MAN) says which of money, authority and need are there, by a capital letter each, as they are known today. Where one
-- of the three is not known the lead is not qualified yet: what is not known counts neither as there nor as missing. The chance of
-- a lead is the share won of all leads of its class that were closed (won or lost), and its weighted amount the expected amount
-- x that chance; traits are often found out on the way, so the chance of an early lead is rather less.
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
--   chance            Share won of the closed leads of its class; NULL where none is closed [0 to 1]
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
    chances as (
        select
            class,
            safe_div(
                count(
                    case
                        when status = 'won' then 1
                    end
                ),
                count(
                    case
                        when status <> 'open' then 1
                    end
                )
            ) as chance
        from
            judged
        group by
            class
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
            judged.*,
            classes.position as class_position,
            classes.standing,
            classes.step,
            chances.chance,
            case
                when judged.status = 'open' then judged.expected_amount::double * chances.chance
            end as weighted_amount,
            case
                when judged.status = 'won' then coalesce(wins.became, 'no customer named')
            end as became
        from
            judged
            inner join run.prospects_classes as classes on judged.class = classes.class
            inner join chances on judged.class = chances.class
            left join wins on judged.lead_id = wins.lead_id
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
            valued
        where
            weighted_amount is not null
            and standing <> 'stop'
    )
select
    valued.lead_id,
    case settings.privacy_customers
        when 'name' then coalesce(valued.name, valued.lead_id)
        when 'id' then valued.lead_id
        else 'Lead ' || upper(substr(sha256('lead ' || settings.privacy_salt || valued.lead_id), 1, 12))
    end as label,
    valued.source,
    valued.owner,
    valued.region,
    valued.created_date,
    valued.closed_date,
    valued.status,
    valued.class,
    valued.class_position::integer as class_position,
    valued.standing,
    valued.step,
    valued.unknown_traits,
    valued.expected_amount,
    valued.chance,
    valued.weighted_amount,
    case
        when valued.status <> 'open' then (valued.closed_date - valued.created_date)::integer
    end as days_to_close,
    case
        when valued.status = 'open' then (settings.as_of_date - valued.created_date)::integer
    end as age_days,
    case
        when valued.status = 'open' then settings.as_of_date - valued.created_date > settings.prospects_stale_days
    end as is_stale,
    places.place::integer as place,
    valued.lost_reason,
    valued.analysed_customer_id as customer_id,
    valued.became,
    case
        when valued.became = 'new customer' then coalesce(valued.closed_date, valued.first_order_date)
    end as won_date
from
    valued
    cross join run.settings as settings
    left join places on valued.lead_id = places.lead_id
