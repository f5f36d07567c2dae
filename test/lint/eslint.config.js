import { resolve } from "node:path";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Types first: what the compiler cannot see, such as a promise that nobody waits for. Layout is left to the reader. */
export default defineConfig(
  { ignores: ["node_modules/", "dist/", "data/build/", "data/sample/inputs/", ".tmp/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: resolve(import.meta.dirname, "../../tsconfig.json") } },
    rules: {
      // Arrays that were checked, and keys that a table is known to have: the type cannot say so.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      // Interfaces of data and functions have no `this`; they are written as methods for brevity.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-base-to-string": "off",
    },
  },
);
