import { check } from '../check.ts';
import { must, mustAnswer, mustRefuse } from '../fault.ts';

export const several = [
  check('several slots are held as one, and booked as one', async (kit) => {
    const slots = await kit.free(3);
    const held = await kit.client.hold(slots);
    mustAnswer(held, 201);
    must(held.body.slots.length === 3, `three were asked for, ${held.body.slots.length} are held`, held);
    const booked = await kit.books(held.body.token!);
    const starts = new Set(held.body.slots.flatMap(({ appointments }) => appointments.map(({ start }) => start)));
    const right = booked.body.appointments.every(({ start }) => starts.delete(start)) && starts.size === 0;
    must(right, 'the booking has other appointments than the hold', held, booked);
  }),
  check('of several slots all are taken or none', async (kit) => {
    const [first, taken, last] = await kit.free(3);
    await kit.holds([taken!]);
    for (const slotIds of [
      [first, taken!],
      [taken!, last!],
      [first, taken!, last!],
    ]) {
      const reply = await kit.client.hold(slotIds);
      mustRefuse(reply, 409, 'slot-taken');
      must(reply.problem.taken?.join() === taken, '`taken` has to name the one that is lost, and no other', reply);
      for (const slot of [first, last!])
        must(await kit.isFree(slot), `${slot} is taken, though its hold was refused`, reply);
    }
  }),
  check('the same time twice in one hold is refused', async (kit) => {
    const [slot] = await kit.free(1);
    const reply = await kit.client.hold([slot, slot]);
    must(reply.status === 422 || reply.status === 409, `it was answered ${reply.status}`, reply);
    must(await kit.isFree(slot), `${slot} is taken, though its hold was refused`, reply);
  }),
];
