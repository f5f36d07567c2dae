import { actionTable } from "./actions.js";
import { annotationTable } from "./annotations.js";
import { campaignTable, responseTable } from "./campaigns.js";
import { contactTable } from "./contacts.js";
import { costTable } from "./costs.js";
import { customerTables } from "./customerFile.js";
import { judgementTable } from "./judgements.js";
import { allLeads, leadTable } from "./leads.js";
import { lineTable, orderTables, productTable } from "./orderFiles.js";
import { allOrders } from "./orders.js";
import { population } from "./population.js";
import { rateTable } from "./rates.js";
import { invoiceTable } from "./receivables.js";
import { allReturns, returnTable } from "./returns.js";
import { accountManagerTable, commissionTable } from "./salesForce.js";
import { ticketTable } from "./service.js";
import { standardTable } from "./serviceStandards.js";
import { statementTable } from "./statements.js";
import { surveyTable } from "./surveys.js";
import type { Table } from "./tables.js";
import { targetTable } from "./targets.js";

/** Every export of the company, still without a fault. */
export function companyTables(): Table[] {
  const customers = population();
  const orders = allOrders(customers);
  const returns = allReturns(orders);
  const leads = allLeads(customers);
  // Answers to campaigns mark the orders that followed, so they come before the orders are written down.
  const responses = responseTable(customers, orders, leads);
  return [
    ...customerTables(customers, orders), productTable(), rateTable(), ...orderTables(orders), lineTable(orders), returnTable(returns),
    invoiceTable(orders, returns), statementTable(customers), costTable(customers, orders), contactTable(customers), leadTable(leads),
    campaignTable(), responses, ticketTable(orders), surveyTable(customers, orders), targetTable(), actionTable(), annotationTable(), judgementTable(),
    accountManagerTable(), commissionTable(), standardTable(),
  ];
}
