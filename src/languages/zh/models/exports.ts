import type { Texts } from "../../../lib/language.js";

/** What the exports say of themselves: grains, notes, meanings and units. */
export const picked: Texts = {
  // composition_concentration
  "One row per window: how far revenue hangs on few customers, now and before.": "每行一个分析期：本期与上期收入对少数客户的依赖程度。",
  "Share of revenue that pareto_customers bring, by the settings": "pareto_customers 所贡献的收入占比，依设置",

  // composition_driver_groups
  "One row per dimension of customers, group and driver: which groups moved revenue, and how.": "每行一个客户维度、分组与驱动因素：哪些分组影响了收入，方式如何。",
  "Of personal dimensions there is none: what moved a group is often a single customer, whose age or income that would tell.":
    "个人特征维度不列出：影响分组的往往只是一位客户，会透露其年龄或收入。",

  // composition_drivers
  "One row per driver of the change in revenue.": "每行一个收入变动的驱动因素。",

  // composition_effects
  "One row per effect on revenue: volume, mix, price, products, and what lines do not explain.": "每行一个收入影响因素：销量、结构、价格、产品，以及明细不能解释的部分。",

  // composition_findings
  "One row per dimension, the most telling first: its largest group, and those that moved most.": "每行一个维度，说明力强者在前：最大的分组与变动最大的分组。",

  // composition_groups
  "One row per dimension and group: customers, revenue and margin, now and in the window before.": "每行一个维度与分组：客户、收入与毛利，含本期与上期。",

  // composition_held_shares
  "One row per window and share of customers: what the largest customers bring.": "每行一个分析期与客户比例：最大的客户贡献多少。",

  // composition_hiding_product
  "One row per product that alone hides how the others moved, at most one.": "每行一种独自掩盖其他产品走向的产品，至多一行。",

  // composition_lorenz
  "One row per window and point of the Lorenz curve.": "每行一个分析期及洛伦兹曲线上的一点。",

  // composition_margin
  "One row per project: the margin of the current window and of the one before, and that of the orders whose cost is known.":
    "每个项目一行：本期与上期毛利，以及成本已知订单的毛利。",

  // composition_movers
  "One row per customer among those whose revenue rose most and those whose revenue fell most, as many of each as listed_customers of the settings says; of customers equal at the end of a list, those with the lower identifier.":
    "每行一位收入增长最多或下降最多的客户，各取设置 listed_customers 所定的数量；末位数值相同者取编号较小者。",
  "Whether the grade puts a client on the watch list": "该等级是否使客户列入观察名单",

  // composition_products
  "One row per product among those whose revenue rose most and those whose revenue fell most, as many of each as listed_products of the settings says; of products equal at the end of a list, those with the lower identifier.":
    "每行一种收入增长最多或下降最多的产品，各取设置 listed_products 所定的数量；末位数值相同者取编号较小者。",

  // next steps, in several
  "Why something is to be done next, see next_steps": "待办的原因，见 next_steps",
  "What to do next; NULL where there is nothing": "下一步行动；无待办时为 NULL",

  // composition_group_courses, composition_group_months
  "One row per group: where revenue goes by kind, region and account manager, three and twelve months against a year before.":
    "每行一个分组：按客户类型、区域和客户经理的收入走向，三个月及十二个月与上年同期相比。",
  "One row per group and month: the course of revenue by kind, region and account manager over the last twelve complete months.":
    "每行一个分组及月份：最近十二个完整月份按客户类型、区域和客户经理的收入走势。",

  // composition_top_customers
  "One row per customer among the largest of the current window, as many as listed_customers of the settings says; of customers equal at the end of the list, those with the lower identifier.":
    "每行一位本期最大的客户，数量依设置 listed_customers；末位数值相同者取编号较小者。",
  "How the customer moved revenue; NULL where there is no window before to compare with": "客户影响收入的方式；没有可比的上期时为 NULL",
  "Revenue less that of the window before; NULL where there is none to compare with": "收入减上期收入；没有可比的上期时为 NULL",
  "Rank in the window before; NULL without orders in it": "上期排名；期内无订单时为 NULL",

  // customer_file
  "One row per customer: what its page shows at the top.": "每行一位客户：其页面顶部显示的内容。",
  "Personal fields of its file are not in it, nor are sex, age and town, which are shown of groups alone.":
    "不含档案中的个人信息，也不含性别、年龄与城镇，后者仅按分组显示。",
  "Revenue to date; NULL without orders": "累计收入；没有订单时为 NULL",
  "What to do for customers of the tier": "该层级客户的对策",
  "Rank by revenue in the current window, from 1; equal customers share it; NULL without orders": "本期收入排名，从 1 起；数值相同者名次相同；没有订单时为 NULL",
  "How the customer moved revenue, see change_by_customer": "客户影响收入的方式，见 change_by_customer",
  "Revenue less that of the window before; NULL without orders in either": "收入减上期收入；两期均无订单时为 NULL",
  "Named segment of RFM": "RFM 命名细分",
  "Class of RFM": "RFM 八类之一",
  "Name of the class in Chinese": "类别的中文名称",
  "Decision segment of RFM": "RFM 决策客群",
  "What to do for customers of the decision segment": "该决策客群客户的对策",
  "Margin less cost to serve, current window": "本期毛利减服务成本",
  "Grade of solvency; NULL for who is no client on credit": "偿债能力等级；非授信客户为 NULL",
  "Quality of its file": "其档案质量",
  "Days since the file was confirmed or the customer heard from": "距档案核实或客户往来的天数",

  // customer_index
  "One row per customer, the one with the most revenue in the current window first: what lists of customers are filtered, sorted and made up from, and what the cuts of tiers and scores are tried on.":
    "每行一位客户，本期收入最高者在前：客户名单据此筛选、排序与生成，层级与评分的分界据此试算。",
  "Readers take a list away with all of its columns. What is personal of a single customer is not in it: sex, age, town, income, education and occupation.":
    "读者导出名单时包含全部字段。不含单个客户的个人信息：性别、年龄、城市、收入水平、学历与职业。",
  "good, marginal, bad or not classified; NULL without a purchase or a cost": "良好（good）、微利（marginal）、亏损（bad）或未归类（not classified）；既无购买也无成本时为 NULL",
  "Grade of the period before its latest statement's; no statement where there is none; NULL without any": "最近报表之前一期的等级；没有时为无报表（no statement）；没有任何报表时为 NULL",
  "State of the latest statement of a client on credit": "赊销客户最近报表的状态",
  "Zone of Altman's score of a client on credit, or no score": "赊销客户的 Altman 区间，或无评分（no score）",
  "poor where the customer file scores below quality.poor_score, else sound; NULL without a file": "档案得分低于 quality.poor_score 时为差（poor），否则为完好（sound）；无档案时为 NULL",
  "Revenue or margin that the tier is cut from; NULL without a tier": "据以划定层级的收入或毛利；无层级时为 NULL",
  "F of RFM: orders that the score is cut from": "RFM 的 F：据以评分的订单数",
  "M of RFM: amount that the score is cut from": "RFM 的 M：据以评分的金额",
  "State on the as-of date: prospect, target, non-customer, first-time, repeat, loyal or lost; NULL without a purchase on record":
    "截止日期的状态：潜在（prospect）、目标（target）、非客户（non-customer）、初次（first-time）、重复（repeat）、忠诚（loyal）或流失（lost）；没有购买记录时为 NULL",

  // customer_index_groups
  "One row per customer, in the order and the parts of customer_index: the groups of kinds of which it may be in several, each kind joined by line breaks.":
    "每行一位客户，次序与分片同 customer_index：可同时属多个分组的各类分组，每类以换行连接。",
  "It is read only where a link asks for one of them.": "仅在链接要求其中分组时读取。",

  // customer_invoices
  "One row per open invoice or credit note on the page of a customer: those due first, as many as settings.selection.listed_invoices says.":
    "每行一张客户页面上的未结发票或贷项通知：先到期者在前，数量依 settings.selection.listed_invoices。",

  // customer_periods
  "What a list of customers says of the period that pages are narrowed to; of the current window customer_index does.":
    "按所选时段筛选时客户名单显示的数字；本期的数字见 customer_index。",
  "Row of the customer in customer_index, from 0": "客户在 customer_index 中的行号，从 0 起",
  "How the customer moved revenue, see changes_by_customer_and_period": "客户影响收入的方式，见 changes_by_customer_and_period",
  "Revenue in the period that it is compared with": "对比时段收入",

  // customer_orders
  "One row per order or refund on the page of a customer: the latest, as many as settings.selection.listed_orders says.":
    "每行一笔客户页面上的订单或退款：最近者在前，数量依 settings.selection.listed_orders。",
  "Channel of the order, or that of the customer": "订单渠道，缺省为客户渠道",

  // customer_quarters
  "One row per customer and calendar quarter with an order or refund of it in it, all history.": "每行一位客户及一个有其订单或退款的日历季度，含全部历史。",

  // customer_statements
  "One row per statement on the page of a business client: the latest periods, as many as settings.selection.listed_statements says, with the ratios that a grade mostly hangs on.":
    "每行一份企业客户页面上的报表：最近期间在前，数量依 settings.selection.listed_statements，并列评级主要依据的比率。",
  "Grade of the statement": "报表的等级",
  "Current assets by current liabilities; NULL where it has no meaning": "流动资产 ÷ 流动负债；无意义时为 NULL",
  "Quick assets by current liabilities; NULL where it has no meaning": "速动资产 ÷ 流动负债；无意义时为 NULL",
  "Equity by total assets; NULL where it has no meaning": "所有者权益 ÷ 资产总计；无意义时为 NULL",
  "Operating profit by interest; NULL where it has no meaning": "营业利润 ÷ 利息费用；无意义时为 NULL",
  "Net income by revenue; NULL where it has no meaning": "净利润 ÷ 营业收入；无意义时为 NULL",

  // definitions_columns
  "One row per column of the tables that staging and marts make.": "每行一个预处理层与集市层数据表的字段。",
  "Place in the table, from 1": "在表中的位次，从 1 起",
  "Type of its values in the warehouse": "其数值在数据仓库中的类型",
  "Unit of its values": "其数值的单位",

  // definitions_inputs
  "One row per table of staging or marts and entity that it rests on.": "每行一张预处理层或集市层的表及其依据的输入数据。",

  // definitions_models
  "One row per table that staging and marts make.": "每行一张预处理层或集市层生成的表。",
  "Subject of the mart; empty for staging": "集市层的主题；预处理层为空",
  "File that makes it": "生成该表的文件",
  "What a row is": "一行的含义",
  "Formulas, their sources, and odd cases": "公式、来源与特殊情形",
  "What computes it: the file below its header": "计算部分：文件头之后的内容",
  "Line of the file in which that begins": "该部分起始的行号",
  "Rows in this run": "本次运行的行数",

  // composition_headline
  "One row per project: the figures of all customers, now and in the window before.": "每个项目一行：全部客户本期与上期的数字。",
  "Day the analyses look from": "分析的截止日期",
  "Currency of all amounts": "全部金额的货币",

  // composition_revenue_trend
  "One row per month: orders, customers, revenue and margin, and revenue a year before.": "每行一个月份：订单、客户、收入与毛利，以及上年同月收入。",

  // curve_events
  "One row per event that explains the bend of a curve, up to the as-of date, the oldest first.": "每行一个截至截止日期、用以解释曲线转折的事件，早者在前。",

  // targets
  "One row per action taken for a goal, the overdue first, then those done of which nobody has said what came of them, then the open.": "每行一项为目标采取的措施：逾期的在前，其次是已完成但未说明成效的，再次是未完成的。",
  "One row per goal and period of its course, see marts.goal_courses.": "每行一个目标与其走势中的一个期间，见 marts.goal_courses。",
  "One row per goal: where it stands, what is done about it and what to do next, see marts.goal_reviews.": "每行一个目标：现状、所采取的措施与下一步，见 marts.goal_reviews。",
  "One row per metric that a goal can be measured by.": "每行一个目标可用的衡量指标。",
  "One row per person that answers for a goal or does an action, and one of all, see marts.goals_by_owner.": "每行一位负责目标或执行措施的人员，另有一行为合计，见 marts.goals_by_owner。",

  // overview_targets
  "One row per metric that a goal is set for now: the goal that stands beside it, see marts.target_progress.":
    "每行一个目前设有目标的指标：列在其旁的目标，见 marts.target_progress。",

  // quality_checks
  "One row per check of a table or across tables.": "每行一项单表校验或跨表校验。",
  "Table that is checked, or name of the check across tables": "被校验的表，或跨表校验的名称",
  "What holds; of a check across tables, what the rows are that it finds": "应成立的条件；跨表校验则为其查找的行",
  "error: the run stops; warning: it is shown here": "错误（error）：停止运行；警告（warning）：在此显示",
  "File that the check stands in": "校验所在的文件",
  "Line of the file": "所在行号",
  "What to do where it finds something; NULL for a check of one table": "发现问题时的应对措施；单表校验为 NULL",
  "Rows that break it": "违反校验的行数",
  "kept or broken": "通过（kept）或未通过（broken）",

  // quality_duplicates
  "One row per likely duplicate of the list of those to look at first, by the revenue of both customers: as many as settings.quality.list_customers says.":
    "每行一份应优先查看的疑似重复档案，按两位客户的收入排列，数量依 settings.quality.list_customers。",
  "Place in the list, from 1": "名单位次，从 1 起",
  "Customer with the later file, as the site may show it": "站点可显示的较晚档案客户名称",
  "Customer with the earlier file, as the site may show it": "站点可显示的较早档案客户名称",
  "Address of the page of the customer with the earlier file": "较早档案客户页面的地址",

  // quality_entities
  "One row per entity that a project can supply.": "每行一项项目可提供的输入数据。",
  "Whether the project supplies it": "项目是否提供",
  "What a row of it is": "其一行的含义",
  "What supplying it switches on": "提供后可支持的分析",
  "Fields of it that the project maps": "项目已映射的字段数",
  "Fields it has": "其字段数",
  "Rows that kept their contract; NULL where it is not supplied": "通过数据约定的行数；未提供时为 NULL",

  // quality_fields
  "One row per field of the customer file that matters for any customer.": "每行一个任一客户应有的客户档案字段。",

  // quality_file_ages
  "One row per band of age of customer files.": "每行一个客户档案的时间段。",

  // quality_groups
  "One row per group of customer files: all, and those of one kind, source, owner or region.": "每行一个客户档案分组：全部，以及同一类型、来源、客户经理或区域。",

  // quality_poor_files
  "One row per customer of the list of poor files to mend first, by revenue in the current window and then to date: as many as settings.quality.list_customers says.":
    "每行一份应优先修正的差档案，先按本期收入、再按累计收入排列，数量依 settings.quality.list_customers。",
  "Revenue in the current window; NULL for a customer that bought nothing": "本期收入；未购买的客户为 NULL",

  // quality_trust
  "One row per run: how far its numbers can be trusted.": "每次运行一行：其数字的可信程度。",
  "Quality of the customer file; NULL where none is supplied": "客户档案质量；未提供档案时为 NULL",
  "Fields of the customer file that matter for any customer": "任一客户应有的客户档案字段数",
  "Fields of these that the project supplies": "其中项目已提供的字段数",
  "Fields of these that it does not": "其中项目未提供的字段数",
  "Customers with a value of their file missing or wrong": "档案有缺失或有误数值的客户数",
  "Weight of completeness in the score, which is divided by the sum of the weights": "完整性在得分中的权重，除以各权重之和",
  "Weight of accuracy": "准确性的权重",
  "Weight of freshness": "新鲜性的权重",
  "Score below which a file is poor": "低于此得分的档案为差档案",
  "Time within which a file is fresh": "档案保持新鲜的期限",
  "Customer files that are likely the second one of a customer; NULL where neither telephone numbers nor e-mail addresses are supplied":
    "疑似属于同一客户的第二份档案数；电话与电子邮箱均未提供时为 NULL",
  "Revenue to date under those second files; NULL where none brought any": "这些第二份档案下的累计收入；均无收入时为 NULL",
  "Customer files whose score is below quality_poor_score": "得分低于 quality_poor_score 的客户档案数",
  "Whether the project supplies the sales regions of customers": "项目是否提供客户的销售区域",
  "Sales regions that the settings list; none: any region counts as right": "设置所列的销售区域数；未列时任何区域均视为正确",
  "Entities the project supplies": "项目已提供的输入数据项数",
  "Entities it could supply": "可提供的输入数据项数",
  "Tables of staging and marts built": "已生成的预处理层与集市层表数",
  "Checks made of them": "对其进行的校验数",
  "Checks of these that found nothing": "其中未发现问题的校验数",
  "Checks of these that found something: warnings, for an error stops the run": "其中发现问题的校验数：均为警告，错误会停止运行",

  // rfm_cluster_choice
  "One row per number of clusters tried.": "每行一个尝试的聚类数。",

  // rfm_cluster_differences
  "One row per cluster and measure: how far its customers lie from all.": "每行一个聚类与一个指标：其客户与全部客户的距离。",

  // rfm_cluster_profiles
  "What to do for its customers: the action of the decision segment": "对该聚类客户的应对措施：决策客群的对策",

  // rfm_decision_customers
  "One row per customer in the list of its decision segment: those with the most revenue, of equals the latest to order, then the one first by identifier.":
    "每行一位所属决策客群名单中的客户：收入最高者在前，相同时取最近下单者，再取编号最小者。",

  // rfm_group_figures
  "One row per scheme and group: segments, classes, decision segments and clusters with their actions.":
    "每行一个方案与分组：命名细分、八类、决策客群与聚类及其对策。",
  "Whether customers of the class ordered later than the mean; NULL for other schemes": "该类客户最近一单是否晚于均值；其他方案为 NULL",
  "Whether they have more orders than the mean; NULL for other schemes": "其订单数是否多于均值；其他方案为 NULL",
  "Whether their amount is larger than the mean; NULL for other schemes": "其金额是否高于均值；其他方案为 NULL",
  "Decision segment that the class belongs to; NULL for other schemes": "该类所属的决策客群；其他方案为 NULL",

  // rfm_heat_map
  "One row per pair of a score for recency and a score for frequency.": "每行一对最近购买评分与频次评分。",

  // rfm_scatter
  "One row per customer in the scatter plot: all of them, or as many as the setting allows, those whose identifiers come first by hash.":
    "每行一位散点图中的客户：全部，或设置所允许的数量，取编号哈希在前者。",
  "So the same customers are shown from night to night, large and small alike.": "因此每次运行显示相同的客户，大小客户一视同仁。",

  // rfm_scheme_agreements
  "One row per pair of schemes.": "每行一对划分方案。",

  // rfm_scheme_overlaps
  "One row per pair of groups of two schemes that have customers in common.": "每行一对有共同客户的两种方案的分组。",

  // rfm_score_cuts
  "One row per cut between two scores.": "每行一个评分之间的分位点。",

  // rfm_score_ranges
  "One row per measure and score.": "每行一个指标与评分。",

  // rfm_summary
  "One row per run: what was scored, in which window, who matters, and how many clusters there are.": "每次运行一行：评分的对象与分析期、重要客户以及聚类数。",
  "Days up to it whose orders count; NULL for all": "至该日为止计入订单的天数；全部历史时为 NULL",
  "What M is: total or mean": "M 的口径：合计（total）或均值（mean）",
  "Number of clusters chosen; NULL for none": "选用的聚类数；没有时为 NULL",
  "Number of clusters taken where it is close to the best": "接近最优时优先采用的聚类数",
  "clusters": "类",
  "Fewest clusters taken while a larger number is sound": "有更大可靠类数时所取的最少聚类数",
  "Least share of customers in the smallest cluster": "最小一类客户占比的下限",
  "Least stability of a number of clusters that can be chosen": "可选用类数的稳定性下限",

  // selection_ageing
  "One row per ageing bucket and cell.": "每行一个账龄段与筛选单元。",

  // selection_changes
  "One row per period, cell and driver of change.": "每行一个时段、筛选单元与变动驱动因素。",

  // selection_clients
  "One row per grade and cell of the clients that we give credit to.": "每行一个等级与筛选单元，含授信客户。",

  // selection_groups
  "What is personal is not in it: a cell may be one customer, whose sex or town the figures would tell. Of all customers together, composition_groups has it.":
    "不含个人属性：一个筛选单元可能只有一位客户，数字会透露其性别或城市。全体客户的见 composition_groups。",
  "One row per dimension, group, driver of change and cell.": "每行一个维度、分组、变动驱动因素与筛选单元。",

  // selection_periods
  "One row per period that pages can be narrowed to.": "每行一个可用于筛选页面的时段。",

  // selection_rfm
  "One row per scheme of RFM, group and cell.": "每行一个 RFM 划分方案、分组与筛选单元。",

  // selection_tiers
  "One row per tier, tier before, profit class and cell.": "每行一个层级、上期层级、利润类别与筛选单元。",

  // receivables_ageing
  "One row per ageing bucket of all that is open.": "每行一个全部应收余额的账龄段。",

  // receivables_debtor_ageing
  "One row per ageing bucket of each customer of the list of those to chase first.": "每行一位先催名单中的客户及一个账龄段。",
  "Open in the bucket; negative for credit": "该账龄段的应收余额；贷项为负",

  // receivables_debtors
  "One row per customer of the list of those to chase first, by amount x days overdue: as many as settings.solvency.list_customers says.":
    "每行一位先催名单中的客户，按逾期金额 × 逾期天数，数量依 settings.solvency.list_customers。",

  // receivables_late_payers
  "One row per customer of the list of those whose late payment costs most: as many as settings.solvency.list_customers says.":
    "每行一位拖欠付款代价最高名单中的客户，数量依 settings.solvency.list_customers。",
  "Only invoices settled in the window count; what is still overdue is in the list of debtors.": "仅计本期结清的发票；仍逾期者见欠款客户名单。",
  "Place in the list, from 1, by what their lateness had us lend them, then by days late": "名单位次，从 1 起，先按因拖欠而占用的资金，再按拖欠天数",

  // receivables_months
  "One row per month: what was billed, open and overdue, and how long payment took.": "每行一个月份：开票额、应收余额、逾期款与回款天数。",

  // receivables_overdue_invoices
  "One row per invoice of the list of overdue ones to chase first: as many as settings.solvency.list_invoices says.":
    "每行一张应优先催收的逾期发票，数量依 settings.solvency.list_invoices。",
  "Place in the list, from 1, by what is open x days overdue: the credit that the customer has taken by itself":
    "名单位次，从 1 起，按未结余额 × 逾期天数，即客户自行占用的信用",

  // solvency_grades
  "One row per grade, from the best; the last is for clients that cannot be graded.": "每行一个等级，由优至劣；最后一行为无法评级的客户。",
  "Share of what the client owes that counts as at risk": "客户欠款中计为风险的比例",

  // solvency_groups
  "One row per dimension and group of the clients; of industries and account managers as many as settings.solvency.list_customers says.":
    "每行一个客户维度与分组；行业与客户经理的数量依 settings.solvency.list_customers。",

  // solvency_headline
  "One row per run: the headline figures of solvency and receivables, and the settings that their page names.":
    "每次运行一行：偿债能力与应收账款的总体数字，以及页面提及的设置。",
  "Overdue for longer than this is serious": "逾期超过此天数为严重逾期",
  "A statement is stale when its period ended longer ago than this": "期末日早于此月数的报表为过期",
  "Days of billing that open receivables are compared with": "与应收余额对比的开票天数",
  "Chance that the next value lies in the interval of an outlook, if the trend goes on": "趋势延续时下期数值落在展望区间内的概率",
  "Values from which on a ratio has a direction and an outlook": "判定比率方向与展望所需的最少数值数",
  "A client is still ordering if its last order is no older than this": "最近一单不早于此天数的客户视为仍在下单",
  "Clients of one industry from which on they are compared": "同行业客户达到此数量方作比较",
  "Customers in a list of the page": "页面名单的客户数",

  // solvency_industries
  "One row per industry and ratio, and one for all industries together: quartiles and bands of the latest statements.":
    "每行一个行业与财务比率，另有一行合计全部行业：最近报表的四分位数与区间分布。",
  "Whether the ratio counts in the grade": "该比率是否计入评级",

  // solvency_restatements
  "One row per line that a restatement changed, of the statements restated last: as many as settings.solvency.list_customers says.":
    "每行一个因重述而变动的报表项目，取最近重述的报表，数量依 settings.solvency.list_customers。",
  "Place of the statement among those restated, the latest first": "报表在重述报表中的位次，近者在前",

  // solvency_unbalanced
  "One row per statement of the list of those that do not balance, the latest periods first: as many as settings.solvency.list_customers says.":
    "每行一份不平的报表，最近期间在前，数量依 settings.solvency.list_customers。",
  "Place in the list, from 1, the latest statements of their clients first, then by the end of the period and by the gap as a share of assets":
    "名单位次，从 1 起，客户的最近报表在前，再按期末日与差额占资产的比例",

  // solvency_ungraded
  "One row per client of the list of those to ask for a statement: not graded, with the most at stake; as many as settings.solvency.list_customers says.":
    "每行一家应索取报表的客户：未评级且敞口最大者，数量依 settings.solvency.list_customers。",
  "Where nobody's exposure is known, those whose statement cannot be used come first.": "敞口均未知时，报表不可用者在前。",
  "Place in the list, from 1, by exposure, then by whether there is a statement at all": "名单位次，从 1 起，先按敞口，再按是否有报表",

  // solvency_watch_list
  "One row per client at the head of the watch list: as many as settings.solvency.list_customers says.":
    "每行一家观察名单前列的客户，数量依 settings.solvency.list_customers。",

  // solvency_watch_outlook
  "One row per client shown one by one and ratio that counts in the grade: its trend and outlook.": "每行一家逐一列示的客户与计入评级的比率：其趋势与展望。",

  // solvency_watch_ratios
  "One row per client shown one by one, period and ratio: as many clients as settings.solvency.profile_customers says.":
    "每行一家逐一列示的客户、期间与比率，客户数量依 settings.solvency.profile_customers。",
  "Strong from here on; NULL for a ratio without bands": "优良的界限；没有区间的比率为 NULL",
  "Adequate from here on": "合格的界限",
  "Weak from here on; critical beyond": "偏弱的界限；再往外为危险",
  "Value that a quarter of the client's industry stay below, in the ratio's unit; NULL below solvency.min_peers":
    "客户所在行业中四分之一的客户低于的数值，按该比率的单位；客户少于 solvency.min_peers 时为 NULL",
  "Value that a quarter of the client's industry exceed, in the ratio's unit; NULL below solvency.min_peers":
    "客户所在行业中四分之一的客户高于的数值，按该比率的单位；客户少于 solvency.min_peers 时为 NULL",
  "Median of the client's industry, in the ratio's unit; NULL below solvency.min_peers":
    "客户所在行业的中位数，按该比率的单位；少于 solvency.min_peers 家时为 NULL",

  // solvency_watch_statements
  "One row per client shown one by one and period: its statement, its grade and Altman's score.": "每行一家逐一列示的客户与期间：报表、等级与 Altman 评分。",
  "Grade of the statement, or the name for 'not graded'": "报表的等级，或“未评级”的名称",
  "Z' or Z'', by solvency.altman_model and the client's industry": "Z′ 或 Z″，依 solvency.altman_model 与客户行业",

  // solvency_worsened
  "One row per client of the list of those graded worse than in the period before: as many as settings.solvency.list_customers says.":
    "每行一家等级较前一期间下降的客户，数量依 settings.solvency.list_customers。",
  "Place in the list, from 1, by what is at risk, then by grades lost, then by score": "名单位次，从 1 起，先按风险金额，再按下降级数，再按评分",

  // fit_by_alive_tenth
  "One row per tenth of customers by the probability to be alive: who bought in the hold-out.": "每行一个按存活概率划分的十分组：检验期购买者。",

  // fit_by_frequency
  "One row per number of repeat purchases in the calibration: purchases of the hold-out by a customer, and by the model.": "每行一个校准期重复购买次数：每位客户检验期的购买次数与模型预期。",

  // fit_forecasts
  "One row per forecast of the hold-out: that of the model, and two without one.": "每行一种对检验期的预测：模型预测与两种不用模型的预测。",

  // fit_holdout_course
  "One row per week of the hold-out, and its beginning: purchases since the split date, and those that the model expected.": "每行一个检验期的周，另有起点一行：分割日以来的购买次数与模型预期。",

  // fit_purchase_counts
  "One row per number of repeat purchases in the calibration: customers, and customers by the model.": "每行一个校准期重复购买次数：实际客户数与模型预期客户数。",

  // fit_purchase_course
  "One row per week: repeat purchases to date, and those that the model expects of new customers.": "每行一周：累计重复购买次数与模型对新客户的预期。",

  // lifetime_customers
  "One row per customer of the list of those of whom most is still to come: as many as settings.value.list_customers says.":
    "每行一位今后预期价值最高名单中的客户，数量依 settings.value.list_customers。",

  // lifetime_headline
  "One row per run with an order: lifetime value of all customers, and how far to trust it.": "每次有订单的运行一行：全部客户的终身价值及其可信程度。",
  "How far ahead purchases count": "计入购买的预测期",
  "Discount of a month": "月贴现率",
  "Days held out": "检验期天数",
  "Deviation of the hold-out up to which a prediction is trusted": "预测视为可信时检验期偏差的上限",

  // lifetime_tiers
  "One row per tier, and one of the customers without a tier: their four values, from the top.": "每行一个层级，由高到低，另有无层级客户一行：其四种价值。",

  // prediction_conditions
  "One row per condition that a project's orders have to meet before anything is predicted, in order.": "每行一项项目订单须满足方可预测的条件，按顺序排列。",

  // repeat_buying_evidence
  "One row per model of repeat buying that was fitted: how good each fit is, in the order of the models.": "每行一个已拟合的重复购买模型：拟合的优劣，按模型顺序。",
  "Customers it was fitted to": "拟合所用的客户数",
  "Of the fit to all customers, times in weeks": "以全部客户拟合的结果，时间以周计",
  "Of the fit to all customers": "以全部客户拟合的结果",
  "Its parameters with their standard errors, of the fit to all customers": "以全部客户拟合的参数及其标准误",

  // spend_evidence
  "One row per run in which spend was fitted: the model of what a purchase brings, of all customers.": "每次拟合金额的运行一行：全部客户每次购买金额的模型。",
  "Largest correlation with which it is used": "可使用该模型的最大相关系数",

  // value_headlines
  "From this share of revenue on, profit makes a good customer; below it, and no loss, a marginal one": "利润占收入达到此比例为优质客户；低于此而未亏损为微利客户",

  // value_loss_makers
  "One row per customer of the list of those that cost most, by loss: as many as settings.value.list_customers says.":
    "每行一位亏损最多名单中的客户，按亏损排列，数量依 settings.value.list_customers。",
  "Tier in the current window; NULL for a customer that is not ranked": "本期层级；未排名的客户为 NULL",

  // value_migrations
  "One row per step between tiers that some customer took.": "每行一种有客户发生的层级迁移。",

  // value_movers
  "One row per customer of two lists: those whose revenue fell most against the prior window, and those whose rose most, in whatever tier; as many of each as settings.value.list_customers says.":
    "每行一位两份名单中的客户：收入较上期下降最多者与增长最多者，不限层级，各取 settings.value.list_customers 所定的数量。",
  "None where history does not cover that window.": "历史数据未覆盖上期时没有任何行。",

  // value_profit_classes
  "One row per class of the profit view.": "每行一个利润类别。",

  // value_pyramid
  "One row per tier of the customer pyramid.": "每行一个客户金字塔层级。",

  // value_whale_curve
  "One row per point of the whale curve.": "每行一个鲸鱼曲线上的点。",

  // what_if
  "One row per client that we give credit to: what other credit grades are tried on, the largest exposure first.":
    "每行一家授信客户：用于试算其他信用等级，敞口大者在前。",
  "One row per credit grade, from the best: from which score on it is given.": "每行一个信用等级，由优至劣：达到多少评分即给予该等级。",
  "Place of the grade, from 1, the best; the last is for clients that cannot be graded": "等级的位次，从 1（最优）起；最后为无法评级的客户",
  "Name of the grade": "等级名称",
  "Least score; NULL for who cannot be graded": "最低评分；无法评级者为 NULL",
  "Whether a client that owes anything is on the watch list for its grade alone": "有欠款的客户是否仅因其等级即列入观察名单",
  "One row per run with an order: the time without an order after which a customer counts as lost, as it is now.":
    "每次有订单的运行一行：客户多久未下单即视为流失的现行期限。",
  "One row per setting that readers may try another value of: what it is now, where it stands.": "每行一项可试改的设置：现值与所在位置。",
  "Name of the setting, as project.yaml writes it below settings": "设置名称，即 project.yaml 的 settings 之下的写法",
  "Its value, where it is a number; NULL where it is left to the data; of weights the one in force": "设置值（数字）；由数据决定时为 NULL；权重为实际采用者",
  "Its value, where it is a word; of weights where they come from: judgements or settings": "设置值（文字）；权重为其来源：judgements 判断或 settings 设置",
  "File that its default stands in": "默认值所在文件",
  "Line of the default": "默认值所在行号",
  "File that the project's own settings stand in": "项目设置所在文件",
  "Line of it that sets another value; NULL where the default holds": "其中另设数值的行号；采用默认值时为 NULL",
  "Line of it where the settings begin; NULL where there are none": "其中设置起始的行号；没有设置时为 NULL",
  "One row per tier of the customer pyramid, from the top: where it is cut.": "每行一个客户金字塔层级，由高到低：其分界所在。",
  "Name of the tier": "层级名称",
  "Customers down to this share of all, from the most valuable": "由高到低至该比例为止的客户",

  // retention
  "One row per fit of the chance to leave.": "每行一次流失概率的拟合。",
  "One row per group of customers and moment since they became customers.": "每行一组客户与成为客户以来的一个时刻。",
  "One row per part of the customers that the model used was tried on, by the chance that it gave them.": "每行一组检验所采用模型的客户，按其概率划分。",
  "One row per customer of the list of whom to call first: as many as prediction.list_customers says.": "每行一位优先联系的客户，数量依 prediction.list_customers。",
  "One row per customer of the list of those whose next order is late by their own rhythm, the most revenue in the current window first: as many as prediction.list_customers says.":
    "每行一位按自身节奏下一单已迟的客户，本期收入最高者在前，数量依 prediction.list_customers。",
  "Customers that are late, those beyond the list too": "迟单客户数，含名单之外者",
  "What they brought in the current window": "其本期收入",
  "One row per run with an order: who is still a customer, who is expected to leave, and how far that can be trusted.": "每次有订单的运行一行：谁仍是客户、预计谁会流失、可信程度如何。",
  "Customers that ever ordered": "曾下过单的客户数",
  "Those that are not lost; NULL without a horizon": "其中未流失者；没有期限时为 NULL",
  "A customer without an order for longer than this is lost": "超过该天数未下单即为流失",
  "Time that is predicted": "所预测的时间",
  "Chance with which intervals hold what they are for": "区间包含其目标的概率",
  "A chance to leave from here on is medium": "流失概率自此起为中等",
  "A chance to leave from here on is high": "流失概率自此起为高",
  "Whether chances to leave could be computed": "是否能计算流失概率",
  "Why they could not; NULL where they could": "不能计算的原因；能计算时为 NULL",
  "Day from which the model used was tried on what then came": "检验所采用模型的起始日期",
  "Customers of that day": "当日的客户数",
  "Customers of that day who left": "当日客户中流失者",
  "One row per run with customers that are followed: what the curves rest on.": "每次有观察客户的运行一行：曲线的依据。",
  "Customers followed": "观察的客户数",
  "Those in the curves": "曲线中的客户数",
  "Those of whom it is not known whether they are new, and that are left out of the curves": "不知是否为新客户而未计入曲线者",
  "Those in the curves that were customers before the record begins": "曲线中在记录开始前已是客户者",
  "Whether the curves hold such customers, for there are few others": "其他客户太少时，曲线是否包含此类客户",
  "One row per model of the chance to leave: how good it was on a time that it had not seen.": "每行一个流失概率模型：在其未见过的时间上表现如何。",
  "One row per state of the next order by customers' own rhythms.": "每行一种按客户自身节奏的下一单状态。",
  "Customers in it": "其中的客户数",
  "Share of such orders that come by the upper end of the interval": "在区间上限之前到来的此类订单的比例",
  "Gaps that a customer needs for a rhythm of its own": "客户形成自身节奏所需的间隔数",
  "One row per group of customers that has a curve, with what tells whether the groups of its dimension differ by more than chance.": "每行一组有曲线的客户，并说明其维度各组的差异是否超出偶然。",
  "One row per term of the model that today's chances come from, where it is one of terms; of the final fit.": "每行今天概率所用模型的一项（若该模型由项构成），取最终拟合。",
  "What a standard deviation of the term multiplies the odds to leave by": "该项每一标准差使流失优势变为几倍",
  "Chance to leave within holdout_days, see customer_churn": "holdout_days 天内的流失概率，见 customer_churn",
  "Chance to leave within prediction.holdout_days, see customer_churn": "prediction.holdout_days 天内的流失概率，见 customer_churn",
  "low, medium or high": "低（low）、中等（medium）或高（high）",
  "low, medium or high; NULL where no chance is told": "低（low）、中等（medium）或高（high）；没有概率时为 NULL",
  "Time that the chance to leave is of": "流失概率所指的时间",
  "not due, due or late, see customer_rhythms; NULL without a rhythm of its own": "未到期（not due）、已到期（due）或已迟（late），见 customer_rhythms；没有自身节奏时为 NULL",
  "One row per cluster of this run and of the last one: kept, new or gone.": "每行一个本次或上次运行的聚类：沿用、新增或消失。",
  "One row per cluster.": "每行一个聚类。",
  "One row per expert who judged the measures, and one of all together: the weights that follow, and how far they contradict.": "每行一位判断指标的专家，另有一行为综合：所得权重及矛盾程度。",
  "One row per scheme of named segments and segment: its customers and figures.": "每行一个命名方案中的一个细分：其客户与数字。",
  "Kendall's tau-b of the ranking by loyalty and the eight classes": "忠诚度排名与八类客户的 Kendall τ-b",
  "The same of the five decision segments": "与五类决策客群的 Kendall τ-b",
  "Consistency ratio from which on judgements are not used": "一致性比率达到此值时不采用判断",
  "One row per measure of RFM: its weight in the loyalty score, and how far the head of the ranking hangs on it.": "每行一项 RFM 指标：在忠诚度得分中的权重，及排名前列对它的依赖程度。",
  "One row per measure and change of its weight tried: what becomes of the ranking by loyalty.": "每行一项指标的一种权重变动：忠诚度排名随之如何变化。",
  "How far ahead purchases count in what is still to come": "尚待实现的价值计入未来多少个月",

  // states
  "One row per cohort and period since that is over, by month and by the finest length of which states.cohort_periods hold the whole history.":
    "每行一个同期群与其后一个已结束的时期，按月，及按 states.cohort_periods 期可容纳全部历史的最细时期长度。",
  "Of cohorts and of periods since there are as many as the setting says at most, the latest and the first.": "同期群取最近者，其后时期取最早者，均不超过该设置的数量。",
  "Whether the length is that finest one": "是否为该最细时期长度",
  "One row per month end and state: how many customers and open leads were in it.": "每行一个月末与一种状态：其中的客户数与跟进中的线索数。",
  "One row per run with a month end: active and lost customers, and what became of those of a span before.": "每次有月末的运行一行：活跃与流失客户，以及一个期间之前的客户后来如何。",
  "Active on the as-of date: first-time, repeat or loyal": "截止日期的活跃客户：初次（first-time）、重复（repeat）或忠诚（loyal）",
  "Days for which chances to come back are told": "回流概率所指的天数",
  "Orders that a loyal customer has at least": "忠诚客户的最少订单数",
  "Quarters of the last four in which it ordered, at least": "最近四个季度中至少有订单的季度数",
  "Times lost_after_days from which on a silence is long": "沉默超过 lost_after_days 的多少倍即为长期",
  "A customer without an order for longer than this is lost; NULL where it is not known": "超过此天数未下单的客户视为流失；不详时为 NULL",
  "stayed_rate of the span before; NULL where the record is too short": "前一期间的 stayed_rate；记录过短时为 NULL",
  "back_rate of the span before; NULL where the record is too short": "前一期间的 back_rate；记录过短时为 NULL",
  "One row per reason of those lost within the span.": "每行一个期间内流失客户的原因。",
  "One row per way from a state to another between the two ends of the span.": "每行一种期间首末之间的状态变动。",
  "One row per state: who is in it today, what they bring, and what to do about them.": "每行一种状态：今天处于其中的客户、所带来的收入与对策。",
  "One row per group of lost customers: how many of such came back.": "每行一组流失客户：此类客户多少回流。",
  "Place by number of orders, from 1": "按订单数的位次，从 1 起",
  "One row per lost customer to win back, the most worth first: as many as states.list_customers says.": "每行一位可挽回的流失客户，挽回价值高者在前，数量依 states.list_customers。",
  // comparisons of any two periods
  "One row per comparison of two calendar periods and driver of the change in revenue.": "每行为一组两期比较中收入变动的一个驱动因素。",
  "Order of the comparisons, see comparisons": "比较的顺序，见 comparisons",
  "Order of the drivers within one": "同一比较内驱动因素的顺序",
  "One row per comparison of two calendar periods and effect on revenue; none without order lines in both.": "每行为一组两期比较中对收入的一项影响；两期无订单行则无行。",
  "Order of the effects within one": "同一比较内影响的顺序",
  "One row per two calendar periods that are compared: their revenue.": "每行为相比较的两个日历期间：其收入。",
  "Revenue of the later period": "较晚一期的收入",
  "Revenue of the earlier one": "较早一期的收入",
  "The difference": "差额",
  "The difference by the revenue of the earlier period; NULL where that is not positive": "差额占较早一期收入之比；后者不为正时为空",
  // relationship, sales
  "Level of relationship recommended; NULL without a tier": "建议的关系级别；没有层级时为 NULL",
  "in time, overdue or never contacted; NULL where no contact is due": "及时（in time）、逾期（overdue）或从未联系（never contacted）；没有应有联系时为 NULL",
  "One row per segment of customers with a tier, the highest level first.": "每行一个由有层级客户组成的客群，级别最高者在前。",
  "One row per run with a customer that has a tier: who is contacted in time, and what contacts are spent on.": "有带层级客户的每次运行一行：谁得到及时联系，联系花在哪里。",
  "Date of the first contact on record; NULL without one": "首次在案联系的日期；没有时为 NULL",
  "Date of the last contact on record": "末次在案联系的日期",
  "Customers whose contacts are held against those due; NULL where contacts are not on record": "以实际联系与应有联系对比的客户；联系无记录时为 NULL",
  "Contacts made in the window to customers of a level without contacts; NULL where contacts are not on record": "窗口内与级别无须联系的客户的联系；联系无记录时为 NULL",
  "Revenue of all customers, current window": "全部客户在当前窗口的收入",
  "Time over which contacts made are held against those due": "实际联系与应有联系对比的时间",
  "Days beyond the interval of a level before a customer is overdue": "客户逾期前可超出级别间隔的天数",
  "Up to this share of customers a segment has few": "客户占比不超过此值的客群为少",
  "Above this share it has many": "超过此值为多",
  "Below this share of the contacts due a customer is neglected": "联系低于应有的此比例即为被忽视",
  "Above so many times the contacts due it is over-served": "联系超过应有的此倍数即为服务过度",
  "and with at least so many more than due": "且至少多出的次数",
  "One row per level of relationship, the highest first, and one of customers without a level: what it means, and what is done.": "每行一个关系级别，最高者在前，另有一行为无级别客户：其含义与实际情况。",
  "Name of the level; NULL for customers without one": "级别名称；无级别客户为 NULL",
  "Contacts due to a customer in a month": "每位客户每月应有的联系",
  "What the company does for its customers": "公司为其客户所做之事",
  "One row per account manager or team with a customer: contacts due and made.": "每行一位有客户的客户经理或一个团队：应有联系与实际联系。",
  "Who falls short most comes first, by revenue of the customers overdue.": "按逾期未联系客户的收入，欠缺最多者在前。",
  "Name to show; NULL for customers without an account manager or team": "显示名称；无客户经理或团队的客户为 NULL",
  "Team of an account manager": "客户经理的团队",
  "One row per customer of the list of those over-served: as many as relationship.list_customers says, the most contacts above those due first.": "每行服务过度名单上的一位客户：数量按 relationship.list_customers，超出应有联系最多者在前。",
  "Place by contacts above those due, from 1": "按超出应有联系的名次，从 1 起",
  "Cost to serve in the current window": "当前窗口的服务成本",
  "One row per customer of the list of those overdue for contact: as many as relationship.list_customers says, the most valuable first.": "每行逾期未联系名单上的一位客户：数量按 relationship.list_customers，价值最高者在前。",
  "Place by what tiers are cut from, from 1": "按划分层级所用数值的名次，从 1 起",
  "Name of who holds most": "持有最多者的姓名",
  "From this share on a person is pointed out": "一人持有达到此比例即予指出",
  "One row per dimension and group of the sales force, who sells most first.": "每行一个维度及其销售分组，售出最多者在前。",
  "Account manager as the files name them, of the dimension owner; NULL without one": "客户经理（维度 owner），与文件写法一致；没有时为 NULL",
  "Name of the group to show; NULL for those without the value": "分组的显示名称；没有取值者为 NULL",
  "here, notice given, left or not listed; NULL where there is no list of account managers": "在职（here）、已提出离职（notice given）、已离职（left）或名单未列（not listed）；没有客户经理名单时为 NULL",
  "Last day of an account manager": "客户经理的最后工作日",
  "One row per key customer with an account manager: as many as sales.list_customers says, by account manager, those of whom leaves first, then of whom holds most.": "每行一位有客户经理的关键客户：数量按 sales.list_customers，按客户经理排列，先列离职者的客户，再列持有最多者的客户。",
  "Name of the account manager": "客户经理姓名",
  "Last day of the account manager": "客户经理的最后工作日",
  "One row per commission rate and day from which it holds: what it pays.": "每行一项提成比例及其生效日：支付的提成。",
  "One row per event on the page of a customer: the newest, as many as selection.listed_events says.": "客户页面上的每个事件一行：最新者，数量由 selection.listed_events 规定。",
  "Share of the differences of delivered value told that may be chance alone": "所列让渡价值差异中可能仅属偶然的比例",
  "One row per dimension, group and window of tickets: how fast they were answered and resolved, and what they cost, and how many wait.": "每行一个维度、组与期间的工单：响应与解决的快慢、成本以及未结数量。",
  "Of products those with the dearest tickets, as many as service.list_products says, by name. A group of which only older tickets wait has a row of the current window without a ticket.": "产品仅列工单成本最高的 service.list_products 个，并附名称。只有更早工单未结的组，在本期有一行，工单数为 0。",
  "Tickets that are open on the as-of date, whenever they were opened; 0 of the window before": "截止日期未结的工单，不论何时受理；上期为 0",
  "Age of the oldest of them; NULL where none is open": "其中最久者的天数；没有未结时为 NULL",
  "Age of the oldest, whenever it was opened": "最久者的天数，不论何时受理",
  "First day of the complete months that tell what is bad now; NULL without one": "判断目前状况的完整月份的首日；没有时为 NULL",
  "One row per product of the list of those that failed more than others: as many as service.list_products says, and those that clearly do now.": "每行一个失误多于其他的产品：共 service.list_products 个，另含目前明显失误者。",
  "One row per measure of service and group that answers for it: how it does now, over the window, and at its worst, see marts.service_shortfalls.": "每行一项服务指标及其负责的组：目前、分析期内及最差时的情况，见 marts.service_shortfalls。",
};
