import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { count, integer, MISSING, percent0 } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { customerChoice, segments } from "./relationship/choice.js";
import { first } from "./relationship/first.js";
import { overServed, toContact } from "./relationship/lists.js";
import { managers } from "./relationship/managers.js";
import type { Headline } from "./relationship/rows.js";
import { spending } from "./relationship/spending.js";

export const relationship: Page = {
  path: "relationship",
  title: msg("Relationships"),
  question: msg("Which customers deserve more of us, whom do we neglect, and where do contacts bring little?"),
  follows: "customers",
  render(context) {
    const source = context.read<Headline>("relationship_headline");
    const [head] = source.rows;
    if (!head) {
      return [emptyState(context, context.has("orders") || context.has("transactions") ? ["interactions"] : ["customers", "orders"],
        t`This page says which level of relationship each customer deserves, who is overdue for contact, and on whom contacts are spent. It needs a customer who bought in the last ${count(context.windowDays, "day")}.`)];
    }
    return [...(head.contacts === 0 ? unknownContacts(context) : contacted(context, source, head)), ...levels(context, head)];
  },
};

/** Without contacts on record there are levels, and nothing to hold against them. */
function unknownContacts(context: Context): Element[] {
  return [emptyState(context, ["interactions"], t`Contacts with customers would show who is contacted in time, whom each account manager neglects, which customers to contact first, and on whom contacts are spent beyond what is due. The levels below are what is due.`)];
}

function contacted(context: Context, source: Table<Headline>, head: Headline): Element[] {
  return [
    ...tiles(context, source, head),
    ...first(context, head),
    ...heading(t`Whom to contact`, t`A customer is overdue when its last contact lies further back than the interval of its level and ${count(head.grace_days, "day")} of grace.`),
    toContact(context, source, head),
    ...managers(context, source, head),
    ...heading(t`Where contacts go`, t`Contacts made in the last ${count(head.window_days, "day")} against those due at the level of each customer. A talk counts whoever sought it, a letter where we wrote it; mailings of campaigns do not count.`),
    ...spending(context, source, head),
    ...overServed(context, source, head),
  ];
}

const levels = (context: Context, head: Headline): Element[] => [
  ...heading(t`Which level is due`, t`Five levels of relationship, from the number of customers in a segment and the margin of each (Kotler).`),
  ...segments(context, head), ...customerChoice(context),
];

function tiles(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const { money } = context;
  const due = head.due_customers ?? 0;
  const isJudged = (head.judged_customers ?? 0) > 0;
  return [
    kpi(context, {
      label: t`Contacted in time`, value: percent0(head.in_time_rate), sources: [source],
      note: due === 0 ? t`No contact is due to anybody` : head.lapsed_customers ? t`${integer(head.in_time_customers)} of ${count(due, "customer")} with a contact due, counting ${integer(head.lapsed_customers)} that left in ${count(head.window_days, "day")}; ${percent0(head.in_time_low)} to ${percent0(head.in_time_high)} by chance alone`
        : t`${integer(head.in_time_customers)} of ${count(due, "customer")} to whom a contact is due; ${percent0(head.in_time_low)} to ${percent0(head.in_time_high)} by chance alone`,
    }),
    kpi(context, {
      label: t`Revenue of customers overdue for contact`, value: due === 0 ? MISSING : money(head.overdue_revenue), sources: [source],
      note: due === 0 ? t`No contact is due to anybody` : head.never_customers ? t`${count(head.overdue_customers, "customer")} overdue for contact, ${integer(head.never_customers)} of them never contacted` : t`${count(head.overdue_customers, "customer")} overdue for contact`,
    }),
    kpi(context, {
      label: t`Neglected customers`, value: isJudged ? integer(head.neglected_customers) : MISSING, sources: [source],
      note: !isJudged ? t`Nobody's contacts can be held against those due` : t`Fewer than ${percent0(head.neglected_below)} of the contacts due in ${count(head.window_days, "day")}; they brought ${money(head.neglected_revenue)}`,
    }),
    kpi(context, {
      label: t`Over-served customers`, value: isJudged ? integer(head.over_served_customers) : MISSING, sources: [source],
      note: !isJudged ? t`Nobody's contacts can be held against those due` : t`${integer(head.contacts_above)} contacts above those due, while ${integer(head.contacts_short)} are missing elsewhere`,
    }),
  ];
}
