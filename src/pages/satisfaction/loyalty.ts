import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { heatMap } from "../../components/heatMap.js";
import { heading, note } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { count, integer, percent, percent0 } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { LoyaltyCell, Terms } from "./rows.js";
import { attitudeName, behaviourName, loyaltyName } from "./words.js";

const attitudes = ["favourable", "unfavourable", "not known"];
const behaviours = ["regularly", "seldom"];

/** What customers feel against what they do. */
export function loyalty(context: Context, terms: Terms): Element[] {
  const table = context.read<LoyaltyCell>("satisfaction_loyalty");
  if (!table.rows.some(({ customers, attitude }) => customers > 0 && attitude !== "not known")) return [];
  return [
    ...heading(t`Loyal, or only used to us?`, t`Who would recommend us and buys regularly is loyal. Who buys regularly without that may be gone with the next better offer.`),
    matrix(context, table, terms), actions(context, table),
  ];
}

const cellOf = (rows: LoyaltyCell[], loyalty: string) => rows.find((row) => row.loyalty === loyalty);

/** The finding: how much revenue stays from habit alone. */
export function loyaltyTitle({ money }: Pick<Context, "money">, rows: LoyaltyCell[]): string {
  const spurious = cellOf(rows, "spurious");
  const loyal = cellOf(rows, "true");
  if (!spurious || spurious.customers === 0) return loyal && loyal.customers > 0 ? t`Everybody who buys regularly, and said so, would recommend us` : t`Nobody who said how it feels buys regularly`;
  const share = spurious.revenue_share === null ? money(spurious.revenue) : t`${money(spurious.revenue)}, ${percent0(spurious.revenue_share)} of the revenue`;
  return spurious.customers === 1 ? t`1 customer buys regularly without being attached to us: ${share}` : t`${integer(spurious.customers)} customers buy regularly without being attached to us: ${share}`;
}

function matrix(context: Context, table: Table<LoyaltyCell>, terms: Terms): Element {
  const { money } = context;
  const title = loyaltyTitle(context, table.rows);
  return card(context, {
    title, subtitle: t`Customers that ever ordered, by attitude and behaviour, with their revenue of ${count(context.windowDays, "day")}. The stronger the colour, the more customers`, sources: [table], span: 5,
  }, heatMap(table.rows.map((row) => ({
    row: attitudeName(row.attitude), column: behaviourName(row.behaviour), value: row.attitude === "not known" ? 0 : row.customers,
    text: groupLink(integer(row.customers), { attitude: row.attitude, behaviour: row.behaviour }, row.customers),
    detail: row.attitude === "not known" ? money(row.revenue) : `${loyaltyName(row.loyalty)} · ${money(row.revenue)}`,
  })), {
    caption: title, rows: attitudes.map(attitudeName), columns: behaviours.map(behaviourName), rowTitle: t`Attitude`, columnTitle: t`Behaviour`,
  }),
  note(t`Favourable: would recommend us with ${integer(terms.recommend_from)} of 10 or more in the last answer, no older than ${count(terms.attitude_days, "day")}. Regularly: ${count(terms.regular_orders, "order")} or more, in ${integer(terms.regular_quarters)} of the last four quarters or more.`));
}

function actions(context: Context, table: Table<LoyaltyCell>): Element {
  const { money } = context;
  const order = ["spurious", "true", "latent", "none"];
  const rows = order.flatMap((loyalty) => cellOf(table.rows, loyalty) ?? []);
  const silent = table.rows.find(({ attitude, behaviour }) => attitude === "not known" && behaviour === "regularly");
  const title = silent && silent.customers > 0
    ? (silent.customers === 1 ? t`Ask 1 more: it buys regularly, and never said how it feels` : t`Ask ${integer(silent.customers)} more: they buy regularly, and have not said how they feel`)
    : t`What to do with each of the four`;
  return card(context, { title, subtitle: t`What each of the four asks for, with the mean chance to leave of those that have not left yet`, sources: [table], span: 7 },
    dataTable(silent && silent.customers > 0 ? [...rows, silent] : rows, [
      { label: t`Group`, value: (row) => groupLink(loyaltyName(row.loyalty), { attitude: row.attitude, behaviour: row.behaviour }, row.customers), isRowHeader: true },
      { label: t`Customers`, value: (row) => withNote(integer(row.customers), t`${percent(row.customer_share)} of all`), number: (row) => row.customers, align: "right" },
      { label: t`Revenue`, value: (row) => withNote(money(row.revenue), row.revenue_share === null ? "" : t`${percent0(row.revenue_share)} of all`), number: (row) => row.revenue, align: "right" },
      ...(rows.some(({ leave_probability: chance }) => chance !== null) ? [{ label: t`Chance to leave`, value: (row: LoyaltyCell) => leaving(row), number: (row: LoyaltyCell) => row.leave_probability, align: "right" as const }] : []),
      { label: t`What to do`, value: (row) => phrase(row.action) },
    ], { caption: t`Loyalty and what to do` }));
}

/** The mean chance of those that are still here, and how many are not. */
function leaving({ leave_probability: chance, rated_customers: rated, lost_customers: lost }: LoyaltyCell): string | Element {
  const gone = t`lost: ${integer(lost)}`;
  return chance === null ? (lost === 0 ? percent0(null) : gone) : withNote(percent0(chance), lost === 0 ? t`of ${integer(rated)}` : t`of ${integer(rated)}; lost: ${integer(lost)}`);
}
