import { words } from "../../lib/format.js";
import type { Group } from "./rows.js";

/** Codes of the data whose plain reading needs more than a capital letter. */
const names: Record<string, string> = {
  "consumer": "Consumers", "business": "Businesses", "distributor": "Distributors",
  "female": "Women", "male": "Men",
  "edi": "EDI", "wechat": "WeChat",
};

/** A value that customers or orders have, as it reads on the page. */
export const valueName = (code: string) => names[code] ?? words(code);

/** Groups that are no value: a real one may have the same name. */
const missing: Record<string, string> = { "unknown": "Not recorded", "no order yet": "No order yet", "no tier": "Bought nothing in the window" };

/** A group as it reads on the page. */
export const groupName = ({ group_name: name, group_kind: kind }: Pick<Group, "group_name" | "group_kind">) =>
  kind === "folded" ? "All smaller ones" : kind === "missing" ? missing[name]! : valueName(name);

/** What a driver of change is: the customers that it counts, in a sentence too, and what to do about them. */
export const drivers: Record<string, { name: string; noun: [string, string]; meaning: string; action: string }> = {
  "new": { name: "New", noun: ["new customer", "new customers"], meaning: "first deal in this window", action: "Bring them to a second order while the first is fresh" },
  "won back": { name: "Won back", noun: ["customer won back", "customers won back"], meaning: "bought earlier, not in the window before", action: "Find out what brought them back, and repeat it" },
  "grown": { name: "Grown", noun: ["customer who bought more", "customers who bought more"], meaning: "bought in both windows, more now", action: "Protect them: they carry the growth" },
  "unchanged": { name: "Unchanged", noun: ["unchanged customer", "unchanged customers"], meaning: "bought in both windows for as much", action: "Offer what like customers buy besides" },
  "shrunk": { name: "Shrunk", noun: ["customer who bought less", "customers who bought less"], meaning: "bought in both windows, less now", action: "Call the largest first: they still buy" },
  "lost": { name: "Lost", noun: ["customer who did not buy again", "customers who did not buy again"], meaning: "bought in the window before only", action: "Ask why they stayed away; win back those worth it" },
  "refunded": { name: "Returns only", noun: ["customer who only returned goods", "customers who only returned goods"], meaning: "returned goods, bought nothing", action: "Look into what they returned" },
};

/** What an effect is, and how a gain and a loss by it read in a sentence. */
export const effects: Record<string, { name: string; meaning: string; gain: string; loss: string }> = {
  "volume": { name: "Volume", meaning: "more or fewer units in a category", gain: "more units", loss: "fewer units" },
  "mix": { name: "Mix", meaning: "dearer or cheaper products within a category", gain: "a mix of dearer products", loss: "a mix of cheaper products" },
  "price": { name: "Price", meaning: "price per unit, after discounts", gain: "higher prices", loss: "lower prices" },
  "new products": { name: "New products", meaning: "not sold in the window before", gain: "new products", loss: "new products" },
  "discontinued products": { name: "Ended products", meaning: "not sold any more", gain: "ended products", loss: "ended products" },
  "unpriced lines": { name: "Not explained", meaning: "order lines without a product or a quantity", gain: "order lines without a product or a quantity", loss: "order lines without a product or a quantity" },
  "beyond lines": { name: "Returns and whole orders", meaning: "returns, and discounts or charges on an order as a whole", gain: "returns, and discounts and charges on whole orders", loss: "returns, and discounts and charges on whole orders" },
};
