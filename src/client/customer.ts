import "./base.js";
import { html } from "htl";
import { nameCards } from "../lib/cardNames.js";
import { pageContext } from "../lib/context.js";
import { t } from "../lib/language.js";
import type { Row, Table } from "../lib/page.js";
import type { CustomerParts } from "../pages/customer/rows.js";
import { customerLine, customerSections } from "../pages/customer/sections.js";
import { EVENTS } from "../pages/events.js";
import { enhanceCards } from "./cards.js";
import { carryOver } from "./links.js";
import { fetchJson, siteData } from "./site.js";
import { enhanceTables } from "./tables.js";
import { useWholeLanguage } from "./wholeLanguage.js";

/** Shows the customer whose key stands in the address. */
export async function startCustomer(): Promise<void> {
  const key = new URLSearchParams(location.search).get("key");
  if (!key) return;
  const page = document.querySelector(".page")!;
  const [{ facts, entities, shardDigits }] = await Promise.all([siteData(), useWholeLanguage()]);
  const [parts, events] = await Promise.all([/^[0-9a-f]+$/.test(key) ? partsOf(key, shardDigits) : undefined, fetchJson<Table>(`customers/${EVENTS}.json`)]);
  const [file] = parts?.customer_file ?? [];
  if (!parts || !file) {
    page.querySelector(".customer-missing p")!.replaceChildren(t`This run knows no such customer.`, " ", html`<a href="./customers.html">${t`All customers`}</a>`);
    return;
  }
  const context = pageContext(facts, entities, (name) => {
    if (name === EVENTS) return events;
    throw new Error(`the page of a customer reads no table ${name}`);
  });
  const title = page.querySelector(".page-title")!;
  title.querySelector("h1")!.textContent = file.label;
  title.querySelector("p")!.textContent = customerLine(file);
  document.title = `${file.label} | ${facts.project}`;
  page.replaceChildren(title, ...customerSections(context, parts));
  nameCards(page);
  carryOver(page);
  enhanceCards(page);
  enhanceTables(page);
}

/** What the file of some customers holds of one. */
async function partsOf(key: string, digits: number): Promise<CustomerParts | undefined> {
  let shard: Record<string, { columns: string[]; rows: Row[string][][] }>;
  try {
    shard = await fetchJson(`customers/${key.slice(0, digits)}.json.gz`);
  } catch (error) {
    // No customer's key begins so; whatever else is a fault.
    if ((error as Error).message.startsWith("404 ")) return undefined;
    throw error;
  }
  const rowsOf = (name: string) => {
    const { columns, rows } = shard[name] ?? { columns: [], rows: [] };
    return rows.filter(([own]) => own === key).map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
  };
  return Object.fromEntries(["customer_file", "customer_orders", "customer_quarters", "customer_invoices", "customer_statements"].map((name) => [name, rowsOf(name)])) as unknown as CustomerParts;
}
