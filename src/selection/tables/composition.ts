import * as d3 from "d3";
import { roundAmount } from "../../lib/amount.js";
import { isoDate } from "../../lib/isoDate.js";
import type { Row } from "../../lib/page.js";
import { columnOf, condensed, sum, sumBy, valueOf, type Cube } from "../cubes.js";
import { difference, numbers, ofWhole, rate, ratio, type Follower, type Selected } from "../follow.js";

/** What the cubes of orders count, now and in the period before. */
const measures = [
  "customers", "buying_customers", "prior_buying_customers", "orders", "prior_orders", "revenue", "prior_revenue",
  "margin", "prior_margin", "unmargined_orders", "prior_unmargined_orders",
] as const;
type Sums = Record<(typeof measures)[number], number>;

/** A margin is known where that of each order is, and where there is one. */
const marginOf = (margin: number, unmargined: number, orders: number, revenue: number): number | null =>
  (unmargined > 0 || (orders === 0 && revenue === 0) ? null : margin);

/** Figures of a period and of the one before it, by the formulas of marts.revenue_totals. */
function figures(sums: Sums, { period }: Selected) {
  const { revenue, orders } = sums;
  const [priorRevenue, priorOrders, priorBuying] = period.has_prior ? [sums.prior_revenue, sums.prior_orders, sums.prior_buying_customers] : [null, null, null];
  const margin = marginOf(sums.margin, sums.unmargined_orders, orders, revenue);
  const priorMargin = period.has_prior ? marginOf(sums.prior_margin, sums.prior_unmargined_orders, sums.prior_orders, sums.prior_revenue) : null;
  const reason = priorRevenue === null ? "history begins after the window before"
    : !period.is_prior_complete ? "history begins within the window before"
      : priorRevenue <= 0 ? "no positive revenue in the window before" : null;
  const change = difference(revenue, priorRevenue);
  return {
    buying_customers: sums.buying_customers, prior_buying_customers: priorBuying, orders, prior_orders: priorOrders,
    revenue, prior_revenue: priorRevenue, margin, prior_margin: priorMargin,
    margin_rate: rate(margin, revenue), prior_margin_rate: rate(priorMargin, priorRevenue),
    average_order_value: ratio(revenue, orders), prior_average_order_value: ratio(priorRevenue, priorOrders),
    change, change_rate: reason === null ? ratio(change, priorRevenue) : null, change_reason: reason,
  };
}

const headline: Follower = {
  cubes: ["selection_changes"],
  scope: "selection",
  rows(selected) {
    const { period, mask } = selected;
    const [whole] = selected.whole<Row>("composition_headline").rows;
    if (!whole || whole.revenue === null) return whole ? [whole] : [];
    const found = figures(sum(selected.cube("selection_changes"), mask, measures), selected);
    const onPrior = (value: number | null, before: number | null) => (period.is_prior_complete ? ratio(difference(value, before), before) : null);
    return [{
      ...whole, ...found,
      window_start_date: period.start_date, prior_start_date: period.prior_start_date, is_prior_complete: period.is_prior_complete,
      customers: sum(selected.cells, mask, ["customers"]).customers,
      margin_known_rate: selected.period.period === "window" ? ofWhole(selected, whole.margin_known_rate) : null,
      buying_customers_change_rate: onPrior(found.buying_customers, found.prior_buying_customers),
      orders_change_rate: onPrior(found.orders, found.prior_orders),
      margin_rate_change: period.is_prior_complete && found.margin_rate !== null && found.prior_margin_rate !== null ? found.margin_rate - found.prior_margin_rate : null,
      average_order_value_change_rate: period.is_prior_complete && found.average_order_value !== null ? ratio(found.average_order_value - (found.prior_average_order_value ?? 0), found.prior_average_order_value) : null,
    }];
  },
};

