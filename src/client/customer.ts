import "./base.js";
import { html } from "htl";
import { pageTitle } from "../components/pageTitle.js";
import { nameCards } from "../lib/cardNames.js";
import { pageContext } from "../lib/context.js";
import { t } from "../lib/language.js";
import type { Row, Table } from "../lib/page.js";
import type { CustomerParts } from "../pages/customer/rows.js";
import { customerLine, customerSections } from "../pages/customer/sections.js";
import { EVENTS } from "../pages/events.js";
import { enhanceCards } from "./cards.js";
import { fileWords } from "../lib/csv.js";
import { carryOver } from "./links.js";
import { keepSelected } from "./selectedTables.js";
import { fetchJson, siteData } from "./site.js";
import { enhanceTables } from "./tables.js";
import { useWholeLanguage } from "./wholeLanguage.js";

/** Shows the customer whose key stands in the address. */
export async function startCustomer(): Promise<void> {
  const key = new URLSearchParams(location.search).get("key");
  const page = document.querySelector(".page")!;
  const missing = page.querySelector(".customer-missing")!;
  if (!key) {
    missing.classList.remove("is-awaited");
    return;
  }
  const [{ facts, entities, shardDigits }] = await Promise.all([siteData(), useWholeLanguage()]);
  const [tables, events] = await Promise.all([/^[0-9a-f]+$/.test(key) ? tablesOf(key, shardDigits) : undefined, fetchJson<Table>(`customers/${EVENTS}.json`)]);
  const parts = tables && (Object.fromEntries(tables.map(({ name, rows }) => [name, rows])) as unknown as CustomerParts);
  const [file] = parts?.customer_file ?? [];
  if (!tables || !parts || !file) {
    missing.classList.remove("is-awaited");
    missing.replaceChildren(html`<p role="alert">${t`This run knows no such customer.`} <a href="./customers.html">${t`All customers`}</a></p>`);
    return;
  }
  keepSelected((name) => [...tables, events].find((table) => table.name === name)!, fileWords(file.label));
  const context = pageContext(facts, entities, (name) => {
    if (name === EVENTS) return events;
    throw new Error(`the page of a customer reads no table ${name}`);
  });
  document.title = `${file.label} | ${facts.project}`;
  page.replaceChildren(pageTitle({ title: file.label, question: customerLine(file) }), ...customerSections(context, parts));
  nameCards(page);
  carryOver(page);
  enhanceCards(page);
  enhanceTables(page);
}

/** Tables of the page, by the names of their exports. */
const names = ["customer_file", "customer_orders", "customer_quarters", "customer_invoices", "customer_statements", "customer_history"] as const satisfies (keyof CustomerParts)[];

/** What the file of some customers holds of one; nothing where no customer's key begins so. */
async function tablesOf(key: string, digits: number): Promise<Table[] | undefined> {
  let shard: Record<string, { columns: string[]; rows: Row[string][][] }>;
  try {
    shard = await fetchJson(`customers/${key.slice(0, digits)}.json.gz`);
  } catch (error) {
    if ((error as Error).message.startsWith("404 ")) return undefined;
    throw error;
  }
  return names.map((name) => {
    const { columns, rows } = shard[name] ?? { columns: [], rows: [] };
    return {
      name, path: "", marts: [], scope: "selection", columns: columns.map((column) => ({ name: column, meaning: "", unit: null })),
      rows: rows.filter(([own]) => own === key).map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
    };
  });
}
