import { html } from "htl";
import { phrase } from "../lib/language.js";
import type { Page } from "../lib/page.js";

/** The head of a page: its name, and the question it answers. */
export const pageTitle = ({ title, question }: Pick<Page, "title" | "question">): HTMLElement =>
  html`<div class="page-title"><h1>${phrase(title)}</h1><p>${phrase(question)}</p></div>`;
