import type { Texts } from "../../../lib/language.js";

/** What staging and core say, and common words of customer files. */
export const core: Texts = {
  // Kinds of customers.
  "consumer": "零售消费客户",
  "business": "企业客户",
  "distributor": "分销商",
  "internal": "内部客户",
  "female": "女",
  "male": "男",

  // Channels and sources.
  "web": "网络",
  "phone": "电话",
  "visit": "拜访",
  "marketplace": "电商平台",
  "branch": "门店",
  "store": "门店",
  "edi": "EDI",
  "wechat": "微信",
  "mail": "邮件",
  "email": "电子邮件",
  "social": "社交媒体",
  "referral": "朋友介绍",
  "fair": "展会",
  "voucher": "优惠券",

  // Industries.
  "Wholesale": "批发",
  "Retail": "零售",
  "Hospitality": "酒店住宿",
  "Food service": "餐饮",
  "Offices": "办公",
  "Healthcare": "医疗健康",

  // Education and occupation.
  "secondary": "中学",
  "vocational": "职业教育",
  "bachelor": "本科",
  "master": "硕士",
  "doctorate": "博士",
  "clerk": "职员",
  "craftsman": "技工",
  "designer": "设计师",
  "engineer": "工程师",
  "lawyer": "律师",
  "nurse": "护士",
  "physician": "医生",
  "retired": "退休",
  "self-employed": "自由职业",
  "student": "学生",
  "teacher": "教师",
};
