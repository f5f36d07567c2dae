import { AS_OF, OPENING, day } from "./calendar.js";
import { PRODUCTS } from "./catalogue.js";
import type { Customer } from "./customer.js";
import { KEY_ACCOUNTS, type KeyAccount } from "./keyAccounts.js";
import { LATE_QUARTER, type Country, type Kind, type Market } from "./markets.js";
import { phone, plain, type CompanyRegister } from "./names.js";
import { OWNERS, ownerFor } from "./owners.js";
import { Random } from "./random.js";
import type { Industry } from "./words.js";

/** What companies of an industry buy, by category, and how often. Healthcare has too few clients to be compared. */
const INDUSTRIES: Record<Industry, { weight: number; tastes: number[]; ordersPerYear: number; orderValue: number; swing: number }> = {
  Hospitality: { weight: 27, tastes: [5, 5, 1.4, 0.8, 0.5, 0.3], ordersPerYear: 11, orderValue: 250, swing: 0.6 },
  "Food service": { weight: 30, tastes: [4, 7, 0.6, 1, 0.6, 0.1], ordersPerYear: 13, orderValue: 190, swing: 0.5 },
  Offices: { weight: 20, tastes: [2, 8, 0.3, 0.5, 0.7, 0.6], ordersPerYear: 9, orderValue: 160, swing: 0.4 },
  Retail: { weight: 18, tastes: [5, 3, 2, 1.5, 0.3, 2], ordersPerYear: 9, orderValue: 270, swing: 0.9 },
  Wholesale: { weight: 4, tastes: [5, 5, 1.5, 1, 0.3, 0.8], ordersPerYear: 10, orderValue: 420, swing: 0.6 },
  Healthcare: { weight: 1, tastes: [4, 4, 0.3, 0.3, 0.2, 0.1], ordersPerYear: 8, orderValue: 170, swing: 0.1 },
};

const CHANNELS: Record<Exclude<Kind, "consumer">, Record<string, number>> = {
  business: { web: 38, phone: 22, visit: 30, edi: 10 },
  distributor: { edi: 55, visit: 30, phone: 15 },
  internal: { branch: 1 },
};

/** Business clients, distributors and the company's own shops in a market. */
export function companies(market: Market, register: CompanyRegister): Customer[] {
  const random = new Random(`companies ${market.region}`);
  const known = KEY_ACCOUNTS.filter(({ region }) => region === market.region).map((account) => keyAccount(random, market, account));
  const others = (["business", "distributor", "internal"] as const).flatMap((kind) => {
    const count = market.customers[kind] - known.filter((customer) => customer.kind === kind).length;
    return Array.from({ length: count }, () => company(random, market, kind, register));
  });
  return [...known, ...others];
}

function company(random: Random, market: Market, kind: Exclude<Kind, "consumer">, register: CompanyRegister): Customer {
  const country = market.countries[random.index(market.countries.map(({ weight }) => weight))] as Country;
  const city = random.pick(country.cities);
  const industry: Industry =
    kind === "business"
      ? random.choice(Object.fromEntries(Object.entries(INDUSTRIES).map(([key, { weight }]) => [key, weight])) as Record<Industry, number>)
      : kind === "distributor" && random.chance(0.8)
        ? "Wholesale"
        : "Retail";
  const { tastes, ordersPerYear, orderValue, swing } = INDUSTRIES[industry];
  const entry = register.enter(random, country.language, industry, city);
  const older = random.chance(0.79);
  const since = older ? OPENING - random.integer(20, 3500) : random.integer(OPENING, AS_OF - 10);
  const scale = { business: 1, distributor: 2.4, internal: 0.9 }[kind];
  const customer: Customer = {
    id: "",
    kind,
    market,
    country,
    city,
    name: kind === "internal" ? branch(market, city) : entry.name,
    phone: phone(random, country),
    email: `${random.pick(["info", "office", "einkauf", "orders"])}@${entry.domain}`,
    group: industry,
    source: kind === "internal" ? "" : random.choice({ fair: 24, visit: 26, referral: 18, web: 17, phone: 9, mail: 6 }),
    channel: random.choice(CHANNELS[kind]),
    owner: kind === "internal" ? "" : ownerFor(random, market.region).name,
    since,
    until: kind === "internal" ? AS_OF : Math.max(since, OPENING) + Math.floor(random.exponential(0.1 / 365)),
    ordersPerYear: random.gamma(2.2, { business: ordersPerYear, distributor: 14, internal: 14 }[kind] * 1.07),
    dropout: 0,
    swing: kind === "distributor" ? 0.8 : swing,
    orderValue: orderValue * scale * random.noise(kind === "distributor" ? 0.6 : 0.9),
    discount: {
      business: random.pick([0, 0, 0.03, 0.05, 0.05, 0.08, 0.1, 0.12]),
      distributor: random.pick([0.24, 0.26, 0.28, 0.3, 0.32]),
      internal: 0.2,
    }[kind],
    tastes: tastes.map((taste) => taste * random.gamma(1.5, 1)),
    mood: random.normal(0.1, 0.4),
    demands: random.gamma(1.5, 1),
    diligence: 0,
    prospect: kind === "business" && random.chance(0.05),
    company: {
      industry,
      legal: entry.legal,
      domain: entry.domain,
      employees: 0,
      terms: random.pick(kind === "distributor" ? [30, 45, 60] : [14, 14, 30, 30, 30]),
      health: Math.min(0.98, Math.max(0.03, random.normal(0.6, 0.19))),
      drift: random.normal(0, 0.045),
      delay: 0,
      key: false,
    },
  };
  if (kind !== "internal" && random.chance(0.022)) weaken(random, customer);
  else if (kind !== "internal" && random.chance(0.085)) indulge(random, customer);
  return finish(random, customer);
}

