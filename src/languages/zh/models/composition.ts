import type { Texts } from "../../../lib/language.js";

/** What the tables of composition say of themselves: grains, notes, meanings and units. */
export const composition: Texts = {
  // change_by_customer
  "One row per customer with orders or refunds in the current window or the one before; none where the one before is not recorded, see revenue_totals.":
    "每行一位本期或上期有订单或退款的客户；上期无记录时没有任何行，见 revenue_totals。",
  "The driver says how the customer moved revenue from one window to the other, see changes_by_customer_and_period.":
    "驱动因素表示客户如何使收入由上期变为本期，见 changes_by_customer_and_period。",
  "Customer as the site may show it": "站点可显示的客户名称",
  "new: active now, first deal in this window; won back: active now, not in the window before, first deal before it; grown, shrunk, unchanged: active in both; lost: active in the window before only; refunded: in neither":
    "新客户（new）：本期活跃，且本期首次成交；回流（won back）：本期活跃，上期不活跃，此前已成交；增购、减购、持平（grown、shrunk、unchanged）：两期均活跃；流失（lost）：仅上期活跃；仅退货（refunded）：两期均不活跃",
  "Orders in the current window": "本期订单数",
  "Orders in the window before": "上期订单数",
  "Revenue in the current window": "本期收入",
  "Revenue in the window before": "上期收入",
  "Revenue less that of the window before": "收入减上期收入",
  "up or down; NULL without a change": "增长（up）或下降（down）；无变动时为 NULL",
  "Place among the customers of that direction, the largest change first, from 1; of equal ones the lower identifier comes first; NULL without a change":
    "在该方向客户中的位次，变动最大者为 1；数值相同者编号较小者在前；无变动时为 NULL",

  // change_by_driver
  "One row per driver of the change in revenue, all seven of them, or none where the window before is not recorded.":
    "每行一个收入变动的驱动因素，共七个；上期无记录时没有任何行。",
  "The changes add up to the change in revenue exactly. Where history begins shortly before the window before, customers won back may pass for new, unless their files tell when they first dealt.":
    "各项变动之和恰等于收入变动。若历史数据始于上期之前不久，回流客户可能被视为新客户，除非档案注明首次成交日期。",
  "How its customers moved revenue, see change_by_customer": "该类客户影响收入的方式，见 change_by_customer",
  "Order of the drivers on a page": "驱动因素在页面上的顺序",
  "Customers of the driver": "该驱动因素的客户数",
  "Change by all revenue of the window before; adds up to the rate of change": "变动除以上期全部收入；相加即为增长率",

  // change_by_effect
  "One row per effect that moved revenue from the window before to the current one; none unless both windows have order lines.":
    "每行一个使收入由上期变为本期的影响因素；两期均有订单明细时才有。",
  "The effects add up to the change in revenue exactly. What lines do not explain stands apart: lines without a product or a quantity, and what orders bring or lose beyond their lines (returns, discounts and charges on the whole order, orders without lines). The larger that is, the less the other effects tell.":
    "各因素之和恰等于收入变动。明细不能解释的部分单列：缺少产品或数量的明细，以及订单在明细之外的增减（退货、整单折扣或附加费、无明细的订单）。该部分越大，其他因素的解释力越弱。",
  "volume, mix, price: see change_by_product; new products; discontinued products; unpriced lines; beyond lines":
    "销量（volume）、结构（mix）、价格（price），见 change_by_product；新产品（new products）；停售产品（discontinued products）；无单价明细（unpriced lines）；明细之外（beyond lines）",
  "Order of the effects on a page": "影响因素在页面上的顺序",
  "Change in revenue by it": "该因素引起的收入变动",

  // change_apart_from_product
  "One row per product that alone hides how the others moved, at most one: revenue moved most by it in the direction of the whole, and by more than the whole, so that apart from it revenue went the other way.":
    "每行一种独自掩盖其他产品走向的产品，至多一行：它在总收入变动方向上变动最大，且超过总变动，因此除它之外收入走向相反。",
  "None where the window before is not recorded in full.": "上期记录不完整时没有任何行。",
  "Change of its revenue": "该产品的收入变动",
  "Change of all other revenue": "其余全部收入的变动",

  // change_by_product
  "One row per product on a line of an order of the current window or the one before; none unless both windows have lines.":
    "每行一种在本期或上期订单明细中出现的产品；两期均有明细时才有。",
  "For products sold in both, the change in what their lines are worth is divided by the variances of cost accounting, with the window before in place of the budget (Horngren, Datar and Rajan, Cost Accounting, on sales mix and quantity): volume = revenue before x (units now of the category / units before of the category - 1) mix    = revenue before x (units now / units before - units now of the category / units before of the category) price  = revenue now - revenue before x units now / units before The three add up exactly. Units are added within a category only, where products stand in for each other: a bottle sold more is no bicycle. Price is net of discounts, and at the rate of exchange of the order's day.":
    "两期均销售的产品，其明细金额变动按成本会计的差异分析拆分，以上期代替预算（Horngren、Datar 与 Rajan，《Cost Accounting》，销售结构与数量差异）：销量影响 = 上期收入 ×（本期品类数量 ÷ 上期品类数量 − 1）；结构影响 = 上期收入 ×（本期数量 ÷ 上期数量 − 本期品类数量 ÷ 上期品类数量）；价格影响 = 本期收入 − 上期收入 × 本期数量 ÷ 上期数量。三者之和恰等于变动。数量仅在同一品类内相加，因为品类内产品可相互替代：多卖一瓶酒不等于多卖一辆自行车。价格为折后价，按下单日汇率折算。",
  "continuing: sold in both windows; new: not sold in the window before; discontinued: not sold in the current one; unpriced: sold in both, but without a quantity in one":
    "持续（continuing）：两期均销售；新产品（new）：上期未销售；停售（discontinued）：本期未销售；无单价（unpriced）：两期均销售，但其中一期缺少数量",
  "Product as lists show it: its name, with the identifier where others have the same; else the identifier": "名单上显示的产品：名称，与其他产品重名时附编号；无名称时为编号",
  "Customers who ordered it in either window": "本期或上期订购该产品的客户数",
  "Place among the products of its direction, the largest change first, from 1; of equal ones the lower identifier comes first; NULL without a change":
    "在同方向产品中的位次，变动最大者为 1；相同者取编号较小者；无变动时为 NULL",
  "Units sold in the current window": "本期销售数量",
  "Units sold in the window before": "上期销售数量",
  "Worth of its lines in the current window, before returns": "本期明细金额，未扣退货",
  "Worth of its lines in the window before, before returns": "上期明细金额，未扣退货",
  "Difference of the two": "两者之差",
  "Change from more or fewer units of the continuing products of the category; NULL for others": "同品类持续产品数量增减引起的变动；其他产品为 NULL",
  "Change from its part of those units; NULL for others": "在其中占比变化引起的变动；其他产品为 NULL",
  "Change from its price; NULL for others": "价格引起的变动；其他产品为 NULL",

  // customer_groups
  "One row per dimension of customers and customer: the value that the customer has.": "每行一个客户维度与一位客户：该客户的取值。",
  "A dimension that no customer has a value for is left out. Towns of one name are one value. The year is that of the first deal, see customers. The tier is that of the current window, so that its customers were chosen by what they bought in it.":
    "没有任何客户有取值的维度不列。同名城镇视为同一取值。年份为首次成交年份，见 customers。层级为本期层级，因此其客户由本期购买决定。",
  "What customers are divided by": "客户的划分维度",
  "Value that the customer has; the missing_name of dimensions where it has none": "客户的取值；没有时为 dimensions 的 missing_name",
  "Whether it has one, even if that is called unknown": "客户是否有取值，即使名为未知",

  // customer_shares
  "One row per window and customer with an order or refund in it: the customer's share of all transactions, and rank.":
    "每行一个分析期及一位期内有订单或退款的客户：该客户在全部交易中的占比与排名。",
  "Shares of revenue are those of all measures of concentration, see revenue_concentration: of the revenue of the customers whose revenue is positive, for these alone.":
    "收入占比口径与全部集中度指标一致，见 revenue_concentration：以收入为正的客户的收入为基数，且仅对这些客户计算。",
  "current or prior window": "本期（current）或上期（prior）",
  "Orders in the window": "分析期内订单数",
  "Revenue in the window": "分析期内收入",
  "Orders by all orders of the window": "订单数占分析期全部订单的比例",
  "Positive revenue by all positive revenue of the window; NULL for revenue of 0 or less": "正收入占分析期全部正收入的比例；收入为零或负时为 NULL",
  "Rank by revenue, from 1; equal customers share a rank": "按收入排名，从 1 起；数值相同者名次相同",
  "Share of the customers down to this rank, equal ones together": "至该名次为止的累计客户占比，数值相同者一并计入",
  "Place among those with positive revenue; equal ones by identifier. For sums only, which do not depend on it":
    "在收入为正的客户中的位次；数值相同者按编号排列。仅供累计，结果不受其影响",
  "Revenue of the customers down to this position": "至该位次为止的客户累计收入",

  // dimensions
  "One row per dimension that customers, orders or order lines are divided by, as composition.dimensions of the settings names it.":
    "每行一个划分客户、订单或订单明细的维度，依设置 composition.dimensions。",
  "What holds of one dimension alone is said here; which field has its values, in customer_groups and order_groups.":
    "各维度特有的规则在此规定；取值来自哪个字段，见 customer_groups 与 order_groups。",
  "What is divided": "划分维度",
  "Name of the dimension": "维度名称",
  "Order of the dimensions on a page": "维度在页面上的顺序",
  "customer: groups add up to all customers, orders and revenue; order: to orders and revenue; line: to revenue":
    "客户（customer）：各组之和为全部客户、订单与收入；订单（order）：各组之和为全部订单与收入；明细（line）：各组之和为全部收入",
  "What the group of those without a value is called": "无取值者分组的名称",
  "Whether its smaller groups are folded into one; age bands, tiers and years all stand by themselves": "较小的分组是否合并为一组；年龄段、层级与年份均单列",
  "Whether its groups always move: customers come into years of first order over the year, and are chosen for a tier by what they buy now":
    "其分组是否必然变动：首单年份的客户随年内陆续增加，层级的客户依当前购买划定",
  "Whether its values are personal: shown of all customers together alone, for of few they would tell of each":
    "取值是否属个人信息：仅就全部客户合计列示，因客户少时会透露个人情况",

  // group_dimensions
  "One row per dimension: what its groups say first.": "每行一个维度：其分组首先说明什么。",
  "Only groups of one value are looked at, not what is missing or folded; equal ones go by name. No group of a dimension whose groups always move, see dimensions, is named for it.":
    "仅考察有单一取值的分组，不含缺失与合并的分组；数值相同者按名称排列。分组必然变动的维度不据以指出变动最大的分组，见 dimensions。",
  "customer, order or line, see revenue_by_group": "客户（customer）、订单（order）或明细（line），见 revenue_by_group",
  "Groups of one value shown": "单一取值的分组数",
  "groups": "个分组",
  "Customers with a value by all customers; for orders and lines, the same of revenue": "有取值的客户占全部客户的比例；订单与明细维度为收入的相应比例",
  "Revenue of the groups with values by all revenue; NULL where that is not positive, or would tell what is withheld":
    "有取值分组的收入占全部收入的比例；全部收入不为正或会透露隐去内容时为 NULL",
  "Whether the revenue of groups with values is less than composition.sparse_share of all": "有取值分组的收入占比是否低于 composition.sparse_share",
  "Group with the most revenue; by customers where nobody ordered": "收入最高的分组；均未下单时取客户最多者",
  "Its share of revenue": "其收入占比",
  "Its share of customers": "其客户占比",
  "Its share of the revenue of the groups with values": "其占有取值分组收入的比例",
  "Its share of the customers that have a value": "其占有取值客户的比例",
  "Its share of revenue less that of the window before": "其收入占比减上期占比",
  "Group whose revenue rose most; NULL where none did or the window before is not recorded in full": "收入增长最多的分组；无增长或上期记录不完整时为 NULL",
  "By how much": "增长金额",
  "Its rate of change": "其变动率",
  "Group whose revenue fell most; NULL where none did or the window before is not recorded in full": "收入下降最多的分组；无下降或上期记录不完整时为 NULL",
  "Group whose share of revenue changed most, either way; NULL where none did or there is nothing to compare with":
    "收入占比变动最大的分组，不论升降；无变动或无可比数据时为 NULL",
  "Its share of revenue in the window before": "其上期收入占比",
  "Rank by how much the dimension tells, from 1: by the change of its mover's share; where there is none, by the widest gap between a group's share of customers and of revenue. Years and tiers come after the others, and dimensions of one group last":
    "按维度说明力排名，从 1 起：依占比变动最大分组的变动；若无，则依分组的客户占比与收入占比的最大差距。年份与层级排在其他维度之后，仅有一个分组的维度排在最后",

  // group_values
  "One row per dimension and value that customers or orders have: the group that it is shown in.": "每行一个维度与客户或订单的一个取值：该取值所列入的分组。",
  "Values beyond max_groups, by the larger of their revenue now and before, are folded into one group, unless dimensions says otherwise; of equal ones those with more customers or orders come first, then those first by name. A personal value of few consumers would tell of each: it is folded too, and with it as many more, the smallest first, as it takes that the fold tells of nobody.":
    "按本期与上期收入较大者排列，超出 max_groups 的取值合并为一组，除非 dimensions 另有规定；收入相同者依次按客户数或订单数、名称排列。消费者很少的个人属性取值会暴露其中每一位：此类取值也并入合并组，并由小到大并入更多取值，直至合并组不再暴露任何人。",
  "Value, or the missing_name of dimensions for those without one": "取值；没有取值者为 dimensions 的 missing_name",
  "Whether it is a value, even if that is called unknown": "是否为真实取值，即使名为未知",
  "Value of the group; other, unknown, no order yet or no tier where the kind says so":
    "分组取值；按类型另有其他（other）、未知（unknown）、尚未下单（no order yet）或无层级（no tier）",
  "value: of one value, even of one called other; folded: the smaller ones together; missing: without a value":
    "单一取值（value），即使名为其他；合并（folded）：较小的分组合计；缺失（missing）：无取值",

  // lorenz_points
  "One row per window and point of the Lorenz curve: what share of revenue the smallest customers bring together, by the definition of revenue_concentration.":
    "每行一个分析期及洛伦兹曲线上的一点：由小到大累计的客户贡献多少收入，口径见 revenue_concentration。",
  "Points lie on the curve, none is interpolated: at each customer where there are no more of them than steps, else at evenly spaced ones, rounded down, so that each is the other side of a top share.":
    "各点均在曲线上，不作插值：客户数不多于步数时逐户取点，否则等距取点并向下取整，使每一点恰与一个头部占比互补。",
  "Smallest customers taken together": "由小到大累计的客户数",
  "Those by all customers with positive revenue; from 0 to 1": "其占全部收入为正客户的比例；从 0 到 1",
  "Their share of revenue; from 0 to 1": "其收入占比；从 0 到 1",

  // order_categories
  "One row per order and product category in it.": "每行一笔订单及其中一个产品品类。",
  "The order's revenue, which is net of returns and may differ from the sum of its lines, is divided among its categories by the worth of their lines, and its cost by theirs. The parts are differences of rounded running sums, so that they add up to the order exactly. An order without lines, or with lines worth nothing, has no category, as products may have none.":
    "订单收入已扣退货，可能不等于明细之和；按各品类明细金额分摊至品类，成本按明细成本分摊。各部分为舍入后累计数之差，因此合计恰等于订单。无明细或明细金额为零的订单没有品类，产品也可能没有品类。",
  "Category of the products; unknown where they have none": "产品品类；没有时为未知",
  "Whether they have one, even if it is called unknown": "产品是否有品类，即使名为未知",
  "current, prior or earlier, as the order's": "本期（current）、上期（prior）或更早（earlier），与订单一致",
  "1 for an order, 0 for a refund; the order counts in each of its categories": "订单为 1，退款为 0；订单在其每个品类中各计一次",
  "Part of the order's revenue": "所分摊的订单收入",
  "Part of the revenue less part of the cost; NULL where either is not known": "所分摊的收入减所分摊的成本；任一未知时为 NULL",

  // order_groups
  "One row per dimension of orders or order lines, value, customer and window: what the customer ordered of it.":
    "每行一个订单或订单明细维度、取值、客户与分析期：该客户所下的此类订单。",
  "A dimension of orders is left out where fewer orders than differing_orders_rate of the settings say anything else than their customers, for then the dimension of customers shows it.":
    "若与客户取值不同的订单占比低于设置 differing_orders_rate，则不列该订单维度，因为客户维度已能反映。",
  "What orders or their lines are divided by": "订单或明细的划分维度",
  "Value that the orders or lines have; the missing_name of dimensions where they have none, as orders without lines have no product category":
    "订单或明细的取值；没有时为 dimensions 的 missing_name，如无明细的订单没有产品品类",
  "Whether they have one, even if that is called unknown": "订单或明细是否有取值，即使名为未知",
  "Orders; an order counts in each of its product categories": "订单数；订单在其每个产品品类中各计一次",
  "Margin of the orders and refunds that it is known of; NULL where it is known of none": "毛利已知的订单与退款的毛利；均未知时为 NULL",
  "Orders and refunds whose margin is not known": "毛利未知的订单与退款数",

  // revenue_by_group
  "One row per dimension and group: who the customers are and what they bring, now and in the window before.":
    "每行一个维度与分组：本期与上期有哪些客户，贡献多少。",
  "Figures of a window that is not recorded are NULL, see revenue_totals; a group without orders in a recorded one has 0. Internal customers stand in one row of the dimension kind that is not counted: no total or share includes them. Figures of personal dimensions are rounded and those of few consumers withheld, see personal_rounding and withheld_groups: what that takes from the groups stands in a row of its own, so that the groups still add up.":
    "无记录的分析期，数字为 NULL，见 revenue_totals；有记录的分析期内没有订单的分组为 0。内部客户在客户类型（kind）维度中占一行，不计入任何合计与占比。个人维度的数字经过取整，人数过少的予以隐去，见 personal_rounding 与 withheld_groups；由此从各分组扣除的部分单列一行，使各分组之和仍等于合计。",
  "Value of the group; other, unknown, no order yet, no tier, withheld or internal where the kind says so":
    "分组取值；按类型另有其他（other）、未知（unknown）、尚未下单（no order yet）、无层级（no tier）、隐去（withheld）或内部（internal）",
  "value: of one value, even of one called other; folded: those beyond max_groups together; missing: without a value; withheld: what is withheld of the others, and rounding; internal: internal customers, in no total":
    "单一取值（value），即使名为其他；合并（folded）：超出 max_groups 的分组合计；缺失（missing）：无取值；隐去（withheld）：其他分组隐去的部分与取整差额；内部（internal）：内部客户，不计入合计",
  "Order of the groups on a page: by age, tier or year (the last first) where that is the dimension, else by revenue; folded, missing and withheld last":
    "分组在页面上的顺序：年龄、层级或年份（近者在前）维度按其本身，其他按收入；合并、缺失与隐去的分组在最后",
  "Customers in the file; NULL for dimensions of orders, which divide no customers": "在册客户数；订单维度不划分客户，为 NULL",
  "Customers by all customers": "占全部客户的比例",
  "Customers by all that have a value, folded ones too; NULL for the others": "占有取值客户的比例，含合并的分组；其他分组为 NULL",
  "Customers with an order in the current window": "本期有订单的客户数",
  "Buying customers by all that bought; for dimensions of orders these overlap and add up to more than 1":
    "购买客户占全部购买客户的比例；订单维度的客户有重叠，合计大于 1",
  "Customers with an order in the window before": "上期有订单的客户数",
  "Revenue by all revenue; NULL where that is not positive": "收入占全部收入的比例；全部收入不为正时为 NULL",
  "Revenue by that of all groups with values; NULL for the others, where that is not positive, and where it would tell what is withheld of those without a value":
    "收入占有取值分组收入的比例；其他分组、该收入不为正，或会透露无取值者隐去的数字时为 NULL",
  "Share of revenue in the window before": "上期收入占比",
  "Share of revenue less that of the window before; NULL where that one is not recorded in full": "收入占比减上期占比；上期记录不完整时为 NULL",
  "Margin in the current window; NULL where that of any order is not known": "本期毛利；任一订单毛利未知时为 NULL",
  "Margin in the window before; NULL where that of any order is not known": "上期毛利；任一订单毛利未知时为 NULL",
  "Margin by revenue; NULL where revenue is not positive": "毛利除以收入；收入不为正时为 NULL",
  "Margin by revenue; NULL where revenue is not positive; of personal dimensions in whole percent": "毛利除以收入；收入不为正时为 NULL；个人维度取整到百分之一",
  "The same in the window before": "上期毛利率，口径相同",
  "Revenue by orders": "收入除以订单数",
  "Change by revenue of the window before": "变动除以上期收入",
  "Why there is no rate of change": "没有变动率的原因",
  "Change by all revenue of the window before; adds up to the rate of change of all": "变动除以上期全部收入；相加即为总变动率",

  // revenue_by_group_and_driver
  "One row per dimension of customers, group and driver of change.": "每行一个客户维度、分组与变动驱动因素。",
  "Each customer stands in one group of each dimension, see customer_groups and group_values, so the groups of a dimension add up to all customers, and the drivers of a group to the group.":
    "每位客户在每个维度中只属一个分组，见 customer_groups 与 group_values，因此同一维度各组之和为全部客户，同一分组各驱动因素之和为该分组。",
  "Value that the customers have; other, unknown, no order yet or no tier where the kind says so":
    "客户的取值；按类型另有其他（other）、未知（unknown）、尚未下单（no order yet）或无层级（no tier）",
  "value: of one value, even of one called other; folded: the smaller ones together; missing: of customers without a value":
    "单一取值（value），即使名为其他；合并（folded）：较小的分组合计；缺失（missing）：无取值的客户",
  "Driver of change, see change_by_customer; none: no order or refund in either window, or no window to compare with":
    "变动驱动因素，见 change_by_customer；无（none）：两期均无订单或退款，或没有可比的上期",
  "Revenue in the current window; NULL where none of them ordered": "本期收入；均未下单时为 NULL",
  "Revenue in the window before; NULL where none of them ordered": "上期收入；均未下单时为 NULL",
  "What the row adds to the change in revenue; NULL where no window is there to compare with": "本行对收入变动的贡献；没有可比的上期时为 NULL",

  // revenue_by_group_and_month
  "One row per group and month, for the attributes that no order of the customer changes: kind, region and account manager.":
    "每行一个分组及月份，针对不随客户订单变化的属性：客户类型、区域和客户经理。",
  "Groups are those that pages can be narrowed by, see cells; a month without orders has 0. Months are compared only where both are complete, as in revenue_by_month, to which the groups of a dimension add up.":
    "分组即页面可筛选的分组，见 cells；没有订单的月份为 0。与 revenue_by_month 相同，仅在两个月份均完整时作比较；同一维度的各分组合计等于 revenue_by_month。",
  "kind, region or owner": "客户类型（kind）、区域（region）或客户经理（owner）",
  "Value of the group; other or unknown where the kind says so": "分组的值；按类别为其他（other）或未知（unknown）",
  "value: of one value; folded: those beyond selection.max_values together; missing: without a value":
    "value：单一取值；folded：超出 selection.max_values 的取值合并；missing：无取值",
  "Whether all of its days lie within history, see revenue_by_month": "该月所有日期是否均在订单记录之内，见 revenue_by_month",
  "Revenue of the same month a year before; NULL unless both are complete": "上年同月收入；两个月份未均完整时为 NULL",

  // revenue_course_by_group
  "One row per group of revenue_by_group_and_month: where its revenue goes, by its last three and twelve complete months against the same months a year before.":
    "每行一个 revenue_by_group_and_month 的分组：以最近三个及十二个完整月份与上年同期相比，显示其收入走向。",
  "Three months turn before twelve do.": "三个月的变动先于十二个月显现。",
  "value, folded or missing, see revenue_by_group_and_month": "value、folded 或 missing，见 revenue_by_group_and_month",
  "First day of the last complete month": "最近一个完整月份的首日",
  "Revenue of the three months to it; NULL unless all are complete": "截至该月的三个月收入；未全部完整时为 NULL",
  "That less the same months a year before; NULL unless all are complete": "上述收入减去上年同期；未全部完整时为 NULL",
  "Change by the revenue of those; NULL where that is not positive": "变动除以该期收入；该期收入不为正时为 NULL",
  "Revenue of the twelve months to it; NULL unless all are complete": "截至该月的十二个月收入；未全部完整时为 NULL",
  "That less the twelve months before; NULL unless all are complete": "上述收入减去此前十二个月；未全部完整时为 NULL",

  // revenue_by_month
  "One row per month from the first order's to that of the as-of date; a month without orders has 0.":
    "每行一个月份，自首单当月至截止日期当月；没有订单的月份为 0。",
  "Months are compared only where both are complete.": "仅在两个月份均完整时作比较。",
  "First day of the month": "当月首日",
  "Whether all of its days lie within history (give or take history_slack_days at its start)":
    "全月是否均在历史数据范围内（起始处容许 history_slack_days 天）",
  "Customers with an order": "有订单的客户数",
  "Customers with their first order, and no deal before it": "本月首次下单且此前无成交的客户数",
  "Margin; NULL where that of any order is not known, and without orders": "毛利；任一订单毛利未知或没有订单时为 NULL",
  "Revenue of the same month a year before; NULL before history": "上年同月收入；早于历史数据时为 NULL",
  "Revenue less that; NULL unless both months are complete": "收入减上年同月收入；两个月份未均完整时为 NULL",
  "Change by it; NULL where it is not positive": "变动除以上年同月收入；后者不为正时为 NULL",
  "Revenue of the three months to this one; NULL unless all are complete": "截至本月的三个月收入；未全部完整时为 NULL",
  "Its change on the same three months a year before; NULL unless all are complete": "较上年同期三个月的变动率；未全部完整时为 NULL",
  "Revenue of the twelve months to this one; NULL unless all are complete": "截至本月的十二个月收入；未全部完整时为 NULL",
  "Its change on the twelve months before those; NULL unless all are complete": "较此前十二个月的变动率；未全部完整时为 NULL",

  // revenue_by_order_group
  "One row per dimension of orders or order lines and group, of the current window and the one before, see order_groups and group_values.":
    "每行一个订单或订单明细维度及分组，含本期与上期，见 order_groups 与 group_values。",
  "Revenue adds up to all orders; a customer or an order counts in each group that it has to do with, so customers (and for categories orders) add up to more.":
    "收入之和为全部订单；客户或订单在其涉及的每个分组中各计一次，因此客户数（品类维度还有订单数）之和大于总数。",
  "Value that the orders or lines have; other or unknown where the kind says so": "订单或明细的取值；按类型另有其他（other）或未知（unknown）",
  "value: of one value, even of one called other; folded: the smaller ones together; missing: of orders or lines without a value, and for product categories orders without lines":
    "单一取值（value），即使名为其他；合并（folded）：较小的分组合计；缺失（missing）：无取值的订单或明细，产品品类维度还含无明细的订单",
  "Customers with such an order in the current window": "本期有此类订单的客户数",
  "Customers with such an order in the window before": "上期有此类订单的客户数",
  "Revenue in the current window; NULL without orders in it": "本期收入；期内无订单时为 NULL",
  "Revenue in the window before; NULL without orders in it": "上期收入；期内无订单时为 NULL",

  // revenue_concentration
  "One row per window with orders: how far revenue hangs on few customers.": "每行一个有订单的分析期：收入对少数客户的依赖程度。",
  "All measures, and so customer_shares, top_shares and lorenz_points, are of the customers whose revenue in the window is positive, and of the sum of it: a share of less than nothing is none. Who is left out by that is counted. So the largest 20 % bring what the Lorenz curve leaves above the smallest 80 %. Gini = sum((2 i - n - 1) x revenue of the i-th smallest) / (n x all revenue) (Sen, On Economic Inequality, 1973), for all n customers, not for a sample of them: from 0, all equal, to (n - 1) / n, one brings all. HHI = sum of squared shares (Herfindahl and Hirschman), here from 0 to 1; competition law writes it times 10,000.":
    "全部指标及 customer_shares、top_shares、lorenz_points 均以分析期内收入为正的客户及其收入之和为基数，因为负收入没有占比可言；被排除的客户另行计数。因此前 20 % 客户的占比即洛伦兹曲线在后 80 % 客户之上所余部分。基尼系数 Gini = Σ（（2 i − n − 1）× 第 i 小客户的收入）÷（n × 全部收入）（Sen，《On Economic Inequality》，1973），对全部 n 位客户而非样本计算：从 0（完全均等）到（n − 1）÷ n（一位客户占全部）。HHI = 占比平方和（Herfindahl 与 Hirschman），此处取值 0 至 1；竞争法通常乘以 10,000。",
  "Customers with positive revenue": "收入为正的客户数",
  "Their revenue; NULL without any": "其收入；没有时为 NULL",
  "Customers with orders or refunds that come to 0 or less, left out": "订单与退款相抵后为零或负而被排除的客户数",
  "Largest customers that dependency is measured by: top_customers of the settings, or all if fewer":
    "衡量依赖度所取的最大客户数：设置 top_customers，不足时取全部",
  "Their share of revenue": "其收入占比",
  "Fewest customers that bring pareto_share of revenue (二八法则)": "贡献 pareto_share 收入的最少客户数（二八法则）",
  "Those by all customers with positive revenue": "其占全部收入为正客户的比例",
  "0 to 1": "0 至 1",
  "Herfindahl-Hirschman index": "赫芬达尔指数（HHI）",
  "1 / HHI: so many customers of equal size would be as concentrated": "1 ÷ HHI：集中程度相当于这么多位同等规模的客户",
  "Why figures are missing": "数字缺失的原因",

  // revenue_totals
  "One row per project: the figures of all customers in the current window and in the one before it.": "每个项目一行：全部客户本期与上期的数字。",
  "Each grouping and each explanation of the change adds up to these. A window that ended before the first order has NULL, for nothing is recorded of it; one without orders after the first has 0. The rate of change is NULL, with the reason, where the window before is not recorded in full: half a year of history compared with a year would show a growth that is none. What the newest orders bring is net of the returns that have come in: later ones will still lower it, so that the current window looks a little better than it will prove, by at most what is usually returned late.":
    "各分组与各项变动分析均以此为合计。首单之前结束的分析期没有记录，为 NULL；首单之后没有订单的分析期为 0。上期记录不完整时，变动率为 NULL 并注明原因：以半年历史与一年相比会得出并不存在的增长。最新订单的收入已扣除已到的退货，后续退货仍会冲减，因此本期数字略高于最终结果，差额不超过通常较晚退回的部分。",
  "First day of the current window": "本期首日",
  "First day of the window before": "上期首日",
  "Date of the first order or refund known": "已知首笔订单或退款的日期",
  "Whether history covers the window before, give or take history_slack_days": "历史数据是否覆盖上期（容许 history_slack_days 天）",
  "Customers in the file, internal ones left out": "在册客户数，不含内部客户",
  "Margin by revenue, current window; NULL where revenue is not positive": "本期毛利除以收入；收入不为正时为 NULL",
  "Margin by revenue, window before; NULL where revenue is not positive": "上期毛利除以收入；收入不为正时为 NULL",
  "Orders and refunds of the current window with a known margin, by all of them": "本期毛利已知的订单与退款占全部的比例",
  "Margin of these alone": "仅这些订单与退款的毛利",
  "That by their revenue; NULL where it is not positive": "其毛利除以其收入；收入不为正时为 NULL",
  "Revenue by orders, current window": "本期收入除以订单数",
  "Revenue by orders, window before": "上期收入除以订单数",
  "Change of buying customers by those of the window before; like the changes below NULL where that window is not recorded in full":
    "购买客户数变动除以上期购买客户数；与以下各项变动相同，上期记录不完整时为 NULL",
  "Change of orders by those of the window before": "订单数变动除以上期订单数",
  "Margin rate less that of the window before": "毛利率减上期毛利率",
  "Change of the average order value by that of the window before": "平均订单金额变动除以上期平均订单金额",

  // top_shares
  "One row per window and share of customers: what the largest customers bring, by the definition of revenue_concentration.":
    "每行一个分析期与客户比例：最大的客户贡献多少，口径见 revenue_concentration。",
  "The number of customers is rounded up, so that it is at least one. Where customers are equal at the cut it does not matter which of them is counted.":
    "客户数向上取整，因此至少为一位。分界处数值相同的客户，计入哪一位并无差别。",
  "Share of the customers with positive revenue, from the largest, by top_shares of the settings": "占收入为正客户的比例，由大到小，取自设置 top_shares",
  "So many customers, rounded up": "对应的客户数，向上取整",
  "Their revenue": "其收入",
  "Their share of all positive revenue": "其占全部正收入的比例",
  // comparisons of any two periods
  "They are those of effect_changes.": "取自 effect_changes。",
  "volume, mix, price: see product_changes; new products; discontinued products; unpriced lines; beyond lines": "数量、结构、价格：见 product_changes；新产品；停售产品；未定价行；订单行之外",
  "The effects are those of product_changes.": "各项影响取自 product_changes。",
  "One row per two periods that are compared: the window with that before it, and each calendar year or quarter that is over and on record with each earlier one.":
    "每行为一组相比较的两期：分析期与其前一期，以及每个已结束且有完整记录的年度或季度与更早的每一期。",
  "Those are the years and quarters that pages can be narrowed to (selection.years, selection.quarters). The running ones are compared with the same days of the year before, see periods.":
    "年度与季度即页面可筛选的那些（selection.years、selection.quarters）。未结束者与上年同期相比，见 periods。",
  "window, or the later and the earlier period: 2025-Q2 2024-Q1": "window，或较晚与较早的两期：2025-Q2 2024-Q1",
  "The later period: window, 2025, 2025-Q2": "较晚一期：window、2025、2025-Q2",
  "The earlier one; prior for the window": "较早一期；分析期为 prior",
  "window, year or quarter": "window、year 或 quarter",
  "Order of the comparisons on a page: the window, years, quarters; the latest first": "页面上比较的顺序：分析期、年度、季度，最近者在前",
  "Whether both begin on the same day of the year": "两期是否始于一年中的同一天",
  "First day of the later period": "较晚一期的首日",
  "Its last day": "其末日",
  "First day of the earlier period": "较早一期的首日",
  "the earlier period lies before": "较早一期在前",
  "One row per comparison and driver of the change in revenue, all seven of them: customers by how they moved revenue.": "每行为一组比较中收入变动的一个驱动因素，共七个：按对收入的影响划分客户。",
  "The changes add up to the change in revenue exactly. The drivers are those of changes_by_customer_and_period: new is whose first deal came after the earlier period, also between the two.":
    "各项变动之和与收入变动完全吻合。驱动因素与 changes_by_customer_and_period 相同：首次成交晚于较早一期者为新客户，两期之间成交的也算。",
  "Two periods, see comparisons": "两期，见 comparisons",
  "new, won back, grown, unchanged, shrunk, lost or refunded": "新客户、赢回、增长、不变、减少、未购买或仅退货",
  "Their revenue in the later period": "其在较晚一期的收入",
  "Their revenue in the earlier one": "其在较早一期的收入",
  "Revenue less that of the earlier period": "收入减去较早一期的收入",
  "One row per comparison and effect that moved revenue from the earlier period to the later one; none unless both have order lines.": "每行为一组比较中使收入由较早一期变为较晚一期的一项影响；两期须均有订单行，否则无行。",
  "One row per comparison and product on a line of an order of either period; none unless both periods have lines.": "每行为一组比较中任一期订单行上的一个产品；两期须均有订单行，否则无行。",
  "For products sold in both, the change in what their lines are worth is divided by the variances of cost accounting, with the earlier period in place of the budget (Horngren, Datar and Rajan, Cost Accounting, on sales mix and quantity): volume = revenue before x (units now of the category / units before of the category - 1) mix    = revenue before x (units now / units before - units now of the category / units before of the category) price  = revenue now - revenue before x units now / units before The three add up exactly. Units are added within a category only, where products stand in for each other: a bottle sold more is no bicycle. Price is net of discounts, and at the rate of exchange of the order's day.":
    "两期均售出的产品，其订单行金额的变动按成本会计的差异分解，以较早一期代替预算（Horngren、Datar、Rajan，《Cost Accounting》，销售结构与数量差异）：数量 = 前期收入 ×（品类本期数量 / 品类前期数量 − 1），结构 = 前期收入 ×（本期数量 / 前期数量 − 品类本期数量 / 品类前期数量），价格 = 本期收入 − 前期收入 × 本期数量 / 前期数量，三者之和完全吻合。数量只在可相互替代的同一品类内相加：多卖一瓶酒不等于多卖一辆自行车。价格为折后价，按下单日汇率折算。",
  "continuing: sold in both periods; new: not sold in the earlier one; discontinued: not sold in the later one; unpriced: sold in both, but without a quantity in one":
    "continuing：两期均售出；new：较早一期未售；discontinued：较晚一期未售；unpriced：两期均售出，但其中一期无数量",
  "Units sold in the later period": "较晚一期售出数量",
  "Units sold in the earlier one": "较早一期售出数量",
  "Worth of its lines in the later period, before returns": "较晚一期其订单行金额，退货前",
  "Worth of its lines in the earlier one, before returns": "较早一期其订单行金额，退货前",
  "One row per period that any comparison has on either side: what comparisons are added up from, each period once.": "任一比较的任一侧所用的每个期间一行：比较由此相加而得，每个期间只一次。",
  "One row per driver of a change in revenue: the ways in which a customer can move it, see changes_by_customer_and_period.": "每个收入变动驱动因素一行：客户影响收入的各种方式，见 changes_by_customer_and_period。",
  "Whether the figures of the current window are of too few consumers to show":
    "本期数字涉及的个人客户是否过少而不予显示",
  "Whether those of the window before are":
    "上期数字涉及的个人客户是否过少而不予显示",
  "One row per project, saying what revenue and margin of personal groups are rounded to.":
    "每个项目一行：个人维度分组的收入与毛利取整到多少。",
  "The revenue of each customer stands on the site, though not who it is: with exact sums of an age or a town it could be found which customers add up to them. The step is the largest of 1, 2 and 5, times a power of ten, that is no more than the mean revenue of the consumers who bought in the window, or in that before where nobody did; no row where that is not positive, or where composition.min_personal_customers is 1.":
    "每位客户的收入都在站点上，只是看不出是谁：若年龄或城市给出精确合计，便可找出哪些客户之和与之相等。取整单位为 1、2、5 乘以十的幂中，不超过本期（本期无人购买则为上期）有购买的个人客户平均收入的最大者；平均收入不为正，或 composition.min_personal_customers 为 1 时，没有行。",
  "Revenue and margin are rounded to a multiple of it":
    "收入与毛利取整为其倍数",
  "One row per personal dimension, group and window whose figures are withheld: an age, sex or town may have many on file of whom one bought, and then its revenue is that of one person.":
    "每个个人维度、分组与分析期（数字被隐去者）一行：某一年龄、性别或城市在册者可能很多，而购买者只有一位，其收入便是这一个人的收入。",
  "So where fewer consumers than composition.min_personal_customers ordered or returned, though not none, nothing of the window is shown; businesses are no persons and do not count. A figure withheld alone follows from the total and the others: as many more groups are withheld, those of the fewest first, as it takes that all withheld ones together tell of nobody.":
    "因此，有订单或退款的个人客户少于 composition.min_personal_customers（但并非没有）时，该期数字一概不显示；企业不是个人，不计在内。只隐去一个数字，可由合计减其他推出：故由少到多再隐去若干分组，直到隐去的合起来不透露任何人的情况。",
  "Group, see group_values":
    "分组，见 group_values",
  "value, folded or missing, see group_values":
    "单一取值、合并或缺失，见 group_values",
  "Consumers of the group with an order or refund in the window":
    "该分组在该期有订单或退款的个人客户",
};
