import type { Forms, manageCalls, ManagedBooking } from '../../../src/contract/index.ts';
import { check } from '../check.ts';
import { newKey } from '../client.ts';
import { LeftOut, must, mustAnswer, mustRefuse } from '../fault.ts';
import { garbled } from '../garbled.ts';
import { lateChanges } from './late-changes.ts';
import { booked, changes, sees, standing, startsOf } from './managing.ts';

/** What goes along with each call that manages, right but for its token. */
const managing = (hold: string): Record<keyof typeof manageCalls, object | undefined> => ({
  booking: undefined,
  reschedule: { hold },
  cancel: {},
  undo: undefined,
  coming: undefined,
  withdraw: { consentIds: ['treatment'] },
  forms: undefined,
  saveForm: {
    response: { resourceType: 'QuestionnaireResponse', questionnaire: 'x|1', status: 'in-progress', item: [] },
  },
  calendar: undefined,
});
const mayBeAbsent: readonly string[] = ['undo', 'coming', 'withdraw', 'forms', 'saveForm', 'calendar'];

/** The lines of a calendar file that say what an event is about, unfolded and as text. */
const toldBy = (file: string) =>
  file
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => /^(SUMMARY|DESCRIPTION)[;:]/.test(line))
    .map((line) => line.replaceAll(/\\([,;\\])/g, '$1'));

