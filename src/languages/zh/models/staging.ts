import type { Texts } from "../../../lib/language.js";

/** What the tables of staging say of themselves: grains, notes, meanings and units. */
export const staging: Texts = {
  // stg_actions
  "One row per action taken for a goal that was decided on by the as-of date, or on a day that is not known.": "每行一项为目标采取的措施，于截止日期前商定，或商定日期不详。",
  "What was done after that date is still open.": "截止日期之后完成的视为尚未完成。",
  "Name of the goal it is for": "所针对的目标名称",
  "What is to be done": "要做什么",
  "Day it was done or dropped, by the as-of date": "截至截止日期完成或放弃的日期",
  "open, done or dropped, as it was on the as-of date": "截止日期当日的状态：未完成（open）、已完成（done）或已放弃（dropped）",
  "Status as it was written down; NULL without one": "填写的状态；未填时为 NULL",
  "What came of it; NULL while it is open": "成效；未完成时为 NULL",
  "File and line of the action": "措施所在的文件与行号",

  // stg_annotations
  "One row per event that bends a curve, known by the as-of date.": "每行一个影响曲线走势、截至截止日期已知的事件。",
  "What lasts beyond that date has no end yet.": "持续到该日之后的事件视为尚无结束日期。",
  "Last day of what lasted, up to the as-of date": "持续事件的末日，不晚于截止日期",
  "What happened": "事件内容",
  "Sales region it concerns; NULL for all": "涉及的销售区域；全部区域时为 NULL",

  // stg_campaign_responses
  "One row per answer to a campaign up to the as-of date.": "每行一次截至截止日期的营销响应。",
  "Number of the answer, by content": "响应的序号，按内容排列",
  "Customer that answered, merged duplicates as one": "响应客户，已合并重复档案",
  "What the answer was: opened, responded, converted, opted_out": "响应内容：打开（opened）、回应（responded）、转化（converted）、退订（opted_out）",

  // stg_campaigns
  "One row per campaign that began by the as-of date.": "每行一次截至截止日期已开始的营销活动。",
  "Campaign": "营销活动",
  "What it cost in all, at the first day's rate": "活动总成本，按首日汇率折算",
  "reporting currency": "报告货币",
  "persons": "人",

  // stg_costs
  "One row per cost booked up to the as-of date, in the reporting currency at that day's rate.": "每行一笔截至截止日期入账的成本，按当日汇率折算为报告货币。",
  "Number of the cost, by content": "成本的序号，按内容排列",
  "acquisition, service or retention": "获客（acquisition）、服务（service）或维系（retention）",
  "Customer it was spent on, merged duplicates as one": "所涉客户，已合并重复档案",

  // stg_customer_ids
  "One row per customer identifier that occurs in the input.": "每行一个在输入数据中出现的客户编号。",
  "Duplicates that the company has merged point to the customer that remains, over any number of steps; identifiers merged in a circle remain by themselves.":
    "企业已合并的重复档案，无论经过几步，均指向最终保留的客户；互相循环合并的编号各自保留。",
  "Identifier as it occurs in the input": "输入数据中的编号",
  "Customer that its records count for": "其记录所计入的客户",

  // stg_customers
  "One row per customer.": "每行一位客户。",
  "Merged duplicates are left out: their records count for the customer that remains. A customer that only occurs in orders or transactions has a row with nothing but its identifier.":
    "不含已合并的重复档案，其记录计入保留的客户。仅在订单或交易流水中出现的客户也有一行，只含编号。",
  "Kind of customer: consumer, business, distributor, internal": "客户类型：零售消费（consumer）、企业（business）、分销商（distributor）、内部（internal）",
  "How the customer was first won": "最初获客方式",
  "Why it no longer buys, as the sales force noted it": "不再购买的原因，由销售人员注明",
  "Date the file was last confirmed": "档案最近核实日期",
  "Position in its industry": "行业地位",
  "Size class": "规模等级",
  "days": "天",
  "Credit limit granted, at the as-of date's rate": "授予的信用额度，按截止日期的汇率折算",
  "Whether new credit is granted: open, review, hold": "是否授予新信用：正常（open）、复核（review）、冻结（hold）",
  "Date of the first deal by the CRM": "CRM 记录的首次成交日期",
  "Date of the last deal by the CRM": "CRM 记录的最近成交日期",
  "Customer it should be merged into but is not: unknown, itself, or merged in a circle": "应并入而未并入的客户：目标未知、指向自身或循环合并",
  "Whether the customer file knows the customer": "客户档案中是否有该客户",

  // stg_exchange_rates
  "One row per currency and period in which one rate holds.": "每行一种货币及一个汇率的适用期间。",
  "The reporting currency stands in it with the rate 1, so that every amount is converted by the same join.":
    "报告货币也列入其中，汇率为 1，因此所有金额均以同一方式折算。",
  "First day it holds no longer": "汇率失效首日",
  "Reporting currency for one unit of the currency": "一单位该货币折合的报告货币",

  // stg_financials
  "One row per statement: a business client, a period (its last day and its length), a publication.":
    "每行一份报表：一家企业客户、一个期间（以期末日与月数区分）、一次发布。",
  "Amounts stay in the statement's own currency, for ratios need no conversion and a balance sheet knows no single rate.":
    "金额保留报表货币：财务比率无需折算，资产负债表也没有单一适用的汇率。",
  "Business client, merged duplicates as one": "企业客户，已合并重复档案",
  "Date of publication; the period's end where absent": "发布日期；缺省为期末日",
  "Length of the period": "期间长度",
  "months": "个月",
  "Currency of the statement": "报表货币",
  "statement currency": "报表货币",
  "Gross profit": "毛利",
  "Earnings before interest and tax": "息税前利润",
  "Interest paid on debt": "债务利息",

  // stg_interactions
  "One row per contact with a customer up to the as-of date.": "每行一次截至截止日期的客户联系。",
  "Contact": "客户联系",
  "Customer, merged duplicates as one": "客户，已合并重复档案",
  "Who sought the contact: inbound for the customer, outbound for the company": "发起联系的一方：inbound 为客户，outbound 为我方",

  // stg_invoices
  "One row per invoice, at the invoice date's rate.": "每行一张发票，按开票日汇率折算。",
  "What was paid after the as-of date is not paid yet.": "截止日期之后支付的款项视为尚未支付。",
  "Invoice": "发票",
  "Customer billed, merged duplicates as one": "开票客户，已合并重复档案",
  "Date of the last payment up to the as-of date": "截至截止日期的最近付款日期",
  "Paid up to the as-of date": "截至截止日期的已付金额",
  "Still owed; negative for credit not used": "尚欠金额；未使用的贷项为负",

  // stg_leads
  "One row per lead recorded by the as-of date.": "每行一条截至截止日期登记的线索。",
  "One that was won or lost after it is still open.": "此后赢单或丢单的线索视为仍在跟进。",
  "Lead": "线索",
  "Date it was won or lost, up to the as-of date": "赢单或丢单日期，不晚于截止日期",
  "Where it stands: open, won, lost": "当前状态：跟进中（open）、赢单（won）、丢单（lost）",
  "Whether it can pay": "是否有支付能力",
  "Whether the contact can decide": "联系人是否有决定权",
  "Whether it needs the product": "是否有产品需求",
  "Worth expected if it is won, at the rate of the day it was recorded": "赢单预期金额，按登记日汇率折算",
  "Customer it became, merged duplicates as one": "转化为的客户，已合并重复档案",

  // stg_order_lines
  "One row per line of an order, in the reporting currency at the order date's rate.": "每行一条订单明细，按下单日汇率折算为报告货币。",
  "A line is worth its amount, or quantity x unit price x (1 - discount); a price or cost that is absent is the product's list price or unit cost. Lines have no identity in many exports, so they are numbered here within their order, by content.":
    "明细金额取其金额，或数量 × 单价 ×（1 − 折扣率）；缺少的单价或成本取产品标价或单位成本。许多导出文件的明细没有编号，因此在此按内容在订单内编号。",
  "Position within the order, by content": "订单内的行号，按内容排列",
  "Category of the product": "产品类别",
  "units": "件",
  "Cost of the goods; NULL where it is not known": "货品成本；未知时为 NULL",

  // stg_orders
  "One row per order, in the reporting currency at the order date's rate.": "每行一笔订单，按下单日汇率折算为报告货币。",
  "From a transaction log each row is an order, and a negative one a refund: it lowers revenue and is no order. Returns that name their order are taken off it, with the cost of the goods in proportion, for they go back into stock. Other returns of a known customer are refunds of their own, on the day of the return, with the cost by the product's unit cost. Cancelled orders are here and count nowhere.":
    "交易流水的每一行为一笔订单；负数行为退款，冲减收入但不计为订单。注明订单的退货从该订单中扣除，货品成本按比例扣除，因为货品退回库存。已知客户的其他退货自成一笔退款，记在退货当日，成本取产品单位成本。已取消的订单列于此处，但不计入任何数字。",
  "Order": "订单",
  "Input that it comes from: orders, transactions or returns": "来源输入：订单（orders）、交易流水（transactions）或退货（returns）",
  "Customer that ordered, merged duplicates as one": "下单客户，已合并重复档案",
  "completed, open or cancelled": "已完成（completed）、未完成（open）或已取消（cancelled）",
  "Sales region of the order": "订单所属销售区域",
  "Campaign that led to it": "促成订单的营销活动",
  "Worth of the order as placed": "下单时的订单金额",
  "Worth of what came back by the as-of date": "截至截止日期的退货金额",
  "Amount less what came back": "订单金额减退货金额",
  "Cost of the goods that stayed sold; NULL where it is not known": "未退回货品的成本；未知时为 NULL",
  "Money given back, no order: a negative transaction, or a return without an order": "属于退款而非订单：负数交易，或未注明订单的退货",
  "Currency the order was placed in": "下单货币",
  "Date it left": "发货日期",
  "Date it arrived": "送达日期",

  // stg_products
  "One row per product.": "每行一种产品。",
  "Price and cost are converted at the as-of date's rate: they are today's list.": "价格与成本按截止日期的汇率折算，即当前价目。",

  // stg_returns
  "One row per return.": "每行一笔退货。",
  "A return without an amount is worth what its goods were sold for: the whole order if it names no product and no quantity, else the order's lines of the product (all lines if it names none), for the units that came back. Goods that no line of the order shows are worth their list price; NULL where that is not known either, which the check returns_without_worth counts.":
    "无金额的退货按货品售价计：未注明产品和数量时为整单，否则取订单中该产品（未注明产品则取全部）明细，按退回数量计算。订单明细中没有的货品按标价计；标价亦未知时为 NULL，由校验 returns_without_worth 统计。",
  "Number of the return, by content": "退货的序号，按内容排列",
  "Order the goods belonged to": "退货所属订单",
  "Customer that returned them": "退货客户",
  "Worth credited": "退款金额",
  "What stg_orders takes the worth off: order; customer, on the day of the return, where no known order is named; NULL where neither is known, or no worth":
    "stg_orders 冲减的对象：订单（order）；未注明已知订单时为客户（customer），记在退货当日；两者均未知或无金额时为 NULL",

  // stg_surveys
  "One row per survey, but for those sent after the as-of date.": "每行一份问卷，不含截止日期之后发出的问卷。",
  "An answer that came after it has not come yet.": "此后的作答视为尚未作答。",
  "Survey form": "问卷编号",
  "Customer asked, merged duplicates as one; NULL for an anonymous answer": "受访客户，已合并重复档案；匿名作答时为 NULL",
  "Date of the answer; NULL where none came": "作答日期；未作答时为 NULL",
  "0 to 10": "0 至 10",
  "1 to 5": "1 至 5",

  // stg_targets
  "One row per goal and period, those to come included.": "每行一个目标与期间，含未来期间。",
  "A metric may be written as people write it: \"Margin rate\" is margin_rate.": "指标可按习惯书写：“Margin rate”即 margin_rate。",
  "Figure it is measured by": "衡量指标",

  // stg_tickets
  "One row per service request or complaint that came in by the as-of date.": "每行一次截至截止日期受理的服务请求或投诉。",
  "What happened after it has not happened yet.": "此后发生的事项视为尚未发生。",
  "Request": "服务请求",
  "request or complaint": "请求（request）或投诉（complaint）",
  "UTC": "UTC",
  "When it was resolved": "解决时间",

  // stg_judgements
  "One row per judgement of an expert on two measures of RFM, as it was written down.": "每行一位专家对 RFM 两项指标的一次判断，照原样记录。",
  "A judgement is a number such as 3 or 2.5, or a fraction such as 1/3; decimals of a reciprocal, such as 0.33 or 0.14, stand for it. What is neither has no value.": "判断为数值（如 3 或 2.5）或分数（如 1/3）；倒数的小数写法（如 0.33 或 0.14）视为该倒数。两者皆非则无值。",
  "File and line of the judgement": "判断所在的文件与行",
  "File of the judgement": "判断所在的文件",
  "Measure that is judged, in lower case": "被判断的指标，小写",
  "Measure that it is compared with, in lower case": "与之比较的指标，小写",
  "The judgement as it is written": "判断的原文",
  "How many times as important the one is as the other; NULL where it is no number": "前者重要程度为后者的倍数；不是数字时为 NULL",

  // stg_account_managers, stg_commission_rates
  "One row per account manager on the list of the sales force, those who left or are to leave included.": "每行销售团队名单上的一位客户经理，含已离职与将离职者。",
  "Account manager, as customers, orders and leads name them": "客户经理，与客户、订单、线索中的写法一致",
  "Name to show": "显示名称",
  "Who leads the team": "团队负责人",
  "First day in the sales force": "加入销售团队的首日",
  "Last day in it; a day after the as-of date where notice has been given": "在职最后一日；已提出离职时为截止日期之后的日期",
  "One row per commission rate and day from which it holds, as it was written down.": "每行一项提成比例及其生效日，照原样记录。",
  "File and line of the rate": "比例所在的文件与行",
  "Account manager whom it is for; NULL for all": "适用的客户经理；适用全体时为 NULL",
  "Team that it is for; NULL for all": "适用的团队；适用全体时为 NULL",
  "Channel of the orders that it is for; NULL for all": "适用订单的渠道；适用全部时为 NULL",
  "Share of the base that is paid": "按基数支付的比例",
  "What it is a share of: revenue or margin": "计提基数：收入（revenue）或毛利（margin）",
  "First day of the orders that it is for; NULL where it always held": "适用订单的首日；一直有效时为 NULL",
};
