import type { Texts } from "../../lib/language.js";

/** Texts of the components and of the frame around each page. */
export const components: Texts = {
  "How is this computed?": "如何计算？",
  "All customers, whole window: does not follow the filter": "全部客户、整个分析期：不随筛选变化",
  "All customers: does not follow the filter": "全部客户：不随筛选变化",
  "Whole window: does not follow the period": "整个分析期：不随所选时段变化",
  "{0} over time": "{0}走势",
  "Target {0}": "目标 {0}",
  "✓ Target {0}": "✓ 目标 {0}",
  "✗ Target {0}": "✗ 目标 {0}",
  "No data yet": "暂无数据",
  "{0} This needs an input that the project does not supply:": "{0}这需要项目尚未提供的数据：",
  "in project.yaml": "（写入 project.yaml）",
  "{0}. Enables: {1}.": "{0}。可支持：{1}。",
  "Evidence": "依据",
  "Customers": "客户",
  "Tier": "层级",
  "the client": "该客户",
  "beyond the scale": "超出刻度",
  "None.": "无。",
  "another {0}": "另有 {0}",
  "{0} and {1}": "{0}和{1}",
  "{0} points": "{0} 个百分点",
  "{0} row": "{0} 行",
};
