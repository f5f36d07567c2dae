import { html } from "htl";
import { card } from "../../components/card.js";
import { changeBars } from "../../components/changeBars.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { note } from "../../components/heading.js";
import { waterfall } from "../../components/waterfall.js";
import { change, count, day, integer, percent, pointsChange } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import { named, section, signed } from "./cells.js";
import { drivers as driverNames, effects as effectNames, groupName, valueName } from "./names.js";
import type { Driver, DriverGroup, Effect, Finding, Group, Headline, Mover, Product } from "./rows.js";

/** What moved revenue from the window before to this one: customers, groups, prices and products. */
export function changes(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const drivers = context.read<Driver>("composition_drivers");
  const days = integer(context.windowDays);
  if (drivers.rows.length === 0) {
    return [
      ...section("what-changed-revenue", "What changed revenue"),
      card(context, { title: "There is no window before to compare with yet", sources: [source], span: 12 },
        note(`The first order on record is of ${day(head.history_start_date)}. What changed revenue shows once orders from ${day(head.prior_start_date)} on are supplied.`)),
    ];
  }
  return [
    ...section("what-changed-revenue", "What changed revenue", `The ${days} days to ${day(context.asOfDate)} against the ${days} days before them. The parts add up to the change exactly.`),
    ...(head.is_prior_complete ? [] : [html`<p class="caution"><b>Not a fair comparison.</b> The window before began on ${day(head.prior_start_date)}, but orders are on record only from ${day(head.history_start_date)} on. The amounts are right; the growth they suggest is not.</p>`]),
    ...byCustomers(context, drivers, head),
    ...byGroups(context),
    ...byProducts(context),
    ...byCustomer(context),
  ];
}

/** The change of most weight in a direction, if any. */
const largest = <T extends { change: number | null }>(rows: T[], sign: 1 | -1) =>
  rows.filter((row) => Math.sign(row.change ?? 0) === sign).sort((a, b) => Math.abs(b.change!) - Math.abs(a.change!))[0];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How the largest gain and the largest loss read together. */
function gainAndLoss<T extends { change: number }>(rows: T[], gain: (row: T) => string, loss: (row: T) => string): string {
  const parts = [largest(rows, 1), largest(rows, -1)].filter((row) => row !== undefined).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return parts.map((row) => (row.change > 0 ? gain(row) : loss(row))).join(", ");
}

function byCustomers(context: Context, table: Table<Driver>, head: Headline): Element[] {
  const { money, moneyChange } = context;
  const moved = table.rows.filter((row) => row.customers > 0);
  const who = (row: Driver) => count(row.customers, ...driverNames[row.driver]!.noun);
  const why = gainAndLoss(moved, (row) => `${who(row)} added ${money(row.change)}`, (row) => `${who(row)} took ${money(-row.change)}`);
  const verb = head.change === 0 ? "Revenue did not change" : `Revenue ${head.change! > 0 ? "rose" : "fell"} by ${money(Math.abs(head.change!))}`;
  const title = head.is_prior_complete
    ? `${verb}${head.change_rate ? ` (${change(head.change_rate)})` : ""}${why ? `: ${why}` : ""}`
    : `On record: ${money(head.prior_revenue)} before, ${money(head.revenue)} now`;
  return [
    card(context, { title, subtitle: "Revenue of the window before, what customers added or took, and revenue now", sources: [table], span: 7 },
      waterfall([
        { name: "Before", value: head.prior_revenue ?? 0, isTotal: true },
        ...table.rows.filter((row) => row.change !== 0).map((row) => ({ name: driverNames[row.driver]!.name, value: row.change })),
        { name: "Now", value: head.revenue ?? 0, isTotal: true },
      ], { label: title, format: money, changeFormat: moneyChange })),
    card(context, { title: "What to do about each", sources: [table], span: 5 },
      dataTable(moved, [
        { label: "Customers", value: (row) => named(driverNames[row.driver]!.name, driverNames[row.driver]!.meaning, `→ ${driverNames[row.driver]!.action}`), isRowHeader: true },
        { label: "Number", value: (row) => integer(row.customers), align: "right" },
        { label: "Change", value: (row) => signed(moneyChange(row.change), row.change), align: "right" },
      ], { caption: "Change in revenue by what customers did" })),
  ];
}

