/** Every number of the sample comes from this seed: the same seed gives the same bytes. */
const SEED = 20250630;

/** One step of splitmix32: spreads a 32-bit state over all 32 bits. */
function splitmix32(state: number): number {
  let z = state ^ (state >>> 16);
  z = Math.imul(z, 0x21f0aaad);
  z ^= z >>> 15;
  z = Math.imul(z, 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

const rotateLeft = (x: number, bits: number) => (x << bits) | (x >>> (32 - bits));

/**
 * A stream of random numbers: xoshiro128**, seeded by splitmix32 from a name.
 *
 * Streams of different names are independent, so that a change in one part of the company leaves the others as they were.
 */
export class Random {
  private readonly state = new Int32Array(4);

  constructor(name: string) {
    let seed = SEED;
    for (let i = 0; i < name.length; i++) seed = splitmix32((seed + name.charCodeAt(i)) | 0);
    for (let i = 0; i < 4; i++) {
      seed = (seed + 0x9e3779b9) | 0;
      this.state[i] = splitmix32(seed);
    }
  }

  /** Uniform in [0, 1), in steps of 2^-32. */
  next(): number {
    const s = this.state as unknown as [number, number, number, number];
    const result = Math.imul(rotateLeft(Math.imul(s[1], 5), 7), 9) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotateLeft(s[3], 11);
    return result / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `min` to `max`, both possible. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  between(min: number, max: number): number {
    return min + this.next() * (max - min);
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** An index, with probability proportional to its weight. */
  index(weights: readonly number[]): number {
    let rest = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (let i = 0; i < weights.length; i++) {
      rest -= weights[i] as number;
      if (rest < 0) return i;
    }
    return weights.length - 1;
  }

  /** A key of `weights`, with probability proportional to its value. */
  choice<T extends string>(weights: Record<T, number>): T {
    const keys = Object.keys(weights) as T[];
    return keys[this.index(keys.map((key) => weights[key]))] as T;
  }

  normal(mean = 0, deviation = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  /** Log-normal with mean 1. */
  noise(deviation: number): number {
    return Math.exp(this.normal(-(deviation ** 2) / 2, deviation));
  }

  exponential(rate: number): number {
    return -Math.log(1 - this.next()) / rate;
  }

  /** Gamma by Marsaglia and Tsang; a shape below 1 by the usual power of a uniform number. */
  gamma(shape: number, mean: number): number {
    if (shape < 1) return this.gamma(shape + 1, (mean * (shape + 1)) / shape) * (1 - this.next()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v * mean) / shape;
    }
  }

  /** Beta with the given mean; `weight` is the sum of both parameters: the larger, the narrower. */
  beta(mean: number, weight: number): number {
    const a = this.gamma(mean * weight, mean * weight);
    const b = this.gamma((1 - mean) * weight, (1 - mean) * weight);
    return a / (a + b);
  }

  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }

  /** `count` different elements, in the order of the list. */
  sample<T>(list: readonly T[], count: number): T[] {
    const chosen: T[] = [];
    let wanted = Math.min(count, list.length);
    for (let i = 0; i < list.length && wanted > 0; i++) {
      if (this.next() * (list.length - i) >= wanted) continue;
      chosen.push(list[i] as T);
      wanted--;
    }
    return chosen;
  }
}
