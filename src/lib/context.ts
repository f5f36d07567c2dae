import { count, moneyFormats } from "./format.js";
import { t } from "./language.js";
import type { Context, EntityFacts, ExportFacts, Row, SiteFacts, Table } from "./page.js";
import { periodTitle, priorTitle, type Period } from "../selection/periods.js";
import { wholeSelection, type Selection } from "../selection/selection.js";

/** What a page is drawn from, here and in the browser: the tables come from wherever `read` finds them. */
export function pageContext(facts: SiteFacts, entities: readonly EntityFacts[], read: (name: string) => Table, { selection = wholeSelection, period, comparison = null, exports = [] }: {
  selection?: Selection; period?: Period; comparison?: string | null; exports?: readonly ExportFacts[];
} = {}): Context {
  return {
    ...facts,
    ...moneyFormats(facts.currency),
    selection,
    comparison,
    window: period ? { title: periodTitle(period), prior: priorTitle(period) } : { title: count(facts.windowDays, "day"), prior: t`the ${count(facts.windowDays, "day")} before` },
    exports,
    read: <T = Row>(name: string) => read(name) as Table<T>,
    has: (entity) => facts.supplied.includes(entity),
    entity: (name) => entities.find((entity) => entity.name === name)!,
  };
}
