import { curve } from "./calendar.js";
import type { Kind, Region } from "./markets.js";
import type { Industry } from "./words.js";

/** One of the customers that leadership knows by name. */
export interface KeyAccount {
  name: string;
  legal: string;
  kind: Kind;
  region: Region;
  country: number;
  city: string;
  industry: Industry;
  ordersPerYear: number;
  orderValue: number;
  discount: number;
  trend?: (day: number) => number;
  /** Costs more to serve than it brings. */
  burden?: number;
  /** Financial health and its change per year. */
  health?: [number, number];
  /** Stopped paying in time on this day. */
  insolvent?: string;
}

const declining = curve(["2024-05-31", 1], ["2024-12-31", 0.4], ["2025-06-30", 0.15]);
const fading = curve(["2024-03-31", 1], ["2025-06-30", 0.55]);
const growing = curve(["2023-07-01", 0.6], ["2024-07-01", 1], ["2025-06-30", 1.7]);

const distributor = { kind: "distributor", industry: "Wholesale" } as const;
const hotels = { kind: "business", industry: "Hospitality" } as const;
const cafes = { kind: "business", industry: "Food service" } as const;
const offices = { kind: "business", industry: "Offices" } as const;
const shops = { kind: "business", industry: "Retail" } as const;

/** `country` counts from 0 within the region. */
export const KEY_ACCOUNTS: readonly KeyAccount[] = [
  {
    ...distributor, name: "De Gouden Ketel Distributie B.V.", legal: "B.V.",
    region: "Benelux", country: 0, city: "Rotterdam",
    ordersPerYear: 66, orderValue: 2250, discount: 0.3, trend: declining,
  },
  {
    ...distributor, name: "Teekontor Elbtal Vertrieb GmbH", legal: "GmbH",
    region: "DACH", country: 0, city: "Leipzig",
    ordersPerYear: 60, orderValue: 1850, discount: 0.3,
  },
  {
    ...distributor, name: "上海松港供应链有限公司", legal: "有限公司",
    region: "Greater China", country: 0, city: "上海",
    ordersPerYear: 39, orderValue: 2200, discount: 0.29, trend: growing,
  },
  {
    ...distributor, name: "Norrsken Dryck Grossist AB", legal: "AB",
    region: "Nordics", country: 0, city: "Göteborg",
    ordersPerYear: 45, orderValue: 1650, discount: 0.29,
  },
  {
    ...distributor, name: "Kestrel & Vane Wholesale Ltd", legal: "Ltd",
    region: "UK & Ireland", country: 0, city: "Bristol",
    ordersPerYear: 51, orderValue: 1550, discount: 0.31, trend: fading, health: [0.12, -0.13], insolvent: "2025-02-10",
  },
  {
    ...distributor, name: "Alpenkanne Großhandel AG", legal: "AG",
    region: "DACH", country: 2, city: "Zürich",
    ordersPerYear: 45, orderValue: 1400, discount: 0.48, burden: 7,
  },
  {
    ...distributor, name: "Maison Verveine Distribution SAS", legal: "SAS",
    region: "Southern Europe", country: 0, city: "Lyon",
    ordersPerYear: 36, orderValue: 1300, discount: 0.3,
  },
  {
    ...distributor, name: "Schelde Koffie Groothandel N.V.", legal: "N.V.",
    region: "Benelux", country: 1, city: "Antwerpen",
    ordersPerYear: 42, orderValue: 1050, discount: 0.3,
  },
  {
    ...distributor, name: "Brückenspeicher Handels GmbH & Co. KG", legal: "GmbH & Co. KG",
    region: "DACH", country: 0, city: "Bremen",
    ordersPerYear: 45, orderValue: 1050, discount: 0.47, burden: 7,
  },
  {
    ...distributor, name: "杭州云栖食品贸易有限公司", legal: "有限公司",
    region: "Greater China", country: 0, city: "杭州",
    ordersPerYear: 30, orderValue: 1250, discount: 0.28, trend: growing,
  },
  {
    ...distributor, name: "Saltmarsh Provisions Distribution plc", legal: "plc",
    region: "UK & Ireland", country: 0, city: "Norwich",
    ordersPerYear: 33, orderValue: 1150, discount: 0.46, burden: 6,
  },
  {
    ...distributor, name: "Girasole Ingrosso S.p.A.", legal: "S.p.A.",
    region: "Southern Europe", country: 1, city: "Milano",
    ordersPerYear: 27, orderValue: 1050, discount: 0.3, health: [0.55, 0.12],
  },
  {
    ...hotels, name: "Seeblick Resorts & Hotels AG", legal: "AG",
    region: "DACH", country: 0, city: "Lübeck",
    ordersPerYear: 69, orderValue: 1150, discount: 0.2, health: [0.09, -0.17], insolvent: "2025-01-20",
  },
  {
    ...hotels, name: "Grand Hotel Rosengarten Gruppe GmbH", legal: "GmbH",
    region: "DACH", country: 0, city: "Hamburg",
    ordersPerYear: 75, orderValue: 850, discount: 0.17,
  },
  {
    ...hotels, name: "Grachtenhof Hotels N.V.", legal: "N.V.",
    region: "Benelux", country: 0, city: "Amsterdam",
    ordersPerYear: 60, orderValue: 850, discount: 0.46, burden: 8,
  },
  {
    ...hotels, name: "Thistle & Lantern Inns Ltd", legal: "Ltd",
    region: "UK & Ireland", country: 0, city: "Edinburgh",
    ordersPerYear: 54, orderValue: 750, discount: 0.18, trend: fading,
  },
  {
    ...hotels, name: "Fjällkust Hotell AB", legal: "AB",
    region: "Nordics", country: 0, city: "Stockholm",
    ordersPerYear: 48, orderValue: 800, discount: 0.17,
  },
  {
    ...hotels, name: "杭州望湖国际酒店有限公司", legal: "有限公司",
    region: "Greater China", country: 0, city: "杭州",
    ordersPerYear: 45, orderValue: 850, discount: 0.16, trend: growing,
  },
  {
    ...hotels, name: "深圳明月酒店管理股份有限公司", legal: "股份有限公司",
    region: "Greater China", country: 0, city: "深圳",
    ordersPerYear: 39, orderValue: 800, discount: 0.16, trend: growing,
  },
  {
    ...cafes, name: "Rösterei Hafenkante Betriebe GmbH", legal: "GmbH",
    region: "DACH", country: 0, city: "Hamburg",
    ordersPerYear: 78, orderValue: 500, discount: 0.45, burden: 9,
  },
  {
    ...cafes, name: "北京听雨咖啡连锁有限公司", legal: "有限公司",
    region: "Greater China", country: 0, city: "北京",
    ordersPerYear: 66, orderValue: 550, discount: 0.15, trend: growing,
  },
  {
    ...cafes, name: "Harrow & Crumb Tearooms Ltd", legal: "Ltd",
    region: "UK & Ireland", country: 0, city: "London",
    ordersPerYear: 66, orderValue: 450, discount: 0.16,
  },
  {
    ...offices, name: "Metropol Bürodienste AG", legal: "AG",
    region: "DACH", country: 0, city: "Düsseldorf",
    ordersPerYear: 72, orderValue: 500, discount: 0.44, burden: 10,
  },
  {
    ...offices, name: "Poldertoren Facilitair B.V.", legal: "B.V.",
    region: "Benelux", country: 0, city: "Utrecht",
    ordersPerYear: 60, orderValue: 450, discount: 0.18,
  },
  {
    ...shops, name: "Kaufhaus Linde & Söhne GmbH", legal: "GmbH",
    region: "DACH", country: 0, city: "Köln",
    ordersPerYear: 48, orderValue: 850, discount: 0.24,
  },
  {
    ...shops, name: "Larkspur Fine Foods Ltd", legal: "Ltd",
    region: "UK & Ireland", country: 1, city: "Dublin",
    ordersPerYear: 45, orderValue: 650, discount: 0.43, burden: 8,
  },
];
