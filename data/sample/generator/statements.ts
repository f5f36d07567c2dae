import { AS_OF, day, iso, year } from "./calendar.js";
import type { Company, Customer } from "./customer.js";
import { Random } from "./random.js";
import { table, type Table } from "./tables.js";
import type { Industry } from "./words.js";

/** Share of current assets in stock, gross margin and asset turnover of an industry. */
const BUSINESS: Record<Industry, { stock: number; gross: number; turnover: number }> = {
  Hospitality: { stock: 0.1, gross: 0.66, turnover: 0.8 },
  "Food service": { stock: 0.18, gross: 0.62, turnover: 1.7 },
  Retail: { stock: 0.5, gross: 0.38, turnover: 1.9 },
  Offices: { stock: 0.03, gross: 0.55, turnover: 1.4 },
  Wholesale: { stock: 0.42, gross: 0.24, turnover: 2.3 },
  Healthcare: { stock: 0.06, gross: 0.5, turnover: 1.2 },
};

/** Lines of a statement in thousands of the client's currency; one that is not published is absent. */
interface Lines {
  cash: number;
  short_term_investments: number;
  receivables: number;
  inventory: number;
  prepaid: number;
  current_assets: number;
  total_assets: number;
  payables: number;
  current_liabilities: number;
  total_liabilities: number;
  retained_earnings: number;
  equity: number;
  revenue: number;
  cost_of_sales: number;
  gross_profit: number;
  operating_profit: number;
  interest_expense: number;
  net_income: number;
}

const HEADER: Record<keyof Lines, string> = {
  cash: "Cash",
  short_term_investments: "Securities",
  receivables: "Trade Debtors",
  inventory: "Stock",
  prepaid: "Prepayments",
  current_assets: "Current Assets",
  total_assets: "Total Assets",
  payables: "Trade Creditors",
  current_liabilities: "Current Liabilities",
  total_liabilities: "Total Liabilities",
  retained_earnings: "Retained",
  equity: "Shareholders' Funds",
  revenue: "Turnover",
  cost_of_sales: "Cost of Sales",
  gross_profit: "Gross Profit",
  operating_profit: "EBIT",
  interest_expense: "Interest Paid",
  net_income: "Profit for Year",
};

/** Yearly statements that the credit agency has of about 350 clients, sound to failing. */
export function statementTable(customers: readonly Customer[]): Table {
  const random = new Random("statements");
  const rows = chosenClients(random, customers).flatMap((client) => statementsOf(random, client));
  return table(
    "accounting/agency_statements.csv",
    "financials",
    ["Client", "Period End", "Published", "Months", "Currency", ...Object.values(HEADER)],
    rows,
  );
}

function chosenClients(random: Random, customers: readonly Customer[]): Customer[] {
  let healthcare = 0;
  return customers.filter(({ kind, company, prospect, original }) => {
    if (!company || kind === "internal" || prospect || original) return false;
    if (company.industry === "Healthcare") return ++healthcare <= 5;
    return company.key || company.insolvent !== undefined || random.chance(kind === "distributor" ? 0.6 : 0.33);
  });
}

