import { emptyState } from "../components/emptyState.js";
import { msg, t } from "../lib/language.js";
import type { Page } from "../lib/page.js";
import { actions } from "./service/actions.js";
import { completeness } from "./service/completeness.js";
import { cycle } from "./service/cycle.js";
import { desks } from "./service/desks.js";
import { whomWeFailed } from "./service/failed.js";
import { outcomes } from "./service/outcomes.js";
import { punctuality } from "./service/punctuality.js";
import type { Headline, Measure, Month } from "./service/rows.js";
import { scorecard, tiles } from "./service/scorecard.js";

export const service: Page = {
  path: "service",
  title: msg("Service"),
  question: msg("Do we keep what we promise, whom did we fail, and did it cost us?"),
  follows: "customers",
  render(context) {
    const source = context.read<Headline>("service_headline");
    const [head] = source.rows;
    if (!head || !(head.has_due || head.has_fills || head.has_tickets || head.has_returns)) {
      return [emptyState(context, ["orders", "order_lines", "returns", "tickets", "service_standards"], t`This page says whether orders come on time and whole, how complaints are answered, whom we failed and whether they came back.`)];
    }
    const scores = context.read<Measure>("service_scorecard");
    const months = context.read<Month>("service_months");
    return [
      ...tiles(context, scores, months),
      ...actions(context, head),
      ...whomWeFailed(context, source, head),
      ...scorecard(context, head, scores),
      ...punctuality(context, source, head, scores, months),
      ...completeness(context, source, head, scores),
      ...cycle(context),
      ...desks(context, months),
      ...outcomes(context, head),
    ];
  },
};
