import type { Annotation } from "../components/annotations.js";
import type { Context } from "../lib/page.js";
import { addressValue } from "../selection/selection.js";

/** The export that holds them. */
export const EVENTS = "curve_events";

/**
 * Events that may have bent a curve: those of the whole company, and those of the regions that the curve is of.
 *
 * @param regions as an address writes them; all where undefined
 */
export const eventsOf = (context: Context, regions = context.selection.values.region): Annotation[] =>
  context.read<Annotation>(EVENTS).rows.filter(({ region }) => !region || regions === undefined || regions.includes(addressValue(region)));