/** By month, with the sums and comparisons of marts.revenue_by_month. */
const trend: Follower = {
  cubes: ["selection_months"],
  scope: "selection",
  rows(selected) {
    const cube = selected.cube("selection_months");
    const byMonth = new Map(sumBy(cube, selected.mask, ["month"], ["orders", "buying_customers", "new_customers", "revenue", "margin", "unmargined_orders"])
      .map((row) => [isoMonth(row.month), row]));
    const months = selected.whole<Row & { month: string; is_complete: boolean }>("composition_revenue_trend").rows.map((whole) => {
      const found = byMonth.get(whole.month);
      const revenue = found?.revenue ?? 0;
      const orders = found?.orders ?? 0;
      const margin = found ? marginOf(found.margin, found.unmargined_orders, orders, revenue) : null;
      return { whole, revenue, orders, margin, buying: found?.buying_customers ?? 0, arrived: found?.new_customers ?? 0 };
    });
    /** Revenue of the months from `first` to `last` before this one; NULL unless all are complete. */
    const span = (index: number, first: number, last: number) => {
      const part = index - first < 0 ? [] : months.slice(index - first, index - last + 1);
      return part.length === first - last + 1 && part.every(({ whole }) => whole.is_complete) ? d3.sum(part, ({ revenue }) => revenue) : null;
    };
    return months.map(({ whole, revenue, orders, margin, buying, arrived }, index) => {
      const before = months[index - 12];
      const isComparable = whole.is_complete && (before?.whole.is_complete ?? false);
      const [three, threeBefore, twelve, twelveBefore] = [span(index, 2, 0), span(index, 14, 12), span(index, 11, 0), span(index, 23, 12)];
      return {
        ...whole, orders, buying_customers: buying, new_customers: arrived, revenue, margin,
        margin_rate: rate(margin, revenue), average_order_value: ratio(revenue, orders),
        year_before_revenue: before?.revenue ?? null,
        year_before_change: isComparable ? difference(revenue, before!.revenue) : null,
        year_before_change_rate: isComparable ? rate(revenue - before!.revenue, before!.revenue) : null,
        three_month_revenue: three, three_month_change_rate: rate(difference(three, threeBefore), threeBefore),
        twelve_month_revenue: twelve, twelve_month_change_rate: rate(difference(twelve, twelveBefore), twelveBefore),
      };
    });
  },
};

/** Arrow gives a date as milliseconds since 1970. */
function isoMonth(value: string | number | null): string {
  return typeof value === "number" ? isoDate(value) : String(value);
}

/** Attributes whose courses are known by month. */
const courseDimensions = ["kind", "region", "owner"] as const;

interface Whole extends Row { dimension: string; group_name: string; group_kind: string }
const keyOf = ({ dimension, group_name: name, group_kind: kind }: Pick<Whole, "dimension" | "group_name" | "group_kind">) => [dimension, name, kind].join("\0");

/** The months by cell with the groups of each cell beside them; they are the same for every selection. */
const groupedMonths = new WeakMap<Cube, Cube>();

function withGroups(months: Cube, cells: Cube): Cube {
  let found = groupedMonths.get(months);
  if (!found) {
    const numberOf = numbers(cells, "cell");
    const columns = courseDimensions.map((dimension) => {
      const names: string[] = [];
      const codes = new Map<string, number>();
      const codeOfCell: number[] = [];
      for (let row = 0; row < cells.length; row++) {
        const kind = dimension === "kind" ? "value" : String(valueOf(columnOf(cells, `${dimension}_kind`), row));
        const name = kind === "value" ? String(valueOf(columnOf(cells, dimension), row)) : kind === "folded" ? "other" : "unknown";
        const key = keyOf({ dimension, group_name: name, group_kind: kind });
        codeOfCell[numberOf[row]!] = codes.get(key) ?? (codes.set(key, names.length), names.push(key) - 1);
      }
      return [dimension, { values: Uint32Array.from(numbers(months, "cell"), (cell) => codeOfCell[cell]!), names }] as const;
    });
    found = { length: months.length, columns: { ...months.columns, ...Object.fromEntries(columns) } };
    groupedMonths.set(months, found);
  }
  return found;
}

interface GroupMonths {
  months: { month: string; is_complete: boolean }[];
  /** Place of a month among them. */
  place: ReadonlyMap<string | number | null, number>;
  revenue(group: Whole): number[];
}

