import type { Texts } from "../../../lib/language.js";

/** What the tables of solvency say of themselves: grains, notes, meanings and units. */
export const solvency: Texts = {
  // ageing_by_bucket
  "One row per ageing bucket of all that is open, the empty ones too; credit not used is a bucket of its own.":
    "每行一个全部应收余额的账龄段，含空段；未使用的贷项自成一段。",
  "Share of all that is owed; NULL for credit": "占全部应收款的比例；贷项为 NULL",

  // ageing_by_customer
  "One row per customer and ageing bucket in which something is open; credit not used is a bucket of its own.":
    "每行一位客户与有未结余额的账龄段；未使用的贷项自成一段。",

  // altman_scores
  "One row per business client and period: Altman's score of how near a company is to bankruptcy, by the model for firms without a market value.":
    "每行一家企业客户与期间：Altman 破产风险评分，采用无市值企业的模型。",
  "Z' (private manufacturers) = 0.717 x1 + 0.847 x2 + 3.107 x3 + 0.420 x4 + 0.998 x5: safe above 2.9, distress below 1.23. Z'' (others) = 6.56 x1 + 3.26 x2 + 6.72 x3 + 1.05 x4: safe above 2.6, distress below 1.1. Source: E. I. Altman, Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models (2000). Flows are for a year. It was estimated on industrial firms: of banks and insurers it says nothing.":
    "Z′（制造企业）= 0.717 x1 + 0.847 x2 + 3.107 x3 + 0.420 x4 + 0.998 x5：高于 2.9 为安全区，低于 1.23 为破产风险区。Z″（其他）= 6.56 x1 + 3.26 x2 + 6.72 x3 + 1.05 x4：高于 2.6 为安全区，低于 1.1 为破产风险区。来源：E. I. Altman，《Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models》（2000）。流量折算为一年。模型以工业企业估计，不适用于银行与保险公司。",
  "Business client": "企业客户",
  "Z' or Z'', by solvency.altman_model and the client's industry, however it is capitalised":
    "Z′ 或 Z″，依 solvency.altman_model 与客户行业，不论大小写",
  "x1: (current assets - current liabilities) / total assets": "x1：（流动资产 − 流动负债）÷ 资产总计",
  "x2: retained earnings / total assets": "x2：留存收益 ÷ 资产总计",
  "x3: earnings before interest and tax / total assets": "x3：息税前利润 ÷ 资产总计",
  "x4: equity by the books / total liabilities": "x4：账面所有者权益 ÷ 负债合计",
  "x5: revenue / total assets": "x5：营业收入 ÷ 资产总计",
  "Altman's score; NULL where a part is absent": "Altman 评分；任一项缺失时为 NULL",
  "safe, grey or distress": "安全区（safe）、灰色区（grey）或破产风险区（distress）",
  "Why there is no score": "没有评分的原因",

  // client_solvency
  "One row per client that we give credit to: whoever has a statement or was ever billed, and every business or distributor, and whoever is on hold, where the project has either.":
    "每行一家授信客户：有报表或曾开票者，以及项目有任一数据时的全部企业客户、分销商与冻结客户。",
  "What it owes, how far it can be trusted to pay, what to do. Exposure is what is open, credit taken off; in a project without invoices it is the credit limit. Weakness is that of the grade, or the share of what is owed that is seriously overdue if that is more; a statement that cannot be graded makes nobody sounder than its last grade did. Exposure x weakness is at risk and ranks the watch list. The advice is that of the grade, or of the first grade as weak as that share or last grade; on hold no limit is granted whatever the grade. A stale statement grades nobody. On the watch list is whose grade is watched and who owes anything (or limits are not known), who is seriously overdue, who is over its limit or owes anything with a limit of 0, whose credit is on hold and who still owes or orders, and who owes much but cannot be graded. Before is the last month end a window before the as-of date. The grade of that day is that of the latest statement published by then, if it was not stale then. One restated since does not count, for only the restated figures are graded: the client then has the grade of the period before it.":
    "欠款多少、可信程度、如何应对。敞口为扣除贷项后的应收余额；项目没有发票时为信用额度。风险比例取等级所定比例，或严重逾期占应收款的比例，取较高者；报表无法评级的客户不优于其上次等级。敞口 × 风险比例为风险金额，观察名单据此排列。建议取该等级的建议，或与该占比或上次等级同样弱的首个等级的建议；冻结客户无论等级均不给额度。过期报表不予评级。列入观察名单者：等级受关注且有欠款（或额度未知）；严重逾期；超额度，或额度为 0 而有欠款；信用冻结而仍欠款或下单；欠款较多而无法评级。“此前”为截止日期一个分析期之前的最近月末。当日等级取当时已发布且未过期的最近报表的等级。此后重述的报表不计，因为仅重述后的数字参与评级：该客户取其前一期间的等级。",
  "State of its latest statement: graded, stale, unbalanced, too few ratios, none":
    "最近报表的状态：已评级（graded）、过期（stale）、不平（unbalanced）、可用比率过少（too few ratios）、无（none）",
  "Last day of the latest statement's period": "最近报表的期末日",
  "Date of its publication": "其发布日期",
  "Whether its balance sheet adds up, stale or not: balanced, unbalanced or not checked":
    "资产负债表是否平衡，不论是否过期：平衡（balanced）、不平（unbalanced）或未核对（not checked）",
  "Full months from the end of the period to the as-of date": "期末日至截止日期的整月数",
  "Whether the statement replaced an earlier one for the same period": "报表是否取代同期较早发布者",
  "Place of the grade among the grades, from 1, the best": "等级的位次，从 1（最优）起",
  "Place of the best grade that the caps and Altman's distress zone allow, whether or not it binds; NULL without a limit":
    "限制条件与 Altman 破产风险区所允许的最优等级的位次，不论是否起作用；没有限制时为 NULL",
  "a grade is no better than the cap": "等级不优于限制条件",
  "Score of the statement; NULL where it is not graded": "报表评分；未评级时为 NULL",
  "What led to the grade, or why there is none": "等级的依据，或没有等级的原因",
  "Grade of the period before; NULL where there is no statement of it": "前一期间的等级；没有其报表时为 NULL",
  "Grades better (or worse, negative) than in the period before": "较前一期间上升的级数（下降为负）",
  "grades": "级",
  "Day that before is": "“此前”的日期",
  "Grade known on that day, or the name for 'not graded'; NULL where no statement was known": "当日已知的等级，或“未评级”的名称；当时没有报表时为 NULL",
  "Z' or Z'', by which that score is computed": "Z′ 或 Z″，即计算该评分的模型",
  "Altman's score of the latest statement": "最近报表的 Altman 评分",
  "safe, grey or distress; NULL without a score or where the statement is stale or unbalanced":
    "安全区（safe）、灰色区（grey）或破产风险区（distress）；没有评分、报表过期或不平时为 NULL",
  "What is at stake; NULL where neither invoices nor a limit are known": "敞口；发票与额度均未知时为 NULL",
  "open receivables or credit limit": "应收余额（open receivables）或信用额度（credit limit）",
  "Share of all exposure": "占全部敞口的比例",
  "Open on the day before, credit taken off; NULL where it is not known": "此前当日的应收余额，已扣贷项；未知时为 NULL",
  "Share of what is owed that is overdue": "逾期占应收款的比例",
  "Days the oldest invoice is overdue; 0 where nothing is": "最早逾期发票的逾期天数；无逾期为 0",
  "Open amount as a share of the credit limit": "应收余额占信用额度的比例",
  "Why there is no such share; NULL for who was never billed": "没有该比例的原因；从未开票者为 NULL",
  "Invoices that fell due in the current window": "本期到期的发票数",
  "Mean days late over those, of open ones so far; negative for early": "其平均拖欠天数，未付的计至今日；提前为负",
  "Share of the exposure that counts as at risk": "敞口中计为风险的比例",
  "Terms of payment advised": "建议账期",
  "What to do about the credit limit": "信用额度建议",
  "Payment asked for in advance": "建议预付比例",
  "Why it should get no further credit: on hold, a limit of 0, over its limit, or terms of the worst grade":
    "停止授信的原因：冻结、额度为 0、超额度，或适用最低等级条件",
  "Whether it is on the watch list, should get no further credit, and yet ordered in the last solvency.recent_order_days":
    "是否在观察名单上、应停止授信，而最近 solvency.recent_order_days 天内仍下单",
  "Whether it pays as late as a watched grade although its own is not watched: a sound client that does not pay may dispute the invoice, which should be asked before the advice is followed":
    "自身等级不受关注，而付款拖欠程度相当于受关注等级：状况良好却不付款的客户可能对发票有争议，应先核实再按建议执行",
  "Place on the watch list, by what is at risk; NULL for who is not on it": "观察名单位次，按风险金额；未列入时为 NULL",
  "Why it is on the watch list": "列入观察名单的原因",
  "Share of all that is at risk on the watch list that it and those before it hold": "观察名单全部风险金额中，至该客户为止的累计占比",

  // clients_by_grade
  "One row per grade of solvency.grades, the empty ones too, with the clients that have it and what they owe.":
    "每行一个 solvency.grades 的等级，含空等级，及其客户与欠款。",
  "Before is the last month end a window before: by the grade known on that day, see client_solvency, and what they owed then.":
    "“此前”为一个分析期之前的最近月末：按当日已知等级（见 client_solvency）及当时欠款。",
  "Place of the grade, from 1, the best": "等级的位次，从 1（最优）起",
  "Whether a client that owes anything is on the watch list for this grade alone": "有欠款的客户是否仅因该等级即列入观察名单",
  "Clients with it": "该等级的客户数",
  "Share of all clients": "占全部客户的比例",
  "Owed by them and past its due date": "其已过到期日的应收款",
  "Clients with this grade before, of those with a statement known then; NULL where there was none of any client":
    "此前属该等级的客户数，以当时有报表者为限；当时均无报表时为 NULL",

  // clients_by_solvency_group
  "One row per dimension and group of the clients that we give credit to: by the state of their statement, by Altman's zone, by industry, by account manager.":
    "每行一个授信客户的维度与分组：按报表状态、Altman 区间、行业、客户经理。",
  "Each dimension holds every client once. Weak is a grade that is watched.": "每个维度包含每家客户一次。弱势指等级受关注。",
  "What is divided by: statement, altman_zone, industry or owner":
    "划分维度：报表状态（statement）、Altman 区间（altman_zone）、行业（industry）或客户经理（owner）",
  "Group; no score: Altman's score is not known, or of a statement that does not count; unknown: no value":
    "分组；无评分（no score）：Altman 评分未知，或其报表不计；未知（unknown）：没有取值",
  "Order of the groups: by what is at risk, then by weak clients; unknown last": "分组的顺序：先按风险金额，再按信用较弱客户数；未知在最后",
  "Clients in it": "其中的客户数",
  "Clients with a weak grade": "等级偏弱的客户数",
  "Weak clients by graded ones; NULL where none is graded": "信用较弱客户占已评级客户的比例；均未评级时为 NULL",
  "What is at stake with them; NULL where it is not known": "其敞口；未知时为 NULL",
  "Share of all that is at risk": "占全部风险金额的比例",

  // grade_moves
  "One row per step from the grade of the period before to the grade of now that some client took.": "每行一种有客户发生的等级变动：从前一期间的等级到现在的等级。",
  "A client whose latest statement is stale, unbalanced or has too few ratios moves to 'not graded'; who has no statement of the period before comes from 'no statement'.":
    "最近报表过期、不平或可用比率过少的客户变为“未评级”；没有前一期间报表者自“无报表”起。",
  "Grade of the period before, the name for 'not graded', or no statement": "前一期间的等级、“未评级”的名称或“无报表”",
  "Place of that grade, from 1, the best; NULL for no statement": "该等级的位次，从 1（最优）起；无报表时为 NULL",
  "Grade of now, or the name for 'not graded'": "现在的等级，或“未评级”的名称",
  "Place of that grade, from 1, the best": "该等级的位次，从 1（最优）起",
  "better, worse or same; NULL where it is not graded now or was not then": "上升（better）、下降（worse）或不变（same）；现在或当时未评级时为 NULL",
  "Clients that took the step": "发生该变动的客户数",

  // industry_ratios
  "One row per industry and ratio, over the latest statements that are compared, see ratios; and one for all of them together, those without an industry too.":
    "每行一个行业与财务比率，基于参与比较的最近报表，见 ratios；另有一行合计全部行业，含行业未知者。",
  "Quartiles are interpolated linearly and NULL below solvency.min_peers clients.": "四分位数按线性插值，少于 solvency.min_peers 家客户时为 NULL。",
  "Industry of the customer file, or 'all industries'": "客户档案的行业，或“全部行业”（all industries）",
  "Name of the ratio": "财务比率名称",
  "Place of the ratio among the others, from 1": "该比率的位次，从 1 起",
  "Heading it is shown under": "所属类别标题",
  "Formula in words": "公式的文字表述",
  "times, share (0 to 1) or days": "倍（times）、比例（share，0 至 1）或天（days）",
  "Which way is good: higher or lower": "方向：越高越好（higher）或越低越好（lower）",
  "Clients compared": "参与比较的客户数",
  "Value that a quarter of them stay below, in the ratio's unit": "四分之一客户低于的数值，按该比率的单位",
  "Value in the middle, in the ratio's unit": "居中的数值，按该比率的单位",
  "Value that a quarter of them exceed, in the ratio's unit": "四分之一客户高于的数值，按该比率的单位",
  "Clients in the band strong; NULL for a ratio without bands": "优良区间的客户数；没有区间的比率为 NULL",
  "Clients in the band adequate": "合格区间的客户数",
  "Clients in the band weak": "偏弱区间的客户数",
  "Clients in the band critical": "危险区间的客户数",
  "Share of the clients in the band weak": "偏弱区间的客户占比",
  "Share of the clients in the band critical": "危险区间的客户占比",

  // ratio_trends
  "One row per business client and ratio that has a weight in the grade: its trend over the periods and a cautious outlook.":
    "每行一家企业客户与计入评级的财务比率：历年趋势与谨慎展望。",
  "A straight line is fitted by least squares to the values of balanced statements, each at the end of its period. Only periods of one length are put side by side: the longest the client has of up to a year, so that years are not mixed with their quarters (the shortest where all are longer). A direction takes three things: solvency.trend_min_periods values; an interval of the slope, at solvency.direction_confidence, that leaves 0 out (Student's t with periods - 2 degrees of freedom); and a change of the line over all periods of solvency.direction_least_change of the distance from weak to strong. Of ratios without a trend up to one in twenty still shows one by chance. Steady is what lies closer together than that change; everything else has no clear trend. The outlook is the line at the end of the next period, unless that is over by now, with the interval in which the next value lies with the chance solvency.trend_confidence if the trend goes on (prediction interval). With few periods it is wide, as it should be; it knows nothing of what the client plans. Outlook and interval end where the ratio does, see lowest and highest of ratios, unless the client has passed that before; there is none where all of the interval lies beyond.":
    "以最小二乘法对平衡报表的数值拟合直线，每一数值置于其期末。仅并列长度相同的期间：取该客户不超过一年的最长期间，以免年度与季度混杂（均长于一年时取最短者）。判定方向需三个条件：solvency.trend_min_periods 个数值；斜率在 solvency.direction_confidence 置信水平下的区间不含 0（学生 t 分布，自由度为期数 − 2）；直线在全部期间内的变动达到由弱至优距离的 solvency.direction_least_change。没有趋势的比率中，至多二十分之一仍会偶然显示趋势。数值彼此相差小于该变动者为平稳，其余为趋势不明。展望为直线在下一期末的值（该期已结束时除外），并给出若趋势延续、下期数值以 solvency.trend_confidence 概率所在的区间（预测区间）。期数少时区间较宽，理应如此；展望不了解客户的计划。展望与区间止于比率的取值界限，见 ratios 的 lowest 与 highest，除非客户此前已越过；区间全部超出界限时不作展望。",
  "Length of the periods looked at": "所用期间的长度",
  "Values the line is fitted to": "拟合直线所用的数值数",
  "periods": "期",
  "Last day of the last period with a value": "最近一个有值期间的末日",
  "Value of that period, in the ratio's unit": "该期数值，按该比率的单位",
  "Change per year, in the ratio's unit; NULL below solvency.trend_min_periods values":
    "每年变动，按该比率的单位；少于 solvency.trend_min_periods 个数值时为 NULL",
  "Lower end of the interval of the slope": "斜率区间下限",
  "Upper end of the interval of the slope": "斜率区间上限",
  "improving, worsening, steady, no clear trend or too few periods":
    "改善（improving）、恶化（worsening）、平稳（steady）、趋势不明（no clear trend）或期数不足（too few periods）",
  "Last day of the period after, of the same length": "下一个同长度期间的末日",
  "Value the line leads to then; NULL where there is none": "直线在该日的值；没有时为 NULL",
  "Lower end of its interval": "展望区间下限",
  "Upper end of its interval": "展望区间上限",
  "Why there is none: period over, too few periods, or beyond what can be": "没有展望的原因：该期已结束、期数不足或超出可能范围",

  // ratios
  "One row per business client, period and ratio of solvency.ratios.": "每行一家企业客户、期间与 solvency.ratios 的财务比率。",
  "A ratio is NULL, and says why, where a line of its formula is absent, or where its divisor is zero or negative and it would have no meaning: debt to equity of negative equity, growth after a loss. Two of these are good news and count as strong: no current liabilities to meet, and no interest to cover where there is an operating profit; where there is none, nothing is said of how interest could be covered. Balance sheet lines are those at the end of the period, flows are for a year, see statements. Growth is over the period of equal length a year before. The rank compares latest statements within an industry that are neither stale nor unbalanced: the share of the others that the client does better than, a tie counting half.":
    "公式中有项目缺失，或除数为零或负而无意义时（如权益为负时的产权比率、亏损后的增长率），比率为 NULL 并注明原因。其中两种为好消息，计为优良：没有需偿还的流动负债；有营业利润而没有利息费用；没有营业利润时则不判断如何偿付利息。资产负债表项目取期末数，流量折算为一年，见 statements。增长率与上年同长度期间相比。行业排名比较同行业中既不过期也非不平的最近报表：优于其他客户的比例，相同者计半。",
  "times, share (0 to 1), days, or statement currency": "倍（times）、比例（share，0 至 1）、天（days）或报表货币（statement currency）",
  "Least value there can be: 0 for what is made of lines that are never negative; NULL where there is none":
    "可能的最小值：由非负项目构成者为 0；没有时为 NULL",
  "Most there can be, income besides revenue apart: 1 for the equity ratio and margins; NULL where there is none":
    "可能的最大值，不计营业外收入：权益比率与利润率为 1；没有时为 NULL",
  "Value of the ratio, in its unit; NULL where it has no meaning": "比率数值，按其单位；无意义时为 NULL",
  "Why there is no value": "没有数值的原因",
  "strong, adequate, weak or critical; NULL without a value or bands": "优良（strong）、合格（adequate）、偏弱（weak）或危险（critical）；没有数值或区间时为 NULL",
  "Weight of the ratio in the grade": "该比率在评级中的权重",
  "Whether the period is the client's latest": "是否为该客户的最近期间",
  "Whether the value is among those compared: of a latest statement, neither stale nor unbalanced": "是否参与比较：最近报表，既不过期也非不平",
  "Clients of its industry compared, this one included; NULL where its industry is not known": "同行业参与比较的客户数，含本客户；行业未知时为 NULL",
  "Share of the others compared that it does better than; NULL below solvency.min_peers":
    "优于其他参与比较客户的比例；少于 solvency.min_peers 家时为 NULL",

  // receivables
  "One row per invoice or credit note up to the as-of date, of customers that count.": "每行一张截至截止日期的发票或贷项通知，仅计有效客户。",
  "Three amounts are kept apart everywhere: what is owed on invoices, credit not used yet (credit notes, overpayments; negative), and their sum, what is open. Credit is never taken off an overdue invoice, for nobody has said which one it is meant for. Only the last payment of an invoice is known, so all that was paid counts from that day; from the invoice date where no day is given. The date before is the last month end that lies a window before the as-of date.":
    "三类金额始终分列：发票应收款、尚未使用的贷项（贷项通知、多付款项；为负）及其合计即应收余额。贷项从不抵减逾期发票，因为无从得知其对应哪一张。每张发票仅知最近一次付款，因此全部已付金额自该日起计；未注明日期时自开票日起计。“此前”的日期为截止日期一个分析期之前的最近月末。",
  "Day from which what was paid counts; NULL where nothing was": "已付金额起计之日；未付款时为 NULL",
  "Still open; negative for credit not used": "未结余额；未使用的贷项为负",
  "owed, credit (not used yet) or settled": "应收（owed）、贷项（credit，尚未使用）或已结清（settled）",
  "Days from the due date to the as-of date, of what is owed; 0 or less where it is not due yet": "应收款自到期日至截止日期的天数；未到期时为零或负",
  "Ageing bucket of what is owed, by solvency.ageing; credit": "应收款的账龄段，依 solvency.ageing；贷项（credit）",
  "Days from the due date to payment of a settled invoice; negative for early": "已结清发票自到期日至付款的天数；提前为负",
  "Open at the date before; NULL where no invoices reach back that far": "此前日期的未结余额；发票未追溯至该日时为 NULL",

  // receivables_by_customer
  "One row per customer that was ever billed: what it owes and how it pays.": "每行一位曾开票的客户：欠款与付款情况。",
  "Days sales outstanding = open amount / billed in the last solvency.dso_window_days x those days (the plain formula: the days of billing that are still to be paid). It is NULL, and says why, for a customer billed for a shorter time, which it would make look slow. How late a customer pays is told of the invoices that fell due in the current window, those still open by how late they are so far: of settled ones alone, who pays half on time and half never is punctual.":
    "应收账款周转天数 = 应收余额 ÷ 最近 solvency.dso_window_days 天的开票额 × 该天数（简单公式：尚待收回的开票天数）。开票时间较短的客户会因此显得付款慢，故为 NULL 并注明原因。付款拖欠按本期到期的发票统计，未结的计至今日：若只看已结清者，一半按时付款、一半从不付款的客户也会显得准时。",
  "Invoices on which something is owed": "有欠款的发票数",
  "Credit not used yet, negative": "尚未使用的贷项，为负数",
  "Owed and past its due date; credit is not taken off": "已过到期日的应收款；不扣贷项",
  "Share of what is owed that is overdue; NULL where nothing is owed": "逾期占应收款的比例；无欠款时为 NULL",
  "Share of what is owed that is overdue by more than solvency.serious_overdue_days": "逾期超过 solvency.serious_overdue_days 天的部分占应收款的比例",
  "Days sales outstanding": "应收账款周转天数",
  "Why there are no days sales outstanding": "没有应收账款周转天数的原因",
  "Open amount as a share of the credit limit; NULL without a limit above 0": "应收余额占信用额度的比例；没有大于 0 的额度时为 NULL",
  "Why there is no such share: no limit on file, or a limit of 0": "没有该比例的原因：未设额度，或额度为 0",
  "Invoices that fell due in the current window and are settled or open": "本期到期的发票数，含已结清与未结",
  "Mean days late over those: to payment where settled, so far where open; negative for early": "其平均拖欠天数：已结清的计至付款日，未结的计至今日；提前为负",
  "Invoices settled in the current window": "本期结清的发票数",
  "Mean days from due date to payment over those alone; negative for early": "仅这些发票自到期日至付款的平均天数；提前为负",
  "Amount of those that were paid late": "其中拖欠付款的金额",
  "Amount x days late of those, as far as they lie in the window, by the days of the window: what its lateness had us lend it on average":
    "其金额 × 分析期内的拖欠天数，除以分析期天数：因拖欠而平均占用的资金",
  "Place among those that owe anything, by amount x days overdue of what is overdue, then by what is owed": "在欠款客户中的位次，先按逾期金额 × 逾期天数，再按应收款",
  "Mean days that what is overdue is so, each amount counting as it is large; NULL where nothing is": "逾期款的平均逾期天数，按金额加权；无逾期时为 NULL",
  "Open at the last month end a window before; NULL where no invoices reach back that far": "一个分析期之前最近月末的未结余额；发票未追溯至该日时为 NULL",

  // receivables_by_month
  "One row per month from the first invoice to the as-of date, the last one up to that day.": "每行一个月份，自首张发票至截止日期，最后一个月止于该日。",
  "The course of what is open is found from its flows: an invoice opens it on its date, payment closes it, and the day after the due date what is not paid becomes overdue. Days sales outstanding = open amount / billed in the last solvency.dso_window_days x those days; NULL where invoices do not reach back that far or nothing was billed.":
    "应收余额的走势由流量得出：发票自开票日起形成余额，付款冲减余额，到期次日未付部分转为逾期。应收账款周转天数 = 应收余额 ÷ 最近 solvency.dso_window_days 天的开票额 × 该天数；发票未追溯至此或没有开票时为 NULL。",
  "Last day of the month; the as-of date for the last one": "当月末日；最后一个月为截止日期",
  "Billed in the month, less credit notes": "当月开票额，已扣贷项通知",
  "Owed on invoices at its end": "月末发票应收款",
  "Credit not used at its end, negative": "月末未使用的贷项，为负数",
  "Open at its end: owed less credit": "月末应收余额：应收款减贷项",
  "Overdue at its end; credit is not taken off": "月末逾期款；不扣贷项",
  "Days sales outstanding at its end": "月末应收账款周转天数",
  "Invoices settled in the month": "当月结清的发票数",
  "Mean days from due date to payment over those, whenever they were billed; what is still open is not in it; negative for early":
    "其自到期日至付款的平均天数，不论何时开票；未结发票不计；提前为负",

  // restatements
  "One row per line of a statement that a restatement changed: the client's first publication for the period against the one that counts.":
    "每行一个因重述而变动的报表项目：该客户该期间首次发布的数字与现行数字对比。",
  "A quarter is no restatement of the year that ends with it, see statements. A restatement in another currency cannot be compared line by line and has no rows.":
    "季度报表并非同日结束的年度报表的重述，见 statements。以其他货币重述者无法逐项比较，不列。",
  "Line of the statement, in words": "报表项目，以文字表述",
  "Date of the first publication": "首次发布日期",
  "Date of the publication that counts": "现行数字的发布日期",
  "Amount first published; NULL where the line was absent": "首次发布的金额；无该项目时为 NULL",
  "Amount that counts; NULL where the line is absent now": "现行金额；现无该项目时为 NULL",
  "Change as a share of the amount first published; NULL for a line that was 0 or absent": "变动占首次发布金额的比例；原为零或缺失时为 NULL",

  // solvency_totals
  "One row per project: the headline figures of solvency and receivables; none without statements and invoices.":
    "每个项目一行：偿债能力与应收账款的总体数字；没有报表与发票时没有任何行。",
  "Weak is a grade that is watched (D and E by default). Before is the last month end a window before: clients by the grade known on that day, see client_solvency, what they owed then, and receivables as they stood then. Improved and worsened go by the period before instead, whenever that was. Figures of statements are NULL in a project without any, those of receivables in one without invoices.":
    "弱势指等级受关注（默认 D 与 E）。“此前”为一个分析期之前的最近月末：客户按当日已知等级（见 client_solvency）及当时欠款，应收账款按当时余额。上升与下降则与前一期间相比，不论其日期。没有报表的项目，报表类数字为 NULL；没有发票的项目，应收类数字为 NULL。",
  "Clients that we give credit to": "授信客户数",
  "Share of all clients that have a grade": "有等级的客户占全部客户的比例",
  "Clients whose latest statement does not balance, the stale ones among them": "最近报表不平的客户数，含已过期者",
  "Statements that count: clients x periods": "现行报表数：客户 × 期间",
  "statements": "份报表",
  "Statements that replaced an earlier publication": "取代较早发布者的报表数",
  "Statements that do not balance, of all periods": "不平的报表数，含全部期间",
  "Clients whose latest score of Altman that counts is Z'": "最近有效 Altman 评分采用 Z′ 的客户数",
  "Clients whose latest score of Altman that counts is Z''": "最近有效 Altman 评分采用 Z″ 的客户数",
  "Clients of whom a statement was known before, graded or not": "此前已有报表的客户数，无论是否评级",
  "Clients with a weak grade before; NULL where no statement was known then": "此前等级偏弱的客户数；当时均无报表时为 NULL",
  "What is at stake with all clients": "全部客户的敞口",
  "What is at stake with weak clients": "信用较弱客户的敞口",
  "Share of all exposure that is with weak clients": "信用较弱客户占全部敞口的比例",
  "What clients with a weak grade before owed then; NULL where no statement was known then": "此前等级偏弱的客户当时的欠款；当时均无报表时为 NULL",
  "What weak clients owe less what the weak ones before owed then": "信用较弱客户现欠款减此前信用较弱客户当时的欠款",
  "Share of all that was open then": "占当时全部应收余额的比例",
  "What is at stake with clients that cannot be graded": "无法评级客户的敞口",
  "Share of all exposure that is with clients that cannot be graded": "无法评级客户占全部敞口的比例",
  "Exposure x weakness over all clients": "全部客户的敞口 × 风险比例",
  "Exposure x weakness over them": "其敞口 × 风险比例",
  "Clients of the watch list that should get no further credit and yet still order": "观察名单上应停止授信而仍在下单的客户数",
  "Open before": "此前的应收余额",
  "Share of what was owed that was overdue before": "此前逾期占应收款的比例",
  "Days sales outstanding before": "此前的应收账款周转天数",
  "Open less what was open before": "应收余额减此前的应收余额",
  "Share that is overdue less that before": "逾期占比减此前的占比",
  "Days sales outstanding less those before": "应收账款周转天数减此前的天数",

  // statement_grades
  "One row per business client and period: the grade of its statement, and why.": "每行一家企业客户与期间：其报表的等级及原因。",
  "The score is the weighted mean of the bands of the ratios that have a weight (strong 1, adequate 2/3, weak 1/3, critical 0), over those that have a band. The grade is the best of solvency.grades whose least score it reaches, but no better than solvency.caps allow (worst of), nor than solvency.altman_distress_grade in Altman's distress zone. Not graded: a balance sheet that does not balance, or ratios with too little of the weights. A stale statement keeps its grade here, for it was true of its day; client_solvency does not use it.":
    "评分为计入评级的各比率区间（优良 1、合格 2/3、偏弱 1/3、危险 0）的加权平均，仅计有区间者。等级取 solvency.grades 中评分达到最低要求的最优等级，但不高于 solvency.caps 所限（取最低），处于 Altman 破产风险区时亦不高于 solvency.altman_distress_grade。不予评级者：资产负债表不平，或比率所占权重过少。过期报表在此保留等级，因其当时属实；client_solvency 不予采用。",
  "Weighted mean of the bands; NULL where not graded": "各区间的加权平均；未评级时为 NULL",
  "Share of all weights that the ratios with a band hold": "有区间的比率占全部权重的比例",
  "Grade by the score alone; NULL where not graded": "仅按评分得出的等级；未评级时为 NULL",
  "Grade by the score and the caps, or the name for 'not graded'": "按评分与限制条件得出的等级，或“未评级”的名称",
  "Place of the grade among the grades: 1 is the best, the last is 'not graded'": "等级的位次：1 为最优，最后为“未评级”",
  "Whether the statement could be graded": "报表是否可评级",
  "What led to the grade, the worst first, or why there is none": "等级的依据，最差者在前；或没有等级的原因",
  "Grades better (or worse, negative) than in the period before; NULL where one is not graded": "较前一期间上升的级数（下降为负）；任一期未评级时为 NULL",

  // statements
  "One row per business client and last day of a period: the statement that counts, the latest publication for the period.":
    "每行一家企业客户与期末日：现行报表，即该期间最近发布者。",
  "Of periods that end on one day, a year and its last quarter, the longest counts: its balance sheet is the same, and its flows know no season. Flows are also given for a full year (annual_...): the amount x 12 / months of the period. A total of assets, liabilities or equity that is absent follows from the other two, and the balance is then not checked. The period before is the one that ends where this one begins, whatever its length. A year before (year_ago_...) is the period of as many months that ends a year earlier, so that growth holds a half-year against the same half. Both within solvency.period_gap_days. Internal customers are left out.":
    "同日结束的多个期间（如年度与其第四季度）取最长者：资产负债表相同，而流量不含季节因素。流量另折算为全年（annual_...）：金额 × 12 ÷ 期间月数。资产、负债与权益合计缺一时由其余两者推算，此时不核对平衡。前一期间为止于本期起点者，不论长度。上年同期（year_ago_...）为早一年结束、月数相同的期间，使半年与同样的半年比较增长。两者日期均容许相差 solvency.period_gap_days 天。不含内部客户。",
  "Publications for the period, restatements among them; not those for a shorter one": "该期间的发布次数，含重述；不含较短期间的发布",
  "publications": "次发布",
  "Whether a later publication replaced the first": "首次发布后是否被取代",
  "1 for the client's latest period, 2 for the one before ...": "该客户最近期间为 1，前一期间为 2，依此类推",
  "Whether it is the client's latest period": "是否为该客户的最近期间",
  "Whether the period ended more than solvency.stale_after_months before the as-of date":
    "期末日是否早于截止日期 solvency.stale_after_months 个月以上",
  "balanced, unbalanced, or not checked where a total is absent": "平衡（balanced）、不平（unbalanced）；有合计数缺失时为未核对（not checked）",
  "Assets less liabilities and equity": "资产减负债与所有者权益",
  "The gap as a share of assets": "差额占资产的比例",
  "Last day of the period before; NULL where there is no statement of it": "前一期间的末日；没有其报表时为 NULL",
  "Last day of the period of equal length a year before; NULL where there is no statement of it": "上年同长度期间的末日；没有其报表时为 NULL",
  "Currency of its statement": "其报表货币",
  "Its revenue, for a year; NULL in another currency": "其营业收入，折算为一年；其他货币时为 NULL",
  "Its net income, for a year; NULL in another currency": "其净利润，折算为一年；其他货币时为 NULL",
  "Revenue, for a year": "营业收入，折算为一年",
  "Cost of what was sold, for a year": "营业成本，折算为一年",
  "Earnings before interest and tax, for a year": "息税前利润，折算为一年",
  "Net income, for a year": "净利润，折算为一年",

  // client_grade_bases
  "One row per client that we give credit to: what its grade and what is at risk follow from, so that other grades can be tried on it: the score, the best grade that the caps of its latest statement allow, what it owes and how late it pays.":
    "每行一家授信客户：其等级与风险金额的依据，用于试算其他等级：评分、最近报表的限制条件所允许的最优等级、欠款及付款拖欠情况。",
  "The grade is that of the score, but no better than the cap; whoever has no score is not graded. At risk is the exposure by the weakness of the grade, or by what counts whatever the grade if that is more. See statement_grades.":
    "等级依评分而定，但不高于限制条件；没有评分者不予评级。风险金额为敞口 × 该等级的风险比例，最低风险比例更高时按该比例。见 statement_grades。",
  "What counts whatever the grade, see client_solvency": "不论等级的最低风险比例，见 client_solvency",
  "What of it counts whatever the grade: the share that is seriously overdue, or the weakness of its last grade where its statement since cannot be graded; the larger, 0 without either":
    "不论等级的最低风险比例：严重逾期占比，或此后报表无法评级时上次等级的风险比例，取较高者；均无则为 0",
  "Score that the grade is cut from; NULL where it is not graded": "据以划定等级的评分；未评级时为 NULL",
  "Place of the best grade that the caps and Altman's distress zone allow; NULL without a limit, or a score":
    "限制条件与 Altman 破产风险区所允许的最优等级的位次；没有限制或评分时为 NULL",
  "Place of the grade, from 1, the best; the last is 'not graded'": "等级的位次，从 1（最优）起；最后为“未评级”",
  "What is at stake; NULL where it is not known": "敞口；未知时为 NULL",
  "Lower end of its interval of prediction.confidence by Wilson: of few clients the share says little": "其置信度为 prediction.confidence 的威尔逊区间下限：客户很少时，占比说明不了什么",
  "Upper end of that interval": "该区间上限",
};
