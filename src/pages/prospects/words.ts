import { phrase, t } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";

/** A class by its letters; leads of which not all is known have none. */
export const className = (name: string): string => (name === "not qualified" ? t`Not qualified yet` : name);

/** Where leads came from; of some that is not on record. */
export const sourceName = (source: string | null): string => (source === null ? t`No source` : valueName(source, "source"));

/** The same within a sentence: "a customer from web". */
export const sourceWord = (source: string | null): string => (source === null ? t`an unknown source` : phrase(source.replaceAll("_", " ")));

/** What is not known of a lead: "money, need" of the data. */
export const traitNames = (traits: string): string[] => traits.split(", ").map((trait) => phrase(trait));
