import { addDays, isDay, today } from '../../../src/domain/day.ts';
import { findBooking } from '../db/bookings.ts';
import { bookingsBetween } from '../db/find-day.ts';
import { isLive, standing } from '../messages/visits.ts';
import { Refusal } from '../routes/problems.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { instantNear } from '../schedule/wall-clock.ts';
import type { DeskHandler } from './calls.ts';
import { note } from './log.ts';
import { showVisit } from './show-visit.ts';

/** `GET /desk/appointments?date=`: everybody who is expected on a day, in the order in which they come. */
export const appointments: DeskHandler<'appointments'> = async ({ endpoint, person, query, words, now }) => {
  const { db, clinic } = endpoint;
  const { timeZone } = clinic.data.clinic;
  const day = query.date ?? today(now, timeZone);
  if (!isDay(day)) throw new Refusal('invalid', { errors: [{ pointer: '/date', detail: words.query.noDay }] });
  const ids = await bookingsBetween(
    db,
    clinic,
    instantNear(day, 0, timeZone),
    instantNear(addDays(day, 1), 0, timeZone),
  );
  const rows = await Promise.all(ids.map((id) => findBooking(db, clinic.id, id)));
  const expected = rows.flatMap((row) => {
    if (!row || !isLive(row, now)) return [];
    const onDay = standing(row.appointments).filter(
      ({ start, locationId }) => today(start, zoneOf(clinic.data, locationId)) === day,
    );
    const start = Math.min(...onDay.map((one) => one.start));
    return onDay.length > 0 ? [{ start, row: { ...row, appointments: onDay } }] : [];
  });
  const shown = await Promise.all(
    expected.toSorted((one, other) => one.start - other.start).map(({ row }) => showVisit(endpoint, row)),
  );
  await note(db, { clinic: clinic.id, person, action: 'read day', bookings: shown.map(({ booking }) => booking), now });
  return { status: 200, body: { date: day, appointments: shown } };
};
