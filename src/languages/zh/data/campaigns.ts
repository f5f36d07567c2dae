import type { Texts } from "../../../lib/language.js";

/** What the marts of campaigns say: reasons; checks across tables. */
export const campaigns: Texts = {
  "booked": "已记账",
  "campaign beyond what is booked": "活动超出账面的部分",
  "acquisition": "获客",
  "retention": "维系",
  "no spend on record": "没有支出记录",
  "spend not on record for the whole window": "支出记录未覆盖整个窗口",
  "orders on record for too short a time": "订单记录时间太短",
  "not attributed": "未归属",
  "nobody won": "未赢得客户",
  "no cost per customer": "没有单客成本",
  "too few customers": "客户太少",
  "not within the months looked at": "在所查看的月数内未回本",
  "cost not known": "成本不详",
  "not paid back yet": "尚未收回成本",
  "reach not known": "触达人数不详",
  "nobody reached": "未触达任何人",
  "more answers than persons reached": "响应多于触达",
  "numbers of customers won that are not those of single customers or of the sales force, and courses that do not end where the campaign stands": "与逐个客户或销售团队不符的赢得客户数，以及终点与活动现状不符的走势",
  "a customer is lost or counts for two; compare marts.acquisition_by_channel, campaign_performance, campaign_returns, campaign_courses and sales_by_group with marts.customer_acquisitions": "某客户遗漏或重复计算；请将 marts.acquisition_by_channel、campaign_performance、campaign_returns、campaign_courses、sales_by_group 与 marts.customer_acquisitions 对照",
  "sums of what was spent to win customers that are not all of it, once": "未恰好计入全部获客支出一次的合计",
  "a spend is lost or counts twice; compare marts.acquisition_spend and marts.acquisition_by_channel with staging.stg_costs and staging.stg_campaigns": "某笔支出遗漏或重复计算；请将 marts.acquisition_spend、marts.acquisition_by_channel 与 staging.stg_costs、staging.stg_campaigns 对照",
};
