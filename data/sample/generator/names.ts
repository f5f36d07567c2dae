import type { Country } from "./markets.js";
import type { Random } from "./random.js";
import { PINYIN, WORDS, type Industry, type Language } from "./words.js";

export interface Person {
  name: string;
  sex: "female" | "male";
  /** Part of an e-mail address before the @. */
  mailbox: string;
}

const PLAIN: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ø: "o", æ: "ae", å: "a" };

/** Lower-case ASCII: "Café Weißdorn" -> "cafe-weissdorn". */
export function plain(text: string): string {
  return text
    .replace(/\p{Script=Han}+/gu, (word) => PINYIN[word] ?? "")
    .toLowerCase()
    .replace(/[äöüßøæå]/g, (letter) => PLAIN[letter] as string)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export function person(random: Random, language: Language): Person {
  const words = WORDS[language];
  const sex = random.chance(0.56) ? "female" : "male";
  const given = random.pick(words[sex]);
  const family = random.pick(words.family);
  const mailbox = `${plain(given)}.${plain(family)}`;
  return { name: language === "zh" ? family + given : `${given} ${family}`, sex, mailbox };
}

/** Names of companies, none twice. */
export class CompanyRegister {
  private readonly taken = new Set<string>();

  /** Name, legal form and a domain for a company of a city. */
  enter(random: Random, language: Language, industry: Industry, city: string): { name: string; legal: string; domain: string } {
    const words = WORDS[language];
    for (let attempt = 0; ; attempt++) {
      const stem = random.pick(words.stems);
      const firm = random.pick(words.firms[industry]).replace("{}", stem);
      const legal = random.pick(words.legal);
      const place = attempt < 2 && random.chance(0.6) ? "" : city;
      const name = language === "zh" ? `${city}${firm}${legal}` : `${firm}${place && ` ${place}`} ${legal}`;
      if (this.taken.has(name)) continue;
      this.taken.add(name);
      const domain = language === "zh" ? `${plain(stem)}${this.taken.size}.example` : `${plain(firm + (place && ` ${place}`))}.example`;
      return { name, legal, domain };
    }
  }
}

/** A telephone number that nobody has: the 555 in it is not given out. */
export function phone(random: Random, country: Country): string {
  const area = random.integer(20, 89);
  return `${country.dial} ${area} 555 ${String(random.integer(0, 99999)).padStart(5, "0")}`;
}

export function address(random: Random, language: Language): string {
  const street = random.pick(WORDS[language].streets);
  const number = random.integer(1, 180);
  if (language === "zh") return `${street}${number}号`;
  return language === "en" || language === "fr" ? `${number} ${street}` : `${street} ${number}`;
}

export function postalCode(random: Random, country: Country): string {
  return country.postal.replace(/[#@]/g, (sign) =>
    sign === "#" ? String(random.integer(1, 9)) : random.pick(["A", "B", "D", "E", "G", "H", "N", "R", "S", "W"]),
  );
}