/** What two tables of a page are made from is summed once. */
const groupMonthsOf = new WeakMap<Selected, GroupMonths>();

/** Revenue of each group in each month on record, of the cells selected. */
function groupMonths(selected: Selected): GroupMonths {
  const known = groupMonthsOf.get(selected);
  if (known) return known;
  const months = selected.whole<Row & { month: string; is_complete: boolean }>("composition_revenue_trend").rows;
  // Tables have ISO dates, cubes milliseconds.
  const place = new Map<string | number | null, number>(months.flatMap(({ month }, index) => [[month, index], [Date.parse(month), index]]));
  const cube = withGroups(selected.cube("selection_months"), selected.cells);
  const found = new Map<string, number[]>();
  for (const dimension of courseDimensions) {
    const byMonth = condensed(cube, selected.mask, [dimension, "month"], ["revenue"]);
    const [groups, month, revenue] = [columnOf(byMonth, dimension), columnOf(byMonth, "month"), columnOf(byMonth, "revenue")];
    for (let row = 0; row < byMonth.length; row++) {
      const group = String(valueOf(groups, row));
      const sums = found.get(group) ?? months.map(() => 0);
      sums[place.get(valueOf(month, row))!] = roundAmount(revenue.values[row]!);
      found.set(group, sums);
    }
  }
  const made = { months, place, revenue: (group: Whole) => found.get(keyOf(group)) ?? months.map(() => 0) };
  groupMonthsOf.set(selected, made);
  return made;
}

/** By group and month, as in marts.revenue_by_group_and_month; a group that nobody selected is in has none. */
const groupMonthsTable: Follower = {
  cubes: ["selection_months"],
  needs: ["composition_revenue_trend"],
  scope: "customers",
  rows(selected) {
    const { months, place, revenue } = groupMonths(selected);
    const before = (sums: number[], at: number) => (months[at]!.is_complete && months[at - 12]?.is_complete ? sums[at - 12]! : null);
    return d3.groups(selected.whole<Whole & { month: string }>("composition_group_months").rows, keyOf).flatMap(([, rows]) => {
      const sums = revenue(rows[0]!);
      return rows.map((row) => {
        const at = place.get(row.month)!;
        return { ...row, revenue: sums[at]!, year_before_revenue: before(sums, at) };
      });
    });
  },
};

/** By group, as in marts.revenue_course_by_group. */
const groupCourses: Follower = {
  cubes: ["selection_months"],
  needs: ["composition_revenue_trend"],
  scope: "customers",
  rows(selected) {
    const { months, revenue } = groupMonths(selected);
    return selected.whole<Whole>("composition_group_courses").rows.map((whole) => {
      const sums = revenue(whole);
      /** Of the last complete months, and of the same a year before; NULL unless all are complete. */
      const span = (count: number, back: number) => {
        const end = months.findLastIndex(({ is_complete }) => is_complete) - back;
        const part = d3.range(end - count + 1, end + 1);
        return part.every((at) => months[at]?.is_complete) ? roundAmount(d3.sum(part, (at) => sums[at])) : null;
      };
      const [three, threeBefore, twelve, twelveBefore] = [span(3, 0), span(3, 12), span(12, 0), span(12, 12)];
      return {
        ...whole,
        three_month_revenue: three, three_month_change: difference(three, threeBefore), three_month_change_rate: rate(difference(three, threeBefore), threeBefore),
        twelve_month_revenue: twelve, twelve_month_change: difference(twelve, twelveBefore), twelve_month_change_rate: rate(difference(twelve, twelveBefore), twelveBefore),
      };
    });
  },
};

/** By driver: changes add up to the change of revenue, as in marts.change_by_driver. */
const drivers: Follower = {
  cubes: ["selection_changes"],
  scope: "selection",
  rows(selected) {
    if (!selected.period.has_prior) return [];
    const found = sumBy(selected.cube("selection_changes"), selected.mask, ["driver"], ["customers", "revenue", "prior_revenue"]);
    const byDriver = new Map(found.map((row) => [row.driver, row]));
    const before = d3.sum(found, (row) => row.prior_revenue);
    return driverNames.map((driver, index) => {
      const { customers = 0, revenue = 0, prior_revenue = 0 } = byDriver.get(driver) ?? {};
      const change = difference(revenue, prior_revenue)!;
      return { driver, position: index + 1, customers, revenue, prior_revenue, change, growth_contribution: selected.period.is_prior_complete ? rate(change, before) : null };
    });
  },
};

