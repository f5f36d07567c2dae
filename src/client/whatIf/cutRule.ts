import { boundsOf, parseCuts } from "../../whatIf/cuts.js";
import { eachFrame, slider, type Panel, type Slider } from "./controls.js";
import type { Rule } from "./rule.js";

export interface CutRuleOptions {
  /** What the address calls the cuts. */
  name: string;
  /** The cuts in force, in steps. */
  initial: number[];
  /** Steps that a whole is divided into. */
  steps: number;
  /** Whether each cut lies above the one before. */
  isRising: boolean;
  label(index: number): string;
  /** How a cut reads at an end of its scale. */
  scale(cut: number): string;
  /** Shows what would follow from cuts, and what each of them means on its slider. */
  draw(cuts: readonly number[], sliders: readonly Slider[], isInitial: boolean): void;
  changed(): void;
}

/** A rule of cuts that keep their order: a slider for each, and a way back. */
export function cutRule({ controls, reset }: Pick<Panel, "controls" | "reset">, { name, initial, steps, isRising, label, scale, draw, changed }: CutRuleOptions): Rule {
  const cutting = { count: initial.length, steps, isRising };
  let cuts = initial;
  const isInitial = () => cuts.every((cut, index) => cut === initial[index]);
  const sliders = cuts.map((_, index) => slider(label(index), boundsOf(cuts, index, cutting), scale, () => moveTo(cuts.with(index, sliders[index]!.value()))));
  controls.append(...sliders.map(({ element }) => element));
  const show = () => {
    for (const [index, { set }] of sliders.entries()) set(cuts[index]!, boundsOf(cuts, index, cutting));
    draw(cuts, sliders, isInitial());
  };
  const showSoon = eachFrame(show);
  const moveTo = (wanted: number[]) => {
    cuts = wanted;
    showSoon();
    changed();
  };
  reset.addEventListener("click", () => moveTo(initial));
  return {
    read(parameters) {
      cuts = parseCuts(parameters.get(name), cutting) ?? initial;
      show();
    },
    write(parameters) {
      if (isInitial()) parameters.delete(name);
      else parameters.set(name, cuts.map((cut) => cut / steps).join(","));
    },
  };
}
