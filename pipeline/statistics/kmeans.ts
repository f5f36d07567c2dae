import { samplePoints, type Points } from "./points.js";
import { Random } from "./random.js";

export interface Clustering {
  /** Coordinates cluster by cluster: the mean of its rows. */
  centroids: Float64Array;
  /** Cluster of each point, from 0. */
  labels: Int32Array;
  /** Rows in each cluster; never 0. */
  sizes: Float64Array;
  /** Sum over rows of the squared distance to the centroid of their cluster. */
  withinSS: number;
}

export interface KmeansOptions {
  /** Times it starts anew; the best result counts, the earliest where several are as good. */
  starts?: number;
  /** Where there are more rows, the starts run on so many of them, drawn with the seed, and the one best for all goes on over all. */
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
  let least = Infinity;
  for (let start = 0; start < starts; start++) {
    const found = lloyd(sample, chooseCentroids(sample, k, random));
    const withinSS = sample === points ? found.withinSS : sumOfSquares(points, assign(points, found.centroids), found.centroids);
    if (withinSS >= least) continue;
    best = found;
    least = withinSS;
  }
  return sample === points ? best! : lloyd(points, best!.centroids);
}

/**
 * Lloyd's iteration (1982): rows go to the nearest centroid and centroids to the mean of their rows, until no row changes
 * its cluster. A point as near to two centroids belongs to the first; a cluster without a point takes the one farthest
 * from its centroid, the first of several. It ends, for each round lowers the sum of squares of one of finitely many
 * partitions.
 */
export function lloyd(points: Points, start: Float64Array): Clustering {
  const k = start.length / points.dimensions;
  const labels = new Int32Array(points.size).fill(-1);
  const bounds = { upper: new Float64Array(points.size), lower: new Float64Array(points.size) };
  let centroids: Float64Array = start;
  let shifts: Float64Array = new Float64Array(k);
  for (let round = 0; round < MAX_ROUNDS && relabel(points, centroids, shifts, labels, bounds) > 0; round++) {
    let means = clusterMeans(points, labels, k);
    if (means.sizes.includes(0)) {
      fillEmpty(points, centroids, labels, means.sizes);
      means = clusterMeans(points, labels, k);
      // The bounds know nothing of it.
      bounds.upper.fill(Infinity);
      bounds.lower.fill(-Infinity);
    }
    shifts = shiftsBetween(centroids, means.centroids, points.dimensions);
    centroids = means.centroids;
  }
  return { centroids, labels, sizes: clusterMeans(points, labels, k).sizes, withinSS: sumOfSquares(points, labels, centroids) };
}

/** Cluster of each point: that of the nearest centroid, the first of several. */
export function assign(points: Points, centroids: Float64Array): Int32Array {
  const labels = new Int32Array(points.size).fill(-1);
  relabel(points, centroids, new Float64Array(centroids.length), labels, { upper: new Float64Array(points.size), lower: new Float64Array(points.size) });
  return labels;
}

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

/** Distances are rounded: a bound decides only where it does so by more than that. */
const SLACK = 1e-9;
/** Far more than any data need: only rounding could make it go on for longer. */
const MAX_ROUNDS = 10_000;

/**
 * Moves each point to its nearest centroid; returns how many moved. Hamerly's bounds (2010) spare most of the distances:
 * a point stays whose centroid is nearer than half the way from there to the next centroid, or than any other centroid
 * can have come since they were last measured.
 *
 * @param shifts how far each centroid has moved since the last round
 * @param bounds at most so far is a point from its own centroid, and at least so far from all others
 */