const branch = (market: Market, city: string) =>
  market.region === "Greater China" ? `海港松商贸（${city}店）` : `Harbour & Pine Shop ${city}`;

/** A client of some size that no longer pays its bills. */
function weaken(random: Random, customer: Customer): void {
  const company = customer.company as NonNullable<Customer["company"]>;
  customer.orderValue = Math.max(customer.orderValue, 560 * random.between(1, 2.2));
  Object.assign(company, {
    health: random.between(0.04, 0.2),
    drift: random.between(-0.15, -0.05),
    insolvent: random.integer(day("2024-12-10"), day("2025-04-10")),
  });
  [customer.until, customer.prospect] = [AS_OF, false];
}

/** A client that was granted too much: a high discount and all the service it asks for. */
function indulge(random: Random, customer: Customer): void {
  customer.discount = Math.min(0.46, Math.round((customer.discount + random.between(0.18, 0.26)) * 100) / 100);
  customer.orderValue *= 2;
  customer.demands = random.between(6, 10);
}

function keyAccount(random: Random, market: Market, account: KeyAccount): Customer {
  const country = market.countries[account.country] as Country;
  const [health, drift] = account.health ?? [random.between(0.6, 0.85), random.normal(0, 0.03)];
  const owners = OWNERS.filter(({ region }) => region === market.region);
  const domain = `${plain(account.name) || `key${random.integer(100, 999)}`}.example`;
  const customer: Customer = {
    id: "",
    kind: account.kind,
    market,
    country,
    city: account.city,
    name: account.name,
    phone: phone(random, country),
    email: `einkauf@${domain}`,
    group: account.industry,
    source: random.pick(["fair", "visit"]),
    channel: account.kind === "distributor" ? "edi" : "visit",
    owner: (owners[account.burden ? Math.min(1, owners.length - 1) : 0] as (typeof owners)[number]).name,
    since: OPENING - random.integer(300, 5000),
    until: AS_OF,
    ordersPerYear: account.ordersPerYear,
    dropout: 0,
    swing: account.kind === "distributor" ? 0.8 : INDUSTRIES[account.industry].swing,
    orderValue: account.orderValue / (1 - account.discount),
    discount: account.discount,
    tastes: INDUSTRIES[account.industry].tastes,
    trend: account.trend,
    mood: random.normal(account.burden ? 0 : 0.15, 0.3),
    demands: account.burden ?? 1,
    diligence: 0,
    prospect: false,
    company: {
      industry: account.industry,
      legal: account.legal,
      domain,
      employees: 0,
      terms: account.kind === "distributor" ? 60 : 30,
      health,
      drift,
      delay: 0,
      insolvent: account.insolvent ? day(account.insolvent) : undefined,
      key: true,
    },
  };
  return finish(random, customer);
}

/** What follows from the rest: size, payment, the state of the file, the assortment. */
function finish(random: Random, customer: Customer): Customer {
  const company = customer.company as NonNullable<Customer["company"]>;
  company.employees = Math.max(
    1,
    Math.round(((customer.ordersPerYear * customer.orderValue) / (customer.kind === "distributor" ? 1600 : 400)) * random.noise(0.6)),
  );
  company.delay = Math.max(-6, random.normal(0.5, 6) + 26 * Math.max(0, 0.5 - company.health));
  const owner = OWNERS.find(({ name }) => name === customer.owner);
  customer.diligence = (owner?.diligence ?? 0.8) * random.between(0.85, 1.1);
  const affected = !company.key && customer.market.region === LATE_QUARTER.region && random.chance(0.25);
  if (affected) customer.mishap = random.integer(LATE_QUARTER.from + 10, LATE_QUARTER.until + 20);
  else if (!company.key && random.chance(0.08)) customer.mishap = random.integer(OPENING, AS_OF);
  const weights = PRODUCTS.map(({ category, popularity }) => popularity * (customer.tastes[CATEGORY_NUMBER[category] as number] as number));
  const chosen = new Set(Array.from({ length: customer.kind === "distributor" ? 22 : 10 }, () => random.index(weights)));
  customer.assortment = [...chosen].map((index) => PRODUCTS[index] as (typeof PRODUCTS)[number]);
  return customer;
}

const CATEGORY_NUMBER: Record<string, number> = Object.fromEntries(
  [...new Set(PRODUCTS.map(({ category }) => category))].map((category, i) => [category, i]),
);
