/**
 * What every page runs: it lets the finished page answer its reader. All that takes more than a few kB is loaded when it is
 * asked for.
 */
import { client } from "../languages/zh/client.js";
import { useLanguage } from "../lib/language.js";
import { closeMenus, enhanceCards } from "./cards.js";
import { tellOfFaults } from "./faults.js";
import { startFilters } from "./filters.js";
import { startSearch } from "./searchKey.js";
import { here } from "./site.js";
import { showSources } from "./sources.js";
import { enhanceTables } from "./tables.js";

// The texts of what is added here; those of the pages come with the part that draws them.
if (here.language === "zh") useLanguage("zh", { pages: client, data: {} });

tellOfFaults();
showScripted();
enhanceCards(document);
enhanceTables(document);
closeMenus();
showSources();
startDefinitions();
startSearch();
startFilters();
if (here.page === "customers") void import("./onDemand.js").then(({ startCustomers }) => startCustomers());
if (here.page === "customer") void import("./customer.js").then(({ startCustomer }) => startCustomer());
if (here.page === "what-if") void import("./onDemand.js").then(({ startWhatIf }) => startWhatIf());
if (CLIENTELE_EXPLORER && here.page === "explorer") void import("./explorer.js").then(({ startExplorer }) => startExplorer());

/** The columns of tables come as these are opened, on the page of definitions and in the dialog that takes over from it. */
function startDefinitions(): void {
  // "toggle" does not bubble.
  document.addEventListener("toggle", ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open && target.querySelector(".definition-columns, .column-index")) {
      void import("./onDemand.js").then(({ fillColumns }) => fillColumns(target));
    }
  }, true);
  if (here.page !== "definitions") return;
  const lead = () => {
    if (location.hash.includes(".")) void import("./onDemand.js").then(({ showColumn }) => showColumn());
  };
  addEventListener("hashchange", lead);
  lead();
}

/** Says to the style sheet that there is a script, and to the reader no more that there is none. */
function showScripted(): void {
  document.documentElement.classList.add("is-scripted");
  document.querySelector(".unscripted")?.remove();
}
