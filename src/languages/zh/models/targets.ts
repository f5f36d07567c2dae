import type { Texts } from "../../../lib/language.js";

/** What the tables of targets say of themselves: grains, notes, meanings and units. */
export const targets: Texts = {
  // target_progress
  "One row per goal and period: the target against what was reached, up to the period's end or the as-of date.":
    "每行一个目标与期间：截至期末或截止日期的实际值与目标值对比。",
  "Three kinds of figures. Sums of the period (revenue, margin, orders, new_customers) are held against the part of the target that a straight line by days gives: a season is not taken into account, so that a shop that lives on Christmas is behind in summer. Rates of the period (margin_rate, average_order_value) and counts of customers (buying_customers, retention_rate: the share of the buyers of the days before, as many as the period has, that bought again) must stand at the target at any time; while the period runs, customers are counted over the days of its length up to the as-of date, for a count of the first weeks could not be compared. States (overdue_share, dso_days) are those of the last month end in the period, or of the as-of date; key_customers_kept are customers of the top tier still in it, of marts.value_figures, which knows the window up to the as-of date alone. What cannot be measured is NULL with the reason, never 0.":
    "指标分三类。期间合计（revenue、margin、orders、new_customers）与按天数直线分摊的目标对比：不考虑季节性，因此旺季在年末的商店夏季会显示落后。期间比率（margin_rate、average_order_value）与客户计数（buying_customers、retention_rate：期间之前同样天数内的购买客户中再次购买者的比例）任何时候都应达到目标值；期间未结束时，客户按截至截止日期、与期间等长的天数统计，因为最初几周的计数无法比较。时点状态（overdue_share、dso_days）取期间内最近一个月末或截止日期的数值；key_customers_kept 为仍在最高层级的客户，取自 marts.value_figures，该表仅有截至截止日期的分析期。无法衡量的为 NULL 并注明原因，绝不为 0。",
  "Unit of target and actual; NULL where the figure is not known": "目标值与实际值的单位；指标未知时为 NULL",
  "Whether less is better; NULL where the figure is not known": "是否越低越好；指标未知时为 NULL",
  "Last day of what is measured: the period's end, or the as-of date before it; NULL before the period":
    "衡量截止日：期末日，或更早的截止日期；期间开始前为 NULL",
  "Value to reach": "应达到的值",
  "Value reached": "实际达到的值",
  "Actual by target; where less is better target by actual; NULL where the divisor is not positive":
    "实际值除以目标值；越低越好时为目标值除以实际值；除数不为正时为 NULL",
  "Share of the target that is due by then: of a sum days gone by days of the period, of others 1": "届时应完成的目标比例：合计类为已过天数除以期间天数，其他为 1",
  "met, missed (the period is over), on track, behind (it runs), not measured":
    "已达成（met）、未达成（missed，期间已结束）、进度正常（on track）、进度落后（behind，期间进行中）、未衡量（not measured）",
  "Why there is no actual": "没有实际值的原因",
  "Whether it stands beside the figure of its metric: of the goals whose period holds the as-of date the one as long as the window analysed, or closest to it; of several the one that ends first":
    "是否列在其指标的数字旁：期间包含截止日期的目标中，取长度等于或最接近分析期者；有多个时取最先结束者",
};
