import { html } from "htl";
import { alarm } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { changeBars } from "../../components/changeBars.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { customerLink } from "../../components/customerLink.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { waterfall } from "../../components/waterfall.js";
import { element } from "../../lib/element.js";
import { change, count, day, integer, percent, pointsChange, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { askedBy, linkedGroup, linkedName, named, section, signed } from "./cells.js";
import { comparison } from "./comparison.js";
import { courses } from "./courses.js";
import { drivers as driverNames, effects as effectNames, statuses, titleWithin } from "./names.js";
import { gainAndLoss, largest } from "./sentences.js";
import { isPart } from "../selected.js";
import { doubts, gradeColumn, profitColumn } from "../worth.js";
import type { Driver, DriverGroup, Effect, Finding, Group, Headline, HidingProduct, Mover, Product } from "./rows.js";

/** What moved revenue from the window before to this one: customers, groups, prices and products. */
export function changes(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const drivers = context.read<Driver>("composition_drivers");
  const days = integer(context.windowDays);
  if (drivers.rows.length === 0) {
    return [
      ...section("what-changed-revenue", t`What changed revenue`),
      card(context, { title: t`There is no window before to compare with yet`, sources: [source], span: 12 },
        note(t`The first order on record is of ${day(head.history_start_date)}. What changed revenue shows once orders from ${day(head.prior_start_date)} on are supplied.`)),
    ];
  }
  return [
    ...section("what-changed-revenue", t`What changed revenue`, context.selection.period === null ? t`The ${days} days to ${day(context.asOfDate)} against the ${days} days before. The parts add up to the change exactly.`
      : t`${context.window.title}, against ${context.window.prior}. The parts add up to the change exactly.`),
    ...(head.is_prior_complete ? [] : [html`<p class="caution"><b>${t`Not a fair comparison.`}</b> ${t`The window before began on ${day(head.prior_start_date)}, but orders are on record only from ${day(head.history_start_date)} on. The amounts are right; the growth they suggest is not.`}</p>`]),
    ...byCustomers(context, drivers, head),
    ...byGroups(context),
    ...comparison(context),
    ...courses(context),
    ...byProducts(context),
    ...byCustomer(context),
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function byCustomers(context: Context, table: Table<Driver>, head: Headline): Element[] {
  const { money, moneyChange } = context;
  const moved = table.rows.filter((row) => row.customers > 0);
  const who = (row: Driver) => count(row.customers, ...driverNames[row.driver]!.noun);
  const why = gainAndLoss(moved, (row) => t`${who(row)} added ${money(row.change)}`, (row) => t`${who(row)} took ${money(-row.change)}`);
  const first = largest(moved, -1);
  const amount = money(Math.abs(head.change ?? 0));
  const moves = head.change! > 0 ? t`Revenue rose by ${amount}` : t`Revenue fell by ${amount}`;
  const verb = head.change === 0 ? t`Revenue did not change` : head.change_rate ? t`${moves} (${change(head.change_rate)})` : moves;
  const title = !head.is_prior_complete ? t`On record: ${money(head.prior_revenue)} before, ${money(head.revenue)} now` : why ? t`${verb}: ${why}` : verb;
  return [
    card(context, { title, subtitle: t`Revenue of the window before, what customers added or took, and revenue now`, sources: [table], span: 7 },
      waterfall([
        { name: t`Before`, value: head.prior_revenue ?? 0, isTotal: true },
        ...table.rows.filter((row) => row.change !== 0).map((row) => ({ name: valueName(row.driver, "driver"), value: row.change })),
        { name: t`Now`, value: head.revenue ?? 0, isTotal: true },
      ], { label: title, format: money, changeFormat: moneyChange })),
    card(context, { title: first && head.is_prior_complete ? t`First to act on: ${who(first)}, ${money(-first.change)} less` : t`What to do about each`, sources: [table], span: 5 },
      dataTable([...moved].sort((a, b) => a.change - b.change), [
        { label: t`What they did`, value: driver, isRowHeader: true },
        { label: t`How many`, value: (row) => integer(row.customers), align: "right" },
        { label: t`Change`, value: (row) => signed(moneyChange(row.change), row.change), align: "right" },
      ], { caption: t`Change in revenue by what customers did` })),
  ];
}

/** What a driver is and what to do about its customers, who are a list away. */
function driver({ driver: code, customers }: Driver): string | Element {
  const { meaning, action } = driverNames[code]!;
  return named(groupLink(valueName(code, "driver"), { driver: code }, customers), phrase(meaning), `→ ${phrase(action)}`);
}

function byGroups(context: Context): Element[] {
  const findings = context.read<Finding>("composition_findings");
  const all = findings.rows.filter((row) => row.groups > 1 && (row.riser !== null || row.faller !== null));
  // Where orders say the same as their customers, once is enough.
  const moved = all.filter((row) => !all.some((other) => row.dimension === `order_${other.dimension}` && row.riser === other.riser && row.faller === other.faller));
  const [first] = moved;
  if (!first) return [];
  const { moneyChange } = context;
  const groups = context.read<Group>("composition_groups");
  const move = ({ dimension }: Finding, group: string | null, amount: number | null, rate: number | null) =>
    group === null ? null : named(linkedName(groups.rows, { dimension, group_name: group, group_kind: "value" }), rate === null ? moneyChange(amount) : t`${moneyChange(amount)} (${change(rate)})`);
  const title = first.mover === null
    ? t`Which groups moved revenue`
    : t`${valueName(first.mover, first.dimension)} moved most: from ${percent(first.mover_prior_share)} to ${percent(first.mover_share)} of revenue`;
  return [
    card(context, { title, subtitle: t`Of each grouping, the group whose revenue rose most and the one whose fell most`, sources: [findings, groups], span: 6 },
      dataTable(moved, [
        { label: t`Grouping`, value: (row) => element("a", { href: `#by-${row.dimension}` }, phrase(row.title)), isRowHeader: true },
        { label: t`Rose most`, value: (row) => move(row, row.riser, row.riser_change, row.riser_change_rate) },
        { label: t`Fell most`, value: (row) => move(row, row.faller, row.faller_change, row.faller_change_rate) },
      ], { caption: t`Groups whose revenue rose and fell most`, first: 6, noun: "grouping" })),
    ...howGroupsMoved(context, moved),
  ];
}

function howGroupsMoved(context: Context, moved: Finding[]): Element[] {
  const first = moved.find((row) => row.level === "customer");
  if (!first) return [];
  const table = context.read<DriverGroup>("composition_driver_groups");
  const groups = context.read<Group>("composition_groups");
  const extremes = [[first.riser, first.riser_change] as const, [first.faller, first.faller_change] as const]
    .flatMap(([group, amount]) => (group === null ? [] : [`${valueName(group, first.dimension)} ${context.moneyChange(amount)}`]));
  const title = t`${phrase(first.title)}: ${extremes.join(t`, `)}`;
  return [card(context, { title, subtitle: t`Change in revenue of each group, and which customers made it`, sources: [table, groups], span: 6 }, driversByGroup(context, first))];
}

/** Groups of a dimension as rows, drivers as columns. */
export function driversByGroup(context: Context, { dimension, title }: Finding): Element {
  const { moneyChange } = context;
  const rows = context.read<Group>("composition_groups").rows.filter((row) => row.dimension === dimension && row.group_kind !== "internal" && row.group_kind !== "withheld");
  const cells = context.read<DriverGroup>("composition_driver_groups").rows.filter((row) => row.dimension === dimension);
  const shown = Object.keys(driverNames).filter((driver) => cells.some((cell) => cell.driver === driver && cell.change));
  const moved = (row: Group, driver: string) => {
    const cell = cells.find(({ group_name, group_kind, driver: own }) => group_name === row.group_name && group_kind === row.group_kind && own === driver);
    const asked = askedBy(row, rows);
    return asked && cell ? groupLink(moneyChange(cell.change), { ...asked, driver }, cell.customers) : moneyChange(cell?.change);
  };
  return changeBars(rows, {
    caption: t`Change in revenue, by ${titleWithin(title)} and what customers did`, groupTitle: phrase(title), changeTitle: t`Change`, first: 8, noun: "group",
    label: (row) => linkedGroup(row, rows),
    change: { value: (row) => row.change, text: (row) => moneyChange(row.change) },
    further: shown.map((driver): Column<Group> => ({ label: valueName(driver, "driver"), value: (row) => moved(row, driver), align: "right" })),
  });
}

/** What prices, volume and mix did, in a sentence; empty where none did anything. */
export function whatEffectsDid({ money }: Context, rows: Effect[]): string {
  return capital(gainAndLoss(rows, (row) => t`${phrase(effectNames[row.effect]!.gain)} added ${money(row.change)}`, (row) => t`${phrase(effectNames[row.effect]!.loss)} took ${money(-row.change)}`));
}

/** That one product hides how the others moved: "Apart from Decaf (+€144K), revenue fell by €123K"; empty where none does. */
export function hiddenByProduct({ money, moneyChange }: Context, row: HidingProduct | undefined): string {
  if (!row) return "";
  const [name, amount, rest] = [row.product, moneyChange(row.product_change), money(Math.abs(row.others_change))];
  return row.others_change < 0 ? t`Apart from ${name} (${amount}), revenue fell by ${rest}.` : t`Apart from ${name} (${amount}), revenue rose by ${rest}.`;
}

function byProducts(context: Context): Element[] {
  const table = context.read<Effect>("composition_effects");
  const products = context.read<Product>("composition_products");
  const { moneyChange } = context;
  if (table.rows.length === 0) {
    return context.has("order_lines")
      ? [card(context, { title: t`Price, volume and mix are not known`, sources: [table], span: 12 }, note(t`They need order lines in both windows.`))]
      : [emptyState(context, ["order_lines"], t`Price, volume and mix: whether revenue changed because customers bought more units, other products, or at other prices.`)];
  }
  const shown = table.rows.filter((row) => row.change !== 0);
  const strongest = [...shown].sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  return [
    card(context, { title: whatEffectsDid(context, shown) || t`Neither price nor volume nor mix changed`, subtitle: t`Change in revenue by price, volume and mix of products`, sources: [table], span: 4 },
      changeBars(shown, {
        caption: t`Change in revenue by effect`, groupTitle: t`Effect`, changeTitle: t`Change`, empty: t`Nothing changed.`,
        label: (row) => named(phrase(effectNames[row.effect]!.name), phrase(effectNames[row.effect]!.meaning)),
        change: { value: (row) => row.change, text: (row) => moneyChange(row.change) },
        further: [{ label: t`Of growth`, value: (row) => pointsChange(row.growth_contribution), align: "right" }],
      }),
      strongest?.effect === "beyond lines" ? note(t`Most of the change comes from returns and from discounts or charges on whole orders, so that prices and products tell little.`) : null),
    ...productMoves(context, products),
  ];
}

function productMoves(context: Context, table: Table<Product>): Element[] {
  const units = (row: Product) => `${integer(row.prior_quantity)} → ${integer(row.quantity)}`;
  const status = (row: Product) => [row.category, row.status in statuses ? phrase(statuses[row.status]!) : null].filter(Boolean).join(" · ");
  const list = (sign: 1 | -1, texts: { title(name: string, amount: string): string; none: string; subtitle: string }) => {
    const rows = movedBy(table.rows, sign);
    const [first] = rows;
    return card(context, {
      title: first ? texts.title(first.product, context.moneyChange(first.change)) : texts.none, ...(first && { subtitle: texts.subtitle }), sources: [table], span: 4,
    }, changeBars(rows, {
      caption: texts.subtitle, groupTitle: t`Product`, changeTitle: t`Change`, first: 5, noun: "product",
      label: (row) => named(groupLink(row.product, { moved_product: row.product }, row.customers), status(row), count(row.customers, "customer")),
      change: { value: (row) => row.change, text: (row) => context.moneyChange(row.change) },
      further: [{ label: t`Units`, value: units, align: "right" }],
    }));
  };
  return [
    list(1, { title: rose, none: t`No product rose`, subtitle: t`Products whose revenue rose most: units before and now, and who ordered them in either window` }),
    list(-1, { title: fell, none: t`No product fell`, subtitle: t`Products whose revenue fell most: units before and now, and who ordered them in either window` }),
  ];
}

const rose = (name: string, amount: string) => t`${name} rose most: ${amount}`;
const fell = (name: string, amount: string) => t`${name} fell most: ${amount}`;

/** Those that moved in one direction, the furthest first. */
const movedBy = <T extends { change: number }>(rows: T[], sign: 1 | -1) =>
  rows.filter((row) => Math.sign(row.change) === sign).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));

function byCustomer(context: Context): Element[] {
  const table = context.read<Mover>("composition_movers");
  const { money, moneyChange } = context;
  const about = (row: Mover) => [valueName(row.driver, "driver"), words(row.kind), row.region, row.owner].filter(Boolean).join(" · ");
  const hasCost = table.rows.some(({ cost_to_serve: cost }) => cost !== null);
  const list = (sign: 1 | -1, texts: { title(name: string, amount: string): string; none: string; subtitle(customers: string, rows: Mover[]): string; caption: string }) => {
    const rows = movedBy(table.rows, sign);
    const [first] = rows;
    return card(context, {
      title: first ? texts.title(first.label, moneyChange(first.change)) : texts.none,
      ...(first && { subtitle: texts.subtitle(count(rows.length, "customer"), rows) }), sources: [table], span: 6, inFull: { sort: sign < 0 ? "change" : "gain" },
    }, changeBars(rows, {
      caption: texts.caption, groupTitle: t`Customer`, changeTitle: t`Change`, first: 6, noun: "customer",
      label: (row) => named(customerLink(row.label, row.customer_key), about(row), `${money(row.prior_revenue)} → ${money(row.revenue)}`, alarm(row)),
      change: { value: (row) => row.change, text: (row) => moneyChange(row.change) },
      further: [...profitColumn(rows, money, hasCost), gradeColumn()],
    }));
  };
  return [
    list(-1, {
      title: fell, none: isPart(context) ? t`None of those selected is among the largest falls of all customers` : t`No customer fell`, caption: t`Customers whose revenue fell most`,
      subtitle: (customers) => t`${customers} whose revenue fell most. Call the largest first, those still buying before those gone.`,
    }),
    list(1, {
      title: rose, none: isPart(context) ? t`None of those selected is among the largest rises of all customers` : t`No customer rose`, caption: t`Customers whose revenue rose most`,
      subtitle: (customers, rows) => [t`${customers} whose revenue rose most. Check profit and credit grade before granting more.`, doubts(rows)].filter(Boolean).join(" "),
    }),
  ];
}