function relabel(
  points: Points, centroids: Float64Array, shifts: Float64Array, labels: Int32Array, { upper, lower }: { upper: Float64Array; lower: Float64Array },
): number {
  const { dimensions, coordinates, size } = points;
  const gaps = halfGaps(centroids, dimensions);
  const largestShift = shifts.reduce((largest, shift) => Math.max(largest, shift), 0);
  let moved = 0;
  for (let point = 0; point < size; point++) {
    const label = labels[point]!;
    if (label >= 0) {
      const above = upper[point]! + shifts[label]!;
      const below = lower[point]! - largestShift;
      const bound = Math.max(gaps[label]!, below) * (1 - SLACK);
      lower[point] = below;
      upper[point] = above;
      if (above < bound) continue;
      const distance = Math.sqrt(squaredDistance(coordinates, point, centroids, label, dimensions));
      upper[point] = distance;
      if (distance < bound) continue;
    }
    let nearest = 0;
    let least = Infinity;
    let next = Infinity;
    for (let cluster = 0; cluster * dimensions < centroids.length; cluster++) {
      const distance = squaredDistance(coordinates, point, centroids, cluster, dimensions);
      if (distance < least) {
        next = least;
        least = distance;
        nearest = cluster;
      } else if (distance < next) {
        next = distance;
      }
    }
    upper[point] = Math.sqrt(least);
    lower[point] = Math.sqrt(next);
    if (nearest === label) continue;
    labels[point] = nearest;
    moved++;
  }
  return moved;
}

/** Rows in each cluster, and their mean; NaN for a cluster without any. */
function clusterMeans({ dimensions, coordinates, weights, size }: Points, labels: Int32Array, k: number): { centroids: Float64Array; sizes: Float64Array } {
  const centroids = new Float64Array(k * dimensions);
  const sizes = new Float64Array(k);
  for (let point = 0; point < size; point++) {
    const label = labels[point]!;
    const weight = weights[point]!;
    sizes[label]! += weight;
    for (let d = 0; d < dimensions; d++) centroids[label * dimensions + d]! += weight * coordinates[point * dimensions + d]!;
  }
  for (let index = 0; index < centroids.length; index++) centroids[index]! /= sizes[Math.floor(index / dimensions)]!;
  return { centroids, sizes };
}

/** Sum over rows of the squared distance to the centroid of their cluster. */
function sumOfSquares(points: Points, labels: Int32Array, centroids: Float64Array): number {
  let sum = 0;
  for (let point = 0; point < points.size; point++) {
    sum += points.weights[point]! * squaredDistance(points.coordinates, point, centroids, labels[point]!, points.dimensions);
  }
  return sum;
}

/** Half the distance from each centroid to the one next to it. */
function halfGaps(centroids: Float64Array, dimensions: number): Float64Array {
  const gaps = new Float64Array(centroids.length / dimensions).fill(Infinity);
  for (let a = 0; a < gaps.length; a++) {
    for (let b = 0; b < gaps.length; b++) {
      if (a !== b) gaps[a] = Math.min(gaps[a]!, Math.sqrt(squaredDistance(centroids, a, centroids, b, dimensions)) / 2);
    }
  }
  return gaps;
}

/** How far each centroid is from where it was. */
function shiftsBetween(before: Float64Array, after: Float64Array, dimensions: number): Float64Array {
  const shifts = new Float64Array(before.length / dimensions);
  for (let label = 0; label < shifts.length; label++) shifts[label] = Math.sqrt(squaredDistance(before, label, after, label, dimensions));
  return shifts;
}

/** Gives each cluster without a point the one farthest from its centroid, out of a cluster that keeps another. */
function fillEmpty(points: Points, centroids: Float64Array, labels: Int32Array, sizes: Float64Array): void {
  const counts = new Int32Array(sizes.length);
  for (const label of labels) counts[label]!++;
  const distances = Float64Array.from(labels, (label, point) => squaredDistance(points.coordinates, point, centroids, label, points.dimensions));
  for (const [cluster, size] of sizes.entries()) {
    if (size > 0) continue;
    let farthest = -1;
    for (let point = 0; point < points.size; point++) {
      if (counts[labels[point]!]! > 1 && (farthest < 0 || distances[point]! > distances[farthest]!)) farthest = point;
    }
    counts[labels[farthest]!]!--;
    counts[cluster]!++;
    labels[farthest] = cluster;
    distances[farthest] = 0;
  }
}

/** Squared distance between the `i`-th point of `a` and the `j`-th of `b`. */
function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, dimensions: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++) {
    const difference = a[i * dimensions + d]! - b[j * dimensions + d]!;
    sum += difference * difference;
  }
  return sum;
}
