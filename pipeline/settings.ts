import { z } from "zod";

/**
 * Every setting of the analyses: its meaning, its unit, its default. project.yaml overrides them under `settings:`.
 *
 * Models read them as tables of the schema `run`: the plain values of all subjects stand in the one row of
 * run.settings, as <subject>_<name>; a list of objects is a table of its own, run.<subject>_<name>, in the
 * order of the list (column `position`, from 1).
 */

const share = (meaning: string, value: number) => z.number().min(0).max(1).default(value).describe(meaning);
const days = (meaning: string, value: number) => z.int().min(1).max(36500).default(value).describe(`${meaning} [days]`);

const analysis = z.strictObject({
  window_days: days("Length of the period looked at, up to as_of_date; the period before it is of equal length", 365),
  default_kind: z.enum(["consumer", "business", "distributor", "internal"]).default("consumer")
    .describe("Kind of a customer whose file names none"),
  lost_after_days: z.int().min(1).max(36500).nullable().default(null)
    .describe("A customer without an order for longer than this is lost; null: found from the gaps between purchases, by the three settings below [days]"),
  lost_after_share: share("The horizon is that which this share of the gaps between purchases does not exceed", 0.95),
  lost_after_least_days: days("but it is never less than this", 90),
  lost_after_most_days: days("and never more than this", 730),
}).refine(({ lost_after_least_days, lost_after_most_days }) => lost_after_least_days <= lost_after_most_days, {
  path: ["lost_after_most_days"], error: "lost_after_most_days is below lost_after_least_days",
});

const fileField = z.enum([
  "name", "phone", "email", "address", "city", "region", "country", "postal_code", "source", "channel", "owner", "credit_grade",
  "sex", "birth_date", "occupation", "education", "income_band", "household_size", "interests",
  "legal_form", "web_site", "industry", "industry_position", "company_size", "employees", "founded_year",
  "settlement_terms_days", "credit_limit", "credit_status", "first_deal_date", "last_deal_date",
]);

const quality = z.strictObject({
  person_fields: z.array(fileField).min(1).default([
    "name", "phone", "email", "address", "city", "postal_code", "country", "region", "source",
    "sex", "birth_date", "occupation", "education", "income_band", "household_size", "interests",
  ]).describe("Fields that matter in the file of a consumer"),
  business_fields: z.array(fileField).min(1).default([
    "name", "phone", "email", "address", "city", "postal_code", "country", "region", "source", "owner",
    "legal_form", "web_site", "industry", "industry_position", "company_size", "employees", "founded_year",
    "settlement_terms_days", "credit_limit", "credit_status", "first_deal_date", "last_deal_date",
  ]).describe("Fields that matter in the file of a business or distributor"),
  freshness_limit_days: days("A customer file is fresh if it was confirmed, or the customer heard from, within; if neither, if it was opened within", 365),
  age_bands_days: z.array(z.int().min(0)).default([90, 180, 730])
    .refine((bands) => bands.every((band, index) => index === 0 || band > bands[index - 1]!), { error: "the bands must rise" })
    .describe("Ends of the bands of age that customer files are counted in, from the youngest; freshness_limit_days ends one by itself"),
  completeness_weight: share("Weight of completeness in the score of 0 to 100", 0.4),
  accuracy_weight: share("Weight of accuracy in the score", 0.4),
  freshness_weight: share("Weight of freshness in the score", 0.2),
  notable_excess: z.number().min(0).default(0.1).describe("An owner, source or region whose files cost the score this much more than those of the same kinds of customers do is named among what to mend; 0.1: a tenth more"),
  poor_score: z.number().min(0).max(100).default(75).describe("A file with a lower score is poor [0 to 100]"),
  told_name_letters: z.int().min(1).max(100).default(4).describe("A customer's name of at least this many letters is looked for in events, actions and goals written by hand, where the site does not show names; shorter ones are often words of their own [letters]"),
  late_export_days: days("The customer file may have been exported after as_of_date: a date in it that lies later still by this many is wrong", 31),
  oldest_age_years: z.int().min(50).max(200).default(110).describe("An older person is a wrong birth date [years]"),
  regions: z.array(z.string()).default([]).describe("Sales regions there are: any other counts as wrong; any is right while the list is empty"),
  rare_value_customers: z.int().min(0).default(1)
    .describe("A region, source, channel, owner or industry of no more customers than this may be a typing error if it reads almost like a more frequent one; it does not count as wrong; 0: none is [customers]"),
  typing_error_letters: z.int().min(1).max(3).default(1)
    .describe("Most letters added, left out, changed or swapped in a typing error [letters]"),
  list_customers: z.int().min(1).max(100).default(30).describe("Customers shown in the lists of poor files and of likely duplicates [customers]"),
});

const composition = z.strictObject({
  dimensions: z.array(z.strictObject({
    dimension: z.enum([
      "kind", "region", "country", "city", "industry", "company_size", "channel", "source", "owner", "sex", "age_band",
      "income_band", "education", "occupation", "credit_grade", "tier", "first_order_year",
      "order_channel", "order_region", "order_owner", "product_category",
    ]).describe("What customers, orders (order_...) or order lines (product_...) are divided by"),
    title: z.string().min(1).describe("Its name on the pages"),
  })).min(1).default([
    { dimension: "kind", title: "Kind of customer" },
    { dimension: "region", title: "Region" },
    { dimension: "country", title: "Country" },
    { dimension: "city", title: "City" },
    { dimension: "industry", title: "Industry" },
    { dimension: "company_size", title: "Company size" },
    { dimension: "channel", title: "Channel" },
    { dimension: "source", title: "Source" },
    { dimension: "owner", title: "Account manager" },
    { dimension: "sex", title: "Sex" },
    { dimension: "age_band", title: "Age" },
    { dimension: "income_band", title: "Income" },
    { dimension: "education", title: "Education" },
    { dimension: "occupation", title: "Occupation" },
    { dimension: "credit_grade", title: "Credit grade on file" },
    { dimension: "tier", title: "Value tier" },
    { dimension: "first_order_year", title: "Customer since" },
    { dimension: "order_channel", title: "Channel of the order" },
    { dimension: "order_region", title: "Region of the order" },
    { dimension: "order_owner", title: "Sales person" },
    { dimension: "product_category", title: "Product category" },
  ]).refine((dimensions) => new Set(dimensions.map(({ dimension }) => dimension)).size === dimensions.length, {
    error: "a dimension is named twice",
  }).describe("Groupings shown, in this order; one appears only where the input has values for it"),
  differing_orders_rate: share("A dimension of orders is shown if at least this share of them says something else than the customer's file", 0.1),
  sparse_share: share("A dimension whose values are known for less than this share of revenue stands apart, folded up, for it says little of the whole", 0.5),
  max_groups: z.int().min(1).max(1000).default(12).describe("Groups of a dimension shown by themselves; the smaller ones are folded into one, of years the earliest [groups]"),
  min_personal_customers: z.int().min(1).max(1000).default(5).describe("Consumers that share an age band, sex, income, education, occupation or town, at least, for it to be shown by itself, and of them with orders in the window, for revenue and what goes with it to be shown: of fewer it would tell of each; 1 shows all, unrounded [customers]"),
  age_bands: z.array(z.strictObject({
    band: z.string().min(1).describe("Name of the band"),
    from_years: z.int().min(0).max(150).describe("Youngest age in it; it ends where the next begins [years]"),
  })).min(1).default([
    { band: "under 18", from_years: 0 },
    { band: "18 to 24", from_years: 18 },
    { band: "25 to 34", from_years: 25 },
    { band: "35 to 44", from_years: 35 },
    { band: "45 to 54", from_years: 45 },
    { band: "55 to 64", from_years: 55 },
    { band: "65 and over", from_years: 65 },
  ]).refine((bands) => bands.every(({ from_years }, index) => from_years > (bands[index - 1]?.from_years ?? -1)), {
    error: "from_years must rise from band to band",
  }).refine((bands) => new Set(bands.map(({ band }) => band)).size === bands.length, {
    error: "two bands have one name",
  }).describe("Age bands, from the youngest"),
  history_slack_days: z.int().min(0).max(366).default(7)
    .describe("Orders count as recorded from a day on if the first came within so many days of it [days]"),
  top_shares: z.array(z.number().gt(0).lt(1)).min(1).default([0.01, 0.05, 0.1, 0.2])
    .refine((shares) => shares.every((share, index) => share > (shares[index - 1] ?? 0)), { error: "the shares must rise" })
    .describe("Shares of customers, from the largest, whose share of revenue is shown [0 to 1]"),
  pareto_share: z.number().gt(0).lt(1).default(0.8)
    .describe("Share of revenue for which the fewest customers are counted that bring it (二八法则) [0 to 1]"),
  top_customers: z.int().min(1).default(10).describe("Customers that dependency on the largest is measured by [customers]"),
  lorenz_steps: z.int().min(1).max(1000).default(100).describe("Steps the Lorenz curve is drawn in [steps]"),
  listed_customers: z.int().min(1).max(100).default(25).describe("Customers in the lists of the largest, and of those whose revenue changed most either way [customers]"),
  listed_products: z.int().min(1).max(1000).default(20).describe("Products in the list of those whose revenue changed most either way [products]"),
});

