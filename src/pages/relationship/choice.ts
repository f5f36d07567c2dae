import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { heatMap } from "../../components/heatMap.js";
import { note } from "../../components/heading.js";
import { element } from "../../lib/element.js";
import { count, decimal1, integer, list, percent, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Headline, Level, Segment } from "./rows.js";
import { contacts, levelName, marginClasses, marginName, numberClasses, numberName, segmentAsked, segmentName } from "./words.js";

/** The table by which levels are chosen, with the segments that fall into each of its fields, and what each level means. */
export function segments(context: Context, head: Headline): Element[] {
  const { money } = context;
  const table = context.read<Segment>("relationship_choice");
  const levels = context.read<Level>("relationship_levels");
  const names = levels.rows.filter((row) => row.position !== null).sort((a, b) => a.position! - b.position!);
  const cells = numberClasses.flatMap((number, row) => marginClasses.map((margin, column) => {
    const found = table.rows.filter((segment) => segment.number_class === number && segment.margin_class === margin);
    const level = names[row + column];
    return {
      row: numberName(number), column: marginName(margin, head.measure), value: level?.position ?? null,
      text: element("span", {}, level ? levelName(level) : ""),
      detail: list(found.map(segmentName)),
    };
  }));
  const highest = [...names].reverse().find(({ customers }) => customers > 0);
  const unknown = table.rows.filter(({ level }) => level === null);
  const isRevenue = head.measure === "revenue";
  return [
    card(context, {
      title: highest ? t`${levelName(highest)} is for ${count(highest.customers, "customer")} of ${integer(head.customers)}` : t`Levels by number of customers and margin`, sources: [table, levels], span: 7,
      subtitle: head.low_limit === null ? t`Few: up to ${percent(head.few_share)} of the ${count(head.customers, "customer")} who bought, many: above ${percent(head.many_share)}, both rounded up to whole customers. What a customer leaves is told high or low by the mean of all, and that is not positive: ${money(head.mean_value)}`
      : isRevenue
      ? t`Few: up to ${percent(head.few_share)} of the ${count(head.customers, "customer")} who bought, many: above ${percent(head.many_share)}, both rounded up to whole customers. A customer's revenue is low below ${money(head.low_limit)}, high from ${money(head.high_limit)} on; the mean is ${money(head.mean_value)}`
      : t`Few: up to ${percent(head.few_share)} of the ${count(head.customers, "customer")} who bought, many: above ${percent(head.many_share)}, both rounded up to whole customers. A customer's margin is low below ${money(head.low_limit)}, high from ${money(head.high_limit)} on; the mean is ${money(head.mean_value)}`,
    }, heatMap(cells, {
      caption: t`Level by number of customers and margin`, rows: numberClasses.map(numberName), columns: marginClasses.map((margin) => marginName(margin, head.measure)),
      rowTitle: t`Customers in the segment`, columnTitle: isRevenue ? t`Revenue of a customer` : t`Margin of a customer`,
    }), isRevenue ? note(t`The cost of goods of most customers is not known: revenue stands for margin.`) : null,
    unknown.length > 0 ? note(t`Without a level: ${list(unknown.map((row) => t`${segmentName(row)} (${phrase(row.level_reason ?? "")})`))}.`) : null),
    card(context, { title: t`What each level asks of us`, subtitle: t`Contacts due to a customer in a month, and what for`, sources: [levels], span: 5 },
      dataTable([...names].reverse(), [
        { label: t`Level`, value: (row) => levelName(row), isRowHeader: true },
        { label: t`A month`, value: (row) => (row.contacts_per_month === 0 ? t`none` : contacts(row.contacts_per_month)), number: (row) => row.contacts_per_month, align: "right" },
        { label: t`What for`, value: (row) => phrase(row.meaning ?? "") },
      ], { caption: t`Levels of relationship` })),
    card(context, { title: t`The segments in figures`, subtitle: t`Customers with an order in the last ${count(context.windowDays, "day")}, by value tier and kind or what the project cuts them by`, sources: [table], span: 12 },
      dataTable(table.rows, [
        { label: t`Segment`, value: (row) => groupLink(segmentName(row), segmentAsked(row), row.customers), isRowHeader: true },
        { label: t`Level`, value: (row) => (row.level === null ? null : words(row.level)) },
        { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
        { label: t`Share of customers`, value: (row) => percent(row.customers_share), number: (row) => row.customers_share, align: "right" },
        { label: t`Number`, value: (row) => words(row.number_class) },
        { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
        { label: isRevenue ? t`Revenue of a customer` : t`Margin of a customer`, value: (row) => money(row.value_per_customer), align: "right" },
        { label: t`By the mean`, value: (row) => (row.value_ratio === null ? null : t`${decimal1(row.value_ratio)} times`), number: (row) => row.value_ratio, align: "right" },
      ], { caption: t`Segments and their levels`, noun: "segment" })),
  ];
}

/** How many customers stand above or below their segment by their own margin. */
export function customerChoice(context: Context): Element[] {
  const levels = context.read<Level>("relationship_levels");
  const [none] = levels.rows.filter(({ level }) => level === null);
  return [
    note(t`A customer whose own margin is low, medium or high, other than that of its segment, is raised or lowered by it: a key customer that leaves nothing is no partner.`),
    note(t`Customers without a level, for want of an order in the last ${count(context.windowDays, "day")}, of a known margin or of a mean of all that is positive: ${integer(none?.customers ?? 0)}. To kinds of customers without account managers, unless the settings say otherwise consumers, no contact is due.`),
  ];
}
