import type { Texts } from "../../../lib/language.js";

/** What the marts of value say. */
export const value: Texts = {
  // tiers and their actions
  "key": "关键客户",
  "major": "大客户",
  "regular": "普通客户",
  "small": "小客户",
  "A named account manager and a yearly plan for each": "逐户配备专属客户经理，制定年度客户计划",
  "Develop: find what they buy elsewhere": "重点发展：挖掘其流向他处的采购需求",
  "Keep: reliable service, a contact each quarter": "稳定维持：保证服务可靠，每季度联系一次",
  "Serve at low cost; watch for those that grow": "低成本服务，留意成长中的客户",
  // what customers are ranked by
  "revenue": "收入",
  "margin": "毛利",
  // classes of profit
  "good": "优质",
  "marginal": "微利",
  "bad": "亏损",
  "not classified": "未归类",
  // movements between tiers
  "up": "升级",
  "down": "降级",
  "same": "不变",
  "new": "新客户",
  "returned": "回归",
  "lapsed": "不再购买",
  // why there is no tier, class or value
  "no purchase": "未购买",
  "never bought": "从未购买",
  "not yet a customer": "尚非客户",
  "margin not known": "毛利未知",
  "margin not known for {0} of {1} customers": "{1} 位客户中有 {0} 位毛利未知",
  "nobody is in the tier": "该层级没有客户",
  "nobody is ranked in the prior window": "上期没有客户参与排序",
  "nobody was in the tier in the prior window": "上期该层级没有客户",
  "no purchase and no cost": "既无购买也无费用",
  "never bought and no cost": "从未购买，也无费用",
  "acquisition cost not booked by customer": "未归集到客户的获客费用",
  "no cost to serve is booked by customer: profit is margin": "没有归集到客户的服务成本：利润即毛利",
  "total profit is not positive": "总利润不为正",
  "the margin of some orders is not known": "部分订单毛利未知",
  "costs are not on record for the whole prior window": "上期费用记录不完整",
  // why lifetime value is not predicted
  "No model of repeat buying fits": "没有合适的重复购买模型",
  "The margin of this kind of customer is not known": "此类客户的毛利率未知",
  "Too few customers who bought again and kept it: {0}, fewer than {1}": "重复购买且未全额退款的客户太少：{0} 位，少于 {1} 位",
  "The parameter {0} has no finite value: the data cannot tell how customers differ": "参数 {0} 没有有限取值：数据无法判断客户之间的差异",
  "The search found no maximum": "搜索未找到最大值",
  "Spend is spread so widely that it has no mean": "每次金额过于分散，没有均值",
  "Who buys more often spends more each time: a correlation of {0}, beyond {1}": "购买越频繁者每次金额越高：相关系数 {0}，超过 {1}",
  "Who buys more often spends less each time: a correlation of {0}, beyond {1}": "购买越频繁者每次金额越低：相关系数 {0}，超过 {1}",
  // why a model of repeat buying is used or not
  "Nobody of the calibration bought again": "校准期客户无人重复购买",
  "Chosen: the project names it": "已采用：由项目指定",
  "Chosen: what came was most probable by it": "已采用：按此模型，实际结果的可能性最大",
  "Not chosen: what came was less probable by it": "未采用：按此模型，实际结果的可能性较小",
  "Not chosen: what came was as probable by one before it": "未采用：与靠前的模型同样可能",
  "Not chosen: the project names another": "未采用：项目指定了其他模型",
};