const value = z.strictObject({
  measure: z.enum(["revenue", "margin"]).default("revenue").describe("What customers are ranked by: their revenue or their margin in the window"),
  tiers: z.array(z.strictObject({
    tier: z.string().min(1).describe("Name of the tier"),
    top_share: z.number().gt(0).max(1).describe("Customers down to this share of all, from the most valuable"),
    action: z.string().describe("What to do for customers of the tier"),
  })).min(2).default([
    { tier: "key", top_share: 0.01, action: "A named account manager and a yearly plan for each" },
    { tier: "major", top_share: 0.05, action: "Develop: find what they buy elsewhere" },
    { tier: "regular", top_share: 0.2, action: "Keep: reliable service, a contact each quarter" },
    { tier: "small", top_share: 1, action: "Serve at low cost; watch for those that grow" },
  ]).refine((tiers) => tiers.every(({ top_share }, index) => top_share > (tiers[index - 1]?.top_share ?? 0)) && tiers.at(-1)?.top_share === 1, {
    error: "top_share must rise from tier to tier and end at 1",
  }).refine((tiers) => new Set(tiers.map(({ tier }) => tier)).size === tiers.length, {
    error: "two tiers have one name",
  }).describe("Customer pyramid (客户金字塔), from the top: key (关键), major (大), regular (普通), small (小); top_share is cumulative"),
  ticket_cost: z.enum(["apart", "in_costs"]).default("apart")
    .describe("Whether what tickets cost comes on top of the service costs booked (apart), or is booked among them (in_costs) and is not to count twice"),
  swollen_tier_factor: z.number().min(1).default(2)
    .describe("A tier that equal values make larger than this many times its share of customers is pointed out: it tells customers apart less than it seems to"),
  good_margin_rate: share("A customer is good if its profit after cost to serve is at least this share of its revenue, bad if it is a loss, marginal in between", 0.15),
  list_customers: z.int().min(1).max(100).default(25).describe("Customers shown in a list of movers or loss makers [customers]"),
  repeat_buying_model: z.enum(["best", "BG/NBD", "MBG/NBD", "Pareto/NBD"]).default("best")
    .describe("Model of repeat buying that predictions use; best: that by which what came in the hold-out was most probable"),
  horizon_months: z.int().min(1).max(120).default(36).describe("How far ahead purchases count in lifetime value [months]"),
  discount_rate: z.number().min(0).max(0.5).default(0.01).describe("Discount of a month: what comes in the m-th month is divided by (1 + discount_rate)^m; 0.01 is 12.7 % a year"),
  spend_correlation_limit: share("Spend is predicted apart from purchases only where the two hardly go together: where the correlation of what a purchase brings with how often a customer buys is no larger than this, up or down", 0.3),
  min_like_customers: z.int().min(1).default(30).describe("What like customers buy is told from those of one kind and tier, where they are at least so many; else from all of the kind [customers]"),
  fit_least_gain: share("The chosen model is called better for single customers than forecasts without a model where the root of its mean squared error is lower by at least this share", 0.02),
  fit_tolerance: share("A prediction is called good where the purchases of the hold-out differ from what was expected by no more than this share", 0.15),
});

