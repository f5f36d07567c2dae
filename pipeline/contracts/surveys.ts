import { entity } from "./entity.js";
import { date, id, integer, lenient, optional, text } from "./fields.js";

export const surveys = entity(
  "surveys",
  {
    grain: "One row per survey sent to a customer, answered or not",
    enables: "NPS, satisfaction, response rate, the loyalty matrix",
    key: ["survey_id"],
    references: { customer_id: "customers" },
  },
  {
    survey_id: id("Identifier of the survey form"),
    customer_id: optional(id("Customer asked; absent for an anonymous answer")),
    order_id: optional(id("Order it is about")),
    sent_date: optional(date("Date it was sent")),
    answered_date: optional(date("Date of the answer; absent where none came")),
    recommend_score: optional(integer("Likelihood to recommend", { max: 10, unit: "0 to 10" })),
    satisfaction_score: optional(integer("Satisfaction", { min: 1, max: 5, unit: "1 to 5" })),
    expected_score: optional(integer("What was expected", { min: 1, max: 5, unit: "1 to 5" })),
    comment: lenient(text("What the customer wrote", { max: 5000, personal: true })),
  },
);
