import type { Service, Slot } from '../../../src/contract/index.ts';
import { addDays, dayOf } from '../../../src/domain/day.ts';
import { check } from '../check.ts';
import type { Reply } from '../client.ts';
import { LeftOut, must, mustAnswer, mustRefuse } from '../fault.ts';
import type { Kit } from '../kit.ts';

const MINUTE = 60_000;
const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / MINUTE;

/** A visit that a new patient may book, and the free times that it has in the two weeks from its first one. */
async function freeVisits(kit: Kit): Promise<{ visit: Service; slots: readonly Slot[]; reply: Reply }> {
  const visits = (await kit.catalog()).services.filter(
    ({ parts, newPatients, listed }) => parts && newPatients && listed,
  );
  for (const visit of visits) {
    const { first } = await kit.firstFree(visit);
    if (!first) continue;
    const from = dayOf(first.start);
    const reply = await kit.client.availability({ service: visit.id, from, to: addDays(from, 14) });
    mustAnswer(reply, 200);
    return { visit, slots: reply.body.slots.toReversed(), reply };
  }
  throw new LeftOut('the clinic has no visit, or none that is free');
}

/** The plain slot of one part, by the same therapist at the same time, where it can be booked alone. */
async function partAlone(kit: Kit, { serviceId, therapistId, start }: Slot['appointments'][number]) {
  const from = dayOf(start);
  const query = { service: serviceId, therapist: therapistId, from, to: addDays(from, 1) };
  return (await kit.client.availability(query)).body.slots?.find((slot) => slot.start === start);
}

export const visits = [
  check('a visit has all of its parts, in order, with the pauses that it names', async (kit) => {
    const { visit, slots, reply } = await freeVisits(kit);
    const parts = visit.parts ?? [];
    for (const { id, start, appointments } of slots) {
      must(appointments.length === parts.length, `${id} has ${appointments.length} parts of ${parts.length}`, reply);
      must(appointments[0]?.start === start, `${id} does not begin with its first part`, reply);
      parts.forEach(({ serviceId, gap = { min: 0, max: 0 } }, index) => {
        const [one, before] = [appointments[index]!, appointments[index - 1]];
        must(one.serviceId === serviceId, `part ${index + 1} of ${id} is ${one.serviceId}, not ${serviceId}`, reply);
        const pause = before ? between(before.end, one.start) : gap.min;
        must(pause >= gap.min && pause <= gap.max, `before part ${index + 1} of ${id} are ${pause} minutes`, reply);
      });
    }
  }),
  check('each part of a visit is done by somebody who does it', async (kit) => {
    const { slots, reply } = await freeVisits(kit);
    const { therapists } = await kit.catalog();
    for (const { id, appointments } of slots)
      for (const { serviceId, therapistId } of appointments) {
        const able = therapists.find((one) => one.id === therapistId)?.serviceIds.includes(serviceId);
        must(able, `${therapistId} of ${id} does not do ${serviceId}`, reply);
      }
  }),
  check('a visit is held and booked as one', async (kit) => {
    const { slots } = await freeVisits(kit);
    const [slot] = slots;
    const held = await kit.client.hold([slot!.id]);
    mustAnswer(held, 201);
    const parts = slot!.appointments.length;
    must(held.body.slots[0]?.appointments.length === parts, `the hold has to have ${parts} parts`, held);
    const booked = await kit.books(held.body.token!);
    must(booked.body.appointments.length === parts, `the booking has to have ${parts} appointments`, booked);
    mustRefuse(await kit.client.hold([slot!.id]), 409, 'slot-taken');
  }),
  check('half of a visit is never taken', async (kit) => {
    const { slots } = await freeVisits(kit);
    for (const slot of slots.slice(0, 12)) {
      const alone = await Promise.all(slot.appointments.map((part) => partAlone(kit, part)));
      const [first, second] = alone;
      if (!first || !second) continue;
      await kit.holds([second.id]);
      const reply = await kit.client.hold([slot.id]);
      mustRefuse(reply, 409, 'slot-taken');
      must(await partAlone(kit, slot.appointments[0]!), `${first.id} is taken, though the visit was refused`, reply);
      return;
    }
    throw new LeftOut('no part of a visit can be booked alone');
  }),
  check('of many who want one visit at once, one has it', async (kit) => {
    const { slots } = await freeVisits(kit);
    const replies = await Promise.all(Array.from({ length: 20 }, () => kit.client.hold([slots[0]!.id])));
    const won = replies.filter(({ status }) => status === 201);
    must(won.length === 1, `${won.length} were told that they have it`, ...won.slice(0, 2));
    for (const reply of replies.filter(({ status }) => status !== 201)) mustRefuse(reply, 409, 'slot-taken');
  }),
];
