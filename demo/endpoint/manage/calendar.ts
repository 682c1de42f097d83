import { writeCalendar } from '../calendar/write-calendar.ts';
import type { Handler } from '../routes/asked.ts';
import { managed } from './managed.ts';

/** `GET /booking/calendar`: a file for the patient's own calendar. */
export const calendar: Handler<'calendar'> = async (asked) => {
  const { endpoint, language, now } = asked;
  const booking = await managed(asked, endpoint.db);
  const content = writeCalendar({ clinic: endpoint.clinic, booking, method: 'PUBLISH', language, now });
  return { status: 200, text: { type: 'text/calendar; charset=utf-8', content } };
};
