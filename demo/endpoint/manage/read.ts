import { noteComing } from '../db/bookings.ts';
import { isLive } from '../messages/visits.ts';
import type { Handler } from '../routes/asked.ts';
import { once } from '../routes/once.ts';
import { Refusal } from '../routes/problems.ts';
import { showBooking } from '../routes/show.ts';
import { managed, shown } from './managed.ts';

/** `GET /booking`: what has become of a booking. A link that is merely opened changes nothing. */
export const booking: Handler<'booking'> = async (asked) => ({
  status: 200,
  body: showBooking(asked, await managed(asked, asked.endpoint.db)),
});

/** `POST /booking/coming`: the patient says so; as often as they like. */
export const coming: Handler<'coming'> = async (asked) => {
  const { status, answer } = await once(asked, (write) =>
    write(async (transaction) => {
      const row = await managed(asked, transaction, true);
      const ahead = row.appointments.some(({ start }) => start > asked.now);
      if (!isLive(row, asked.now) || !ahead) throw new Refusal('too-late', { detail: asked.words.manage.over });
      return shown(asked, await noteComing(transaction, row, new Date(asked.now)));
    }),
  );
  return { status, body: answer };
};
