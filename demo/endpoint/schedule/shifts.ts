import { weekday } from '../../../src/domain/day.ts';
import type { ClinicData, RosteredTherapist, Shift } from '../clinic/clinic-data.ts';
import { minutesOf } from './wall-clock.ts';

/** A stretch of one day that somebody works through, in minutes on the wall. */
export interface Stint {
  readonly locationId: string;
  readonly from: number;
  readonly to: number;
}

/** What a therapist works on a day, breaks cut out; nothing on a day off or where the clinic is closed. */
export function stintsOn(
  day: string,
  { roster, timeOff }: RosteredTherapist,
  { closures }: ClinicData,
): readonly Stint[] {
  const within = ({ from, to }: { readonly from: string; readonly to: string }) => from <= day && day <= to;
  if (timeOff.some(within)) return [];
  const closed = closures.filter(within);
  const number = weekday(day);
  return roster
    .filter(
      ({ days, locationId }) =>
        days.includes(number) && !closed.some((at) => (at.locationId ?? locationId) === locationId),
    )
    .flatMap(withoutBreaks);
}

function withoutBreaks({ from, to, locationId, breaks }: Shift): readonly Stint[] {
  const pauses = [...breaks].sort((one, other) => (one.from < other.from ? -1 : 1));
  const starts = [from, ...pauses.map((pause) => pause.to)];
  const ends = [...pauses.map((pause) => pause.from), to];
  return starts
    .map((start, index) => ({ locationId, from: minutesOf(start), to: minutesOf(ends[index]!) }))
    .filter((stint) => stint.from < stint.to);
}
