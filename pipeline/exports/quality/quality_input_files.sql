-- One row per input file and entity that it was read as.
select
    entity,
    file,
    rows_read::double as rows_read,
    rows_accepted::double as rows_accepted,
    rows_quarantined::double as rows_quarantined,
    rows_repeated::double as rows_repeated,
    rows_lost::double as rows_lost,
    values_quarantined::double as values_quarantined,
    accepted_rate
from
    marts.read_files
order by
    rows_lost desc,
    rows_quarantined desc,
    entity,
    file
