import type { Texts } from "../../lib/language.js";

/** What the pages say when a reader has narrowed them to some customers or to a period. */
export const selected: Texts = {
  "Take back one of the choices above, or clear the filter.": "请撤销上方的一项选择，或清除筛选。",
  "Revenue, {0} days": "收入（{0} 天）",
  "Revenue: {0}": "收入（{0}）",
  "No customer has all that is selected": "没有同时符合全部筛选条件的客户",
  "Nobody selected bought: {0}": "所选客户均未购买：{0}",

  // Composition.
  "{0}, against {1}. The parts add up to the change exactly.": "{0}，与{1}相比；各分项之和等于总变动。",
  "None of those selected is among the largest falls of all customers": "所选客户均不在全部客户降幅最大者之列",
  "None of those selected is among the largest rises of all customers": "所选客户均不在全部客户增幅最大者之列",
  "{0} is the largest customer selected": "所选最大客户：{0}",
  "None of those selected is among the largest customers": "所选客户均不在最大客户之列",
  "Shares and ranks are those among all customers": "占比与排名以全部客户为基数",

  // RFM.
  "Nobody selected has ordered in the time that counts here": "所选客户在统计期内均未下单",
  "{0} (each step up the scale is ten times as much) by days since the last order; {1}": "{0}（纵轴每格为十倍）与距最近一单的天数；{1}",
  "{0} by days since the last order; {1}": "{0}与距最近一单的天数；{1}",
  "{0}, none of them among those of the group with the most revenue": "{0}，均不在该类收入最高者之列",
  "The means of all customers, which decide to which group a customer belongs": "全部客户的均值，决定客户归入哪一类",

  // Solvency.
  "Nobody selected is a client that we give credit to": "所选客户均非授信客户",
  "{0} got a worse grade, none of them among those listed of all clients": "{0}等级下降，均不在全部客户名单所列之内",
  "{0} of the list with a statement, ratio by ratio": "名单中有报表的 {0}：逐项财务比率",
  "None of those selected is among the customers to chase first": "所选客户均不在应先催收者之列",
  "None of those selected is among the customers that cost us most by paying late": "所选客户均不在拖欠代价最高者之列",
  "None of those selected is among the clients to ask for a statement first": "所选客户均不在优先索取报表者之列",
  "Balance sheets that do not add up": "不平的资产负债表",
  "None of them is among those with the most at risk of all clients.": "均不在全部客户风险金额最高者之列。",
  "{0} of those selected on the watch list": "所选客户中有 {0}在观察名单上",

  // Value.
  "Nobody selected bought or cost anything": "所选客户既无购买也无费用",
  "Customers who bought in the last {0} days, by the tier that they have among all customers, ranked by {1}.": "近 {0} 天有购买的客户，层级按其在全部客户中的{1}排序。",
  "Nobody selected bought in the last {0} days": "所选客户近 {0} 天均未购买",
  "Nobody selected has a tier": "所选客户均无层级",
  "The margin of what they bought is not known.": "所购商品的毛利未知。",
  "The profit of nobody selected is known": "所选客户的利润均未知",
  "None of those selected is among the largest losses of all customers": "所选客户均不在全部客户亏损最多者之列",
  "{0} of what all selected brought in the last {1} days": "所选客户近 {1} 天收入中的 {0}",
  "{0}: among all customers many bring exactly the same, and equal customers are never split. The tier does not single out its best.": "{0}：全部客户中许多数值完全相同，相同者不拆分，因此该层级未能筛出最优客户。",
};
