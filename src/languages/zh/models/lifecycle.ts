import type { Texts } from "../../../lib/language.js";

/** What the tables of the life of customers say of themselves: grains, notes, meanings and units. */
export const lifecycle: Texts = {
  // prediction_gates
  "One row per condition that a project's orders have to meet before anything of its customers is predicted.": "每行一项条件：项目的订单须满足，方可预测其客户。",
  "Where one is not met, predictions are not made and pages show history alone, with the reason. Customers are those with an order; history is the time from the first order to the as-of date; orders are recent if the last one is no longer before the as-of date than the setting allows: older files would predict a time that is over.":
    "任何一项不满足时不作预测，页面仅展示历史并说明原因。客户指有订单者；历史为首单至截止日期的时间；最后一单距截止日期不超过设置的天数时，订单视为近期：更早的资料只能预测已经过去的时间。",
  "Place in the order they are shown in": "展示顺序",
  "customers, repeat customers, history, calibration or recent orders": "客户（customers）、重复购买客户（repeat customers）、历史（history）、校准期（calibration）或近期订单（recent orders）",
  "What the project has: customers with an order, customers who bought on another day again, days of history, days of it before the held-out ones, days since the last order; of days NULL without an order":
    "项目的实际值：有订单的客户数、另日再次购买的客户数、历史天数、其中检验期之前的天数、距最后一单的天数；没有订单时各天数为 NULL",
  "What it needs: at least so many customers and days of history, at most so many days since the last order": "所需值：客户数与历史天数的下限，距最后一单天数的上限",
  "Whether it has that": "是否满足",
  "What is missing; NULL where nothing is": "所缺内容；无缺时为 NULL",

  // churn_features
  "One row per snapshot and customer that was not lost then: what was known of it that day, and whether it then left.": "每行一个快照与一位当时未流失的客户：当日所知的情况，以及其后是否流失。",
  "There are three snapshots: today, the as-of date; second, prediction.holdout_days before; first, as long before that. A customer is in a snapshot if it had ordered by then, the last time no longer ago than the horizon of lost_after, which is one rule for all of them. It left if it did not order in the prediction.holdout_days after. Everything else comes from what had happened by the snapshot: later orders, returns, answers and resolutions are not in it, nor is what an order lost by returns that came later. That an order was cancelled, and the customer's kind, are taken as they are known today, for their dates are not. Purchases are days with an order. The rhythm is the mean gap between purchases, with one gap more of the usual length of its kind, so that who bought once has one too. What comes from an input is NULL where that holds nothing up to half the window before the snapshot.":
    "共三个快照：今天（today），即截止日期；第二个（second），早 prediction.holdout_days 天；第一个（first），再早同样天数。客户当时已下过单，且距最后一单不超过 lost_after 的期限（对所有快照为同一规则），即在快照中。其后 prediction.holdout_days 天内未下单即为流失。其余均取自快照当日之前已发生的事：不含其后的订单、退货、回答与解决，也不扣除其后的退货。订单取消与客户类型取今天所知，因其日期不详。购买指有订单的日子。节奏为购买间隔的均值，并加一个本类客户惯常长度的间隔，因此只买过一次者也有节奏。某项输入在快照前半个观察期之前没有任何记录时，来自它的值为 NULL。",
  "first, second or today": "第一个（first）、第二个（second）或今天（today）",
  "Its day": "其日期",
  "Days since the first deal, see customers": "距首次成交的天数，见 customers",
  "Days since the last purchase": "距最近一次购买的天数",
  "Usual time between its purchases": "其惯常购买间隔",
  "Days with an order, to date": "累计下单天数",
  "purchases": "次购买",
  "Those of the last prediction.holdout_days": "最近 prediction.holdout_days 天内的次数",
  "Those of as long before": "此前同样天数内的次数",
  "Revenue to date, less the returns that had come in": "累计收入，减去已发生的退货",
  "Complaints of twice prediction.holdout_days; NULL where tickets are not known": "两倍 prediction.holdout_days 天内的投诉；工单不详时为 NULL",
  "complaints": "次投诉",
  "Complaints to date that were not resolved": "累计投诉中尚未解决者",
  "Last answer by then; NULL without one": "当时最近一次回答；没有时为 NULL",
  "Whether it had answered; NULL where answers are not known": "是否回答过；回答不详时为 NULL",
  "Contacts of twice prediction.holdout_days; NULL where contacts are not known": "两倍 prediction.holdout_days 天内的联系；联系记录不详时为 NULL",
  "contacts": "次联系",
  "Whether it did not order in the time after; NULL for today": "其后是否未下单；今天为 NULL",

  // churn_fits
  "One row per fit of the chance to leave: what it is learned from, and why it cannot be where it cannot.": "每行一次流失概率的拟合：学习样本，无法拟合时说明原因。",
  "The trial learns from the first snapshot of churn_features who left by the second, and is tried on the second, where it is known who left by the as-of date. The final fit learns from the second snapshot and says who may leave after the as-of date. Neither is made unless the conditions of prediction_gates are met, the history before its snapshot is as long as they ask for, and prediction.churn_min_outcomes customers left and as many stayed; no final fit without a trial.":
    "试验（trial）从 churn_features 第一个快照学习哪些客户到第二个快照时已流失，并在第二个快照上检验，该处已知截止日期前的流失者。最终拟合（final）从第二个快照学习，预测截止日期之后谁可能流失。须满足 prediction_gates 的条件，快照之前的历史足够长，且流失与留存客户各不少于 prediction.churn_min_outcomes 位；没有试验即没有最终拟合。",
  "trial or final": "试验（trial）或最终（final）",
  "Snapshot of churn_features it learns from": "所学习的 churn_features 快照",
  "Last day of the time in which customers left or stayed": "客户流失或留存的观察期最后一天",
  "Customers of the snapshot": "快照中的客户数",
  "Those who left": "流失者",
  "Those who stayed": "留存者",
  "Share of those who left": "流失者占比",
  "Whether the fit is made": "是否进行拟合",
  "Why it is not; NULL where it is": "未进行的原因；进行时为 NULL",

  // churn_coefficients
  "One row per fit of the chance to leave, model and term: what the model makes of it.": "每行一次流失概率的拟合、一个模型与一项：模型对该项的估计。",
  "Models are logistic regressions of whether a customer left, see churn_features: logistic, on all that is known; recency alone, on the time since the last purchase; base rate, on nothing, which gives everybody the share who left. The chance is 1 / (1 + exp(-s)), where s is the intercept plus the sum of coefficient x term, and TERMS below has the formula of each term. Terms drop out that no input tells of, that fewer than prediction.churn_min_differing customers have otherwise than the others, or that say the same as an earlier one; the final fit has the terms of the trial that it can have. Coefficients are of maximum likelihood with the small penalty prediction.churn_ridge on those of the standardised terms; intervals are Wald's, at prediction.confidence. An odds ratio of 2 doubles the odds to leave, everything else being equal; it says what goes along with leaving, not what brings it about. Silence counts in gaps of the usual length and not by its logarithm, for the odds that a buyer by chance has left grow exponentially with them.":
    "模型为客户是否流失的逻辑回归，见 churn_features：逻辑（logistic）用全部已知信息；仅最近购买（recency alone）只用距最近一次购买的时间；基准率（base rate）不用任何信息，给每人流失比例。概率为 1 / (1 + exp(-s))，s 为截距加各项系数 × 该项之和，各项的公式见下方 TERMS。没有输入说明的项、与其他客户不同者少于 prediction.churn_min_differing 位的项、与前面某项相同的项均不纳入；最终拟合采用试验中可用的项。系数为最大似然估计，对标准化后各项的系数施加小惩罚 prediction.churn_ridge；区间为瓦尔德区间，置信度 prediction.confidence。优势比为 2 即其他条件相同时流失优势加倍；它说明与流失相伴的因素，而非原因。沉默以惯常间隔的个数计而不取对数，因为随机购买者已流失的优势随其指数增长。",
  "trial or final, see churn_fits": "试验（trial）或最终（final），见 churn_fits",
  "logistic, recency alone or base rate": "逻辑（logistic）、仅最近购买（recency alone）或基准率（base rate）",
  "Place of the term, from 0, the intercept": "项的次序，从 0（截距）起",
  "intercept, or what the model knows of a customer": "截距（intercept），或模型所知的客户信息",
  "Mean of the term; NULL for the intercept": "该项均值；截距为 NULL",
  "Its standard deviation": "其标准差",
  "Change of the log odds to leave for one unit of the term, such as a doubling, a year, a yes": "该项每变动一个单位（如翻一番、一年、是）流失对数优势的变动",
  "Its standard error": "其标准误",
  "What one unit multiplies the odds to leave by; NULL for the intercept": "每一单位使流失优势变为几倍；截距为 NULL",
  "Chance of a coefficient as far from 0 if the term told nothing (Wald's test)": "该项若不说明任何问题，系数仍偏离 0 如此之远的概率（瓦尔德检验）",
  "Newton's steps that the fit took": "拟合所用的牛顿步数",
  "steps": "步",
  "Slope of the penalised log-likelihood left at its end, by customers; 0 at its top": "结束时惩罚对数似然的剩余斜率，按客户数计；最大处为 0",
  "Whether it came to its top": "是否达到最大值",

  // churn_scores
  "One row per snapshot and customer whose chance to leave is computed: that by each model of churn_coefficients.": "每行一个快照与一位计算流失概率的客户：churn_coefficients 各模型的概率。",
  "The second snapshot of churn_features is scored by the trial, which knew nothing of what came after the first; today's customers by the final fit. The reasons are the terms that raise the customer's log odds most above those of the mean customer of the fit, by the logistic model: at most three, of terms whose odds ratio is told from 1, and only what raises the log odds by a fifth at least.":
    "churn_features 的第二个快照由试验评分，试验对第一个快照之后的结果一无所知；今天的客户由最终拟合评分。依据为按逻辑模型使客户的对数优势高出拟合中平均客户最多的项：至多三项，其优势比须与 1 有别，且至少使对数优势提高五分之一。",
  "second or today": "第二个（second）或今天（today）",
  "Chance to leave by all that is known": "按全部已知信息的流失概率",
  "Chance by the time since the last purchase": "按距最近一次购买时间的概率",
  "Share who left of those the fit learned from": "拟合样本中流失的比例",
  "Term that raises the chance most; NULL where none does": "使概率提高最多的项；没有时为 NULL",
  "The next": "其次",
  "The one after": "再次",

  // churn_predictions
  "One row per snapshot, customer and model: the chance that the customer does not order in the prediction.holdout_days after.": "每行一个快照、一位客户与一个模型：客户其后 prediction.holdout_days 天内不下单的概率。",
  "Every model is here, so that all are tried on the same customers: see churn_scores for those that learn from who left, and history_predictions for repeat buying, the model that knows purchases alone: of the second snapshot as it was fitted on the calibration, which ends that day, of today as it was fitted on all. It learns nothing from who left, so that it is also here where too few did for the others.":
    "所有模型均在此，因而都在相同客户上检验：从流失者学习的模型见 churn_scores；只知购买记录的重复购买模型（repeat buying）见 history_predictions：第二个快照用截至当日的校准期拟合，今天用全部数据拟合。该模型不向流失者学习，流失者过少而其他模型无法拟合时仍在此。",
  "logistic, recency alone, base rate or repeat buying": "逻辑（logistic）、仅最近购买（recency alone）、基准率（base rate）或重复购买（repeat buying）",
  "second, on which models are tried, or today": "第二个（second），用于检验模型，或今天（today）",
  "Chance to leave": "流失概率",

  // churn_validation
  "One row per model of the chance to leave: how good it was on customers and a time that it had not seen.": "每行一个流失概率模型：在其未见过的客户与时间上表现如何。",
  "Each model said on the second snapshot of churn_features who would leave by the as-of date. The one with the lowest Brier score is used for today's customers, the base rate excepted, which tells nobody apart; of equal ones the first by name. A model that says nothing of today's customers, for want of a final fit, is not used where another does. Where too few left before for a base rate, repeat buying is held against the share that then left, which nobody could know. A model is of no use if its Brier score is not below that of the base rate, or its area under the ROC curve may as well be one half; rough if fewer left or stayed than prediction.churn_min_outcomes, the area is below prediction.churn_fair_auc, or those expected to leave differ from those who left by more than prediction.churn_fair_error of them and by more than chance allows; else good.":
    "各模型在 churn_features 的第二个快照上预测截止日期前谁会流失。布里尔评分最低者用于今天的客户，不区分任何人的基准率除外；相同时取名称在前者。因无最终拟合而对今天的客户无话可说的模型，在另有模型可用时不采用。若此前流失者过少、得不出基准率，重复购买模型则与其后实际流失的比例相比，而该比例事先无人知晓。布里尔评分不低于基准率，或 ROC 曲线下面积可能为二分之一，则模型无用；流失者或留存者少于 prediction.churn_min_outcomes、面积低于 prediction.churn_fair_auc，或预计流失与实际流失相差超过 prediction.churn_fair_error 且超出偶然，则为粗略；否则为良好。",
  "Model, see churn_predictions": "模型，见 churn_predictions",
  "Whether today's chances come from it": "今天的概率是否来自该模型",
  "Why, or why not": "采用或不采用的原因",
  "good, rough, no use, or naive for the base rate": "良好（good）、粗略（rough）、无用（no use），基准率为 naive",
  "What is wrong with it; NULL where nothing is": "其问题所在；没有时为 NULL",
  "Customers it was tried on": "检验所用的客户数",
  "Those of them who left": "其中流失者",
  "Those it expected to leave: the sum of chances": "预计流失者：概率之和",
  "Chance that of two customers, one who left and one who stayed, it gave the one who left the higher chance to leave; ties count half. Area under the ROC curve": "流失与留存客户各一位，给流失者更高概率的机会；相同计一半。即 ROC 曲线下面积",
  "Its standard error (DeLong et al. 1988)": "其标准误（DeLong 等，1988）",
  "Lower end of its interval, at prediction.confidence": "其区间下限，置信度 prediction.confidence",
  "Brier score: mean squared difference of chance and what came": "布里尔评分：概率与实际结果之差的均方",
  "How much lower that is than the base rate's: 1 is perfect, 0 is no better": "比基准率低多少：1 为完美，0 为没有改善",
  "Mean of - ln of the chance given to what came": "实际结果所获概率的负对数均值",
  "Slope of log odds of what came on those predicted: 1 is right, below 1 they were too extreme": "实际对数优势对预测对数优势的斜率：1 为准确，小于 1 为过于极端",
  "Log odds by which more left than was predicted; 0 is right": "流失多于预测的对数优势；0 为准确",
  "Share who left of the tenth with the highest chances": "概率最高的十分之一中流失的比例",
  "That by the share of all who left": "其与总体流失比例之比",

  // churn_calibration
  "One row per model of the chance to leave and tenth of the customers it was tried on, by that chance: what it said and what came.": "每行一个流失概率模型与检验客户按概率排序的十分之一：预测与实际。",
  "Customers with equal chances stay together, so that there may be fewer parts than ten.": "概率相同的客户在同一组，因此组数可能少于十。",
  "Part of the customers, from 1, the lowest chances": "客户分组，从 1（概率最低）起",
  "Mean of their chances to leave": "其流失概率的均值",
  "Share who left": "流失比例",
  "Lower end of its interval (Wilson 1927), at prediction.confidence": "其区间下限（Wilson，1927），置信度 prediction.confidence",

  // customer_churn
  "One row per customer that is not lost: the chance that it does not order in the prediction.holdout_days after the as-of date.": "每行一位未流失的客户：截止日期后 prediction.holdout_days 天内不下单的概率。",
  "The chance is that of the model used, see churn_validation. What it puts at risk is the chance times the revenue of the current window: what would be missing in a year if who falls silent then stays away. Some come back later (back_customers of survival_groups). Customers whose chance is not low are ranked by it: to call first who brings much and may well leave. Reasons are facts that go along with leaving, the strongest first, see churn_scores; of a model that knows no more than the orders it is the time since the last one, where that is longer than the gap expected of it. Nobody is here where no model could be fitted, see churn_fits and repeat_buying_fits, or the one used proved to be of no use.":
    "概率取自所采用的模型，见 churn_validation。风险金额为概率乘以本期收入，即沉默的客户不再回来时一年内缺少的金额；部分客户之后会回来（survival_groups 的 back_customers）。概率不低的客户按其排序：先联系贡献大且很可能流失者。依据为与流失相伴的事实，最强者在前，见 churn_scores；仅知订单的模型则为距最后一单的时间（长于其预期间隔时）。没有模型能够拟合（见 churn_fits 与 repeat_buying_fits）或所用模型无用时没有任何行。",
  "Model that the chance is from": "概率所用的模型",
  "low, medium or high: cut at prediction.churn_medium_from and churn_high_from": "低（low）、中等（medium）或高（high）：以 prediction.churn_medium_from 与 churn_high_from 划分",
  "Chance times that revenue, 0 where that is not positive": "概率乘以该收入；收入不为正时为 0",
  "Place by what is at risk among those whose chance is not low and whom nothing keeps from being called, from 1; NULL for the others": "概率不低且无妨碍致电者按风险金额的位次，从 1 起；其他为 NULL",
  "What raises the chance most; NULL where nothing does": "使概率提高最多的事实；没有时为 NULL",
  "The next; NULL where there is none": "其次；没有时为 NULL",
  "The one after; NULL where there is none": "再次；没有时为 NULL",

  // churn_outlook
  "One row per run with chances to leave: how many customers are expected to leave, and what they brought.": "每次有流失概率的运行一行：预计多少客户流失，他们带来多少收入。",
  "The expected number is the sum of the chances in customer_churn. It would come out otherwise by chance, sum of p (1 - p), and because coefficients are estimates: of models fitted here by the delta method, g' V g with the slope g of the sum in the coefficients and their covariance V, and because what holds from one time need not hold for the next: by how much the model used was off for all customers in its trial, the calibration_shift of churn_validation beyond its own error, variance shift^2 - error^2 where that is positive, along the slope in a common shift of log odds, sum of p (1 - p). The intervals are normal ones of all three together, at prediction.confidence.":
    "预计人数为 customer_churn 中概率之和。实际会因偶然而不同，方差为各概率 p 与 1 − p 之积的和；也因系数为估计值而不同：此处拟合的模型用 δ 法，取斜率与协方差的二次型，其中 g 为该和对系数的斜率，V 为系数协方差。此外，适用于一段时间者未必适用于下一段：所用模型在检验中对全体客户的偏差，即 churn_validation 的 calibration_shift 超出其自身误差的部分（方差为 shift 平方减 error 平方，为正时计入），沿对数几率共同移动的斜率（p 与 1 − p 之积的和）计入。区间为三者合计的正态区间，置信度 prediction.confidence。",
  "Customers that are not lost": "未流失的客户数",
  "Those with a high chance to leave": "流失概率高者",
  "Those with a medium one": "流失概率中等者",
  "Expected to leave: the sum of chances": "预计流失：概率之和",
  "Those expected to leave, by all of them": "预计流失者占全部的比例",
  "Expected to leave if the model is as far off as it was in its trial: expected_left x those who left there / those who were expected to, but no more than there are; NULL where nobody was":
    "模型偏差与试验时相同时的预计流失：expected_left × 试验中的实际流失 / 试验中的预计流失，不超过现有客户数；试验中无人预计流失时为 NULL",
  "Revenue of the current window, of all of them with more than none": "其中收入为正者的本期收入",
  "Revenue that those expected to leave brought: the sum of chances times revenue": "预计流失者带来的收入：概率乘以收入之和",
  "That revenue at risk, by all of it; NULL where there is none": "该风险收入占全部收入的比例；无收入时为 NULL",

  // customer_rhythms
  "One row per customer that is not lost and has bought often enough for a rhythm of its own: when its next order is due.": "每行一位未流失且购买次数足以形成自身节奏的客户：下一单何时到期。",
  "The rhythm is the median gap between its purchases, on a logarithmic scale drawn towards the median of such medians of its kind, which counts as much as prediction.rhythm_prior_gaps gaps of its own. The next order is expected that long after the last. Its interval is what the past shows of such forecasts: for each customer of the kind the gap that ended last was forecast from the gaps before it, and the quantiles of what it was by what was forecast, at prediction.rhythm_confidence, are laid on the rhythm; all kinds count together where fewer than thirty of a kind have been forecast so. It holds for who orders again: that a customer may not is in customer_churn. A purchase is a day with an order.":
    "节奏为其购买间隔的中位数，在对数尺度上向本类客户此类中位数的中位数收缩，后者相当于 prediction.rhythm_prior_gaps 个自身间隔。下一单预计在最后一单之后如此长的时间。区间取自以往此类预测的表现：对本类每位客户，以此前的间隔预测最近结束的间隔，将实际与预测之比的分位数（prediction.rhythm_confidence）用于节奏；某类少于三十位时各类合并。区间适用于会再次下单者：客户可能不再下单见 customer_churn。购买指有订单的日子。",
  "Gaps between its purchases": "其购买间隔数",
  "Median of them": "其中位数",
  "Its rhythm": "其节奏",
  "Day of the last order": "最后一单的日期",
  "Day on which the next is expected": "预计下一单的日期",
  "Lower end of its interval; NULL where nothing has been forecast yet": "其区间下限；尚无预测时为 NULL",
  "Upper end of its interval; NULL where nothing has been forecast yet": "其区间上限；尚无预测时为 NULL",
  "Days since it was expected; below 0 while it is not": "距预计日期的天数；未到时为负",
  "not due; due, where the day has passed; late, where the interval has": "未到期（not due）；已到期（due），日期已过；已迟（late），区间已过",

  // customer_lifetimes
  "One row per customer that ordered: how long it stayed, as far as that is known.": "每行一位下过单的客户：在已知范围内留存多久。",
  "A customer was lost if at any time it did not order for longer than the horizon of lost_after, and it stayed until the last order before that silence, the first one if there were several: winning it back begins a new story. That is known of an order only once the horizon has passed since, so that everybody is followed until the as-of date less the horizon, and no further: nobody counts as kept for a time in which nobody could yet be seen to leave. Who was first seen after that day is not followed yet. Time counts from the first deal. Customers that were so before orders are on record come under observation with the record (left truncation), for those that had left by then are not in it; who was silent for longer than the horizon from there on had left before, and is left out. Of a customer whose first order lies within the horizon of the beginning of the record, and whose file names no earlier deal, it is not known whether it is new. These take no part in the curves, unless fewer than prediction.survival_min_customers others are there.":
    "客户任何时候未下单超过 lost_after 的期限即为流失，留存至该沉默之前的最后一单；有多次时取第一次：赢回另计。某一订单之后须过完期限才能得知，因此每位客户均观察至截止日期减期限，不再向后：在尚无人能被判定流失的时间里，不计任何人为留存。首次出现晚于该日者尚未观察。时间自首次成交起计。订单记录之前已是客户者自记录开始进入观察（左截断），因为此前已流失者不在其中；自此沉默超过期限者早已流失，不计入。首单在记录开始后期限之内且档案未载更早成交者，无法得知是否为新客户，不参与曲线，除非其他客户少于 prediction.survival_min_customers。",
  "First deal": "首次成交",
  "Whether it is known to be the first": "是否确知为首次",
  "Year of the first deal; before records for who was a customer before, start not known": "首次成交年份；此前已是客户者（before records）、起始不详者（start not known）另列",
  "Channel of the first order on record": "记录中首单的渠道",
  "Days from the first deal to where it comes under observation, 0 for most": "自首次成交至进入观察的天数，多数为 0",
  "Days from the first deal to the last order before it was lost, or to where it is followed to": "自首次成交至流失前最后一单，或至观察结束的天数",
  "Whether it was lost then": "届时是否流失",
  "Whether it ordered again after that; NULL where it was not lost": "其后是否再次下单；未流失时为 NULL",
  "Whether it takes part in the curves": "是否参与曲线",

  // survival_curves
  "One row per group of customers and moment since they became customers: how many of them had stayed so long.": "每行一组客户与成为客户以来的一个时刻：多少客户留存如此之久。",
  "Kaplan and Meier's estimate from customer_lifetimes, which says who is followed from when until when; limits by Greenwood's variance and the logarithm of the negative logarithm, at prediction.confidence. Curves are those of all customers, and by the year they came, kind, region and channel of the first order: of groups of at least prediction.survival_min_customers, any of them followed for prediction.holdout_days, the prediction.survival_max_groups largest, of years the latest. A point each prediction.survival_step_days, for as long as anybody is followed, and no longer than a customer that came at the beginning of the record can be.":
    "依据 customer_lifetimes（说明谁自何时观察至何时）的 Kaplan-Meier 估计；界限用 Greenwood 方差与负对数的对数，置信度 prediction.confidence。曲线为全部客户，以及按到来年份、类型、区域与首单渠道：客户不少于 prediction.survival_min_customers 且有人观察达 prediction.holdout_days 的各组中，取最大的 prediction.survival_max_groups 组，年份取最近者。每 prediction.survival_step_days 一点，只要有人在观察之中，且不超过记录开始时到来的客户可观察的时间。",
  "all, cohort, kind, region or first channel": "全部（all）、年份（cohort）、类型（kind）、区域（region）或首单渠道（first channel）",
  "Group; all customers for all": "分组；全部时为全部客户（all customers）",
  "Place of the group in its dimension, from 1": "分组在其维度中的次序，从 1 起",
  "Days since the first deal": "距首次成交的天数",
  "Share that stayed longer": "留存更久的比例",
  "Lower limit of it; NULL before the first is lost and once nobody is left": "其下限；首位流失之前及无人留存之后为 NULL",
  "Upper limit of it": "其上限",
  "Customers followed just before": "此前一刻观察中的客户数",

  // survival_groups
  "One row per group of customers that has a curve in survival_curves: how long they stay, in figures.": "每行一组在 survival_curves 中有曲线的客户：以数字说明留存多久。",
  "The median is the time after which no more than half are left, its interval that of Brookmeyer and Crowley (1982) from the limits of the curve; the mean is the area under the curve up to until_days, the longest time that all groups of the dimension are followed for, so that groups can be compared although not all of their customers have left.":
    "中位数为其后不超过一半留存的时间，区间为由曲线界限所得的 Brookmeyer 与 Crowley（1982）区间；均值为曲线下至 until_days 的面积，后者是该维度各组共同的最长观察时间，因此即使客户尚未全部流失也可比较。",
  "Customers that are followed": "观察的客户数",
  "Those of them who were lost": "其中流失者",
  "Those of the lost who ordered again later": "流失者中后来再次下单者",
  "Days after which no more than half are left; NULL where more are to the end": "其后不超过一半留存的天数；至终超过一半时为 NULL",
  "Upper end of its interval; NULL where it is beyond what is followed": "其区间上限；超出观察时为 NULL",
  "Share that stays longer than 365 days; NULL where nobody is followed so long": "留存超过 365 天的比例；无人观察如此之久时为 NULL",
  "Days that the mean looks at": "均值所观察的天数",
  "Mean of the days stayed within them": "其中留存天数的均值",

  // survival_tests
  "One row per dimension with two or more curves in survival_curves: whether its groups stay equally long.": "每行一个在 survival_curves 中有两条以上曲线的维度：各组留存是否同样长。",
  "The log-rank test (Mantel 1966) of all its groups, over the days that a customer can be followed for. It says whether chance alone would make them differ as much, not how much they differ.": "其全部分组的对数秩检验（Mantel，1966），取客户可观察的天数。它说明仅凭偶然是否会有此差异，而非差异大小。",
  "cohort, kind, region or first channel": "年份（cohort）、类型（kind）、区域（region）或首单渠道（first channel）",
  "Groups compared": "比较的组数",
  "Test statistic; NULL where nobody is lost of all but one": "检验统计量；除一组外均无流失时为 NULL",
  "Its degrees of freedom": "其自由度",
  "Chance of groups that differ as much if they stayed equally long; NULL without a statistic": "各组留存同样长时仍有此差异的概率；没有统计量时为 NULL",

  // customer_states
  "One row per customer and month end at which it was known: its state (客户状态), from what had happened by that day.": "每位客户在其已为人知的每个月末一行：由截至当日所发生之事得出的客户状态。",
  "A customer is known from the month on in which its file was opened or it first ordered; one whose file says no date and which never ordered, on the as-of date alone. Lost (流失) is who did not order for longer than lost_after_by_month says of that day: it is a customer again once it orders, or, seldom, once longer gaps have become usual. Of the others loyal (忠诚) is who ordered states.loyal_orders times or more, in states.loyal_quarters or more of the four quarters, of three months each, that end with the month, and has no complaint that is not resolved; repeat (重复) who ordered twice or more, first-time (初次) who ordered once. Who never ordered is a non-customer (非客户) if marked hostile, irrelevant or not to be contacted, a target (目标) if marked so or if a lead that it came from had states.target_traits or more of money, authority and need, and else a prospect (潜在). No row after the day counts, but what has no date is taken as it is known today: marks, cancelled orders, merged files.":
    "客户自建档或首次下单之月起为人知；档案无日期且从未下单者，仅在截止日期为人知。流失：未下单时间长于 lost_after_by_month 当日所示；再次下单后重为客户，偶尔也因较长间隔已属惯常而重为客户。其余：忠诚为下单 states.loyal_orders 次以上、在止于该月的四个季度（各三个月）中至少 states.loyal_quarters 个有订单、且没有未解决投诉者；重复为下单两次以上者；初次为下单一次者。从未下单者：标记为敌对、无关或勿联系者为非客户；标记为目标、或所来自的线索在资金、决策权、需求中具备 states.target_traits 项以上者为目标；其余为潜在。当日之后的数据均不计入，但没有日期者按今日所知：标记、取消的订单、合并的档案。",
  "prospect, target, non-customer, first-time, repeat, loyal or lost": "潜在（prospect）、目标（target）、非客户（non-customer）、初次（first-time）、重复（repeat）、忠诚（loyal）或流失（lost）",
  "State at the month end before; NULL where the customer was not known then": "上月末的状态；当时尚不为人知时为 NULL",
  "Orders by that day": "截至当日的订单数",
  "Date of the last order by then; NULL without one": "截至当日最近一单的日期；没有时为 NULL",
  "Whether it ordered in the month": "当月是否下单",
  "Quarters of the last four with an order": "最近四个季度中有订单的季度数",
  "quarters": "个季度",
  "Complaints not resolved that day": "当日未解决的投诉数",

  // state_flows
  "One row per month and way from one state to another that customers went in it; those who stayed in theirs are a way too.": "每月每种状态去向一行；停留在原状态者也是一种去向。",
  "Who was not known at the month end before came as new. States are those of month ends: what came and went between two is not seen.": "上月末尚不为人知者为新来（new）。状态取月末：两个月末之间出现又消失者不可见。",
  "State at the month end before, or new": "上月末的状态，或新来（new）",
  "State at the month end": "月末的状态",
  "Customers that went that way": "如此变动的客户数",
  "Those of them that ordered in the month": "其中当月下单者",

  // state_rates
  "One row per month: how many came, left and came back, and at which rates.": "每月一行：进入、流失、挽回的人数与比率。",
  "Active is who is first-time, repeat or loyal. The rates are of those who could have gone: of the active at the month end before for leaving, of the lost for coming back. Of the month of the as-of date they are of as much of it as is known.": "活跃指初次、重复或忠诚。比率以可能变动者为分母：流失率以上月末活跃者计，挽回率以上月末流失者计。截止日期所在月份仅计已知的日子。",
  "Active at the month end before": "上月末活跃者",
  "Ordered for the first time, lost by the month end or not": "首次下单者，无论月末是否已流失",
  "Lost that ordered again": "再次下单的流失者",
  "Lost that are no longer, without an order, for longer gaps have become usual": "未下单而不再计为流失者，因较长间隔已属惯常",
  "Lost that were not": "此前未流失而今流失者",
  "Active at the month end": "月末活跃者",
  "Lost at the month end before": "上月末流失者",
  "Lost at the month end": "月末流失者",
  "Entered by the active before; NULL where there was none": "进入者占上月末活跃者的比例；没有时为 NULL",
  "Share of the active before that is lost at the month end; NULL where there was none": "上月末活跃者中月末已流失的比例；没有时为 NULL",
  "Lower end of its interval (Wilson) at prediction.confidence": "其区间（Wilson）下限，置信度 prediction.confidence",
  "Share of the lost before that was won back; NULL where there was none": "上月末流失者中被挽回的比例；没有时为 NULL",

  // states_by_month
  "One row per month end and state: how many customers were in it, and how many open leads.": "每行一个月末与一种状态：其中的客户数与跟进中的线索数。",
  "Leads stand beside the customers and are not added to them: as long as a lead is open nobody knows whom it turns out to be, and it may be a customer already. An open lead is a target (目标) if it has states.target_traits or more of money, authority and need, as they are known today, and else a prospect (潜在); it is open from the day it was recorded until it was won or lost. A lead that was won or lost on a day that is not known is left out.":
    "线索与客户并列，不计入客户：线索未结束时无从知其为谁，也可能早已是客户。跟进中的线索按今日所知，在资金、决策权、需求中具备 states.target_traits 项以上者为目标，其余为潜在；自登记之日起至赢单或丢单为跟进中。赢单或丢单日期不详的线索不计入。",
  "non-customer, prospect, target, first-time, repeat, loyal or lost": "非客户（non-customer）、潜在（prospect）、目标（target）、初次（first-time）、重复（repeat）、忠诚（loyal）或流失（lost）",
  "Place of the state on the way from the first contact to the last, from 1": "状态在从首次接触到最后接触的过程中的位次，从 1 起",
  "Customers in the state": "处于该状态的客户数",
  "Share of the customers known that day; NULL where none was": "占当日已知客户的比例；没有时为 NULL",
  "Open leads in the state; NULL for states that no lead is in, and without any lead on record": "该状态中跟进中的线索数；线索不会处于的状态，或没有线索记录时为 NULL",

  // states_today
  "One row per state: who is in it on the as-of date, what they bring, how many there were a span before, and what to do about them.": "每行一种状态：截止日期处于其中的客户、所带来的收入、一个期间之前的客户数与对策。",
  "Share of all customers": "占全部客户的比例",
  "Open leads in it; NULL for states that no lead is in, and without any lead on record": "其中跟进中的线索数；线索不会处于的状态，或没有线索记录时为 NULL",
  "Day that before is; NULL where the record has no earlier month": "“此前”的日期；记录中没有更早月份时为 NULL",
  "Customers in it then; NULL where the record has no earlier month": "当时处于其中的客户数；记录中没有更早月份时为 NULL",
  "Customers against those; NULL where there were none": "客户数较当时的变动；当时没有客户时为 NULL",
  "1 = all of them": "1 = 全部",
  "Revenue of its customers in the current window; NULL where nobody in it ever ordered or gave anything back": "其客户的本期收入；无人下过单或退过货时为 NULL",
  "Share of the revenue of all; NULL where that is not positive": "占全部收入的比例；全部收入不为正时为 NULL",
  "What to do for them, of states.steps": "对其采取的对策，取自 states.steps",

  // state_spans
  "One row per span of time that states are compared over: the last states.span_months months, and as many before them.": "每行一个比较状态的期间：最近 states.span_months 个月，及此前同样月数。",
  "A span ends with a month end and begins with the one so many months earlier, or the first there is. A span of no month is left out.": "期间止于某一月末，始于早同样月数的月末，没有时始于最早的月末。不足一个月的期间不列入。",
  "current or prior": "本期（current）或上期（prior）",
  "Month end that it begins with": "期间起始的月末",
  "Month end that it ends with; of the current span the as-of date": "期间终止的月末；本期为截止日期",
  "Months between the two": "两者相隔的月数",
  "Whether it is as long as the setting says": "长度是否达到设置的月数",

  // state_moves
  "One row per way from one state to another between the two ends of the current span: customers that went it, or stayed.": "每行一种本期首末之间的状态变动：如此变动或停留在原状态的客户。",
  "What came and went between the two ends is not seen: who was lost and came back in between stayed. The months are in state_flows.": "首末之间出现又消失者不可见：期间流失又回流者视为停留。逐月变动见 state_flows。",
  "Day of the state before": "原状态的日期",
  "Day of the state after": "现状态的日期",
  "State before; new for who was not known then": "原状态；当时尚不为人知者为新来（new）",
  "Place of the state on the way; NULL for new": "状态在过程中的位次；新来（new）为 NULL",
  "State after": "现状态",
  "Place of the state on the way": "状态在过程中的位次",
  "forward, same, back; for new ones what became of them: new": "前进（forward）、不变（same）、后退（back）；新来者为 new",
  "Share of those that were in the state before": "占原状态客户的比例",
  "Their revenue in the current window; NULL where none of them ever ordered": "其本期收入；无人下过单时为 NULL",

  // state_balances
  "One row per span of time: how the number of active customers came from one end to the other.": "每行一个期间：活跃客户数如何从期初变为期末。",
  "Active is who is first-time, repeat or loyal. Each month's comings and goings are added up: who was lost and came back within the span counts in both.": "活跃指初次、重复或忠诚。各月的进入与流失相加：期间流失又回流者两边均计入。",
  "Month end that it ends with": "期间终止的月末",
  "Whether the span is as long as states.span_months": "期间是否达到 states.span_months 个月",
  "Active at its beginning": "期初活跃者",
  "Ordered for the first time": "首次下单者",
  "Active at its end": "期末活跃者",
  "Lost at its beginning": "期初流失者",
  "Of the active at its beginning those that are not lost at its end": "期初活跃者中期末未流失者",
  "Their share of the active at its beginning; NULL where there was none": "其占期初活跃者的比例；没有时为 NULL",
  "Of the lost at its beginning those that are active at its end": "期初流失者中期末活跃者",
  "Their share of the lost at its beginning; NULL where there was none": "其占期初流失者的比例；没有时为 NULL",

  // cohort_retention
  "One row per cohort and period since it began that is over: how many of its customers ordered in it, and how many are customers still.": "每行一个同期群与其开始以来一个已结束的时期：多少客户当期下单，多少仍为客户。",
  "A cohort is who first ordered in a month, quarter or year, by the orders on record: who had bought before they begin looks new, which makes the first cohort larger and more faithful than the others. A period that is not over by the as-of date has no row, and so none of those that came after it: not yet seen is not 0.":
    "同期群指按订单记录在某月、某季或某年首次下单的客户：记录开始之前已购买者看似新客户，因此首个同期群较其他更大、更忠诚。截止日期尚未结束的时期没有行，其后的时期也没有：尚未观察到不等于 0。",
  "month, quarter or year: the length of a period": "月（month）、季度（quarter）或年（year）：时期的长度",
  "First day of the period of the first order": "首单所在时期的首日",
  "Periods since that one; 0 is itself": "距该时期的期数；0 为该时期本身",
  "Customers of the cohort": "同期群的客户数",
  "Those that ordered in the period": "其中当期下单者",
  "Their share": "其占比",
  "Those that are not lost at the end of the period": "其中期末未流失者",
  "ordered_rate of the other cohorts in their period of this age, the first one left out; NULL without any": "其他同期群在同一期数的 ordered_rate，不含首个同期群；没有时为 NULL",
  "below or above where the intervals of the two do not meet; NULL where they do, and for the first cohort": "两者区间不相交时为低于（below）或高于（above）；相交时及首个同期群为 NULL",
  "Revenue of the cohort in the period, less what came back in it": "同期群当期收入，减当期退货",

  // win_back_chances
  "One row per group of lost customers by orders and length of their silence: how many of those lost at a month end in the past came back.": "每行一组按订单数与沉默时长划分的流失客户：以往某月末的流失者中多少回流。",
  "The month end is the last one at which prediction.holdout_days were still to come. Back is who ordered within those days; whether anybody called them is not known, so it is the chance of those treated as they were. A group with fewer than states.win_back_least customers has the rate of all of its silence, and where these are fewer too that of all; fewer than that in all, and there is none.":
    "月末取其后尚有 prediction.holdout_days 天的最后一个。回流指在这些天内下单者；是否有人联系过他们不得而知，因此这是受到与他们相同对待者的概率。少于 states.win_back_least 位客户的组采用同等沉默时长全部客户的比例，仍不足时采用全部流失客户的比例；全部也不足时没有概率。",
  "once, more than once, or often: states.loyal_orders or more": "一次（once）、多次（more than once）或经常（often）：states.loyal_orders 次以上",
  "short: silent for up to states.win_back_silence times the days after which a customer is lost; long: for more": "短期（short）：沉默不超过流失期限的 states.win_back_silence 倍；长期（long）：超过",
  "Day at which they were lost; NULL where the record is too short": "其处于流失状态的日期；记录过短时为 NULL",
  "Last day of the days that were still to come": "其后观察天数的最后一天",
  "Customers of the group lost that day": "该组当日的流失客户数",
  "Those that ordered by until_date": "截至 until_date 下单者",
  "Their share; NULL where the group is empty": "其占比；该组为空时为 NULL",
  "What the chance rests on: group, silence, all; NULL where there is none": "概率的依据：本组（group）、同等沉默时长（silence）、全部（all）；没有概率时为 NULL",
  "Chance of such a customer to order within prediction.holdout_days": "此类客户 prediction.holdout_days 天内下单的概率",

  // lost_customers
  "One row per customer lost on the as-of date: since when, what went with it, why as far as that is known, and whether to win it back.": "每行一位截止日期的流失客户：何时流失、带走多少、已知的原因，以及是否挽回。",
  "What was lost is the revenue of the analysis.window_days up to its last order, less what has come back since: a year of buying, as it last was. The reason is what the sales force noted in the file. A sign is what is on record from states.sign_days before the last order on; it is no proof of the reason, and the first that holds counts: a complaint that is not resolved, one that is, a poor last answer (recommend score of 6 or less, satisfaction of 2 or less). The chance to come back is that of win_back_chances. What winning back is worth is the chance x what was lost, where that is positive. No attempt is made with who is not to be contacted, is gone for good (states.final_reasons) or would get no credit; all others are ranked, the most worth first.":
    "损失为截至其最近一单 analysis.window_days 天内的收入减其后的退货，即其最后一段购买。原因为销售人员在档案中所注。征兆为自最近一单之前 states.sign_days 天起的记录，并非原因的证明，取首个成立者：未解决的投诉、已解决的投诉、最近一次评价差（推荐评分不高于 6 或满意度不高于 2）。回流概率取自 win_back_chances。挽回价值为概率 × 损失（损失为正时）。勿联系、不会再来（states.final_reasons）或不予授信者不予挽回；其余均排序，价值高者在前。",
  "First day on which it counted as lost, by what is known today": "按今日所知计为流失的首日",
  "Revenue of the window up to its last order": "截至其最近一单的一个分析期的收入",
  "Margin of it; NULL where the cost of any of these orders is not known": "其毛利；其中任一订单成本未知时为 NULL",
  "Why it no longer buys, as noted; NULL where nothing is": "不再购买的原因，依注明；未注明时为 NULL",
  "open complaint, complaint, poor score, or NULL where nothing is on record": "投诉未解决（open complaint）、投诉（complaint）、评分差（poor score）；没有记录时为 NULL",
  "Group of win_back_chances by orders": "按订单数的 win_back_chances 分组",
  "Group of win_back_chances by silence": "按沉默时长的 win_back_chances 分组",
  "Chance to order within prediction.holdout_days; NULL where too few lost customers are on record": "prediction.holdout_days 天内下单的概率；流失客户记录过少时为 NULL",
  "Why no attempt is made: do not contact, hostile, irrelevant, gone for good or no credit; NULL where nothing is in the way":
    "不予挽回的原因：勿联系（do not contact）、敌对（hostile）、无关（irrelevant）、不会再来（gone for good）或不予授信（no credit）；没有阻碍时为 NULL",
  "chance x value_lost; NULL without a chance": "chance × value_lost；没有概率时为 NULL",
  "Place among those to win back, from 1; NULL with a hindrance or without a chance": "在可挽回客户中的位次，从 1 起；有阻碍或没有概率时为 NULL",

  // lost_by_reason
  "One row per reason of those lost within the current span and lost still: how many they are and what went with them.": "每行一个本期内流失且至今仍流失的客户的原因：客户数与损失。",
  "Without a span, for the record is too short, it is all that are lost.": "记录过短而没有期间时，取全部流失客户。",
  "Why they no longer buy, as noted in the customer file; not noted where nothing is": "不再购买的原因，依客户档案所注；没有时为未注明（not noted）",
  "Whether it is": "是否注明",
  "First day of the span; NULL without one": "期间首日；没有期间时为 NULL",
  "Customers lost": "流失客户数",
  "Those of them with a complaint or a poor score on record": "其中有投诉或评分差记录者",
  "Share of the customers lost": "占流失客户的比例",
  "What they had brought in a window, see lost_customers": "其在一个分析期内曾带来的收入，见 lost_customers",

  // lost_totals
  "One row per run with a month end: the lost in sum, those of the current span and all, and what of it might be won back.": "每次有月末的运行一行：本期与全部流失客户的合计，以及其中可挽回的部分。",
  "Customers lost on the as-of date": "截止日期的流失客户数",
  "What they had brought in a window each, see lost_customers": "其各自在一个分析期内曾带来的收入，见 lost_customers",
  "Those lost within the current span; NULL without one": "本期内流失者；没有期间时为 NULL",
  "What they had brought; NULL without a span": "其曾带来的收入；没有期间时为 NULL",
  "That against the revenue of the window that ends as the span begins; NULL where there was none": "其与期间开始时截止的分析期收入之比；没有收入时为 NULL",
  "Those lost within the span of whom a reason is noted; NULL without a span": "期间内流失且注明原因者；没有期间时为 NULL",
  "Lost customers that may be won back": "可挽回的流失客户数",
  "Lost customers with whom no attempt is made": "不予挽回的流失客户数",
  "What winning back is worth, in sum; NULL without chances": "挽回价值合计；没有概率时为 NULL",
  "Those of them expected to order within prediction.holdout_days as such customers did; NULL without chances": "其中按此类客户以往表现，预计 prediction.holdout_days 天内下单者；没有概率时为 NULL",
};
