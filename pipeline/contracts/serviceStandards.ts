import { entity } from "./entity.js";
import { date, id, optional, quantity } from "./fields.js";

/**
 * What the company has promised itself of its service. A measure that is not known, or has two standards from one day on, is for a
 * person to mend, and is told with its place by pipeline/checks/service_standards_unusable.sql: no row is refused here, for
 * a standard that is left out quietly would take a verdict off the page.
 */
export const serviceStandards = entity(
  "service_standards",
  {
    grain: "One row per measure of service and day from which its standard holds",
    enables: "Fill rates, on time, perfect orders, cycle, response and resolution times each against its standard",
    isPlaced: true,
  },
  {
    measure: id("Measure of marts.service_measures, such as on_time_rate, line_fill_rate, perfect_order_rate or first_response_hours"),
    standard: quantity("Value to keep, in the unit of the measure: shares from 0 to 1, times in hours or days"),
    valid_from: optional(date("First day that it holds; always where absent")),
  },
);