const solvency = z.strictObject({
  quick_ratio: z.enum(["less_inventory_and_prepaid", "less_inventory", "cash_and_receivables"]).default("less_inventory_and_prepaid")
    .describe("What counts as quick (速动资产), over current liabilities: current assets less inventory and prepaid expenses, current assets less inventory, or cash and receivables"),
  balance_tolerance: share("A balance sheet balances if assets differ from liabilities and equity by no more than this share of assets", 0.005),
  stale_after_months: z.int().min(1).max(120).default(18).describe("A statement is stale when its period ended longer ago than this [months]"),
  period_gap_days: z.int().min(0).max(180).default(31)
    .describe("A statement is of the period before if it ends within so many days of where the period begins, and of a year before if within so many of that day: years of 52 weeks and shifted year ends [days]"),
  ratios: z.array(z.strictObject({
    ratio: z.enum([
      "current_ratio", "quick_ratio", "cash_ratio", "working_capital", "debt_to_assets", "debt_to_equity", "equity_ratio", "interest_coverage",
      "gross_margin", "operating_margin", "net_margin", "return_on_assets", "return_on_equity", "receivable_turnover", "receivable_days",
      "inventory_turnover", "inventory_days", "payable_days", "asset_turnover", "revenue_growth", "profit_growth",
    ]).describe("Name of the ratio; marts.ratios has its formula"),
    subject: z.string().min(1).describe("Heading it is shown under"),
    better: z.enum(["higher", "lower"]).describe("Which way is good"),
    strong: z.number().nullable().describe("Strong from here on; null for a ratio without bands"),
    adequate: z.number().nullable().describe("Adequate from here on"),
    weak: z.number().nullable().describe("Weak from here on; critical beyond"),
    weight: z.number().min(0).default(0).describe("Weight in the grade; 0 for a ratio that is only shown"),
  })).min(1).default([
    { ratio: "current_ratio", subject: "Liquidity", better: "higher", strong: 2, adequate: 1.5, weak: 1, weight: 15 },
    { ratio: "quick_ratio", subject: "Liquidity", better: "higher", strong: 1, adequate: 0.75, weak: 0.5, weight: 15 },
    { ratio: "cash_ratio", subject: "Liquidity", better: "higher", strong: 0.5, adequate: 0.2, weak: 0.1, weight: 5 },
    { ratio: "working_capital", subject: "Liquidity", better: "higher", strong: null, adequate: null, weak: null, weight: 0 },
    { ratio: "debt_to_assets", subject: "Capital structure", better: "lower", strong: 0.6, adequate: 0.8, weak: 0.9, weight: 0 },
    { ratio: "debt_to_equity", subject: "Capital structure", better: "lower", strong: 1.5, adequate: 4, weak: 9, weight: 0 },
    { ratio: "equity_ratio", subject: "Capital structure", better: "higher", strong: 0.4, adequate: 0.2, weak: 0.1, weight: 20 },
    { ratio: "interest_coverage", subject: "Capital structure", better: "higher", strong: 6, adequate: 3, weak: 1.5, weight: 20 },
    { ratio: "gross_margin", subject: "Profitability", better: "higher", strong: null, adequate: null, weak: null, weight: 0 },
    { ratio: "operating_margin", subject: "Profitability", better: "higher", strong: 0.1, adequate: 0.05, weak: 0, weight: 5 },
    { ratio: "net_margin", subject: "Profitability", better: "higher", strong: 0.05, adequate: 0.02, weak: 0, weight: 5 },
    { ratio: "return_on_assets", subject: "Profitability", better: "higher", strong: 0.06, adequate: 0.02, weak: 0, weight: 10 },
    { ratio: "return_on_equity", subject: "Profitability", better: "higher", strong: 0.15, adequate: 0.05, weak: 0, weight: 0 },
    { ratio: "receivable_turnover", subject: "Efficiency", better: "higher", strong: null, adequate: null, weak: null, weight: 0 },
    { ratio: "receivable_days", subject: "Efficiency", better: "lower", strong: 45, adequate: 60, weak: 90, weight: 0 },
    { ratio: "inventory_turnover", subject: "Efficiency", better: "higher", strong: null, adequate: null, weak: null, weight: 0 },
    { ratio: "inventory_days", subject: "Efficiency", better: "lower", strong: 60, adequate: 90, weak: 150, weight: 0 },
    { ratio: "payable_days", subject: "Efficiency", better: "lower", strong: 45, adequate: 60, weak: 90, weight: 0 },
    { ratio: "asset_turnover", subject: "Efficiency", better: "higher", strong: null, adequate: null, weak: null, weight: 0 },
    { ratio: "revenue_growth", subject: "Growth", better: "higher", strong: 0.05, adequate: 0, weak: -0.1, weight: 5 },
    { ratio: "profit_growth", subject: "Growth", better: "higher", strong: 0.05, adequate: 0, weak: -0.3, weight: 0 },
  ]).refine((ratios) => new Set(ratios.map(({ ratio }) => ratio)).size === ratios.length, {
    error: "a ratio is named twice",
  }).refine((ratios) => ratios.every(({ better, strong, adequate, weak, weight }) => {
    if (strong === null || adequate === null || weak === null) return strong === adequate && adequate === weak && weight === 0;
    return better === "higher" ? strong > adequate && adequate > weak : strong < adequate && adequate < weak;
  }), {
    error: "strong, adequate and weak must fall for a ratio that is better higher, rise for one that is better lower, or all be null, without a weight",
  }).refine((ratios) => ratios.some(({ weight }) => weight > 0), { error: "at least one ratio needs a weight" })
    .describe("Ratios shown, in this order, with their bands and their weight in the grade"),
  min_peers: z.int().min(2).default(8).describe("Clients of one industry from which on their percentiles are given [clients]"),
  altman_model: z.enum(["by_industry", "manufacturers", "others"]).default("by_industry")
    .describe("Altman's score: Z' for the manufacturing industries and Z'' for the others, or one of them for all"),
  manufacturing_industries: z.array(z.string().min(1)).min(1).default(["Manufacturing", "Industrials", "Materials"])
    .describe("Industries that Altman's Z' for private manufacturers is used for, as the customer file writes them; capitals do not matter"),
  min_weight_share: share("A statement is graded if the ratios it allows hold at least this share of all weights", 0.7),
  grades: z.array(z.strictObject({
    grade: z.string().min(1).describe("Name of the grade"),
    min_score: z.number().min(0).max(1).nullable().describe("Least score: the weighted mean of 1 for a strong ratio, 2/3 adequate, 1/3 weak, 0 critical; null for who cannot be graded"),
    weakness: z.number().min(0).max(1).describe("Share of what the client owes that counts as at risk [0 to 1]"),
    is_watched: z.boolean().describe("Whether a client that owes anything is on the watch list for its grade alone"),
    terms: z.string().describe("Terms of payment advised"),
    limit: z.string().describe("What to do about the credit limit"),
    prepayment: z.string().describe("Payment asked for in advance"),
  })).min(3).default([
    { grade: "A", min_score: 0.8, weakness: 0, is_watched: false, terms: "As agreed", limit: "Raise on request", prepayment: "None" },
    { grade: "B", min_score: 0.6, weakness: 0.1, is_watched: false, terms: "As agreed", limit: "Keep", prepayment: "None" },
    { grade: "C", min_score: 0.4, weakness: 0.3, is_watched: false, terms: "At most 30 days", limit: "Keep; review each half-year", prepayment: "None" },
    { grade: "D", min_score: 0.2, weakness: 0.6, is_watched: true, terms: "At most 14 days", limit: "Do not raise; cut as it pays down", prepayment: "Half" },
    { grade: "E", min_score: 0, weakness: 1, is_watched: true, terms: "Cash in advance", limit: "Withdraw", prepayment: "All" },
    { grade: "not graded", min_score: null, weakness: 0.3, is_watched: false, terms: "At most 30 days", limit: "Do not raise; ask for a statement that can be graded", prepayment: "None" },
  ]).refine((grades) => grades.every(({ min_score }, index) => (min_score === null) === (index === grades.length - 1)) && grades.at(-2)?.min_score === 0, {
    error: "min_score is null for the last grade alone, for those who cannot be graded, and 0 for the one before it",
  }).refine((grades) => grades.slice(1, -1).every(({ min_score }, index) => min_score! < grades[index]!.min_score!), {
    error: "min_score must fall from grade to grade",
  }).refine((grades) => grades.slice(1, -1).every(({ weakness }, index) => weakness >= grades[index]!.weakness) && grades.at(-2)?.weakness === 1, {
    error: "weakness must not fall from grade to grade, and is 1 for the worst",
  }).refine((grades) => new Set(grades.map(({ grade }) => grade)).size === grades.length, { error: "two grades have one name" })
    .describe("Grades, from the best, with the action advised; the last is for clients that cannot be graded"),
  caps: z.array(z.strictObject({
    ratio: z.string().describe("A ratio of the list that is better higher"),
    below: z.number().describe("Where the ratio is below this"),
    best_grade: z.string().describe("the grade is at best this one"),
  })).min(1).default([
    { ratio: "equity_ratio", below: 0, best_grade: "D" },
    { ratio: "interest_coverage", below: 1, best_grade: "D" },
    { ratio: "current_ratio", below: 1, best_grade: "C" },
  ]).describe("What no other strength makes up for"),
  altman_distress_grade: z.string().default("C").describe("Best grade of a client in Altman's distress zone"),
  trend_confidence: z.number().gt(0).lt(1).default(0.8).describe("Chance that the next value lies in the interval of the outlook, if the trend goes on [0 to 1]"),
  trend_min_periods: z.int().min(3).default(4).describe("Values from which on a ratio has a direction and an outlook; three lie on a line too often by chance [periods]"),
  direction_confidence: z.number().gt(0).lt(1).default(0.95).describe("A ratio is improving or worsening if the slope of its line differs from 0 with this confidence [0 to 1]"),
  direction_least_change: share("Least change over all periods for that, as a share of the distance from weak to strong; a ratio whose values all lie closer together is steady", 0.1),
  ageing: z.array(z.strictObject({
    bucket: z.string().min(1).describe("Name of the bucket"),
    up_to_days: z.int().nullable().describe("Longest time overdue in it; 0 for what is not due yet, null for no limit [days]"),
  })).min(2).default([
    { bucket: "not due", up_to_days: 0 },
    { bucket: "1 to 30 days", up_to_days: 30 },
    { bucket: "31 to 60 days", up_to_days: 60 },
    { bucket: "61 to 90 days", up_to_days: 90 },
    { bucket: "over 90 days", up_to_days: null },
  ]).refine((buckets) => buckets[0]?.up_to_days === 0 && buckets.every(({ up_to_days }, index) => (up_to_days === null) === (index === buckets.length - 1)), {
    error: "up_to_days is 0 for the first bucket, and null for the last one alone",
  }).refine((buckets) => buckets.slice(1, -1).every(({ up_to_days }, index) => up_to_days! > buckets[index]!.up_to_days!), {
    error: "up_to_days must rise from bucket to bucket",
  }).refine((buckets) => new Set(buckets.map(({ bucket }) => bucket)).size === buckets.length && !buckets.some(({ bucket }) => bucket === "credit"), {
    error: "two buckets have one name; `credit` is taken for credit notes",
  }).describe("Ageing buckets of what is owed (账龄)"),
  dso_window_days: days("Days of billing that open receivables are compared with for days sales outstanding", 90),
  serious_overdue_days: days("Overdue for longer than this is serious: it counts as at risk whatever the grade, and puts the client on the watch list", 60),
  watch_limit_use: z.number().positive().default(1).describe("A client is on the watch list if it owes more than this share of its credit limit"),
  hold_advice: z.string().default("On hold: grant none until it is lifted").describe("What to do about the credit limit of a client whose credit is on hold, in place of the advice of its grade"),
  recent_order_days: days("A client is still ordering if its last order is no older than this", 30),
  watch_exposure_share: share("A client that cannot be graded is on the watch list if it owes at least this share of all that is owed", 0.01),
  list_customers: z.int().min(1).max(100).default(30).describe("Customers in a list of the pages [customers]"),
  profile_customers: z.int().min(0).max(30).default(8).describe("Clients at the head of the watch list that the page shows one by one, ratio by ratio [clients]"),
  list_invoices: z.int().min(1).max(1000).default(30).describe("Invoices in the list of the largest overdue ones [invoices]"),
}).refine(({ caps, altman_distress_grade, grades }) =>
  [...caps.map(({ best_grade }) => best_grade), altman_distress_grade].every((grade) => grades.slice(0, -1).some((known) => known.grade === grade)), {
  path: ["caps"], error: "a best grade is none of the grades",
}).refine(({ caps, ratios }) => caps.every((cap) => ratios.some(({ ratio }) => ratio === cap.ratio)), {
  path: ["caps"], error: "a cap is on a ratio that is not in the list",
});

