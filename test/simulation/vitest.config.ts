import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Simulations of minutes: `npm run test:statistics`, or `npm run test:statistics -- repeatBuying` for one file. */
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: { include: ["test/simulation/**/*.test.ts"], testTimeout: 600_000, maxWorkers: 2 },
});
