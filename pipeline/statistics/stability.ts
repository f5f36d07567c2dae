import { kmeans, type KmeansOptions } from "./kmeans.js";
import { assign } from "./lloyd.js";
import { samplePoints, type Points } from "./points.js";
import { adjustedRandIndex } from "./randIndex.js";
import { Random } from "./random.js";

export interface StabilityOptions extends KmeansOptions {
  /** Halves drawn. */
  resamples?: number;
}

/**
 * How far the same clusters come out of other rows like these: k-means on random halves of the rows, each drawn without
 * replacement, all rows then assigned to the nearest centroid of the half; the mean adjusted Rand index with the labels
 * given. 1 where each half finds the same clusters. A half with too few distinct points counts 0.
 */
export function stability(points: Points, labels: Int32Array, k: number, { resamples = 20, seed = 1, ...options }: StabilityOptions = {}): number {
  const random = new Random(seed);
  let sum = 0;
  for (let resample = 0; resample < resamples; resample++) {
    const half = samplePoints(points, Math.ceil(points.rows / 2), random).points;
    if (half.size < k) continue;
    const { centroids } = kmeans(half, k, { ...options, seed: seed + resample });
    sum += adjustedRandIndex(points.weights, labels, assign(points, centroids));
  }
  return sum / resamples;
}
