import { count, decimal1, integer, month, percent, pointsChange, type Format } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";
import type { Measure } from "./rows.js";

/** What a measure is called. */
export function measureName(measure: string): string {
  switch (measure) {
    case "presale_response_hours": return t`First response before a sale`;
    case "on_time_rate": return t`On time, by date`;
    case "on_time_by_hour_rate": return t`On time, by the hour promised`;
    case "order_fill_rate": return t`Orders that left whole`;
    case "line_fill_rate": return t`Lines that left whole`;
    case "unit_fill_rate": return t`Units that left with their order`;
    case "backorder_days": return t`Time until a backorder left`;
    case "perfect_order_rate": return t`Perfect orders`;
    case "order_to_shipping_days": return t`Order to shipping`;
    case "order_to_delivery_days": return t`Order to arrival`;
    case "order_to_delivery_p90_days": return t`Order to arrival, nine of ten`;
    case "return_rate": return t`Orders with a return`;
    case "damage_rate": return t`Orders with damage`;
    case "complaints_per_100_orders": return t`Complaints per 100 orders`;
    case "complaints_per_1000_customers": return t`Complaints per 1,000 customers`;
    case "first_response_hours": return t`Time to first response`;
    case "first_response_p90_hours": return t`Time to first response, nine of ten`;
    case "resolution_hours": return t`Time to resolution`;
    case "resolution_p90_hours": return t`Time to resolution, nine of ten`;
    case "complaint_resolution_hours": return t`Time to resolution, complaints alone`;
    case "first_contact_rate": return t`Resolved at the first contact`;
    case "repeat_complaint_rate": return t`Complaints that repeat one`;
    default: return t`Bought again after a complaint`;
  }
}

export const hours: Format = (value) => (value === null || value === undefined ? decimal1(value) : t`${decimal1(value)} hours`);
export const days: Format = (value) => (value === null || value === undefined ? decimal1(value) : t`${decimal1(value)} days`);

/** How the values of a measure read. */
export function formatOf({ unit }: Pick<Measure, "unit">): Format {
  switch (unit) {
    case "share": return percent;
    case "hours": return hours;
    case "days": return days;
    default: return decimal1;
  }
}

/** Months without a break, by the first and last day: "Apr 2025 to Jun 2025". */
export const monthsName = (from: string, until: string): string => (from.slice(0, 7) === until.slice(0, 7) ? month(from) : t`${month(from)} to ${month(until)}`);

/** The change of a measure on the window before, with its sign; nothing where it is not known. */
export function changeOf({ unit, change }: Pick<Measure, "unit" | "change">): string | undefined {
  if (change === null) return undefined;
  if (unit === "share") return pointsChange(change);
  const text = formatOf({ unit })(change);
  return change > 0 ? `+${text}` : text;
}

/** Whether a change is welcome; undefined where it is neither, reads as nothing, or is no more than chance explains. */
export const welcome = (row: Measure): boolean | undefined =>
  (row.is_better === null || row.is_change_clear === false || !/[1-9]/.test(changeOf(row) ?? "") ? undefined : row.is_better);

/** "412 orders": what a value rests on. */
export function baseOf({ base, base_noun: noun }: Pick<Measure, "base" | "base_noun">): string | null {
  switch (noun) {
    case "orders": return count(base, "order");
    case "lines": return count(base, "order line");
    case "units": return count(base, "unit");
    case "tickets": return count(base, "ticket");
    case "complaints": return count(base, "complaint");
    case "customers": return count(base, "customer");
    default: return null;
  }
}

/** A failure and what it was for, as it reads in a list. */
export function causeName(failure: string, cause: string): string {
  const named = cause === "unknown" ? t`no reason given` : valueName(cause, "cause");
  switch (failure) {
    case "late": return t`Late, or overdue`;
    case "short": return t`Incomplete`;
    case "returned": return t`Return: ${named}`;
    default: return t`Complaint: ${named}`;
  }
}

/** A stage of the order cycle. */
export function stageName(stage: string): string {
  switch (stage) {
    case "order to shipping": return t`Order to shipping`;
    case "shipping to arrival": return t`Shipping to arrival`;
    default: return t`Order to arrival`;
  }
}

/** The service that customers had. */
export function serviceName(service: string): string {
  switch (service) {
    case "served well": return t`Served well`;
    case "failed": return t`Failed in any way`;
    case "late": return t`Order late`;
    case "short": return t`Order incomplete`;
    default: return t`Complained`;
  }
}

/** What customers did after a complaint, or without one. */
export function recoveryName(group: string, quickHours: number): string {
  switch (group) {
    case "complained": return t`All who complained`;
    case "resolved quickly": return t`Resolved within ${integer(quickHours)} hours`;
    case "resolved slowly": return t`Resolved later`;
    case "not resolved": return t`Not resolved`;
    default: return t`No complaint`;
  }
}

/** A group of a dimension of orders or tickets. */
export const groupTitle = (name: string, dimension: string): string =>
  (name === "unknown" ? t`Not named` : name === "no tier" ? t`No tier` : valueName(name, dimension === "category" ? "product_category" : dimension));
