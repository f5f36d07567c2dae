import { entity, notAfter } from "./entity.js";
import { date, id, lenient, optional, text } from "./fields.js";

/** What happened, by someone who was there: written by hand, so that whoever reads a curve need not ask why it bends. */
export const annotations = entity(
  "annotations",
  {
    grain: "One row per event that bends a curve",
    enables: "Events named on the curves they bend: price rounds, new shops, strikes, lost accounts",
    key: ["date", "text"],
    isPlaced: true,
  },
  {
    date: date("Day it happened or began"),
    end_date: optional(date("Last day, of what lasted")),
    text: id("What happened, in a few words"),
    region: lenient(text("Sales region it concerns, all where absent")),
  },
  [notAfter("date", "end_date")],
);