const rfmBetter = (measure: string) => z.boolean().describe(`Whether ${measure} is better than the mean of all customers`);
const rfmScore = (meaning: string) => z.int().min(1).max(5).describe(meaning);
const rfmBound = (measure: string) => z.number().nullable().default(null)
  .describe(`${measure} from which on the next score starts, in place of the quantile; null for the quantile`);
const rfmUnique = (names: string[]) => new Set(names).size === names.length;

type SegmentRange = Record<`${"recency" | "frequency" | "monetary"}_${"from" | "to"}`, number>;

/** A score triple that none of the segments covers, recency first. */
function uncoveredTriple(segments: SegmentRange[]): number[] | undefined {
  const scores = [1, 2, 3, 4, 5];
  const triples = scores.flatMap((recency) => scores.flatMap((frequency) => scores.map((monetary) => [recency, frequency, monetary] as const)));
  return triples.find(([recency, frequency, monetary]) => !segments.some((segment) =>
    recency >= segment.recency_from && recency <= segment.recency_to
    && frequency >= segment.frequency_from && frequency <= segment.frequency_to
    && monetary >= segment.monetary_from && monetary <= segment.monetary_to))?.slice();
}

/** A segment of the grid of recency and frequency, whatever the amount. */
const gridSegment = (segment: string, [recency_from, recency_to]: [number, number], [frequency_from, frequency_to]: [number, number], action: string) =>
  ({ scheme: "recency and frequency", segment, recency_from, recency_to, frequency_from, frequency_to, monetary_from: 1, monetary_to: 5, action });

