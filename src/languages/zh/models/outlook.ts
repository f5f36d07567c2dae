import type { Texts } from "../../../lib/language.js";

/** What the tables of the outlook say of themselves: grains, notes, meanings and units. */
export const outlook: Texts = {
  // what several tables share
  "orders, or revenue net of returns": "订单数，或扣除退货后的收入",
  "orders or reporting currency": "订单数或报告货币",
  "Model, see marts.demand_fits": "模型，见 marts.demand_fits",
  "0 to 1 and beyond": "0 至 1，可超过 1",

  // demand_by_month
  "One row per measure and complete month: what forecasts are made from.": "每行一个指标与完整月份：预测所依据的数据。",
  "A month without an order is a true 0. The month of the as-of date counts only where that is its last day. What lies before outlook.gap_months without an order is left out of the forecasts: it was another business.":
    "没有订单的月份是真实的 0。截止日期所在月份仅当截止日期为月末时计入。连续 outlook.gap_months 个月没有订单之前的数据不用于预测：那是另一段业务。",
  "Orders, or revenue": "订单数，或收入",
  "Number of the month among those that forecasts are made from, from 1; NULL before a gap": "该月在预测所用月份中的序号，从 1 起；中断之前为 NULL",
  "Value of the same month a year before; NULL where that is not complete": "上年同月的数值；该月不完整时为 NULL",

  // demand_measures
  "One row per measure: which months its forecast is made from and tested on, or why there is none.": "每行一个指标：其预测由哪些月份得出、以哪些月份检验，或没有预测的原因。",
  "A forecast is made from at least outlook.training_months and tested on at least outlook.test_months. Models that find a season by themselves take two years, and are tried where outlook.season_test_months are left to test them on. No month is forecast farther ahead than could be tested, or than a year.":
    "预测至少需要 outlook.training_months 个月学习，并至少以 outlook.test_months 个月检验。自行识别季节的模型需要两年，且须另有 outlook.season_test_months 个月供检验才尝试。预测的提前月数不超过可检验的月数，也不超过一年。",
  "Months that the forecast is made from": "预测所用的月数",
  "First of them": "其中第一个月",
  "Last of them": "其中最后一个月",
  "Mean of a month": "月均值",
  "Months before the first that is tested; NULL without a forecast": "首个检验月之前的月数；没有预测时为 NULL",
  "Months that a forecast was made at the end of, as a test; NULL without a forecast": "作为检验、在其月末作过预测的月数；没有预测时为 NULL",
  "Months ahead that were tested, and are forecast; NULL without a forecast": "经检验并予预测的提前月数；没有预测时为 NULL",
  "What a forecast cannot fall below: 0, or nothing where a month was negative; NULL for none": "预测的下界：0；若曾有月份为负则无下界，为 NULL",
  "Mean distance between the same months of two years; NULL of less than 13 months": "相邻两年同月之差的绝对值均值；不足 13 个月时为 NULL",
  "Months without an order at the end": "末尾没有订单的月数",
  "Why there is no forecast: too short, no orders, ended": "没有预测的原因：历史太短、没有订单、订单已终止",
  "a measure has tests or a reason": "指标有检验或有原因",

  // demand_fits
  "One row per measure and model: the model as it is fitted to all months, or why it is not tried.": "每行一个指标与模型：以全部月份拟合的模型，或未尝试的原因。",
  "seasonal naive: the same month a year before. simple: exponential smoothing of the level; seasonal: of level and season; trend: of level and trend (Holt); additive and multiplicative: of level, trend and season (Holt and Winters), the season added or multiplied. Weights have the least sum of squared errors of each month forecast from those before it; smoothing begins as R's HoltWinters does, see pipeline/statistics/holtWinters.ts.":
    "季节朴素（seasonal naive）：上年同月。simple：水平的指数平滑；seasonal：水平与季节；trend：水平与趋势（Holt）；additive 与 multiplicative：水平、趋势与加法或乘法季节（Holt、Winters）。权重使各月由此前月份所得预测的误差平方和最小；平滑的起点与 R 的 HoltWinters 相同，见 pipeline/statistics/holtWinters.ts。",
  "Place of the model, the simplest first, from 1": "模型次序，最简单者在前，从 1 起",
  "Weight of the newest month in the level; NULL where the model is not tried": "最新月份在水平中的权重；未尝试该模型时为 NULL",
  "Weight of the newest change of the level in the trend; NULL without a trend": "最新水平变化在趋势中的权重；无趋势时为 NULL",
  "Weight of the newest month in the season; NULL without a season": "最新月份在季节中的权重；无季节时为 NULL",
  "Sum of the squared errors of months forecast from those before them": "由此前月份预测各月的误差平方和",
  "Such errors": "此类误差的个数",
  "Level at the end of the last month; NULL of the naive, which has none": "最后一个月末的水平；季节朴素没有水平，为 NULL",
  "Change of the level from month to month at the end; NULL without a trend": "末尾水平逐月的变化；无趋势时为 NULL",
  "Standard deviation of the errors; where the season multiplies, of errors by forecast": "误差的标准差；乘法季节时为误差除以预测的标准差",
  "Why the model is not tried: history too short, a month is not above 0": "未尝试该模型的原因：历史太短、有月份不大于 0",
  "a model has weights or a reason": "模型有权重或有原因",

  // demand_trials
  "One row per measure, model, month that a forecast was made at the end of, and month ahead: what the model, fitted to the months up to then alone, said of the months after, and what came.":
    "每行一个指标、模型、作出预测的月末与提前月数：仅以当时为止的月份拟合的模型对其后月份的预测，以及实际结果。",
  "The first such month is that of the least months to learn from, the last the one before the last month: a rolling-origin test. No forecast is below what its measure can be.":
    "首个此类月份是学习所需最少月数的末月，最后一个是末月的前一个月：即滚动起点检验。预测不低于该指标可能的最小值。",
  "Number of the month at whose end the forecast was made: months that it was fitted to": "作出预测的月末的序号，即拟合所用的月数",
  "Months from then to the one forecast, from 1": "从该月到被预测月份的月数，从 1 起",
  "Number of the month that was forecast": "被预测月份的序号",
  "Standard error that the model gave it; NULL where it was fitted to too few months": "模型给出的标准误差；拟合月份过少时为 NULL",
  "Standard deviation of the errors of the months that it was fitted to, see marts.demand_fits; NULL likewise": "拟合所用月份误差的标准差，见 marts.demand_fits；同样情况为 NULL",
  "Forecast of the months from the next to this one together": "从次月到该月的合计预测",
  "Standard error that the model gave that; NULL likewise": "模型给该合计的标准误差；同样情况为 NULL",
  "What came in the month": "该月实际值",
  "What came in these months together": "这些月份的实际合计",

  // demand_backtests
  "One row per measure, model and month ahead: how far forecasts of the test were off.": "每行一个指标、模型与提前月数：检验中预测的误差。",
  "What decides between models is the mean error: over the same months it orders models as its scaled form does (MASE, R. Hyndman, A. Koehler, Another look at measures of forecast accuracy, 2006), bears months of 0, and one odd month weighs less in it than in the RMSE. MAPE is given where no month was 0 or less.":
    "模型之间以平均绝对误差取舍：在相同月份上，它与其标准化形式（MASE，R. Hyndman、A. Koehler，《Another look at measures of forecast accuracy》，2006）给出的次序一致，可用于零值月份，个别异常月份的影响小于 RMSE。没有零或负值月份时才给出 MAPE。",
  "Months from the forecast to the month forecast, from 1": "从预测时到被预测月份的月数，从 1 起",
  "Forecasts made so far ahead": "提前如此月数的预测次数",
  "Mean error, whichever way": "平均绝对误差",
  "Root of the mean squared error": "均方根误差",
  "Mean of forecast less what came": "预测减实际的均值",
  "Sum of errors by the sum of what came; NULL where that is not positive": "误差绝对值之和除以实际之和；后者不为正时为 NULL",
  "Mean of error by what came; NULL where any month was 0 or less": "误差除以实际的均值；有月份不大于 0 时为 NULL",
  "Mean error by the mean distance between the same months of two years; NULL where that is 0": "平均绝对误差除以相邻两年同月之差的均值；后者为 0 时为 NULL",
  "Root of the mean squared error in standard errors of the model, these being as wide as the errors of all months make them: of the few before a test they would be made too narrow, or too wide; NULL where none is known":
    "以模型标准误差为单位的均方根误差，标准误差的宽度按全部月份的误差确定：若仅按检验之前的少数月份，会过窄或过宽；均未知时为 NULL",
  "The same as wape for all months from the next to this one together": "同 wape，但按从次月到该月的合计",
  "As error_ratio for these, over all times from half as many months ahead on: what is known of long times from few forecasts":
    "同 error_ratio，但按合计，并汇总提前月数不少于其一半的所有时段：长时段的预测次数很少",
  "Forecasts as far ahead as the shortest of these times": "其中最短时段的预测次数",

  // demand_models
  "One row per measure and model: how far it was off in the whole test, and whether it is taken.": "每行一个指标与模型：整个检验中的误差，以及是否选用。",
  "The simplest model is taken whose mean error is at most outlook.tolerance above the least: what is hardly better is so by chance, and a simple model is easier to see through. Where that is the seasonal naive, nothing forecasts better than the same month a year before.":
    "选用平均绝对误差不超过最小值 outlook.tolerance 的模型中最简单者：略好往往出于偶然，而简单的模型更易看懂。若为季节朴素，则没有模型优于上年同月。",
  "Months forecast in the test, each as often as it was; NULL for a model that was not tried": "检验中预测的月次；未尝试的模型为 NULL",
  "Mean error, whichever way: what decides": "平均绝对误差：取舍依据",
  "Share of the naive's mean error that the model spares; NULL where the naive was never off": "模型较季节朴素减少的误差比例；季节朴素从无误差时为 NULL",
  "Root of the mean squared error in standard errors of the model, over all months ahead": "以模型标准误差为单位的均方根误差，涵盖所有提前月数",
  "Whether it is the model taken": "是否为选用的模型",
  "Why it is taken, or not": "选用或未选用的原因",

  // demand_forecasts
  "One row per measure and month ahead: what the model taken says of it, and of all months from the next to it together.": "每行一个指标与未来月份：选用模型对该月及从次月至该月合计的预测。",
  "A limit is a standard error of the model, times the quantile of Student's t, times how much farther off forecasts of the test were than the model's standard errors said; never less than these. The model knows nothing of what its weights may be wrong by, nor of having been chosen: the test does. Forecasts made a month apart look at nearly the same months, so for totals half as many count as were made. A total is never farther off than all of its months together.":
    "上下限 = 模型标准误差 × t 分布分位数 × 检验中预测误差超出模型标准误差的倍数（不小于 1）。模型不知道自身权重可能的误差，也不知道自己是被挑选出来的，而检验知道。相隔一个月的预测所看的月份几乎相同，因此合计只按一半的次数计算。合计的偏离不会超过其各月偏离之和。",
  "Months from the last complete one, from 1": "距最近完整月份的月数，从 1 起",
  "Forecast of the month": "该月预测",
  "What comes lies above this with the chance of prediction.confidence, both limits together; NULL where nothing is known of it":
    "下限：实际值以 prediction.confidence 的概率落在上下限之间；无从得知时为 NULL",
  "and below this": "上限，同上",
  "Forecast of all months from the next to this one": "从次月到该月的合计预测",
  "Lower limit of that: no farther off than those of the months together": "合计的下限：不比各月下限之和更远",
  "Upper limit of that": "合计的上限",
  "a forecast lies within its limits": "预测在其上下限之间",

  // demand_outlooks
  "One row per measure: how far its forecast can be relied on, or why there is none.": "每行一个指标：其预测可信的程度，或没有预测的原因。",
  "Months that any forecast takes": "预测所需的最少月数",
  "First of the months it is made from": "预测所用的第一个月",
  "Model taken, see marts.demand_models; NULL without a test": "选用的模型，见 marts.demand_models；没有检验时为 NULL",
  "Whether it is the seasonal naive: no model forecasts better than the same month a year before": "是否为季节朴素：没有模型优于上年同月",
  "Months that a forecast was made at the end of, as a test": "作为检验、在其月末作过预测的月数",
  "How far the model was off in the test: sum of errors by the sum of what came": "模型在检验中的误差：误差绝对值之和除以实际之和",
  "The same of the seasonal naive": "季节朴素的同一误差",
  "Share of the naive's mean error that the model spares": "模型较季节朴素减少的误差比例",
  "Months ahead that are forecast": "予以预测的提前月数",
  "How far the model was off in the total of so many months": "模型在如此多月合计上的误差",
  "good, fair or poor, by the share that the model was off; NULL without a forecast": "按模型误差比例分为好（good）、一般（fair）或差（poor）；没有预测时为 NULL",
  "What the last three months brought": "最近三个月的数值",
  "Change of that on the same months a year before; NULL where they brought nothing": "较上年同期的变动；上年同期为零时为 NULL",
  "Whether that is more than demand does in a year: outlook.break_factor times, or as little": "变动是否超出一年内需求的正常幅度：达到 outlook.break_factor 倍，或降到其倒数",
  "The month of the as-of date, where it is not complete": "截止日期所在月份（若不完整）",
  "What it has brought so far": "该月迄今的数值",
  "Month ahead for which most is forecast; NULL without a forecast or a season": "预测值最高的未来月份；没有预测或没有季节时为 NULL",
  "Forecast of that month": "该月的预测值",
  "That by the mean of the months forecast, less 1; NULL where that is not positive": "该值除以所预测月份的均值再减 1；均值不为正时为 NULL",
  "Why there is no forecast: too short, no orders, ended, not predictable, too uncertain for the shortest time asked":
    "没有预测的原因：历史太短、没有订单、订单已终止、不可预测、最短时段也太不确定",
  "a measure has a grade or a reason": "指标有等级或有原因",

  // demand_totals
  "One row per measure and time ahead (outlook.horizons_months): what is forecast for these months together, and what the same months brought a year before.":
    "每行一个指标与未来时段（outlook.horizons_months）：这些月份的合计预测，以及上年同期的数值。",
  "Months from the last complete one": "距最近完整月份的月数",
  "First of them; NULL where no month is complete": "其中第一个月；没有完整月份时为 NULL",
  "Last of them; NULL where no month is complete": "其中最后一个月；没有完整月份时为 NULL",
  "Forecast of them together; NULL without one": "其合计预测；没有预测时为 NULL",
  "What comes lies above this with the chance of prediction.confidence, both limits together": "下限：实际值以 prediction.confidence 的概率落在上下限之间",
  "What the same months brought a year before; NULL where not all are complete": "上年同期的数值；并非全部完整时为 NULL",
  "Change of the forecast on that; NULL where it is not positive": "预测较其变动的比例；其不为正时为 NULL",
  "Change of the lower limit on that": "下限较其变动的比例",
  "Change of the upper limit on that": "上限较其变动的比例",
  "Why there is no forecast: as in marts.demand_outlooks; not tested so far ahead; too uncertain": "没有预测的原因：同 marts.demand_outlooks；未检验这么远；太不确定",
  "a total is forecast or has a reason": "合计有预测或有原因",

  // demand_targets
  "One row per goal of orders or revenue whose period still runs and consists of whole months: what is forecast to be reached by its end.":
    "每行一个期间未结束且由整月构成的订单或收入目标：预计期末可达到的数值。",
  "What the complete months brought stands, and the forecast of the months left is added.": "完整月份取实际值，剩余月份加上预测。",
  "What the complete months of the period brought": "期间内完整月份的实际值",
  "Months of the period that are forecast": "期间内予以预测的月数",
  "Forecast of the whole period; NULL without one": "整个期间的预测；没有时为 NULL",
  "Target less forecast": "目标减预测",
  "What the months left have to bring more than is forecast of them, as a share of that; NULL where nothing is forecast":
    "剩余月份须超出其预测的比例；没有预测时为 NULL",
  "reached already, sure, likely, unlikely, out of reach; NULL without a forecast":
    "已达成（reached already）、有把握（sure）、很可能（likely）、可能性小（unlikely）、无法企及（out of reach）；没有预测时为 NULL",
  "Why there is no forecast: as in marts.demand_totals; ends too far ahead; begins later; begins before history": "没有预测的原因：同 marts.demand_totals；截止太远；尚未开始；早于历史",
  "a goal has a verdict or a reason": "目标有判断或有原因",

  // exports of the page
  "One row per measure and model: how far it was off in the test, its weights, and whether it is taken.": "每行一个指标与模型：检验误差、权重与是否选用。",
  "One row per measure and month, past and to come: what came, what is forecast, and what was forecast a year ago.": "每行一个指标与月份（过去与未来）：实际值、预测值及一年前的预测。",
  "What the month brought; NULL of a month to come": "该月实际值；未来月份为 NULL",
  "Forecast; NULL of a month past, and where there is none": "预测值；过去月份及没有预测时为 NULL",
  "What the model, fitted to the months up to a year ago alone, said of the month; NULL of others. Which model is taken was judged by these months too":
    "仅以截至一年前的月份拟合的模型对该月的预测；其他月份为 NULL。选用哪个模型也参考了这些月份",
  "Forecast on the same month a year before; NULL where that is not positive": "预测较上年同月的变动；后者不为正时为 NULL",
  "Months of the latest year that were forecast at its beginning, as a test": "最近一年中作为检验在年初预测的月数",
  "What the model said of them together then": "模型当时对其合计的预测",
  "What they brought": "其实际合计",
  "The first less the second, by the second": "前者减后者，除以后者",
  "Chance with which what comes lies between the limits": "实际值落在上下限之间的概率",
  "One row per goal of orders or revenue that is still to be reached: what is forecast for its period.": "每行一个尚待达成的订单或收入目标：对其期间的预测。",
  "One row per measure and month ahead: how far off the model taken was in the test, and the same month a year before.": "每行一个指标与提前月数：选用模型与上年同月在检验中的误差。",
  "Sum of errors of the model by the sum of what came; NULL where that is not positive": "模型误差绝对值之和除以实际之和；后者不为正时为 NULL",
  "The same of all months from the next to this one together": "从次月到该月合计的同一误差",
  "One row per measure and time ahead: what is forecast for it, and the same months a year before.": "每行一个指标与未来时段：其预测与上年同期。",

  // customer_demand
  "One row per month ahead: orders and revenue as the models of single customers have them, of present customers and of customers still to come.":
    "每行一个未来月份：按单个客户的模型推算的订单与收入，含现有客户与未来新客户。",
  "A second way to the forecasts of demand_forecasts, which know the months and no customers. Present customers buy as the chosen model of repeat buying expects of each (history_predictions), for what is expected of each (customer_lifetime_values). New customers come as many a day as in the current window, as far as that is on record (recorded_window); they buy a first time for what first purchases brought then, and again as the model expects of a new customer, for the mean of spend_fits. A purchase is as many orders as in the window. The month of the as-of date is that of its orders so far and of its rest. Neither seasons nor trends are known here. None where nothing is predicted of single customers.":
    "与只知月份、不知客户的 demand_forecasts 相对的第二种算法。现有客户按所选重复购买模型的预期购买（history_predictions），金额为各自的预期（customer_lifetime_values）。新客户每日到来的数量与本期有记录的日子（recorded_window）相同；首次购买金额为当时首次购买的均值，之后按模型对新客户的预期再次购买，金额为 spend_fits 的均值。一次购买折合的订单数同分析期。截止日期所在月份为已有订单加剩余日子的预期。此处不含季节与趋势。未对单个客户作预测时为空。",
  "Orders of customers there are today; of the month of the as-of date with those so far": "现有客户的订单数；截止日期所在月份含已有订单",
  "Orders of customers still to come": "未来新客户的订单数",
  "Revenue of customers there are today": "现有客户的收入",
  "Revenue of customers still to come": "未来新客户的收入",
  "Customers who come in the month, after the as-of date": "该月在截止日期之后到来的客户",

  // demand_gaps
  "One row per measure and time ahead: the forecast of the months beside that of single customers, and what explains the gap.": "每行一个指标与未来时段：按月份的预测与按单个客户的预测，及两者之差的来由。",
  "The gap falls into two parts that add up to it. Season: single customers are expected to buy alike in every month; by what these months bring, against a mean month of the last outlook.season_years complete years, they differ by this. The rest is level: the months carry on where they stood and were going, single customers where their own past lets expect, see holdout_forecasts. NULL where one of the two forecasts is not made, or no year is complete.":
    "差额分为两部分，相加即为差额。季节：按单个客户推算假定每月购买相同；以这些月份相对最近 outlook.season_years 个完整年度平均月份的水平计，相差此数。其余为水平：月份延续其现有水平与走势，单个客户依其各自的过去，见 holdout_forecasts。任一预测不存在或没有完整年度时为 NULL。",
  "Forecast of the months, see demand_totals": "按月份的预测，见 demand_totals",
  "By present customers, see customer_demand": "现有客户部分，见 customer_demand",
  "By customers still to come": "未来新客户部分",
  "Both together": "两者合计",
  "Forecast of the months less that of customers": "按月份的预测减按客户的预测",
  "The gap by the forecast of customers; NULL where that is not positive": "差额除以按客户的预测；后者不为正时为 NULL",
  "Part of the gap: what these months differ from mean ones by": "差额之一：这些月份与平均月份之差",
  "Part of the gap: the rest": "差额之二：其余",
  "One row per measure and time ahead that is forecast both by the months and by single customers.": "每行一个同时按月份与按单个客户预测的指标与未来时段。",
};
