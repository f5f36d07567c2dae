-- One row per run: the headline figures of solvency and receivables, and the settings that their page names.
-- columns:
--   serious_overdue_days  Overdue for longer than this is serious [days]
--   stale_after_months    A statement is stale when its period ended longer ago than this [months]
--   dso_window_days       Days of billing that open receivables are compared with [days]
--   trend_confidence      Chance that the next value lies in the interval of an outlook, if the trend goes on [0 to 1]
--   trend_min_periods     Values from which on a ratio has a direction and an outlook [periods]
--   recent_order_days     A client is still ordering if its last order is no older than this [days]
--   min_peers             Clients of one industry from which on they are compared [clients]
--   list_customers        Customers in a list of the page [customers]
select
    totals.clients,
    clients_with_statement,
    clients_graded,
    graded_share,
    clients_stale,
    clients_unbalanced,
    clients_improved,
    clients_worsened,
    statements,
    statements_restated,
    statements_unbalanced,
    scored_as_manufacturers,
    scored_as_others,
    weak_clients,
    clients_known_before,
    weak_clients_before,
    exposure::double as exposure,
    weak_exposure::double as weak_exposure,
    weak_exposure_share,
    weak_exposure_before::double as weak_exposure_before,
    weak_exposure_change::double as weak_exposure_change,
    weak_exposure_share_before,
    ungraded_exposure::double as ungraded_exposure,
    ungraded_exposure_share,
    at_risk::double as at_risk,
    watched_clients,
    watched_exposure::double as watched_exposure,
    watched_at_risk::double as watched_at_risk,
    clients_ordering_on,
    owed_amount::double as owed_amount,
    open_amount::double as open_amount,
    overdue_amount::double as overdue_amount,
    overdue_share,
    dso_days,
    open_amount_before::double as open_amount_before,
    overdue_share_before,
    dso_days_before,
    open_amount_change::double as open_amount_change,
    overdue_share_change,
    dso_change_days,
    before_date,
    settings.solvency_serious_overdue_days as serious_overdue_days,
    settings.solvency_stale_after_months as stale_after_months,
    settings.solvency_dso_window_days as dso_window_days,
    settings.solvency_trend_confidence as trend_confidence,
    settings.solvency_trend_min_periods as trend_min_periods,
    settings.solvency_recent_order_days as recent_order_days,
    settings.solvency_min_peers as min_peers,
    settings.solvency_list_customers as list_customers
from
    marts.solvency_totals as totals
    cross join run.settings as settings
order by
    totals.clients
