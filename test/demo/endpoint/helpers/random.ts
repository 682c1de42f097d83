/** Chance that is the same again for the same seed. */
export class Random {
  constructor(private state: number) {}

  /** From 0 up to 1, without it (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between = (least: number, most: number) => least + Math.floor(this.next() * (most - least + 1));
  pick = <Item>(list: readonly Item[]): Item => list[this.between(0, list.length - 1)]!;
}

/** `SEED` of the environment, or another one every time; printed, so that what failed can be run again. */
export function seeded(name: string): Random {
  const seed = Number(process.env['SEED'] || Math.floor(Math.random() * 2 ** 31));
  console.log(`${name}: SEED=${seed}`);
  return new Random(seed);
}
