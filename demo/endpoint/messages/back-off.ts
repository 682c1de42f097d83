import { MINUTE } from '../schedule/quanta.ts';

/** A moment for what is passing, hours for what somebody has to repair; some twenty hours in all. */
const pauses = [1, 5, 15, 60, 180, 360, 600].map((minutes) => minutes * MINUTE);

/** How long to wait after so many tries, in milliseconds; undefined where it was the last. */
export const pauseAfter = (tries: number): number | undefined => pauses[tries - 1];
