import { fieldInfo } from "../contracts/fields.js";
import { entities } from "../contracts/index.js";
import type { Problem } from "./errors.js";

/* A node of DuckDB's syntax tree, as json_serialize_sql prints it. */
type Node = { [key: string]: unknown };

/** A model with what its SQL says: of TypeScript, what its inputs say. */
export interface ParsedModel {
  schema: string;
  name: string;
  path: string;
  columns: string[];
  /** Tables that it reads, as `schema.table`. */
  reads: string[];
  selects: { tree: Node; lineAt: (position: number) => number }[];
}

/** Fields of persons that leave the warehouse of groups alone, by the contracts. */
const ofGroups = entities.flatMap(({ schema }) => Object.entries(schema.shape).filter(([, field]) => fieldInfo.get(field)?.ofGroups).map(([name]) => name));

/** What is made of a date of birth says as much: an age is shown of groups alone. */
const derived = ["birth_date", "age_years", "age_band"];

/** Columns, and values of a column `dimension`, that are personal beside a single customer. */
export const personalOfGroups: ReadonlySet<string> = new Set([...ofGroups, ...derived]);

/** Columns by which rows are of single customers: a cell of the filters may be one. */
export const ofSingleCustomers: readonly string[] = ["customer_id", "customer_key", "label", "cell"];

/**
 * Exports of what is personal of groups alone, whatever it is called there: a name is followed through the selects of all models, so
 * that a town which a mart calls `place` is a town still. What a `dimension` names is not looked at here, but its rows, once they are there.
 *
 * @param models in an order in which each comes after what it reads
 */
export function personalProblems(models: ParsedModel[]): Problem[] {
  const personal = new Map<string, Set<string>>();
  const problems: Problem[] = [];
  for (const model of models) {
    const known = new Set([...personalOfGroups, ...model.reads.flatMap((table) => [...(personal.get(table) ?? [])])]);
    follow(model, known);
    personal.set(`${model.schema}.${model.name}`, new Set(model.columns.filter((name) => known.has(name))));
    if (model.schema === "exports") problems.push(...shownBy(model, known, personal));
  }
  return problems;
}

/** Adds what the selects of a model call what is personal, over as many common tables as it goes through. */
function follow({ selects }: ParsedModel, known: Set<string>): void {
  for (let before = -1; before !== known.size;) {
    before = known.size;
    for (const { tree } of selects) visit(tree, (node) => {
      if (node.type === "SELECT_NODE" || node.type === "SET_OPERATION_NODE") for (const { name, expression } of outputsOf(node)) if (tells(expression, known)) known.add(name);
    });
  }
}

function shownBy({ schema, name, path, reads, selects }: ParsedModel, known: Set<string>, personal: Map<string, Set<string>>): Problem[] {
  const [select] = selects;
  const read = new Set(reads.flatMap((table) => [...(personal.get(table) ?? [])]));
  const outputs = select ? outputsOf(select.tree).flatMap((output) => (output.expression.class === "STAR" ? [...read].map((column) => ({ ...output, name: column })) : [output])) : [];
  const names = new Set(outputs.map((output) => output.name));
  if (names.has("dimension")) return [];
  const single = ofSingleCustomers.find((column) => names.has(column));
  return outputs.filter(({ name: column, expression }) => (expression.class === "STAR" ? read.has(column) : tells(expression, known))).map(({ name: column, expression }) => ({
    what: single ? `${schema}.${name} would show what is personal beside ${single}: ${column}` : `${schema}.${name} would show what is personal of groups that may be one customer: ${column}`,
    where: `${path}:${select!.lineAt(Number(expression.query_location ?? 0))}`,
    fix: "sex, age, income, education, occupation, town, household and interests leave of groups alone, by dimension and group_name of marts.revenue_by_group, which withholds what is of few",
  }));
}

interface Output {
  name: string;
  expression: Node;
}

/** What a select makes, by name; of several that are put below each other the names are the first one's. */
function outputsOf(node: Node): Output[] {
  if (node.type === "SET_OPERATION_NODE") {
    const branches = (Array.isArray(node.children) ? node.children : [node.left, node.right]).filter(Boolean).map((branch) => outputsOf(branch as Node));
    return branches.flatMap((outputs) => outputs.map(({ name, expression }, place) => ({ name: branches[0]![place]?.name ?? name, expression })));
  }
  return ((node.select_list ?? []) as Node[]).map((expression) => ({
    name: String(expression.alias || (expression.column_names as string[] | undefined)?.at(-1) || expression.function_name || "").toLowerCase(), expression,
  }));
}

/** Whether the value of an expression says something of a column that is known: not that it is there, how many are, or in which order. */
function tells(expression: unknown, known: Set<string>): boolean {
  if (Array.isArray(expression)) return expression.some((item) => tells(item, known));
  if (!expression || typeof expression !== "object") return false;
  const node = expression as Node;
  if (node.class === "COLUMN_REF") return known.has(String((node.column_names as string[]).at(-1)).toLowerCase());
  if (node.type === "OPERATOR_IS_NULL" || node.type === "OPERATOR_IS_NOT_NULL" || node.function_name === "count") return false;
  if (node.class === "WINDOW") return tells(node.children, known);
  return Object.values(node).some((value) => tells(value, known));
}

function visit(node: unknown, each: (node: Node) => void): void {
  if (Array.isArray(node)) for (const item of node) visit(item, each);
  else if (node && typeof node === "object") {
    each(node as Node);
    for (const value of Object.values(node)) visit(value, each);
  }
}
