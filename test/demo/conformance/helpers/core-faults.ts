/** The small endpoint with one fault each, and the checks of the kit that have to catch it. */
import { randomUUID } from 'node:crypto';
import * as broken from './broken.ts';
import { anHourLater } from './broken-reference.ts';
import type { Slot } from '../../../../src/contract/index.ts';
import { small, willow, type Small } from './small.ts';

const { behind, headers, json, sent, told, withCalendar } = broken;

const slots = (change: (slots: readonly Slot[]) => readonly object[]) =>
  json('/availability', (body) => ({ ...body, slots: change(body['slots'] as readonly Slot[]) }));

export const longTreatments = willow(({ services }) => (services[0].minutes = 90));
const hotTreatments = willow(({ services }) => (services[1].screening = ['all', 'hot']));

/** What is wrong with an endpoint, how it comes about, and the checks that catch it: these and no others. */
export const coreFaults: readonly (readonly [fault: string, make: () => Small, ...caught: string[]])[] = [
  [
    'looks first and writes later',
    withCalendar(() => new broken.LooksFirst()),
    'of many who want one time at once, one has it',
    'of many who want two times at once, in either order, one has both',
  ],
  [
    'looks at when a treatment begins, and not at how long it lasts',
    () => small({ calendar: new broken.LooksAtStarts(), catalog: longTreatments }),
    'whoever is busy is free for nothing that overlaps',
  ],
  ['holds one of two treatments at once', broken.holdsOneOfTwo, 'whoever is busy is free for nothing that overlaps'],
  [
    'passes over what needs a doctor',
    broken.passesOver(['clot']),
    'whoever needs a doctor’s agreement waits for it, or does not book',
  ],
  [
    'does not say until when it waits for a doctor',
    broken.passesOver(['clot'], { status: 'pending' }),
    'whoever needs a doctor’s agreement waits for it, or does not book',
  ],
  [
    'passes over what has to wait',
    broken.passesOver(['fever']),
    'whoever must not have a treatment, or not yet, does not book it',
  ],
  [
    'passes over what rules a treatment out',
    broken.passesOver(['numb'], {}, { catalog: hotTreatments }),
    'whoever must not have a treatment, or not yet, does not book it',
  ],
  ['keeps refusals', broken.keepsRefusals, 'a refusal is not kept under its key: the same is done once it can be'],
  ['takes half of several times', withCalendar(() => new broken.TakesHalf()), 'of several slots all are taken or none'],
  [
    'keeps what is given back',
    withCalendar(() => new broken.NeverGivesBack()),
    'what is given back is free at once',
    'another pick replaces the older one, which is free again',
    'a client may hold only so much at a time',
    'a refusal is not kept under its key: the same is done once it can be',
  ],
  [
    'keeps what ran out',
    withCalendar(() => new broken.NeverForgets()),
    'a hold that ran out keeps nobody from its place',
  ],
  [
    'forgets keys',
    sent(broken.withoutKey),
    'the same request many times at once is done once, and never called a lost time',
    'the same hold under the same key is answered the same',
    'extending twice under the same key extends once',
    'a key that was used for something else is refused',
  ],
  [
    'looks at keys alone',
    broken.keysAlone,
    'a key that was used for something else is refused',
    'a key counts within its route and its bearer',
  ],
  [
    'calls a busy key a lost time',
    broken.busyIsLost,
    'the same request many times at once is done once, and never called a lost time',
  ],
  [
    'makes a booking each time it is asked',
    broken.manyBookings,
    'one hold confirmed many times at once is one booking',
    'the same booking under the same key is answered the same',
    'a hold that became a booking answers with it, whatever the key',
  ],
  [
    'keeps winter time in summer',
    broken.summerNever,
    'every time stands in the clinic’s own offset, also after its clocks change',
  ],
  [
    'writes markup',
    json('/catalog', (body) => ({ ...body, more: 'Hot &amp; cold' })),
    'every text is text, never markup',
  ],
  [
    'writes tags into names',
    json('/catalog', (body) => ({ ...body, clinic: { ...(body['clinic'] as object), address: '<b>8 Willow</b>' } })),
    'every text is text, never markup',
  ],
  [
    'answers 200 to what is wrong',
    told((response) =>
      response.status < 400 ? response : new Response(response.body, { status: 200, headers: response.headers }),
    ),
    'JSON of more than 32 levels is refused',
    'a client may hold only so much at a time',
    'a consent that the clinic asks for has to be given, in the version of now',
    'a hold becomes a booking of the same times',
    'a hold that ran out keeps nobody from its place',
    'a key that was used for something else is refused',
    'a patient without a name is refused, and the field is named',
    'a phone number that cannot be dialled is refused',
    'a range that cannot be answered is refused, not guessed at',
    'a service that there is not is refused',
    'a slot that there is not is refused',
    'a wrong token gets one and the same 401, whatever is wrong with it',
    'another pick replaces the older one, which is free again',
    'answers to another version of the checklist are refused as such',
    'every good answer has the shape of the contract',
    'more than 256 KiB is refused',
    'nobody books without having answered the checklist',
    'of many who want one time at once, one has it',
    'of many who want two times at once, in either order, one has both',
    'of several slots all are taken or none',
    'text that no database keeps is refused',
    'the answers are screened again: whoever should call does not book',
    'the older pick stays where the other one cannot be had',
    'the same time twice in one hold is refused',
    'what is given back is free at once',
    'what is held cannot be held again; what else is free is said',
    'what is no JSON of the contract’s shape is refused, field by field',
    'what there is not is answered 404',
    'whoever is busy is free for nothing that overlaps',
    'whoever needs a doctor’s agreement waits for it, or does not book',
    'whoever must not have a treatment, or not yet, does not book it',
    'a refusal is not kept under its key: the same is done once it can be',
  ],
  [
    'sends refusals as plain JSON',
    headers((changed) => {
      if (changed.get('Content-Type') === 'application/problem+json') changed.set('Content-Type', 'application/json');
    }),
    'every refusal is a problem of RFC 9457 that a patient can read',
  ],
  [
    'lets every page in',
    headers((changed, request) => changed.set('Access-Control-Allow-Origin', request.headers.get('Origin') ?? '*')),
    'pages of others may not read an answer',
  ],
  ['lets in what begins like the clinic’s page', broken.loosely, 'pages of others may not read an answer'],
  [
    'exposes no headers',
    headers((changed) => changed.delete('Access-Control-Expose-Headers')),
    'the clinic’s own page may read answers and refusals, and the headers that it needs',
  ],
  [
    'takes no tokens from pages',
    headers((changed) => changed.set('Access-Control-Allow-Headers', 'Content-Type')),
    'the clinic’s own page may send what a booking needs, and may remember so',
  ],
  ['sets a cookie', headers((changed) => changed.set('Set-Cookie', 'id=1')), 'no cookie is set, and none is asked for'],
  [
    'has no ETag',
    headers((changed) => changed.delete('ETag')),
    'the catalog has an ETag, and costs nothing the second time',
    'free times have an ETag, and cost nothing the second time',
    'the ETag of free times changes with a hold',
  ],
  ['has one ETag for everything', broken.oneTagForAll, 'the ETag of free times changes with a hold'],
  [
    'lets others keep free times',
    headers((changed) => changed.set('Cache-Control', 'max-age=3600')),
    'free times are kept privately, and for ten seconds at most',
  ],
  [
    'leaves out a field',
    json('/availability', ({ timeZone: _, ...body }) => body),
    'every good answer has the shape of the contract',
  ],
  [
    'has a field of another type',
    json('/bookings', (body) => ({ ...body, next: 'Wear loose clothes.' })),
    'every good answer has the shape of the contract',
  ],
  [
    'breaks on a NUL',
    broken.breaksOnNul,
    'text that no database keeps is refused',
    'a patient without a name is refused, and the field is named',
    'no answer is a failure of the endpoint itself',
  ],
  [
    'believes that everybody is well',
    broken.trustsWhoeverBooks,
    'nobody books without having answered the checklist',
    'answers to another version of the checklist are refused as such',
    'the answers are screened again: whoever should call does not book',
    'whoever needs a doctor’s agreement waits for it, or does not book',
    'whoever must not have a treatment, or not yet, does not book it',
  ],
  [
    'tells wrong tokens apart',
    broken.tellsTokensApart,
    'a wrong token gets one and the same 401, whatever is wrong with it',
  ],
  [
    'lets one client hold everything',
    behind((inner) => inner, { clientOf: () => randomUUID() }),
    'a client may hold only so much at a time',
  ],
  [
    'knows no way out of an empty month',
    json('/availability', (body) => ({ ...body, next: null })),
    '`next` leads from days with nothing to the first one with something',
  ],
  [
    'shows another time than it holds',
    broken.losesTrack,
    'a hold takes its place, and shows it to whoever has the token',
  ],
  [
    'hurries slow hands',
    json('/holds', (body) => ('extensions' in body ? { ...body, extensions: 3 } : body)),
    'a hold can be extended, ten times at least',
  ],
  [
    'lets nobody come late',
    withCalendar(() => new broken.Punctual()),
    'a late hold whose place nobody took is honoured',
  ],
  [
    'books only the first of several',
    json('/bookings', (body) => ({ ...body, appointments: (body['appointments'] as object[]).slice(0, 1) })),
    'several slots are held as one, and booked as one',
  ],
  [
    'offers a time twice',
    slots((all) => [...all, ...all.slice(-1)]),
    'free times come in order, one for each start, within the days that were asked for',
  ],
  [
    'offers another length than the service has',
    slots((all) => all.map((slot) => ({ ...slot, appointments: slot.appointments.map(longer) }))),
    'a slot is as long as its service, and done by somebody who does it',
    'whoever is busy is free for nothing that overlaps',
  ],
  [
    'calls a later time the first',
    json('/availability/first', ({ first, ...body }) => ({ ...body, first: first && later(first as Slot) })),
    'the first free time of all is the first of the free times',
  ],
  ['sends anybody', broken.anybodyWillDo, 'free times can be asked for by therapist, one or several'],
  ['knows all that may be asked', broken.strict, 'a field of a query that the endpoint does not know is passed over'],
  ['lets nobody pass its checklist', broken.nobodyIsWell, 'the checklist is understood to its last rule'],
  ['speaks one language only', broken.oneLanguageOnly, 'every language is answered, and the answer says in which one'],
  [
    'does not say that it varies by language',
    headers((changed) => changed.set('Vary', 'Origin')),
    'every answer says its language, and with what it varies',
  ],
  ['gives bookings up like holds', broken.givesUpBookings, 'a booking is not given up with DELETE /holds'],
];

const longer = (one: Slot['appointments'][number]) => ({ ...one, end: anHourLater(one.end) });
const later = (slot: Slot) => ({ ...slot, start: anHourLater(slot.start) });
