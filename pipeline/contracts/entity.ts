import { z } from "zod";
import type { Field } from "./fields.js";

/** A table that a project can supply, and what makes one of its rows valid. */
export interface Entity {
  name: string;
  /** "One row per ...": the grain. */
  grain: string;
  /** What the entity switches on, for whoever decides whether to supply it. */
  enables: string;
  /** The single description of a valid row: canonical text in. */
  schema: z.ZodObject<Record<string, Field>>;
  /** Fields that identify a row. Empty: rows have no identity, so equal rows are different events. */
  key: string[];
  /** Field -> entity whose key it holds; a value unknown there refuses the row. */
  references: Record<string, string>;
  /** Whether raw.<entity> also says where each row stands (PLACE): for what people write by hand and are told of by its line. */
  isPlaced: boolean;
}

/** Columns of raw.<entity> beside its fields, where it is placed: path of the file, and line or number of the row in it. */
export const PLACE = { source_file: "VARCHAR", source_row: "BIGINT" } as const;

export function entity<Shape extends Record<string, Field>>(
  name: string,
  about: { grain: string; enables: string; key?: (keyof Shape & string)[]; references?: Partial<Record<keyof Shape & string, string>>; isPlaced?: boolean },
  shape: Shape,
  /** Rules between fields of one row. */
  rules: Comparison<keyof Shape & string>[] = [],
): Entity {
  let schema: z.ZodObject<Record<string, Field>> = z.object(shape);
  for (const { left, right, message } of rules) {
    schema = schema.refine(
      (row) => {
        const [a, b] = [(row as Record<string, unknown>)[left], (row as Record<string, unknown>)[right]];
        return a == null || b == null || (a as number | Date) <= (b as number | Date);
      },
      { path: [left], error: message, params: { rule: "not_after", left, right } },
    );
  }
  return {
    name, schema, grain: about.grain, enables: about.enables, key: about.key ?? [],
    references: { ...about.references } as Record<string, string>, isPlaced: about.isPlaced ?? false,
  };
}

/** `left` must not be greater than `right`; absent values satisfy it. */
export interface Comparison<Name extends string> {
  left: Name;
  right: Name;
  message: string;
}

/** `left <= right`, for two dates or two numbers of one row. */
export function notAfter<Name extends string>(left: Name, right: Name): Comparison<Name> {
  return { left, right, message: `lies after ${right}` };
}
