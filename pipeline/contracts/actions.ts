import { entity, notAfter } from "./entity.js";
import { choice, date, id, lenient, optional, text } from "./fields.js";

/**
 * What is done to reach a goal, by someone who keeps it up: plan, do, check, act. An action for a goal that nobody set, or one that is
 * open and done at once, is told with its place by pipeline/checks/targets_actions_unclear.sql; it is shown nevertheless.
 */
export const actions = entity(
  "actions",
  {
    grain: "One row per action taken for a goal",
    enables: "What is done about each goal: by whom, until when, what came of it, and what is overdue",
    key: ["goal", "action"],
    isPlaced: true,
  },
  {
    goal: id("Name of the goal it is for, as targets write it"),
    action: id("What is to be done, in a few words"),
    owner: lenient(text("Who does it")),
    planned_date: optional(date("Day it was decided on")),
    due_date: optional(date("Day by which it is to be done")),
    done_date: optional(date("Day it was done, or dropped; absent while it is open")),
    status: optional(choice("Where it stands; where absent it is done if it has a day on which it was, and open if it has none", ["open", "done", "dropped"])),
    result: lenient(text("What came of it, once somebody looked")),
  },
  [notAfter("planned_date", "due_date"), notAfter("planned_date", "done_date")],
);