const driverNames = ["new", "won back", "grown", "unchanged", "shrunk", "lost", "refunded"];

/** Groups whose order on the page is not that of their revenue. */
const ordered = new Set(["age_band", "tier", "first_order_year"]);
type Group = Row & { dimension: string; group_name: string; group_kind: string; position: number };
type Measured = Group & { customers: number | null; revenue: number };

/** The cube of groups, of which several tables are made, summed over the cells selected once. */
const groupsOf = new WeakMap<Selected, Cube>();

function groupsCube(selected: Selected): Cube {
  const made = groupsOf.get(selected) ?? condensed(selected.cube("selection_groups"), selected.mask, ["dimension", "group_name", "group_kind", "driver"], measures);
  groupsOf.set(selected, made);
  return made;
}

/** By dimension and group, with the shares and changes of marts.revenue_by_group. */
const groups: Follower = {
  cubes: ["selection_groups"],
  needs: ["composition_headline"],
  scope: "customers",
  rows(selected) {
    const [total] = selected.selected<Record<string, number | null> & { is_prior_complete: boolean; change_reason: string | null; prior_start_date: string }>("composition_window_headline").rows;
    if (!total) return [];
    const found = new Map(sumBy(groupsCube(selected), undefined, ["dimension", "group_name", "group_kind"], measures)
      .map((row) => [[row.dimension, row.group_name, row.group_kind].join("\0"), row]));
    const divided = new Set([...found.values()].map(({ dimension }) => dimension));
    const rows = selected.whole<Group>("composition_groups").rows.flatMap((whole): Measured[] => {
      // Internal customers are in no cell: nobody selected is one of them.
      if (whole.group_kind === "internal") return selected.mask ? [] : [whole as Measured];
      const sums = found.get([whole.dimension, whole.group_name, whole.group_kind].join("\0"));
      // What is personal is in no cube: it is known of all customers together.
      if (!sums) return !selected.mask && !divided.has(whole.dimension) ? [whole as Measured] : [];
      const group = figures(sums, windowOf(selected));
      const isCustomers = whole.level === "customer";
      const reason = group.prior_revenue === null || !total.is_prior_complete ? total.change_reason
        : group.prior_revenue <= 0 ? "no positive revenue in the window before"
          : whole.dimension === "first_order_year" && whole.group_name.slice(0, 4) >= total.prior_start_date.slice(0, 4) ? "its customers were still coming in"
            : whole.dimension === "tier" ? "its customers were chosen by what they buy now" : null;
      const [share, priorShare] = [rate(group.revenue, total.revenue!), rate(group.prior_revenue, total.prior_revenue!)];
      return [{
        ...whole, ...group,
        customers: isCustomers ? sums.customers : null,
        customer_share: isCustomers ? ratio(sums.customers, total.customers!) : null,
        buying_share: ratio(group.buying_customers, total.buying_customers!),
        revenue_share: share, prior_revenue_share: priorShare,
        revenue_share_change: total.is_prior_complete && share !== null && priorShare !== null ? share - priorShare : null,
        change_rate: reason === null ? ratio(group.change, group.prior_revenue) : null, change_reason: reason,
        growth_contribution: total.change_reason === null ? rate(group.change, total.prior_revenue!) : null,
      }];
    });
    return d3.groups(rows, (row) => row.dimension).flatMap(([dimension, own]) => {
      // What is personal is as the mart has it: what is withheld counts among the known.
      if (!divided.has(dimension)) return own;
      const isKnown = (row: Measured) => row.group_kind === "value" || row.group_kind === "folded";
      const [customers, revenue] = [d3.sum(own.filter(isKnown), (row) => row.customers ?? 0), d3.sum(own.filter(isKnown), (row) => row.revenue)];
      const sorted = d3.sort(own, (row) => ["value", "folded", "missing", "internal"].indexOf(row.group_kind),
        (row) => (ordered.has(dimension) ? row.position : -row.revenue), (row) => -(row.customers ?? 0), (row) => row.group_name);
      return sorted.map((row, index) => ({
        ...row, position: index + 1,
        known_customer_share: isKnown(row) && row.customers !== null ? ratio(row.customers, customers) : null,
        known_revenue_share: isKnown(row) ? rate(row.revenue, revenue) : null,
      }));
    });
  },
};

