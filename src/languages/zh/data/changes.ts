import type { Texts } from "../../../lib/language.js";

/** Values of the marts of changes. */
export const changes: Texts = {
  "not on record": "没有记录",
  "no credit": "非赊销客户",
  "not scored": "未评分",
};
