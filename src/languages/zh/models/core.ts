import type { Texts } from "../../../lib/language.js";

/** What the tables of core say of themselves: grains, notes, meanings and units. */
export const core: Texts = {
  // annotations
  "One row per event that explains the bend of a curve, as people of the company noted it down.": "每行一个企业人员记录的、用以解释曲线转折的事件。",
  "Last day of what lasted; NULL for what lasts still, and for what was of a day": "持续事件的末日；仍在持续或仅一日的事件为 NULL",

  // customers
  "One row per customer of the analyses: merged duplicates are one, internal customers are left out.": "每行一位纳入分析的客户：重复档案已合并，不含内部客户。",
  "Sums over orders are NULL for a customer that never ordered, not 0; counts are 0. Orders may not reach back to the first deal: the CRM's date then counts. That a file was opened earlier is no deal. A pseudonym is a hash of the identifier and the project's secret salt: 48 bits of it, so that in a million customers hardly two are alike. The address of a customer's page is another such hash, of 64 bits, and another one under another privacy setting: a link kept from a site with names leads nowhere in one with pseudonyms.":
    "从未下单的客户，订单合计为 NULL 而非 0，计数为 0。订单可能未追溯至首次成交，此时以 CRM 日期为准；仅较早建档不算成交。化名为客户编号与项目密钥盐值的哈希，取 48 位，一百万客户中也难有两者相同。客户页面的地址为另一哈希，取 64 位，且随隐私设置而不同：显示姓名的站点所留链接在化名站点中无效。",
  "Address of the customer's page on the site": "站点上该客户页面的地址",
  "Customer as the site may show it, by the project's privacy setting": "站点可显示的客户名称，依项目隐私设置",
  "consumer, business or distributor": "零售消费（consumer）、企业（business）或分销商（distributor）",
  "Age at the as-of date": "截止日期时的年龄",
  "years": "岁",
  "Its band of composition.age_bands; NULL below the first": "composition.age_bands 中的年龄段；低于第一段时为 NULL",
  "Why nobody is to approach it, by the mark in its file: do not contact, hostile or irrelevant; NULL where nothing is in the way": "依档案标记不应接触的原因：勿联系（do not contact）、敌对（hostile）或无关（irrelevant）；无妨碍时为 NULL",
  "Orders to date": "累计订单数",
  "Revenue to date": "累计收入",
  "Margin to date; NULL where the cost of any order is not known": "累计毛利；任一订单成本未知时为 NULL",
  "Date of the first order": "首单日期",
  "Date of the last order": "最近一单日期",
  "Date of the first deal: of the first order, or before it by the customer's file": "首次成交日期：首单日期，或客户档案中更早的日期",
  "Its year, \"or earlier\" where history begins in it and no file tells more, and where it is the first of the latest composition.max_groups years or lies before them":
    "首次成交年份；若历史数据始于该年且档案无更多信息，或该年为最近 composition.max_groups 年中的第一年或更早，则加注“或更早”（or earlier）",
  "Margin in the current window": "本期毛利",
  "Margin in the window before": "上期毛利",
  "Days from the last order to the as-of date": "最近一单距截止日期的天数",

  // orders
  "One row per order that counts: placed by the as-of date, not cancelled, not by an internal customer.":
    "每行一笔有效订单：截至截止日期下单、未取消、非内部客户。",
  "All figures of revenue, margin and frequency are built on this table. Refunds are rows too, of a transaction log or of returns without an order: they lower revenue, and order_count leaves them out of the number of orders.":
    "收入、毛利与频次的全部数字均以本表为基础。退款也占一行，来自交易流水或未注明订单的退货：冲减收入，但不计入订单数（order_count）。",
  "1 for an order, 0 for a refund": "订单为 1，退款为 0",
  "Worth less returns": "金额减退货",
  "Revenue less the cost of the goods; NULL where that is not known": "收入减货品成本；成本未知时为 NULL",
  "Channel of the order, or that of its customer": "订单渠道，缺省为客户渠道",
  "Sales region of the order, or that of its customer": "订单所属销售区域，缺省为客户区域",
  "Sales person of the order, or the customer's account manager": "订单的销售人员，缺省为客户经理",
  "current: within the window that ends at the as-of date; prior: the window before it; earlier":
    "本期（current）：截至截止日期的分析期；上期（prior）：其前一分析期；更早（earlier）",

  // purchases
  "One row per customer and day with an order: a purchase, as the models of repeat buying count it.": "每行一位客户及一个有订单的日期：即重复购买模型所计的一次购买。",
  "Orders of one day are one purchase, however many. Refunds are no purchases; they lower what the customer brought.": "同日订单不论多少均计一次购买。退款不计为购买，但减少客户带来的金额。",
  "Day of the purchase": "购买日期",
  "Number of the purchase of the customer, from 1": "该客户的第几次购买，从 1 起",
  "Revenue of the orders of the day, less what of them came back": "当日订单收入减其退货",

  // lost_after
  "One row per run with an order: the time without an order after which a customer counts as lost, as it is known on the as-of date, see lost_after_by_month.":
    "每次有订单的运行一行：截止日期时所知的、客户多久未下单即视为流失，见 lost_after_by_month。",
  "A customer without an order for longer than this is lost; NULL where it cannot be found": "超过此天数未下单的客户视为流失；无法得出时为 NULL",
  "The quantile by itself; NULL without a gap": "分位数本身；没有间隔时为 NULL",
  "Gaps between two purchases of a customer that follow each other": "客户相邻两次购买之间的间隔数",
  "gaps": "个间隔",
  "Share of the gaps that are no longer than days; NULL without a gap": "不超过此天数（days）的间隔占比；没有间隔时为 NULL",
  "What days is: setting, quantile, least or most; NULL where it is not known":
    "天数的依据：设置（setting）、分位数（quantile）、最少（least）或最多（most）；未知时为 NULL",

  // lost_after_by_month
  "One row per month end: the time without an order after which a customer counted as lost, as it was known that day.": "每月末一行：当日所知的、客户多久未下单即视为流失。",
  "It is analysis.lost_after_days, or else the quantile of the gaps between a customer's purchases that had ended by then: the shortest that the share analysis.lost_after_share of them does not exceed (nearest rank), kept between the least and the most days of the settings. A purchase is a day on which the customer ordered, however often; refunds are none. Only gaps that had ended count: who bought once has none. Without any gap there is no horizon unless it is set.":
    "取 analysis.lost_after_days；未设定时取当日已结束的客户购买间隔的分位数，即占比 analysis.lost_after_share 的间隔所不超过的最短天数（最近秩），并限制在设置的最少与最多天数之间。客户下单之日即一次购买，不论当日几单；退款不计。仅计已结束的间隔：只购买一次者没有间隔。没有任何间隔且未设定时，没有流失期限。",
  "Last day of the month, or the as-of date": "月末，或截止日期",

  // month_ends
  "One row per month from that of the first purchase to that of the as-of date: the day on which it is looked back from.": "自首次购买之月至截止日期之月，每月一行：回顾所在的日期。",
  "Last day of the month; of the month of the as-of date that date": "月末；截止日期所在月份为截止日期",
  "Whether the whole month is known": "整月是否均已知",

  // interval_quantile
  "One row per run: how far intervals reach that hold what they are for with the chance prediction.confidence.": "每次运行一行：以概率 prediction.confidence 涵盖真值的区间延伸多远。",
  "The chance": "该概率",
  "Quantile of the normal distribution of (1 + confidence) / 2: 1.96 for 0.95": "正态分布的分位数，概率为（1 + confidence）/ 2：0.95 时为 1.96",

  // recorded_window
  "One row per run with a purchase: how much of the current window purchases are on record for.": "有购买的每次运行一行：本期中有购买记录的长度。",
  "What was bought in the window is the pattern of so many days: where records begin within it, it is younger than the window.":
    "本期购买即为如此多日子的购买行为；记录始于本期之内时，短于本期。",
  "Days of the window since the first purchase of any, that day and the as-of date among them": "本期中自首次购买（任何客户）以来的天数，含该日与截止日期",
  "no more than the window has": "不多于本期天数",
};
