import { decimal1, integer, MISSING, type Format } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";
import type { GroupOf } from "./rows.js";

/** What a component of delivered value is called; see marts.delivered_values. */
export function componentName(component: string): string {
  switch (component) {
    case "product_value": return t`Goods`;
    case "service_value": return t`Service received`;
    case "people_value": return t`People`;
    case "image_value": return t`Image`;
    case "money_cost": return t`Money it costs`;
    case "time_cost": return t`Time it takes`;
    case "energy_cost": return t`Effort it takes`;
    case "psychic_cost": return t`Worry it brings`;
    default: return t`Delivered value`;
  }
}

/** What forms are divided by. */
export function dimensionTitle(dimension: string): string {
  switch (dimension) {
    case "kind": return t`Kind of customer`;
    case "tier": return t`Value tier`;
    case "region": return t`Region`;
    case "segment": return t`Decision segment`;
    case "owner": return t`Account manager`;
    default: return t`Service point`;
  }
}

/** A group of it; those without a value by what they lack. */
export function groupTitle({ dimension, group_name: name, group_kind: kind }: GroupOf): string {
  if (kind === "anonymous") return t`Without a name`;
  if (kind === "value") return dimension === "service_point" ? name : valueName(name, dimension);
  switch (dimension) {
    case "service_point": return t`No service request`;
    case "tier": return t`No order in the window`;
    case "owner": return t`No account manager`;
    default: return t`Not known`;
  }
}

/** A score or its ends, in whole points, with a true minus. */
export const points: Format = integer;

/** A number with its sign. */
export function signed(value: number | null, format: Format): string {
  if (value === null) return MISSING;
  const text = format(value);
  // What rounds to nothing has no sign.
  return /[1-9]/.test(text) ? (value > 0 ? `+${text}` : text) : format(0);
}

/** A change of the net promoter score, which is no percentage. */
export const scoreChange = (value: number): string => t`${signed(value, decimal1)} NPS points`;

/** Whether a change is more than chance would make: whether its interval leaves out none. */
export const isTold = (low: number | null, high: number | null): boolean => low !== null && high !== null && (low > 0 || high < 0);

/** What an answer makes a customer. */
export function className(recommendClass: string): string {
  switch (recommendClass) {
    case "promoter": return t`Promoters`;
    case "passive": return t`Passives`;
    default: return t`Detractors`;
  }
}

/** What attitude and behaviour together are (Dick and Basu). */
export function loyaltyName(loyalty: string): string {
  switch (loyalty) {
    case "true": return t`True loyalty`;
    case "latent": return t`Latent loyalty`;
    case "spurious": return t`Spurious loyalty`;
    case "none": return t`No loyalty`;
    default: return t`Attitude not known`;
  }
}

export const attitudeName = (attitude: string) => (attitude === "favourable" ? t`Favourable` : attitude === "unfavourable" ? t`Not favourable` : t`Attitude not known`);
export const behaviourName = (behaviour: string) => (behaviour === "regularly" ? t`Buys regularly` : t`Buys seldom or no more`);

/** The four parts of the map of importance and performance. */
export function quadrantName(quadrant: string): string {
  switch (quadrant) {
    case "concentrate here": return t`Concentrate here`;
    case "keep up": return t`Keep it up`;
    case "low priority": return t`Low priority`;
    default: return t`Possible overkill`;
  }
}

/** What each asks for. */
export function quadrantAction(quadrant: string): string {
  switch (quadrant) {
    case "concentrate here": return t`Mend first: much hangs on it, and we are weak at it`;
    case "keep up": return t`Keep it as good as it is: much hangs on it`;
    case "low priority": return t`Leave for later: we are weak at it, but little hangs on it`;
    default: return t`Spend no more on it: we are good at it, and little hangs on it`;
  }
}
