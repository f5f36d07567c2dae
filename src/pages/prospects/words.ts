import { msg, phrase, t } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";

/** What the letters of a class stand for: a capital is there, a small one is not. */
const classes: Record<string, string> = {
  MAN: msg("money, authority and need"), MAn: msg("money and authority, no need yet"), MaN: msg("money and need, does not decide"), mAN: msg("authority and need, no money yet"),
  Man: msg("money alone"), mAn: msg("authority alone"), maN: msg("need alone"), man: msg("none of the three"), "not qualified": msg("money, authority or need not known"),
};

/** What is known of the leads of a class, in words. */
export const className = (name: string): string => phrase(classes[name] ?? name);

/** Where leads came from; of some that is not on record. */
export const sourceName = (source: string | null): string => (source === null ? t`No source` : valueName(source, "source"));

/** The same within a sentence: "a customer from web". */
export const sourceWord = (source: string | null): string => (source === null ? t`an unknown source` : phrase(source.replaceAll("_", " ")));

/** What is not known of a lead: "money, need" of the data. */
export const traitNames = (traits: string): string[] => traits.split(", ").map((trait) => phrase(trait));
