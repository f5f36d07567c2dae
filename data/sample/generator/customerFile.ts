import { cardOf, type Bought, type Card } from "./card.js";
import { day } from "./calendar.js";
import type { Customer } from "./customer.js";
import { lostReasonOf } from "./lostReasons.js";
import type { Order } from "./orders.js";
import { Random } from "./random.js";
import { rateOf } from "./rates.js";
import { table, type Table } from "./tables.js";

/** The two files: CRM of the European office, and the list kept in Shanghai. */
export function customerTables(customers: readonly Customer[], orders: readonly Order[]): Table[] {
  const revenue = new Map<Customer, Bought>();
  for (const { customer, amount, day } of orders) {
    const known = revenue.get(customer) ?? { total: 0, first: day, last: day };
    revenue.set(customer, { total: known.total + (amount / 100) * rateOf(customer.market.currency, day), first: known.first, last: day });
  }
  const european: Record<string, string>[] = [];
  const shanghai: Record<string, string>[] = [];
  for (const customer of customers) {
    const random = new Random(`file ${customer.id}`);
    const bought = revenue.get(customer);
    const card = cardOf(random, customer, bought);
    if (customer.market.region === "Greater China") shanghai.push({ ...chineseRow(customer, card), 流失原因: chinese(lostReasonOf(customer, bought?.last)) });
    else european.push({ ...europeanRow(random, customer, card), "Left Because": lostReasonOf(customer, bought?.last) });
  }
  return [
    table("crm/customers.csv", "customers", Object.keys(european[0] ?? {}), european.map(Object.values<string>)),
    table("crm/customers_shanghai.csv", "customers", Object.keys(shanghai[0] ?? {}), shanghai.map(Object.values<string>), { encoding: "gb18030" }),
  ];
}

/** Words of the European office; project.yaml translates them. */
const SEXES: Record<string, string> = { female: "F", male: "M" };
const TYPES = { consumer: "C", business: "B", distributor: "D", internal: "I" };

function europeanRow(random: Random, customer: Customer, card: Card): Record<string, string> {
  const unknownRegion = random.chance(0.004);
  return {
    CustNo: customer.id,
    Type: TYPES[customer.kind],
    Name: customer.name,
    Tel: card.phone,
    "E-Mail": card.email,
    Street: card.address,
    City: customer.city,
    "Sales Region": unknownRegion ? "" : customer.market.code,
    Country: customer.country.name,
    "Post Code": card.postalCode,
    Origin: customer.source,
    "Served By": customer.channel,
    "Account Manager": customer.owner,
    Grade: card.grade,
    Mark: card.mark,
    "Merged Into": card.mergedInto,
    Created: card.created,
    Confirmed: card.confirmed,
    Sex: customer.sex && random.chance(customer.diligence * 1.5) ? (SEXES[customer.sex] as string) : "",
    DOB: card.birthDate,
    Occupation: card.occupation,
    Education: card.education,
    Income: card.income,
    Household: card.household,
    Interests: card.interests,
    "Legal Form": card.legal,
    Web: card.web,
    Industry: card.industry,
    Position: card.position,
    Size: card.size,
    Staff: card.employees,
    Founded: card.founded,
    Terms: card.terms,
    "Limit kEUR": card.limit === undefined ? "" : card.limit.toFixed(1).replace(".", ","),
    Credit: card.creditStatus,
    "First Deal": card.firstDeal,
    "Last Deal": card.lastDeal,
  };
}

/** Words of the Shanghai office; project.yaml translates them back. */
const CHINESE: Record<string, string> = {
  consumer: "个人", business: "企业", distributor: "经销商", internal: "内部", female: "女", male: "男", open: "正常", review: "复核",
  hold: "停止", web: "网络", social: "社交媒体", referral: "朋友介绍", fair: "展会", marketplace: "电商平台", mail: "邮件", visit: "拜访", phone: "电话",
  wechat: "微信", branch: "门店", edi: "数据接口", Hospitality: "酒店", "Food service": "餐饮", Retail: "零售", Offices: "办公", Wholesale: "批发",
  Healthcare: "医疗", teacher: "教师", engineer: "工程师", nurse: "护士", designer: "设计师", retired: "退休", student: "学生", physician: "医生",
  clerk: "职员", "self-employed": "个体", lawyer: "律师", craftsman: "技工", insolvent: "破产", "late deliveries": "交货延误", "cheaper elsewhere": "他处更便宜", "closed down": "停业", "buys through its group": "改由集团采购",
  "range no longer fits": "产品不再适合",
};

const chinese = (word: string) => CHINESE[word] ?? word;
const slashed = (date: string) => date.replaceAll("-", "/");

function chineseRow(customer: Customer, card: Card): Record<string, string> {
  const rate = rateOf("CNY", day("2025-06-01"));
  return {
    客户编号: customer.id,
    客户类型: chinese(customer.kind),
    名称: customer.name,
    电话: card.phone,
    电子邮箱: card.email,
    地址: card.address,
    城市: customer.city,
    国家地区: customer.country.name,
    邮编: card.postalCode,
    来源: chinese(customer.source),
    渠道: chinese(customer.channel),
    客户经理: customer.owner,
    信用等级: card.grade,
    合并至: card.mergedInto,
    建档日期: slashed(card.created),
    核实日期: slashed(card.confirmed),
    性别: customer.sex ? chinese(customer.sex) : "",
    出生日期: card.birthDate.split(".").reverse().join("/"),
    职业: chinese(card.occupation),
    家庭人数: card.household,
    企业性质: card.legal,
    网站: card.web,
    行业: chinese(card.industry),
    员工人数: card.employees,
    成立年份: card.founded,
    "账期（天）": card.terms,
    "信用额度（万元）": card.limit === undefined ? "" : ((card.limit * 0.1) / rate).toFixed(2),
    信用状态: chinese(card.creditStatus),
    最近成交: slashed(card.lastDeal),
  };
}
