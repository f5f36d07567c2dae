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
  "The first that holds counts, in this order: it orders and should get no further credit; it should get none; it is seriously overdue; it makes a loss; it bought in the window before and not in this one; its file is poor; and else what its named segment of RFM asks for. Whom nobody is to approach, see customers, nobody asks why the orders stopped, and no segment asks for anything.":
    "依次取首个成立者：应停止授信而仍下单；应停止授信；严重逾期；亏损；上期购买而本期未购买；档案较差；否则按其 RFM 命名细分的对策。不应接触的客户（见 customers）既不询问其停单原因，也不套用细分对策。",
  "What to do next": "下一步行动",
  "Why: no further credit but orders, no further credit, seriously overdue, makes a loss, lost, poor file or segment":
    "原因：停止授信而仍下单（no further credit but orders）、停止授信（no further credit）、严重逾期（seriously overdue）、亏损（makes a loss）、流失（lost）、差档案（poor file）或命名细分（segment）",

  // revenue_by_customer_and_quarter
  "One row per customer and calendar quarter with an order or refund of it in it.": "每行一位客户及一个有其订单或退款的日历季度。",
  "First day of the quarter": "季度首日",
  "Margin; NULL where that of any order is not known": "毛利；任一订单毛利未知时为 NULL",
  "One row per customer and event between it and us, up to the as-of date: states that it came into, contacts, requests, complaints, answers to surveys, orders that came late or left short, returns.": "截止日期前客户与我方之间的每个事件一行：进入的状态、联系、请求、投诉、问卷回答、迟到或短缺的订单、退货。",
  "Its orders and payments stand elsewhere. What a customer wrote is personal and not here. The kind and the number of the event tell two of one day apart.": "订单与付款另见他表。客户所写内容属个人信息，不在此处。同日事件以类型与编号区分。",
  "Day of the event; of a state the month end at which it was first in it; of an order that came late the day it came, that has not come the day it was due, and of one that left short the day it left":
    "事件日期；状态为首次处于该状态的月末；订单迟到为到达日，逾期未到为应到日，未完整发出为发出日",
  "state, contact, request, complaint, answer, failed order or return": "状态（state）、联系（contact）、请求（request）、投诉（complaint）、回答（answer）、未履约订单（failed order）或退货（return）",
  "Number of the event in its input; of a state its day": "事件在其输入中的编号；状态为其日期",
  "State come into, channel of a contact, category of a ticket, reason of a return; late, short, or late and short of an order": "进入的状态、联系渠道、工单类别、退货原因；订单为迟到（late）、短缺（short）或两者（late and short）",
  "State before; NULL where there was none, and for other events": "此前的状态；没有时及其他事件为 NULL",
  "Whether a request or complaint is not resolved; NULL for other events": "请求或投诉是否未解决；其他事件为 NULL",
  "Days late of an order, days that a ticket took to be resolved, or is open; NULL where not known, and for other events": "订单迟到天数、工单解决所用或未解决的天数；不详时及其他事件为 NULL",
  "Answer to recommending us": "推荐意愿的回答",
  "Answer to satisfaction": "满意度的回答",
  "Place among the customer's events, from 1, the newest": "在该客户事件中的位次，从 1（最新）起",
  "One row per customer: the state it is in and since when, how its orders were served in the current window, and what it said of us last.": "每位客户一行：所处状态及起始时间、本期订单的履约情况、最近一次对我方的评价。",
  "A state lasts since the first of the month ends, one after the other up to the as-of date, at which the customer was in it. Its last answer is that of the latest date, of one date that with the greatest number of the form; anonymous answers tell of nobody. Where no order, ticket or answer of any customer tells, nothing is known, which is not 0.": "状态自连续至截止日期的首个月末起。最近回答取日期最晚者，同日取问卷编号最大者；匿名回答不归于任何人。任何客户的订单、工单或回答均无从得知时为不详，而非 0。",
  "State on the as-of date; NULL where no month is on record": "截止日期的状态；没有月份记录时为 NULL",
  "First month end at which it was in it without a break": "连续处于该状态的首个月末",
  "State before that; NULL where there was none": "此前的状态；没有时为 NULL",
  "Orders of the current window that came, or were to come: on time, late or overdue; NULL where it is not known of any customer's": "本期已到或应到的订单：准时、迟到或逾期；所有客户均不详时为 NULL",
  "Those of them that came late or are overdue; NULL likewise": "其中迟到或逾期者；同样情形为 NULL",
  "Orders of the current window that left incomplete; NULL where that is not known of any of them, or of any customer's": "本期未完整发出的订单；其订单均不详，或所有客户均不详时为 NULL",
  "Complaints of the current window; NULL where no ticket of anybody is on record": "本期投诉；没有任何工单记录时为 NULL",
  "Complaints of any time that are not resolved; NULL likewise": "任何时间未解决的投诉；同样情形为 NULL",
  "Date of its last answer; NULL without one": "最近一次回答的日期；没有时为 NULL",
  "What it said to recommending us": "对推荐意愿的回答",
  "How satisfied it said it is": "其表示的满意程度",
  "Day since which it is dissatisfied, see dissatisfactions; NULL where it is not": "开始不满意之日，见 dissatisfactions；并非不满意时为 NULL",
};
