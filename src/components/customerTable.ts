import { element } from "../lib/element.js";
import { daysAgo, integer, percent0, words, type Format } from "../lib/format.js";
import { changeOf, type CustomerRow } from "../lib/customerRow.js";
import { t } from "../lib/language.js";
import type { Context } from "../lib/page.js";
import { alarm } from "./alarm.js";
import { customerLink } from "./customerLink.js";
import { dataTable, type Column } from "./dataTable.js";

/** Customers as rows, each a link to its page; what nobody of them has makes no column. */
export function customerTable(context: Pick<Context, "money" | "moneyChange">, rows: CustomerRow[], caption: string): Element {
  const { money, moneyChange } = context;
  const has = (value: (row: CustomerRow) => unknown) => rows.some((row) => value(row) !== null);
  const columns: (Column<CustomerRow> | false)[] = [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Revenue`, value: (row) => money(row.current_revenue ?? (row.driver === null ? null : 0)), align: "right" },
    has(changeOf) && { label: t`Change`, value: (row) => toned(changeOf(row), moneyChange), align: "right" },
    has((row) => row.profit) && { label: t`Profit`, value: (row) => toned(row.profit, money), align: "right" },
    { label: t`Orders`, value: (row) => integer(row.current_orders), align: "right" },
    { label: t`Last order`, value: (row) => daysAgo(row.recency_days), number: (row) => row.recency_days, align: "right" },
    has((row) => row.churn_probability) && { label: t`Chance to leave`, value: (row) => percent0(row.churn_probability), number: (row) => row.churn_probability, align: "right" },
    has((row) => row.overdue_amount) && { label: t`Overdue`, value: (row) => (row.overdue_amount === 0 ? t`nothing` : money(row.overdue_amount)), number: (row) => row.overdue_amount, align: "right" },
    has((row) => row.tier) && { label: t`Tier`, value: (row) => (row.tier ? words(row.tier) : null) },
    has((row) => row.segment) && { label: t`Segment`, value: (row) => (row.segment ? words(row.segment) : null) },
    has((row) => row.grade) && { label: t`Credit grade`, value: (row) => (row.grade ? words(row.grade) : null) },
    { label: t`Kind`, value: (row) => words(row.kind) },
    has((row) => row.region) && { label: t`Region`, value: (row) => row.region },
    has((row) => row.owner) && { label: t`Account manager`, value: (row) => row.owner },
  ];
  return dataTable(rows, columns.filter((column) => column !== false), { caption, empty: t`No customer fits.`, noun: "customer" });
}

/** What is below zero stands out. */
const toned = (value: number | null, format: Format): string | Element => (value !== null && value < 0 ? element("span", { class: "bad" }, format(value)) : format(value));
