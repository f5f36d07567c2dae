import type { Texts } from "../../../lib/language.js";

/** What the tables of customers say of themselves: grains, notes, meanings and units. */
export const customers: Texts = {
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
