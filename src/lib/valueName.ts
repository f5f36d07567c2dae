import { words } from "./format.js";
import { msg, own, phrase } from "./language.js";

/** Codes of the data whose plain reading needs more than a capital letter. */
const names: Record<string, string> = {
  "consumer": msg("Consumers"), "business": msg("Businesses"), "distributor": msg("Distributors"),
  "female": msg("Women"), "male": msg("Men"),
  "edi": msg("EDI"), "wechat": msg("WeChat"),
};

/** Size classes, which share their codes with tiers. */
const sizes: Record<string, string> = { micro: msg("Micro"), small: msg("Small"), medium: msg("Medium-sized"), large: msg("Large") };

/** What customers did that moved revenue. Who bought in the window before only is not yet lost: see marts.lost_after. */
const drivers: Record<string, string> = {
  "new": msg("New"), "won back": msg("Won back"), "grown": msg("Grown"), "unchanged": msg("Unchanged"), "shrunk": msg("Shrunk"), "lost": msg("No purchase"), "refunded": msg("Returns only"),
};

/** States of a client's latest statement that leave it without a grade. */
const statements: Record<string, string> = { "none": msg("No statement at all"), "stale": msg("Too old"), "unbalanced": msg("Balance sheet does not add up"), "too few ratios": msg("Too few figures stated") };

/** Codes of a dimension that are read otherwise in others. */
const ownNames = new Map([["company_size", sizes], ["driver", drivers], ["statement", statements]]);

/** Dimensions whose values are names, which no language changes. */
const named = new Set(["region", "country", "city", "owner", "order_region", "order_owner", "product_category"]);

/** A value that customers or orders have, as it reads on every page; NULL stays NULL. */
export function valueName(code: string, dimension: string): string;
export function valueName(code: string | null, dimension: string): string | null;
export function valueName(code: string | null, dimension: string): string | null {
  if (code === null) return null;
  if (named.has(dimension)) return capital(code.replaceAll("_", " "));
  const known = own(ownNames.get(dimension) ?? {}, code) ?? own(names, code);
  return known === undefined ? words(code) : phrase(known);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
