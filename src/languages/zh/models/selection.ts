import type { Texts } from "../../../lib/language.js";

/** What the tables of the selection say of themselves: grains, notes, meanings and units. */
export const selection: Texts = {
  // cell_ageing
  "One row per ageing bucket and cell with something open in it; credit not used is a bucket of its own.":
    "每行一个账龄段与有未结余额的筛选单元；未使用的贷项自成一段。",
  "All figures add up, see ageing_by_bucket.": "全部数字可相加，见 ageing_by_bucket。",
  "Ageing bucket, by solvency.ageing; credit": "账龄段，依 solvency.ageing；贷项（credit）",
  "Place of the bucket, from 1; 0 for credit": "账龄段的位次，从 1 起；贷项为 0",
  "Cell of the customers, see cells": "客户的筛选单元，见 cells",
  "Customers in it": "其中的客户数",
  "Invoices in it": "其中的发票数",
  "Open on them; negative for credit": "其应收余额；贷项为负",

  // cell_clients
  "One row per grade and cell of the clients that we give credit to and have the grade or had it before.":
    "每行一个等级与筛选单元，含现在或此前属该等级的授信客户。",
  "All figures add up: to clients_by_grade and to what solvency_totals counts and sums; sums are NULL where no amount is known.":
    "全部数字可相加，合计为 clients_by_grade 及 solvency_totals 的计数与金额；金额均未知时合计为 NULL。",
  "Grade, or the name for 'not graded'": "等级，或“未评级”的名称",
  "clients": "家客户",
  "Clients with a statement": "有报表的客户数",
  "Clients with a grade": "已评级的客户数",
  "Clients whose latest statement is stale": "最近报表过期的客户数",
  "Clients whose latest statement does not balance": "最近报表不平的客户数",
  "Clients graded better than in the period before": "等级较前一期间上升的客户数",
  "Clients graded worse than in the period before": "等级较前一期间下降的客户数",
  "Clients on the watch list": "观察名单上的客户数",
  "Clients that should get no further credit and yet still order": "应停止授信而仍在下单的客户数",
  "What is at stake with them": "其敞口",
  "Exposure x weakness": "敞口 × 风险比例",
  "What is at stake with those on the watch list": "其中观察名单客户的敞口",
  "Exposure x weakness of those on the watch list": "其中观察名单客户的敞口 × 风险比例",
  "Owed on invoices": "发票应收款",
  "Open: owed less credit": "应收余额：应收款减贷项",
  "Owed and past its due date": "已过到期日的应收款",
  "Billed in the last solvency.dso_window_days, less credit notes": "最近 solvency.dso_window_days 天的开票额，已扣贷项通知",
  "Open at the last month end a window before": "一个分析期之前最近月末的应收余额",
  "Clients with this grade before, see client_solvency": "此前属该等级的客户数，见 client_solvency",
  "What those owed then": "这些客户当时的欠款",

  // cell_groups
  "One row per dimension, group, driver of change and cell, of the current window and the one before.":
    "每行一个维度、分组、变动驱动因素与筛选单元，含本期与上期。",
  "The groups are those of revenue_by_group, without internal customers. All figures add up to it, but for product categories the orders, which count in each of their categories.":
    "分组与 revenue_by_group 相同，不含内部客户。全部数字相加即为该表，但产品品类的订单数除外，订单在其每个品类中各计一次。",
  "value, folded or missing, see revenue_by_group": "单一取值（value）、合并（folded）或缺失（missing），见 revenue_by_group",
  "Driver of change, see change_by_customer; none: no order or refund in either window, no window to compare with, or a dimension of orders":
    "变动驱动因素，见 change_by_customer；无（none）：两期均无订单或退款、没有可比的上期，或属订单维度",
  "Customers; NULL for dimensions of orders, which divide no customers": "客户数；订单维度不划分客户，为 NULL",
  "Margin in the current window, of the orders and refunds that it is known of": "本期毛利，仅计毛利已知的订单与退款",
  "Orders and refunds in the current window whose margin is not known": "本期毛利未知的订单与退款数",

  // cell_months
  "One row per month and cell with an order or refund in it.": "每行一个月份与当月有订单或退款的筛选单元。",
  "All figures add up, see revenue_by_month.": "全部数字可相加，见 revenue_by_month。",
  "Margin of the orders and refunds that it is known of": "毛利已知的订单与退款的毛利",

  // cell_periods
  "One row per period, cell and driver of change: what its customers bring, in the period and in the one before.":
    "每行一个时段、筛选单元与变动驱动因素：其客户在该时段与对比时段的贡献。",
  "All figures add up. Customers without an order or refund in either are left out.": "全部数字可相加。两个时段均无订单或退款的客户不列。",
  "Period, see periods": "时段，见 periods",
  "Driver of change, see changes_by_customer_and_period; none where history does not reach back to the period before":
    "变动驱动因素，见 changes_by_customer_and_period；历史数据未追溯至对比时段时为 NULL",
  "Customers with an order in the period": "该时段有订单的客户数",
  "Customers with an order in the period before": "对比时段有订单的客户数",
  "Orders in the period": "该时段订单数",
  "Orders in the period before": "对比时段订单数",
  "Revenue in the period": "该时段收入",
  "Revenue in the period before": "对比时段收入",
  "Margin in the period, of the orders and refunds that it is known of": "该时段毛利，仅计毛利已知的订单与退款",
  "The same in the period before": "对比时段毛利，口径相同",
  "Orders and refunds in the period whose margin is not known": "该时段毛利未知的订单与退款数",

  // cell_rfm
  "One row per scheme of RFM, group and cell with customers in it.": "每行一个 RFM 划分方案、分组与有客户的筛选单元。",
  "All figures add up, see rfm_groups; each scheme holds every customer that is scored, clusters where there are any.":
    "全部数字可相加，见 rfm_groups；每种方案包含全部参评客户，聚类方案以形成聚类为限。",
  "segment, class, decision or cluster; score: the scores for recency and frequency":
    "命名细分（segment）、八类（class）、决策客群（decision）或聚类（cluster）；评分（score）：最近购买与频次评分",
  "Name of the group; of a score the two, as 5-4": "分组名称；评分为两项分值，如 5-4",
  "Sum of R: days since the last order": "R 之和：距最近一单的天数",

  // cell_tiers
  "One row per tier, tier before, movement and profit class that customers of a cell have.": "每行一组筛选单元内客户共有的层级、上期层级、层级迁移与利润类别。",
  "Every customer is in one row, and all figures add up: to value_by_tier, tier_migrations and profit_by_class. Margin and profit are not known of the customers whose profit class says so, and left out of the sums.":
    "每位客户只在一行，全部数字可相加，合计为 value_by_tier、tier_migrations 与 profit_by_class。利润类别注明毛利未知的客户，其毛利与利润不计入合计。",
  "Tier in the current window, or: no purchase, never bought, margin not known":
    "本期层级，或：未购买（no purchase）、从未购买（never bought）、毛利未知（margin not known）",
  "Tier in the prior window, or: no purchase, not yet a customer, margin not known":
    "上期层级，或：未购买（no purchase）、尚非客户（not yet a customer）、毛利未知（margin not known）",
  "up, down, same, new, returned or lapsed, see customer_tiers; NULL where it is none of them":
    "升级（up）、降级（down）、不变（same）、新客户（new）、回归（returned）或不再购买（lapsed），见 customer_tiers；均非时为 NULL",
  "good, marginal or bad, or: margin not known, no purchase and no cost":
    "优质（good）、微利（marginal）或亏损（bad），或：毛利未知（margin not known）、既无购买也无费用（no purchase and no cost）",
  "Margin in the window before, of the customers that it is known of": "上期毛利，仅计毛利已知的客户",
  "Customers whose margin in the window before is not known": "上期毛利未知的客户数",
  "Cost to serve in the current window; NULL where no such cost is supplied": "本期服务成本；未提供此类成本时为 NULL",
  "Margin less cost to serve": "毛利减服务成本",

  // cells
  "One row per cell: a combination of kind, region, tier, segment and owner that some customer has.":
    "每行一个筛选单元：有客户的一种类型、区域、层级、客群与客户经理的组合。",
  "Number of the combination, from 0": "组合编号，从 0 起",
  "Sales region; NULL unless region_kind is value": "销售区域；仅当 region_kind 为 value 时有值，否则为 NULL",
  "value, folded or missing, see customer_cells": "单一取值（value）、合并（folded）或缺失（missing），见 customer_cells",
  "Tier in the current window; NULL where the customers are not ranked": "本期层级；客户未排名时为 NULL",
  "Number of the tier, from 1 at the top": "层级序号，最高为 1",
  "Decision segment of RFM; NULL where the customers are not scored": "RFM 决策客群；客户未参评时为 NULL",
  "Number of the segment among rfm.decisions": "客群在 rfm.decisions 中的序号",
  "Account manager; NULL unless owner_kind is value": "客户经理；仅当 owner_kind 为 value 时有值，否则为 NULL",

  // changes_by_customer_and_period
  "One row per period and customer with an order or refund in it or in the one that it is compared with.":
    "每行一个时段及一位在该时段或对比时段有订单或退款的客户。",
  "The driver says how the customer moved revenue from one to the other, after Fader, Hardie and Ross, The Customer-Base Audit (2022), who compare two periods by the customers active in both, in the first only and in the second only. A customer is active in a period by an order, not by a refund; who dealt with us before the orders on record begin is not new.":
    "驱动因素表示客户如何使收入由对比时段变为该时段，依 Fader、Hardie 与 Ross，《The Customer-Base Audit》（2022）：按两个时段均活跃、仅前者活跃、仅后者活跃的客户对比两个时段。客户以订单而非退款视为活跃；在订单记录开始之前已成交者不是新客户。",
  "new: active now, first deal after the period before; won back: active now, not in the period before, first deal by then; grown, shrunk, unchanged: active in both; lost: active in the period before only; refunded: in neither; NULL where history does not reach back to the period before":
    "新客户（new）：现活跃，对比时段之后首次成交；回流（won back）：现活跃，对比时段不活跃，届时已成交；增购、减购、持平（grown、shrunk、unchanged）：两个时段均活跃；流失（lost）：仅对比时段活跃；仅退货（refunded）：两个时段均不活跃；历史数据未追溯至对比时段时为 NULL",

  // customer_cells
  "One row per customer: what pages can be narrowed by, and the cell of those that have all of it in common.":
    "每行一位客户：可用于筛选页面的属性，以及各项属性均相同的客户所在的筛选单元。",
  "Whatever adds up is summed by cell, so that any choice of customers by these five is a sum over cells. Regions and owners beyond selection.max_values, by customers and then by name, are one value.":
    "可相加的数字按筛选单元汇总，因此按这五项任意筛选客户均为筛选单元之和。按客户数再按名称排列，超出 selection.max_values 的区域与客户经理合为一值。",
  "Number of the combination, from 0, in the order of the five": "组合编号，从 0 起，按五项属性排列",
  "value: of one region; folded: of one of those beyond max_values, which then has no name here; missing: without a region":
    "单一取值（value）：一个区域；合并（folded）：超出 max_values 的区域之一，此处无名称；缺失（missing）：没有区域",
  "Tier in the current window; NULL where the customer is not ranked": "本期层级；客户未排名时为 NULL",
  "Decision segment of RFM; NULL where the customer is not scored": "RFM 决策客群；客户未参评时为 NULL",
  "value: of one account manager; folded: of one of those beyond max_values, who then has no name here; missing: without one":
    "单一取值（value）：一位客户经理；合并（folded）：超出 max_values 的客户经理之一，此处无姓名；缺失（missing）：没有客户经理",

  // periods
  "One row per period that pages can be narrowed to, with the period before that it is compared with; none without orders.":
    "每行一个可用于筛选页面的时段及其对比时段；没有订单时没有任何行。",
  "The window is that of the analyses, with the window before. All others are compared with the same days of the year before. Years and quarters are the latest that orders reach back to; the running ones end at the as-of date.":
    "window 为分析所用的分析期，以上期对比；其他时段与上年同期对比。年度与季度取订单所及的最近若干个；进行中的止于截止日期。",
  "Name of the period in addresses: window, last-3-months, 2025, 2025-Q3": "时段在网址中的名称：window、last-3-months、2025、2025-Q3",
  "window, months (the last three that are over), year or quarter": "分析期（window）、月份（months，最近三个完整月份）、年度（year）或季度（quarter）",
  "Order of the periods on a page: window, months, then years and then quarters, the latest first": "时段在页面上的顺序：分析期、月份，其后年度与季度，近者在前",
  "Last day, the as-of date at the latest": "末日，不晚于截止日期",
  "First day of the period that it is compared with": "对比时段首日",
  "Last day of that": "对比时段末日",
  "Whether the period is over, and history covers it, give or take history_slack_days": "时段是否已结束且为历史数据覆盖（容许 history_slack_days 天）",
  "Whether history reaches back to the period that it is compared with; where not, nothing is known of it": "历史数据是否追溯至对比时段；未追溯时其情况未知",
  "Whether history covers that period, give or take history_slack_days": "历史数据是否覆盖对比时段（容许 history_slack_days 天）",
};
