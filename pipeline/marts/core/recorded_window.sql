-- One row per run with a purchase: how much of the current window purchases are on record for.
-- What was bought in the window is the pattern of so many days: where records begin within it, it is younger than the window.
-- key: none
-- columns:
--   days  Days of the window since the first purchase of any, that day and the as-of date among them [days]
-- checks:
--   no more than the window has: days between 1 and (select analysis_window_days from run.settings)
select
    least(max(settings.analysis_window_days), max(settings.as_of_date - purchases.purchase_date) + 1)::integer as days
from
    marts.purchases as purchases
    cross join run.settings as settings
having
    count(*) > 0
