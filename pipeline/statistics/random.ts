/** A step of splitmix32: spreads a 32-bit state over all 32 bits. */
function splitmix32(state: number): number {
  let z = state ^ (state >>> 16);
  z = Math.imul(z, 0x21f0aaad);
  z ^= z >>> 15;
  z = Math.imul(z, 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

const rotateLeft = (x: number, bits: number) => (x << bits) | (x >>> (32 - bits));

/**
 * A stream of random numbers: xoshiro128** of Blackman and Vigna (2018), its state filled from the seed by splitmix32.
 * The same seed gives the same stream on every machine.
 */
export class Random {
  private readonly state: Int32Array;

  /** @param seed a whole number, of which the last 32 bits count, or the four words of a state that is not all zero */
  constructor(seed: number | readonly [number, number, number, number]) {
    if (typeof seed !== "number") {
      this.state = Int32Array.from(seed);
      return;
    }
    this.state = new Int32Array(4);
    let state = seed | 0;
    for (let word = 0; word < 4; word++) {
      state = (state + 0x9e3779b9) | 0;
      this.state[word] = splitmix32(state);
    }
  }

  /** A whole number from 0 to 2^32 - 1. */
  word(): number {
    const s = this.state as unknown as [number, number, number, number];
    const result = Math.imul(rotateLeft(Math.imul(s[1], 5), 7), 9) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotateLeft(s[3], 11);
    return result;
  }

  /** Uniform in [0, 1), in steps of 2^-53. */
  next(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }
}