function statementsOf(random: Random, client: Customer): string[][] {
  const company = client.company as Company;
  const closing = random.pick(["-12-31", "-12-31", "-12-31", "-03-31", "-06-30"]);
  const stale = random.chance(0.08) && company.insolvent === undefined;
  const lag = random.integer(80, 150);
  let last = year(AS_OF);
  while (day(`${last}${closing}`) + lag > AS_OF) last--;
  if (stale) last -= 2;
  const count = random.pick([3, 4, 4]);
  const growth = random.normal(0.03 + 0.5 * company.drift, 0.03);
  const revenues = [company.employees * random.between(70, 130)];
  while (revenues.length < count) revenues.unshift(revenues[0]! / (1 + growth + random.normal(0, 0.035)));
  const withoutDebt = random.chance(0.05);
  return revenues.flatMap((revenue, number) => {
    const back = number - count + 1;
    const health = Math.min(0.99, Math.max(0.01, company.health + company.drift * back + random.normal(0, 0.025)));
    const lines = statement(random, company.industry, health, revenue, withoutDebt);
    const end = day(`${last + back}${closing}`);
    const published = end + lag + random.integer(-10, 0);
    const head = [client.id, iso(end), iso(published), "12", client.market.currency];
    const first = [...head, ...written(random, lines)];
    if (!random.chance(0.012)) return [first];
    const restated = statement(random, company.industry, health - random.between(0.05, 0.18), revenue * random.between(0.84, 0.98), withoutDebt);
    return [
      first,
      [
        client.id,
        iso(end),
        iso(Math.min(AS_OF - 3, published + random.integer(40, 200))),
        "12",
        client.market.currency,
        ...written(random, restated),
      ],
    ];
  });
}

function statement(random: Random, industry: Industry, health: number, sales: number, withoutDebt: boolean): Lines {
  const { stock, gross, turnover } = BUSINESS[industry];
  const round = (value: number) => Math.round(value * 10) / 10;
  const revenue = round(sales);
  const total_assets = round((sales / turnover) * random.noise(0.08));
  const total_liabilities = round(total_assets * Math.max(0.12, 1.04 - 0.72 * health + random.normal(0, 0.04)));
  const current_liabilities = round(total_liabilities * Math.min(0.95, 0.72 - 0.28 * health + random.normal(0, 0.04)));
  const current_assets = round(Math.min(total_assets * 0.9, current_liabilities * (0.5 + 2.2 * health) * random.noise(0.1)));
  const inventory = round(current_assets * stock * random.noise(0.15));
  const prepaid = round(current_assets * 0.03 * random.noise(0.3));
  const receivables = round((current_assets - inventory - prepaid) * random.between(0.42, 0.6));
  const short_term_investments = random.chance(0.3)
    ? round((current_assets - inventory - prepaid - receivables) * random.between(0.05, 0.3))
    : 0;
  const cash = round(Math.max(0, current_assets - inventory - prepaid - receivables - short_term_investments));
  const equity = round(total_assets - total_liabilities);
  const gross_profit = round(revenue * gross * random.noise(0.05));
  const operating_profit = round(revenue * (-0.045 + 0.17 * health + random.normal(0, 0.015)));
  const interest_expense = withoutDebt ? 0 : round((total_liabilities - current_liabilities) * random.between(0.035, 0.065));
  const earned = operating_profit - interest_expense;
  return {
    cash,
    short_term_investments,
    receivables,
    inventory,
    prepaid,
    current_assets,
    total_assets,
    payables: round(current_liabilities * random.between(0.4, 0.6)),
    current_liabilities,
    total_liabilities,
    retained_earnings: round(equity > 0 ? equity * random.between(0.3, 0.8) : equity - total_assets * 0.1),
    equity,
    revenue,
    cost_of_sales: round(revenue - gross_profit),
    gross_profit,
    operating_profit,
    interest_expense,
    net_income: round(earned > 0 ? earned * 0.76 : earned),
  };
}

/** Some statements do not balance, some lack lines: as the agency has them. */
function written(random: Random, lines: Lines): string[] {
  const gap = random.chance(0.03) ? random.between(0.025, 0.14) * (random.chance(0.6) ? 1 : -1) : 0;
  const missing = new Set<string>(
    random.chance(0.06)
      ? random.sample(["prepaid", "retained_earnings", "interest_expense", "cost_of_sales", "short_term_investments", "inventory"], 2)
      : [],
  );
  if (random.chance(0.25)) missing.add("gross_profit");
  return (Object.keys(HEADER) as (keyof Lines)[]).map((name) => {
    if (missing.has(name)) return "";
    const value = lines[name] + (name === "equity" ? lines.total_assets * gap : 0);
    return value.toFixed(1);
  });
}
