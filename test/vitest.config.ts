import { resolve } from "node:path";
import { globSync } from "tinyglobby";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig } from "vitest/config";

/** Files that take longest, in this order: begun last, one of them would run on alone. */
const LONGEST = [
  "test/projects/projects.test.ts", "test/engine/publish.test.ts", "test/pages/site.test.ts", "test/models.test.ts", "test/engine/determinism.test.ts", "test/engine/cli.test.ts",
  "test/oddHistories.test.ts", "test/sameTreatment.test.ts", "test/pages/explorer.test.ts", "test/pages/hostile.test.ts", "test/engine/pack.test.ts", "test/pages/filters.test.ts", "test/pages/weight.test.ts",
  "test/engine/digest.test.ts", "test/engine/compare.test.ts", "test/selection.test.ts", "test/outlook.test.ts", "test/sources/ingest.test.ts", "test/engine/init.test.ts",
  "test/selection/follow.test.ts", "test/composition.test.ts", "test/states.test.ts", "test/judgements.test.ts", "test/rfm.test.ts", "test/churn.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

const root = resolve(import.meta.dirname, "..");

/**
 * Files that leave nothing behind share what they load, which takes most of them longer than to run. They are dealt out to the
 * workers beforehand, so that none of them may be long.
 */
const folders = ["statistics", "components", "client", "contracts", "selection", "sources", "whatIf", "lint"];
const together = globSync([...folders.map((folder) => `test/${folder}/*.test.ts`), "test/*.test.ts"], { cwd: root, ignore: LONGEST });

export default defineConfig({
  root,
  test: {
    globalSetup: "test/sampleFolder.ts",
    setupFiles: ["test/propertySeed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Twice two cores: much of the time a worker waits for a browser, another process or a disk.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "together", include: together, isolate: false } },
      // Minutes of draws: `npm run test:statistics`.
      { extends: true, test: { name: "apart", include: ["test/**/*.test.ts"], exclude: [...together, "test/simulation/**"] } },
    ],
  },
});
