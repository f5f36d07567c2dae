import type { Texts } from "../../lib/language.js";

/** Texts of the SQL explorer. */
export const explorer: Texts = {
  "SQL explorer": "SQL 查询",
  "What do the data say to a question that no page asks?": "各页面没有回答的问题，数据怎么说？",
  "Queries need a browser that runs scripts. Without one this page shows what the tables hold.": "查询需要浏览器启用脚本；未启用时本页仅列出各表的内容说明。",
  "Query": "查询",
  "SQL of DuckDB over the tables that the pages are made of. The database runs in this browser: nothing that you ask leaves it.":
    "用 DuckDB 的 SQL 查询各页面所用的数据表。数据库在本浏览器中运行，查询内容不会外传。",
  "Query in SQL": "SQL 查询语句",
  "Run": "运行",
  "Stop": "停止",
  "Ctrl or ⌘ with Enter runs it": "按 Ctrl 或 ⌘ 加回车键运行",
  "Examples": "示例",
  "Result": "结果",
  "Export (CSV)": "导出（CSV）",
  "Tables": "数据表",
  "{0}. Some are lists that a page cuts short: what a row is says so.": "共 {0}。有些表是页面截取的列表，其行的说明中会注明。",
  "Search tables and columns": "搜索表与字段",
  "List of the tables": "数据表列表",
  "Query its first rows": "查询前 100 行",
  "{0} [{1}]": "{0} [{1}]",
  "Customers, one by one": "逐个客户",
  "Sums by group of customers, for the filters": "按客户分组的合计（供筛选使用）",

  // examples
  "Revenue by region, and the share of those who bought before": "各地区收入，及老客户的占比",
  "Customers that stopped ordering, by the revenue they brought": "停止下单的客户，按此前收入排列",
  "Revenue by the year of the first order, and by year": "按首单年份与年度的收入",
  "How much the largest customers bring: 1, 5, 10, 20 and 50 percent of them": "最大的 1%、5%、10%、20%、50% 客户带来多少收入",
  "Overdue customers that still order": "有逾期欠款但仍在下单的客户",
  "What the columns of a table hold": "一张表各字段的概况",

  // what the script says
  "Loading the database, {0} MB…": "正在加载数据库（{0} MB）…",
  "The database is ready.": "数据库已就绪。",
  "Loading {0}…": "正在加载 {0}…",
  "Running…": "运行中…",
  "Stopped. The next query starts the database anew; tables that you made are gone.": "已停止。下次查询时数据库将重新启动，自建的表不再保留。",
  "{0} in {1} s": "{0}，用时 {1} 秒",
  "Ended at {0} rows, after {1} s": "到 {0} 行时截止，用时 {1} 秒",
  "{0}; the first {1} are shown": "{0}；显示前 {1} 行",
  "No rows.": "没有数据行。",
  "What the database says": "数据库的提示",
  "Go to line {0}": "转到第 {0} 行",
  "Did you mean {0}?": "是否指 {0}？",
  "There is no query to run.": "没有可运行的查询。",
  "The extension {0} is not part of this site, which works without a network and loads none.": "本站可离线使用，不含也不加载扩展 {0}。",
};
