import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { count, decimal1, decimal2, integer, percent, readable, sentence, words } from "../lib/format.js";
import type { Context, Page, Table } from "../lib/page.js";
import { agreement } from "./rfm/agreement.js";
import { clusters } from "./rfm/clusters.js";
import { decisions } from "./rfm/decisions.js";
import type { Choice, Summary } from "./rfm/rows.js";
import { scores } from "./rfm/scores.js";
import { classes, segments } from "./rfm/segments.js";
import { quoted, windowWords } from "./rfm/words.js";

export const rfm: Page = {
  path: "rfm",
  title: "RFM & clusters",
  question: "How do customers behave, and what should we do about each group?",
  render(context) {
    const summary = context.read<Summary>("rfm_summary");
    const [head] = summary.rows;
    if (!head) {
      return [...heading("What this page would show"), emptyState(context, ["customers", "orders"],
        "This page groups customers by when they last ordered, how often and how much, and says what to do for each group.")];
    }
    return [
      ...tiles(context, summary, head),
      ...heading("Whom to decide about", "Customers by whether their last order is recent (R), their orders are many (F) and their amount is large (M), each against the mean; in each group those that bring most."),
      ...decisions(context, summary, head),
      ...heading("How recently and how often they order", "Each customer gets a score from 1 to 5 for recency, frequency and amount; 5 is best."),
      ...scores(context, head),
      ...heading("Segments by score", "The names that practitioners give to combinations of the three scores."),
      ...segments(context, head),
      ...heading("The eight classes", "Better or worse than the mean in recency, frequency and amount: the rule behind the decisions above."),
      ...classes(context, summary, head),
      ...heading("Clusters", "Here no limits are set beforehand: k-means, a search for customers who are alike in recency, orders and amount, forms the groups itself."),
      ...clusters(context, summary, head),
      ...heading("Do the groupings agree?"),
      ...agreement(context),
    ];
  },
};

function tiles(context: Context, summary: Table<Summary>, head: Summary): Element[] {
  const choices = context.read<Choice>("rfm_cluster_choice");
  const refused = new Set(choices.rows.map(({ reason }) => reason));
  return [
    kpi(context, {
      label: "Customers scored", value: integer(head.customers),
      note: `From ${windowWords(head)}: ${decimal1(head.mean_orders)} orders each on average, the last ${integer(head.mean_recency_days)} days ago`, sources: [summary],
    }),
    kpi(context, {
      label: `Share of ${quoted(words(head.best_decision))} in revenue`, value: percent(head.best_revenue_share),
      note: `${context.money(head.best_revenue)}, counting ${windowWords(head)}, from ${count(head.best_customers, "customer")}${head.top_revenue_share === null ? "" : `; ${head.top_segment}: ${percent(head.top_revenue_share)} from ${integer(head.top_customers)}`}`, sources: [summary],
    }),
    kpi(context, {
      label: "Large customers who stay away", value: integer(head.fading_customers),
      note: `Amount above the mean, last order ${integer(head.mean_recency_days)} days ago or longer${head.fading_revenue_share === null || head.fading_customers === 0 ? "" : `: ${context.money(head.fading_revenue)}, ${percent(head.fading_revenue_share)} of the revenue`}`, sources: [summary],
    }),
    kpi(context, {
      label: "Clusters found by statistics", value: head.clusters === null ? "None" : integer(head.clusters),
      note: head.clusters === null
        ? refused.size === 1 ? sentence(readable([...refused][0]!)) : "No number of clusters is sound"
        : `Separation ${decimal2(head.silhouette)} of 1 (silhouette); found again in halves of the data: ${decimal2(head.stability)} of 1 (stability)`, sources: [summary, choices],
    }),
  ];
}
