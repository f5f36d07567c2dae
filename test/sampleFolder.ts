import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives a run of the tests a folder for what its files share, see sampleRun. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "clientele-sample-"));
  process.env.CLIENTELE_SAMPLE_RUN = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
