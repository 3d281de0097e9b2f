/** Seeded random choices: the same seed gives the same report on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1); mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** Whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.int(0, values.length - 1)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  /** Splits whole cents over as many parts, exactly; some parts may be 0. */
  split(cents: number, parts: number): number[] {
    const weights = Array.from({ length: parts }, () => this.next() ** 2);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = weights.map((weight) => Math.trunc((cents * weight) / all));
    shares[parts - 1] = cents - shares.slice(0, -1).reduce((sum, share) => sum + share, 0);
    return shares;
  }
}
