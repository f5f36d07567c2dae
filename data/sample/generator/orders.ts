import { AS_OF, OPENING, curve, day, iso, month, year } from "./calendar.js";
import { CATEGORIES, PRODUCTS, type Product } from "./catalogue.js";
import { VOUCHER } from "./consumers.js";
import type { Customer } from "./customer.js";
import { orderDays } from "./demand.js";
import { LATE_QUARTER, type Market } from "./markets.js";
import { Random } from "./random.js";
import { rateOf } from "./rates.js";

export interface Order {
  id: string;
  customer: Customer;
  day: number;
  lines: OrderLine[];
  /** In hundredths of the market's currency, after discount. */
  amount: number;
  status: "completed" | "open" | "cancelled";
  channel: string;
  campaign: string;
  required: number;
  shipped?: number;
  delivered?: number;
}

export interface OrderLine {
  product: Product;
  quantity: number;
  /** Hundredths of the market's currency. */
  price: number;
  /** Whole percent. */
  discount: number;
  amount: number;
  /** Cost of the goods, in the same hundredths. */
  cost: number;
}

/** Cost of goods relative to that of the last day: it rose a little less than the prices. */
const GOODS = curve(["2022-07-01", 0.905], ["2023-07-01", 0.945], ["2024-07-01", 0.975], ["2025-06-30", 1]);

/** All orders by day; those of one day in the order of the customers. */
export function allOrders(customers: readonly Customer[]): Order[] {
  const orders = customers.flatMap((customer) => {
    const random = new Random(`orders ${customer.id}`);
    return orderDays(customer).map((day, number) => order(random, customer, day, number === 0));
  });
  const sorted = orders.map((order, position) => ({ order, position })).sort((a, b) => a.order.day - b.order.day || a.position - b.position);
  const numbers: Record<string, number> = {};
  return sorted.map(({ order }) => {
    const year = iso(order.day).slice(2, 4);
    numbers[year] = (numbers[year] ?? 0) + 1;
    order.id = `${year}${String(numbers[year]).padStart(5, "0")}`;
    return order;
  });
}

function order(random: Random, customer: Customer, day: number, first: boolean): Order {
  const voucher = first && customer.campaign === VOUCHER.campaign;
  const lines = basket(random, customer, day, voucher ? VOUCHER.discount : customer.discount);
  return {
    id: "", customer, day, lines, amount: lines.reduce((sum, line) => sum + line.amount, 0),
    channel: random.chance(0.88) ? customer.channel : customer.kind === "consumer" ? "web" : "phone",
    campaign: voucher ? VOUCHER.campaign : "",
    ...delivery(random, customer, day),
  };
}

function basket(random: Random, customer: Customer, day: number, discount: number): OrderLine[] {
  const count = Math.min(8, 1 + random.poisson(1.52));
  const target = (customer.orderValue * random.noise(customer.kind === "consumer" || customer.company?.key ? 0.35 : 0.5)) / count;
  const chosen = new Set<Product>();
  for (let i = 0; i < count; i++) chosen.add(customer.assortment ? random.pick(customer.assortment) : wanted(random, customer, day, target));
  const sold = [...chosen].filter(({ since }) => since <= day);
  return (sold.length ? sold : [PRODUCTS[0] as Product]).map((product) => {
    const most = customer.kind === "consumer" ? 6 : Infinity;
    const quantity = Math.max(1, Math.min(most, Math.round(target / product.price)));
    const price = localPrice(product.price, customer.market, day);
    const percent = Math.round(discount * 100);
    const cost = Math.round((quantity * product.cost * 100 * GOODS(day)) / rateOf(customer.market.currency, day));
    return { product, quantity, price, discount: percent, amount: Math.round((quantity * price * (100 - percent)) / 100), cost };
  });
}

const byCategory = CATEGORIES.map((category) => PRODUCTS.filter((product) => product.category === category));

/** A product of a category that the consumer likes, at a price near to what a line may cost. */
function wanted(random: Random, customer: Customer, day: number, target: number): Product {
  const range = byCategory[random.index(customer.tastes)] as Product[];
  const weights = range.map(({ price, popularity, since }) =>
    since > day ? 0 : popularity * Math.exp(-((Math.log(price / target) / 0.75) ** 2) / 2) + 1e-9);
  return range[random.index(weights)] as Product;
}

/** Price of the market's list, in hundredths: made each July from that day's rate, rounded to a twentieth or a whole unit. */
function localPrice(list: number, market: Market, day: number): number {
  const [level, rate] = (priceLevels.get(market)?.[day - OPENING] ?? priceLevel(market, day));
  const step = market.currency === "EUR" || market.currency === "GBP" ? 5 : 100;
  return Math.max(step, Math.round((list * 100 * level) / rate / step) * step);
}

/** Level and rate of the price lists, by days since the first: there are few of them and many prices. */
const priceLevels = new Map<Market, [level: number, rate: number][]>();

function priceLevel(market: Market, date: number): [level: number, rate: number] {
  const start = day(`${month(date) < 7 ? year(date) - 1 : year(date)}-07-01`);
  const known = priceLevels.get(market) ?? [];
  priceLevels.set(market, known);
  return (known[date - OPENING] = [market.prices(date), rateOf(market.currency, start)]);
}

function delivery(random: Random, { market, kind, company }: Customer, day: number): Pick<Order, "status" | "required" | "shipped" | "delivered"> {
  const required = day + market.promise + (kind === "consumer" ? 0 : 2);
  if (random.chance(0.024)) return { status: "cancelled", required };
  const late = market.region === LATE_QUARTER.region && day >= LATE_QUARTER.from && day <= LATE_QUARTER.until;
  const slow = late ? random.chance(0.62) : random.chance(company?.key ? 0.04 : 0.07);
  const shipped = day + random.integer(0, 2) + (late ? random.integer(0, 4) : 0);
  const delivered = shipped + random.integer(...market.transit) + (slow ? random.integer(3, late ? 14 : 7) : 0);
  if (shipped > AS_OF) return { status: "open", required };
  if (delivered > AS_OF) return { status: "open", required, shipped };
  return { status: "completed", required, shipped, delivered };
}