/** The figures of the window that the project analyses, whatever period is selected: what groups are shares of. */
const windowHeadline: Follower = {
  cubes: ["selection_groups"],
  scope: "customers",
  rows(selected) {
    const [whole] = selected.whole<Row>("composition_headline").rows;
    if (!whole || whole.revenue === null) return [];
    // Each dimension of customers divides them all: any of them gives the totals.
    const cube = selected.cube("selection_groups");
    const divided = new Set(columnOf(cube, "dimension").names);
    const dimension = selected.whole<Group>("composition_groups").rows.find((row) => row.level === "customer" && divided.has(row.dimension));
    const totals = sumBy(groupsCube(selected), undefined, ["dimension"], measures).find((row) => row.dimension === dimension?.dimension);
    const sums = totals ?? (Object.fromEntries(measures.map((measure) => [measure, 0])) as Sums);
    return [{ ...whole, ...figures(sums, windowOf(selected)), customers: sums.customers }];
  },
};

/** The selection with the window as its period. */
function windowOf(selected: Selected): Selected {
  const [whole] = selected.whole<Row & { prior_revenue: number | null; is_prior_complete: boolean }>("composition_headline").rows;
  return { ...selected, period: { ...selected.period, has_prior: whole!.prior_revenue !== null, is_prior_complete: whole!.is_prior_complete } };
}

/** By dimension, group and driver. */
const driverGroups: Follower = {
  cubes: ["selection_groups"],
  scope: "customers",
  rows(selected) {
    const found = sumBy(groupsCube(selected), undefined, ["dimension", "group_name", "group_kind", "driver"], ["customers", "orders", "prior_orders", "revenue", "prior_revenue"])
      .filter((row) => row.driver !== "none")
      .map(({ orders, prior_orders: priorOrders, revenue, prior_revenue: priorRevenue, ...row }) => ({
        ...row, revenue: orders === 0 && revenue === 0 ? null : revenue, prior_revenue: priorOrders === 0 && priorRevenue === 0 ? null : priorRevenue, change: difference(revenue, priorRevenue),
      }));
    return d3.sort(found, (row) => row.dimension, (row) => row.group_name, (row) => row.group_kind, (row) => row.driver);
  },
};

interface FollowedGroup extends Group {
  is_withheld: boolean; title: string; level: string; dimension_position: number; customers: number | null; revenue: number | null; revenue_share: number | null; customer_share: number | null;
  known_revenue_share: number | null; known_customer_share: number | null; revenue_share_change: number | null; prior_revenue_share: number | null;
  change: number | null; change_rate: number | null;
}

