import * as d3 from "d3";
import { html } from "htl";
import { card } from "../components/card.js";
import { customerLink } from "../components/customerLink.js";
import { dataTable } from "../components/dataTable.js";
import { emptyState } from "../components/emptyState.js";
import { heading, note } from "../components/heading.js";
import { count, integer } from "../lib/format.js";
import { languages, language, msg, own, phrase, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";

/** A list of actions: exports/actions/actions_totals. */
interface Total { action: string; entries: number; owners: number; unowned: number; value: number | null; before_all: number; label: string | null; customer_key: string | null; owner: string | null }

/** How many entries of a list are a person's: exports/actions/actions_owners. */
interface Owned { owner: string | null; action: string; entries: number; owner_entries: number }

export const actions: Page = {
  path: "actions",
  title: msg("Action lists"),
  question: msg("Who does what with whom: every recommended action as a file to take to work."),
  follows: "nothing",
  render(context) {
    const table = context.read<Total>("actions_totals");
    const owned = context.read<Owned>("actions_owners");
    if (table.rows.length === 0) return [emptyState(context, ["customers", "orders"], t`This page gives every recommended action as a list: who, why, what it is worth, who is to do it and what to do.`)];
    const [first] = table.rows;
    return [
      ...heading(t`Whom to take to work`),
      card(context, {
        title: t`${actionName(first!.action)} first: ${count(first!.entries, "entry", "entries")}`, sources: [table], span: 12,
        subtitle: t`Lists of whom to take to work, the most pressing first. Each file opens in a spreadsheet: who, why, what it is worth, who is to do it, what to do, and what goes before all else. A customer may stand in several, so that their worth does not add up`,
      }, dataTable(table.rows, [
        { label: t`Action`, value: (row) => html`<span>${actionName(row.action)}<br><small>${phrase(meanings[row.action] ?? "")}</small></span>`, isRowHeader: true },
        { label: t`For`, value: (row) => count(row.entries, "entry", "entries"), number: (row) => row.entries, align: "right" },
        { label: t`What it is worth`, value: (row) => html`<span>${context.money(row.value)}<br><small>${phrase(worths[row.action] ?? "")}</small></span>`, number: (row) => row.value, align: "right" },
        { label: t`Starts with`, value: (row) => (row.label === null ? null : row.customer_key === null ? row.label : customerLink(row.label, row.customer_key)) },
        { label: t`Who`, value: (row) => whoIsToDo(row) },
        { label: t`File`, value: (row) => fileLink(context, row) },
      ], { caption: t`Lists of actions` }),
      note(t`Names are shown as the project's privacy setting says, and no contact data is in the files. A customer stands in every list that it belongs to; where an unpaid bill, a stop of credit or a loss goes before, the file says so. Such customers stand last in the lists to keep, contact, win back and sell more.`)),
      ...owners(context, owned, table.rows),
    ];
  },
};

/** What each person has to do: how much of it there is, and how much is nobody's. */
function owners(context: Context, table: Table<Owned>, totals: Total[]): Element[] {
  const [first] = table.rows;
  // Where nobody is named at all, the lists say so themselves.
  if (!first?.owner) return [];
  const people = [...d3.group(table.rows, (row) => row.owner)].map(([owner, rows]) => ({ owner, all: rows[0]!.owner_entries, entries: new Map(rows.map((row) => [row.action, row.entries])) }));
  const nobody = people.find(({ owner }) => owner === null)?.all ?? 0;
  const title = nobody > 0 ? t`${first.owner} has most to do: ${count(first.owner_entries, "entry", "entries")}; ${integer(nobody)} are nobody's` : t`${first.owner} has most to do: ${count(first.owner_entries, "entry", "entries")}`;
  return [
    ...heading(t`Who has how much to do`),
    card(context, { title, sources: [table], span: 12, subtitle: t`Entries of each list by who is to do them: the account manager, or who leads the team where that one has left or hands over` }, dataTable(people, [
      { label: t`Who`, value: ({ owner }) => owner ?? t`nobody is named`, isRowHeader: true },
      ...totals.map(({ action }) => ({ label: shortName(action), value: ({ entries }: (typeof people)[number]) => integer(entries.get(action) ?? 0), number: ({ entries }: (typeof people)[number]) => entries.get(action) ?? 0, align: "right" as const })),
      { label: t`All lists`, value: ({ all }) => integer(all), number: ({ all }) => all, align: "right" },
    ], { caption: t`Entries by person and list`, first: 15, noun: "person", plural: "people" })),
  ];
}

const names: Record<string, string> = {
  "stop credit": msg("Stop credit"), "collect": msg("Collect what is overdue"), "make up": msg("Make up with the dissatisfied"), "keep": msg("Keep who may leave"),
  "hand over": msg("Hand over to a successor"),
  "contact": msg("Contact who waits"), "win back": msg("Win back the lost"), "serve cheaper": msg("Serve cheaper, or raise the price"), "sell more": msg("Sell what they lack"),
  "pursue": msg("Pursue prospects"), "mend file": msg("Mend files"),
};

const meanings: Record<string, string> = {
  "stop credit": msg("on the watch list, and should get no further credit"), "collect": msg("seriously overdue"), "make up": msg("customers that carry the business and are dissatisfied"),
  "keep": msg("a medium or high chance to leave"), "hand over": msg("their account manager has left or given notice"), "contact": msg("overdue for the contact that their level asks for"), "win back": msg("lost, and nothing stands in the way"),
  "serve cheaper": msg("cost more than they bring"), "sell more": msg("customers like them buy more categories"), "pursue": msg("open, with an amount and a chance"), "mend file": msg("bought in the window, and their file is poor"),
};

const worths: Record<string, string> = {
  "stop credit": msg("owed"), "collect": msg("overdue"), "make up": msg("revenue"), "keep": msg("revenue of theirs at risk"), "hand over": msg("revenue"), "contact": msg("revenue"), "win back": msg("revenue x chance"),
  "serve cheaper": msg("loss"), "sell more": msg("margin that they could add"), "pursue": msg("expected x chance"), "mend file": msg("revenue"),
};

/** Heads of a table that has room for no more. */
const shortNames: Record<string, string> = {
  "stop credit": msg("Stop credit"), "collect": msg("Collect"), "make up": msg("Make up"), "keep": msg("Retain"), "hand over": msg("Hand over"), "contact": msg("Get in touch"), "win back": msg("Win back"),
  "serve cheaper": msg("Serve cheaper"), "sell more": msg("Sell more"), "pursue": msg("Pursue"), "mend file": msg("Mend file"),
};
const shortName = (action: string): string => phrase(own(shortNames, action) ?? action);

export const actionName = (action: string): string => phrase(own(names, action) ?? action);

function whoIsToDo({ owners, unowned }: Total): string {
  if (owners === 0) return t`nobody is named`;
  return unowned === 0 ? count(owners, "person", "people") : t`${count(owners, "person", "people")}; ${integer(unowned)} without anybody`;
}

const fileLink = (context: Context, { action, entries }: Total): Element =>
  html`<a class="download" href=${`${languages[language()].folder === "" ? "./" : "../"}data/${context.run}/${actionFile(action)}`} download>${t`CSV, ${count(entries, "row")}`}</a>`;

/** Where the file of a list stands, from the data of the run. */
export const actionFile = (action: string): string => `lists/${language()}/${action.replaceAll(" ", "-")}.csv`;
