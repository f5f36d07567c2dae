import { curve, day } from "./calendar.js";
import type { Language } from "./words.js";

export type Kind = "consumer" | "business" | "distributor" | "internal";
export type Region = "DACH" | "Benelux" | "Nordics" | "UK & Ireland" | "Southern Europe" | "Greater China";
export type Currency = "EUR" | "GBP" | "SEK" | "CNY";

export interface Country {
  name: string;
  language: Language;
  /** Share of the region's customers. */
  weight: number;
  cities: string[];
  dial: string;
  /** Postal code, `#` for a digit and `@` for a letter. */
  postal: string;
}

/** A sales region: what is sold there, in which currency, how demand and prices went. */
export interface Market {
  region: Region;
  /** Name of the region in the exports of the European office. */
  code: string;
  currency: Currency;
  /** Number of customers. */
  customers: Record<Kind, number>;
  countries: Country[];
  /** Prices relative to the price list in force on the last day. */
  prices: (day: number) => number;
  /** Demand by kind of customer, relative to a level of 1. */
  demand: Record<Kind, (day: number) => number>;
  /** Usual days in transit. */
  transit: [number, number];
  /** Days promised, after the order. */
  promise: number;
  servicePoint: string;
}

const steady = curve(["2022-07-01", 1]);
const slowGrowth = curve(["2022-07-01", 1.05], ["2023-07-01", 1.01], ["2024-07-01", 0.98], ["2025-06-30", 0.81]);

/** Stepwise price rounds: a level holds from its date on. */
function rounds(...steps: [string, number][]): (number: number) => number {
  const known = steps.map(([date, level]) => [day(date), level] as const);
  return (number) => known.findLast(([from]) => from <= number)?.[1] ?? (steps[0] as [string, number])[1];
}

const usualPrices = rounds(["2022-07-01", 0.9], ["2023-03-01", 0.925], ["2024-01-01", 0.945], ["2024-09-01", 1]);
/** The price increase of September 2024: 14 % at once. */
const britishPrices = rounds(["2022-07-01", 0.92], ["2023-03-01", 0.94], ["2024-01-01", 0.95], ["2024-09-01", 1.085]);
const afterBritishRound = (low: number) =>
  curve(["2022-07-01", 0.98], ["2024-08-31", 1.04], ["2024-10-15", low], ["2025-06-30", low - 0.03]);

const demand = (kinds: Partial<Market["demand"]>): Market["demand"] => ({
  consumer: slowGrowth,
  business: slowGrowth,
  distributor: slowGrowth,
  internal: steady,
  ...kinds,
});

