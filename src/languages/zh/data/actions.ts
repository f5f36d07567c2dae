import type { Texts } from "../../../lib/language.js";

/** Values of the marts of actions. */
export const actions: Texts = {
  "lacks categories that customers like it buy": "未购买同类客户所购的品类",
  "Call, listen and make up for it; ask again once it is done": "致电倾听并补救；完成后再次询问",
  "Call before it leaves: ask what it lacks, and offer what fits its last orders": "在其流失前致电：询问所缺，提供与最近订单相符的方案",
  "its account manager has left": "其客户经理已离职",
  "its account manager leaves": "其客户经理将离职",
  "Name a successor, and introduce the two before the last day": "指定接任者，并在其最后一天前引荐给客户",
  "Contact it, as its level asks for": "按其层级的要求联系",
  "Offer the categories that it does not buy and customers like it do": "推荐其未购买而同类客户购买的品类",
  "dissatisfied with us": "对我们不满意",
  "wrong in the file": "档案有误",
  "missing in the file": "档案缺失",
};
