/** Settings as lines to paste into project.yaml. Text in double quotes as JSON writes it, which is YAML too. */

type Scalar = string | number | boolean | null;

/** One setting of a subject: a plain value, or a list of objects, each on its line. */
export function settingYaml(subject: string, settings: Record<string, Scalar | readonly Record<string, Scalar>[]>): string {
  const lines = Object.entries(settings).flatMap(([name, value]) =>
    (isList(value) ? [`    ${name}:`, ...value.map((item) => `      - { ${Object.entries(item).map(([field, part]) => `${field}: ${scalar(part)}`).join(", ")} }`)]
      : [`    ${name}: ${scalar(value)}`]));
  return ["settings:", `  ${subject}:`, ...lines].join("\n");
}

const isList = (value: Scalar | readonly Record<string, Scalar>[]): value is readonly Record<string, Scalar>[] => Array.isArray(value);

const scalar = (value: Scalar) => (typeof value === "string" ? JSON.stringify(value) : String(value));
