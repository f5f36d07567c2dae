import { element } from "../../lib/element.js";
import { change, decimal1, MISSING } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";

/** The channel of a campaign or customer; of some that is not on record. */
export const channelName = (channel: string | null): string => (channel === null ? t`Not attributed` : valueName(channel, "source"));

/** So many times what it cost. */
export const times = (value: number | null): string => (value === null ? MISSING : t`${decimal1(value)} times`);

/** A return with its sign; a loss is marked. */
export const returned = (rate: number | null): string | Element => (rate !== null && rate < 0 ? element("span", { class: "bad" }, change(rate)) : change(rate));
