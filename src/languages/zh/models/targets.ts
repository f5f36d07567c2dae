import type { Texts } from "../../../lib/language.js";

/** What the tables of targets say of themselves: grains, notes, meanings and units. */
export const targets: Texts = {
  // what several tables share
  "goals": "个目标",
  "actions": "措施",
  "all or owner": "合计（all）或负责人（owner）",
  "First day that is measured": "衡量的首日",
  "Last day that is measured": "衡量的末日",
  "Last day of that period": "该期间的末日",
  "reached, missed, on track, at risk, behind, to come or not measured": "已达成（reached）、未达成（missed）、进度正常（on track）、有风险（at risk）、落后（behind）、尚未开始（to come）或未衡量（not measured）",

  // target_metrics
  "One row per metric that a goal can be measured by: its unit, which way is good, and how it is counted over a period.": "每行一个目标可用的衡量指标：单位、好坏方向，以及在期间内如何统计。",
  "Sums and sums of months grow over the period, so that a part of the target is due while it runs. All others must stand at the target at any time: rates of the days of the period, counts of customers over as many days as the period has, answers to surveys, the last month end in the period, and what is known for the as-of date alone. To add a metric, give it a row here and its figures in the part of its kind of marts.target_values.":
    "合计与逐月合计在期间内递增，因此期间进行中应完成目标的一部分。其他指标任何时候都应达到目标值：期间各日的比率、与期间等长天数内的客户数、调查回答、期间内最近的月末数值，以及仅知截止日期当日的数值。新增指标时，在此加一行，并在 marts.target_values 中对应类型的部分给出其数值。",
  "Name, as the project's list of goals writes it": "名称，与项目目标清单中的写法一致",
  "Order in which metrics are shown": "指标的显示顺序",
  "What it is called": "显示名称",
  "sum, sum of months, rate, customers, answers, month end or as-of date: how it is counted": "统计方式：合计（sum）、逐月合计（sum of months）、比率（rate）、客户数（customers）、回答（answers）、月末（month end）或截止日期（as-of date）",
  "Unit of target and actual: reporting currency, 0 to 1, customers, orders, days, hours, points or of 100": "目标值与实际值的单位：报告货币、0 至 1、客户、订单、天、小时、分或满分 100",
  "Least that a target of it can be, in its unit; NULL where there is no bound: a margin may be a loss": "目标值的下限，以该指标的单位计；没有下限时为 NULL：毛利可能为负",
  "Most that a target of it can be; NULL where there is no bound": "目标值的上限；没有上限时为 NULL",
  "File and line of the goal": "目标所在的文件与行",
  "What has to be on record for it": "所需的数据记录",
  "Page that shows where it comes from": "显示其来源的页面",

  // target_spans
  "One row per goal and period that its metric is measured over: the periods of the goal that have begun, as many as long before the first of them as targets.course_periods says, and for sums that still run the same period a year before.":
    "每行一个目标与衡量其指标的一个期间：目标中已开始的期间、首个期间之前由 targets.course_periods 规定数量的等长期间，以及进行中的合计类目标的上年同期。",
  "A period of whole months is as long as so many months, any other as so many days. A period that runs is measured up to the as-of date. Customers are counted over as many days as the period has, up to its last day or the as-of date, for a count of the first weeks could not be compared. What is known for the as-of date alone has no earlier periods.":
    "由完整月份构成的期间按月数计长，其他按天数计长。进行中的期间衡量至截止日期。客户按与期间等长的天数统计，截至期末或截止日期，因为最初几周的计数无法比较。仅知截止日期当日数值的指标没有更早的期间。",
  "How the metric is counted, see target_metrics": "指标的统计方式，见 target_metrics",
  "goal; before: earlier than the first period of the goal; year before: a year before one that runs; year before so far: of that, as much as has gone of the one that runs":
    "目标期间（goal）；目标首个期间之前（before）；进行中期间的上年同期（year before）；上年同期中与已过部分对应的时段（year before so far）",
  "First day of the period; of one a year before, that of the period that runs": "期间首日；上年同期的行为进行中期间的首日",

  // target_values
  "One row per metric and span of days that a goal asks it over, see target_spans: the value reached.": "每行一个指标与目标所衡量的一段日期，见 target_spans：实际达到的值。",
  "Sums and rates are added up from days, so that a rate is that of all its orders or tickets: orders and what became of them on the day they were placed, tickets on the day they came in, complaints per order of those opened by those placed, the cost of a customer won of what was spent by those who first ordered. retention_rate is the share of the buyers of as many days before that bought again. Of nps and csat the last answer of each customer in the span counts, anonymous ones each. Lost and won-back customers are added up from months, and need spans of whole ones. Of month ends the last in the span counts. What cannot be measured is NULL with the reason, never 0; a sum of nothing, where what it needs is on record for the span, is 0. On record for the span is what began no later than targets.start_tolerance_days, and targets.start_tolerance_share of the span, after its beginning. A share of orders, complaints by orders and a share of customers or answers have Wilson's interval, means of orders and tickets that of the normal distribution, nps that of net_promoter_scores: what chance may make of a few. Sums, counts and what is known of all there are, such as debts or customer files, have none.":
    "合计与比率由各日相加，因此比率是全部订单或工单的比率：订单及其结果计入下单日，工单计入提交日，每单投诉数为期间提交的投诉除以期间下的订单，获客成本为期间的获客支出除以首次下单的客户。retention_rate 为此前同样天数内的购买客户中再次购买者的比例。nps 与 csat 取每位客户在该段时间内的最后一次回答，匿名回答逐一计入。流失与赢回客户由各月相加，须为完整月份。月末类指标取该段时间内最近的月末。无法衡量的为 NULL 并注明原因，绝不为 0；所需数据有记录而没有发生额的合计为 0。记录最迟于该段时间开始后 targets.start_tolerance_days 天、且不超过其 targets.start_tolerance_share 时开始，即视为有记录。订单占比、每单投诉数以及客户或回答的占比用 Wilson 区间，订单与工单的均值用正态分布的区间，nps 用 net_promoter_scores 的区间：即少量数据中偶然所致的范围。合计、计数以及已知全部的数据（如债务或客户档案）没有区间。",
  "Figure, see target_metrics": "指标，见 target_metrics",
  "Value reached, in the unit of the metric; NULL where it cannot be measured": "实际达到的值，以指标的单位计；无法衡量时为 NULL",
  "Why there is none": "没有数值的原因",

  // target_progress
  "One row per goal and period: the target against what was reached, up to the period's end or the as-of date.":
    "每行一个目标与期间：截至期末或截止日期的实际值与目标值对比。",
  "Of a sum that still grows (revenue, new customers, lost customers) a part of the target is due while the period runs: as much as had come by the same day of the same period a year before (targets.due_by), so that a shop that lives on Christmas is not behind in summer; where that is not known, or the period is longer than a year, as many days as are gone of it. All other figures must stand at the target at any time. Status: a period that is over is reached or missed. While it runs a sum that has got to its target is reached, and one that should stay below and went beyond it is missed; else it is on track with what is due, at risk if it misses that by no more than targets.sum_tolerance, of other figures targets.level_tolerance, and behind by more. What cannot be measured is NULL with the reason, never 0.":
    "仍在增长的合计（收入、新客户、流失客户）在期间进行中应完成目标的一部分：与上年同期同日已完成的比例相同（targets.due_by），因此旺季在年末的商店夏季不会显示落后；上年不详或期间长于一年时，按已过天数的比例。其他指标任何时候都应达到目标值。状态：已结束的期间为已达成或未达成。进行中时，已达到目标的合计为已达成，应控制在目标以下而已超出的为未达成；其余达到应完成值的为进度正常，差距不超过 targets.sum_tolerance（其他指标为 targets.level_tolerance）的为有风险，超过的为落后。无法衡量的为 NULL 并注明原因，绝不为 0。",
  "Unit of target and actual; NULL where the figure is not known": "目标值与实际值的单位；指标未知时为 NULL",
  "Whether less is better; NULL where the figure is not known": "是否越低越好；指标未知时为 NULL",
  "First day of what is measured: the period's first, or of a count of customers that runs an earlier one, see target_spans; NULL before the period, and where the figure is not known":
    "衡量起始日：期间首日，或进行中的客户数所用的更早日期，见 target_spans；期间开始前或指标未知时为 NULL",
  "Last day of what is measured: the period's end, or the as-of date before it; NULL before the period":
    "衡量截止日：期末日，或更早的截止日期；期间开始前为 NULL",
  "Value to reach": "应达到的值",
  "Value reached": "实际达到的值",
  "Actual by target; where less is better target by actual; NULL where the divisor is not positive":
    "实际值除以目标值；越低越好时为目标值除以实际值；除数不为正时为 NULL",
  "Share of the target that is due by then: of a sum that runs see above, of others 1": "届时应完成的目标比例：进行中的合计见上，其他为 1",
  "How that is found: year before, days, or whole where all is due; NULL where the figure is not known": "计算依据：上年同期（year before）、天数（days），或全部应完成（whole）；指标未知时为 NULL",
  "Target by that share: what should have been reached by then, in the unit of the target": "目标值乘以该比例：届时应完成的值，以目标值的单位计",
  "Actual less what is due, in the unit of the target; below 0 it falls short where more is better": "实际值减应完成值，以目标值的单位计；越高越好时，低于 0 即为不足",
  "Why there is no actual": "没有实际值的原因",
  "Whether it stands beside the figure of its metric: of the goals whose period holds the as-of date the one as long as the window analysed, or closest to it; of several the one that ends first":
    "是否列在其指标的数字旁：期间包含截止日期的目标中，取长度等于或最接近分析期者；有多个时取最先结束者",

  // goal_courses
  "One row per goal and period of its course: its figure in each period that it was set for and that has begun, and in those before.": "每行一个目标与其走势中的一个期间：已设目标且已开始的各期间，以及之前各期间的指标值。",
  "The periods before are as long as the goal's first, had no target, and begin with the first that can be measured; see target_spans.": "之前的期间与目标首个期间等长，没有目标值，自首个可衡量的期间起；见 target_spans。",
  "Whether the period is over; the figure of one that runs is of as much as has gone of it": "期间是否已结束；进行中期间的数值仅含已过部分",
  "Value to reach; NULL before the goal was set": "应达到的值；设定目标之前为 NULL",
  "Value reached; NULL where it cannot be measured": "实际达到的值；无法衡量时为 NULL",
  "As in target_progress; NULL before the goal was set": "同 target_progress；设定目标之前为 NULL",

  // target_actions
  "One row per action taken for a goal: where it stands, and in which part of plan, do, check, act.": "每行一项为目标采取的措施：进展，以及处于计划、执行、检查、处理的哪一环节。",
  "An action is in do while it is open, in check once it is done and nobody has said what came of it, and in act when that is said, for the next plan to build on. It is overdue if it is open on a day after the one that it is due by; without such a day it never is. What is unclear about it is said, and it is shown nevertheless.":
    "措施未完成时处于执行（do）；已完成而无人说明成效时处于检查（check）；已说明成效时处于处理（act），供下一轮计划参考。过了应完成日仍未完成即为逾期；没有应完成日的不算逾期。不明确之处会注明，措施仍照常显示。",
  "Who does it: its own owner, or else the goal's": "执行人：措施自身的负责人，没有时为目标的负责人",
  "Day it was done or dropped": "完成或放弃的日期",
  "open, done or dropped": "未完成（open）、已完成（done）或已放弃（dropped）",
  "do, check or act; NULL for what was dropped": "执行（do）、检查（check）或处理（act）；已放弃的为 NULL",
  "Whether it is open after the day it was due by": "是否过了应完成日仍未完成",
  "Days since that day; NULL where it is not overdue": "距应完成日的天数；未逾期时为 NULL",
  "Days after that day on which it was done; NULL where it was not late or either is not known": "晚于应完成日的天数；未延迟或日期不详时为 NULL",
  "What came of it": "成效",
  "Whether a goal of that name is set": "是否设有此名称的目标",
  "What is unclear about it; NULL where nothing is": "不明确之处；没有时为 NULL",

  // goal_reviews
  "One row per goal: its period under review, what came before, what is forecast, what is done about it, and what the next step is.": "每行一个目标：所评期间、以往情况、预测、所采取的措施与下一步。",
  "Under review is the period that runs; where none does the last that is over, and where none has begun the first to come; of several that run the one that ends first. It is compared with the same period a year before, a sum that runs with as much of that as had come by the same day. The forecast is that of the period under review, or where it is over of the one that follows. Next step, the first that holds: supply the figure, finish what is overdue, look what came of what was done, agree on an action (missed, behind or at risk, and nothing open), strengthen the plan (missed or behind, and what is open has not been enough), watch it (it falls short by no more than chance explains), raise the target (what follows has been reached already), carry on with what is open, keep it up. What falls short by no more than chance explains needs no action of its own, and stands after what is clear. Where service has a standard for the same figure, that stands beside it: it is held over the window analysed, whatever the period of the goal.":
    "所评期间为进行中的期间；没有时为最近结束的期间，均未开始时为最先开始的期间；有多个进行中时为最先结束者。与上年同期比较，进行中的合计与上年同期截至同日的值比较。预测针对所评期间，该期间已结束时针对下一期间。下一步取首个成立者：提供指标数据、完成逾期措施、检查已完成措施的成效、商定措施（未达成、落后或有风险且没有未完成的措施）、加强计划（未达成或落后，而已有的行动尚不足够）、继续观察（不足未超出偶然）、提高目标（下一期目标已达到）、继续推进未完成的措施、继续保持。未超出偶然的不足不单独要求行动，排在明确的不足之后。服务部门对同一指标另有标准时并列显示：不论目标期间，标准按分析期衡量。",
  "What that is called; the name as written where it is not known": "指标的显示名称；未知时为填写的名称",
  "Page that shows where it comes from; NULL where the figure is not known": "显示其来源的页面；指标未知时为 NULL",
  "Unit of target and actual": "目标值与实际值的单位",
  "First day of the period under review": "所评期间的首日",
  "Days that the actual is counted over where these are not the days of the period that are gone: of a count of customers that runs as many as the whole period has; NULL otherwise":
    "实际值所统计的天数，与期间已过的天数不同时才有：进行中的客户数按整个期间的天数统计；否则为 NULL",
  "Whether the period is over": "期间是否已结束",
  "Days that are measured": "衡量的天数",
  "What the goal's actual is of: as shown, the window analysed or the as-of date as the figure beside it; month end, the last one; counted days, other ones than those of its period, see target_spans; else period":
    "目标实际值的时间：与旁边数字相同的分析期或截止日期（as shown）、最近月末（month end）、与期间不同的统计天数（counted days，见 target_spans），否则为期间（period）",
  "Last of those days": "这些天的最后一天",
  "Whether it is over": "是否已结束",
  "Share of the target that is due by now": "目前应完成的目标比例",
  "How that is found: year before, days or whole": "计算依据：上年同期（year before）、天数（days）或全部（whole）",
  "What should have been reached by now": "目前应完成的值",
  "Actual less what is due": "实际值减应完成值",
  "Whether the gap is welcome, or none; NULL without one": "差距是否有利或为零；没有差距值时为 NULL",
  "By how much of what is due it is missed; NULL where it is not, or nothing is due": "未达部分占应完成值的比例；未落后或无应完成值时为 NULL",
  "Order of urgency: missed, behind, at risk, not measured, on track, reached, to come": "紧迫顺序：未达成、落后、有风险、未衡量、进度正常、已达成、尚未开始",
  "Value of the same period a year before; NULL where it is not known": "上年同期的值；不详时为 NULL",
  "Actual less that": "实际值减上年同期的值",
  "Whether that is for the better; NULL without a change": "变化是否有利；没有变化时为 NULL",
  "Periods of the goal that are over and were measured": "目标中已结束且可衡量的期间数",
  "Those of them in which it was reached": "其中达成的期间数",
  "First day of the period that follows; NULL where none is set": "下一期间的首日；未设时为 NULL",
  "Its target": "其目标值",
  "Whether what is reached now is enough for it; NULL without either": "目前的实际值是否已达到它；缺少任一值时为 NULL",
  "Last day of the period that is forecast; NULL without a forecast": "所预测期间的末日；没有预测时为 NULL",
  "Forecast of the whole period": "整个期间的预测",
  "reached already, sure, likely, unlikely or out of reach": "已经达到（reached already）、确定（sure）、可能（likely）、不太可能（unlikely）或无法达到（out of reach）",
  "Actions that were not dropped": "未放弃的措施",
  "Those of them that are open": "其中未完成的",
  "Those of the open ones that are overdue": "未完成中逾期的",
  "Those that were done": "已完成的",
  "Those of them of which nobody has said what came of them": "其中无人说明成效的",
  "Actions that were dropped": "已放弃的措施",
  "Day by which the next open action is due": "下一项未完成措施的应完成日",
  "What to do next": "下一步行动",

  // goals_by_owner
  "One row per person that answers for a goal or does an action, and one of all: goals by status, and actions.": "每行一位负责目标或执行措施的人员，另有一行为合计：各状态的目标数与措施数。",
  "Goals count by their period under review, see goal_reviews; actions for a goal that nobody set count too.": "目标按所评期间计数，见 goal_reviews；针对未设目标的措施也计入。",
  "Who it is; all, or nobody where none is named": "人员；合计为 all，未指定时为 nobody",
  "Whether that is a name": "是否为姓名",
  "Goals": "目标",
  "Goals reached": "已达成的目标",
  "Goals on track": "进度正常的目标",
  "Goals at risk": "有风险的目标",
  "Goals behind": "落后的目标",
  "Goals missed": "未达成的目标",
  "Goals whose period has not begun": "期间尚未开始的目标",
  "Goals that cannot be measured": "无法衡量的目标",
  "Goals with a status other than to come and not measured": "状态既非尚未开始也非未衡量的目标",
  "Goals whose next step is to agree on an action: missed, behind or at risk, and nothing open or to be looked at": "下一步为商定措施的目标：未达成、落后或有风险，且没有未完成或待检查的措施",
  "Those of them that were done after the day they were due by": "其中晚于应完成日完成的",
  "Those of the done ones of which nobody has said what came of them": "已完成中无人说明成效的",
  "Lower end of its interval; NULL for what has none": "其区间下限；没有区间的为 NULL",
  "Whether it misses what is due by more than chance explains; NULL where it does not miss, or has no interval": "与应达值的差距是否超出偶然；未落后或没有区间时为 NULL",
  "Order of urgency: missed or behind, at risk, what of these chance explains, not measured, on track, reached, to come": "紧急程度：未达成或落后、有风险、其中可归于偶然者、未衡量、正常、已达成、未开始",
  "Standard of service for the same figure, in the unit of the goal; NULL where there is none": "同一指标的服务标准，按目标的单位；没有时为 NULL",
  "Value that is held against it: of the window analysed": "与之对照的值：分析期内",
  "Whether it is kept; NULL without either": "是否达标；缺任一项时为 NULL",
  "Goals missed, behind or at risk by no more than chance explains, see goal_reviews": "未达成、落后或有风险但差距未超出偶然的目标，见 goal_reviews",
  "Measure of service that it is, see service_measures, whose standard may be another than the goal; NULL for none": "对应的服务指标，见 service_measures，其标准可与目标不同；没有时为 NULL",
  "Lower end of its interval, see target_values; NULL for what has none": "其区间下限，见 target_values；没有区间的为 NULL",
  "Whether what is missed, behind or at risk misses what is due by more than chance explains, its interval not reaching it; NULL for any other status, and without an interval": "未达成、落后或有风险者与应达值的差距是否超出偶然，即区间不含应达值；其他状态及没有区间时为 NULL",
  "Lower end of the interval of prediction.confidence; NULL for what has none, and of one order or ticket": "prediction.confidence 区间下限；没有区间及仅一张订单或工单时为 NULL",
  "the value lies in its interval": "值在其区间之内",
};
