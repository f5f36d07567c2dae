/** Something that can be found. */
export interface SearchEntry {
  kind: "page" | "card" | "number" | "customer" | "column";
  title: string;
  /** What it is about: tells it from others of its name, and is searched too, but of a customer, who is known by name. */
  text: string;
  href: string;
}

/** An entry with its letters as they are compared. */
export interface Searchable {
  entry: SearchEntry;
  title: string;
  text: string;
}

/** Entries made ready to be searched, once for all that will be typed. */
export const searchable = (entries: readonly SearchEntry[]): Searchable[] =>
  entries.map((entry) => ({ entry, title: plain(entry.title), text: entry.kind === "customer" ? "" : plain(entry.text) }));

/** What was found: how many, and the best of them. */
export interface Matches {
  count: number;
  best: SearchEntry[];
}

/**
 * The entries in which each word typed occurs, best first: those whose title begins with it, then those that have it at
 * the beginning of a word, then those that have it anywhere; shorter titles before longer ones. Letters without their marks
 * are enough.
 */
export function bestMatches(typed: string, entries: readonly Searchable[], limit: number): Matches {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return { count: 0, best: [] };
  const found: { entry: SearchEntry; rank: number; index: number }[] = [];
  for (const [index, { entry, title, text }] of entries.entries()) {
    let rank = 0;
    for (const word of words) {
      const own = rankOf(word, title, text);
      if (own === undefined) {
        rank = Infinity;
        break;
      }
      rank += own;
    }
    if (rank < Infinity) found.push({ entry, rank: rank + title.length / 1000, index });
  }
  const best = found.sort((a, b) => a.rank - b.rank || a.index - b.index).slice(0, limit).map(({ entry }) => entry);
  return { count: found.length, best };
}

/** Matches of a search that goes on, has stopped for there are enough, or has seen all. */
export interface MatchesSoFar extends Matches {
  state: "searching" | "enough" | "complete";
}

/** Matches in the parts of a list, the first parts' first: each is read when those before it have fewer than the limit. */
export async function* matchesInParts(typed: string, parts: readonly (() => Promise<readonly Searchable[]>)[], limit: number): AsyncGenerator<MatchesSoFar> {
  const found: Matches = { count: 0, best: [] };
  for (const [index, read] of parts.entries()) {
    const { count, best } = bestMatches(typed, await read(), limit - found.best.length);
    found.count += count;
    found.best.push(...best);
    if (index === parts.length - 1) break;
    if (found.best.length >= limit) {
      yield { ...found, state: "enough" };
      return;
    }
    if (count > 0) yield { ...found, best: [...found.best], state: "searching" };
  }
  yield { ...found, state: "complete" };
}

function rankOf(word: string, title: string, text: string): number | undefined {
  const at = title.indexOf(word);
  if (at === 0) return 0;
  if (at > 0) return /[\p{L}\p{N}]/u.test(title[at - 1]!) ? 2 : 1;
  return text.includes(word) ? 4 : undefined;
}

/** Small letters without accents; underscores of column names as blanks. */
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("_", " ").trim();
