import { entity } from "./entity.js";
import { date, id, integer, lenient, optional, text } from "./fields.js";

export const surveys = entity(
  "surveys",
  {
    grain: "One row per survey sent to a customer, answered or not",
    enables: "Net promoter score, satisfaction, response rate, delivered value and its drivers, the loyalty matrix",
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
    // Customer delivered value (客户让渡价值): what a customer gets, less what it takes. Kotler, Marketing Management.
    product_value: optional(integer("Value of the goods: quality, range, reliability", { min: 1, max: 5, unit: "1 to 5, 5 the most value" })),
    service_value: optional(integer("Value of the service: delivery, advice, repair", { min: 1, max: 5, unit: "1 to 5, 5 the most value" })),
    people_value: optional(integer("Value of the people: competence, courtesy", { min: 1, max: 5, unit: "1 to 5, 5 the most value" })),
    image_value: optional(integer("Value of the name and its image", { min: 1, max: 5, unit: "1 to 5, 5 the most value" })),
    money_cost: optional(integer("Burden of the price and all that is paid besides", { min: 1, max: 5, unit: "1 to 5, 5 the heaviest burden" })),
    time_cost: optional(integer("Burden of the time that it takes", { min: 1, max: 5, unit: "1 to 5, 5 the heaviest burden" })),
    energy_cost: optional(integer("Burden of the effort that it takes", { min: 1, max: 5, unit: "1 to 5, 5 the heaviest burden" })),
    psychic_cost: optional(integer("Burden of worry and annoyance", { min: 1, max: 5, unit: "1 to 5, 5 the heaviest burden" })),
    comment: lenient(text("What the customer wrote", { max: 5000, personal: true })),
  },
);
