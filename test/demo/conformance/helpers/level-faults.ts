/** The reference endpoint with one fault each beyond `core`, and the checks of the kit that have to catch it. */
import { randomUUID } from 'node:crypto';
import type { Level } from '../../../../demo/conformance/levels.ts';
import * as broken from './broken-reference.ts';

const { json, parts, takes, text, withoutKey } = broken;

export type Row = readonly [fault: string, front: broken.Front, ...caught: string[]];

const anybodyAt = (call: string): Row => [
  `lets anybody in at ${call}`,
  broken.letsAnybodyIn(call),
  'a wrong token gets one and the same 401 from every call that manages',
];

/** What is wrong with an endpoint beyond `core`, and the checks that catch it: these and no others. */
export const levelFaults: Readonly<Partial<Record<Level, readonly Row[]>>> = {
  choices: [
    [
      'passes over an add-on that it does not know',
      broken.asksWithout('addOn', (value) => value.startsWith('none-')),
      'an add-on or a place that there is not is refused',
    ],
    [
      'passes over a place that it does not know',
      broken.asksWithout('location', (value) => value.startsWith('none-')),
      'an add-on or a place that there is not is refused',
    ],
    [
      'gives no time to an add-on',
      broken.asksWithout('addOn', (value) => !value.startsWith('none-')),
      'an add-on makes its treatment longer, in what is free, held and booked',
      'an add-on is screened for too: whoever must not have it does not book it',
    ],
    [
      'forgets the add-on that was booked',
      broken.bookedAs((one) => ({ ...one, addOnIds: [] })),
      'an add-on makes its treatment longer, in what is free, held and booked',
    ],
    [
      'screens for nothing that is added',
      broken.bookedAsHealthy,
      'an add-on is screened for too: whoever must not have it does not book it',
    ],
    ['wants other money for an add-on', broken.otherMoney, 'an add-on is paid in the money of its treatment'],
    [
      'shows what is free anywhere',
      broken.asksWithout('location', (value) => !value.startsWith('none-')),
      'what is free at one place is there, and held and booked there',
    ],
    [
      'books at another place',
      broken.bookedAs((one) => ({ ...one, locationId: one.locationId === 'l1' ? 'l2' : 'l1' })),
      'what is free at one place is there, and held and booked there',
    ],
    [
      'gives a treatment where it is not given',
      broken.shownAs((one) => (['s5', 's6'].includes(one.serviceId) ? { ...one, locationId: 'l2' } : one)),
      'a treatment is free at its own places only',
    ],
  ],
  manage: [
    [
      'changes what the patient has not seen',
      broken.whateverRevision,
      'a change is made for the revision that was seen, or not at all',
      'of several changes to one revision at once, one is made',
    ],
    [
      'makes a change twice',
      withoutKey('POST /booking/cancel'),
      'the same change under the same key is answered the same',
    ],
    [
      'takes one token for another',
      broken.oneTokenForAll,
      'a hold’s token does not manage, and a manage token does not hold',
    ],
    ...['reschedule', 'cancel', 'undo', 'coming', 'withdraw', 'forms'].map((name) =>
      anybodyAt(`POST /booking/${name}`),
    ),
    anybodyAt('GET /booking/forms'),
    anybodyAt('GET /booking/calendar'),
    [
      'keeps the time that was moved from',
      broken.keepsWhatWasLeft,
      'a booking moves to other times as a whole, and gives up its own',
    ],
    [
      'says that it has moved, and has not',
      broken.saysThatItMoved,
      'a move to a time that is not held changes nothing',
      'later than the clinic’s notice a booking is neither moved nor cancelled',
    ],
    [
      'says that it cancels at the last moment',
      broken.neverTooLate('POST /booking/cancel'),
      'later than the clinic’s notice a booking is neither moved nor cancelled',
    ],
    [
      'says that it moves at the last moment',
      broken.neverTooLate('POST /booking/reschedule'),
      'later than the clinic’s notice a booking is neither moved nor cancelled',
    ],
    ['cancels all of several', broken.cancelsAll, 'one appointment of several is cancelled alone'],
    ['takes a change back again and again', broken.undoesAgain, 'the last change is taken back, once'],
    [
      'takes an opened link for a word',
      broken.openedIsSaid,
      'whoever has the manage token sees the booking, and nothing changes by looking',
    ],
    [
      'says that it has cancelled, and keeps the booking',
      broken.staysBooked,
      'a booking is cancelled as a whole, and its time becomes free',
    ],
    [
      'gives a cancelled time to the next who asks',
      broken.givesAway,
      'a cancelled time is kept for whoever may still take that back',
    ],
    [
      'moves again when asked again',
      withoutKey('POST /booking/reschedule'),
      'the same move under the same key is answered the same',
    ],
    ['takes no move back', broken.staysMoved, 'a move is taken back, to the time that was left'],
    [
      'cancels whoever takes a consent back',
      json('POST /booking/withdraw', (body) => ({ ...body, status: 'cancelled' })),
      'a consent is taken back, and the booking stands',
    ],
    ['forgets what was filled in', broken.forgetsForms, 'the longer form is kept as far as it is filled in'],
    ['does not listen to who is coming', broken.hearsNothing, '“I am coming” is said by a POST'],
    [
      'names the treatment in the calendar',
      text('GET /booking/calendar', (file) => file.replace(/^SUMMARY:.*$/m, 'SUMMARY:Medical massage\r')),
      'the calendar file knows each appointment for life, and gives nothing away',
    ],
    [
      'names the treatment where a line is folded',
      text('GET /booking/calendar', (file) =>
        file.replace(/^SUMMARY:/m, 'DESCRIPTION:A Medical mas\r\n sage\r\nSUMMARY:'),
      ),
      'the calendar file knows each appointment for life, and gives nothing away',
    ],
    [
      'makes another event of every move',
      text('GET /booking/calendar', (file) => file.replace(/^UID:.*$/m, () => `UID:${randomUUID()}\r`)),
      'the calendar file knows each appointment for life, and gives nothing away',
    ],
    [
      'tells who is known',
      takes('POST /links', 404),
      'lost links are sent again, and nobody learns whether there are any',
      'every refusal is a problem of RFC 9457 that a patient can read',
    ],
  ],
  visits: [
    ['keeps half of a visit', broken.keepsHalf, 'half of a visit is never taken'],
    [
      'gives one visit to everybody',
      broken.everybodyHasIt,
      'a visit is held and booked as one',
      'half of a visit is never taken',
      'of many who want one visit at once, one has it',
    ],
    [
      'turns a visit around',
      parts((all) => all.toReversed()),
      'a visit has all of its parts, in order, with the pauses that it names',
    ],
    [
      'leaves a part out',
      parts((all) => all.slice(1)),
      'a visit has all of its parts, in order, with the pauses that it names',
      'a visit is held and booked as one',
    ],
    [
      'lets patients wait for too long',
      parts(([first, ...rest]) => [
        first!,
        ...rest.map((one) => ({ ...one, start: broken.anHourLater(one.start), end: broken.anHourLater(one.end) })),
      ]),
      'a visit has all of its parts, in order, with the pauses that it names',
      'half of a visit is never taken',
    ],
    [
      'sends somebody who cannot',
      parts((all) => all.map((one) => ({ ...one, therapistId: all[0]!.therapistId }))),
      'each part of a visit is done by somebody who does it',
    ],
    [
      'books only the first part',
      json('POST /bookings', (body) => ({ ...body, appointments: body.appointments.slice(0, 1) })),
      'a visit is held and booked as one',
    ],
  ],
  waitlist: [
    [
      'lets somebody wait twice',
      takes('POST /waitlist', 201, '{"id": "w1", "token": "x"}'),
      'somebody waits once, until they wait no longer',
      'a wish that cannot come true is refused',
    ],
    ['lets anybody give up anybody’s place', takes('DELETE /waitlist', 204), 'a wrong token gives up nobody’s place'],
    [
      'never lets go',
      broken.told('DELETE /waitlist', (response) => (response.ok ? new Response(null, { status: 500 }) : response)),
      'somebody waits once, until they wait no longer',
      'no answer is a failure of the endpoint itself',
    ],
  ],
  callbacks: [
    ['forgets keys', withoutKey('POST /callbacks'), 'the clinic is asked to call, and to do so once for each key'],
    [
      'takes what cannot be called',
      takes('POST /callbacks', 202),
      'the clinic is asked to call, and to do so once for each key',
      'whoever cannot be called is told so, field by field',
    ],
    ['does not say which field', broken.withoutFields, 'whoever cannot be called is told so, field by field'],
  ],
};
