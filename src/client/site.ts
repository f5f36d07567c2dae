import { languages, type Language } from "../lib/language.js";
import type { EntityFacts, SiteFacts } from "../lib/page.js";

/** Where this page stands: written into the document as the site is built. */
const { page = "", root = "./", run = "" } = document.documentElement.dataset;

export const here = {
  page,
  /** Way to the root of the site. */
  root,
  language: (Object.keys(languages) as Language[]).find((name) => languages[name].tag === document.documentElement.lang) ?? "en",
};

/** What the browser knows of the run: data/site.json. */
export interface SiteData {
  facts: SiteFacts;
  /** Paths of the pages that the navigation leads to, in its order. */
  pages: string[];
  entities: EntityFacts[];
  /** Files of the exports that come in parts, from data/ of the run. */
  files: Record<string, { parts: { key: string; file: string; rows: number }[] }>;
  /** How many digits of a customer's key name the file of its data. */
  shardDigits: number;
}

const asked = new Map<string, Promise<unknown>>();

/** Asks once for what `make` gives. */
export function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  let found = asked.get(name) as Promise<T> | undefined;
  if (!found) {
    found = make();
    asked.set(name, found);
    // What failed may be asked for again.
    found.catch(() => asked.delete(name));
  }
  return found;
}

/** A data file of this run, unpacked. The run stands in its address: a site rebuilt meanwhile has it no more. */
export const fetchData = (path: string): Promise<Uint8Array<ArrayBuffer>> => fetchUnpacked(`data/${run}/${path}`);

/** A file of the site, unpacked where it is compressed; `path` from the root of the site. */
export async function fetchUnpacked(path: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`${root}${path}`, { signal });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server that knows .gz has had it unpacked already.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

export const fetchJson = async <T>(path: string): Promise<T> => JSON.parse(new TextDecoder().decode(await fetchData(path))) as T;

export const siteData = (): Promise<SiteData> => once("site", () => fetchJson<SiteData>("site.json"));
