import { msg, phrase } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";
import type { Group } from "./rows.js";

/** The name of a dimension in the middle of a sentence. */
export const titleWithin = (title: string) => phrase(title).toLowerCase();

/** Groups that are no value: a real one may have the same name. */
const missing: Record<string, string> = { "unknown": msg("Not recorded"), "no order yet": msg("No order yet"), "no tier": msg("Bought nothing in the window") };

/** A group as it reads on the page. */
export const groupName = ({ group_name: name, group_kind: kind, dimension }: Pick<Group, "group_name" | "group_kind" | "dimension">) =>
  kind === "folded" ? phrase(msg("All smaller ones")) : kind === "missing" ? phrase(missing[name]!) : valueName(name, dimension);

/** What a driver of change is: the customers that it counts in a sentence, and what to do about them; its name is in valueName.ts. */
export const drivers: Record<string, { noun: [string, string]; meaning: string; action: string }> = {
  "new": { noun: ["new customer", "new customers"], meaning: msg("first deal in this window"), action: msg("Bring them to a second order while the first is fresh") },
  "won back": { noun: ["customer won back", "customers won back"], meaning: msg("bought earlier, not in the window before"), action: msg("Find out what brought them back, and repeat it") },
  "grown": { noun: ["customer who bought more", "customers who bought more"], meaning: msg("bought in both windows, more now"), action: msg("Protect those that earn a profit: they carry the growth") },
  "unchanged": { noun: ["unchanged customer", "unchanged customers"], meaning: msg("bought in both windows for as much"), action: msg("Offer what like customers buy besides") },
  "shrunk": { noun: ["customer who bought less", "customers who bought less"], meaning: msg("bought in both windows, less now"), action: msg("Call the largest first: they still buy") },
  "lost": { noun: ["customer who did not buy", "customers who did not buy"], meaning: msg("bought in the window before only"), action: msg("Ask why they stayed away; win back those worth it") },
  "refunded": { noun: ["customer who only returned goods", "customers who only returned goods"], meaning: msg("returned goods, bought nothing"), action: msg("Look into what they returned") },
};

/** What a product is that was not sold in both windows. */
export const statuses: Record<string, string> = { new: msg("new product"), discontinued: msg("not sold any more"), unpriced: msg("without a quantity") };

/** What an effect is, and how a gain and a loss by it read in a sentence. */
export const effects: Record<string, { name: string; meaning: string; gain: string; loss: string }> = {
  "volume": { name: msg("Volume"), meaning: msg("more or fewer units in a category"), gain: msg("more units"), loss: msg("fewer units") },
  "mix": { name: msg("Mix"), meaning: msg("dearer or cheaper products within a category"), gain: msg("a mix of dearer products"), loss: msg("a mix of cheaper products") },
  "price": { name: msg("Price"), meaning: msg("price per unit, after discounts"), gain: msg("higher prices"), loss: msg("lower prices") },
  "new products": { name: msg("New products"), meaning: msg("not sold in the window before"), gain: msg("new products"), loss: msg("new products") },
  "discontinued products": { name: msg("Ended products"), meaning: msg("not sold any more"), gain: msg("ended products"), loss: msg("ended products") },
  "unpriced lines": { name: msg("Not explained"), meaning: msg("order lines without a product or a quantity"), gain: msg("order lines without a product or a quantity"), loss: msg("order lines without a product or a quantity") },
  "beyond lines": { name: msg("Returns and whole orders"), meaning: msg("returns, and discounts or charges on an order as a whole"), gain: msg("returns, and discounts and charges on whole orders"), loss: msg("returns, and discounts and charges on whole orders") },
};
