import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { change, count, integer, percent0, type Format } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { named } from "../composition/cells.js";
import type { Gap } from "./rows.js";

/** The forecast that the models of single customers make, beside that of the months, and why the two differ; nothing where there are not both. */
export function byCustomers(context: Context): Element[] {
  const table = context.read<Gap>("forecast_gaps");
  const longest = table.rows.filter(({ measure }) => measure === "revenue").at(-1) ?? table.rows.at(-1);
  if (!longest) return [];
  const { money, moneyChange } = context;
  const amount = ({ measure }: Gap): Format => (measure === "revenue" ? money : integer);
  const signed = ({ measure }: Gap): Format => (measure === "revenue" ? moneyChange : (value) => (value !== null && value !== undefined && value > 0 ? `+${integer(value)}` : integer(value)));
  const name = (row: Gap) => (row.measure === "revenue" ? t`Revenue, ${count(row.months, "month")}` : t`Orders, ${count(row.months, "month")}`);
  return [card(context, { title: titleOf(context, longest), subtitle: t`Added up from what is expected of each customer there is, and of those still to come`, sources: [table], span: 12 },
    dataTable(table.rows, [
      { label: t`Next months`, value: name, isRowHeader: true },
      { label: t`By the months`, value: (row) => amount(row)(row.forecast), align: "right" },
      { label: t`By customers`, value: (row) => named(amount(row)(row.customer_value), t`${percent0(row.new_value / row.customer_value)} by new ones`), number: (row) => row.customer_value, align: "right" },
      { label: t`Apart`, value: (row) => named(signed(row)(row.gap), change(row.gap_rate)), number: (row) => row.gap, align: "right" },
      { label: t`of it season`, value: (row) => signed(row)(row.season_gap), number: (row) => row.season_gap, align: "right" },
      { label: t`of it level`, value: (row) => signed(row)(row.level_gap), number: (row) => row.level_gap, align: "right" },
    ], { caption: t`The forecast of the months, and that of single customers` }),
    note(t`Season: single customers are expected to buy alike in every month, the months are not. Level: the months go on where they stood, customers as their own past lets expect, and as many new ones come as in the last ${count(context.windowDays, "day")}.`))];
}

/** Whether the two ways agree, in one sentence. */
function titleOf({ money }: Context, { measure, months, customer_value: value, gap_rate: rate }: Gap): string {
  const [time, sum] = [count(months, "month"), measure === "revenue" ? money(value) : count(value, "order")];
  if (rate === null || Math.abs(rate) < 0.005) return t`A second method, customer by customer, agrees: ${sum} in ${time}`;
  return rate > 0 ? t`A second method, customer by customer, comes to ${sum} in ${time}: the forecast by months is ${percent0(rate)} above it` : t`A second method, customer by customer, comes to ${sum} in ${time}: the forecast by months is ${percent0(-rate)} below it`;
}
