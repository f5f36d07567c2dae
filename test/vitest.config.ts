import { resolve } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig } from "vitest/config";

/** Files that build whole sites, the longest first: begun last, one of them would run on alone. */
const LONGEST = ["test/engine/publish.test.ts", "test/projects/projects.test.ts", "test/pages/explorer.test.ts", "test/pages/site.test.ts"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** Files that leave nothing behind share what they load, which takes most of them longer than to run. */
const together = ["statistics", "components", "client", "contracts", "selection", "sources", "whatIf", "lint"].map((folder) => `test/${folder}/*.test.ts`).concat("test/*.test.ts");

export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  test: {
    globalSetup: "test/sampleFolder.ts",
    setupFiles: ["test/propertySeed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than two cores: a third of the time a worker waits for a browser or a disk.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "together", include: together, isolate: false } },
      // Minutes of draws: `npm run test:statistics`.
      { extends: true, test: { name: "apart", include: ["test/**/*.test.ts"], exclude: [...together, "test/simulation/**"] } },
    ],
  },
});
