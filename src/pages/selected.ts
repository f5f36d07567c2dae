import { html } from "htl";
import { integer } from "../lib/format.js";
import { t } from "../lib/language.js";
import type { Context, Table } from "../lib/page.js";
import { narrowsCustomers } from "../selection/selection.js";

type Selecting = Pick<Context, "selection">;

/** Whether a page shows some of the customers only. */
export const isPart = ({ selection }: Selecting): boolean => narrowsCustomers(selection);

/** Whether a table's figures, or those of its rows, are of what the reader selected. */
export const follows = ({ selection }: Selecting, { scope }: Pick<Table, "scope">): boolean =>
  !(narrowsCustomers(selection) && scope === "whole") && !(selection.period !== null && scope !== "selection");

/** A change with what it is against. */
export const againstPrior = ({ selection, window, windowDays }: Pick<Context, "selection" | "window" | "windowDays">, amount: string): string =>
  (selection.period === null ? t`${amount} on the ${integer(windowDays)} days before` : t`${amount} against ${window.prior}`);

/** What revenue of the page's time is called. */
export const revenueOf = ({ selection, window, windowDays }: Pick<Context, "selection" | "window" | "windowDays">): string =>
  (selection.period === null ? t`Revenue, ${integer(windowDays)} days` : t`Revenue: ${window.title}`);

/** In place of figures that nobody who is selected has. */
export const nobody = (title: string): HTMLElement => html`<section class="card span-12 empty-state">
  <h2>${title}</h2>
  <p>${t`Take back one of the choices above, or clear the filter.`}</p>
</section>`;
