import { entity } from "./entity.js";
import { currency, date, id, integer, money, optional } from "./fields.js";

/** Balance sheets and income statements of business clients (客户经营情况). Any line may be absent. */
export const financials = entity(
  "financials",
  {
    grain: "One row per statement: a business client, a period, a publication",
    enables: "Solvency: ratios, bands, grades, Altman scores, the watch list",
    key: ["customer_id", "period_end", "period_months", "published_date"],
    references: { customer_id: "customers" },
  },
  {
    customer_id: id("Business client that published the statement"),
    period_end: date("Last day of the period"),
    published_date: optional(date("Date of publication; the latest for a period wins (restatement), its last day and its length telling the period")),
    period_months: optional(integer("Length of the period; 12 where absent. A year and its last quarter are two statements", { min: 1, max: 24, unit: "months" })),
    currency: optional(currency("Currency of the statement; ratios need no conversion")),
    cash: optional(money("Cash and cash equivalents", { min: 0 })),
    short_term_investments: optional(money("Securities held for less than a year")),
    receivables: optional(money("Trade receivables")),
    inventory: optional(money("Inventories")),
    prepaid: optional(money("Prepaid expenses")),
    current_assets: optional(money("Total current assets")),
    total_assets: optional(money("Total assets")),
    payables: optional(money("Trade payables")),
    current_liabilities: optional(money("Total current liabilities")),
    total_liabilities: optional(money("Total liabilities")),
    retained_earnings: optional(money("Retained earnings")),
    equity: optional(money("Total equity")),
    revenue: optional(money("Revenue of the period")),
    cost_of_sales: optional(money("Cost of what was sold")),
    gross_profit: optional(money("Gross profit; revenue less cost of sales where absent")),
    operating_profit: optional(money("Earnings before interest and tax (EBIT)")),
    interest_expense: optional(money("Interest paid on debt, as a positive number")),
    net_income: optional(money("Net income")),
  },
);
