import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as d3 from "d3";
import { csv } from "../../src/lib/csv.js";
import { list, readable, words } from "../../src/lib/format.js";
import { alarmText } from "../../src/components/alarm.js";
import { phrase, t } from "../../src/lib/language.js";
import type { Table, Value } from "../../src/lib/page.js";
import { valueName } from "../../src/lib/valueName.js";
import { actionFile, actionName } from "../../src/pages/actions.js";

/** An entry of a list: exports/actions/actions_entries. */
interface Entry {
  action: string; place: number; label: string | null; customer_key: string | null; kind: string | null; region: string | null; why: string | null; fields: string | null; days: number | null; value: number | null;
  owner: string | null; next_step: string; before_all: string | null;
}

/**
 * Writes each list of actions into `folder`/data/lists/<language>/<action>.csv, in the words of the language in use. It holds what the
 * site may show, and nothing in it is a formula to a spreadsheet.
 *
 * @param currency reporting currency, which heads the column of values
 */
export function writeActionFiles(folder: string, table: Table, currency: string): void {
  const header = [t`Place in the list`, t`List`, t`Customer`, t`Kind`, t`Region`, t`Why`, t`Days`, t`Value (${currency})`, t`Who`, t`Next step`, t`What goes before`, t`Address of its page`];
  for (const [action, entries] of d3.group(table.rows as unknown as Entry[], (entry) => entry.action)) {
    const file = join(folder, "data", actionFile(action));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, csv(header, entries.map((entry): Value[] => [
      entry.place, actionName(action), entry.label, valueName(entry.kind, "kind"), entry.region, whyOf(entry), entry.days,
      entry.value === null ? null : Math.round(entry.value * 100) / 100, entry.owner, phrase(entry.next_step), entry.before_all === null ? null : alarmText(entry.before_all),
      entry.customer_key === null ? null : `customer.html?key=${entry.customer_key}`,
    ])));
  }
}

/** Why somebody is in a list, with the fields of a file that are meant. */
function whyOf({ why, fields }: Entry): string | null {
  if (why === null) return null;
  return fields === null ? readable(why) : t`${readable(why)}: ${list(fields.split(/,\s*/).map(words))}`;
}
