import { accountManagers } from "./accountManagers.js";
import { actions } from "./actions.js";
import { annotations } from "./annotations.js";
import { campaignResponses } from "./campaignResponses.js";
import { campaigns } from "./campaigns.js";
import { commissionRates } from "./commissionRates.js";
import { costs } from "./costs.js";
import { customers } from "./customers.js";
import type { Entity } from "./entity.js";
import { exchangeRates } from "./exchangeRates.js";
import { financials } from "./financials.js";
import { interactions } from "./interactions.js";
import { invoices } from "./invoices.js";
import { judgements } from "./judgements.js";
import { leads } from "./leads.js";
import { orderLines } from "./orderLines.js";
import { orders } from "./orders.js";
import { products } from "./products.js";
import { returns } from "./returns.js";
import { serviceStandards } from "./serviceStandards.js";
import { surveys } from "./surveys.js";
import { targets } from "./targets.js";
import { tickets } from "./tickets.js";
import { transactions } from "./transactions.js";

/** Every entity a project can supply. One stands after all that it refers to, so that references can be checked in this order. */
export const entities: readonly Entity[] = [
  exchangeRates, customers, products, orders, transactions, orderLines, returns, invoices, financials,
  campaigns, leads, campaignResponses, interactions, tickets, surveys, costs, targets, actions, annotations, judgements,
  accountManagers, commissionRates, serviceStandards,
];
