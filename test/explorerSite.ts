import { join } from "node:path";
import { Database } from "../pipeline/engine/database.js";
import { writeExplorerTables } from "../pipeline/engine/explorer.js";
import { writeExports, type ExportedTable } from "../pipeline/engine/export.js";
import { planModels } from "../pipeline/engine/graph.js";
import { loadModels } from "../pipeline/engine/model.js";
import { renderPages, writeFrames } from "../pipeline/engine/pages.js";
import { completeSite, layOutSite } from "../pipeline/engine/site.js";
import { existingTables } from "../pipeline/engine/warehouse.js";
import type { ExplorerTable } from "../src/pages/explorer.js";
import { root, sampleRun } from "./sampleRun.js";

/** The sample company's site with the SQL explorer, made from the warehouse that all tests share. */
export async function explorerSite(folder: string): Promise<{ site: string; warehouse: string }> {
  const { warehouse } = await sampleRun();
  const db = await Database.open(warehouse, { readOnly: true });
  const pages = join(folder, "pages");
  const site = join(folder, "site");
  const facts = { project: "Harbour & Pine Trading", currency: "EUR", asOfDate: "2025-06-30", run: "0123456789ab", windowDays: 365, supplied: ["customers", "orders"], contacts: {} };
  let [exported, offered]: [ExportedTable[], ExplorerTable[]] = [[], []];
  try {
    exported = await writeExports(db, await planModels(db, loadModels(root), await existingTables(db), root), pages);
    offered = await writeExplorerTables(db, exported, pages);
  } finally {
    db.close();
  }
  const frames = join(folder, "frames");
  await writeFrames(root, frames, facts.project, true);
  await completeSite(layOutSite(root, frames, site, true), site, pages, await renderPages(pages, exported, facts, offered), facts.run);
  return { site, warehouse };
}
