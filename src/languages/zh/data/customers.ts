import type { Texts } from "../../../lib/language.js";

/** What marts.next_steps says: what to do for a customer. */
export const customers: Texts = {
  "Deliver only against payment": "仅款到发货",
  "Stop delivering on credit until what is owed is paid": "付清欠款前停止赊销发货",
  "Call about what is overdue before taking the next order": "接下一单前先催收逾期款",
  "Lower the cost to serve, or raise the price": "降低服务成本或提高价格",
  "Ask why the orders stopped, and make an offer to come back": "了解停止下单的原因，提出回归优惠",
  "Complete and correct the file": "补全并更正档案",
  "no further credit but orders": "停止授信而仍下单",
  "no further credit": "停止授信",
  "seriously overdue": "严重逾期",
  "makes a loss": "亏损",
};
