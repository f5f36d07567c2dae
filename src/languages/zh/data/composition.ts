import type { Texts } from "../../../lib/language.js";

/** What the marts of composition say, and the words of its settings. */
export const composition: Texts = {
  // Why there is no rate of change, no share.
  "no orders": "没有订单",
  "history begins after the window before": "历史数据晚于上期",
  "history begins within the window before": "历史数据始于上期之中",
  "no positive revenue in the window before": "上期收入不为正",
  "too few customers to show": "客户过少，不显示",
  "withheld": "隐去与取整",
  "no customer has positive revenue": "没有收入为正的客户",

  // Titles of dimensions.
  "Kind of customer": "客户类型",
  "Region": "区域",
  "Country": "国家/地区",
  "City": "城市",
  "Industry": "行业",
  "Company size": "企业规模",
  "Channel": "渠道",
  "Source": "客户来源",
  "Account manager": "客户经理",
  "Sex": "性别",
  "Age": "年龄",
  "Income": "收入水平",
  "Education": "学历",
  "Occupation": "职业",
  "Credit grade on file": "档案信用等级",
  "Value tier": "价值层级",
  "Customer since": "首次成交年份",
  "Channel of the order": "订单渠道",
  "Region of the order": "订单区域",
  "Sales person": "销售人员",
  "Product category": "产品品类",

  // Ages and years.
  "under 18": "18 岁以下",
  "18 to 24": "18–24 岁",
  "25 to 34": "25–34 岁",
  "35 to 44": "35–44 岁",
  "45 to 54": "45–54 岁",
  "55 to 64": "55–64 岁",
  "65 and over": "65 岁及以上",
  "{0} or earlier": "{0} 年及以前",

  // What customers did.
  "new": "新客户",
  "won back": "回流",
  "grown": "增购",
  "unchanged": "持平",
  "shrunk": "减购",
  "lost": "流失",
  "refunded": "仅退货",
};
