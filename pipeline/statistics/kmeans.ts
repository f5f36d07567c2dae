import { lloyd, squaredDistance, type Clustering } from "./lloyd.js";
import { samplePoints, type Points } from "./points.js";
import { Random } from "./random.js";

export interface KmeansOptions {
  /** Times it starts anew; the best result counts, the earliest where several are as good. */
  starts?: number;
  /**
   * Where there are more rows, the starts run on so many of them, drawn with the seed; the best goes on over samples that
   * grow, and at last over all, where little is left to move.
   */
  startRows?: number;
  seed?: number;
}

/**
 * k-means: starting centroids by k-means++ (Arthur and Vassilvitskii 2007), then Lloyd's iteration.
 *
 * @param k from 1 to the number of distinct points
 */
export function kmeans(points: Points, k: number, { starts = 10, startRows = Infinity, seed = 1 }: KmeansOptions = {}): Clustering {
  if (!Number.isInteger(k) || k < 1 || k > points.size) throw new RangeError(`${points.size} distinct points cannot make ${k} clusters`);
  const random = new Random(seed);
  const drawn = points.rows > startRows ? samplePoints(points, startRows, random).points : points;
  // A sample of too few distinct points could not start.
  const sample = drawn.size >= k ? drawn : points;
  let best: Clustering | undefined;
  for (let start = 0; start < starts; start++) {
    const found = lloyd(sample, chooseCentroids(sample, k, random));
    if (!best || found.withinSS < best.withinSS) best = found;
  }
  let { centroids } = best!;
  if (sample === points) return best!;
  for (let rows = sample.rows * GROWTH; rows < points.rows; rows *= GROWTH) {
    const larger = samplePoints(points, rows, random).points;
    if (larger.size >= k) centroids = lloyd(larger, centroids).centroids;
  }
  return lloyd(points, centroids);
}

/** How much larger each sample is than the one before, on the way from the starts to all rows. */
const GROWTH = 8;

/** k-means++: each next centroid is a row, drawn with probability proportional to its squared distance from those there are. */
function chooseCentroids(points: Points, k: number, random: Random): Float64Array {
  const { dimensions, coordinates, weights, size } = points;
  const centroids = new Float64Array(k * dimensions);
  const chances = Float64Array.from(weights);
  const distances = new Float64Array(size).fill(Infinity);
  for (let cluster = 0; cluster < k; cluster++) {
    const point = draw(chances, random);
    centroids.set(coordinates.subarray(point * dimensions, (point + 1) * dimensions), cluster * dimensions);
    for (let other = 0; other < size; other++) {
      distances[other] = Math.min(distances[other]!, squaredDistance(coordinates, other, centroids, cluster, dimensions));
      chances[other] = weights[other]! * distances[other]!;
    }
  }
  return centroids;
}

/** An index, with probability proportional to its chance; never one whose chance is 0. */
function draw(chances: Float64Array, random: Random): number {
  let total = 0;
  for (const chance of chances) total += chance;
  let rest = random.next() * total;
  let last = 0;
  for (let index = 0; index < chances.length; index++) {
    if (chances[index] === 0) continue;
    last = index;
    rest -= chances[index]!;
    if (rest < 0) return index;
  }
  return last;
}
