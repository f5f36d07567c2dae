-- One row per run with a customer that has a tier: what levels are measured by, what is on record of contacts, and what serving
-- customers beyond their level costs.
-- What over-served customers cost is booked service and retention and their tickets, over the current window and not only for the contacts
-- above those due: no single contact is booked. A cost that is not booked by customer is NULL.
-- key: none
-- columns:
--   measure               margin or revenue, see relationship_segments
--   mean_value            Mean of all customers with a tier [reporting currency]
--   low_limit             Below it the margin, or revenue, of a customer is low; NULL where the mean is not positive [reporting currency]
--   high_limit            From it on it is high; NULL likewise [reporting currency]
--   customers             Customers with a tier [customers]
--   contacts              Contacts on record that count, see account_contacts [contacts]
--   first_contact_date    Date of the first; NULL without one
--   last_contact_date     Date of the last
--   uncounted_contacts    Contacts on record that do not count: inbound mail, mailings of campaigns [contacts]
--   forbidden_contacts    Contacts with customers marked not to be contacted, see forbidden_contacts; NULL where contacts are not on record [contacts]
--   unowned_due_customers  Customers to whom a contact is due and who have no account manager; NULL where contacts are not on record [customers]
--   over_served_customers  Customers that are over-served; NULL where contacts are not on record [customers]
--   over_served_margin    Margin that they left in the current window; NULL where that of any is not known [reporting currency]
--   over_served_cost      Cost to serve them in the current window; NULL where it is not known [reporting currency]
--   over_served_losses    Over-served customers at a loss after cost to serve; NULL where profit is not known of any [customers]
with
    counted as (
        select
            count(*) as contacts,
            min(interaction_date) as first_contact_date,
            max(interaction_date) as last_contact_date
        from
            marts.account_contacts
    ),
    all_contacts as (
        select
            count(*) as contacts
        from
            staging.stg_interactions as interactions
            inner join marts.customers as customers on interactions.customer_id = customers.customer_id
    ),
    unowned as (
        select
            count(statuses.timing) as customers
        from
            marts.relationship_customers as statuses
            inner join marts.customers as customers on statuses.customer_id = customers.customer_id
        where
            customers.owner is null
    ),
    forbidden as (
        select
            coalesce(sum(contacts), 0) as contacts
        from
            marts.forbidden_contacts
    ),
    over_served as (
        select
            count(*) as customers,
            case
                when count(*) = count(profits.margin) then sum(profits.margin)
            end as margin,
            case
                when count(*) = count(profits.cost_to_serve) then sum(profits.cost_to_serve)
            end as cost_to_serve,
            case
                when count(profits.profit) > 0 then count(
                    case
                        when profits.profit < 0 then 1
                    end
                )
            end as losses
        from
            marts.relationship_customers as statuses
            inner join marts.customer_profits as profits on statuses.customer_id = profits.customer_id
        where
            statuses.standing = 'over-served'
    ),
    measured as (
        select
            measure,
            mean_value,
            sum(customers) as customers
        from
            marts.relationship_segments
        group by
            measure,
            mean_value
    )
select
    measured.measure,
    measured.mean_value,
    case
        when measured.mean_value > 0 then settings.relationship_low_margin_factor::double * measured.mean_value
    end as low_limit,
    case
        when measured.mean_value > 0 then settings.relationship_high_margin_factor::double * measured.mean_value
    end as high_limit,
    measured.customers::integer as customers,
    counted.contacts::integer as contacts,
    counted.first_contact_date,
    counted.last_contact_date,
    (all_contacts.contacts - counted.contacts)::integer as uncounted_contacts,
    case
        when counted.contacts > 0 then forbidden.contacts
    end::integer as forbidden_contacts,
    case
        when counted.contacts > 0 then unowned.customers
    end::integer as unowned_due_customers,
    case
        when counted.contacts > 0 then over_served.customers
    end::integer as over_served_customers,
    over_served.margin::decimal(18, 4) as over_served_margin,
    over_served.cost_to_serve::decimal(18, 4) as over_served_cost,
    over_served.losses::integer as over_served_losses
from
    measured
    cross join counted
    cross join all_contacts
    cross join unowned
    cross join forbidden
    cross join run.settings as settings
    cross join over_served
