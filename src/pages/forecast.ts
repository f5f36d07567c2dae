import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { percent0 } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Page } from "../lib/page.js";
import { actions } from "./forecast/actions.js";
import { byCustomers } from "./forecast/byCustomers.js";
import { course } from "./forecast/courses.js";
import { evidence, monthTable } from "./forecast/evidence.js";
import { goals } from "./forecast/goals.js";
import type { Outlook } from "./forecast/rows.js";
import { totals } from "./forecast/totals.js";
import { MEASURES, trust } from "./forecast/words.js";

export const forecast: Page = {
  path: "forecast",
  title: msg("Forecast"),
  question: msg("How much demand is to come in the next months, how sure is that, and will the goals be reached?"),
  follows: "nothing",
  render(context) {
    if (!context.has("orders") && !context.has("transactions")) {
      return [emptyState(context, ["orders"], t`Orders and revenue of the next 3, 6 and 12 months, with their limits, tested on the months past.`)];
    }
    const outlooks = context.read<Outlook>("forecast_outlooks");
    const tested = outlooks.rows.some(({ tests }) => tests !== null);
    // Two that say why nothing is forecast need their words; two courses are read side by side.
    const width = outlooks.rows.every(({ reason }) => reason === null) ? 6 : 12;
    return [
      ...totals(context, outlooks.rows),
      ...actions(context, outlooks),
      ...heading(t`What is to come`, leadOf(outlooks.rows)),
      ...MEASURES.map((measure) => course(context, outlooks, measure, width)),
      ...goals(context),
      ...byCustomers(context),
      ...(tested ? heading(t`How far to trust it`, t`What forecasts made in the same way would have said of months that have come since.`) : []),
      ...evidence(context, outlooks),
      ...(outlooks.rows.some(({ reason }) => reason === null) ? heading(t`Month by month`) : []),
      ...monthTable(context),
    ];
  },
};

/** How far to trust what follows, and how to read its limits. */
function leadOf(outlooks: Outlook[]): string | undefined {
  const given = MEASURES.flatMap((measure) => outlooks.filter((row) => row.measure === measure && row.reason === null))[0];
  if (!given) return undefined;
  return t`${trust(given)} The limits hold what comes, of customers present and still to come, with a chance of ${percent0(given.confidence)}; those of a total are no wider than those of its months together.`;
}
