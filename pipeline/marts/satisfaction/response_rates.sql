-- One row per period and group to which a form was sent in it: how many were answered since, with the interval by Wilson.
-- Who did not answer may think otherwise. An anonymous answer belongs to no group but anonymous, so that the rates of the others are,
-- by as many as these are, too low; and where forms that were not answered name no customer either, they stand there too.
-- key: span, period, dimension, group_name, group_kind
-- columns:
--   span           window, or trend, see survey_periods
--   period         current, prior, or the first day of the period of the trend
--   dimension      all, kind, tier, region, segment, owner or service_point, see survey_groups
--   group_name    Value of the group; all, missing or anonymous where the kind says so
--   group_kind     all, value, missing or anonymous
--   position       Place of the group where its dimension has an order; else 0
--   asked          Forms sent in the period [forms]
--   answered       Those of them that were answered [forms]
--   anonymous      Those answered without a name [forms]
--   response_rate  Share answered [0 to 1]
--   response_low   Lower end of its interval of prediction.confidence [0 to 1]
--   response_high  Upper end of that interval [0 to 1]
-- checks:
--   no more are answered than asked: answered <= asked and anonymous <= answered
select
    periods.span,
    periods.period,
    groups.dimension,
    groups.group_name,
    groups.group_kind,
    groups.position,
    count(*)::integer as asked,
    count(
        case
            when forms.is_answered then 1
        end
    )::integer as answered,
    count(
        case
            when forms.is_answered
            and forms.customer_id is null then 1
        end
    )::integer as anonymous,
    safe_div(
        count(
            case
                when forms.is_answered then 1
            end
        ),
        count(*)
    ) as response_rate,
    wilson_low (
        count(
            case
                when forms.is_answered then 1
            end
        ),
        count(*),
        max(intervals.normal_quantile)
    ) as response_low,
    wilson_high (
        count(
            case
                when forms.is_answered then 1
            end
        ),
        count(*),
        max(intervals.normal_quantile)
    ) as response_high
from
    marts.survey_forms as forms
    inner join marts.survey_periods as periods on forms.sent_date between periods.start_date and periods.end_date
    inner join marts.survey_groups as groups on forms.survey_id = groups.survey_id
    cross join marts.interval_quantile as intervals
group by
    periods.span,
    periods.period,
    groups.dimension,
    groups.group_name,
    groups.group_kind,
    groups.position
