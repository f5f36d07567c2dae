-- One row per way from one state to another between the two ends of the current span: customers that went it, or stayed.
-- What came and went between the two ends is not seen: who was lost and came back in between stayed. The months are in state_flows.
-- key: from_state, to_state
-- columns:
--   from_date      Day of the state before
--   until_date     Day of the state after
--   from_state     State before; new for who was not known then
--   from_position  Place of the state on the way; NULL for new
--   to_state       State after
--   to_position    Place of the state on the way
--   direction      forward, same, back; for new ones what became of them: new
--   customers      Customers that went that way [customers]
--   share          Share of those that were in the state before [0 to 1]
--   share_low      Lower end of its interval (Wilson) at prediction.confidence [0 to 1]
--   share_high     Upper end [0 to 1]
--   revenue        Their revenue in the current window; NULL where none of them ever ordered [reporting currency]
-- checks:
--   nobody is new and known before: (from_state = 'new') = (from_position is null)
with
    spans as (
        select
            from_date,
            until_date
        from
            marts.state_spans
        where
            span = 'current'
    ),
    pairs as (
        select
            spans.from_date,
            spans.until_date,
            coalesce(begins.state, 'new') as from_state,
            untils.state as to_state,
            case
                when untils.orders > 0 then coalesce(customers.current_revenue, 0)
            end as revenue
        from
            spans
            inner join marts.customer_states as untils on spans.until_date = untils.month_end
            inner join marts.customers as customers on untils.customer_id = customers.customer_id
            left join marts.customer_states as begins on untils.customer_id = begins.customer_id
            and spans.from_date = begins.month_end
    ),
    ways as (
        select
            from_date,
            until_date,
            from_state,
            to_state,
            count(*) as customers,
            sum(revenue) as revenue
        from
            pairs
        group by
            from_date,
            until_date,
            from_state,
            to_state
    ),
    summed as (
        select
            ways.*,
            sum(customers) over (
                partition by
                    from_state
            ) as from_customers
        from
            ways
    )
select
    summed.from_date,
    summed.until_date,
    summed.from_state,
    begins.position as from_position,
    summed.to_state,
    untils.position as to_position,
    case
        when summed.from_state = 'new' then 'new'
        when summed.from_state = summed.to_state then 'same'
        -- From lost every other state is a way back to us; to lost or to who is not to be contacted none is.
        when summed.from_state = 'lost' then 'forward'
        when summed.to_state in ('lost', 'non-customer') then 'back'
        when untils.position > begins.position then 'forward'
        else 'back'
    end as direction,
    summed.customers::integer as customers,
    safe_div(summed.customers, summed.from_customers) as share,
    wilson_low (summed.customers, summed.from_customers, quantiles.normal_quantile) as share_low,
    wilson_high (summed.customers, summed.from_customers, quantiles.normal_quantile) as share_high,
    summed.revenue::decimal(18, 4) as revenue
from
    summed
    cross join marts.interval_quantile as quantiles
    inner join run.states_steps as untils on summed.to_state = untils.state
    left join run.states_steps as begins on summed.from_state = begins.state
