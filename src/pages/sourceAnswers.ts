import { element } from "../lib/element.js";
import { percent0 } from "../lib/format.js";
import { t } from "../lib/language.js";
import type { Context } from "../lib/page.js";
import type { Channel } from "./campaigns/rows.js";
import { times } from "./campaigns/words.js";
import type { Group } from "./prospects/rows.js";
import { sourceWord } from "./prospects/words.js";

/**
 * Prospects ask of which source most are won, campaigns through which channel customers are worth most by their cost: where the
 * answers differ, this says of what each is. Nothing where they agree, or where chance may explain the first.
 */
export function sourceAnswers(context: Context, page: "prospects" | "campaigns"): Element[] {
  const rates = context.read<Group>("prospects_groups").rows.filter(({ dimension, group_name: name, won_rate: rate }) => dimension === "source" && name !== null && rate !== null)
    .sort((a, b) => b.won_rate! - a.won_rate! || (a.group_name! < b.group_name! ? -1 : 1));
  const worths = context.read<Channel>("campaigns_channels").rows.filter(({ period, dimension, channel, value_to_cost: ratio }) => period === "current" && dimension === "channel" && channel !== null && ratio !== null)
    .sort((a, b) => b.value_to_cost! - a.value_to_cost! || (a.channel! < b.channel! ? -1 : 1));
  const [first, worth] = [rates[0], worths[0]];
  if (!first || !worth || worths.length < 2 || first.group_name === worth.channel || !(first.won_low! > rates.at(-1)!.won_high!)) return [];
  return [element("p", { class: "note" },
    t`Which source is best has two answers: of prospects the largest share is won of those from ${sourceWord(first.group_name)} (${percent0(first.won_rate)} of those closed); of all customers won, prospects before or not, those through ${sourceWord(worth.channel)} are worth most by what winning them cost (${times(worth.value_to_cost)}).`,
    " ", page === "campaigns" ? element("a", { href: "./prospects.html" }, t`Prospects`) : element("a", { href: "./campaigns.html" }, t`Campaigns`))];
}
