/**
 * What most pages load when a reader asks for it, as one file: as many as it has parts would take longer to come. What
 * draws whole pages is apart, for it is three times as large; so is the page of a customer, which draws charts.
 */
import "./base.js";
export { fetchPeriods, loadChoices } from "./choices.js";
export { fillColumns, showColumn } from "./definitions.js";
export { startCustomers } from "./customers.js";
export { openPanel } from "./panel.js";
export { openSearch } from "./search.js";
export { saveChart, savePicture, saveTable } from "./export.js";
export { startWhatIf } from "./whatIf.js";
export { useWholeLanguage } from "./wholeLanguage.js";
