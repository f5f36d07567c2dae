import { z } from "zod";

/**
 * Every setting of the analyses: its meaning, its unit, its default. project.yaml overrides them under `settings:`.
 *
 * Models read them as tables of the schema `run`: the plain values of all subjects stand in the one row of
 * run.settings, as <subject>_<name>; a list of objects is a table of its own, run.<subject>_<name>, in the
 * order of the list (column `position`, from 1).
 */

const share = (meaning: string, value: number) => z.number().min(0).max(1).default(value).describe(meaning);
const days = (meaning: string, value: number) => z.int().min(1).max(36500).default(value).describe(`${meaning} [days]`);

const analysis = z.strictObject({
  window_days: days("Length of the period looked at, up to as_of_date; the period before it is of equal length", 365),
  default_kind: z.enum(["consumer", "business", "distributor", "internal"]).default("consumer")
    .describe("Kind of a customer whose file names none"),
});

const quality = z.strictObject({
  freshness_limit_days: days("A customer file is fresh if it was confirmed, or the customer heard from, within", 365),
});

const value = z.strictObject({
  measure: z.enum(["revenue", "margin"]).default("revenue").describe("What customers are ranked by"),
  tiers: z.array(z.strictObject({
    tier: z.string().describe("Name of the tier"),
    top_share: z.number().gt(0).max(1).describe("Customers down to this share of all, from the most valuable"),
    action: z.string().describe("What to do for customers of the tier"),
  })).min(2).default([
    { tier: "key", top_share: 0.01, action: "A named account manager and a yearly plan for each" },
    { tier: "major", top_share: 0.05, action: "Develop: find what they buy elsewhere" },
    { tier: "regular", top_share: 0.2, action: "Keep: reliable service, a contact each quarter" },
    { tier: "small", top_share: 1, action: "Serve at low cost; watch for those that grow" },
  ]).describe("Value pyramid (客户金字塔), from the top; top_share is cumulative"),
  good_margin_rate: z.number().default(0.15).describe("A customer is good if profit after cost to serve is at least this share of revenue; bad if it is negative; marginal in between"),
});

export type Settings = z.infer<typeof settingsSchema>;

export const settingsSchema = z.strictObject({
  analysis: analysis.prefault({}).describe("What all analyses share"),
  quality: quality.prefault({}).describe("Quality of the customer file"),
  value: value.prefault({}).describe("Value tiers and profit"),
});
void share;
