import type { Country, Kind, Market } from "./markets.js";
import type { Product } from "./catalogue.js";
import type { Industry } from "./words.js";

/** A customer as it is, of which the exports know a part. */
export interface Customer {
  id: string;
  kind: Kind;
  market: Market;
  country: Country;
  city: string;
  name: string;
  phone: string;
  email: string;
  /** Behaviour group of a consumer, industry of a company. */
  group: string;
  source: string;
  channel: string;
  owner: string;
  /** Day of the first order; before the first day of the export for older customers. */
  since: number;
  /** Day after which nothing is bought. */
  until: number;
  ordersPerYear: number;
  /** Chance to leave for good after an order. */
  dropout: number;
  /** How far orders follow the season, 1 fully. */
  swing: number;
  /** Usual worth of an order in EUR, at list prices of the last day. */
  orderValue: number;
  discount: number;
  /** Appetite for each category. */
  tastes: readonly number[];
  /** The few products a company orders again and again. */
  assortment?: Product[];
  /** Course of demand that is this customer's own. */
  trend?: (day: number) => number;
  /** Day of a bad experience, after which less is bought. */
  mishap?: number;
  /** Contentment: 0 on average, about -1 to 1. */
  mood: number;
  /** Service that the customer asks for, 1 on average. */
  demands: number;
  /** Share of the fields of the customer file that are filled. */
  diligence: number;
  /** Campaign that won the customer. */
  campaign?: string;
  /** Not yet a customer: known, never bought. */
  prospect: boolean;
  sex?: "female" | "male";
  /** Of companies. */
  company?: Company;
  /** The file opened first for the same person or company. */
  original?: Customer;
  /** Phone and e-mail are known for certain: of this file there are two. */
  reachable?: boolean;
  /** Whether the CRM knows that it is a duplicate. */
  merged?: boolean;
}

export interface Company {
  industry: Industry;
  legal: string;
  domain: string;
  employees: number;
  terms: number;
  /** Financial health of the last day: 0 failing, 1 sound. */
  health: number;
  /** Change of health per year. */
  drift: number;
  /** Days paid after the due date, on average. */
  delay: number;
  /** Stopped paying on this day. */
  insolvent?: number;
  key: boolean;
}
