import { html } from "htl";
import { whenSeen } from "../components/drawing.js";
import { disclosure } from "../components/disclosure.js";
import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { count, daysAgo, decimal1, integer, percent } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { agreement } from "./rfm/agreement.js";
import { clusters } from "./rfm/clusters.js";
import { decisions } from "./rfm/decisions.js";
import type { Group, Summary } from "./rfm/rows.js";
import { boundsOf, limits, scores } from "./rfm/scores.js";
import { classes, segments } from "./rfm/segments.js";
import { weights } from "./rfm/weights.js";
import { groupName, quoted, windowWords } from "./rfm/words.js";
import { isPart, nobody } from "./selected.js";

export const rfm: Page = {
  path: "rfm",
  title: msg("RFM & clusters"),
  question: msg("How do customers behave, and what should we do about each group?"),
  follows: "customers",
  render(context) {
    const summary = context.read<Summary>("rfm_summary");
    const [head] = summary.rows;
    if (!head && isPart(context)) return [nobody(t`Nobody selected has ordered in the time that counts here`)];
    if (!head) {
      return [...heading(t`What this page would show`), emptyState(context, ["customers", "orders"],
        t`This page groups customers by when they last ordered, how often and how much, and says what to do for each group.`)];
    }
    return [
      ...tiles(context, summary, head),
      ...heading(t`Five groups, five actions`, t`Is the last order recent (R), are the orders many (F), is the revenue large (M)? Each customer is compared with the mean.`),
      ...decisions(context, summary, head),
      ...heading(t`When and how often they order`),
      ...scores(context, summary, head),
      appendix(context, summary, head),
    ];
  },
};

function tiles(context: Context, summary: Table<Summary>, head: Summary): Element[] {
  const groups = context.read<Group>("rfm_group_figures");
  const decisionOf = (name: string | null | undefined) => groups.rows.find((row) => row.scheme === "decision" && row.name === name);
  const best = decisionOf(head.best_decision)!;
  const worst = decisionOf(groups.rows.find((row) => row.recency_is_better === false && row.frequency_is_better === false && row.monetary_is_better === false)?.decision)!;
  return [
    kpi(context, {
      label: t`Customers scored`, value: integer(head.customers),
      note: t`By ${windowWords(head)}: ${decimal1(head.mean_orders)} each on average, the last ${daysAgo(head.mean_recency_days)}`, sources: [summary],
    }),
    kpi(context, {
      label: t`Share of ${quoted(groupName(best))} in revenue`, value: percent(head.best_revenue_share),
      note: t`${context.money(head.best_revenue)} from ${count(head.best_customers, "customer")}, counting ${windowWords(head)}`, sources: [summary, groups],
    }),
    kpi(context, { label: t`Large customers who stay away`, value: integer(head.fading_customers), note: fadingNote(context, head), sources: [summary] }),
    kpi(context, {
      label: t`Customers in ${quoted(groupName(worst))}`, value: integer(worst.customers),
      note: worst.revenue_share === null ? t`${percent(worst.customer_share)} of the customers` : t`${percent(worst.customer_share)} of the customers, ${percent(worst.revenue_share)} of the revenue`, sources: [groups],
    }),
  ];
}

function fadingNote({ money }: Context, head: Summary): string {
  const days = integer(boundsOf(head).recency_days);
  return head.fading_customers === 0 || head.fading_revenue_share === null ? t`Amount above the mean, last order ${days} days ago or longer`
    : t`Amount above the mean, last order ${days} days ago or longer: ${money(head.fading_revenue)}, ${percent(head.fading_revenue_share)} of the revenue`;
}

/** Other ways to divide the same customers, folded up: for whoever checks or refines the groups above. */
function appendix(context: Context, summary: Table<Summary>, head: Summary): Element {
  const fold = disclosure(html`<h2>${t`For analysts`}</h2>`, { id: "analysts", detail: t`Score limits, named segments, the eight classes, clusters and how far they agree, weights of the loyalty score` });
  whenSeen(fold.querySelector<HTMLElement>(".disclosure-body")!, () => html.fragment`
    <p class="lead">${t`Other ways to divide the same customers. They answer other questions; what to do is decided by the five groups above.`}</p>
    <div class="page">${[
      ...heading(t`Scores`, t`Each customer gets a score from 1 to 5 for recency, frequency and amount; 5 is best.`),
      ...limits(context, head),
      ...heading(t`Segments by score`, t`The names that practitioners give to combinations of the three scores, with the action usual for each.`),
      ...segments(context, head),
      ...heading(t`The eight classes`, t`Better or worse than the mean in recency, frequency and amount: the rule behind the five groups.`),
      ...classes(context),
      ...heading(t`Clusters`, t`No limits are set beforehand: k-means, a search for customers who are alike in recency, orders and amount, forms the groups itself.`),
      ...clusters(context, summary, head),
      ...heading(t`Do the groupings agree?`),
      ...agreement(context),
      ...heading(t`Loyalty score`, t`One number for the three: the weighted sum of their standard scores, recency reversed. It ranks customers; try other weights on the page “What if”.`),
      ...weights(context),
    ]}</div>`);
  return fold;
}
