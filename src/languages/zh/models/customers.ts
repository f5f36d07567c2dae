import type { Texts } from "../../../lib/language.js";

/** What the tables of customers say of themselves: grains, notes, meanings and units. */
export const customers: Texts = {
  // customer_memberships
  "One row per customer that is in a group of a kind of which it may be in several: which these are, the groups of each kind sorted and joined by line breaks, which no name holds.":
    "每行一位属于某类分组的客户，同类分组可属多个：列出所属分组，同类分组排序后以换行连接，名称不含换行。",
  "A kind of which it is in none is NULL.": "不属于任何分组的类为 NULL。",
  "Ageing buckets in which it owes anything; credit where some is not used": "有欠款的账龄段；有未使用的贷项时含贷项（credit）",
  "Ratios of the grade that are critical in its latest statement, where that is compared, see ratios": "最近报表参与比较时，评级所用比率中危险者，见 ratios",
  "Ratios of the grade that are weak in it": "其中偏弱的比率",
  "Fields of its file that are missing or wrong": "档案中缺失或有误的字段",
  "Faults of its file, those that are only suspected too, each as \"field: rule\", see customer_file_errors": "档案中的错误，含仅疑似者，各写作 field: rule，见 customer_file_errors",
  "Categories that it ordered from in the current window": "本期订购的品类",
  "Channels of its orders of the current window, where orders have their own, see order_groups": "本期订单的渠道，限订单另有渠道时，见 order_groups",
  "Regions of these orders, likewise": "这些订单的区域，同上",
  "Sales persons of these orders, likewise": "这些订单的销售人员，同上",
  "Products that it ordered in either window, of those whose revenue changed most, see change_by_product": "收入变动最大的产品中，本期或上期订购过的，见 change_by_product",

  // next_steps
  "One row per customer for whom there is something to do: what first.": "每行一位有待办事项的客户：首先应做什么。",
  "The first that holds counts, in this order: it orders and should get no further credit; it should get none; it is seriously overdue; it makes a loss; it bought in the window before and not in this one; its file is poor; and else what its named segment of RFM asks for.":
    "依次取首个成立者：应停止授信而仍下单；应停止授信；严重逾期；亏损；上期购买而本期未购买；档案较差；否则按其 RFM 命名细分的对策。",
  "What to do next": "下一步行动",
  "Why: no further credit but orders, no further credit, seriously overdue, makes a loss, lost, poor file or segment":
    "原因：停止授信而仍下单（no further credit but orders）、停止授信（no further credit）、严重逾期（seriously overdue）、亏损（makes a loss）、流失（lost）、差档案（poor file）或命名细分（segment）",

  // revenue_by_customer_and_quarter
  "One row per customer and calendar quarter with an order or refund of it in it.": "每行一位客户及一个有其订单或退款的日历季度。",
  "First day of the quarter": "季度首日",
  "Margin; NULL where that of any order is not known": "毛利；任一订单毛利未知时为 NULL",
};
