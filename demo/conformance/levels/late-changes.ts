import type { Booking } from '../../../src/contract/index.ts';
import { check } from '../check.ts';
import type { Reply } from '../client.ts';
import { LeftOut, must, mustRefuse } from '../fault.ts';
import { changes, sees, standing, startsOf } from './managing.ts';

const HOUR = 60 * 60_000;

/** The endpoint's own present, as far as it lets it be known: when a consent was given, else when it answered. */
const presentOf = ({ body, headers }: Reply<Booking>) =>
  Date.parse(body.consents?.[0]?.agreedAt ?? headers.get('Date') ?? '');

export const lateChanges = [
  check('later than the clinic’s notice a booking is neither moved nor cancelled', async (kit) => {
    const { cancelNoticeHours: hours = 0 } = (await kit.catalog()).policy;
    const { first } = await kit.firstFree(await kit.service());
    if (!hours || !first) throw new LeftOut('this clinic wants no notice, or has nothing free');
    const booked = await kit.books(await kit.holds([first.id]));
    const token = booked.body.manageToken;
    must(token, 'a booking that can be managed comes with its manageToken', booked);
    if (!(Date.parse(first.start) - presentOf(booked) < hours * HOUR))
      throw new LeftOut(`nothing is free within the notice of ${hours} hours`);
    const before = await sees(kit, token);
    const { revision } = before.body;
    const [later] = await kit.free(1);
    const hold = await kit.holds([later]);
    const moved = await changes(kit, 'reschedule', token, { revision, body: { hold } });
    mustRefuse(moved, 409, 'too-late');
    const cancelled = await changes(kit, 'cancel', token, { revision });
    mustRefuse(cancelled, 409, 'too-late');
    const after = await sees(kit, token);
    must(startsOf(after) === startsOf(before), 'it has moved all the same', moved, after);
    must(standing(after).length === standing(before).length, 'it is cancelled all the same', cancelled, after);
    // A slip of the finger is free: so nobody finds this booking on their day.
    await changes(kit, 'undo', token, { revision: after.body.revision });
  }),
];
