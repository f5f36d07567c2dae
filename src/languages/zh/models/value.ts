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

  // Repeat buying and lifetime value, in several
  "purchases": "次购买",
  "all or calibration": "全部（all）或校准期（calibration）",
  "all, calibration or holdout": "全部（all）、校准期（calibration）或检验期（holdout）",
  "BG/NBD, MBG/NBD or Pareto/NBD": "BG/NBD、MBG/NBD 或 Pareto/NBD",
  "Order of the models": "模型的顺序",
  "Purchases after the first": "首次购买之后的购买次数",
  "Purchases after the first in the calibration": "校准期内首次购买之后的购买次数",
  "Time from the first purchase to the last": "首次至最近一次购买的时间",
  "Time from the first purchase to the as-of date": "首次购买至截止日期的时间",
  "Time from the first purchase to the split date": "首次购买至分割日的时间",
  "Time from the first purchase to the end": "首次购买至期末的时间",
  "Expected purchases in the next prediction.holdout_days": "未来 prediction.holdout_days 天的期望购买次数",
  "Expected purchases in the next 365 days": "未来 365 天的期望购买次数",
  "Discounted expected purchases over the horizon": "预测期内贴现的期望购买次数",
  "Lower end of the interval of the expectation": "期望值区间的下限",
  "Upper end": "上限",
  "Why nothing is predicted; NULL where it is": "不作预测的原因；有预测时为 NULL",
  "What value is: margin, or revenue where the cost of goods is not known": "价值口径：毛利（margin）；商品成本未知时为收入（revenue）",
  "What is still to come over the horizon; NULL where nothing is predicted": "预测期内今后预期价值；不作预测时为 NULL",
  "None where no model was chosen, see repeat_buying_choice.": "未选定模型时没有任何行，见 repeat_buying_choice。",
  "Tier in the current window": "本期层级",

  // buying_histories
  "One row per customer with an order: how often and how lately it bought, up to the as-of date and up to the split date.": "每行一位有订单的客户：截至截止日期与截至分割日的购买频次与最近购买时间。",
  "The split date lies prediction.holdout_days before the as-of date: what models say from the purchases up to it (the calibration) is held against those after it (the hold-out). The first purchase is where a history begins, and no repeat purchase. Before the orders on record there may have been others: such a history is shorter than it was. What is spent is net of refunds; a return that names its order lowers it even if it came after the split date.":
    "分割日早于截止日期 prediction.holdout_days 天：模型依此前的购买（校准期）所作的预测，与其后的购买（检验期）对照。首次购买是历史的起点，不计为重复购买。现有记录之前可能另有订单，此时历史短于实际。金额已扣退款；注明原订单的退货即使发生在分割日之后也予扣除。",
  "Day of the first purchase": "首次购买日期",
  "Day of the last purchase": "最近一次购买日期",
  "Revenue after the day of the first purchase, less all refunds; NULL without a repeat purchase": "首次购买日之后的收入减全部退款；没有重复购买时为 NULL",
  "Purchases after the first up to the split date; NULL where the first came later": "首次购买之后、截至分割日的购买次数；首次购买晚于该日时为 NULL",
  "Time from the first purchase to the last up to the split date": "首次购买至分割日前最近一次购买的时间",
  "Revenue after the day of the first purchase up to the split date, less refunds up to it": "首次购买日之后、截至分割日的收入减同期退款",
  "Purchases of the prediction.holdout_days up to the split date, the first among them": "分割日之前 prediction.holdout_days 天的购买次数，含首次购买",
  "Purchases after the split date; NULL where the first is among them": "分割日之后的购买次数；首次购买在其中时为 NULL",

  // distinct_histories
  "One row per sample of customers and buying history that some of them have in common: all that repeat buying models need.": "每行一个客户样本及其中若干客户共有的购买历史：重复购买模型所需的全部信息。",
  "Samples: all, every customer with an order, up to the as-of date; calibration, those who had bought by the split date, up to it; holdout, the same customers up to the as-of date, by which models fitted on the calibration are judged.":
    "样本：all 为全部有订单的客户，截至截止日期；calibration 为分割日前已购买的客户，截至分割日；holdout 为同一批客户，截至截止日期，用以评判以校准期拟合的模型。",
  "Customers with this history": "具有该历史的客户数",

  // repeat_buying_parameters
  "One row per parameter of a model of repeat buying fitted to a sample of customers.": "每行一个重复购买模型以某一客户样本拟合的参数。",
  "BG/NBD, MBG/NBD and Pareto/NBD are fitted by maximum likelihood to all customers up to the as-of date, and to the calibration (see distinct_histories); not where a condition of prediction_gates is not met, or nobody bought again. Errors are NULL where a fit did not converge, see repeat_buying_fits. Sources: pipeline/statistics/bgNbd.ts and paretoNbd.ts.":
    "BG/NBD、MBG/NBD 与 Pareto/NBD 按最大似然法分别以截至截止日期的全部客户及校准期（见 distinct_histories）拟合；prediction_gates 的条件未满足或无人重复购买时不拟合。拟合未收敛时标准误为 NULL，见 repeat_buying_fits。来源：pipeline/statistics/bgNbd.ts 与 paretoNbd.ts。",
  "r and alpha: shape and rate of the gamma distribution of customers' purchase rates; a and b, or s and beta: of their chances, or rates, to drop out":
    "r 与 alpha：客户购买率所服从 gamma 分布的形状与速率；a 与 b：流失概率所服从 beta 分布的参数，或 s 与 beta：流失率所服从 gamma 分布的形状与速率",
  "Order of the parameters of a model": "参数在模型中的顺序",
  "Estimate; alpha and beta in weeks": "估计值；alpha 与 beta 以周计",
  "Standard error of the estimate, from the observed information": "估计值的标准误，由观测信息矩阵得出",
  "Covariance of its logarithm with that of the first parameter of the model": "其对数与模型第一个参数对数的协方差",
  "with that of the second": "与第二个参数",
  "with that of the third": "与第三个参数",
  "with that of the fourth": "与第四个参数",

  // repeat_buying_fits
  "One row per model of repeat buying and sample it was fitted to: how good the fit is, and whether it is one.": "每行一个重复购买模型及其拟合样本：拟合的优劣，以及是否成立。",
  "A fit counts if at its parameters the gradient is 0 and the Hessian positive definite, which is tried here and not taken from the search; and if no parameter has run to 0 or infinity, where customers do not differ or the data cannot tell. The log-likelihood of the hold-out is that of the customers of the calibration up to the as-of date less that up to the split date, both at the parameters of the calibration: how probable what came was to the model that had not seen it.":
    "在所得参数处梯度为 0 且黑塞矩阵正定，拟合方为有效，此处独立检验，不以搜索过程的结论为准；且参数不得趋于 0 或无穷（此时客户之间没有差异，或数据无法判断）。检验期对数似然 = 校准期客户截至截止日期的对数似然 − 其截至分割日的对数似然，均取校准期的参数：即对未见过这段数据的模型而言，实际结果有多可能。",
  "Customers of the sample": "样本的客户数",
  "Logarithm of the likelihood at the parameters, times in weeks": "所得参数处似然的对数，时间以周计",
  "Akaike's information criterion, 2 k - 2 log likelihood, for k = 4 parameters": "赤池信息量准则，2k − 2 × 对数似然，参数个数 k = 4",
  "Bayes' information criterion, k ln(customers) - 2 log likelihood": "贝叶斯信息量准则，k × ln（客户数）− 2 × 对数似然",
  "Largest derivative of the mean log-likelihood of a customer by the logarithm of a parameter": "每位客户平均对数似然对参数对数的最大导数",
  "Whether the parameters are a proven maximum": "参数是否为经验证的最大值点",
  "Log-likelihood of the hold-out, of the calibration alone": "检验期对数似然，仅校准期样本有",
  "Why it cannot be used; NULL where it can": "不能使用的原因；可用时为 NULL",

  // repeat_buying_choice
  "One row per model of repeat buying that was fitted: whether it is the one that predictions use, and why.": "每行一个已拟合的重复购买模型：预测是否采用及其原因。",
  "Of the models whose fits to all customers and to the calibration both converged that with the highest log-likelihood of the hold-out is chosen, unless value.repeat_buying_model names one; of equals the first.":
    "在全部客户与校准期两次拟合均收敛的模型中，采用检验期对数似然最高者，除非 value.repeat_buying_model 指定；相同时取靠前者。",
  "Log-likelihood of the hold-out, see repeat_buying_fits": "检验期对数似然，见 repeat_buying_fits",
  "Whether both fits converged": "两次拟合是否均收敛",
  "Whether predictions use it; one is, or none": "预测是否采用；至多一个",

  // history_predictions
  "One row per buying history of a sample of customers: what the chosen model of repeat buying expects of whoever has it.": "每行一个客户样本的购买历史：所选重复购买模型对具有该历史者的预期。",
  "Of the calibration it says what was expected of the hold-out, by parameters that did not see it; of all customers what is to come after the as-of date. None where no model was chosen, see repeat_buying_choice. Discounted purchases are those of value.horizon_months, each month's divided by (1 + value.discount_rate)^month; their error is by the delta method.":
    "校准期样本给出对检验期的预期，所用参数未见过检验期；全部客户样本给出截止日期之后的预期。未选定模型时没有任何行，见 repeat_buying_choice。贴现购买次数取 value.horizon_months 个月，每月次数除以（1 + value.discount_rate）^月数；其误差按 delta 法计算。",
  "Probability that the customer has not dropped out by the end": "期末的存活概率，即客户尚未流失的概率",
  "Probability of no purchase in the next prediction.holdout_days": "未来 prediction.holdout_days 天不购买的概率",
  "Expected purchases in the next 365 days; of all customers only": "未来 365 天的期望购买次数；仅全部客户样本有",
  "Discounted expected purchases over the horizon; of all customers only": "预测期内贴现的期望购买次数；仅全部客户样本有",
  "Standard error of their logarithm from that of the fit; of all customers only": "其对数的标准误，由拟合的标准误得出；仅全部客户样本有",
  "Derivative of their logarithm by that of the first parameter of the model; of all customers only": "其对数对模型第一个参数对数的导数；仅全部客户样本有",
  "by that of the second": "对第二个参数",
  "by that of the third": "对第三个参数",
  "by that of the fourth": "对第四个参数",

  // holdout_customers
  "One row per customer of the calibration: what was expected of it in the hold-out, and what it did.": "每行一位校准期客户：检验期的预期与实际。",
  "Two forecasts without a model stand beside that of the model: the customer goes on at its own rate, its purchases to date by its time as a customer; or it buys as often as in the same number of days before. None where no model was chosen.":
    "除模型预测外另有两种不用模型的预测：客户维持自身频率，即累计购买次数除以成为客户的时间；或与此前相同天数购买同样次数。未选定模型时没有任何行。",
  "Probability at the split date that it had not dropped out": "分割日的存活概率",
  "Probability at the split date of no purchase in the hold-out": "分割日预计检验期内不购买的概率",
  "Purchases expected in the hold-out by the model": "模型对检验期的期望购买次数",
  "Purchases at its own rate: purchases after the first / days since it x prediction.holdout_days; 0 where the first was on the split date":
    "维持自身频率的购买次数：首次之后的购买次数 ÷ 首次购买以来天数 × prediction.holdout_days；首次购买恰在分割日时为 0",
  "Purchases of the prediction.holdout_days before the split date": "分割日之前 prediction.holdout_days 天的购买次数",
  "Purchases of the hold-out": "检验期购买次数",
  "Those expected by the model x expected spend in each, by the spend_fits of the calibration; NULL where spend could not be fitted":
    "模型期望购买次数 × 每次期望消费（按校准期的 spend_fits）；消费无法拟合时为 NULL",
  "Revenue of the hold-out, less the refunds in it": "检验期收入，减其间退款",

  // holdout_forecasts
  "One row per forecast of the hold-out: how near it came, in total and customer by customer.": "每行一种对检验期的预测：合计与逐个客户的接近程度。",
  "model, the chosen model of repeat buying; own rate or same again, see holdout_customers": "所选重复购买模型（model）；自身频率（own rate）或维持上期（same again），见 holdout_customers",
  "Order of the forecasts": "预测的顺序",
  "Customers of the calibration": "校准期客户数",
  "What they bought in the hold-out": "其检验期购买次数",
  "What the forecast expected": "该预测的次数",
  "Expected less actual purchases, by the actual ones; NULL where nothing was bought": "（预期 − 实际）÷ 实际购买次数；没有购买时为 NULL",
  "Mean absolute error of a customer": "每位客户的平均绝对误差",
  "Root of the mean squared error of a customer": "每位客户的均方根误差",

  // holdout_by_frequency
  "One row per number of repeat purchases in the calibration: what these customers bought in the hold-out, and what was expected: the conditional expectations by which Fader, Hardie and Lee (2005) judge a model.":
    "每行一个校准期重复购买次数：这些客户检验期的购买与预期，即 Fader、Hardie 与 Lee（2005）用以评判模型的条件期望。",
  "Purchases after the first in the calibration, 0 to 6; 7 for 7 and more": "校准期内首次购买之后的购买次数，0 至 6；7 表示 7 次及以上",
  "Purchases of the hold-out by a customer": "每位客户检验期购买次数",
  "What the model expected of a customer": "模型对每位客户的预期",

  // holdout_by_alive_tenth
  "One row per tenth of the customers of the calibration, by the probability at the split date that they had not dropped out: how many of them bought in the hold-out, against all.":
    "每行一个校准期客户的十分组，按分割日的存活概率划分：其中检验期购买者的比例，与全体对比。",
  "Customers of equal probability stay together, in the tenth of the first of them; so a tenth may hold more, and the next none and be absent.": "概率相同的客户归入其中首位所在的组；因此某组可能较大，下一组可能没有客户而缺失。",
  "Tenth, 1 the most alive": "十分组，1 为存活概率最高",
  "Mean probability that they had not dropped out": "平均存活概率",
  "Who bought in the hold-out": "检验期购买的客户数",
  "Share who did": "购买者的比例",
  "Lower limit of that share: Wilson's interval, at prediction.confidence": "该比例的下限：威尔逊区间，置信度为 prediction.confidence",
  "Upper limit of that share": "该比例的上限",
  "Share that the model expected to": "模型预期的购买比例",
  "Share who did, by that of all customers; NULL where nobody did": "购买比例除以全体客户的购买比例；无人购买时为 NULL",

  // holdout_course
  "One row per week of the hold-out, and one for the split date: purchases since then of the customers of the calibration, and those that the chosen model of repeat buying expected of each from what it had done before.":
    "每行一个检验期的周，另有分割日一行：校准期客户其后的累计购买次数，与所选重复购买模型依各自此前购买所作的预期。",
  "The last week may be short. None where no model was chosen, see repeat_buying_choice.": "最后一周可能不足七天。未选定模型时没有任何行，见 repeat_buying_choice。",
  "Last day of the week; of the first row the split date": "该周最后一日；首行为分割日",
  "Purchases since the split date": "分割日以来的购买次数",
  "Purchases expected since then": "其间的期望购买次数",

  // purchase_counts
  "One row per number of repeat purchases in the calibration: how many customers made as many, and how many the chosen model of repeat buying lets expect of the time that each has been a customer: the histogram of Schmittlein and Peterson (1994).":
    "每行一个校准期重复购买次数：实际客户数，与所选重复购买模型依各客户的时长所预期的客户数，即 Schmittlein 与 Peterson（1994）的直方图。",
  "Purchases after the first, 0 to 6; 7 for 7 and more": "首次购买之后的购买次数，0 至 6；7 表示 7 次及以上",
  "Customers by the model": "模型预期的客户数",

  // purchase_course
  "One row per week, from the first purchase on record: repeat purchases to date of the customers of the calibration, and those that the chosen model of repeat buying expects, fitted on the calibration: the tracking plot of Fader, Hardie and Lee (2005).":
    "每行一周，自有记录的首次购买起：校准期客户的累计重复购买次数，与以校准期拟合的所选模型的预期，即 Fader、Hardie 与 Lee（2005）的跟踪图。",
  "Expected are those of a new customer since its own first day, before the split date and after it alike. Weeks are counted back from the split date. None where no model was chosen, see repeat_buying_choice.":
    "预期为新客户自其首日起的购买次数，分割日前后口径一致。各周由分割日向前推算。未选定模型时没有任何行，见 repeat_buying_choice。",
  "Last day of the week": "该周最后一日",
  "Repeat purchases to date": "累计重复购买次数",
  "Repeat purchases to date by the model": "模型预期的累计重复购买次数",
  "Whether the week lies after the split date": "该周是否在分割日之后",

  // spend_fits
  "One row per sample of customers: the model of what a purchase brings, and whether it may be used.": "每行一个客户样本：每次购买金额的模型，以及可否使用。",
  "Gamma-Gamma is fitted by maximum likelihood to the customers who bought again and were not refunded all of it. It takes what a purchase brings to have nothing to do with how often a customer buys: where the correlation of the two exceeds value.spend_correlation_limit it is refused, for it would value frequent buyers too low or too high. Sources: pipeline/statistics/gammaGamma.ts; interval of the correlation by R. A. Fisher's z (1921).":
    "Gamma-Gamma 按最大似然法以重复购买且未全额退款的客户拟合。该模型假定每次购买金额与购买频次无关：两者的相关系数超过 value.spend_correlation_limit 时不予使用，否则会低估或高估频繁购买者。来源：pipeline/statistics/gammaGamma.ts；相关系数的区间按 R. A. Fisher 的 z 变换（1921）。",
  "Customers it is fitted to: who bought again, and brought something by it": "拟合所用的客户数：重复购买且金额为正",
  "Customers who bought again and were refunded all of it: they are not fitted": "重复购买但全额退款的客户数：不参与拟合",
  "Shape of a customer's spend around its mean; NULL where there is no fit": "客户每次金额围绕其均值分布的形状参数；未拟合时为 NULL",
  "Shape of the distribution of customers": "客户之间分布的形状参数",
  "Its scale": "其尺度参数",
  "Standard error of p": "p 的标准误",
  "Standard error of q": "q 的标准误",
  "Standard error of gamma": "γ 的标准误",
  "Covariance of the logarithms of p and p, and so on; NULL where the fit did not converge": "p 与 p 对数的协方差，余类推；拟合未收敛时为 NULL",
  "of p and q": "p 与 q",
  "of p and gamma": "p 与 γ",
  "of q and q": "q 与 q",
  "of q and gamma": "q 与 γ",
  "of gamma and gamma": "γ 与 γ",
  "Logarithm of the likelihood": "似然的对数",
  "Expected spend in a purchase by a customer of whom nothing is known, p gamma / (q - 1)": "对一无所知的客户每次购买的期望金额，p γ ÷（q − 1）",
  "Correlation of repeat purchases with mean spend; NULL where one of them does not vary": "重复购买次数与平均金额的相关系数；其一无变化时为 NULL",
  "Lower end of its interval of prediction.confidence": "其置信度为 prediction.confidence 的区间下限",
  "Quantile of the normal distribution that intervals of prediction.confidence reach to": "置信度为 prediction.confidence 的区间所用的正态分位数",
  "Whether spend is predicted by it": "是否用于预测金额",
  "Why not; NULL where it is": "不用的原因；采用时为 NULL",

  // margin_rates
  "One row per kind of customer with an order: what a unit of revenue leaves, by which predicted revenue becomes value.": "每行一种有订单的客户类型：每单位收入所留的毛利，据以将预测收入折算为价值。",
  "The rate is that of the current window, or of all orders where nothing was bought in it. Where the cost of goods is not known the value of a customer is its revenue, and the rate is 1.":
    "取本期毛利率；本期未购买时取全部订单的毛利率。商品成本未知时客户价值即其收入，比率为 1。",
  "margin, or revenue where the cost of goods is not known": "毛利（margin）；商品成本未知时为收入（revenue）",
  "Margin by revenue of orders whose margin is known; 1 where the basis is revenue": "毛利已知订单的毛利除以收入；口径为收入时为 1",

  // cross_selling
  "One row per group of like customers and product category: how many of them buy it, and what it leaves.": "每行一组同类客户与一个产品品类：其中多少客户购买，以及所留价值。",
  "Like customers are those of one kind and one tier of the current window; where they are fewer than value.min_like_customers those of one kind. A category that none of them bought is absent. Chance x value is what a customer who does not buy the category could bring within the window's length; see potential_value in customer_lifetime_values.":
    "同类客户指类型与本期层级均相同者；少于 value.min_like_customers 位时仅按类型划分。其中无人购买的品类不列。概率 × 价值即未购该品类的客户在一个分析期内可能带来的价值，见 customer_lifetime_values 的 potential_value。",
  "Customers that are alike": "同类客户数",
  "Those of them who bought the category in the current window": "其中本期购买该品类的客户数",
  "What it left of a buyer in the window: margin, or revenue where the cost of goods is not known": "本期每位购买者由该品类留下的价值：毛利；商品成本未知时为收入",

  // customer_lifetime_values
  "One row per customer with an order: its four values (价值构成), and what it is expected to bring.": "每行一位有订单的客户：其价值构成的四种价值，以及预期带来的价值。",
  "Predicted value = discounted expected purchases over value.horizon_months (history_predictions) x expected spend in a purchase (Gamma-Gamma, spend_fits) x margin rate (margin_rates), net of refunds. Its interval is that of the expectation, by the delta method from the errors of both fits: what a single customer does will differ from it by far more. Lifetime value (终身价值) = historical value + predicted value. Current value (现实价值) = what comes over the same horizon, discounted alike, if the customer goes on as in the current window, as far as that is on record (recorded_window). Potential value (潜在价值) = what categories that it does not buy could leave in a window's length: of each the chance that like customers buy it x what it leaves of them (cross_selling); what referrals could add is not known, for no input says who came by whom.":
    "预测价值 = value.horizon_months 个月内贴现的期望购买次数（history_predictions）× 每次购买的期望金额（Gamma-Gamma，spend_fits）× 毛利率（margin_rates），已扣退款。其区间为期望值的区间，由两次拟合的误差按 delta 法得出：单个客户的实际与之相差远大于此。终身价值 = 历史价值 + 预测价值。现实价值 = 客户维持本期有记录的日子（recorded_window）内的购买行为时，在同一预测期内、同样贴现的价值。潜在价值 = 客户未购的品类在一个分析期内可能带来的价值：每个品类以同类客户的购买概率 × 其所留价值（cross_selling）；客户推荐可增加的价值未知，因为没有输入数据说明谁由谁介绍而来。",
  "Probability that the customer has not dropped out": "存活概率，即客户尚未流失的概率",
  "Expected revenue of a purchase": "每次购买的期望收入",
  "Share of revenue that is left": "收入中所留的比例",
  "Discounted value still to come over the horizon": "预测期内今后预期价值，已贴现",
  "Margin to date less acquisition cost and cost to serve, or revenue to date where the basis is revenue; NULL where it is not known (历史价值)":
    "历史价值：累计毛利减获客成本与服务成本；口径为收入时为累计收入；未知时为 NULL",
  "Value of the horizon at today's pattern; 0 without a purchase in the window": "维持现有购买行为时预测期内的价值；本期未购买时为 0",
  "What categories not bought could add in a window; NULL without order lines or a purchase in the window": "未购品类在一个分析期内可增加的价值；没有订单明细或本期未购买时为 NULL",
  "Historical plus predicted value; NULL where one of them is not known": "历史价值加预测价值；其一未知时为 NULL",

  // lifetime_value_totals
  "One row per run in which lifetime value is predicted: what all customers there are today are expected to bring, with its interval.": "每次作出终身价值预测的运行一行：全部现有客户预期带来的价值及其区间。",
  "The interval is by the delta method: derivatives of the total by the logarithms of the parameters of both models, and the covariance of these; it says how sure the expectation is, if customers go on as the models have them. How far off such expectations were in the hold-out stands in holdout_forecasts.":
    "区间按 delta 法：合计对两个模型参数对数的导数，与这些对数的协方差；说明客户行为符合模型时期望值的把握程度。此类期望在检验期的偏差见 holdout_forecasts。",
  "Customers of whom a value is predicted": "有预测价值的客户数",
  "Lower end of the interval of prediction.confidence": "置信度为 prediction.confidence 的区间下限",
  "Standard error of the logarithm of the predicted value": "预测价值对数的标准误",
  "Standard error of the logarithm of the predicted value; NULL where that is 0": "预测价值对数的标准误；预测价值为 0 时为 NULL",

  // lifetime_values_by_tier
  "One row per tier of the current window, and one of the customers without a tier: their four values.": "每行一个本期层级，另有无层级客户一行：其四种价值。",
  "Tier; none for customers without one": "层级；没有层级时为无（none）",
  "Order of the tiers, from the top": "层级的顺序，由高到低",
  "Sum of the probabilities that they have not dropped out: as many are expected to be customers still": "存活概率之和：预期仍为客户的人数",
  "What they brought to date, see customer_lifetime_values; NULL where it is not known of any": "其累计带来的价值，见 customer_lifetime_values；均未知时为 NULL",
  "Share of what is still to come of all customers": "占全部客户今后预期价值的比例",
  "What would come over the horizon at today's pattern": "维持现有购买行为时预测期内的价值合计",
  "What categories that they do not buy could add in a window": "其未购品类在一个分析期内可增加的价值",
  "What is still to come of a customer on average": "每位客户平均的今后预期价值",

  // lifetime_value_figures
  "One row per run with an order: lifetime value of all customers together, and how far its predictions can be trusted.": "每次有订单的运行一行：全部客户的终身价值，及其预测的可信程度。",
  "A prediction is near where the chosen model expected the purchases of the hold-out within value.fit_tolerance, and, by the spend expected in each and today's margin rates, what they brought; it is best where it came nearer to what each customer did than both forecasts without a model.":
    "所选模型对检验期购买次数的预期，以及按每次预期消费和当前毛利率计算的价值，偏差均不超过 value.fit_tolerance 时，预测视为接近；比两种不用模型的预测更接近每位客户的实际时，视为最佳。",
  "What they brought to date; NULL where it is not known of any": "其累计带来的价值；均未知时为 NULL",
  "Days that today's pattern is taken from, see recorded_window": "现实价值所依据购买行为的天数，见 recorded_window",
  "What categories not bought could add in a window; NULL where it is not known": "未购品类在一个分析期内可增加的价值；未知时为 NULL",
  "What is still to come if customers go on bringing less, or more, than expected as they did in the hold-out: predicted value / (1 + deviation rate) of value, or of purchases where that is not known":
    "客户若继续像检验期那样少于或多于预期时的今后价值：预测价值 ÷（1 + 价值的偏差率；未知时用购买次数的偏差率）",
  "Customers expected not to have dropped out": "预期尚未流失的客户数",
  "Purchases expected in the next 365 days": "未来 365 天的期望购买次数合计",
  "Chosen model of repeat buying; NULL where there is none": "所选重复购买模型；没有时为 NULL",
  "Last day of the calibration": "校准期最后一日",
  "Purchases of the hold-out by the customers of the calibration": "校准期客户在检验期的购买次数",
  "Purchases that the model expected": "模型预期的购买次数",
  "Expected less actual purchases, by the actual ones": "（预期 − 实际）÷ 实际购买次数",
  "What the purchases of the hold-out brought; NULL where no margin rate is known": "检验期的购买带来的价值；毛利率均未知时为 NULL",
  "What they were expected to; NULL where spend could not be fitted up to the split date": "其预期价值；截至分割日的消费无法拟合时为 NULL",
  "Expected less actual value, by the actual one; NULL where that is not positive": "（预期 − 实际）÷ 实际价值；实际价值不为正时为 NULL",
  "Whether the deviations lie within value.fit_tolerance; NULL without a hold-out": "两项偏差是否均不超过 value.fit_tolerance；没有检验期时为 NULL",
  "Whether the root of the mean squared error of a customer is below that of both forecasts without a model, by value.fit_least_gain at least; squared errors are least for who expects the mean": "每位客户的均方根误差是否比两种不用模型的预测至少低 value.fit_least_gain；期望为均值者平方误差最小",
  "Lower end of the interval of prediction.confidence by Wilson: of few customers the rate says little": "置信度为 prediction.confidence 的威尔逊区间下限：客户很少时，比率说明不了什么",
};
