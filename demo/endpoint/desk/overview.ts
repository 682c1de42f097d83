import { today } from '../../../src/domain/day.ts';
import { isDraft } from '../clinic/load-checklist.ts';
import { troubledMessages } from '../db/messages.ts';
import { findBooking, referencesOf } from '../db/bookings.ts';
import { DAY } from '../schedule/quanta.ts';
import { timestamp } from '../schedule/wall-clock.ts';
import type { DeskHandler } from './calls.ts';
import { note, notesOf } from './log.ts';

/** `GET /desk`: who somebody is here, what day it is, and whether anybody stands behind the checklist. */
export const signIn: DeskHandler<'signIn'> = async ({ endpoint, person, now }) => {
  const { db, clinic, checklist } = endpoint;
  const { name, timeZone } = clinic.data.clinic;
  const review = clinic.data.checklistReview;
  await note(db, { clinic: clinic.id, person, action: 'signed in', now });
  const { version } = checklist.resource;
  return {
    status: 200,
    body: {
      person: person.name,
      records: person.records,
      clinic: { name, timeZone },
      today: today(now, timeZone),
      checklist: { version, draft: isDraft(checklist.resource, review), review },
    },
  };
};

/** `GET /desk/messages`: what may not have arrived within the last days. */
export const messages: DeskHandler<'messages'> = async ({ endpoint, person, now }) => {
  const { db, clinic } = endpoint;
  const troubled = await troubledMessages(db, clinic.id, new Date(now - 14 * DAY));
  const shown = await Promise.all(
    troubled.map(async ({ id, topic, channel, recipient, outcome, booking, settled_at, due_at }) => {
      const row = booking ? await findBooking(db, clinic.id, booking) : undefined;
      const [kind] = recipient.split(':');
      const at = timestamp((settled_at ?? due_at).getTime(), clinic.data.clinic.timeZone);
      const patient = row?.body?.request.patient;
      return { id, topic, channel, to: kind, outcome, at, reference: row?.reference ?? '', booking, patient };
    }),
  );
  const bookings = shown.flatMap(({ booking }) => booking ?? []);
  await note(db, { clinic: clinic.id, person, action: 'read messages', bookings, now });
  return { status: 200, body: { messages: shown } };
};

/** Of so many bookings the log says which they were; of more, only how many. */
const FEW = 5;

/** `GET /desk/log`: who has read and decided what; looking at it is noted as well. */
export const log: DeskHandler<'log'> = async ({ endpoint, person, now }) => {
  const { db, clinic } = endpoint;
  const { timeZone } = clinic.data.clinic;
  const notes = await notesOf(db, clinic.id);
  await note(db, { clinic: clinic.id, person, action: 'read log', now });
  const named = notes.map(({ bookings }) => (bookings.length <= FEW ? bookings : []));
  const references = await referencesOf(db, clinic.id, [...new Set(named.flat())]);
  const shown = notes.map(({ at, person: name, action, bookings }, index) => ({
    at: timestamp(at.getTime(), timeZone),
    person: name,
    action,
    bookings: bookings.length,
    references: named[index]!.flatMap((id) => references.get(id) || []),
  }));
  return { status: 200, body: { log: shown } };
};
