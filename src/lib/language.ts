/**
 * The languages of the site. English stands in the code, where the sentence is made; the others are catalogs of
 * src/languages, keyed by the English text with its values as {0}, {1} ...: a translation may order them anew, or leave
 * out what its grammar does not need. A page is drawn in one go, in one language: the one in use.
 */

export type Language = "en" | "zh";

/** English texts to their translations. */
export type Texts = Record<string, string>;

export interface Catalog {
  /** What the pages say. */
  pages: Texts;
  /** What the marts say: reasons, actions, classes; {0} stands for a part that differs, itself translated. */
  data: Texts;
}

interface LanguageFacts {
  /** What the language is called in itself. */
  name: string;
  /** As HTML and Intl call it. */
  tag: string;
  /** Folder of its pages, with a slash at its end; none for the first language. */
  folder: string;
}

export const languages: Record<Language, LanguageFacts> = {
  en: { name: "English", tag: "en", folder: "" },
  zh: { name: "简体中文", tag: "zh-CN", folder: "zh/" },
};

let current: Language = "en";
const english: Catalog = { pages: {}, data: {} };
let catalog = english;
let patterns: { expression: RegExp; translation: string }[] = [];
let known = new Map<string, string>();

/** What a table of texts itself holds: a word of the data may be called `constructor`. */
export const own = (texts: Readonly<Record<string, string>>, source: string): string | undefined => (Object.hasOwn(texts, source) ? texts[source] : undefined);

/** Says in which language texts are made from now on. */
export function useLanguage(language: Language, texts: Catalog = english): void {
  current = language;
  catalog = texts;
  known = new Map();
  patterns = Object.entries(texts.data).filter(([source]) => /\{\d\}/.test(source))
    // The longest first: what says most fits best.
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
    .map(([source, translation]) => ({ expression: patternOf(source), translation }));
}

export const language = (): Language => current;

/** A text of the pages in the language in use. */
export function t(strings: TemplateStringsArray, ...values: (string | number)[]): string {
  const source = strings.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
  return fill(current === "en" ? source : (own(catalog.pages, source) ?? source), values);
}

/** Marks a text that is made here and translated where it is shown, by `phrase`. */
export const msg = (text: string): string => text;

/**
 * A text that comes from the data as the marts write it (a reason, an action, a class), in the language in use. Text that
 * no catalog knows stays as it is: names and notes of the source are in the source's language.
 */
export function phrase(source: string): string {
  if (current === "en" || source === "") return source;
  const found = own(catalog.pages, source) ?? own(catalog.data, source) ?? known.get(source);
  if (found !== undefined) return found;
  let text = source;
  for (const { expression, translation } of patterns) {
    const match = expression.exec(source);
    if (!match) continue;
    text = fill(translation, match.slice(1).map(phrase));
    break;
  }
  known.set(source, text);
  return text;
}

const fill = (text: string, values: (string | number)[]) => text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ""));

const patternOf = (source: string) =>
  new RegExp(`^${source.split(/\{\d\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("(.+?)")}$`, "su");
