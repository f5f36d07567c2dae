-- One row per industry and ratio, and one for all industries together: quartiles and bands of the latest statements.
select
    industry,
    position,
    ratio,
    subject,
    unit,
    better,
    clients,
    lower_quartile,
    median,
    upper_quartile,
    strong,
    adequate,
    weak,
    critical
from marts.industry_ratios
order by industry, position