const rfm = z.strictObject({
  window_days: z.int().min(1).max(36500).nullable().default(null)
    .describe("Orders of this time up to as_of_date count; all of them where null, so that lost customers stay in sight [days]"),
  amount: z.enum(["total", "mean"]).default("total").describe("What M is: the revenue of all orders, or that of an order on average"),
  cuts: z.array(z.strictObject({
    recency_days: rfmBound("Days since the last order"),
    orders: rfmBound("Orders"),
    amount: rfmBound("Amount"),
  })).length(4).default([
    { recency_days: null, orders: null, amount: null },
    { recency_days: null, orders: null, amount: null },
    { recency_days: null, orders: null, amount: null },
    { recency_days: null, orders: null, amount: null },
  ]).refine((cuts) => (["recency_days", "orders", "amount"] as const).every((measure) => {
    const bounds = cuts.map((cut) => cut[measure]).filter((bound) => bound !== null);
    return bounds.every((bound, index) => index === 0 || bound > bounds[index - 1]!);
  }), { error: "the bounds of a measure must rise from cut to cut" })
    .describe("The four cuts between the scores 1 to 5, in ascending order: the 20 %, 40 %, 60 % and 80 % quantiles unless fixed here"),
  scheme: z.string().min(1).default("three scores")
    .describe("Scheme of named segments that customers are shown by, filtered by and told what to do by; the others are shown beside it"),
  segments: z.array(z.strictObject({
    scheme: z.string().min(1).default("three scores").describe("Scheme that the segment is part of"),
    segment: z.string().min(1).describe("Name of the segment"),
    recency_from: rfmScore("Least score for recency"), recency_to: rfmScore("Highest score for recency"),
    frequency_from: rfmScore("Least score for frequency"), frequency_to: rfmScore("Highest score for frequency"),
    monetary_from: rfmScore("Least score for amount"), monetary_to: rfmScore("Highest score for amount"),
    action: z.string().describe("What to do for customers of the segment"),
  })).min(1).default([
    { scheme: "three scores", segment: "Champions", recency_from: 5, recency_to: 5, frequency_from: 5, frequency_to: 5, monetary_from: 5, monetary_to: 5, action: "Thank and reward; ask for referrals; show them what is new first" },
    { scheme: "three scores", segment: "Potential Loyalist", recency_from: 3, recency_to: 5, frequency_from: 3, frequency_to: 5, monetary_from: 2, monetary_to: 5, action: "Offer a loyalty programme and what fits their last orders" },
    { scheme: "three scores", segment: "Loyal Customers", recency_from: 2, recency_to: 4, frequency_from: 2, frequency_to: 4, monetary_from: 2, monetary_to: 4, action: "Keep: steady contact; sell the next better product" },
    { scheme: "three scores", segment: "Promising", recency_from: 3, recency_to: 4, frequency_from: 1, frequency_to: 3, monetary_from: 3, monetary_to: 5, action: "Win the next order while the last is in mind" },
    { scheme: "three scores", segment: "New Customers", recency_from: 4, recency_to: 5, frequency_from: 1, frequency_to: 3, monetary_from: 1, monetary_to: 5, action: "Welcome them; help with the first use; offer a second order" },
    { scheme: "three scores", segment: "Can't Lose Them", recency_from: 1, recency_to: 2, frequency_from: 3, frequency_to: 4, monetary_from: 4, monetary_to: 5, action: "Call in person; find out why they stay away; win back" },
    { scheme: "three scores", segment: "At Risk", recency_from: 1, recency_to: 2, frequency_from: 2, frequency_to: 5, monetary_from: 4, monetary_to: 5, action: "Personal offer before they are lost" },
    { scheme: "three scores", segment: "Need Attention", recency_from: 1, recency_to: 3, frequency_from: 3, frequency_to: 5, monetary_from: 3, monetary_to: 5, action: "Remind them, with an offer that ends soon" },
    { scheme: "three scores", segment: "About To Sleep", recency_from: 2, recency_to: 3, frequency_from: 1, frequency_to: 3, monetary_from: 1, monetary_to: 4, action: "Wake them with what sells best" },
    { scheme: "three scores", segment: "Lost", recency_from: 1, recency_to: 1, frequency_from: 1, frequency_to: 5, monetary_from: 1, monetary_to: 5, action: "One win-back mailing; no more cost after that" },
    { scheme: "three scores", segment: "Frequent Small Buyers", recency_from: 2, recency_to: 5, frequency_from: 4, frequency_to: 5, monetary_from: 1, monetary_to: 2, action: "Raise the order: bundles, a least order for free delivery" },
    { scheme: "three scores", segment: "Lapsing Big Orders", recency_from: 2, recency_to: 2, frequency_from: 1, frequency_to: 1, monetary_from: 5, monetary_to: 5, action: "Ask in person about the next project" },
    gridSegment("Champions", [5, 5], [4, 5], "Thank and reward; ask for referrals; show them what is new first"),
    gridSegment("Loyal Customers", [3, 4], [4, 5], "Keep: steady contact; sell the next better product"),
    gridSegment("Potential Loyalist", [4, 5], [2, 3], "Offer a loyalty programme and what fits their last orders"),
    gridSegment("New Customers", [5, 5], [1, 1], "Welcome them; help with the first use; offer a second order"),
    gridSegment("Promising", [4, 4], [1, 1], "Win the next order while the last is in mind"),
    gridSegment("Need Attention", [3, 3], [3, 3], "Remind them, with an offer that ends soon"),
    gridSegment("About To Sleep", [3, 3], [1, 2], "Wake them with what sells best"),
    gridSegment("Can't Lose Them", [1, 2], [5, 5], "Call in person; find out why they stay away; win back"),
    gridSegment("At Risk", [1, 2], [3, 4], "Personal offer before they are lost"),
    gridSegment("Hibernating", [1, 2], [1, 2], "One win-back mailing; no more cost after that"),
  ]).superRefine((segments, context) => {
    for (const scheme of new Set(segments.map((segment) => segment.scheme))) {
      const triple = uncoveredTriple(segments.filter((segment) => segment.scheme === scheme));
      if (triple) context.addIssue({ code: "custom", message: `no segment of the scheme ${scheme} covers the scores ${triple.join(", ")}: add a last segment for the rest` });
    }
  }).refine((segments) => rfmUnique(segments.map(({ scheme, segment }) => `${scheme}\0${segment}`)), { error: "two segments of a scheme have one name" })
    .describe("Named segments by score, in one scheme or several; a customer belongs to the first of a scheme that covers its three scores, and each triple must be covered. "
      + "The scheme `three scores` begins with the ten segments of the R package rfm, which leave some triples; `recency and frequency` is the grid of ten that CleverTap made common, whatever the amount"),
  classes: z.array(z.strictObject({
    recency_is_better: rfmBetter("the time since the last order"),
    frequency_is_better: rfmBetter("the number of orders"),
    monetary_is_better: rfmBetter("the amount"),
    class: z.string().min(1).describe("Name of the class"),
    class_zh: z.string().describe("Its name in Chinese"),
    decision: z.string().describe("Decision segment it belongs to"),
  })).length(8).default([
    { recency_is_better: true, frequency_is_better: true, monetary_is_better: true, class: "important value", class_zh: "重要价值", decision: "high value" },
    { recency_is_better: true, frequency_is_better: false, monetary_is_better: true, class: "important develop", class_zh: "重要发展", decision: "important to develop" },
    { recency_is_better: false, frequency_is_better: true, monetary_is_better: true, class: "important keep", class_zh: "重要保持", decision: "important" },
    { recency_is_better: false, frequency_is_better: false, monetary_is_better: true, class: "important win back", class_zh: "重要挽留", decision: "important" },
    { recency_is_better: true, frequency_is_better: true, monetary_is_better: false, class: "general value", class_zh: "一般价值", decision: "ordinary" },
    { recency_is_better: true, frequency_is_better: false, monetary_is_better: false, class: "general develop", class_zh: "一般发展", decision: "ordinary" },
    { recency_is_better: false, frequency_is_better: true, monetary_is_better: false, class: "general keep", class_zh: "一般保持", decision: "ordinary" },
    { recency_is_better: false, frequency_is_better: false, monetary_is_better: false, class: "general win back", class_zh: "一般挽留", decision: "no value" },
  ]).refine((classes) => rfmUnique(classes.map((row) => `${row.recency_is_better} ${row.frequency_is_better} ${row.monetary_is_better}`)), {
    error: "each of the eight ways to be better or worse is named once",
  }).refine((classes) => rfmUnique(classes.map((row) => row.class)), { error: "two classes have one name" })
    .describe("The eight classes (八类客户) by recency, frequency and amount, each better or worse than its mean"),
  decisions: z.array(z.strictObject({
    decision: z.string().min(1).describe("Name of the decision segment"),
    decision_zh: z.string().describe("Its name in Chinese"),
    action: z.string().describe("What to do for its customers"),
  })).min(1).default([
    { decision: "high value", decision_zh: "高价值客户", action: "Keep the relation as good as it is: first call on service, a named contact" },
    { decision: "important to develop", decision_zh: "重要发展客户", action: "Visit more often and deepen product knowledge, so that they order more often" },
    { decision: "important", decision_zh: "一般重要客户", action: "Rebuild the contact and the trust in person before the amount goes elsewhere" },
    { decision: "ordinary", decision_zh: "一般客户", action: "Raise the amount with patience: cross-selling, larger orders" },
    { decision: "no value", decision_zh: "无价值客户", action: "Serve at low cost and expect little; mailings rather than visits" },
  ]).refine((decisions) => rfmUnique(decisions.map(({ decision }) => decision)), { error: "two decision segments have one name" })
    .describe("The five decision segments that the classes are put together to"),
  recency_weight: share("Weight of recency in the loyalty score, the weighted sum of standard scores; the three weights add up to 1. They hold where the project supplies no judgements of experts, from which they follow by the analytic hierarchy process (层次分析法)", 0.199),
  frequency_weight: share("Weight of the number of orders in it", 0.414),
  monetary_weight: share("Weight of the amount in it", 0.387),
  random_index: z.enum(["saaty_old", "saaty", "donegan_dodd"]).default("saaty_old")
    .describe("Table of random indices that the consistency of judgements is measured by: Saaty 1980 (0.58 for three measures), Saaty's later one (0.52), or Donegan and Dodd 1991 (0.4914)"),
  consistency_limit: z.number().gt(0).max(1).default(0.1)
    .describe("Judgements whose consistency ratio is not below this contradict each other too much to be used, and stop the run"),
  weight_changes: z.array(z.number().gt(-1).refine((change) => change !== 0, { error: "a change of 0 is none" })).default([-0.2, -0.1, 0.1, 0.2])
    .describe("Changes of each weight that the ranking by loyalty is tried with; 0.1: a tenth more, at the cost of the others in proportion"),
  loyalty_top: z.int().min(1).max(1000).default(10).describe("Customers at the head of the ranking by loyalty that a change of weights is watched for [customers]"),
  loyalty_compared: z.int().min(100).default(20_000).describe("Rankings are compared on at most so many customers, drawn with the seed [customers]"),
  cluster_min_customers: z.int().min(2).default(50).describe("No clusters are formed of fewer customers [customers]"),
  cluster_from: z.int().min(2).max(20).default(2).describe("Fewest clusters tried [clusters]"),
  cluster_to: z.int().min(2).max(20).default(8).describe("Most clusters tried [clusters]"),
  cluster_useful_from: z.int().min(2).max(20).default(3)
    .describe("Fewest clusters that say more than large or small: a smaller number is chosen only where no other is sound [clusters]"),
  cluster_preferred: z.int().min(2).max(20).default(5).describe("Number of clusters taken where it is close to the best [clusters]"),
  cluster_tolerance: z.number().min(0).max(2).default(0.05).describe("A number of clusters is close to the best if its silhouette is at most so much lower"),
  cluster_min_share: share("A number of clusters cannot be chosen if its smallest cluster has less than this share of customers: outliers are no segment", 0.02),
  cluster_min_stability: share("A number of clusters cannot be chosen if its stability, the mean adjusted Rand index with the clusters of random halves of the customers, is below this", 0.7),
  cluster_skewness: z.number().min(0).default(1).describe("A measure counts by its logarithm if its skewness is above this and the logarithm makes it less"),
  cluster_starts: z.int().min(1).max(1000).default(10).describe("Times that k-means starts anew for each number of clusters"),
  cluster_resamples: z.int().min(1).max(1000).default(20).describe("Random halves that stability is measured on"),
  cluster_start_sample: z.int().min(100).default(20_000)
    .describe("k-means starts on at most so many customers, drawn with the seed; the best start goes on over all [customers]"),
  cluster_compared: z.int().min(1000).default(100_000)
    .describe("Numbers of clusters are compared on at most so many customers, drawn with the seed; the clusters themselves are formed of all [customers]"),
  cluster_sample: z.int().min(100).default(3000).describe("Silhouette and stability are measured on at most so many customers, drawn with the seed [customers]"),
  cluster_seed: z.int().min(0).max(2 ** 32 - 1).default(1).describe("Seed of the random numbers: the same seed and customers give the same clusters"),
  cluster_same_within: z.number().min(0).max(100).default(0.5)
    .describe("A cluster is one of the last run, and keeps its number, if their middles lie no further apart than this [standard deviations]"),
  list_customers: z.int().min(1).max(100).default(20).describe("Customers in the list of each decision segment [customers]"),
  scatter_customers: z.int().min(1).max(10000).default(2000).describe("Customers in the scatter plot, drawn by a hash of their identifier [customers]"),
}).refine(({ cluster_from, cluster_to }) => cluster_from <= cluster_to, { path: ["cluster_to"], error: "cluster_to is below cluster_from" })
  .refine(({ scheme, segments }) => segments.some((segment) => segment.scheme === scheme), {
    path: ["scheme"], error: "scheme names none that the segments are part of",
  }).refine(({ classes, decisions }) => classes.every((row) => decisions.some(({ decision }) => decision === row.decision)), {
    path: ["classes"], error: "a class names a decision segment that is not in the list",
  }).refine(({ recency_weight, frequency_weight, monetary_weight }) => Math.abs(recency_weight + frequency_weight + monetary_weight - 1) < 5e-4, {
    path: ["recency_weight"], error: "recency_weight, frequency_weight and monetary_weight must add up to 1",
  });

