import { AS_OF, OPENING, day } from "./calendar.js";
import type { Customer } from "./customer.js";
import { LATE_QUARTER, type Market } from "./markets.js";
import { person, phone } from "./names.js";
import { Random } from "./random.js";

/** Ways in which consumers behave; within each, order rates are gamma and dropouts beta distributed. */
const GROUPS = {
  subscriber: { ordersPerYear: 16.5, shape: 8, dropout: 0.04, orderValue: 74, swing: 0.6, tastes: [5, 6, 0.4, 0.3, 0.1, 0.1] },
  regular: { ordersPerYear: 8, shape: 6, dropout: 0.09, orderValue: 108, swing: 1, tastes: [5, 4, 1.2, 0.8, 0.15, 0.5] },
  gift: { ordersPerYear: 2.4, shape: 10, dropout: 0.06, orderValue: 165, swing: 2.1, tastes: [2, 1, 2, 0.8, 0.1, 7] },
  equipment: { ordersPerYear: 0.9, shape: 2, dropout: 0.45, orderValue: 600, swing: 0.8, tastes: [0.6, 1.6, 2, 4, 7, 0.2] },
  sampler: { ordersPerYear: 2.2, shape: 1.2, dropout: 0.72, orderValue: 62, swing: 0.8, tastes: [5, 4, 1, 0.7, 0.1, 1] },
} as const;

/** How a consumer was won decides what kind of customer it becomes; `loyalty` scales the dropout. */
const SOURCES: Record<string, { weight: number; loyalty: number; diligence: number; groups: Record<keyof typeof GROUPS, number> }> = {
  web: { weight: 36, loyalty: 1, diligence: 0.42, groups: { subscriber: 18, regular: 14, gift: 39, equipment: 11, sampler: 18 } },
  social: { weight: 18, loyalty: 1.2, diligence: 0.3, groups: { subscriber: 12, regular: 14, gift: 36, equipment: 6, sampler: 32 } },
  referral: { weight: 17, loyalty: 0.55, diligence: 0.72, groups: { subscriber: 32, regular: 26, gift: 30, equipment: 4, sampler: 8 } },
  fair: { weight: 9, loyalty: 0.9, diligence: 0.8, groups: { subscriber: 18, regular: 16, gift: 36, equipment: 18, sampler: 12 } },
  marketplace: { weight: 12, loyalty: 1.15, diligence: 0.22, groups: { subscriber: 8, regular: 11, gift: 42, equipment: 17, sampler: 22 } },
  mail: { weight: 8, loyalty: 1.25, diligence: 0.6, groups: { subscriber: 16, regular: 16, gift: 50, equipment: 4, sampler: 14 } },
};

/** The voucher campaign of spring 2024: many new customers, few of whom stayed. */
export const VOUCHER = { campaign: "CMP-2024-02", from: day("2024-02-19"), until: day("2024-04-28"), discount: 0.25 };
const VOUCHER_SHARE: Partial<Record<string, number>> = {
  DACH: 0.07,
  Benelux: 0.08,
  "UK & Ireland": 0.08,
  Nordics: 0.05,
  "Southern Europe": 0.06,
};

const byVoucher: (typeof SOURCES)[string] = {
  weight: 0,
  loyalty: 1,
  diligence: 0.3,
  groups: { subscriber: 1, regular: 5, gift: 3, equipment: 3, sampler: 88 },
};

export function consumers(market: Market): Customer[] {
  const random = new Random(`consumers ${market.region}`);
  return Array.from({ length: market.customers.consumer }, () => consumer(random, market));
}

function consumer(random: Random, market: Market): Customer {
  const country = market.countries[random.index(market.countries.map(({ weight }) => weight))] as Market["countries"][number];
  const { name, sex, mailbox } = person(random, country.language);
  const voucher = random.chance(VOUCHER_SHARE[market.region] ?? 0);
  const source = voucher ? "voucher" : random.choice(Object.fromEntries(Object.entries(SOURCES).map(([key, { weight }]) => [key, weight])));
  const origin = voucher ? byVoucher : (SOURCES[source] as (typeof SOURCES)[string]);
  const group = random.choice(origin.groups);
  const { ordersPerYear, shape, dropout, orderValue, swing, tastes } = GROUPS[group];
  const customer: Customer = {
    id: "",
    kind: "consumer",
    market,
    country,
    city: random.pick(country.cities),
    name,
    sex,
    phone: phone(random, country),
    email: `${mailbox}${random.integer(1, 9999)}@${random.pick(["mail", "post", "inbox"])}.example`,
    group,
    source,
    owner: "",
    channel:
      market.region === "Greater China"
        ? random.choice({ wechat: 62, marketplace: 30, branch: 8 })
        : random.choice({ web: 70, marketplace: 17, branch: 8, phone: 5 }),
    since: voucher ? random.integer(VOUCHER.from, VOUCHER.until) : firstDay(random),
    until: AS_OF,
    ordersPerYear: random.gamma(shape, ordersPerYear),
    dropout: random.beta(voucher ? 0.72 : dropout, 6) * origin.loyalty,
    swing,
    orderValue: orderValue * random.noise(0.2),
    discount: random.chance(0.12) ? 0.05 : 0,
    tastes: tastes.map((taste) => taste * random.gamma(2, 1)),
    mood: random.normal(voucher ? -0.15 : 0.05, 0.45),
    demands: random.gamma(1.5, 1),
    diligence: origin.diligence * random.between(0.75, 1.25),
    prospect: random.chance(0.035),
  };
  customer.dropout = Math.min(0.95, customer.dropout * Math.exp(-0.6 * customer.mood));
  if (voucher) customer.campaign = VOUCHER.campaign;
  customer.mishap = mishapOf(random, customer);
  return customer;
}

/** Older customers have bought for years; newer ones come at a slowly falling pace. */
function firstDay(random: Random): number {
  return random.chance(0.54) ? OPENING - random.integer(1, 1500) : OPENING + Math.floor((AS_OF - OPENING) * random.next() ** 1.12);
}

function mishapOf(random: Random, { market, group }: Customer): number | undefined {
  if (market.region === LATE_QUARTER.region && random.chance(0.34)) return random.integer(LATE_QUARTER.from + 10, LATE_QUARTER.until + 20);
  return random.chance(group === "equipment" ? 0.2 : 0.05) ? random.integer(OPENING, AS_OF) : undefined;
}
