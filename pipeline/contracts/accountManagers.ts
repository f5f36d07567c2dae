import { entity, notAfter } from "./entity.js";
import { date, id, lenient, optional, text } from "./fields.js";

/** Who looks after customers, as leadership keeps the list: customers, orders and leads only name them. */
export const accountManagers = entity(
  "account_managers",
  {
    grain: "One row per account manager",
    enables: "The sales force by team, and what a known departure puts at risk",
    key: ["owner"],
  },
  {
    owner: id("Account manager, as customers, orders and leads name them"),
    name: lenient(text("Name to show, where it differs")),
    team: lenient(text("Team")),
    manager: lenient(text("Who leads the team")),
    since_date: optional(date("First day in the sales force")),
    left_date: optional(date("Last day in it; a day to come where notice has been given")),
  },
  [notAfter("since_date", "left_date")],
);
