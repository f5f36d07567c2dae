import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Simulations of minutes: `npm run test:statistics`, or `npm run test:statistics -- repeatBuying` for one file. */
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    // The forecasts of demand are drawn by their own tests, of which there are more here.
    include: ["test/simulation/**/*.test.ts", "test/outlook.test.ts"], env: { STATISTICS: "full" }, testTimeout: 600_000, maxWorkers: 2,
  },
});
