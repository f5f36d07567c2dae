import { element } from "../lib/element.js";

/** What a cell says, with a smaller line below it; `translate` is "no" where that line holds names of the data. */
export const withNote = (value: string | Element, note: string | Element, translate: "no" | null = null): HTMLElement =>
  element("div", {}, value, element("small", { translate }, note));