export const manage = [
  check('whoever has the manage token sees the booking, and nothing changes by looking', async (kit) => {
    const { token, id } = await booked(kit);
    const [first, second] = [await sees(kit, token), await sees(kit, token)];
    must(first.body.id === id, 'it is another booking', first);
    must(first.body.revision === second.body.revision, 'looking changed its revision', first, second);
    must(!second.body.coming, 'looking said that the patient comes', second);
  }),
  check('a hold’s token does not manage, and a manage token does not hold', async (kit) => {
    const { token } = await booked(kit);
    const [slot] = await kit.free(1);
    const hold = await kit.holds([slot]);
    mustRefuse(await kit.client.call('booking', { token: hold }), 401, 'unauthorized');
    mustRefuse(await kit.client.held(token), 401, 'unauthorized');
  }),
  check('a wrong token gets one and the same 401 from every call that manages', async (kit) => {
    const { token } = await booked(kit);
    const { revision } = (await sees(kit, token)).body;
    const hold = await kit.holds([(await kit.free(1))[0]]);
    const headers = { 'If-Match': `"${revision}"` };
    for (const [name, body] of Object.entries(managing(hold)) as [keyof typeof manageCalls, object | undefined][]) {
      const none = await kit.client.call(name, { body, headers });
      if (none.status === 404 && mayBeAbsent.includes(name)) continue;
      const replies = [none];
      for (const one of ['x', garbled(token), hold])
        replies.push(await kit.client.call(name, { token: one, body, headers }));
      for (const reply of replies) mustRefuse(reply, 401, 'unauthorized');
      const texts = new Set(replies.map(({ exchange }) => exchange.text));
      must(texts.size === 1, 'the answers differ, so that tokens can be guessed at', ...replies);
    }
    must((await sees(kit, token)).body.revision === revision, 'the booking has changed all the same');
  }),
  check('a change is made for the revision that was seen, or not at all', async (kit) => {
    const { token, slots } = await booked(kit);
    const { body } = await sees(kit, token);
    const none = await kit.client.call('cancel', { token, body: {} });
    must(none.status >= 400 && none.status < 500, `without If-Match it was answered ${none.status}`, none);
    mustRefuse(await changes(kit, 'cancel', token, { revision: body.revision + 1 }), 412, 'changed-meanwhile');
    must(standing(await sees(kit, token)).length === slots.length, 'the booking has changed all the same');
  }),
  check('a booking moves to other times as a whole, and gives up its own', async (kit) => {
    const { token, slots } = await booked(kit);
    const before = await sees(kit, token);
    const [slot] = await kit.free(1);
    const hold = await kit.client.hold([slot]);
    const moved = await changes(kit, 'reschedule', token, {
      revision: before.body.revision,
      body: { hold: hold.body.token },
    });
    mustAnswer(moved, 200);
    must(startsOf(moved) === hold.body.slots[0]?.start, 'it has not moved to the time that was held', hold, moved);
    must(moved.body.revision > before.body.revision, 'its revision has to count up', before, moved);
    must(moved.body.appointments[0]?.id === before.body.appointments[0]?.id, 'its appointment has another id', moved);
    must(!(await kit.isFree(slot)), `${slot} is booked, and shown as free`, moved);
    must(await kit.isFree(slots[0]!), `${slots[0]} was given up, and is still taken`, moved);
  }),
  check('a move to a time that is not held changes nothing', async (kit) => {
    const { token } = await booked(kit);
    const before = await sees(kit, token);
    const [slot] = await kit.free(1);
    const hold = await kit.holds([slot]);
    await kit.client.release(hold);
    const reply = await changes(kit, 'reschedule', token, { revision: before.body.revision, body: { hold } });
    must(reply.status === 410 || reply.status === 409, `it was answered ${reply.status}`, reply);
    const after = await sees(kit, token);
    must(startsOf(after) === startsOf(before), 'it has moved all the same', reply, after);
    must(await kit.isFree(slot), `${slot} is taken, though nobody has it`, reply);
  }),
  check('a booking is cancelled as a whole, and its time becomes free', async (kit) => {
    const { token, slots } = await booked(kit);
    const { body } = await sees(kit, token);
    const cancelled = await changes(kit, 'cancel', token, { revision: body.revision });
    mustAnswer(cancelled, 200);
    must(cancelled.body.status === 'cancelled', `it is ${cancelled.body.status}`, cancelled);
    const kept = cancelled.body.undoFor ?? 0;
    if (kept > kit.options.patience) throw new LeftOut(`its time is kept for ${kept} s, in case it was a slip`);
    await kit.options.wait(kept + 1);
    must(await kit.isFree(slots[0]!), `${slots[0]} was cancelled, and is still taken`, cancelled);
  }),
  check('one appointment of several is cancelled alone', async (kit) => {
    const { token } = await booked(kit, 2);
    const { body } = await sees(kit, token);
    const [first, second] = body.appointments;
    const appointmentIds = [first!.id];
    const reply = await changes(kit, 'cancel', token, { revision: body.revision, body: { appointmentIds } });
    mustAnswer(reply, 200);
    must(
      standing(reply)
        .map(({ id }) => id)
        .join() === second!.id,
      'the other one has to stand alone',
      reply,
    );
    must(reply.body.status !== 'cancelled', 'the booking is cancelled, though one appointment stands', reply);
  }),
  check('the last change is taken back, once', async (kit) => {
    if (!(await kit.catalog()).policy.undoMinutes) throw new LeftOut('this clinic lets nothing be undone');
    const { token } = await booked(kit);
    const before = await sees(kit, token);
    const cancelled = await changes(kit, 'cancel', token, { revision: before.body.revision });
    const undone = await changes(kit, 'undo', token, { revision: cancelled.body.revision });
    mustAnswer(undone, 200);
    must(startsOf(undone) === startsOf(before) && standing(undone).length === 1, 'it is not as it was', before, undone);
    mustRefuse(await changes(kit, 'undo', token, { revision: undone.body.revision }), 409, 'too-late');
  }),
  check('a cancelled time is kept for whoever may still take that back', async (kit) => {
    if (!(await kit.catalog()).policy.undoMinutes) throw new LeftOut('this clinic lets nothing be undone');
    const { token, slots } = await booked(kit);
    const { body } = await sees(kit, token);
    const cancelled = await changes(kit, 'cancel', token, { revision: body.revision });
    mustRefuse(await kit.client.hold([slots[0]!]), 409, 'slot-taken');
    mustAnswer(await changes(kit, 'undo', token, { revision: cancelled.body.revision }), 200);
  }),
  ...lateChanges,
  check('the same change under the same key is answered the same', async (kit) => {
    const { token } = await booked(kit);
    const { body } = await sees(kit, token);
    const change = { revision: body.revision, key: newKey() };
    const [first, again] = [await changes(kit, 'cancel', token, change), await changes(kit, 'cancel', token, change)];
    mustAnswer(again, 200);
    must(first.body.revision === again.body.revision, 'it was done twice', first, again);
  }),
  check('the same move under the same key is answered the same', async (kit) => {
    const { token } = await booked(kit);
    const { body } = await sees(kit, token);
    const [slot] = await kit.free(1);
    const change = { revision: body.revision, key: newKey(), body: { hold: await kit.holds([slot]) } };
    const first = await changes(kit, 'reschedule', token, change);
    mustAnswer(first, 200);
    const again = await changes(kit, 'reschedule', token, change);
    mustAnswer(again, 200);
    must(first.body.revision === again.body.revision, 'it was done twice', first, again);
  }),
  check('a move is taken back, to the time that was left', async (kit) => {
    if (!(await kit.catalog()).policy.undoMinutes) throw new LeftOut('this clinic lets nothing be undone');
    const { token } = await booked(kit);
    const before = await sees(kit, token);
    const [slot] = await kit.free(1);
    const body = { hold: await kit.holds([slot]) };
    const moved = await changes(kit, 'reschedule', token, { revision: before.body.revision, body });
    mustAnswer(moved, 200);
    const undone = await changes(kit, 'undo', token, { revision: moved.body.revision });
    mustAnswer(undone, 200);
    must(startsOf(undone) === startsOf(before), 'it is not where it was', before, undone);
    must(await kit.isFree(slot), `${slot} was moved to and left again, and is still taken`, undone);
  }),
  check('a consent is taken back, and the booking stands', async (kit) => {
    const consent = (await kit.catalog()).policy.consents.at(-1);
    if (!consent) throw new LeftOut('this clinic asks for none');
    const { token, slots } = await booked(kit);
    const withdraws = (id: string) =>
      kit.client.call<ManagedBooking>('withdraw', { token, body: { consentIds: [id] } });
    mustRefuse(await withdraws('no-such-consent'), 422, 'invalid');
    const reply = await withdraws(consent.id);
    mustAnswer(reply, 200);
    must(reply.body.status !== 'cancelled' && standing(reply).length === slots.length, 'the booking is gone', reply);
  }),
  check('the longer form is kept as far as it is filled in', async (kit) => {
    const { token } = await booked(kit);
    const read = () => kit.client.call<Forms>('forms', { token });
    const asked = await read();
    mustAnswer(asked, 200);
    const [form] = asked.body.forms;
    if (!form) throw new LeftOut('this clinic has no form for this treatment');
    const canonical = [form.questionnaire.url, form.questionnaire.version].filter(Boolean).join('|');
    const saves = (questionnaire: string) => {
      const response = { resourceType: 'QuestionnaireResponse', questionnaire, status: 'in-progress', item: [] };
      return kit.client.call<Forms>('saveForm', { token, body: { response } });
    };
    mustAnswer(await saves(canonical), 200);
    const later = await read();
    must(later.body.forms[0]?.response?.questionnaire === canonical, 'what was saved is not there', later);
    must(!later.body.forms[0]?.complete, 'a form that nobody has finished is called complete', later);
    mustRefuse(await saves('https://example.org/Questionnaire/none|0'), 422, 'invalid');
  }),
  check('of several changes to one revision at once, one is made', async (kit) => {
    const { token } = await booked(kit, 2);
    const { body } = await sees(kit, token);
    const one = (index: number) =>
      changes(kit, 'cancel', token, {
        revision: body.revision,
        body: { appointmentIds: [body.appointments[index % 2]!.id] },
      });
    const replies = await Promise.all(Array.from({ length: 8 }, (_, index) => one(index)));
    const done = replies.filter(({ status }) => status === 200);
    must(done.length === 1, `${done.length} were made`, ...replies.slice(0, 2));
    for (const reply of replies.filter(({ status }) => status !== 200)) mustRefuse(reply, 412, 'changed-meanwhile');
  }),
  check('“I am coming” is said by a POST', async (kit) => {
    const { token } = await booked(kit);
    mustAnswer(await kit.client.call('coming', { token }), 200);
    must((await sees(kit, token)).body.coming, 'the booking does not know of it', await sees(kit, token));
  }),
  check('the calendar file knows each appointment for life, and gives nothing away', async (kit) => {
    const { token } = await booked(kit);
    const before = await sees(kit, token);
    const file = await kit.client.call('calendar', { token });
    mustAnswer(file, 200);
    must(file.headers.get('Content-Type')?.startsWith('text/calendar'), 'it is no text/calendar', file);
    const { text } = file.exchange;
    const field = (name: string, from = text) => new RegExp(`^${name}[:;](.*)$`, 'm').exec(from)?.[1]?.trim() ?? '';
    must(text.startsWith('BEGIN:VCALENDAR\r\n') && !/[^\r]\n/.test(text), 'its lines end in CRLF', file);
    must(field('CLASS') === 'PRIVATE', 'it has to say CLASS:PRIVATE', file);
    const { name } = await kit.service();
    must(!toldBy(text).some((line) => line.includes(name)), 'it names the treatment', file);
    const long = text.split('\r\n').find((line) => new TextEncoder().encode(line).length > 75);
    must(!long, `a line is longer than 75 octets: ${long}`, file);
    await changes(kit, 'cancel', token, { revision: before.body.revision });
    const later = await kit.client.call('calendar', { token });
    must(field('UID', later.exchange.text) === field('UID'), 'the appointment has another UID', file, later);
    const counted = Number(field('SEQUENCE', later.exchange.text)) > Number(field('SEQUENCE') || 0);
    must(counted, 'SEQUENCE has to count up', file, later);
  }),
  check('lost links are sent again, and nobody learns whether there are any', async (kit) => {
    const unknown = await kit.asksKindly('links', { contact: `nobody-${crypto.randomUUID()}@example.org` });
    mustAnswer(unknown, 202);
    mustRefuse(await kit.client.call('links', { body: { contact: 'nobody' } }), 422, 'invalid');
  }),
];
