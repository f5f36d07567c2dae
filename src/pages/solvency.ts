import type { Page } from "../lib/page.js";
export const solvency: Page = { path: "solvency", title: "Solvency", question: "Can our business clients pay, who cannot, and how much do they owe us?", render: () => [] };
