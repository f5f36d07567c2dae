import type { Texts } from "../../../lib/language.js";

/** What the marts of the life of customers say. */
export const lifecycle: Texts = {
  // why nothing is predicted
  "Customers with an order: {0}, fewer than {1}": "有订单的客户：{0} 位，少于 {1} 位",
  "Customers who bought again: {0}, fewer than {1}": "重复购买的客户：{0} 位，少于 {1} 位",
  "Days of history before those held out: {0}, fewer than {1}": "检验期之前的历史天数：{0} 天，少于 {1} 天",
  "Days of history: {0}, fewer than {1}": "历史天数：{0} 天，少于 {1} 天",
  "Days of history before {0}: {1}, fewer than {2}": "{0} 之前的历史天数：{1} 天，少于 {2} 天",
  "Days since the last order: {0}, more than {1}": "距最后一单：{0} 天，多于 {1} 天",
  "Customers of {0} who left: {1}, fewer than {2}": "{0} 的客户中流失者：{1} 位，少于 {2} 位",
  "Customers of {0} who stayed: {1}, fewer than {2}": "{0} 的客户中留存者：{1} 位，少于 {2} 位",
  "No order": "没有订单",
  // which model is used, and what is wrong with it
  "What the others have to beat: it tells nobody apart": "其他模型须超越的基准：不区分任何客户",
  "Used: the lowest Brier score of those tried, {0}": "采用：所试模型中布里尔评分最低，{0}",
  "Used: no other could be fitted; its Brier score is {0}": "采用：其他模型均无法拟合；其布里尔评分为 {0}",
  "Not used: it could not be fitted for today's customers": "未采用：无法为今天的客户拟合",
  "Not used: a Brier score of {0}, against {1}": "未采用：布里尔评分 {0}，采用者为 {1}",
  "It was no nearer to what came than the share who leave": "不比流失比例本身更接近实际",
  "It told leavers from stayers no better than a coin": "区分流失者与留存者不优于抛硬币",
  "Too few left to judge it by: {0} of those it was tried on": "流失者过少，难以评判：检验客户中仅 {0} 位",
  "Too few stayed to judge it by: {0} of those it was tried on": "留存者过少，难以评判：检验客户中仅 {0} 位",
  "It told leavers from stayers less often than {0}": "区分流失者与留存者的正确率低于 {0}",
  "It expected {0} more to leave than left": "预计流失比实际多 {0}",
  "It expected {0} fewer to leave than left": "预计流失比实际少 {0}",
  // bands of the chance to leave
  "low": "低",
  "medium": "中等",
  "high": "高",
  // what speaks for leaving
  "silent for {0} days, {1} times the gap expected of it": "沉默 {0} 天，为预期间隔的 {1} 倍",
  "gap expected between orders: {0} days": "预期购买间隔 {0} 天",
  "silent for {0} days": "沉默 {0} 天",
  "ordered once only": "仅下过一单",
  "days with an order: {0}": "下单 {0} 天",
  "days with an order: {0} in the last {1} days, {2} before": "近 {1} 天下单 {0} 天，此前同期 {2} 天",
  "worth of an order: {0}": "单均金额 {0}",
  "customer for {0} months": "成为客户 {0} 个月",
  "complaints: {0}": "投诉 {0} 次",
  "a complaint is not resolved": "有投诉未解决",
  "no open complaint": "没有未解决的投诉",
  "last satisfaction: {0} of 5": "最近满意度 {0} 分（满分 5 分）",
  "no answer on satisfaction": "未评价满意度",
  "last recommendation: {0} of 10": "最近推荐意愿 {0} 分（满分 10 分）",
  "no answer on recommendation": "未表示推荐意愿",
  "contacts in {0} days: {1}": "{0} 天内联系 {1} 次",
  "kind: {0}": "类型：{0}",
  // groups of the curves
  "start not known": "起始不详",
  "before records": "记录之前",
};
