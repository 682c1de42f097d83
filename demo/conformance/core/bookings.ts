import { check } from '../check.ts';
import { LeftOut, must, mustAnswer, mustRefuse } from '../fault.ts';
import type { Kit } from '../kit.ts';

const alive = ['booked', 'pending', 'proposed'];

/** Sends a booking that has to be refused, and makes sure that the hold survived it. */
async function refused(kit: Kit, change: (body: Awaited<ReturnType<Kit['request']>>) => object, ...names: string[]) {
  const [slot] = await kit.free(1);
  const token = await kit.holds([slot]);
  const reply = await kit.client.book(token, change(await kit.request()));
  mustRefuse(reply, 422, ...names);
  const held = await kit.client.held(token);
  must(held.status === 200 && held.body.slots, 'the hold is lost with what was refused', reply, held);
  await kit.client.release(token);
  return reply;
}

const pointers = (reply: Awaited<ReturnType<typeof refused>>) =>
  (reply.problem.errors ?? []).map(({ pointer }) => pointer);

export const bookings = [
  check('a hold becomes a booking of the same times', async (kit) => {
    const [slot] = await kit.free(1);
    const held = await kit.client.hold([slot]);
    const booked = await kit.books(held.body.token!);
    const { id, reference, status, appointments } = booked.body;
    must(id && reference, 'a booking has an id and a reference', booked);
    must(alive.includes(status), `a new booking is ${alive.join(' or ')}, not ${status}`, booked);
    const times = held.body.slots[0]?.appointments.map(
      ({ start, end, therapistId }) => `${start} ${end} ${therapistId}`,
    );
    const same = appointments.map(({ start, end, therapistId }) => `${start} ${end} ${therapistId}`).join();
    must(same === times?.join(), 'its appointments are not those of the hold', held, booked);
    must(!(await kit.isFree(slot)), `${slot} is booked, and shown as free`, booked);
    mustRefuse(await kit.client.hold([slot]), 409, 'slot-taken');
  }),
  check('a hold that became a booking answers with it, whatever the key', async (kit) => {
    const [slot] = await kit.free(1);
    const token = await kit.holds([slot]);
    const booked = await kit.books(token);
    const again = await kit.client.book(token, await kit.request());
    mustAnswer(again, 200);
    must(again.body.id === booked.body.id, 'a second booking was made', booked, again);
    const held = await kit.client.held(token);
    mustAnswer(held, 200);
    must(held.body.id === booked.body.id, 'GET /holds shows something else', booked, held);
  }),
  check('a booking is not given up with DELETE /holds', async (kit) => {
    const [slot] = await kit.free(1);
    const token = await kit.holds([slot]);
    await kit.books(token);
    const released = await kit.client.release(token);
    must(!(await kit.isFree(slot)), 'a booked time is free again', released);
  }),
  check('a patient without a name is refused, and the field is named', async (kit) => {
    for (const name of ['', ' ', undefined, 'x'.repeat(300), 'A\r\nBcc: all@example.org', 'A\u0000B']) {
      const reply = await refused(kit, (body) => ({ ...body, patient: { ...body.patient, name } }), 'invalid');
      must(pointers(reply).includes('/patient/name'), 'no error points at /patient/name', reply);
    }
  }),
  check('a phone number that cannot be dialled is refused', async (kit) => {
    const reply = await refused(
      kit,
      (body) => ({ ...body, patient: { ...body.patient, phone: 'no phone' } }),
      'invalid',
    );
    must(pointers(reply).includes('/patient/phone'), 'no error points at /patient/phone', reply);
  }),
  check('a consent that the clinic asks for has to be given, in the version of now', async (kit) => {
    const { policy } = await kit.catalog();
    if (!policy.consents.some(({ required }) => required)) throw new LeftOut('this clinic asks for none');
    const none = await refused(kit, (body) => ({ ...body, consents: [] }), 'invalid');
    must(
      pointers(none).some((one) => one.startsWith('/consents')),
      'no error points at /consents',
      none,
    );
    const old = (body: Awaited<ReturnType<Kit['request']>>) => body.consents.map((one) => ({ ...one, version: 'old' }));
    await refused(kit, (body) => ({ ...body, consents: old(body) }), 'invalid');
  }),
  check('nobody books without having answered the checklist', async (kit) => {
    await refused(kit, ({ checklist: _, ...body }) => body, 'invalid');
    const { answering, occasion } = await kit.checklist();
    const incomplete = answering.incomplete(occasion);
    if (incomplete) await refused(kit, (body) => ({ ...body, checklist: incomplete }), 'invalid');
  }),
  check('answers to another version of the checklist are refused as such', async (kit) => {
    const other = 'https://example.org/Questionnaire/other|0';
    const change = (body: Awaited<ReturnType<Kit['request']>>) => ({ ...body.checklist, questionnaire: other });
    await refused(kit, (body) => ({ ...body, checklist: change(body) }), 'checklist-changed');
  }),
];
