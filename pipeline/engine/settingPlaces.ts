import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseDocument } from "yaml";
import type { Project } from "./project.js";

/** Where a setting is made: what a page names to whoever wants it otherwise. */
export interface SettingPlace {
  /** As the settings write it: value.tiers. */
  setting: string;
  default_file: string;
  /** Line of its default. */
  default_line: number;
  project_file: string;
  /** Line of the project's file that says otherwise; null where none does. */
  project_line: number | null;
  /** Line of the project's file where its settings begin; null where it has none. */
  settings_line: number | null;
}

const defaults = "pipeline/settings.ts";

/** The place of every setting; of the defaults alone without a project. */
export function settingPlaces(project?: Pick<Project, "file" | "locate">): SettingPlace[] {
  const document = project ? parseDocument(readFileSync(project.file, "utf8")) : undefined;
  const line = (path: string[]) => (document?.hasIn(path) ? Number(project!.locate(path).split(":").at(-1)) : null);
  return defaultPlaces(readFileSync(join(import.meta.dirname, "../settings.ts"), "utf8")).map(({ subject, name, line: defaultLine }) => ({
    setting: `${subject}.${name}`, default_file: defaults, default_line: defaultLine,
    project_file: project ? basename(project.file) : "project.yaml",
    project_line: line(["settings", subject, name]), settings_line: line(["settings"]),
  }));
}

/** Settings in the order of their source: each subject is an object of that name, each setting a line of it. */
function defaultPlaces(source: string): { subject: string; name: string; line: number }[] {
  let subject: string | undefined;
  return source.split("\n").flatMap((text, index) => {
    const begin = /^const (\w+) = z\.strictObject\(\{$/.exec(text);
    if (begin) subject = begin[1];
    else if (text.startsWith("}")) subject = undefined;
    const name = /^ {2}(\w+): /.exec(text)?.[1];
    return subject !== undefined && name !== undefined ? [{ subject, name, line: index + 1 }] : [];
  });
}