const prediction = z.strictObject({
  holdout_days: days("Time that is predicted, and that predictions are tried on: the last so many days are held out", 180),
  confidence: z.number().min(0.5).max(0.999).default(0.95).describe("Chance with which intervals of estimates and predictions hold what they are for [0 to 1]"),
  min_customers: z.int().min(1).default(500).describe("Nothing is predicted of fewer customers with an order [customers]"),
  min_history_days: days("Nothing is predicted from a shorter history of orders", 180),
  min_calibration_days: days("Nothing is predicted where less history is left before the held-out days", 90),
  min_repeat_customers: z.int().min(1).default(50).describe("Nothing is predicted of fewer customers who bought again [customers]"),
  recent_order_days: days("Nothing is predicted where the last order lies longer before the as-of date", 30),
  churn_min_outcomes: z.int().min(2).default(50).describe("No chance to leave is fitted where fewer left, or fewer stayed, in the time it is learned from or tried on [customers]"),
  churn_medium_from: share("A chance to leave from here on is medium, below it is low", 0.33),
  churn_high_from: share("A chance to leave from here on is high", 0.66),
  churn_min_differing: z.int().min(1).default(20).describe("What fewer customers have otherwise than the others is not learned from [customers]"),
  churn_ridge: z.number().gt(0).max(1000).default(1)
    .describe("Penalty that keeps the coefficients of the chance to leave from growing for ever where a few customers would tell leavers apart perfectly; 1 expects them to be about 1 for a standard deviation"),
  churn_fair_auc: z.number().min(0.5).max(1).default(0.7).describe("Predictions that tell leavers from stayers less often than this are called rough"),
  churn_fair_error: share("Predictions are called rough where those expected to leave differ from those who left by more than this share of them", 0.2),
  rhythm_min_gaps: z.int().min(1).default(3).describe("The next order is expected by a customer's own rhythm from so many gaps between its purchases on [gaps]"),
  rhythm_prior_gaps: z.number().min(0).default(1).describe("Gaps of its own that the usual gap of a customer's kind counts as much as [gaps]"),
  rhythm_confidence: z.number().min(0.5).max(0.999).default(0.8).describe("Chance with which the next order of who orders again falls into its interval [0 to 1]"),
  survival_max_groups: z.int().min(1).max(5).default(5).describe("Groups of a kind whose curves are drawn, the largest; of cohorts the latest [groups]"),
  survival_min_customers: z.int().min(2).default(30).describe("No curve is drawn of fewer customers [customers]"),
  survival_step_days: days("Time between the points of a curve", 30),
  list_customers: z.int().min(1).max(100).default(25).describe("Customers in the lists of whom to call [customers]"),
}).refine(({ churn_medium_from, churn_high_from }) => churn_medium_from < churn_high_from, {
  path: ["churn_high_from"], error: "churn_high_from is not above churn_medium_from",
});

const outlook = z.strictObject({
  horizons_months: z.array(z.int().min(1).max(12)).min(1).max(4).default([3, 6, 12])
    .refine((horizons) => horizons.every((months, index) => months > (horizons[index - 1] ?? 0)), { error: "the horizons must rise" })
    .describe("Times ahead that a total is forecast for [months]"),
  training_months: z.int().min(12).max(120).default(12).describe("Months that a model learns from at least; those that find a season by themselves take 24 [months]"),
  season_test_months: z.int().min(1).max(120).default(12).describe("Models that find a season are tried where so many months are left to test them on [months]"),
  test_months: z.int().min(3).max(120).default(6).describe("No forecast is made that could not be tested on so many months [months]"),
  latest_test_months: z.int().min(3).max(240).default(24).describe("Models are tested on so many of the latest months at most [months]"),
  season_years: z.int().min(1).max(20).default(2).describe("Complete years that the season is told from, where the forecast of the months is held against that of single customers [years]"),
  gap_months: z.int().min(2).max(120).default(12).describe("What lies before so many months without an order is left out: it was another business [months]"),
  silent_months: z.int().min(1).max(24).default(2)
    .describe("Nothing is forecast after more months without an order than this, if there never were as many before: the orders end, or are not all here [months]"),
  tolerance: share("Of models whose mean error is at most this much above the least, the simplest is taken; the same month of the year before is the simplest of all", 0.05),
  good_error: share("A forecast is good if in the test it was off by at most this share of what came", 0.1),
  poor_error: share("and poor if it was off by more than this", 0.25),
  most_error: share("Nothing is forecast where even the best model was off by more than this", 0.5),
  widest_interval: z.number().min(0).default(1).describe("A total is not given if its limits lie farther from it than this share of it"),
  break_factor: z.number().min(1).default(2).describe("The last three months are a break if they brought this many times as much as a year before, or as little"),
  starts: z.int().min(1).max(36).default(4).describe("Points from which the weights of a model are searched for"),
  paths: z.int().min(100).max(100_000).default(2000).describe("Futures drawn for the limits of a season that multiplies"),
  seed: z.int().min(0).max(2 ** 32 - 1).default(1).describe("Seed of the random numbers: the same seed and months give the same limits"),
}).refine(({ good_error, poor_error, most_error }) => good_error <= poor_error && poor_error <= most_error, {
  path: ["poor_error"], error: "good_error, poor_error and most_error must not fall",
});

const selection = z.strictObject({
  years: z.int().min(0).max(100).default(5).describe("Calendar years that pages can be narrowed to, up to that of the as-of date [years]"),
  quarters: z.int().min(0).max(100).default(8).describe("Calendar quarters that pages can be narrowed to, up to that of the as-of date [quarters]"),
  max_values: z.int().min(1).max(1000).default(40)
    .describe("Regions, and account managers, that pages can be narrowed to one by one; those with fewer customers are one choice [values]"),
  listed_orders: z.int().min(1).max(1000).default(24).describe("Orders on the page of a customer, the latest [orders]"),
  listed_events: z.int().min(1).max(500).default(40).describe("Events on the page of a customer: changes of state, contacts, requests, complaints, answers, failed orders and returns, the newest [events]"),
  listed_invoices: z.int().min(1).max(1000).default(12).describe("Open invoices on the page of a customer, the oldest [invoices]"),
  listed_statements: z.int().min(1).max(40).default(4).describe("Statements on the page of a customer, the latest [periods]"),
});

/** From the first contact to the last. */
const customerStates = ["non-customer", "prospect", "target", "first-time", "repeat", "loyal", "lost"] as const;

const states = z.strictObject({
  loyal_orders: z.int().min(2).default(4).describe("Orders that a loyal customer has at least [orders]"),
  loyal_quarters: z.int().min(1).max(4).default(3).describe("Quarters of the last four in which it ordered, at least [quarters]"),
  target_traits: z.int().min(1).max(3).default(2)
    .describe("A lead with so many of money, authority and need (MAN) makes who came from it a target, until the first order"),
  span_months: z.int().min(1).max(120).default(12).describe("States are compared with those of so many months before [months]"),
  steps: z.array(z.strictObject({
    state: z.enum(customerStates).describe("State"),
    action: z.string().min(1).describe("What to do for the customers in it"),
  })).default([
    { state: "non-customer", action: "Leave alone: no mailing, no call, no cost" },
    { state: "prospect", action: "Find out whether there is money, a decider and a need; then make it a target or let it be" },
    { state: "target", action: "Make an offer, with one person who answers for it and a date" },
    { state: "first-time", action: "Win the second order: thank, help with the first use, ask again while the first is in mind" },
    { state: "repeat", action: "Make it a habit: show what like customers buy besides, and agree on the next order" },
    { state: "loyal", action: "Keep: steady contact, first call on service; ask for referrals" },
    { state: "lost", action: "Call those worth most and ask why; one mailing to the others" },
  ]).refine((steps) => steps.length === customerStates.length && steps.every(({ state }, index) => state === customerStates[index]), {
    error: `the states are ${customerStates.join(", ")}, each once and in this order`,
  }).describe("The states from the first contact to the last, and what to do for who is in them"),
  cohort_periods: z.int().min(4).max(60).default(24)
    .describe("Most cohorts, and most periods since, that the page shows: by month where so many hold the whole history, else by quarter or year; the latest ones [periods]"),
  win_back_silence: z.number().min(1).default(2)
    .describe("A customer lost for long has been silent for more than so many times the days after which a customer counts as lost"),
  win_back_least: z.int().min(1).default(30)
    .describe("A chance to come back rests on at least so many lost customers; where their group is smaller, on a wider one [customers]"),
  final_reasons: z.array(z.strictObject({ reason: z.string().min(1).describe("Reason as the customer file has it") }))
    .default([{ reason: "closed down" }, { reason: "insolvent" }, { reason: "deceased" }])
    .describe("Reasons noted in the customer file after which nobody is won back"),
  sign_days: days("What a lost customer complained of or scored up to so long before its last order, or after it, is told as a sign of why it left", 90),
  list_customers: z.int().min(1).max(200).default(50).describe("Customers in a list of the page [customers]"),
});

