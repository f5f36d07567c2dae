import { html } from "htl";
import { pageContext } from "../lib/context.js";
import { t } from "../lib/language.js";
import { siteData } from "./site.js";
import { creditRule } from "./whatIf/credit.js";
import { loadWhatIf } from "./whatIf/data.js";
import { lostRule } from "./whatIf/lostAfter.js";
import type { Rule } from "./whatIf/rule.js";
import { tierRule } from "./whatIf/tiers.js";
import { weightRule } from "./whatIf/weights.js";
import { useWholeLanguage } from "./wholeLanguage.js";

const rules = { tiers: tierRule, lost: lostRule, grades: creditRule, weights: weightRule };

/** Gives each rule of the page its sliders; what differs from the rules in force stands in the address. */
export async function startWhatIf(): Promise<void> {
  const cards = [...document.querySelectorAll<HTMLElement>(".what-if")];
  if (cards.length === 0) return;
  const [{ facts, entities }] = await Promise.all([siteData(), useWholeLanguage()]);
  const context = pageContext(facts, entities, () => {
    throw new Error("the sliders read no other table");
  });
  const found = await loadWhatIf().catch(() => undefined);
  const page = document.querySelector(".page")!;
  if (!found) {
    page.classList.add("is-filled");
    for (const card of cards) card.querySelector(".card-body")!.append(html`<p class="bad" role="alert">${t`The data of the sliders could not be loaded.`}</p>`);
    return;
  }
  const shown: Rule[] = [];
  const changed = debounced(() => {
    const parameters = new URLSearchParams(location.search);
    for (const rule of shown) rule.write(parameters);
    const query = parameters.toString();
    history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  });
  for (const card of cards) {
    const rule = rules[card.dataset.rule as keyof typeof rules](card.querySelector(".card-body")!, context, found, changed);
    if (rule) shown.push(rule);
  }
  const read = () => {
    const parameters = new URLSearchParams(location.search);
    for (const rule of shown) rule.read(parameters);
  };
  read();
  page.classList.add("is-filled");
  addEventListener("popstate", read);
}

/** Browsers refuse an address that changes too often. */
function debounced(run: () => void, wait = 200): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, wait);
  };
}