export const MARKETS: readonly Market[] = [
  {
    region: "DACH",
    code: "DACH",
    currency: "EUR",
    customers: { consumer: 1420, business: 240, distributor: 44, internal: 16 },
    countries: [
      {
        name: "Germany",
        language: "de",
        weight: 70,
        dial: "+49",
        postal: "#####",
        cities: ["Hamburg", "Berlin", "München", "Köln", "Bremen", "Leipzig", "Lübeck", "Düsseldorf", "Nürnberg"],
      },
      { name: "Austria", language: "de", weight: 17, dial: "+43", postal: "####", cities: ["Wien", "Graz", "Salzburg", "Linz"] },
      { name: "Switzerland", language: "de", weight: 13, dial: "+41", postal: "####", cities: ["Zürich", "Basel", "Bern", "Luzern"] },
    ],
    prices: usualPrices,
    demand: demand({}),
    transit: [1, 3],
    promise: 5,
    servicePoint: "Hamburg",
  },
  {
    region: "Benelux",
    code: "BNL",
    currency: "EUR",
    customers: { consumer: 690, business: 118, distributor: 26, internal: 4 },
    countries: [
      {
        name: "Netherlands",
        language: "nl",
        weight: 62,
        dial: "+31",
        postal: "#### @@",
        cities: ["Amsterdam", "Rotterdam", "Utrecht", "Den Haag", "Groningen"],
      },
      { name: "Belgium", language: "nl", weight: 33, dial: "+32", postal: "####", cities: ["Antwerpen", "Gent", "Brugge", "Leuven"] },
      { name: "Luxembourg", language: "fr", weight: 5, dial: "+352", postal: "####", cities: ["Luxembourg", "Esch-sur-Alzette"] },
    ],
    prices: usualPrices,
    demand: demand({
      consumer: curve(["2022-07-01", 1], ["2024-07-31", 1.05], ["2024-11-01", 0.72], ["2025-06-30", 0.6]),
      business: curve(["2022-07-01", 0.95], ["2024-07-31", 1.03], ["2024-12-01", 0.93], ["2025-06-30", 0.9]),
    }),
    transit: [1, 3],
    promise: 5,
    servicePoint: "Rotterdam",
  },
  {
    region: "Nordics",
    code: "NOR",
    currency: "SEK",
    customers: { consumer: 520, business: 92, distributor: 22, internal: 3 },
    countries: [
      { name: "Sweden", language: "sv", weight: 55, dial: "+46", postal: "### ##", cities: ["Stockholm", "Göteborg", "Malmö", "Uppsala"] },
      { name: "Denmark", language: "sv", weight: 22, dial: "+45", postal: "####", cities: ["København", "Aarhus", "Odense"] },
      { name: "Norway", language: "sv", weight: 12, dial: "+47", postal: "####", cities: ["Oslo", "Bergen"] },
      { name: "Finland", language: "sv", weight: 11, dial: "+358", postal: "#####", cities: ["Helsinki", "Turku"] },
    ],
    prices: usualPrices,
    demand: demand({}),
    transit: [2, 4],
    promise: 7,
    servicePoint: "Hamburg",
  },
  {
    region: "UK & Ireland",
    code: "UKI",
    currency: "GBP",
    customers: { consumer: 660, business: 120, distributor: 22, internal: 3 },
    countries: [
      {
        name: "United Kingdom",
        language: "en",
        weight: 78,
        dial: "+44",
        postal: "@@# #@@",
        cities: ["London", "Bristol", "Edinburgh", "Leeds", "Brighton", "Norwich"],
      },
      { name: "Ireland", language: "en", weight: 22, dial: "+353", postal: "@## @###", cities: ["Dublin", "Cork", "Galway"] },
    ],
    prices: britishPrices,
    demand: demand({ consumer: afterBritishRound(0.62), business: afterBritishRound(0.78), distributor: afterBritishRound(0.82) }),
    transit: [2, 4],
    promise: 7,
    servicePoint: "Bristol",
  },
  {
    region: "Southern Europe",
    code: "SEU",
    currency: "EUR",
    customers: { consumer: 380, business: 50, distributor: 14, internal: 0 },
    countries: [
      { name: "France", language: "fr", weight: 45, dial: "+33", postal: "#####", cities: ["Paris", "Lyon", "Bordeaux", "Strasbourg"] },
      { name: "Italy", language: "it", weight: 32, dial: "+39", postal: "#####", cities: ["Milano", "Torino", "Bologna", "Trieste"] },
      { name: "Spain", language: "es", weight: 23, dial: "+34", postal: "#####", cities: ["Madrid", "Barcelona", "Bilbao", "Cádiz"] },
    ],
    prices: usualPrices,
    demand: demand({}),
    transit: [2, 5],
    promise: 7,
    servicePoint: "Hamburg",
  },
  {
    region: "Greater China",
    code: "GC",
    currency: "CNY",
    customers: { consumer: 430, business: 100, distributor: 22, internal: 4 },
    countries: [
      {
        name: "中国",
        language: "zh",
        weight: 86,
        dial: "+86",
        postal: "######",
        cities: ["上海", "北京", "杭州", "广州", "深圳", "成都", "苏州"],
      },
      { name: "中国香港", language: "zh", weight: 14, dial: "+852", postal: "999077", cities: ["香港"] },
    ],
    prices: rounds(["2022-07-01", 0.91], ["2023-07-01", 0.95], ["2024-07-01", 1]),
    demand: demand({
      consumer: curve(["2022-07-01", 0.95], ["2023-07-01", 1], ["2025-06-30", 1.1]),
      business: curve(["2022-07-01", 0.78], ["2023-07-01", 0.87], ["2024-07-01", 1.2], ["2025-06-30", 1.75]),
      distributor: curve(["2022-07-01", 0.9], ["2024-07-01", 1.02], ["2025-06-30", 1.1]),
    }),
    transit: [4, 8],
    promise: 12,
    servicePoint: "Shanghai",
  },
];

/** Benelux parcels of this quarter were late: a new carrier. */
export const LATE_QUARTER = { region: "Benelux", from: day("2024-07-01"), until: day("2024-09-30") } as const;
