import type { Texts } from "../../lib/language.js";

/** Texts of the pack and of the digest. */
export const print: Texts = {
  "Customer review: {0}, {1}": "客户评估：{0}，{1}",
  "Customer review": "客户评估",
  "Contents": "目录",
  "Figures": "数据口径",
  "{0} to {1}, in {2}": "截至 {1}的 {0}，货币单位 {2}",
  "Rests on": "数据基础",
  "Questions to": "联系人",
  "Run": "运行",
  "{0}: customer digest, {1}": "{0}：客户简报，{1}",
  "Customer digest, as of {0}": "客户简报，截至 {0}",
  "Open the dashboards": "打开仪表板",
  "{0} · as of {1} · run {2}": "{0} · 截至 {1} · 运行 {2}",
  "Page {0} of {1}": "第 {0} 页，共 {1} 页",
};
