import { kpi } from "../../components/kpi.js";
import { change, count, MISSING, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Outlook, Total } from "./rows.js";
import { between, formatOf, MEASURES, refusal, span } from "./words.js";

/** The next months as a total each: what is forecast, within which limits, against the same months a year before. */
export function totals(context: Context, outlooks: Outlook[]): Element[] {
  const table = context.read<Total>("forecast_totals");
  const shown = MEASURES.filter((measure) => outlooks.some((outlook) => outlook.measure === measure && outlook.reason === null));
  return shown.flatMap((measure) => {
    const format = formatOf(context, measure);
    const { confidence } = outlooks.find((outlook) => outlook.measure === measure)!;
    return table.rows.filter((row) => row.measure === measure).map((row) => {
      const label = measure === "revenue" ? t`Revenue, next ${count(row.months, "month")}` : t`Orders, next ${count(row.months, "month")}`;
      const period = span(row.from_month, row.to_month);
      if (row.value === null) return kpi(context, { label, value: MISSING, note: t`${period}: ${refusal(row.reason!)}`, sources: [table], span: 4 });
      return kpi(context, {
        label, value: format(row.value), ...against(row), sources: [table], span: 4,
        note: t`${period}: ${between(format, row.low, row.high)} with a chance of ${percent0(confidence)}`,
      });
    });
  });
}

/** The change on the year before: welcome or not only where both limits lie on one side of it. */
function against({ change_rate: rate, low_change_rate: low, high_change_rate: high }: Total) {
  if (rate === null) return {};
  const isClear = low !== null && high !== null && (low > 0 || high < 0);
  return { delta: t`${change(rate)} on the same months a year before`, ...(isClear && { isGood: low > 0 }) };
}
