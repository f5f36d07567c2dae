import { AS_OF, day, iso, month } from "./calendar.js";
import type { Order, OrderLine } from "./orders.js";
import { Random } from "./random.js";

/** The warehouse has noted what left of each line since it has a system of its own. */
const RECORDED_FROM = day("2023-01-01");
/** The maker of the Brenner grinders has delivered short since it moved its plant. */
const SHORT_OF_GRINDERS = day("2025-01-15");
/** Gift sets were ordered too late for the Christmas of 2024. */
const CHRISTMAS = { from: day("2024-11-18"), until: day("2024-12-24") };

/** What left of a line: empty where nobody noted it. */
export interface LineFulfilment {
  quantity: number | undefined;
  shipped: number | undefined;
}

function shortage({ product }: OrderLine, date: number): number {
  if (product.name.startsWith("Brenner") && date >= SHORT_OF_GRINDERS) return 0.42;
  if (product.category === "Gift sets" && date >= CHRISTMAS.from && date <= CHRISTMAS.until) return 0.16;
  return product.category === "Machines & grinders" ? 0.03 : 0.009;
}

/** What left of each line of an order, by numbers of its own: the orders themselves stay as they are. */
export function fulfilment(order: Order): LineFulfilment[] {
  const random = new Random(`fulfilment ${order.id}`);
  return order.lines.map((line): LineFulfilment => {
    const isShort = random.chance(shortage(line, order.day));
    const left = Math.floor(line.quantity * random.pick([0, 0, 0.5, 0.7]));
    const wait = month(order.day) === 12 ? random.integer(4, 20) : random.integer(5, 34);
    if (order.shipped === undefined || order.shipped < RECORDED_FROM) return { quantity: undefined, shipped: undefined };
    if (!isShort) return { quantity: line.quantity, shipped: order.shipped };
    const followed = order.shipped + wait;
    return { quantity: left, shipped: followed <= AS_OF ? followed : undefined };
  });
}

/** Companies are promised an hour; the carrier notes when it delivered to them. */
export function deliveryHour(order: Order): { promised: string; delivered: string } {
  const { kind } = order.customer;
  if (kind === "consumer" || kind === "internal") return { promised: "", delivered: "" };
  const random = new Random(`delivery hour ${order.id}`);
  const promised = random.chance(0.7) ? 12 * 60 : 16 * 60;
  const delivered = random.integer(7 * 60, 17 * 60);
  return { promised: moment(order.required, promised), delivered: order.delivered === undefined ? "" : moment(order.delivered, delivered) };
}

/** "2024-02-29 13:45" */
const moment = (date: number, minutes: number) => `${iso(date)} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
