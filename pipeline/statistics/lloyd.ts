import type { Points } from "./points.js";

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

/**
 * Lloyd's iteration (1982): rows go to the nearest centroid and centroids to the mean of their rows, until no row changes
 * its cluster. A point as near to two centroids belongs to the first; a cluster without a point takes the one farthest
 * from its centroid, the first of several. It ends, for each round lowers the sum of squares of one of finitely many
 * partitions.
 *
 * Bounds spare most of the distances (after Hamerly 2010), and sums are kept by the points that move. Sums kept so are
 * rounded otherwise than those taken afresh; so where nothing moves any more they are taken afresh, and from then on in
 * each round: what comes out is a fixed point of the iteration without any of this.
 */
export function lloyd(points: Points, start: Float64Array): Clustering {
  const k = start.length / points.dimensions;
  const labels = assign(points, start);
  const drift = new Drift(points.size, k);
  let sums = clusterSums(points, labels, k);
  let centroids = start;
  let isAfresh = false;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (sums.rows.includes(0)) {
      fillEmpty(points, centroids, labels, sums.rows);
      sums = clusterSums(points, labels, k);
      drift.forget();
    }
    const means = meansOf(sums, points.dimensions);
    drift.add(shiftsBetween(centroids, means, points.dimensions));
    centroids = means;
    const moved = relabel(points, centroids, labels, drift, sums);
    if (moved === 0 && isAfresh) break;
    if (moved === 0 || isAfresh) {
      sums = clusterSums(points, labels, k);
      isAfresh = true;
      if (moved === 0 && isEqual(meansOf(sums, points.dimensions), centroids)) break;
    }
  }
  return { centroids, labels, sizes: sums.rows, withinSS: sumOfSquares(points, labels, centroids) };
}

/** Cluster of each point: that of the nearest centroid, the first of several. */
export function assign({ dimensions, coordinates, size }: Pick<Points, "dimensions" | "coordinates" | "size">, centroids: Float64Array): Int32Array {
  const labels = new Int32Array(size);
  for (let point = 0; point < size; point++) {
    let least = Infinity;
    for (let cluster = 0; cluster * dimensions < centroids.length; cluster++) {
      const distance = squaredDistance(coordinates, point, centroids, cluster, dimensions);
      if (distance >= least) continue;
      least = distance;
      labels[point] = cluster;
    }
  }
  return labels;
}

/** Distances are rounded: a bound decides only where it does so by more than that, in standard scores or what else is about 1. */
const SLACK = 1e-9;
/** Far more than any data need: only rounding could make it go on for longer. */
const MAX_ROUNDS = 10_000;

/**
 * How far centroids have come. A point keeps its cluster for certain while its own centroid and the others, together, have
 * moved less than what it was nearer to its own than to the next when that was measured last. Both are sums that only
 * grow, so that a point needs no more than one number, which is written only when it is measured.
 */
class Drift {
  /** By cluster: how far its centroid has moved, and the one of the others that moved most, in all rounds together. */
  private readonly moved: Float64Array;
  /** By point: up to which drift of its cluster it stays. */
  private readonly limits: Float64Array;

  constructor(points: number, clusters: number) {
    this.moved = new Float64Array(clusters);
    this.limits = new Float64Array(points).fill(-Infinity);
  }

  add(shifts: Float64Array): void {
    for (let cluster = 0; cluster < shifts.length; cluster++) {
      let most = 0;
      for (let other = 0; other < shifts.length; other++) if (other !== cluster && shifts[other]! > most) most = shifts[other]!;
      this.moved[cluster]! += shifts[cluster]! + most;
    }
  }

  stays(point: number, label: number): boolean {
    return this.moved[label]! < this.limits[point]!;
  }

  measured(point: number, label: number, lead: number): void {
    const limit = this.moved[label]! + lead;
    this.limits[point] = limit - SLACK * (1 + limit);
  }

  forget(): void {
    this.limits.fill(-Infinity);
  }
}

/** Moves each point to its nearest centroid, and with it its part of the sums; returns how many moved. */
function relabel({ dimensions, coordinates, weights, size }: Points, centroids: Float64Array, labels: Int32Array, drift: Drift, { rows, sums }: Sums): number {
  const k = rows.length;
  let moved = 0;
  for (let point = 0; point < size; point++) {
    const label = labels[point]!;
    if (drift.stays(point, label)) continue;
    let nearest = 0;
    let least = Infinity;
    let next = Infinity;
    for (let cluster = 0; cluster < k; cluster++) {
      const distance = squaredDistance(coordinates, point, centroids, cluster, dimensions);
      if (distance < least) {
        next = least;
        least = distance;
        nearest = cluster;
      } else if (distance < next) {
        next = distance;
      }
    }
    drift.measured(point, nearest, Math.sqrt(next) - Math.sqrt(least));
    if (nearest === label) continue;
    labels[point] = nearest;
    moved++;
    const weight = weights[point]!;
    rows[label]! -= weight;
    rows[nearest]! += weight;
    for (let d = 0; d < dimensions; d++) {
      const part = weight * coordinates[point * dimensions + d]!;
      sums[label * dimensions + d]! -= part;
      sums[nearest * dimensions + d]! += part;
    }
  }
  return moved;
}

interface Sums {
  /** Rows in each cluster. */
  rows: Float64Array;
  /** Sums of their coordinates, cluster by cluster. */
  sums: Float64Array;
}

function clusterSums({ dimensions, coordinates, weights, size }: Points, labels: Int32Array, k: number): Sums {
  const sums = new Float64Array(k * dimensions);
  const rows = new Float64Array(k);
  for (let point = 0; point < size; point++) {
    const label = labels[point]!;
    const weight = weights[point]!;
    rows[label]! += weight;
    for (let d = 0; d < dimensions; d++) sums[label * dimensions + d]! += weight * coordinates[point * dimensions + d]!;
  }
  return { rows, sums };
}

const meansOf = ({ rows, sums }: Sums, dimensions: number): Float64Array => sums.map((sum, index) => sum / rows[Math.floor(index / dimensions)]!);

const isEqual = (a: Float64Array, b: Float64Array): boolean => a.every((value, index) => value === b[index]);

/** Sum over rows of the squared distance to the centroid of their cluster. */
function sumOfSquares(points: Points, labels: Int32Array, centroids: Float64Array): number {
  let sum = 0;
  for (let point = 0; point < points.size; point++) {
    sum += points.weights[point]! * squaredDistance(points.coordinates, point, centroids, labels[point]!, points.dimensions);
  }
  return sum;
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
export function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, dimensions: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++) {
    const difference = a[i * dimensions + d]! - b[j * dimensions + d]!;
    sum += difference * difference;
  }
  return sum;
}
