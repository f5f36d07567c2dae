import { moneyFormats } from "./format.js";
import type { Context, EntityFacts, ExportFacts, Row, SiteFacts, Table } from "./page.js";
import { wholeSelection, type Selection } from "./selection.js";

/** What a page is drawn from, here and in the browser: the tables come from wherever `read` finds them. */
export function pageContext(facts: SiteFacts, entities: readonly EntityFacts[], read: (name: string) => Table, { selection = wholeSelection, exports = [] }: {
  selection?: Selection; exports?: readonly ExportFacts[];
} = {}): Context {
  return {
    ...facts,
    ...moneyFormats(facts.currency),
    selection,
    exports,
    read: <T = Row>(name: string) => read(name) as Table<T>,
    has: (entity) => facts.supplied.includes(entity),
    entity: (name) => entities.find((entity) => entity.name === name)!,
  };
}
