/** Time in quanta of five minutes of UTC: what is worked, what is busy and what is claimed are all counted in these. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const QUANTUM = 5 * MINUTE;

/** A stretch of quanta; `end` is not in it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The quanta that a stretch of time touches; both ends in milliseconds. */
export const quantaOf = (start: number, end: number): Stretch => ({
  start: Math.floor(start / QUANTUM),
  end: Math.ceil(end / QUANTUM),
});

/** When a quantum begins, in milliseconds. */
export const instantOf = (quantum: number) => quantum * QUANTUM;