const relationship = z.strictObject({
  grouping: z.enum(["tier_and_kind", "tier", "kind"]).default("tier_and_kind")
    .describe("What makes a segment of customers, for which a level of relationship is recommended: value tier and kind, or one of the two"),
  few_share: share("A segment with no more than this share of the customers with a tier has few: as many as the key tier of the pyramid takes in", 0.01),
  many_share: share("A segment with more than this share has many: more than key and major customers together; between the two the number is medium", 0.05),
  low_margin_factor: z.number().min(0).default(1).describe("The margin per customer is low below so many times the mean of all customers with a tier: less than an even share"),
  high_margin_factor: z.number().min(0).default(2).describe("It is high from so many times the mean on; between the two it is medium"),
  margin_known_share: share("Levels are chosen by margin where that of at least this share of the customers with a tier is known, else by revenue", 0.5),
  levels: z.array(z.strictObject({
    level: z.string().min(1).describe("Name of the level"),
    contacts_per_month: z.number().min(0).max(31).describe("Contacts that are due to a customer of the level in a month [contacts]"),
    meaning: z.string().min(1).describe("What the company does for its customers"),
  })).length(5).default([
    { level: "basic", contacts_per_month: 0, meaning: "Sell, and wait for the customer to come" },
    { level: "reactive", contacts_per_month: 1 / 3, meaning: "Sell, and ask the customer to call with questions and complaints; a contact each quarter" },
    { level: "accountable", contacts_per_month: 1, meaning: "Call after the sale whether it holds what it promised, and what could be better; a contact each month" },
    { level: "proactive", contacts_per_month: 2, meaning: "Bring suggestions and new uses unasked; a contact every two weeks" },
    { level: "partnership", contacts_per_month: 4, meaning: "Work together on the customer's own results; a contact each week" },
  ]).refine((levels) => new Set(levels.map(({ level }) => level)).size === levels.length, { error: "two levels have one name" })
    .refine((levels) => levels.every(({ contacts_per_month }, index) => contacts_per_month >= (levels[index - 1]?.contacts_per_month ?? 0)), {
      error: "contacts_per_month must not fall from level to level",
    }).describe("The five levels of relationship (Kotler: 基本型, 被动型, 负责型, 能动型, 伙伴型), from the lowest, with the contacts due"),
  contact_kinds: z.array(z.enum(["consumer", "business", "distributor"])).min(1).default(["business", "distributor"])
    .describe("Kinds of customers that account managers keep contact with; to the others none is due"),
  two_way_channels: z.array(z.string().min(1)).default(["visit", "call", "phone", "meeting", "video", "chat", "wechat"])
    .describe("Channels in which both sides speak: such a contact counts whoever sought it. In others, such as mail, counts what the company sent, unless a campaign did. In lower case"),
  window_days: days("Contacts made are held against those due over so many days up to the as-of date", 90),
  grace_days: z.int().min(0).max(365).default(7)
    .describe("A customer is overdue for contact if the last lies further back than the interval of its level and this: a holiday is no neglect [days]"),
  neglected_below: share("A customer is neglected if it had fewer contacts than this share of those due", 0.75),
  over_served_above: z.number().min(1).default(1.5).describe("A customer is over-served if it had more contacts than so many times those due"),
  over_served_contacts: z.number().min(0).default(2).describe("and at least so many more than were due [contacts]"),
  list_customers: z.int().min(1).max(100).default(25).describe("Customers in the lists of those overdue for contact and of those over-served [customers]"),
}).refine(({ few_share, many_share }) => few_share <= many_share, { path: ["many_share"], error: "many_share is below few_share" })
  .refine(({ low_margin_factor, high_margin_factor }) => low_margin_factor <= high_margin_factor, {
    path: ["high_margin_factor"], error: "high_margin_factor is below low_margin_factor",
  });

/** By money, authority and need (MAN), a capital letter where it is there; from the best to work on to the one to leave. */
const leadClasses = ["MAN", "MAn", "MaN", "mAN", "Man", "mAn", "maN", "not qualified", "man"] as const;

const prospects = z.strictObject({
  classes: z.array(z.strictObject({
    class: z.enum(leadClasses).describe("Class: a capital letter for each of money (M), authority (A) and need (N) that is there, a small one where it is not; not qualified where one of them is not known"),
    standing: z.enum(["ideal", "workable", "nurture", "find out", "stop"]).describe("What the class is worth: an ideal prospect, one to work on, one to keep warm, one to find out about, one to let go"),
    step: z.string().min(1).describe("Recommended step"),
  })).default([
    { class: "MAN", standing: "ideal", step: "Make an offer now and agree on the date of the decision" },
    { class: "MAn", standing: "workable", step: "Sell the need: show what it costs to go without, by a sample or a reference" },
    { class: "MaN", standing: "workable", step: "Find who decides, and be introduced by the contact" },
    { class: "mAN", standing: "workable", step: "Check business and credit, then offer terms: instalments, a smaller start" },
    { class: "Man", standing: "nurture", step: "Nurture: keep in touch, ask each quarter about need and decider" },
    { class: "mAn", standing: "nurture", step: "Nurture: keep in touch, ask each quarter about need and budget" },
    { class: "maN", standing: "nurture", step: "Nurture: keep in touch, ask each quarter about budget and decider" },
    { class: "not qualified", standing: "find out", step: "Find out what is not known of money, decider and need" },
    { class: "man", standing: "stop", step: "Stop: no visit, no offer; close the lead" },
  ]).refine((classes) => classes.length === leadClasses.length && classes.every((row, index) => row.class === leadClasses[index]), {
    error: `the classes are ${leadClasses.join(", ")}, each once and in this order`,
  }).describe("Classes of prospects by money, authority and need (MAN), and the recommended step for each"),
  stale_days: days("An open lead recorded longer ago than this is stale: won, lost, or forgotten", 180),
  min_leads: z.int().min(1).default(10).describe("Of fewer leads closed, of a class or stale, no chance of winning is told; nor is winning followed over months that fewer leads are old enough for [leads]"),
  conversion_months: z.array(z.int().min(1).max(120)).min(1).max(6).default([1, 3, 6, 12])
    .refine((months) => months.every((one, index) => one > (months[index - 1] ?? 0)), { error: "the months must rise" })
    .describe("Months after they were recorded at which it is counted how many leads were won [months]"),
  stay_days: z.array(z.int().min(1).max(3650)).min(1).max(4).default([180, 365])
    .refine((ends) => ends.every((one, index) => one > (ends[index - 1] ?? 0)), { error: "the days must rise" })
    .describe("Days after a lead was won at which it is asked whether the customer stayed, and up to which its revenue counts [days]"),
  list_leads: z.int().min(1).max(200).default(30).describe("Leads in a list of the page [leads]"),
});

const campaigns = z.strictObject({
  attribution_days: z.int().min(0).max(730).default(90)
    .describe("Who answered a campaign by converting and first ordered no more than so many days later was won by it, where the first order names no campaign [days]"),
  horizons_days: z.array(z.int().min(1).max(3650)).min(1).max(5).default([90, 180, 365])
    .refine((ends) => ends.every((one, index) => one > (ends[index - 1] ?? 0)), { error: "the days must rise" })
    .describe("Days after the first order up to which the revenue and margin of customers won count [days]"),
  spend_gap_days: days("Spend counts as on record from the beginning of a window on if the first of it came no later than this after it: what is booked once a month comes late", 31),
  min_customers: z.int().min(1).default(10).describe("Of fewer customers, of a channel or campaign, neither the months to pay back of a channel nor worth by cost (CLV : CAC) are told [customers]"),
  payback_months: z.int().min(1).max(120).default(24).describe("Months after the first order within which customers must bring what winning them cost, to count as paid back [months]"),
});

const sales = z.strictObject({
  key_tiers: z.int().min(1).default(1).describe("Tiers of the pyramid, from the top, whose customers are named where one person holds them [tiers]"),
  concentrated_share: share("A person who holds at least this share of revenue is pointed out", 0.2),
  list_customers: z.int().min(1).max(200).default(60).describe("Customers in the list of key customers by account manager [customers]"),
});

