import { expect, test } from "vitest";
import { csv } from "../../src/lib/csv.js";

const written = (value: string | number | boolean | null) => csv(["a"], [[value]]).split("\r\n")[1];

test.each([
  ["=1+1", "'=1+1"], ["+1", "'+1"], ["@SUM(1)", "'@SUM(1)"], ["-1+1|cmd", "'-1+1|cmd"], ["\t=1", "'\t=1"], ["＝1+1", "'＝1+1"],
  // Where the list separator is a semicolon, a cell begins after it.
  ["a;=cmd|'/C calc'!A0;b", "a;'=cmd|'/C calc'!A0;b"], ["a\n=1", "\"a\n'=1\""], ["a,\"=1", "\"a,\"\"'=1\""],
])("%j is no formula in any spreadsheet", (value, cell) => {
  expect(csv(["a"], [[value]])).toBe(`\ufeffa\r\n${cell}\r\n`);
});

test("numbers stay numbers, what is missing stays empty, text with separators is quoted", () => {
  expect(written(-5.5)).toBe("-5.5");
  expect(written("-5.5")).toBe("-5.5");
  expect(written("2024-01-31")).toBe("2024-01-31");
  expect(written("e-mail: a-b")).toBe("e-mail: a-b");
  expect(written(null)).toBe("");
  expect(written(true)).toBe("true");
  expect(written("a,b")).toBe("\"a,b\"");
  expect(written("say \"x\"")).toBe("\"say \"\"x\"\"\"");
});
