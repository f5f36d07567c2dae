import type { z } from "zod";
import type { Entity } from "./entity.js";
import { fieldInfo, type FieldInfo } from "./fields.js";

/** A rule of a contract as SQL over the columns of canonical text, named as the fields. */
export interface Rule {
  field: string;
  rule: string;
  message: string;
  /** TRUE where the row keeps the rule, never NULL. */
  holds: string;
}

export interface CompiledField extends FieldInfo {
  name: string;
  isRequired: boolean;
  /** A wrong value costs the value, not the row. */
  isLenient: boolean;
  rules: Rule[];
  /** Of a choice: what it may be. */
  words?: string[];
  /** The accepted value, typed; NULL where the field is absent, or lenient and wrong. */
  value: string;
}

export interface CompiledContract {
  fields: CompiledField[];
  /** Rules between the fields of a row. */
  rowRules: Rule[];
}

/** What zod records of a schema or a check, as far as contracts use it; zod types it no further. */
interface Definition {
  type?: string;
  check?: string;
  checks?: { _zod: { def: Definition } }[];
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  out?: z.core.$ZodType;
  entries?: Record<string, string>;
  pattern?: RegExp;
  format?: string;
  minimum?: number;
  maximum?: number;
  value?: number | Date;
  error?: unknown;
  params?: { rule: string; without?: string; left?: string; right?: string };
}
const definition = (schema: z.core.$ZodType): Definition => (schema as unknown as { _zod: { def: Definition } })._zod.def;
const checks = (schema: z.core.$ZodType): Definition[] => (definition(schema).checks ?? []).map((check) => check._zod.def);

const name = (field: string) => `"${field}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Turns an entity's zod schema into SQL that gives the same verdict on every row of text. */
export function compileContract(entity: Entity): CompiledContract {
  const fields = Object.entries(entity.schema.shape).map(([field, schema]) => compileField(field, schema));
  const byName = new Map(fields.map((field) => [field.name, field]));
  const rowRules = checks(entity.schema).map(({ params, error }): Rule => {
    const [left, right] = [byName.get(params?.left ?? ""), byName.get(params?.right ?? "")];
    if (params?.rule !== "not_after" || !left || !right) throw new Error(`rule of ${entity.name} that cannot be compiled`);
    return { field: left.name, rule: params.rule, message: messageOf(error), holds: `coalesce(${left.value} <= ${right.value}, true)` };
  });
  return { fields, rowRules };
}

function compileField(field: string, schema: z.core.$ZodType): CompiledField {
  const info = fieldInfo.get(schema as z.ZodType);
  if (!info) throw new Error(`field ${field} has no information: build it with the functions of fields.ts`);
  let base = schema;
  let isLenient = false;
  let isNullable = false;
  for (let def = definition(base); def.type === "catch" || def.type === "nullable"; def = definition(base)) {
    if (def.type === "catch") isLenient = true;
    else isNullable = true;
    base = def.innerType!;
  }
  const rules = valueRules(field, info, base);
  if (!isNullable) rules.unshift({ field, rule: "required", message: "is missing", holds: `${name(field)} is not null` });
  const typed = typedValue(field, info);
  const value = isLenient ? `case when ${rules.map((rule) => rule.holds).join(" and ") || "true"} then ${typed} end` : typed;
  return { ...info, name: field, isRequired: !isNullable, isLenient, rules, words: wordsOf(base), value };
}

const wordsOf = (schema: z.core.$ZodType) => {
  const { entries } = definition(schema);
  return entries && Object.values(entries);
};

/** The rules on a value that is there; an absent value keeps them all. */
function valueRules(field: string, info: FieldInfo, schema: z.core.$ZodType): Rule[] {
  const column = name(field);
  const rules: Rule[] = [];
  const add = (rule: string, message: string, condition: string) =>
    rules.push({ field, rule, message, holds: `coalesce(${condition}, true)` });

  const visit = (part: z.core.$ZodType): void => {
    const def = definition(part);
    switch (def.type) {
      case "pipe":
        visit(def.in!);
        visit(def.out!);
        return;
      case "transform":
        return;
      case "enum":
        add("choice", `is none of: ${wordsOf(part)!.join(", ")}; translate it with \`values:\``,
          `${column} in (${wordsOf(part)!.map(literal).join(", ")})`);
        return;
      case "string":
        if (def.pattern) add(info.kind, `is no ${patternName(info)}`, `regexp_matches(${column}, ${literal(def.pattern.source)})`);
        break;
      case "number":
      case "date":
        break;
      default:
        throw new Error(`zod type of ${field} that cannot be compiled: ${def.type}`);
    }
    for (const check of checks(part)) addCheck(check);
  };

  const addCheck = (check: Definition): void => {
    switch (check.check) {
      case "string_format":
        if (check.format !== "regex") throw new Error(`zod format of ${field} that cannot be compiled: ${check.format}`);
        add("format", `is no ${formatName(info)}`, `regexp_matches(${column}, ${literal(check.pattern!.source)})`);
        return;
      case "max_length":
        add("too_long", `is longer than ${check.maximum} characters`, `length(${column}) <= ${check.maximum}`);
        return;
      case "min_length":
        add("too_short", `is shorter than ${check.minimum} characters`, `length(${column}) >= ${check.minimum}`);
        return;
      case "greater_than":
        add("too_small", `is less than ${bound(check.value!)}${info.below ? `: ${info.below}` : ""}`, `${comparable(column, info)} >= ${sqlBound(check.value!)}`);
        return;
      case "less_than":
        add("too_large", `is more than ${bound(check.value!)}`, `${comparable(column, info)} <= ${sqlBound(check.value!)}`);
        return;
      case "custom":
        if (!check.params?.without) break;
        add(check.params.rule, messageOf(check.error), `not regexp_matches(${column}, ${literal(check.params.without)})`);
        return;
    }
    throw new Error(`zod check of ${field} that cannot be compiled: ${check.check}`);
  };

  visit(schema);
  return rules;
}

const comparable = (column: string, info: FieldInfo) =>
  info.kind === "number" ? `try_cast(${column} as double)` : `try_cast(${column} as timestamp)`;

const bound = (value: number | Date) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
const sqlBound = (value: number | Date) => (value instanceof Date ? `timestamp ${literal(value.toISOString().replace("T", " ").slice(0, 19))}` : String(value));

const messageOf = (error: unknown) => (typeof error === "function" ? String((error as () => unknown)()) : String(error));
/** How dates and moments are written, and what to do where a file writes them in another way. */
const patternName = ({ kind }: FieldInfo) => {
  if (kind === "date") return "date such as 2024-05-31: declare how it is written, as in { column: Date, format: \"%d/%m/%Y\" }";
  if (kind === "timestamp") return "moment such as 2024-05-31T14:30:00: declare how it is written, as in { column: Time, format: \"%d/%m/%Y %H:%M\" }";
  return kind;
};
const formatName = (info: FieldInfo) => (info.type === "BIGINT" ? "whole number" : info.kind === "text" ? "valid value" : info.kind);

function typedValue(field: string, info: FieldInfo): string {
  const column = name(field);
  switch (info.type) {
    case "VARCHAR":
      return column;
    case "DECIMAL(18,4)":
      // Exactly where the text is a plain decimal; through double for exponents and bare points.
      return `coalesce(try_cast(${column} as decimal(18, 4)), try_cast(try_cast(${column} as double) as decimal(18, 4)))`;
    default:
      return `try_cast(${column} as ${info.type})`;
  }
}
