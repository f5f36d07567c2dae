import { AS_OF, OPENING, german, iso, year } from "./calendar.js";
import type { Company, Customer } from "./customer.js";
import { address, postalCode } from "./names.js";
import type { Random } from "./random.js";

/** Everything that a file can hold on a customer, as text of the European office; empty where nobody filled it in. */
export interface Card extends Record<Field, string> {
  /** Thousands of EUR. */
  limit: number | undefined;
}

const FIELDS = [
  "email", "phone", "address", "postalCode", "grade", "mark", "mergedInto", "created", "confirmed",
  "birthDate", "occupation", "education", "income", "household", "interests",
  "legal", "web", "industry", "position", "size", "employees", "founded", "terms", "creditStatus", "firstDeal", "lastDeal",
] as const;
type Field = (typeof FIELDS)[number];

const EMPTY = { ...(Object.fromEntries(FIELDS.map((field) => [field, ""])) as Record<Field, string>), limit: undefined };

/** What a customer bought in all, in EUR, and when. */
export interface Bought {
  total: number;
  first: number;
  last: number;
}

/** Words that the files choose from. */
const WORDS = {
  occupation: [
    "teacher", "engineer", "nurse", "designer", "retired", "student", "physician", "clerk", "self-employed", "lawyer", "craftsman",
  ],
  education: ["secondary", "vocational", "bachelor", "master", "doctorate"],
  income: ["under 25k", "25-40k", "40-60k", "60-90k", "over 90k"],
  interests: ["green tea", "espresso", "ceramics", "travel", "baking", "gifts", "sustainability"],
  position: ["leader", "challenger", "follower", "niche"],
};

/** Fills in the file of a customer, as far as the one who keeps it is diligent. */
export function cardOf(random: Random, customer: Customer, bought: Bought | undefined): Card {
  const filled = (value: string, ease = 1) => (random.chance(Math.min(0.995, customer.diligence * ease)) ? value : "");
  return {
    ...EMPTY,
    ...commonPart(random, customer, bought, filled),
    ...(customer.company ? companyPart(random, customer, customer.company, bought, filled) : personPart(random, filled)),
  };
}

type Fill = (value: string, ease?: number) => string;

function commonPart(random: Random, customer: Customer, bought: Bought | undefined, filled: Fill): Partial<Card> {
  const { company, diligence, since, country, reachable } = customer;
  const created = bought ? Math.min(since, bought.first) : Math.max(OPENING - 400, Math.min(AS_OF - 5, since));
  const confirmed = Math.max(created, AS_OF - Math.round(random.gamma(1.1, 300 / Math.max(0.25, diligence))));
  return {
    email: reachable ? customer.email : filled(customer.email, 1.9),
    phone: customer.phone && (reachable ? customer.phone : filled(customer.phone, company ? 1.8 : 1.1)),
    address: filled(street(random, customer), 2.2),
    postalCode: filled(postalCode(random, country), 2.2),
    mark: markOf(random.next(), customer.prospect),
    mergedInto: customer.merged ? (customer.original as Customer).id : "",
    created: iso(created),
    confirmed: filled(iso(confirmed), 1.2),
  };
}

/** Prospects are marked by what the sales force thinks of them, a few customers want to be left alone. */
function markOf(luck: number, prospect: boolean): string {
  if (!prospect) return luck < 0.012 ? "do not contact" : "";
  if (luck < 0.3) return "target";
  if (luck < 0.36) return "hostile";
  return luck < 0.45 ? "irrelevant" : "";
}

function personPart(random: Random, filled: Fill): Partial<Card> {
  const years = Math.round(random.gamma(9, 36)) + 14 + random.next();
  return {
    birthDate: filled(german(AS_OF - Math.round(years * 365.25)), 0.9),
    occupation: filled(random.pick(WORDS.occupation), 0.55),
    education: filled(random.pick(WORDS.education), 0.45),
    income: filled(random.pick(WORDS.income), 0.4),
    household: filled(String(1 + Math.min(6, random.poisson(1.3))), 0.5),
    interests: filled(random.sample(WORDS.interests, random.integer(1, 3)).join(", "), 0.5),
  };
}

function companyPart(random: Random, { kind, since }: Customer, company: Company, bought: Bought | undefined, filled: Fill): Partial<Card> {
  const { health, employees } = company;
  const grade = "ABCDE"[Math.min(4, Math.max(0, Math.round(4.3 - 5 * health + random.normal(0, 0.5))))] as string;
  const part: Partial<Card> = {
    grade: filled(grade, 0.8),
    legal: filled(company.legal, 1.05),
    web: filled(`www.${company.domain}`, 0.95),
    industry: filled(company.industry, 1.5),
    position: filled(random.pick(WORDS.position), 0.5),
    size: filled(employees < 10 ? "micro" : employees < 50 ? "small" : employees < 250 ? "medium" : "large", 0.9),
    employees: filled(String(employees), 0.85),
    founded: filled(String(Math.min(year(Math.max(since, OPENING - 4000)), random.integer(1905, 2019))), 0.75),
    firstDeal: bought ? filled(iso(Math.min(since, bought.first))) : "",
    lastDeal: bought ? filled(iso(bought.last)) : "",
  };
  if (kind === "internal") return part;
  const stopped = company.insolvent !== undefined && random.chance(0.45);
  return {
    ...part,
    terms: filled(String(company.terms), 1.2),
    limit: bought ? Math.ceil(((bought.total / 3) * random.between(0.2, 0.42)) / 500) * 0.5 : undefined,
    creditStatus: filled(stopped ? "hold" : health < 0.3 ? "review" : "open", 1.2),
  };
}

/** Some addresses hold commas, quotes and line breaks, as people type them. */
function street(random: Random, { country, company }: Customer): string {
  const plain = address(random, country.language);
  const kind = random.next();
  if (country.language === "zh") return plain;
  if (kind < 0.04) return `${plain}, ${random.integer(1, 6)}. OG`;
  if (kind < 0.06) return `${plain}\nc/o ${company ? "Empfang" : "Hofladen"}`;
  return kind < 0.07 ? `Haus "Zur Linde", ${plain}` : plain;
}
