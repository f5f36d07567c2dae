import { afterAll, beforeAll, vi } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { sampleRun } from "../sampleRun.js";
import { visit, type Visitor } from "./browser.js";

/** The sample company's site, as a reader sees it, and the warehouse behind it. */
export interface SampleSite extends Pick<Visitor, "open"> {
  /** The folder of the site. */
  dist: string;
  db: Database;
}

/** What the tests of a file share, from the first of them to the last: called once, at the top of the file. */
export function sampleSite(): SampleSite {
  vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
  const site = {} as SampleSite;
  let visitor: Visitor;
  beforeAll(async () => {
    const { dist, warehouse } = await sampleRun();
    visitor = await visit(dist);
    Object.assign(site, { dist, db: await Database.open(warehouse, { readOnly: true }), open: visitor.open });
  });
  afterAll(async () => {
    await visitor.close();
    site.db.close();
  });
  return site;
}
