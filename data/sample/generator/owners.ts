import type { Region } from "./markets.js";
import type { Random } from "./random.js";

/** An account manager: a person with a book of business clients. */
export interface Owner {
  name: string;
  region: Region;
  /** Share of the region's clients. */
  weight: number;
  /** Share of the fields filled in the files kept. */
  diligence: number;
  /** Contacts per client, relative to the usual. */
  contacts: number;
}

export const OWNERS: readonly Owner[] = [
  { name: "Miriam Oltmanns", region: "DACH", weight: 34, diligence: 0.93, contacts: 1.1 },
  { name: "Torsten Blank", region: "DACH", weight: 26, diligence: 0.34, contacts: 0.8 },
  { name: "Selma Arslan", region: "DACH", weight: 20, diligence: 0.88, contacts: 1.3 },
  { name: "Reto Amstutz", region: "DACH", weight: 12, diligence: 0.82, contacts: 1 },
  { name: "Nele Harms", region: "DACH", weight: 8, diligence: 0.9, contacts: 1.6 },
  { name: "Willem Kooistra", region: "Benelux", weight: 68, diligence: 0.78, contacts: 0.55 },
  { name: "Lies Verhaegen", region: "Benelux", weight: 32, diligence: 0.9, contacts: 1.2 },
  { name: "Tuva Ekdahl", region: "Nordics", weight: 74, diligence: 0.86, contacts: 1 },
  { name: "Aksel Brandvold", region: "Nordics", weight: 26, diligence: 0.8, contacts: 0.9 },
  { name: "Gareth Pym", region: "UK & Ireland", weight: 57, diligence: 0.71, contacts: 0.6 },
  { name: "Orla Tiernan", region: "UK & Ireland", weight: 43, diligence: 0.92, contacts: 1.4 },
  { name: "Bruno Castellani", region: "Southern Europe", weight: 100, diligence: 0.75, contacts: 0.9 },
  { name: "Lin Xiaowen", region: "Greater China", weight: 71, diligence: 0.87, contacts: 1.7 },
  { name: "Zhou Wenbo", region: "Greater China", weight: 29, diligence: 0.8, contacts: 1.1 },
];

export function ownerFor(random: Random, region: Region): Owner {
  const team = OWNERS.filter((owner) => owner.region === region);
  return team[random.index(team.map((owner) => owner.weight))] as Owner;
}

/** Contacts per client of an owner, relative to the usual. */
export const contactsOf = (name: string): number => OWNERS.find((owner) => owner.name === name)?.contacts ?? 1;
