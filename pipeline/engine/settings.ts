import type { Settings } from "../settings.js";
import { quoteName, quoteText, type Database } from "./database.js";
import { fail } from "./errors.js";
import { createKeptTables } from "./lastRun.js";
import type { Project } from "./project.js";
import { settingPlaces } from "./settingPlaces.js";

/** A gap this long between two order dates means that a date is wrong rather than that nobody bought. */
const LONGEST_GAP_DAYS = 366;

/** What models know of the project itself. */
export interface ProjectFacts {
  name: string;
  reporting_currency: string;
  privacy: { customers: Project["privacy"]["customers"]; salt?: string };
  /** The project's file, where there is one: whose lines settings stand in. */
  file?: string;
  locate?: Project["locate"];
}

/**
 * What models read besides data: run.settings, one table per list among the settings, the project's own facts, where each
 * setting is made, run.setting_places, and the tables of the last run, without a row unless they were taken over before.
 */
export async function writeSettings(db: Database, project: ProjectFacts, asOfDate: string, settings: Settings): Promise<void> {
  const columns = [
    `${quoteText(project.name)} as project_name`,
    `${quoteText(project.reporting_currency)} as reporting_currency`,
    `${quoteText(project.privacy.customers)} as privacy_customers`,
    `${quoteText(project.privacy.salt ?? "")} as privacy_salt`,
    `date ${quoteText(asOfDate)} as as_of_date`,
  ];
  await createKeptTables(db);
  for (const [subject, group] of Object.entries(settings)) {
    for (const [name, value] of Object.entries(group as Record<string, unknown>)) {
      if (Array.isArray(value)) await writeList(db, `${subject}_${name}`, value as unknown[]);
      else columns.push(`${sqlValue(value)} as ${quoteName(`${subject}_${name}`)}`);
    }
  }
  await db.run(`create or replace table run.settings as select ${columns.join(", ")}`);
  const { file, locate } = project;
  await writeList(db, "setting_places", settingPlaces(file !== undefined && locate ? { file, locate } : undefined));
}

async function writeList(db: Database, name: string, list: unknown[]): Promise<void> {
  const rows = list.map((item, index) => {
    const fields = item !== null && typeof item === "object" ? Object.entries(item) : [["value", item]];
    return `select ${index + 1} as position, ${fields.map(([field, value]) => `${sqlValue(value)} as ${quoteName(String(field))}`).join(", ")}`;
  });
  // Only a list of plain values may be empty: the columns of objects would not be known.
  const query = rows.join(" union all by name ") || "select 0 as position, '' as value where false";
  await db.run(`create or replace table run.${quoteName(name)} as ${query}`);
}

function sqlValue(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number") return Number.isInteger(value) ? `${value}` : `${value}::double`;
  if (typeof value === "boolean") return String(value);
  return quoteText(String(value));
}

/**
 * The day the analyses look from: the project's own, or that of the last order.
 *
 * @throws UserError where there is neither, or where the last orders lie so far from the others that their dates must be wrong
 */
export async function findAsOfDate(db: Database, project: Project): Promise<string> {
  if (project.as_of_date) return project.as_of_date;
  const dates = await db.rows<{ day: string; gap: number | null }>(`
    with days as (
      select distinct order_date as day from raw.orders union select distinct transaction_date from raw.transactions
    )
    select day::varchar as day, (day - lag(day) over (order by day))::integer as gap from days order by day desc limit 100`);
  const last = dates[0];
  if (!last) {
    fail("there is no order that the as-of date could be taken from", project.locate([]), "add to project.yaml: as_of_date: 2025-06-30");
  }
  const jump = dates.find(({ gap }) => gap !== null && gap > LONGEST_GAP_DAYS);
  if (jump) {
    fail(`the last orders are dated ${jump.day} to ${last.day}, ${jump.gap} days after the one before them: the as-of date cannot be taken from them`,
      project.locate([]), "mend those dates, or name the day yourself: as_of_date: 2025-06-30");
  }
  return last.day;
}
