import { AS_OF, iso } from "./calendar.js";
import { PRODUCTS } from "./catalogue.js";
import { deliveryHour, fulfilment } from "./fulfilment.js";
import type { Order } from "./orders.js";
import { cents, table, type Row, type Table } from "./tables.js";

const STATES = { completed: "C", open: "O", cancelled: "X" };

/** Channels as the order system knows them. */
const CHANNELS: Record<string, string> = { web: "W", marketplace: "M", phone: "P", visit: "V", edi: "E", branch: "B", wechat: "C" };

const HEADER = [
  "Order No",
  "Customer No",
  "Order Date",
  "Net Total",
  "Currency",
  "State",
  "Sales Channel",
  "Region",
  "Campaign",
  "Requested",
  "Shipped",
  "Delivered",
  "Promised By",
  "Delivered At",
];

/** "20240229": as the order system writes dates. */
const compact = (day: number | undefined) => (day === undefined ? "" : iso(day).replaceAll("-", ""));

/** One file of orders for each calendar year. Recent years have a few blank lines. */
export function orderTables(orders: readonly Order[]): Table[] {
  const years = new Map<string, Row[]>();
  for (const order of orders) {
    const { id, customer, day, amount, status, channel, campaign, required, shipped, delivered } = order;
    const hour = deliveryHour(order);
    const year = iso(day).slice(0, 4);
    const rows = years.get(year) ?? [];
    years.set(year, rows);
    rows.push([
      id,
      customer.id,
      compact(day),
      cents(amount),
      customer.market.currency,
      STATES[status],
      CHANNELS[channel] as string,
      customer.market.code,
      campaign,
      compact(required),
      compact(shipped),
      compact(delivered),
      hour.promised,
      hour.delivered,
    ]);
    if (year >= "2024" && rows.length % 4000 === 0) rows.push({ text: "" });
  }
  return [...years].map(([year, rows]) => table(`orders/orders_${year}.csv`, "orders", HEADER, rows));
}

/** DuckDB types of the columns of the lines, which are kept as Parquet. */
export const LINE_COLUMNS = {
  OrderNo: "VARCHAR",
  Pos: "SMALLINT",
  SKU: "VARCHAR",
  Qty: "INTEGER",
  UnitPrice: "DECIMAL(12,2)",
  DiscPct: "SMALLINT",
  LineNet: "DECIMAL(14,2)",
  LineCost: "DECIMAL(14,2)",
  ShippedQty: "INTEGER",
  ShippedOn: "DATE",
};

export function lineTable(orders: readonly Order[]): Table {
  const rows = orders.flatMap((order) => {
    const left = fulfilment(order);
    return order.lines.map(({ product, quantity, price, discount, amount, cost }, number) => [
      order.id,
      String(number + 1),
      product.id,
      String(quantity),
      cents(price),
      discount ? String(discount) : "",
      cents(amount),
      cents(cost),
      left[number]?.quantity === undefined ? "" : String(left[number].quantity),
      left[number]?.shipped === undefined ? "" : iso(left[number].shipped),
    ]);
  });
  return table("orders/order_lines.parquet", "order_lines", Object.keys(LINE_COLUMNS), rows);
}

/** The article list: inch signs stand in it as they are typed, without quotes around the field. */
export function productTable(): Table {
  const rows = PRODUCTS.filter(({ since }) => since <= AS_OF).map(({ id, name, category, subcategory, price, cost }) => [
    id,
    name,
    category,
    subcategory,
    price.toFixed(2),
    cost.toFixed(2),
  ]);
  return table("shop/articles.csv", "products", ["SKU", "Description", "Group", "Subgroup", "List Price EUR", "Unit Cost EUR"], rows, {
    encoding: "windows-1252",
  });
}