const satisfaction = z.strictObject({
  promoter_from: z.int().min(1).max(10).default(9).describe("Who would recommend us with so many points of 10 or more is a promoter [points]"),
  passive_from: z.int().min(1).max(10).default(7).describe("Who is no promoter, with so many or more, is passive; with fewer a detractor [points]"),
  satisfied_from: z.int().min(2).max(5).default(4).describe("Who is satisfied with so many points of 5 or more counts as satisfied (CSAT) [points]"),
  dissatisfied_to: z.int().min(1).max(4).default(2).describe("Who is satisfied with so many points of 5 or fewer counts as dissatisfied [points]"),
  min_answers: z.int().min(1).default(10).describe("Of fewer answers no score, share or mean is told, but how many they are [answers]"),
  trend: z.enum(["month", "quarter"]).default("quarter").describe("Periods that scores are followed over"),
  trend_periods: z.int().min(2).max(120).default(12).describe("How many of them, up to that of the as-of date [periods]"),
  service_days: days("An answer is of the service point that the customer turned to last within so many days before it", 365),
  false_discovery_rate: z.number().gt(0).max(0.5).default(0.05)
    .describe("Groups are held against all in hundreds of comparisons of delivered value: of those that are called better or worse no more than this share is expected to be chance alone (Benjamini and Hochberg 1995) [0 to 0.5]"),
  driver_outcome: z.enum(["satisfaction", "recommend"]).default("satisfaction").describe("Question whose answer the components of delivered value are to explain"),
  driver_min_answers: z.int().min(4).default(30).describe("What drives satisfaction is not told from fewer answers with both [answers]"),
  loyal_recommend_from: z.int().min(1).max(10).default(9).describe("The attitude of a customer is favourable if its last answer would recommend us with so many points of 10 or more [points]"),
  loyal_satisfaction_from: z.int().min(1).max(5).default(5).describe("and where it did not say, if it is satisfied with so many points of 5 or more [points]"),
  attitude_days: days("An older answer says nothing of today's attitude", 365),
  attention_tiers: z.array(z.string()).default(["key", "major"]).describe("Tiers of whom every dissatisfied customer is listed by name (100 - 1 = 0), those of the window before too"),
  complaint_days: days("What a bad answer began ends with the resolution of a complaint that was open at the answer, or is about the same order and came in no later than this after it", 30),
  listed_resolved: z.int().min(1).max(100).default(20).describe("Customers in the list of those who were dissatisfied and are no longer [customers]"),
  open_days_bands: z.array(z.int().min(1)).min(1).default([30, 90, 180])
    .refine((bands) => bands.every((band, index) => index === 0 || band > bands[index - 1]!), { error: "the bands must rise" })
    .describe("Ends of the bands of time that customers have been dissatisfied for [days]"),
  outcome_days: days("Time after an answer whose orders are held against those of the same time before it", 180),
}).refine(({ promoter_from, passive_from }) => passive_from < promoter_from, { path: ["passive_from"], error: "passive_from is not below promoter_from" })
  .refine(({ satisfied_from, dissatisfied_to }) => dissatisfied_to < satisfied_from, { path: ["dissatisfied_to"], error: "dissatisfied_to is not below satisfied_from" });

const words = (meaning: string, value: string[]) => z.array(z.string().min(1)).min(1).default(value)
  .describe(`${meaning}; part of a word is enough, and capitals do not matter`);

const service = z.strictObject({
  on_time_by: z.enum(["delivered", "shipped"]).default("delivered")
    .describe("Whether an order is on time by the day it arrived or by the day it left, where both are known; where one is known alone, by that"),
  follow_up_days: days("Returns and complaints count for an order up to so long after it arrived; until then whether it was perfect is not known", 30),
  repeat_days: days("A complaint repeats an earlier one of the same customer if it came no later than this after it", 90),
  first_contact_hours: z.number().positive().default(24)
    .describe("A ticket is resolved at the first contact if it was resolved no later than this after the first response, and the customer did not come back, see first_contact_days [hours]"),
  first_contact_days: days("with another ticket of the same category within this time", 30),
  later_days: days("Time in which a customer that was failed or complained may order or answer again, to count as having come back", 90),
  quick_hours: z.number().positive().default(48).describe("A complaint is resolved quickly if it took no longer than this [hours]"),
  damage_words: words("Words in the reason of a return or the category of a complaint that say that goods were damaged", [
    "damag", "broken", "破损", "损坏",
    // German and Dutch, French, Spanish, Italian: only stems that hardly stand in another word, or for another complaint.
    "beschädig", "beschaedig", "beschadig", "schadhaft", "zerbroch", "bruchschaden", "kaputt", "transportschade", "gebroken", "kapot",
    "endommag", "abîm", "abimé", "cassé", "brisé", "dañad", "daño", "estropead", "dannegg",
  ]),
  presale_words: words("Words in the category of a request that say that it came before a sale", [
    "advice", "quot", "offer", "咨询", "报价",
    "angebot", "beratung", "preisanfrage", "kostenvoranschlag", "prijsopgave", "advies", "devis", "conseil", "avant-vente",
    "presupuesto", "cotizaci", "oferta", "asesoram", "richiesta di preventivo", "consulenza",
  ]),
  list_customers: z.int().min(1).max(100).default(25).describe("Customers, or complaints, in a list of the page [customers]"),
  list_products: z.int().min(1).max(100).default(15).describe("Products in a list of the page [products]"),
  recent_months: z.int().min(1).max(12).default(3)
    .describe("What is bad now, and to be acted on, is told from so many complete months up to the as-of date: what the window holds beside them may be over [months]"),
});

const changes = z.strictObject({
  list_customers: z.int().min(1).max(200).default(25).describe("Customers in each list of those that moved, for worse and for better [customers]"),
  min_change: share("A figure that changed by less of itself, a share or score by less than as many points, is neither better nor worse", 0.01),
});

const targets = z.strictObject({
  due_by: z.enum(["year before", "days"]).default("year before")
    .describe("What part of a sum is due while its period runs: as much as had come by then of the same period a year before, where that is known; or as many days as are gone of it"),
  sum_tolerance: share("A sum that falls short of what is due by no more than this share of it is at risk, by more behind", 0.1),
  level_tolerance: share("Any other figure that misses its target by no more than this share of it is at risk, by more behind", 0.05),
  start_tolerance_days: z.int().min(0).max(366).default(31)
    .describe("What a goal is measured by counts as on record from the beginning of its period on if the first of it came no later than this after it: not every year begins with an order [days]"),
  start_tolerance_share: share("and no later than this share of the days that are measured after it: a month of which a month is missing is not measured", 0.25),
  course_periods: z.int().min(1).max(60).default(8).describe("Periods before the first of a goal that its figure is followed back over [periods]"),
});

export type Settings = z.infer<typeof settingsSchema>;

export const settingsSchema = z.strictObject({
  analysis: analysis.prefault({}).describe("What all analyses share"),
  quality: quality.prefault({}).describe("Quality of the customer file"),
  composition: composition.prefault({}).describe("Who the customers are, which of them carry the business, what changed"),
  solvency: solvency.prefault({}).describe("Whether business clients can pay, and what they owe"),
  value: value.prefault({}).describe("Value tiers and profit"),
  rfm: rfm.prefault({}).describe("RFM scores, segments, classes and clusters"),
  states: states.prefault({}).describe("States of customers: prospects, first-time, repeat and loyal customers, the lost"),
  relationship: relationship.prefault({}).describe("Which customers deserve how much contact, and who gets it"),
  prospects: prospects.prefault({}).describe("Prospects by money, authority and need, and the customers that became of them"),
  campaigns: campaigns.prefault({}).describe("Campaigns, and what winning customers costs and brings"),
  sales: sales.prefault({}).describe("The sales force, and what hangs on single people"),
  satisfaction: satisfaction.prefault({}).describe("What customers say of us: recommendation, satisfaction, delivered value, loyalty, the dissatisfied"),
  service: service.prefault({}).describe("Whether orders arrive on time, whole and undamaged, and how requests and complaints are answered"),
  prediction: prediction.prefault({}).describe("What is predicted of customers: who leaves, who buys again, how much"),
  outlook: outlook.prefault({}).describe("Demand of the months to come"),
  changes: changes.prefault({}).describe("What changed since the last run"),
  targets: targets.prefault({}).describe("Whether goals are reached, and what is done about them"),
  selection: selection.prefault({}).describe("What pages can be narrowed to, and the pages of single customers"),
});
