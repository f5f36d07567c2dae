import type { Texts } from "../../../lib/language.js";

/** What the tables of value say of themselves: grains, notes, meanings and units. */
export const value: Texts = {
  // customer_profits
  "One row per customer: what it leaves after the cost to serve it, in the current window and to date.": "每行一位客户：扣除服务成本后的贡献，含本期与累计。",
  "Profit = margin less cost to serve; cost to serve = service and retention costs booked on the customer, plus tickets: their cost less what the customer was charged, for tickets whose cost is known, unless settings.value.ticket_cost says that the service costs contain them. Costs booked on no customer are not shared out, for any key would be arbitrary: they stand apart in marts.value_figures. Who bought nothing in the window has a margin of 0 there and still bears its costs. A kind of cost that the project does not book by customer is NULL and not taken off; with none of them, profit is margin. Historical value (历史价值) = margin to date less acquisition cost and cost to serve to date. Where acquisition costs are supplied and none is booked by customer, it is margin less what is known, and its reason says so.":
    "利润 = 毛利 − 服务成本；服务成本 = 归集到客户的服务与维系费用，加服务请求的净成本（成本减向客户的收费，仅计成本已知者），除非 settings.value.ticket_cost 表明服务费用已包含。未归集到客户的费用不分摊，因为任何分摊标准都是任意的：单列于 marts.value_figures。本期未购买者毛利为 0，但仍承担其费用。项目未按客户归集的费用类别为 NULL，不予扣除；全无归集时利润即毛利。历史价值 = 累计毛利 − 累计获客成本 − 累计服务成本。已提供获客成本但未归集到客户时，为毛利减已知费用，并在原因中注明。",
  "Margin in the window, 0 without a purchase; NULL where it is not known, and where there is neither a purchase nor a cost":
    "本期毛利，未购买为 0；未知时，以及既无购买也无费用时为 NULL",
  "Service costs booked in the window": "本期入账的服务费用",
  "Retention costs booked in the window": "本期入账的维系费用",
  "Cost of the tickets opened in the window, less charges": "本期受理的服务请求的成本减收费",
  "Service, retention and ticket cost of the window": "本期服务、维系与服务请求成本合计",
  "The same of the window before": "上期服务成本，口径相同",
  "Profit as share of revenue in the window; NULL where revenue is not positive": "本期利润占收入的比例；收入不为正时为 NULL",
  "good, marginal or bad, by settings.value.good_margin_rate; NULL where profit is not known":
    "优质（good）、微利（marginal）或亏损（bad），依 settings.value.good_margin_rate；利润未知时为 NULL",
  "Why there is no class: no purchase and no cost, margin not known": "没有类别的原因：既无购买也无费用、毛利未知",
  "Acquisition costs booked on the customer, to date": "归集到客户的累计获客成本",
  "Cost to serve to date": "累计服务成本",
  "Margin to date less acquisition cost and cost to serve": "累计毛利减获客成本与服务成本",
  "Why there is no historical value: never bought and no cost, margin not known; or what it leaves out: acquisition cost not booked by customer":
    "没有历史价值的原因：从未购买也无费用、毛利未知；或未计入的部分：未归集到客户的获客费用",

  // customer_tiers
  "One row per customer: its tier of the customer pyramid in the current window and in the one before.": "每行一位客户：其本期与上期在客户金字塔中的层级。",
  "Customers with an order in the window are ranked by revenue or margin (settings.value.measure). A tier with the cumulative top_share p ends at position ceil(p x n) of the n ranked, the nearest-rank quantile, and takes in every customer whose value equals the one there: ties stay together, in the upper tier. A value of zero or less belongs to the last tier wherever it ranks. Source of the pyramid: J. and A. Curry, The Customer Marketing Method (2000).":
    "分析期内有订单的客户按收入或毛利（settings.value.measure）排名。累计 top_share 为 p 的层级止于 n 位已排名客户中的第 ceil（p × n）位（最近秩分位数），并纳入与该位数值相同的所有客户：数值相同者同在较高层级。数值为零或负者无论排名均属最低层级。金字塔来源：J. Curry 与 A. Curry，《The Customer Marketing Method》（2000）。",
  "Revenue or margin in the current window; NULL without a tier": "本期收入或毛利；无层级时为 NULL",
  "Rank by value in the current window, from 1; equal customers share it": "本期数值排名，从 1 起；数值相同者名次相同",
  "Number of the tier in the current window, from 1 at the top": "本期层级序号，最高为 1",
  "Why there is no tier: never bought, no purchase, margin not known": "没有层级的原因：从未购买、未购买、毛利未知",
  "Revenue or margin in the prior window; NULL without a tier": "上期收入或毛利；无层级时为 NULL",
  "Rank by value in the prior window, from 1; equal customers share it": "上期数值排名，从 1 起；数值相同者名次相同",
  "Number of the tier in the prior window, from 1 at the top": "上期层级序号，最高为 1",
  "Tier in the prior window; NULL where the customer was not ranked": "上期层级；客户未排名时为 NULL",
  "Why there is no prior tier: not yet a customer, no purchase, margin not known": "没有上期层级的原因：尚非客户、未购买、毛利未知",
  "up, down or same from tier to tier; new or returned without a purchase in the prior window; lapsed without one in the current; NULL without either, or where a margin is not known":
    "层级升级（up）、降级（down）或不变（same）；上期未购买的为新客户（new）或回归（returned）；本期未购买的为不再购买（lapsed）；两期均未购买或毛利未知时为 NULL",

  // profit_by_class
  "One row per class of the profit view, customers whose profit is not known among them.": "每行一个利润类别，含利润未知的客户。",
  "Classes: marts.customer_profits. Who neither bought nor cost anything in the window is left out.":
    "类别见 marts.customer_profits。本期既未购买也无费用者不列。",
  "Order of the classes, the best first": "类别的顺序，优者在前",
  "good, marginal, bad or not classified": "优质（good）、微利（marginal）、亏损（bad）或未归类（not classified）",
  "Customers of the class": "该类别的客户数",
  "Share of the customers of all classes": "占各类别全部客户的比例",
  "Margin in the window; NULL where no class is given": "本期毛利；未归类时为 NULL",
  "Cost to serve in the window; NULL where no such cost is supplied": "本期服务成本；未提供此类成本时为 NULL",
  "Margin less cost to serve; NULL where no class is given": "毛利减服务成本；未归类时为 NULL",
  "Profit as share of revenue; NULL where revenue is not positive": "利润占收入的比例；收入不为正时为 NULL",
  "Share of the profit of all classes; NULL where that is not positive, as whale_curve_points says":
    "占各类别总利润的比例；总利润不为正时为 NULL，见 whale_curve_points",

  // tier_migrations
  "One row per step from a tier in the prior window to a tier in the current one that some customer took.":
    "每行一种有客户发生的层级迁移：从上期层级到本期层级。",
  "Who bought in either window is in one row; without a tier, the reason stands in its place (marts.customer_tiers).":
    "任一期有购买者均列入一行；没有层级时以原因代替（marts.customer_tiers）。",
  "Number of that tier, from 1 at the top; NULL where it is none": "该层级的序号，最高为 1；没有层级时为 NULL",
  "Tier in the current window, or: no purchase, margin not known": "本期层级，或：未购买（no purchase）、毛利未知（margin not known）",
  "up, down, same, new, returned or lapsed; NULL where a margin is not known":
    "升级（up）、降级（down）、不变（same）、新客户（new）、回归（returned）或不再购买（lapsed）；毛利未知时为 NULL",
  "Customers that took the step": "发生该迁移的客户数",
  "Share of the customers that stood at prior_tier": "占上期层级（prior_tier）客户的比例",
  "Their revenue in the prior window, 0 without a purchase": "其上期收入，未购买为 0",
  "Their revenue in the current window, 0 without a purchase": "其本期收入，未购买为 0",
  "Revenue less that of the prior window": "收入减上期收入",

  // value_by_tier
  "One row per tier of the customer pyramid, compared with the prior window; none where nobody bought in either.":
    "每行一个客户金字塔层级，与上期对比；两期均无人购买时没有任何行。",
  "Customers by tier: marts.customer_tiers. A tier that nobody is in has 0 customers, revenue 0, and NULL for the rest. Changes compare whoever is in the tier with whoever was in it; of those who were, it says what became of them. Where history does not cover the prior window (marts.revenue_totals) its figures are what is on record and nothing is compared.":
    "各层级客户见 marts.customer_tiers。没有客户的层级，客户数与收入为 0，其余为 NULL。变动以本期该层级客户与上期该层级客户相比；对上期客户另说明其去向。历史数据未覆盖上期时（marts.revenue_totals），上期数字仅为已有记录，不作对比。",
  "What to do for customers of the tier, by settings.value.tiers": "该层级客户的对策，依 settings.value.tiers",
  "Customers in the tier": "该层级客户数",
  "Share of the ranked customers": "占已排名客户的比例",
  "Customers it would hold if no two were of equal value: ceil(top_share x n) less the like for the tiers above":
    "数值互不相同时应有的客户数：ceil（top_share × n）减更高层级的相应数",
  "Whether equal values make it larger than settings.value.swollen_tier_factor times that":
    "数值相同者是否使其超过应有客户数的 settings.value.swollen_tier_factor 倍",
  "Share of the revenue of all customers; NULL where that is not positive": "占全部客户收入的比例；后者不为正时为 NULL",
  "Margin in the window; NULL where that of a customer is not known": "本期毛利；任一客户毛利未知时为 NULL",
  "Margin less cost to serve; NULL where margin is": "毛利减服务成本；毛利为 NULL 时亦为 NULL",
  "Customers in the tier that make a loss; NULL where no profit is known": "该层级的亏损客户数；利润均未知时为 NULL",
  "Why margin and profit are NULL": "毛利与利润为 NULL 的原因",
  "Lowest value in the tier: what takes a customer into it": "该层级的最低数值，即进入门槛",
  "Customers in the tier in the prior window": "上期该层级客户数",
  "Their revenue in the prior window": "其上期收入",
  "Their margin in the prior window": "其上期毛利",
  "Lowest value in the tier in the prior window": "上期该层级的最低数值",
  "Customers less those of the prior window": "客户数减上期客户数",
  "That change as share of the prior window's revenue; NULL where that is not positive": "收入变动占上期收入的比例；后者不为正时为 NULL",
  "Customers of the prior window's tier that bought in the current one, in whatever tier": "上期该层级客户中本期有购买者，不论层级",
  "Share of the prior window's customers that bought in the current one": "上期客户中本期有购买者的比例",
  "Customers of the prior window's tier that are still in it": "上期该层级客户中仍在该层级者",
  "Customers of the prior window's tier in a lower one, or without a purchase": "上期该层级客户中降级或未购买者",
  "Their revenue less that of the prior window": "其收入减上期收入",
  "Why there is nothing to compare with": "无可比数据的原因",

  // value_figures
  "One row per run: the headline figures of value and profit.": "每次运行一行：客户价值与利润的总体数字。",
  "None where nobody bought and no cost to serve was booked in either window. Where history does not cover the prior window (marts.revenue_totals), nothing is compared with it.":
    "两期均无购买也无服务成本时没有任何行。历史数据未覆盖上期时（marts.revenue_totals），不与上期对比。",
  "What customers are ranked by: revenue or margin": "客户排名依据：收入（revenue）或毛利（margin）",
  "Customers that bought in the window": "本期购买客户数",
  "Customers that bought and are not ranked, for their margin is not known": "有购买但因毛利未知而未排名的客户数",
  "Name of the first tier; NULL where nobody is ranked": "最高层级的名称；没有客户排名时为 NULL",
  "Their revenue in the window": "其本期收入",
  "Their share of the revenue of all customers": "其占全部客户收入的比例",
  "Customers in it in the prior window, as far as that is on record": "上期该层级客户数，以已有记录为限",
  "Of those, customers still in it": "其中仍在该层级的客户数",
  "Of those, customers that bought in the current window, in whatever tier": "其中本期有购买的客户数，不论层级",
  "Of those, customers in a lower tier or without a purchase": "其中降级或未购买的客户数",
  "Revenue of the fallen ones less that of the prior window": "降级或未购买者的收入减上期收入",
  "Customers in a higher tier than in the prior window": "层级高于上期的客户数",
  "Customers in a lower tier than in the prior window": "层级低于上期的客户数",
  "Customers of the prior window's tiers that bought nothing in the current one": "上期有层级而本期未购买的客户数",
  "Customers in a lower tier, or without a purchase any more": "降级或不再购买的客户数",
  "Why nothing is compared with the prior window": "未与上期对比的原因",
  "Margin of the customers whose profit is known": "利润已知客户的毛利",
  "Their cost to serve": "其服务成本",
  "Their margin less cost to serve": "其毛利减服务成本",
  "The same of the prior window; NULL where the two cannot be compared": "上期利润，口径相同；两期不可比时为 NULL",
  "Profit less that": "利润减上期利润",
  "Change by profit of the prior window; NULL where that is not positive": "变动除以上期利润；后者不为正时为 NULL",
  "Why profit is not compared with the prior window": "利润未与上期对比的原因",
  "Service and retention costs of the window booked on no customer": "本期未归集到客户的服务与维系费用",
  "Profit less those costs": "利润减上述费用",
  "Acquisition costs of the window booked on no customer; no part of profit, as are those booked on one":
    "本期未归集到客户的获客费用；与已归集的一样，不计入利润",
  "Why profit is margin, with no cost to serve taken off": "未扣服务成本、利润即毛利的原因",
  "Good customers": "优质客户数",
  "Bad customers": "亏损客户数",
  "What bad customers cost: the sum of their losses": "亏损客户的亏损合计",
  "Profitable customers, with whom the whale curve is at its highest": "盈利客户数，鲸鱼曲线在此达到最高点",
  "Their share of the customers whose profit is known": "其占利润已知客户的比例",
  "Their profit": "其利润",
  "Their profit as share of the total profit; NULL where that is not positive": "其利润占总利润的比例；总利润不为正时为 NULL",
  "Customers whose profit is known": "利润已知的客户数",
  "Customers of the profit view whose profit is not known": "利润视图中利润未知的客户数",
  "Customers of the profit view that bought nothing: a cost or a refund alone": "利润视图中未购买的客户数：仅有费用或退款",

  // whale_curve_points
  "One row per point of the whale curve: the profit of customers added up from the most to the least profitable.":
    "每行一个鲸鱼曲线上的点：客户按利润从高到低累计。",
  "Points at every whole percent of the customers whose profit is known, rounded up to a customer, and at the peak: all customers that earn something, before the first that earns nothing or costs. Equal profits add up to the same curve in any order. Source: R. S. Kaplan and V. G. Narayanan, Measuring and Managing Customer Profitability (2001).":
    "在利润已知客户的每一整数百分比处取点（客户数向上取整），并在最高点取点：全部盈利客户，即首个无盈利或亏损客户之前。利润相同者无论顺序，曲线相同。来源：R. S. Kaplan 与 V. G. Narayanan，《Measuring and Managing Customer Profitability》（2001）。",
  "Most profitable customers, this many; 0 is where the curve begins": "利润最高的客户数；0 为曲线起点",
  "Share of the customers whose profit is known": "占利润已知客户的比例",
  "Their share of the total profit; NULL where that is not positive": "其占总利润的比例；总利润不为正时为 NULL",
  "Why there is no share": "没有占比的原因",
  "Whether the curve is at its highest here": "曲线是否在此达到最高点",
};