function byGroups(context: Context): Element[] {
  const findings = context.read<Finding>("composition_findings");
  const all = findings.rows.filter((row) => row.groups > 1 && (row.riser !== null || row.faller !== null));
  // Where orders say the same as their customers, once is enough.
  const moved = all.filter((row) => !all.some((other) => row.dimension === `order_${other.dimension}` && row.riser === other.riser && row.faller === other.faller));
  const [first] = moved;
  if (!first) return [];
  const { moneyChange } = context;
  const move = (group: string | null, amount: number | null, rate: number | null) =>
    group === null ? null : named(valueName(group), `${moneyChange(amount)}${rate === null ? "" : ` (${change(rate)})`}`);
  const title = first.mover === null
    ? "Which groups moved revenue"
    : `${valueName(first.mover)} ${first.mover_share! > first.mover_prior_share! ? "gained" : "lost"} most weight: ${percent(first.mover_prior_share)} → ${percent(first.mover_share)} of revenue`;
  return [
    card(context, { title, subtitle: "Of each grouping, the group whose revenue rose most and the one whose fell most; the most telling groupings first", sources: [findings], span: 6 },
      dataTable(moved, [
        { label: "Grouping", value: (row) => html`<a href=${`#by-${row.dimension}`}>${row.title}</a>`, isRowHeader: true },
        { label: "Rose most", value: (row) => move(row.riser, row.riser_change, row.riser_change_rate) },
        { label: "Fell most", value: (row) => move(row.faller, row.faller_change, row.faller_change_rate) },
      ], { caption: "Groups whose revenue rose and fell most", first: 6, noun: "grouping" })),
    ...howGroupsMoved(context, moved),
  ];
}

function howGroupsMoved(context: Context, moved: Finding[]): Element[] {
  const first = moved.find((row) => row.level === "customer");
  if (!first) return [];
  const table = context.read<DriverGroup>("composition_driver_groups");
  const groups = context.read<Group>("composition_groups");
  const extremes = [[first.riser, first.riser_change] as const, [first.faller, first.faller_change] as const]
    .flatMap(([group, amount]) => (group === null ? [] : [`${valueName(group)} ${context.moneyChange(amount)}`]));
  const title = `${first.title}: ${extremes.join(", ")}`;
  return [card(context, { title, subtitle: "Change in revenue of each group, and which customers made it", sources: [table, groups], span: 6 }, driversByGroup(context, first, "Where the change came from"))];
}

/** Groups of a dimension as rows, drivers as columns. */
export function driversByGroup(context: Context, { dimension, title }: Finding, caption = "Change in revenue"): HTMLElement {
  const { moneyChange } = context;
  const rows = context.read<Group>("composition_groups").rows.filter((row) => row.dimension === dimension && row.group_kind !== "internal");
  const cells = context.read<DriverGroup>("composition_driver_groups").rows.filter((row) => row.dimension === dimension);
  const shown = Object.keys(driverNames).filter((driver) => cells.some((cell) => cell.driver === driver && cell.change));
  const changeOf = (row: Group, driver: string) => cells.find((cell) => cell.group_name === row.group_name && cell.group_kind === row.group_kind && cell.driver === driver)?.change ?? null;
  return changeBars(rows, {
    caption: `${caption}, by ${title.toLowerCase()} and what customers did`, groupTitle: title, changeTitle: "Change", first: 8, noun: "group",
    label: (row) => groupName(row),
    change: { value: (row) => row.change, text: (row) => moneyChange(row.change) },
    further: shown.map((driver): Column<Group> => ({ label: driverNames[driver]!.name, value: (row) => moneyChange(changeOf(row, driver)), align: "right" })),
  });
}

/** What prices, volume and mix did, in a sentence; empty where none did anything. */
export function whatEffectsDid({ money }: Context, rows: Effect[]): string {
  return capital(gainAndLoss(rows, (row) => `${effectNames[row.effect]!.gain} added ${money(row.change)}`, (row) => `${effectNames[row.effect]!.loss} took ${money(-row.change)}`));
}

function byProducts(context: Context): Element[] {
  const table = context.read<Effect>("composition_effects");
  const products = context.read<Product>("composition_products");
  const { moneyChange } = context;
  if (table.rows.length === 0) {
    return context.has("order_lines")
      ? [card(context, { title: "Price, volume and mix are not known", sources: [table], span: 12 }, note("They need order lines in both windows."))]
      : [emptyState(context, ["order_lines"], "Price, volume and mix: whether revenue changed because customers bought more units, other products, or at other prices.")];
  }
  const shown = table.rows.filter((row) => row.change !== 0);
  const strongest = [...shown].sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  return [
    card(context, { title: whatEffectsDid(context, shown) || "Neither price nor volume nor mix changed", subtitle: "Change in revenue by price, volume and mix of products", sources: [table], span: 4 },
      changeBars(shown, {
        caption: "Change in revenue by effect", groupTitle: "Effect", changeTitle: "Change", empty: "Nothing changed.",
        label: (row) => named(effectNames[row.effect]!.name, effectNames[row.effect]!.meaning),
        change: { value: (row) => row.change, text: (row) => moneyChange(row.change) },
        further: [{ label: "Points of growth", value: (row) => pointsChange(row.growth_contribution).replace(" points", ""), align: "right" }],
      }),
      strongest?.effect === "beyond lines" ? note("Most of the change comes from returns and from discounts or charges on whole orders, so that prices and products tell little.") : null),
    ...productMoves(context, products),
  ];
}

function productMoves(context: Context, table: Table<Product>): Element[] {
  const nameOf = (row: Product) => row.name ?? row.product_id;
  const units = (row: Product) => `${integer(row.prior_quantity)} → ${integer(row.quantity)}`;
  const status = (row: Product) => [row.category, ...(row.status === "continuing" ? [] : [row.status])].filter(Boolean).join(" · ");
  const list = (sign: 1 | -1, word: string) => {
    const rows = table.rows.filter((row) => Math.sign(row.change) === sign).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    const [first] = rows;
    return card(context, {
      title: first ? `${nameOf(first)} ${word} most: ${context.moneyChange(first.change)}` : `No product ${word}`,
      ...(first && { subtitle: `Products whose revenue ${word} most, and units before and now` }), sources: [table], span: 4,
    }, changeBars(rows, {
      caption: `Products whose revenue ${word} most`, groupTitle: "Product", changeTitle: "Change", first: 5, noun: "product",
      label: (row) => named(nameOf(row), status(row)),
      change: { value: (row) => row.change, text: (row) => context.moneyChange(row.change) },
      further: [{ label: "Units", value: units, align: "right" }],
    }));
  };
  return [list(1, "rose"), list(-1, "fell")];
}

function byCustomer(context: Context): Element[] {
  const table = context.read<Mover>("composition_movers");
  const { money, moneyChange } = context;
  const list = (sign: 1 | -1, word: string, advice: string) => {
    const rows = table.rows.filter((row) => Math.sign(row.change) === sign).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    const [first] = rows;
    return card(context, {
      title: first ? `${first.label} ${word} most: ${moneyChange(first.change)}` : `No customer ${word}`,
      ...(first && { subtitle: `${count(rows.length, "customer")} whose revenue ${word} most. ${advice}` }), sources: [table], span: 6,
    }, changeBars(rows, {
      caption: `Customers whose revenue ${word} most`, groupTitle: "Customer", changeTitle: "Change", first: 8, noun: "customer",
      label: (row) => named(row.label, [driverNames[row.driver]!.name, row.kind, row.region].filter(Boolean).join(" · "), `${money(row.prior_revenue)} → ${money(row.revenue)}`),
      change: { value: (row) => row.change, text: (row) => moneyChange(row.change) },
      further: [{ label: "Owner", value: (row) => row.owner }],
    }));
  };
  return [
    list(-1, "fell", "Call the largest first, those still buying before those gone."),
    list(1, "rose", "Learn what worked, and who else would want it."),
  ];
}