/** What each dimension says first, by the rules of marts.group_dimensions. */
const findings: Follower = {
  cubes: ["selection_groups"],
  needs: ["composition_groups", "composition_headline"],
  scope: "customers",
  rows(selected) {
    const isComparable = selected.whole<{ is_prior_complete: boolean }>("composition_headline").rows[0]?.is_prior_complete ?? false;
    const whole = new Map(selected.whole<Row & { dimension: string }>("composition_findings").rows.map((row) => [row.dimension, row]));
    const rows = d3.groups(selected.selected<FollowedGroup>("composition_groups").rows, (row) => row.dimension).flatMap(([dimension, all]) => {
      const named = all.filter(({ group_kind }) => group_kind === "value");
      const before = whole.get(dimension);
      const [largest] = d3.sort(named, (row) => -(row.revenue ?? 0), (row) => -(row.customers ?? 0), (row) => row.group_name);
      if (!largest || !before) return [];
      const isMoving = dimension === "tier" || dimension === "first_order_year";
      const first = (key: (row: FollowedGroup) => number | null) => d3.sort(named.filter((row) => key(row) !== null), (row) => -key(row)!, (row) => row.group_name)[0];
      const riser = first(({ change }) => change);
      const faller = first(({ change }) => (change === null ? null : -change));
      const mover = first(({ revenue_share_change: moved }) => (moved === null ? null : Math.abs(moved)));
      const isMoved = !isMoving && mover !== undefined && mover.revenue_share_change !== 0;
      const rose = !isMoving && isComparable && riser && riser.change! > 0 ? riser : undefined;
      const fell = !isMoving && isComparable && faller && faller.change! < 0 ? faller : undefined;
      const totals = { revenue: d3.sum(all, (row) => row.revenue ?? 0), customers: d3.sum(all, (row) => row.customers ?? 0) };
      const unknown = all.filter(({ group_kind }) => group_kind === "missing");
      const known = d3.sum(all.filter(({ group_kind }) => group_kind !== "missing"), (row) => row.revenue ?? 0);
      const finding = {
        ...before, groups: named.length,
        known_share: largest.level === "customer" ? ratio(totals.customers - d3.sum(unknown, (row) => row.customers ?? 0), totals.customers) : ratio(totals.revenue - d3.sum(unknown, (row) => row.revenue ?? 0), totals.revenue),
        known_revenue_share: unknown.some((row) => row.is_withheld) ? null : rate(known, totals.revenue),
        largest_group: largest.group_name, largest_revenue_share: largest.revenue_share, largest_customer_share: largest.customer_share,
        largest_known_revenue_share: largest.known_revenue_share, largest_known_customer_share: largest.known_customer_share, largest_share_change: largest.revenue_share_change,
        riser: rose?.group_name ?? null, riser_change: rose?.change ?? null, riser_change_rate: rose?.change_rate ?? null,
        faller: fell?.group_name ?? null, faller_change: fell?.change ?? null, faller_change_rate: fell?.change_rate ?? null,
        mover: isMoved ? mover.group_name : null, mover_share: isMoved ? mover.revenue_share : null, mover_prior_share: isMoved ? mover.prior_revenue_share : null,
      };
      return [{
        finding, isMoving, position: Number(before.position), moved: isMoved ? Math.abs(mover.revenue_share_change!) : null,
        gap: d3.max(named, (row) => (row.revenue_share === null || row.customer_share === null ? undefined : Math.abs(row.revenue_share - row.customer_share))) ?? null,
      }];
    });
    const last = (value: number | null) => (value === null ? Infinity : -value);
    return d3.sort(rows, (row) => Number(row.finding.groups < 2), (row) => Number(row.isMoving), (row) => last(row.moved), (row) => last(row.gap), (row) => row.position)
      .map(({ finding }, index) => ({ ...finding, telling_rank: index + 1 }));
  },
};

/** The margin, as the headline has it; which orders' cost is known no cube tells. */
const margin: Follower = {
  cubes: ["selection_changes"],
  needs: ["composition_headline"],
  scope: "selection",
  rows(selected) {
    const [whole] = selected.whole<Row>("composition_margin").rows;
    const [head] = selected.selected<Row>("composition_headline").rows;
    if (!whole || !head || (!selected.mask && selected.period.period === "window")) return whole ? [whole] : [];
    const { margin, margin_rate, prior_margin_rate, margin_rate_change } = head as Record<string, number | null>;
    return [{
      margin: margin ?? null, margin_rate: margin_rate ?? null, prior_margin_rate: prior_margin_rate ?? null, margin_rate_change: margin_rate_change ?? null,
      margin_known_rate: null, known_margin: null, known_margin_rate: null,
    }];
  },
};

export const composition: Record<string, Follower> = {
  composition_margin: margin,
  composition_headline: headline,
  composition_window_headline: windowHeadline,
  composition_revenue_trend: trend,
  composition_group_months: groupMonthsTable,
  composition_group_courses: groupCourses,
  composition_drivers: drivers,
  composition_groups: groups,
  composition_driver_groups: driverGroups,
  composition_findings: findings,
};
