/** What was measured of many requests of one kind. */
export interface Measured {
  readonly perSecond: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Does something so many times, so many at once, and says how long each took. Whatever fails ends it. */
export async function measure(
  times: number,
  atOnce: number,
  act: (index: number) => Promise<unknown>,
): Promise<Measured> {
  const took: number[] = [];
  let next = 0;
  const begun = performance.now();
  const work = async () => {
    while (next < times) {
      const index = next++;
      const started = performance.now();
      await act(index);
      took.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const seconds = (performance.now() - begun) / 1000;
  const sorted = took.toSorted((one, other) => one - other);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;
  return { perSecond: times / seconds, p50: at(0.5), p99: at(0.99) };
}
