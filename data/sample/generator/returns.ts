import { AS_OF, iso } from "./calendar.js";
import { LATE_QUARTER } from "./markets.js";
import type { Order, OrderLine } from "./orders.js";
import { Random } from "./random.js";
import { table, type Table } from "./tables.js";

export interface Return {
  order: Order;
  line: OrderLine;
  day: number;
  quantity: number;
  /** Hundredths of the order's currency. */
  credit: number;
  reason: string;
}

/** Goods that came back, by day. Customers that cost more than they bring send back several times as much. */
export function allReturns(orders: readonly Order[]): Return[] {
  const random = new Random("returns");
  const list: Return[] = [];
  for (const order of orders) {
    const { customer, delivered } = order;
    if (delivered === undefined || customer.kind === "internal") continue;
    const late = customer.market.region === LATE_QUARTER.region && delivered > order.required;
    for (const line of order.lines) {
      const usual = (customer.kind === "consumer" ? 0.013 : 0.008) * (line.product.faulty > 2 ? 3.5 : 1) * (late ? 2 : 1);
      if (!random.chance(usual * (customer.demands > 5 ? customer.demands : 1))) continue;
      const day = delivered + random.integer(2, 24);
      const quantity = Math.max(1, Math.round(line.quantity * random.pick([0.2, 0.5, 1, 1])));
      const reason =
        line.product.faulty > 2
          ? "faulty"
          : late
            ? "arrived too late"
            : random.pick(["not as expected", "damaged in transit", "wrong article", "ordered twice"]);
      if (day <= AS_OF) list.push({ order, line, day, quantity, credit: Math.round((line.amount * quantity) / line.quantity), reason });
    }
  }
  return list.sort((a, b) => a.day - b.day || (a.order.id < b.order.id ? -1 : 1));
}

/** The shop system books credits in cents. */
export function returnTable(list: readonly Return[]): Table {
  const rows = list.map(({ order, line, day, quantity, credit, reason }) => [
    iso(day),
    order.id,
    order.customer.id,
    line.product.id,
    String(quantity),
    String(credit),
    order.customer.market.currency,
    reason,
  ]);
  return table(
    "orders/returns.csv",
    "returns",
    ["Return Date", "Order No", "Customer No", "SKU", "Pieces", "Credit (ct)", "Currency", "Reason"],
    rows,
  );
}
