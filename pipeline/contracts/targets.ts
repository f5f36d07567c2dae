import { entity, notAfter } from "./entity.js";
import { date, id, lenient, quantity, text } from "./fields.js";

/** What leadership set out to reach, to be held against what was reached. */
export const targets = entity(
  "targets",
  {
    grain: "One row per goal and period",
    enables: "Goals with owner, target, actual and status",
    key: ["goal", "period_start"],
    isPlaced: true,
  },
  {
    goal: id("Name of the goal"),
    metric: id(
      "Figure it is measured by, one of those that `show target_metrics` lists, such as revenue, nps or on_time_rate; goals of other figures are "
      + "shown without an actual",
    ),
    owner: lenient(text("Who answers for it")),
    period_start: date("First day of the period"),
    period_end: date("Last day of the period"),
    target: quantity("Value to reach, in the metric's unit: amounts in the reporting currency, rates and shares from 0 to 1, nps from -100 to 100"),
  },
  [notAfter("period_start", "period_end")],
);
