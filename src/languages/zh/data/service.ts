import type { Texts } from "../../../lib/language.js";

/** What contracts and marts of service say, and words that tickets and returns are often about. */
export const service: Texts = {
  // contracts
  "promised at": "承诺时刻",
  "Moment the order was promised for, where more than the day was": "承诺送达的时刻（不止承诺日期时）",
  "delivered at": "送达时刻",
  "Moment the order arrived": "订单送达的时刻",
  "Price, volume and mix as drivers of change; margin by product; worth of orders without an amount; fill rates and backorders, with shipped_quantity":
    "价格、数量与结构对变动的影响；按产品的毛利；无金额订单的价值；有 shipped_quantity 时还有满足率与缺货补发",
  "shipped quantity": "随单发货数量",
  "Units that left with the order; fewer than ordered are short": "随单发出的件数；少于订购量即为缺货",
  "Date the last of the line left; later than the order's where the rest followed as a backorder, absent while it is awaited":
    "明细最后一批的发货日期；余量补发时晚于订单的发货日期，待补发时为空",
  "service standards": "服务标准",
  "One row per measure of service and day from which its standard holds": "每行一项服务指标及其标准的生效日",
  "Fill rates, on time, perfect orders, cycle, response and resolution times each against its standard": "满足率、准时率、完美订单、订单周期、响应与解决时长，各与其标准对照",
  "measure": "指标",
  "Measure of marts.service_measures, such as on_time_rate, line_fill_rate, perfect_order_rate or first_response_hours":
    "marts.service_measures 中的指标，如 on_time_rate、line_fill_rate、perfect_order_rate 或 first_response_hours",
  "standard": "标准",
  "Value to keep, in the unit of the measure: shares from 0 to 1, times in hours or days": "应达到的值，以指标的单位计：占比为 0 至 1，时长为小时或天",
  "valid from": "生效日",
  "First day that it holds; always where absent": "生效首日；为空时一直有效",
  // standards that cannot be used
  "{0} is no measure of service: write one of {1}": "{0} 不是服务指标：请写 {1} 之一",
  "The standard of {0} is a share from 0 to 1: {1} is none": "{0} 的标准应为 0 至 1 的占比：{1} 不是",
  "The standard of {0} is less than nothing": "{0} 的标准小于零",
  "{0} has {1} standards from {2}": "{0} 自 {2} 起有 {1} 个标准",
  "{0} has {1} standards without a first day": "{0} 有 {1} 个没有首日的标准",
  // what tickets and returns are about
  "late delivery": "送货迟到",
  "faulty article": "商品故障",
  "faulty": "有故障",
  "damaged in transit": "运输破损",
  "wrong article": "发错商品",
  "quality of goods": "商品质量",
  "rude treatment": "态度恶劣",
  "advice": "咨询",
  "invoice": "发票",
  "change of order": "更改订单",
  "spare part": "备件",
  "delivery date": "送货日期",
  "not as expected": "与预期不符",
  "ordered twice": "重复订购",
  "arrived too late": "到货太晚",
  // what lists of customers are asked for
  "open complaint": "有未解决的投诉",
  "failed": "被亏待",
};
