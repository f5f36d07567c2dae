import type { Texts } from "../../../lib/language.js";

/** What the marts of the outlook say. */
export const outlook: Texts = {
  // why a model is taken or not
  "history too short": "历史太短",
  "a month is not above 0": "有月份不大于 0",
  "the least error": "误差最小",
  "hardly worse than the best, and simpler": "与最好者相差无几，且更简单",
  "hardly better than a simpler one, if at all": "不比更简单的模型明显更好",
  "a larger error": "误差较大",
  // whether a goal will be reached
  "reached already": "已达成",
  "sure": "有把握",
  "likely": "很可能",
  "unlikely": "可能性小",
  "out of reach": "无法企及",
};
