import { entity } from "./entity.js";
import { id } from "./fields.js";

/**
 * How experts judge R, F and M against each other, two by two. What is wrong with a judgement is for a person to mend, and is
 * told with its place by pipeline/checks/judgements_unusable.sql: no row is refused here, for a judgement that is left out
 * quietly would change the weights.
 */
export const judgements = entity(
  "judgements",
  {
    grain: "One row per judgement of an expert on two measures of RFM",
    enables: "Weights of the loyalty score from pairwise judgements of one or more experts",
    isPlaced: true,
  },
  {
    expert: id("Who judges"),
    criterion_a: id("Measure that is judged: recency, frequency or monetary"),
    criterion_b: id("Measure that it is compared with"),
    value: id("How many times as important it is, on Saaty's scale from 1/9 to 9: 3 moderately, 5 strongly, 7 very strongly, 9 extremely more, 1/3 the other way round"),
  },
);
