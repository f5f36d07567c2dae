import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "../../pipeline/engine/build.js";
import { main } from "../../pipeline/engine/cli.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject, projectSlug } from "../../pipeline/engine/project.js";

export const root = resolve(import.meta.dirname, "../..");

/** A company that wants to end every string, tag and style that its name stands in. */
export const hostileName = "</title></style><script>alert(1)</script> \"A\" & 'B' \\ ß }@page{}";

export interface SmallSite {
  /** A folder of its own, to write into. */
  folder: string;
  project: string;
  /** Where runs are kept. */
  builds: string;
  /** Folder of the finished site. */
  site: string;
  /** Runs a command of Clientele over the project, and says how it ended. */
  run(command: string, ...args: string[]): Promise<{ code: number; output: string }>;
  remove(): void;
}

/** Builds the site of a small shop, which has but a log of purchases. */
export async function buildSmallSite(): Promise<SmallSite> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientele-small-")));
  const project = join(folder, "shop");
  mkdirSync(project);
  const lines = Array.from({ length: 900 }, (_, index) => `c${(index * 7) % 60},202${3 + (index % 3)}-0${1 + (index % 6)}-${10 + (index % 19)},${((index * 37) % 190) + 1}`);
  writeFileSync(join(project, "log.csv"), `customer,day,amount\n${lines.join("\n")}\n`);
  writeFileSync(join(project, "project.yaml"), `
name: ${JSON.stringify(hostileName)}
reporting_currency: EUR
as_of_date: 2025-06-30
contacts: { default: Ada Example }
entities:
  transactions:
    - files: log.csv
      columns: { customer_id: customer, transaction_date: day, amount: amount }
`);
  const builds = join(folder, "build");
  const loaded = loadProject(project);
  await build(loaded, { root, buildFolder: builds, dist: join(folder, "dist"), log: silentLog, now: () => 0 });
  return {
    folder, project, builds,
    site: realpathSync(join(builds, projectSlug(loaded), "current/site")),
    async run(command: string, ...args: string[]) {
      const output: string[] = [];
      const write = (line: string) => void output.push(line);
      const code = await main([command, "--project", project, "--build-dir", builds, ...args], { write, writeError: write, now: () => 0 });
      return { code, output: output.join("\n") };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
